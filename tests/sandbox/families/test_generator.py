"""The generator gives the families it promises, the same ones every time."""

from collections import Counter
from datetime import date

import pytest

from sandbox.families import Family, Population, Situation, TrueCategory, all_families, families, find
from sandbox.families.drawing.mixes import PLAIN


def test_families_are_equal_when_drawn_twice_from_one_seed() -> None:
    """A seed is a promise."""
    assert Population(7).first(50) == Population(7).first(50)


def test_families_differ_when_the_seed_differs() -> None:
    """Another seed is another town."""
    assert Population(7).first(1) != Population(8).first(1)


@pytest.mark.parametrize("county", ["370102", "370602", "370213"])
def test_every_situation_occurs_when_a_rich_town_is_drawn(county: str) -> None:
    """A town drawn to compare with holds every situation, and its demonstration families are the same."""
    town = families(1000, county=county, rich=True)
    assert {family.situation for family in town} == set(Situation)
    assert town[:8] == families(8, county=county)


def test_families_of_every_county_are_found_when_named() -> None:
    """Sign-in names and codes lead to one family each, whatever the county."""
    served = all_families(60)
    assert len(served) == 180
    for family in served:
        assert find(family.sign_in_name) is family
        assert find(family.code) is family


@pytest.mark.parametrize(
    ("code", "category"),
    [
        ("Z001", "house_and_hukou"),
        ("Z002", "house_only"),
        ("Z003", "grandparents_home"),
        ("Z004", "hukou_only"),
        ("Z005", "public_housing"),
        ("Z006", "migrant_children"),
        ("Z007", "collective_hukou"),
        ("Z008", "house_and_hukou"),
        ("L001", "house_and_hukou"),
        ("L002", "house_only"),
        ("L003", "hukou_only"),
        ("L004", "migrant_children"),
        ("L005", "other_children"),
        ("L006", "hukou_only"),
        ("L007", "house_and_hukou"),
        ("L008", "house_and_hukou"),
    ],
)
def test_category_is_as_told_when_a_county_is_demonstrated(code: str, category: str) -> None:
    """The demonstration families of 芝罘 and 李沧 stand where their rules turn."""
    family = find(code)
    assert family is not None
    assert family.true_category == category


def test_family_is_the_same_when_the_count_differs() -> None:
    """Drawing more families leaves the first ones as they were, in one go or two."""
    grown = Population()
    grown.first(3)
    assert grown.first(60)[:30] == Population().first(30)


def test_categories_follow_the_mix_when_many_families_are_drawn() -> None:
    """About 50, 20, 15 (a quarter of them with grandparents) and 15 per cent."""
    counted = Counter(family.true_category for family in families(1000))
    expected = {
        "house_and_hukou": 500,
        "house_only": 200,
        "hukou_only": 115,
        "grandparents_home": 35,
        "migrant_children": 150,
    }
    for category, number in expected.items():
        assert abs(counted[TrueCategory(category)] - number) <= 40, category


def test_every_situation_and_trait_occurs_when_the_default_count_is_drawn() -> None:
    """The default town holds each situation, twins, divorced guardians, juniors and large families."""
    town = families()
    assert len(town) == 200
    assert {family.situation for family in town} == set(PLAIN)
    assert any(family.divorced for family in town)
    assert sum(_twins(family) for family in town) >= 3
    assert sum(_has_birth(family, date(2014, 9, 1), date(2015, 8, 31)) for family in town) >= 20
    assert {len(family.children) for family in town} == {1, 2, 3}
    births = {child.born for family in town[8:] for child in family.children}
    assert {date(2020, 9, 1), date(2021, 8, 31), date(2021, 9, 1)} <= births


@pytest.mark.parametrize(
    ("code", "category", "births"),
    [
        ("F001", "house_and_hukou", [date(2020, 10, 15)]),
        ("F002", "house_only", [date(2021, 3, 8)]),
        ("F003", "hukou_only", [date(2020, 12, 1)]),
        ("F004", "migrant_children", [date(2021, 5, 20)]),
        ("F005", "house_and_hukou", [date(2015, 4, 12), date(2021, 1, 6)]),
        ("F006", "house_and_hukou", [date(2021, 2, 14), date(2021, 2, 14)]),
        ("F007", "house_and_hukou", [date(2021, 8, 31)]),
        ("F008", "house_and_hukou", [date(2021, 9, 1)]),
    ],
)
def test_demonstration_family_is_as_described_when_found_by_code(
    code: str, category: str, births: list[date]
) -> None:
    """The first eight families are the ones the demonstration is told with; the mother signs in."""
    family = find(code)
    assert family is not None
    assert family.true_category == category
    assert [child.born for child in family.children] == births
    assert family.signs_in is family.mother


def test_find_gives_the_family_when_the_name_has_other_case_width_or_blanks() -> None:
    """People type a sign-in name in many ways."""
    family = families()[11]
    for typed in (family.sign_in_name, f" {family.sign_in_name.upper()} ", "Ｆ０１２", "f012"):
        assert find(typed) == family


@pytest.mark.parametrize("typed", ["", "nobody001", "F000", "F201", "12", "F012x", "张伟"])
def test_find_gives_none_when_no_family_has_the_name(typed: str) -> None:
    """An unknown name finds nobody, not somebody."""
    assert find(typed) is None


def test_sign_in_names_and_phones_are_unique_when_many_families_are_drawn() -> None:
    """Two families never share an account."""
    town = families(1000)
    assert len({family.sign_in_name for family in town}) == 1000
    assert len({family.phone for family in town}) == 1000


def _twins(family: Family) -> bool:
    return len({child.born for child in family.children}) < len(family.children)


def _has_birth(family: Family, first: date, last: date) -> bool:
    return any(first <= child.born <= last for child in family.children)
