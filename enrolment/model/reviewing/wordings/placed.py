"""The placeholders of a text that may be written wrong."""

from __future__ import annotations

from enrolment.model.placeholders import used_in


def placeholders_of(text: str) -> set[str]:
    """The placeholders of a text; none where its braces do not close."""
    try:
        return used_in(text)
    except ValueError:
        return set()
