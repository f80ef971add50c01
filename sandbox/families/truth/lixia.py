"""历下区: both, a grandparent's home, a home alone, a hukou alone, or neither."""

from sandbox.families.family import Family, TrueCategory
from sandbox.families.people import Person
from sandbox.families.situations import Situation
from sandbox.families.truth.reading import Child

_HALF = 50


def category_in_lixia(family: Family, person: Person) -> TrueCategory:
    """Tell a child's category by the written rules of 历下区."""
    child = Child(family, person)
    if family.situation is Situation.PREFERENTIAL:
        return TrueCategory.PREFERENTIAL
    own_home = child.contract_home_here or any(percent >= _HALF for _, percent in child.dwellings_here())
    if not child.registered_here:
        return TrueCategory.HOUSE_ONLY if own_home else TrueCategory.MIGRANT
    if own_home:
        return TrueCategory.HOUSE_AND_HUKOU
    if child.with_grandparent and child.grandparents_own_here and not child.guardians_own_in_city:
        return TrueCategory.GRANDPARENTS_HOME
    return TrueCategory.HUKOU_ONLY
