"""Answering a guardian's question: what was understood, what must be handed over, what can be computed."""
