"""The words of a plan that families read, and the figures in them."""
