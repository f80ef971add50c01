"""An application from its opening to its receipt, and how far it is."""
