"""Pages in the database, on both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from enrolment.model.papers.advice import Advice
from enrolment.model.papers.page import PaperPage
from enrolment.model.papers.refusals import PageUnknown
from enrolment.ports import BeginWork
from tests.storage.samples import NOW, stored_case

KEY = bytes(range(32))
PAGE = PaperPage(
    "page-1", "case-1", "household_book", 1, 900_000, "0" * 64, 1500, 2000, (Advice.DARK, Advice.CUT_OFF), NOW
)


def stored(begin: BeginWork, *pages: PaperPage) -> None:
    """Store a case with pages."""
    stored_case(begin)
    with begin() as work:
        for page in pages:
            work.papers.add(page, KEY)
        work.commit()


def read(begin: BeginWork) -> list[PaperPage]:
    """The case's pages."""
    with begin() as work:
        return list(work.papers.of_application("case-1"))


def test_page_comes_back_when_it_was_stored(begin: BeginWork) -> None:
    """All of it, and its key for its own application only."""
    stored(begin, PAGE)
    assert read(begin) == [PAGE]
    with begin() as work:
        assert work.papers.key_of("case-1", "page-1") == KEY
        with pytest.raises(PageUnknown):
            work.papers.key_of("case-2", "page-1")


def test_pages_come_back_in_order_when_they_were_arranged(begin: BeginWork) -> None:
    """Paper by paper."""
    stored(
        begin,
        PAGE,
        replace(PAGE, id="page-2", place=2),
        replace(PAGE, id="page-3", document="a_paper"),
    )
    with begin() as work:
        work.papers.hold("case-1")
        work.papers.arrange(["page-2", "page-1"])
        work.commit()
    assert [page.id for page in read(begin)] == ["page-3", "page-2", "page-1"]


def test_page_and_key_are_gone_when_it_was_removed(begin: BeginWork) -> None:
    """Whoever has its picture has nothing."""
    stored(begin, PAGE)
    with begin() as work:
        work.papers.remove("page-1")
        work.commit()
    assert read(begin) == []
    with begin() as work, pytest.raises(PageUnknown):
        work.papers.key_of("case-1", "page-1")


def test_pages_are_marked_once_when_handed_in(begin: BeginWork) -> None:
    """A page keeps the moment it was first handed in."""
    stored(begin, replace(PAGE, handed_in_at=NOW.replace(hour=1)), replace(PAGE, id="page-2", place=2))
    with begin() as work:
        work.papers.hand_in("case-1", NOW)
        work.commit()
    assert [page.handed_in_at for page in read(begin)] == [NOW.replace(hour=1), NOW]
