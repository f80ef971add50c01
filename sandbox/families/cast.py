"""Draws the people of a family and the dates its records hang on."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sandbox.families.citizen_id import IdIssuer
from sandbox.families.draws import chance, day_between, years_before
from sandbox.families.family import Situation
from sandbox.families.names import draw_given, draw_surname
from sandbox.families.people import Person, Sex
from sandbox.families.places import ELSEWHERE, LIXIA, Region
from sandbox.families.shape import FIRST_PRIMARY, Shape

# Certificates in the 不动产权第 form exist since the unified registry opened.
_FIRST_CERTIFICATE = date(2016, 6, 1)
_LATE_HOME = (date(2022, 1, 1), date(2026, 3, 31))
_HUKOU_ELSEWHERE = {Situation.HUKOU_ELSEWHERE, Situation.NEWCOMER, Situation.NEWCOMER_WITH_HOME}
_WITH_GRANDPARENTS = {Situation.HOME_WITH_GRANDPARENT, Situation.GRANDPARENTS_HOME}


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


def draw_cast(shape: Shape, rng: Random, ids: IdIssuer) -> Cast:
    """Draw everyone in a family of this shape."""
    region = rng.choice(ELSEWHERE) if shape.situation in _HUKOU_ELSEWHERE else LIXIA
    came_from = rng.choice([place for place in ELSEWHERE if place is not region])
    mother_born = years_before(shape.births[0], 23, 33, rng)
    father_born = mother_born - timedelta(days=rng.randint(-700, 2100))
    mother = _adult(draw_surname(rng), Sex.FEMALE, mother_born, region, rng, ids)
    father = _adult(draw_surname(rng), Sex.MALE, father_born, region, rng, ids)
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
    grandparents = _grandparents(leader, rng, ids) if shape.situation in _WITH_GRANDPARENTS else ()
    return Cast(father, mother, leader, tuple(children), grandparents, region, registered, settled)


def _adult(surname: str, sex: Sex, born: date, region: Region, rng: Random, ids: IdIssuer) -> Person:
    birthplace = rng.choice((region, region, *ELSEWHERE))
    name = surname + draw_given(sex, rng, young=False)
    return Person(name, ids.issue(birthplace.code_at_birth(born.year), born, sex, rng), sex, born)


def _settling(shape: Shape, leader: Person, rng: Random) -> tuple[date, date]:
    """Date the home's registration and the move into the book, before the entrant's birth or well after."""
    if shape.settled_before_birth:
        grown = leader.born + timedelta(days=22 * 365)
        entrant_born = min(born for born in shape.births if born >= FIRST_PRIMARY)
        registered = day_between(max(_FIRST_CERTIFICATE, grown), entrant_born - timedelta(days=365), rng)
    else:
        registered = day_between(*_LATE_HOME, rng)
    return registered, registered + timedelta(days=rng.randint(30, 200))


def _grandparents(leader: Person, rng: Random, ids: IdIssuer) -> tuple[Person, Person]:
    """Draw the leading guardian's own parents."""
    born = years_before(leader.born, 24, 30, rng)
    grandfather = _adult(_surname_of(leader), Sex.MALE, born, LIXIA, rng, ids)
    wife_born = born + timedelta(days=rng.randint(-400, 1000))
    return grandfather, _adult(draw_surname(rng), Sex.FEMALE, wife_born, LIXIA, rng, ids)


def _surname_of(person: Person) -> str:
    return person.name[:2] if person.name.startswith("欧阳") else person.name[0]
