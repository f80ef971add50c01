"""Names are masked for children, and a form of address for guardians."""

from __future__ import annotations

import pytest

from bot.render.names import addressed, masked, with_names
from enrolment.model.people import Child, Person
from tests.bot.identity_numbers import number


def child(name: str, place: int = 1) -> Child:
    """A child of the household."""
    return Child(f"child-{place}", Person(name, number(order=place)))


@pytest.mark.parametrize(
    ("name", "order", "expected"),
    [
        ("王丽", 122, "王女士"),
        ("王强", 123, "王先生"),
        ("欧阳丽丽", 122, "欧阳女士"),
        ("欧阳", 122, "欧女士"),
    ],
)
def test_guardian_is_addressed_by_surname_when_the_reply_refers_to_them(
    name: str, order: int, expected: str
) -> None:
    """The 17th digit of the ID number says 女士 or 先生."""
    assert addressed(Person(name, number(order=order))) == expected


def test_name_shows_its_end_only_when_it_is_alone() -> None:
    """One character is enough to recognise one's own child."""
    assert masked(child("王梓轩"), [child("王梓轩")]) == "*轩"


def test_name_shows_more_when_two_children_end_alike() -> None:
    """Siblings can be told apart."""
    one, other = child("王诺"), child("王一诺", 2)
    assert (masked(one, [one, other]), masked(other, [one, other])) == ("*诺", "*一诺")


def test_reference_is_replaced_when_the_person_is_known() -> None:
    """Both kinds in one sentence."""
    text = with_names(
        "⟦guardian⟧，⟦child:child-1⟧可以报名", Person("王丽", number(order=122)), [child("王梓轩")]
    )
    assert text == "王女士，*轩可以报名"


def test_nothing_of_a_reference_is_left_when_the_person_is_unknown() -> None:
    """Somebody else's child, or nobody signed in: plain words."""
    text = with_names("⟦guardian⟧，⟦child:other⟧，⟦citizen_id⟧，⟦strange⟧", None, ())
    assert text == "家长，孩子，您发来的证件号码，"
