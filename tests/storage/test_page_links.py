"""Links to a guardian's own pages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from enrolment.model.errors import LinkRefused
from storage.page_links import LASTS, PageLinks
from tests.fakes.clock import FrozenClock

KEY = b"k" * 32


def token(links: PageLinks) -> str:
    """The signed part of a link."""
    return links.url("conversation-1").partition("?link=")[2]


def test_link_leads_to_its_conversation_until_its_time_is_over() -> None:
    """It opens for two hours and not a second longer."""
    clock = FrozenClock()
    links = PageLinks(KEY, clock, "https://example.org/accesses")
    given = token(links)
    clock.advance(LASTS - timedelta(seconds=1))
    assert links.read(given) == "conversation-1"
    clock.advance(timedelta(seconds=1))
    with pytest.raises(LinkRefused, match="time is over"):
        links.read(given)


@pytest.mark.parametrize(("key", "page"), [(b"x" * 32, "/accesses"), (KEY, "/other")])
def test_link_is_refused_when_made_under_another_key_or_for_another_page(key: bytes, page: str) -> None:
    """A link cannot be forged, nor carried to another page."""
    with pytest.raises(LinkRefused):
        PageLinks(KEY, FrozenClock(), "/accesses").read(token(PageLinks(key, FrozenClock(), page)))


@pytest.mark.parametrize("made_up", ["", ".", "a.b", "链接.链接", "e30.e30", "=.=", "a" * 2_000])
def test_link_is_refused_when_it_is_made_up(made_up: str) -> None:
    """Whatever is sent, the answer is the same refusal."""
    with pytest.raises(LinkRefused):
        PageLinks(KEY, FrozenClock(), "/accesses").read(made_up)


def test_link_is_refused_when_a_character_was_changed() -> None:
    """Body and signature belong together."""
    links = PageLinks(KEY, FrozenClock(), "/accesses")
    given = token(links)
    for place in (2, len(given) - 3):
        other = "A" if given[place] != "A" else "B"
        with pytest.raises(LinkRefused):
            links.read(given[:place] + other + given[place + 1 :])
