"""Synthetic people: names, citizen ID numbers."""

from sandbox.families.people.person import Person, Sex

__all__ = ["Person", "Sex"]
