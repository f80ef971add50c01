"""Draws what the engine only refers to: names, cards and links."""
