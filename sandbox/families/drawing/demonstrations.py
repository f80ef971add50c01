"""The first eight families of each county, with whom the product is shown: always the same."""

from collections.abc import Mapping
from datetime import date, timedelta

from sandbox.families.drawing.marks import Marks
from sandbox.families.drawing.shape import LAST_PRIMARY, Shape
from sandbox.families.records import Oddity
from sandbox.families.situations import Situation

_TWINS = (date(2021, 2, 14), date(2021, 2, 14))

OF_LIXIA: Mapping[int, Shape] = {
    1: Shape(Situation.OWN_HOME, (date(2020, 10, 15),)),
    2: Shape(Situation.HUKOU_ELSEWHERE, (date(2021, 3, 8),)),
    3: Shape(Situation.HUKOU_NO_HOME, (date(2020, 12, 1),)),
    4: Shape(Situation.NEWCOMER, (date(2021, 5, 20),)),
    5: Shape(Situation.OWN_HOME, (date(2015, 4, 12), date(2021, 1, 6))),
    6: Shape(Situation.SHARED_HOME, _TWINS),
    7: Shape(Situation.OWN_HOME, (LAST_PRIMARY,)),
    8: Shape(Situation.OWN_HOME, (LAST_PRIMARY + timedelta(days=1),)),
    201: Shape(Situation.OWN_HOME, (date(2020, 11, 11),)),
    202: Shape(Situation.OWN_HOME, (date(2021, 1, 15),)),
    203: Shape(Situation.OWN_HOME, (date(2021, 4, 4),)),
}
ODD_IN_LIXIA: Mapping[int, Oddity] = {
    201: Oddity.BY_NUMBER,
    202: Oddity.OLD_KIND,
    203: Oddity.OTHER_NAME,
}
"""After the two hundred, three whose home an ID number alone does not find."""

OF_ZHIFU: Mapping[int, Shape] = {
    1: Shape(Situation.OWN_HOME, (date(2020, 10, 15),)),
    2: Shape(Situation.HUKOU_ELSEWHERE, (date(2021, 3, 8),)),
    3: Shape(Situation.GRANDPARENTS_HOME, (date(2020, 12, 1),)),
    4: Shape(
        Situation.GRANDPARENTS_MOVED_TOGETHER,
        (date(2021, 5, 20),),
        marks=Marks(moved_together=date(2023, 8, 31)),
    ),
    5: Shape(Situation.PUBLIC_HOUSING, (date(2021, 1, 6),), marks=Marks(public_housing=date(2022, 8, 31))),
    6: Shape(
        Situation.NEWCOMER, (date(2021, 4, 9),), marks=Marks(permit=date(2027, 2, 28), insured_months=6)
    ),
    7: Shape(Situation.COLLECTIVE_HUKOU, (date(2021, 6, 30),)),
    8: Shape(Situation.SHARED_HOME, _TWINS),
}

OF_LICANG: Mapping[int, Shape] = {
    1: Shape(Situation.OWN_HOME, (date(2020, 10, 15),)),
    2: Shape(Situation.HUKOU_ELSEWHERE, (date(2021, 3, 8),)),
    3: Shape(Situation.HUKOU_NO_HOME, (date(2020, 12, 1),)),
    4: Shape(
        Situation.NEWCOMER,
        (date(2021, 5, 20),),
        marks=Marks(permit=date(2026, 3, 2), insured_months=12, lease_filed=date(2026, 8, 31)),
    ),
    5: Shape(
        Situation.NEWCOMER,
        (date(2021, 1, 6),),
        marks=Marks(permit=date(2026, 3, 2), insured_months=12, lease_filed=date(2026, 9, 1)),
    ),
    6: Shape(Situation.OWN_HOME, (date(2021, 4, 9),), marks=Marks(seat_used=date(2022, 9, 1))),
    7: Shape(
        Situation.OWN_HOME,
        (date(2015, 4, 12), date(2021, 6, 30)),
        marks=Marks(seat_used=date(2021, 9, 1), seat_by_sibling=True),
    ),
    8: Shape(Situation.SHARED_HOME, _TWINS),
}
