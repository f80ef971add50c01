"""Links to papers: for one application, one conversation, and a while."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.papers.refusals import PaperLinkRefused
from storage.papers.links import LASTS, PaperLinks
from tests.storage.samples import FrozenClock


class LaterClock(FrozenClock):
    """A clock some time on."""

    def __init__(self, later: timedelta) -> None:
        self._later = later

    def now(self) -> datetime:
        """That moment."""
        return super().now() + self._later


def links(later: timedelta = timedelta(0), key: bytes = b"k" * 32) -> PaperLinks:
    """Links made and read with a key at a time."""
    return PaperLinks(key, LaterClock(later), "https://ruxue.example")


def token(application_id: str = "case-1", conversation_id: str = "conversation-1") -> str:
    """What a link carries."""
    return parse_qs(urlsplit(links().url(application_id, conversation_id)).query)["link"][0]


def test_link_leads_to_the_application_when_it_is_followed() -> None:
    """For the conversation it was made for."""
    assert links().url("case-1", "conversation-1").startswith("https://ruxue.example/papers/case-1?link=")
    assert links().read("case-1", token()) == "conversation-1"


def test_link_is_refused_when_it_is_another_s_or_too_old() -> None:
    """Another application's, another house's, yesterday's."""
    for reading, application in (
        (links(), "case-2"),
        (links(key=b"x" * 32), "case-1"),
        (links(later=LASTS), "case-1"),
    ):
        with pytest.raises(PaperLinkRefused):
            reading.read(application, token())
    assert links(later=LASTS - timedelta(seconds=1)).read("case-1", token()) == "conversation-1"


@given(st.text(max_size=80))
def test_link_is_refused_when_it_is_made_up(guess: str) -> None:
    """Whatever is written there."""
    with pytest.raises(PaperLinkRefused):
        links().read("case-1", guess)


@given(st.integers(0, 400), st.characters())
def test_link_is_refused_when_one_letter_was_changed(place: int, letter: str) -> None:
    """No letter of it is free."""
    whole = token()
    place %= len(whole)
    changed = whole[:place] + letter + whole[place + 1 :]
    if changed != whole and place < len(whole) - 1:
        with pytest.raises(PaperLinkRefused):
            links().read("case-1", changed)
