"""How often each situation occurs in a town, in parts of a hundred or so."""

from collections.abc import Mapping

from sandbox.families.situations import Situation

Mix = Mapping[Situation, float]

# 50 with both, 20 with a home alone, 15 with a hukou alone, 15 with neither: all told by three departments.
PLAIN: Mix = {
    Situation.OWN_HOME: 27,
    Situation.SHARED_HOME: 18,
    Situation.HOME_WITH_GRANDPARENT: 5,
    Situation.HUKOU_ELSEWHERE: 20,
    Situation.HUKOU_NO_HOME: 5,
    Situation.COLLECTIVE_HUKOU: 4,
    Situation.GRANDPARENTS_HOME: 3.5,
    Situation.COMMERCIAL_HOME: 2.5,
    Situation.NEWCOMER: 10,
    Situation.NEWCOMER_WITH_HOME: 5,
}

RICH: Mix = {
    Situation.OWN_HOME: 16,
    Situation.SHARED_HOME: 8,
    Situation.HOME_WITH_GRANDPARENT: 4,
    Situation.HUKOU_ELSEWHERE: 9,
    Situation.HUKOU_NO_HOME: 4,
    Situation.COLLECTIVE_HUKOU: 4,
    Situation.GRANDPARENTS_HOME: 5,
    Situation.COMMERCIAL_HOME: 3,
    Situation.NEWCOMER: 20,
    Situation.NEWCOMER_WITH_HOME: 4,
    Situation.HALF_WITH_GRANDPARENT: 3,
    Situation.PART_OF_HOME: 3,
    Situation.PART_OF_HOME_HUKOU_ELSEWHERE: 3,
    Situation.SHOP_HUKOU_ELSEWHERE: 1.5,
    Situation.HOME_AND_SHOP: 2,
    Situation.HOME_APART_FROM_HUKOU: 2,
    Situation.HOME_NEXT_COUNTY: 2,
    Situation.CONTRACT_DELIVERED: 2,
    Situation.CONTRACT_NOT_DELIVERED: 1.5,
    Situation.CONTRACT_NEXT_COUNTY: 1,
    Situation.CONTRACT_HUKOU_ELSEWHERE: 1.5,
    Situation.CONTRACT_NOT_DELIVERED_HUKOU_ELSEWHERE: 1,
    Situation.GRANDPARENTS_ENTERED_LATE: 2,
    Situation.GRANDPARENTS_MOVED_TOGETHER: 3,
    Situation.GRANDPARENTS_AND_HOME_IN_CITY: 2,
    Situation.GRANDPARENTS_HOME_OWN_BOOK: 1.5,
    Situation.GRANDPARENTS_HOME_HUKOU_ELSEWHERE: 1,
    Situation.GRANDPARENTS_RENTING: 1,
    Situation.PUBLIC_HOUSING: 3,
    Situation.PUBLIC_HOUSING_NEXT_COUNTY: 1,
    Situation.COLLECTIVE_HUKOU_ELSEWHERE: 1,
    Situation.PREFERENTIAL: 0.5,
    Situation.RESETTLED: 0.5,
}
