"""李沧区: a home that has not given its seat away; a year of permit, work and filed lease."""

from sandbox.families.family import Family, TrueCategory
from sandbox.families.people import Person
from sandbox.families.records import Home
from sandbox.families.records.living import JUNIOR, PRIMARY
from sandbox.families.situations import Situation
from sandbox.families.truth.counting import FIRST_SCHOOL_DAY, any_lasted, lasted
from sandbox.families.truth.reading import Child

_HALF = 50
_YEAR = 12
_LOCKED = {PRIMARY: 72, JUNIOR: 36}


def category_in_licang(family: Family, person: Person) -> TrueCategory:
    """Tell a child's category by the written rules of 李沧区, for the stage of its age."""
    child = Child(family, person)
    if family.situation is Situation.PREFERENTIAL:
        return TrueCategory.PREFERENTIAL
    homes = [home for home, percent in child.dwellings_here() if percent >= _HALF]
    own_home = any(_seat_is_free(child, home) for home in homes)
    if child.registered_here:
        return TrueCategory.HOUSE_AND_HUKOU if own_home else TrueCategory.HUKOU_ONLY
    if own_home:
        return TrueCategory.HOUSE_ONLY
    works = (
        child.months_insured >= _YEAR
        or any_lasted(child.licences_here, _YEAR)
        or any_lasted(child.companies_here, _YEAR)
    )
    lives = bool(homes) or any_lasted(child.leases_filed_here, _YEAR)
    return TrueCategory.MIGRANT if child.permits_here and works and lives else TrueCategory.OTHER


def _seat_is_free(child: Child, home: Home) -> bool:
    """A seat is free when long unused on the first school day, or when a brother or sister used it."""
    used = [
        seat
        for seat in child.family.papers.seats
        if (seat.certificate, seat.stage) == (home.certificate, child.stage)
    ]
    return all(
        seat.guardians == child.family.guardians or lasted(seat.used, _LOCKED[seat.stage], FIRST_SCHOOL_DAY)
        for seat in used
    )
