"""Handing papers in: what is asked, what may change, and when it is over."""

from __future__ import annotations

import pytest

from enrolment.model.application import State
from enrolment.model.errors import CaseNotFound, NotSignedIn
from enrolment.model.papers.page import MOST_OF_A_PAPER, Picture
from enrolment.model.papers.refusals import (
    NotFiledYet,
    PageUnknown,
    PaperNotAsked,
    PapersClosed,
    PapersIncomplete,
    PapersUnavailable,
    TooManyPages,
    TypeUnknown,
)
from enrolment.model.people import Person
from enrolment.model.story.timeline import EventType, verify
from tests.fakes.paper_office import CERTIFICATE, PaperOffice
from tests.fakes.papers import JPEG

STRANGER = Person("赵云", "370102198501011238")


async def test_list_names_what_is_asked_when_a_department_could_not_settle_it() -> None:
    """The plan's words for the paper, its pages and how to photograph them; nothing else."""
    desk = PaperOffice()
    papers = desk.list(await desk.filed())
    (paper,) = papers.papers
    assert (paper.document, paper.title, paper.given) == (CERTIFICATE, "不动产权证书", ())
    assert len(paper.pages) == 2
    assert "复印件" in paper.advice
    assert papers.missing == ("不动产权证书",)
    assert papers.may_change
    assert papers.may_hand_in


async def test_list_is_empty_when_the_departments_settled_everything() -> None:
    """That is the point of the product."""
    desk = PaperOffice()
    application = desk.office.submit(await desk.office.verified())
    papers = desk.list(application)
    assert papers.papers == ()
    assert not papers.may_change
    with pytest.raises(PapersClosed):
        await desk.add(application)


async def test_pages_stand_in_the_order_given_when_several_were_added() -> None:
    """A PDF's pages come one by one, after those before."""
    desk = PaperOffice()
    application = await desk.filed()
    await desk.add(application)
    desk.reader.pictures = (Picture(JPEG, JPEG, 10, 20), Picture(JPEG, JPEG, 20, 10))
    await desk.add(application)
    assert desk.given(application) == ["page-1", "page-2", "page-3"]
    assert set(desk.images.kept) == {"page-1", "page-2", "page-3"}


async def test_pages_change_places_when_one_is_moved() -> None:
    """No further than the ends."""
    desk = PaperOffice()
    application = await desk.filed()
    for _ in range(3):
        await desk.add(application)
    desk.move(application, "page-3", -1)
    assert desk.given(application) == ["page-1", "page-3", "page-2"]
    desk.move(application, "page-1", -1)
    desk.move(application, "page-2", 1)
    assert desk.given(application) == ["page-1", "page-3", "page-2"]
    with pytest.raises(PageUnknown):
        desk.move(application, "page-9", 1)


async def test_page_takes_the_place_of_the_old_one_when_photographed_again() -> None:
    """And the old picture is gone."""
    desk = PaperOffice()
    application = await desk.filed()
    for _ in range(3):
        await desk.add(application)
    await desk.add(application, replaces="page-2")
    assert desk.given(application) == ["page-1", "page-4", "page-3"]
    assert "page-2" not in desk.images.kept
    with pytest.raises(PageUnknown):
        await desk.add(application, replaces="page-2")


async def test_page_is_gone_when_removed() -> None:
    """Also when asked twice."""
    desk = PaperOffice()
    application = await desk.filed()
    await desk.add(application)
    desk.remove(application, "page-1")
    desk.remove(application, "page-1")
    assert desk.given(application) == []
    assert desk.images.kept == {}
    with pytest.raises(PageUnknown):
        desk.show(application, "page-1")


async def test_application_goes_to_a_person_when_papers_are_handed_in() -> None:
    """With an event for each step; asked again, nothing more happens."""
    desk = PaperOffice()
    application = await desk.filed()
    await desk.add(application)
    handed = desk.hand_in(application)
    assert handed.state is State.UNDER_REVIEW
    assert [event.type for event in handed.events][-2:] == [
        EventType.PAPERS_HANDED_IN,
        EventType.REVIEW_REQUESTED,
    ]
    verify(handed.events)
    assert desk.hand_in(application) == handed


async def test_pages_stay_as_they_are_when_handed_in() -> None:
    """They can be looked at, and nothing else."""
    desk = PaperOffice()
    application = await desk.filed()
    await desk.add(application)
    desk.hand_in(application)
    with pytest.raises(PapersClosed):
        await desk.add(application)
    with pytest.raises(PapersClosed):
        desk.remove(application, "page-1")
    with pytest.raises(PapersClosed):
        desk.move(application, "page-1", 1)
    assert desk.show(application, "page-1") == JPEG


async def test_hand_in_is_refused_when_a_paper_has_no_page() -> None:
    """By the paper's title."""
    desk = PaperOffice()
    application = await desk.filed()
    with pytest.raises(PapersIncomplete) as refused:
        desk.hand_in(application)
    assert refused.value.titles == ("不动产权证书",)


async def test_papers_can_be_prepared_when_nothing_is_filed_yet() -> None:
    """They are handed in after it was."""
    desk = PaperOffice()
    application = await desk.draft()
    await desk.add(application)
    with pytest.raises(NotFiledYet):
        desk.hand_in(application)
    desk.office.submit(application)
    assert desk.hand_in(application).state is State.UNDER_REVIEW


async def test_upload_is_refused_when_its_paper_is_not_asked() -> None:
    """Before anything of it is opened."""
    desk = PaperOffice()
    application = await desk.filed()
    with pytest.raises(PaperNotAsked):
        await desk.add(application, "household_book")
    assert desk.reader.seen == []


async def test_upload_leaves_nothing_when_it_is_refused() -> None:
    """Neither a row nor a picture."""
    desk = PaperOffice()
    application = await desk.filed()
    desk.reader.refusal = TypeUnknown("no picture")
    with pytest.raises(TypeUnknown):
        await desk.add(application)
    assert desk.given(application) == []
    assert desk.images.kept == {}


async def test_upload_leaves_no_row_when_the_pictures_store_is_down() -> None:
    """What was kept before stays."""
    desk = PaperOffice()
    application = await desk.filed()
    await desk.add(application)
    desk.images.down = True
    with pytest.raises(PapersUnavailable):
        await desk.add(application)
    assert desk.given(application) == ["page-1"]
    desk.remove(application, "page-1")
    assert desk.given(application) == []


async def test_upload_is_refused_when_the_paper_has_pages_enough() -> None:
    """One may still be photographed again."""
    desk = PaperOffice()
    application = await desk.filed()
    desk.reader.pictures = (Picture(JPEG, JPEG, 10, 20),) * MOST_OF_A_PAPER
    await desk.add(application)
    desk.reader.pictures = desk.reader.pictures[:1]
    with pytest.raises(TooManyPages):
        await desk.add(application)
    assert len(await desk.add(application, replaces="page-1")) == 1
    desk.reader.pictures *= 2
    with pytest.raises(TooManyPages):
        await desk.add(application, replaces="page-2")
    assert len(desk.images.kept) == MOST_OF_A_PAPER


async def test_papers_are_closed_to_others_when_they_ask() -> None:
    """Nobody else's conversation, and nobody who did not sign in."""
    desk = PaperOffice()
    application = await desk.filed()
    await desk.add(application)
    desk.office.sign_in(STRANGER, conversation="conversation-2")
    with pytest.raises(CaseNotFound):
        desk.show(application, "page-1", "conversation-2")
    with pytest.raises(CaseNotFound):
        await desk.add(application, conversation="conversation-2")
    with pytest.raises(NotSignedIn):
        await desk.add(application, conversation="conversation-3")


async def test_page_of_another_application_is_unknown_when_its_id_is_tried() -> None:
    """An id alone opens nothing."""
    desk = PaperOffice()
    application = await desk.filed()
    await desk.add(application)
    with pytest.raises(PageUnknown):
        desk.show(application, "page-2")
