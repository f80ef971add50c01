"""The category a question names."""

from __future__ import annotations

import pytest

from actions.talk.explore_options import category_named
from tests.actions.surroundings import SHIPPED


@pytest.mark.parametrize(
    ("county", "text", "title"),
    [
        ("370602", "怎么才能上随迁子女那一类", "外来务工随迁人员子女"),
        ("370602", "怎么才能算外来务工的", "外来务工随迁人员子女"),
        ("370602", "怎样才能按房户一致报", "房户一致居民子女"),
        ("370602", "住公租房怎么才能报", "公租房居民子女"),
        ("379901", "怎么才能上b2类", "B2类（居住证和租赁备案）"),
    ],
)
def test_category_is_named_when_a_question_has_a_part_of_its_title(
    county: str, text: str, title: str
) -> None:
    """By the words people use for it."""
    assert category_named(text, SHIPPED[county]).startswith(f"“{title}”的规定是：")


@pytest.mark.parametrize("text", ["还能做什么", "有没有其他办法", "孩子户口怎么迁"])
def test_no_category_is_named_when_a_question_names_none(text: str) -> None:
    """Words that much else is called by name nothing."""
    assert category_named(text, SHIPPED["370602"]) == ""
