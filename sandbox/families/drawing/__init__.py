"""Draws a family: its shape, its people, and the records that follow from them."""
