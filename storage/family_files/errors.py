"""What is wrong with a file of families, said so that its author can mend it."""

from __future__ import annotations

from enrolment.model.errors import EnrolmentError


class FamilyInvalid(EnrolmentError):
    """A file of families cannot be used; the message names the file, the line, and what to write."""
