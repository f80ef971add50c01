"""`ruxue handovers …`: what staff see and do before there are desks."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bootstrap import read_settings
from bootstrap.foundation import lay_foundation, upgrade
from bootstrap.outside import paper_images
from cli.main import app
from enrolment.model.access import Why
from enrolment.model.handover import Asked, HandoverReason, Summary
from enrolment.model.papers.advice import Advice
from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.page import Picture
from enrolment.services.handover.hand_over import HandOver, hand_over
from enrolment.services.handover.note_picture import note_picture

SUMMARY = Summary(
    "sign_in", {"hukou": "elsewhere"}, (Asked("rental", answered=True), Asked("fees", answered=False))
)


@pytest.fixture(autouse=True)
def _database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of this test's own."""
    monkeypatch.setenv("RUXUE_VAR", str(tmp_path))
    monkeypatch.setenv("RUXUE_DATABASE_URL", f"sqlite:///{tmp_path / 'ruxue.db'}")


def waiting() -> str:
    """Hand a conversation over; give the id in the queue."""
    settings = read_settings()
    upgrade(settings)
    foundation = lay_foundation(settings)
    cmd = HandOver("c1", HandoverReason.COMPLAINT, "370102", SUMMARY)
    begin = foundation.begin(Why.TALK)
    return hand_over(cmd, begin=begin, ids=foundation.ids, clock=foundation.clock).id


def said(*command: str, code: int = 0) -> str:
    """What a command says; it must end with this code."""
    result = CliRunner().invoke(app, ["handovers", *command, "--staff", "staff-7"])
    assert result.exit_code == code, result.output
    return result.output


def test_list_says_why_and_what_was_told_and_asked() -> None:
    """One look is enough to pick up the talk."""
    handover = waiting()

    lines = said("list").splitlines()

    assert lines[0].startswith(f"{handover}  waiting  complaint  370102  since ")
    assert lines[1:] == [
        "  step: sign_in",
        "  told: hukou=elsewhere",
        "  asked: rental, fees (unanswered)",
    ]


def test_list_says_which_pictures_came_meanwhile() -> None:
    """Those kept with a paper by its name, the others by their number."""
    waiting()
    begin = lay_foundation(read_settings()).begin(Why.TALK)
    for paper in ("不动产权证书", "", ""):
        note_picture("c1", paper, begin=begin)
    note_picture("nobody", "", begin=begin)

    assert said("list").splitlines()[-1] == "  pictures: 不动产权证书; 2 for no paper yet"


def test_pictures_are_listed_and_written_for_who_has_the_conversation(tmp_path: Path) -> None:
    """Nobody else learns more than that some came."""
    handover = waiting()
    settings = read_settings()
    key = paper_images(settings).put("p1", Picture(b"a photo", b"small", 1200, 1600))
    foundation = lay_foundation(settings)
    sent = foundation.clock.now()
    with foundation.begin(Why.PAPERS)() as work:
        work.held_pictures.add(HeldPicture("p1", "c1", "media", 1200, 1600, (Advice.DARK,), sent), key)
        work.commit()
    assert "only who has the conversation" in said("pictures", handover, code=1)
    said("take", handover)

    lines = said("pictures", handover, "--into", str(tmp_path / "seen")).splitlines()

    assert lines == [f"p1  {sent:%Y-%m-%d %H:%M}  1200x1600  dark"]
    assert (tmp_path / "seen" / "p1.jpg").read_bytes() == b"a photo"
    assert (tmp_path / "seen" / "p1.jpg").stat().st_mode & 0o077 == 0


def test_nothing_is_listed_when_no_picture_waits() -> None:
    """In words."""
    handover = waiting()
    said("take", handover)
    assert said("pictures", handover) == "no picture waits\n"


def test_handover_is_taken_put_back_and_closed() -> None:
    """Each verb says what became of it; a second take is refused by name."""
    handover = waiting()
    assert said("take", handover) == f"{handover}: taken\n"
    assert "taken by staff-7" in said("list")
    assert "only what waits can be taken" in said("take", handover, code=1)
    said("release", handover)
    said("close", handover)
    assert said("list") == "nobody waits\n"


def test_nobody_is_listed_when_the_queue_is_of_another_county() -> None:
    """A county's staff see their own."""
    waiting()
    assert said("list", "--county", "370602") == "nobody waits\n"
