"""The one thing every rule of understanding returns."""

from typing import NamedTuple


class Found(NamedTuple):
    """An entity found in a message: what it is, its normalised value, and where it stands.

    `implied` marks what was not told of the thing itself: who rents has no home of their own.
    """

    entity: str
    value: str
    start: int
    end: int
    implied: bool = False
