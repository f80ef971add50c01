"""After a whole enrolment no personal value lies readable in a database or a log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sandbox.families import Family
from tests.journey import path
from tests.journey.guardian import Guardian
from tests.journey.households import Households
from tests.journey.stack import Stack


def test_no_number_is_readable_when_it_was_typed_and_pulled(
    stack: Stack, guardian: Guardian, households: Households
) -> None:
    """ID numbers, phone and certificates are typed, names and addresses pulled: none can be read anywhere."""
    family = households.take()
    for text in _numbers_typed(family):
        guardian.say(text)
    guardian.say("重新开始")
    path.to_receipt(guardian, family)
    guardian.say("进度")
    assert _readable(stack, family) == set()


def test_no_name_or_address_is_readable_when_it_was_typed(
    stack: Stack, guardian: Guardian, households: Households
) -> None:
    """Names and addresses written in the chat can be read in no database and no log."""
    family = households.take()
    for text in _words_typed(family):
        guardian.say(text)
    assert _readable(stack, family) == set()


def test_search_finds_what_is_no_secret_when_it_was_said(stack: Stack, guardian: Guardian) -> None:
    """The search above can see: what was said is in the dialogue state, what was asked is nowhere."""
    said = guardian.say("请问校车接送吗").text.splitlines()[0]
    places = [(place.name, place.read_bytes()) for place in _files(stack)]
    assert [name for name, content in places if name.startswith("engine.db") and _holds(content, said)]
    assert not [name for name, content in places if _holds(content, "请问校车接送吗")]


def _numbers_typed(family: Family) -> Iterator[str]:
    child, guardian = family.children[0].id_number, family.signs_in.id_number
    yield f"我的身份证号是{guardian}，电话{family.phone}，想给孩子报小学"
    yield f"孩子身份证 {child[:6]} {child[6:14]} {child[14:]}"
    yield f"房产证号{family.homes[0].certificate}，出生证编号{family.birth_certificates[0].number}"


def _words_typed(family: Family) -> Iterator[str]:
    yield f"我叫{family.signs_in.name}，孩子叫{family.children[0].name}，想报小学"
    yield f"我家住在{family.homes[0].address}"
    yield f"户口在{family.books[0].address}"


def _readable(stack: Stack, family: Family) -> set[str]:
    return {
        f"{kind} in {place.name}"
        for place in _files(stack)
        for kind, value in _personal(family)
        if _holds(place.read_bytes(), value)
    }


def _personal(family: Family) -> Iterator[tuple[str, str]]:
    for person in family.people:
        yield "a name", person.name
        yield "an ID number", person.id_number
    yield "the phone", family.phone
    for home in family.homes:
        yield "the home address", home.address
        yield "the home certificate", home.certificate
    for book in family.books:
        yield "the hukou address", book.address
        yield "the hukou book", book.number
    for certificate in family.birth_certificates:
        yield "the birth certificate", certificate.number


def _files(stack: Stack) -> list[Path]:
    everything = sorted(place for place in stack.settings.var.rglob("*") if place.is_file())
    return [*everything, *(log for log in stack.logs() if log not in everything)]


def _holds(data: bytes, value: str) -> bool:
    escaped = json.dumps(value)[1:-1]
    return value.encode() in data or escaped.encode() in data or value.encode("utf-16-le") in data
