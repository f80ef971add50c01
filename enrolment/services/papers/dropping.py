"""Drops pictures that no row speaks of any more."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from enrolment.model.papers.refusals import PapersUnavailable
from enrolment.paper_ports import PaperImages


def drop(images: PaperImages, page_ids: Iterable[str]) -> None:
    """Drop pictures; one that cannot be reached now has lost its key, and nobody opens it again."""
    for page_id in page_ids:
        with suppress(PapersUnavailable):
            images.delete(page_id)
