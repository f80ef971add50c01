"""芝罘区: more than half of a home; grandparents by birth or five years; permits of half a year."""

from sandbox.families.family import Family, TrueCategory
from sandbox.families.people import Person
from sandbox.families.situations import Situation
from sandbox.families.truth.counting import any_lasted, lasted
from sandbox.families.truth.reading import Child

_HALF = 50
_FIVE_YEARS = 60
_HALF_A_YEAR = 6


def category_in_zhifu(family: Family, person: Person) -> TrueCategory:
    """Tell a child's category by the written rules of 芝罘区."""
    child = Child(family, person)
    if family.situation is Situation.PREFERENTIAL:
        return TrueCategory.PREFERENTIAL
    own_home = any(percent > _HALF for _, percent in child.dwellings_here())
    if child.registered_here:
        return TrueCategory.HOUSE_AND_HUKOU if own_home else _with_hukou_alone(child)
    if own_home:
        return TrueCategory.HOUSE_ONLY
    works = child.months_insured >= _HALF_A_YEAR or any_lasted(child.licences_here, _HALF_A_YEAR)
    settled = works and any_lasted(child.permits_here, _HALF_A_YEAR)
    return TrueCategory.MIGRANT if settled else TrueCategory.OTHER


def _with_hukou_alone(child: Child) -> TrueCategory:
    family = child.family
    if family.situation is Situation.RESETTLED:
        return TrueCategory.RESETTLEMENT
    if _by_the_grandparents(child):
        return TrueCategory.GRANDPARENTS_HOME
    if any_lasted(child.public_housing_here, _FIVE_YEARS):
        return TrueCategory.PUBLIC_HOUSING
    if child.book.kind == "集体户":
        return TrueCategory.COLLECTIVE_HUKOU
    return TrueCategory.HUKOU_ONLY


def _by_the_grandparents(child: Child) -> bool:
    if not (child.with_grandparent and child.grandparents_own_here) or child.guardians_own_in_city:
        return False
    together = child.three_generations_since
    return child.since_birth or (together is not None and lasted(together, _FIVE_YEARS))
