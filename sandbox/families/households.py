"""Draws the household registers of a family; each person is in exactly one."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sandbox.families.cast import Cast
from sandbox.families.draws import day_between
from sandbox.families.family import Situation
from sandbox.families.people import Person, Sex
from sandbox.families.places import ELSEWHERE, LIXIA, Region, address_in, street_address
from sandbox.families.records import HukouBook, Member
from sandbox.families.shape import Shape

_OLD_BOOKS = (date(1992, 1, 1), date(2005, 12, 31))


def draw_books(shape: Shape, cast: Cast, serials: Iterator[int], rng: Random) -> tuple[HukouBook, ...]:
    """Draw the children's book first, then a book for each adult who is not in it."""
    if shape.situation is Situation.GRANDPARENTS_HOME:
        return (_grandparents_book(cast, serials, rng),)
    collective = shape.situation is Situation.COLLECTIVE_HUKOU
    address = street_address(rng) if collective else address_in(cast.region, rng)
    adults = (cast.leader, cast.other) if shape.one_book else (cast.leader,)
    roles = ("户主", "配偶")
    members = [
        *(Member(adult, role, cast.settled) for adult, role in zip(adults, roles, strict=False)),
        *(
            Member(child, _by_sex(child, "子", "女"), _entered(child, cast.settled, rng))
            for child in cast.children
        ),
    ]
    books = [_book(serials, cast.region, address, tuple(members), collective=collective)]
    if not shape.one_book:
        books.append(_old_book((cast.other,), rng.choice(ELSEWHERE), serials, rng))
    if cast.grandparents:
        books.append(_old_book(cast.grandparents, rng.choice((LIXIA, *ELSEWHERE)), serials, rng))
    return tuple(books)


def _grandparents_book(cast: Cast, serials: Iterator[int], rng: Random) -> HukouBook:
    """Three generations in one book, headed by the grandfather on the leading guardian's side."""
    grandfather, grandmother = cast.grandparents
    moved_in = day_between(*_OLD_BOOKS, rng)
    married = cast.children[0].born - timedelta(days=rng.randint(400, 900))
    by_father = cast.leader is cast.father
    grandchild = ("孙子", "孙女") if by_father else ("外孙子", "外孙女")
    members = (
        Member(grandfather, "户主", moved_in),
        Member(grandmother, "配偶", moved_in),
        Member(cast.leader, "子" if by_father else "女", max(moved_in, cast.leader.born)),
        Member(cast.other, "儿媳" if by_father else "女婿", married),
        *(
            Member(child, _by_sex(child, *grandchild), _entered(child, cast.settled, rng))
            for child in cast.children
        ),
    )
    return _book(serials, LIXIA, address_in(LIXIA, rng), members)


def _old_book(members: tuple[Person, ...], region: Region, serials: Iterator[int], rng: Random) -> HukouBook:
    moved_in = max(day_between(*_OLD_BOOKS, rng), *(person.born for person in members))
    pages = tuple(
        Member(person, "户主" if place == 0 else "配偶", moved_in) for place, person in enumerate(members)
    )
    return _book(serials, region, address_in(region, rng), pages)


def _book(
    serials: Iterator[int],
    region: Region,
    address: str,
    members: tuple[Member, ...],
    *,
    collective: bool = False,
) -> HukouBook:
    kind = "集体户" if collective else "家庭户"
    return HukouBook(f"37{next(serials):07d}", region.code, address, kind, members)


def _entered(child: Person, settled: date, rng: Random) -> date:
    """A child enters at birth registration, or with the family when it moves later."""
    return max(settled, child.born + timedelta(days=rng.randint(10, 60)))


def _by_sex(person: Person, male: str, female: str) -> str:
    return male if person.sex is Sex.MALE else female
