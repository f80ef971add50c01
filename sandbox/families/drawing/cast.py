"""Draws the people of a family and the dates its records hang on."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sandbox.families.drawing.draws import chance, day_between, years_before
from sandbox.families.drawing.shape import FIRST_PRIMARY, Shape
from sandbox.families.people import Person, Sex
from sandbox.families.people.citizen_id import IdIssuer
from sandbox.families.people.names import draw_given, draw_surname
from sandbox.families.places import Places, Region
from sandbox.families.situations import HUKOU_ELSEWHERE, IN_GRANDPARENTS_BOOK, Situation

# Certificates in the 不动产权第 form exist since the unified registry opened.
_FIRST_CERTIFICATE = date(2016, 6, 1)
_LATE_HOME = (date(2022, 1, 1), date(2026, 3, 31))
_WITH_GRANDPARENTS = IN_GRANDPARENTS_BOOK | {
    Situation.HOME_WITH_GRANDPARENT,
    Situation.HALF_WITH_GRANDPARENT,
    Situation.PART_OF_HOME,
    Situation.PART_OF_HOME_HUKOU_ELSEWHERE,
    Situation.GRANDPARENTS_HOME_OWN_BOOK,
}


@dataclass(frozen=True, slots=True)
class Cast:
    """The people, the county of their register, and the days their home and their book date from."""

    father: Person
    mother: Person
    leader: Person
    children: tuple[Person, ...]
    grandparents: tuple[Person, ...]
    region: Region
    home_registered: date
    settled: date

    @property
    def other(self) -> Person:
        """The guardian who does not lead."""
        return self.father if self.leader is self.mother else self.mother


def draw_cast(shape: Shape, places: Places, rng: Random, ids: IdIssuer) -> Cast:
    """Draw everyone in a family of this shape."""
    region = rng.choice(places.elsewhere) if shape.situation in HUKOU_ELSEWHERE else places.region
    came_from = rng.choice([place for place in places.elsewhere if place is not region])
    people = _People(places, rng, ids)
    mother_born = years_before(shape.births[0], 23, 33, rng)
    father_born = mother_born - timedelta(days=rng.randint(-700, 2100))
    mother = people.adult(draw_surname(rng), Sex.FEMALE, mother_born, region)
    father = people.adult(draw_surname(rng), Sex.MALE, father_born, region)
    leader = mother if shape.mother_leads else father
    registered, settled = _settling(shape, leader, rng)
    surname = _surname_of(mother if chance(rng, 0.05) else father)
    children: list[Person] = []
    for born in shape.births:
        birthplace = region if settled <= born else came_from
        given_names = tuple(child.name.removeprefix(surname) for child in children)
        sex = rng.choice((Sex.MALE, Sex.FEMALE))
        name = surname + draw_given(sex, rng, young=True, taken=given_names)
        children.append(Person(name, ids.issue(birthplace.code, born, sex, rng), sex, born))
    grandparents = people.grandparents(leader) if shape.situation in _WITH_GRANDPARENTS else ()
    return Cast(father, mother, leader, tuple(children), grandparents, region, registered, settled)


@dataclass(frozen=True, slots=True)
class _People:
    """Draws grown people of one county."""

    places: Places
    rng: Random
    ids: IdIssuer

    def adult(self, surname: str, sex: Sex, born: date, region: Region) -> Person:
        """Draw somebody born in the region, or, one time in a few, elsewhere."""
        birthplace = self.rng.choice((region, region, *self.places.elsewhere))
        name = surname + draw_given(sex, self.rng, young=False)
        number = self.ids.issue(birthplace.code_at_birth(born.year), born, sex, self.rng)
        return Person(name, number, sex, born)

    def grandparents(self, leader: Person) -> tuple[Person, Person]:
        """Draw the leading guardian's own parents."""
        born = years_before(leader.born, 24, 30, self.rng)
        grandfather = self.adult(_surname_of(leader), Sex.MALE, born, self.places.region)
        wife_born = born + timedelta(days=self.rng.randint(-400, 1000))
        return grandfather, self.adult(draw_surname(self.rng), Sex.FEMALE, wife_born, self.places.region)


def _settling(shape: Shape, leader: Person, rng: Random) -> tuple[date, date]:
    """Date the home's registration and the move into the book, before the entrant's birth or well after."""
    if shape.settled_before_birth:
        grown = leader.born + timedelta(days=22 * 365)
        entrant_born = min(born for born in shape.births if born >= FIRST_PRIMARY)
        registered = day_between(max(_FIRST_CERTIFICATE, grown), entrant_born - timedelta(days=365), rng)
    else:
        registered = day_between(*_LATE_HOME, rng)
    return registered, registered + timedelta(days=rng.randint(30, 200))


def _surname_of(person: Person) -> str:
    return person.name[:2] if person.name.startswith("欧阳") else person.name[0]
