"""What can be wrong with an office's list."""

from __future__ import annotations

from enrolment.model.errors import EnrolmentError


class ListUnreadable(EnrolmentError):
    """A list of questions cannot be read; the message says where and what to write."""
