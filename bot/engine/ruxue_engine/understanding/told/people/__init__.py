"""The people of a message.

`signs` tells who each is, `meant` who "I" and "he" are, and `families` of which family a text speaks.
"""

from ruxue_engine.understanding.told.people.families import OTHERS, of_others, whose
from ruxue_engine.understanding.told.people.meant import resolved, speaker
from ruxue_engine.understanding.told.people.signs import (
    CHILD,
    GRANDPARENT,
    GUARDIAN,
    OURS,
    ROLES,
    headed,
    signed,
    without_first_person,
)

__all__ = [
    "CHILD",
    "GRANDPARENT",
    "GUARDIAN",
    "OTHERS",
    "OURS",
    "ROLES",
    "headed",
    "of_others",
    "resolved",
    "signed",
    "speaker",
    "whose",
    "without_first_person",
]
