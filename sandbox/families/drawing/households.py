"""Draws the household registers of a family; each person is in exactly one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sandbox.families.drawing.cast import Cast
from sandbox.families.drawing.draws import day_between, months_from
from sandbox.families.drawing.shape import Shape
from sandbox.families.people import Person, Sex
from sandbox.families.places import Places, Region, address_in, street_address
from sandbox.families.records import HukouBook, Member
from sandbox.families.situations import COLLECTIVE, IN_GRANDPARENTS_BOOK, Situation

_OLD_BOOKS = (date(1992, 1, 1), date(2005, 12, 31))
_HALF_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class BookDrawer:
    """Draws the books of one family; `serials` begins each book's number with its county's mark."""

    shape: Shape
    cast: Cast
    places: Places
    serials: Iterator[str]
    rng: Random

    def draw(self) -> tuple[HukouBook, ...]:
        """Draw the children's book first, then a book for each adult who is not in it."""
        shape, cast, rng = self.shape, self.cast, self.rng
        if shape.situation in IN_GRANDPARENTS_BOOK:
            return (self._grandparents_book(),)
        collective = shape.situation in COLLECTIVE
        at_work = collective and cast.region is self.places.region
        address = street_address(self.places, rng) if at_work else self._address(cast.region)
        adults = (cast.leader, cast.other) if shape.one_book else (cast.leader,)
        roles = ("户主", "配偶")
        members = [
            *(Member(adult, role, cast.settled) for adult, role in zip(adults, roles, strict=False)),
            *(
                Member(child, _by_sex(child, "子", "女"), self._entered(child, cast.settled))
                for child in cast.children
            ),
        ]
        books = [self._book(cast.region, address, tuple(members), collective=collective)]
        if not shape.one_book:
            books.append(self._old_book((cast.other,), rng.choice(self.places.elsewhere)))
        if cast.grandparents:
            regions = (self.places.region, *self.places.elsewhere)
            books.append(self._old_book(cast.grandparents, rng.choice(regions)))
        return tuple(books)

    def _grandparents_book(self) -> HukouBook:
        """Three generations in one book, headed by the grandfather on the leading guardian's side."""
        cast, rng = self.cast, self.rng
        grandfather, grandmother = cast.grandparents
        moved_in = day_between(*_OLD_BOOKS, rng)
        married = cast.children[0].born - timedelta(days=rng.randint(400, 900))
        together = self.shape.marks.moved_together
        if self.shape.situation is Situation.GRANDPARENTS_MOVED_TOGETHER and together:
            moved_in = together
        by_father = cast.leader is cast.father
        grandchild = ("孙子", "孙女") if by_father else ("外孙子", "外孙女")
        members = (
            Member(grandfather, "户主", moved_in),
            Member(grandmother, "配偶", moved_in),
            Member(cast.leader, "子" if by_father else "女", max(moved_in, cast.leader.born)),
            Member(cast.other, "儿媳" if by_father else "女婿", max(moved_in, married)),
            *(
                Member(child, _by_sex(child, *grandchild), self._grandchild_entered(child, moved_in))
                for child in cast.children
            ),
        )
        return self._book(cast.region, self._address(cast.region), members)

    def _grandchild_entered(self, child: Person, moved_in: date) -> date:
        match self.shape.situation:
            case Situation.GRANDPARENTS_ENTERED_LATE:
                half_a_year = months_from(child.born, _HALF_A_YEAR)
                late = half_a_year + timedelta(days=self.shape.marks.days_past_half_year)
                return min(late, date(2027, 5, 20))
            case Situation.GRANDPARENTS_MOVED_TOGETHER:
                return self._entered(child, moved_in)
            case _:
                return self._entered(child, self.cast.settled)

    def _old_book(self, members: tuple[Person, ...], region: Region) -> HukouBook:
        moved_in = max(day_between(*_OLD_BOOKS, self.rng), *(person.born for person in members))
        pages = tuple(
            Member(person, "户主" if place == 0 else "配偶", moved_in) for place, person in enumerate(members)
        )
        return self._book(region, self._address(region), pages)

    def _book(
        self, region: Region, address: str, members: tuple[Member, ...], *, collective: bool = False
    ) -> HukouBook:
        kind = "集体户" if collective else "家庭户"
        return HukouBook(f"37{next(self.serials)}", region.code, address, kind, members)

    def _address(self, region: Region) -> str:
        return address_in(region, self.places, self.rng)

    def _entered(self, child: Person, settled: date) -> date:
        """A child enters at birth registration, or with the family when it moves later."""
        return max(settled, child.born + timedelta(days=self.rng.randint(10, 60)))


def _by_sex(person: Person, male: str, female: str) -> str:
    return male if person.sex is Sex.MALE else female
