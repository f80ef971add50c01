"""Families as the rules see them: which of them exist, and which of them a rule takes."""
