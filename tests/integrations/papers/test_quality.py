"""What is said about photographs, good and bad."""

from __future__ import annotations

import pytest
from PIL import Image

from enrolment.model.papers.advice import WORDS, Advice
from integrations.papers.quality import advice_on
from tests.integrations.papers.pages import blurred, cut, dark, page

GOOD = {
    "filling the picture": page(),
    "lying on a table": page(table=200),
    "with little on it": page(lines=3),
    "by evening light": dark(page(), 0.55),
    "from a large camera": page().resize((3000, 4000)),
    "from an old camera": page().resize((900, 1200)),
}
BAD = {
    "in a dim room": (dark(page()), Advice.DARK),
    "with a shaking hand": (blurred(page()), Advice.BLURRED),
    "blurred on a table": (blurred(page(table=200), 5), Advice.BLURRED),
    "blurred by evening light": (blurred(dark(page(), 0.55), 5), Advice.BLURRED),
    "cut off on the left": (cut(), Advice.CUT_OFF),
    "cut off on the right": (cut(side="right"), Advice.CUT_OFF),
}


@pytest.mark.parametrize("picture", GOOD.values(), ids=GOOD)
def test_nothing_is_said_when_a_page_can_be_read(picture: Image.Image) -> None:
    """Advice nobody needs makes people photograph a good page again."""
    assert advice_on(picture) == ()


@pytest.mark.parametrize(("picture", "expected"), BAD.values(), ids=BAD)
def test_reason_is_said_when_a_page_is_hard_to_read(picture: Image.Image, expected: Advice) -> None:
    """One reason, the right one."""
    assert advice_on(picture) == (expected,)


def test_every_reason_has_words_when_told() -> None:
    """What is wrong and what helps: two sentences a grandmother understands."""
    assert set(WORDS) == set(Advice)
    assert all(words.endswith("。") and words.count("。") == 2 for words in WORDS.values())


@pytest.mark.parametrize("size", [(1, 1), (2, 2000), (2000, 2), (5, 5)])
def test_tiny_pictures_are_measured_when_they_are_handed_in(size: tuple[int, int]) -> None:
    """Whatever they are, measuring never fails."""
    assert set(advice_on(Image.new("RGB", size))) <= set(Advice)
