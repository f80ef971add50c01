"""Every department tells the same story about a family, and its true category follows from the records."""

import re
from collections import Counter
from datetime import date

import pytest
from stdnum.cn import ric

from sandbox.families import Family, Home, HukouBook, Person, Sex, Situation, families
from sandbox.families.places import LICANG, LIXIA, ZHIFU, Places
from sandbox.families.records import Lease, PresaleContract, PublicHousing

_TOWN = families(1000)
_PLACES = (LIXIA, ZHIFU, LICANG)
_RICH = {places.region.code: families(1000, county=places.region.code, rich=True) for places in _PLACES}
_EVERYBODY = (*_TOWN, *_RICH["370602"], *_RICH["370213"])
_TOWNS = (*_EVERYBODY, *_RICH["370102"])
_LIXIA = "370102"
_SOON = date(2027, 6, 1)
_CERTIFICATE = re.compile(
    r"[鲁豫吉辽苏黑]\((20\d\d)\)(济南|聊城|郑州|长春|大连|徐州|哈尔滨|烟台市..|青岛市..)[市区]不动产权第\d{7}号"
)
_FLAT = r"\d+号楼\d+单元\d{3}室"


def test_id_numbers_are_valid_and_unique_when_a_thousand_families_are_drawn() -> None:
    """Check digit, birth date and sex digit agree with the person, and nobody shares a number."""
    people = [person for family in _EVERYBODY for person in family.people]
    for person in people:
        assert ric.calc_check_digit(person.id_number) == person.id_number[17]
        assert ric.get_birth_place(_as_if_born_with_numbers(person.id_number))
        assert ric.get_birth_date(person.id_number) == person.born
        assert (int(person.id_number[16]) % 2 == 1) == (person.sex is Sex.MALE)
    assert len({person.id_number for person in people}) == len(people)


def test_everyone_is_in_exactly_one_book_when_a_thousand_families_are_drawn() -> None:
    """Each person has one page in one register, which has one head."""
    for family in _TOWNS:
        pages = Counter(page.person.id_number for book in family.books for page in book.members)
        assert pages == Counter(person.id_number for person in family.people), family.code
        for book in family.books:
            assert [page.relation for page in book.members].count("户主") == 1, family.code


def test_birth_certificates_name_child_and_parents_when_a_thousand_families_are_drawn() -> None:
    """One certificate a child, with both parents, of plausible age."""
    for family in _TOWNS:
        assert [birth.child for birth in family.birth_certificates] == list(family.children), family.code
        for birth in family.birth_certificates:
            assert (birth.father, birth.mother) == family.guardians
            for parent in family.guardians:
                assert 20 <= _years(parent, birth.child.born) <= 50, family.code


def test_relations_fit_sex_and_generation_when_a_thousand_families_are_drawn() -> None:
    """A girl is never entered as a son, nor a grandchild as a child."""
    sons, daughters = {"子", "孙子", "外孙子"}, {"女", "孙女", "外孙女"}
    for family in _TOWNS:
        book = _childrens_book(family)
        three_generations = any(page.person in family.grandparents for page in book.members)
        for page in book.members:
            if page.person in family.children:
                assert page.relation in (sons if page.person.sex is Sex.MALE else daughters), family.code
                assert ("孙" in page.relation) == three_generations, family.code


def test_dates_are_in_order_when_a_thousand_families_are_drawn() -> None:
    """Nobody moves in before birth, owns a home as a minor, or does anything after the demonstration."""
    for family in _TOWNS:
        for book in family.books:
            assert all(page.person.born <= page.moved_in <= _SOON for page in book.members), family.code
        for home in family.homes:
            assert home.registered <= _SOON
            assert all(_years(share.owner, home.registered) >= 18 for share in home.shares), family.code


def test_homes_are_well_formed_when_a_thousand_families_are_drawn() -> None:
    """Certificate numbers have the national form, the year of registration, and shares of a whole."""
    homes = [home for family in _EVERYBODY for home in family.homes]
    for home in homes:
        matched = _CERTIFICATE.fullmatch(home.certificate)
        assert matched is not None
        assert int(matched[1]) == home.registered.year
        assert sum(share.percent for share in home.shares) == 100
        assert home.use in {"住宅", "商业"}
    assert len({home.certificate for home in homes}) == len(homes)


@pytest.mark.parametrize("places", _PLACES, ids=lambda places: places.name)
def test_county_addresses_are_on_listed_places_when_a_thousand_families_are_drawn(places: Places) -> None:
    """Each address of the county is a flat in a listed community or on a listed road, within its numbers."""
    prefix = places.region.prefix
    seen: set[str] = set()
    for family in _RICH[places.region.code]:
        places_held: list[HukouBook | Home | PresaleContract | Lease | PublicHousing] = []
        places_held += family.books
        places_held += family.homes
        places_held += family.papers.contracts
        places_held += family.papers.leases
        places_held += family.papers.public_housing
        for place in places_held:
            in_county = place.address.startswith(prefix)
            assert in_county == (place.region == places.region.code), family.code
            if in_county:
                seen.add(_listed_place(place.address.removeprefix(prefix), places))
    assert seen == {road.name for road in places.roads} | set(places.communities)


def test_everybody_is_one_person_when_three_counties_are_served() -> None:
    """No ID number, phone, book or certificate belongs to families of two counties."""
    people = [person.id_number for family in _EVERYBODY for person in family.people]
    assert len(set(people)) == len(people)
    assert len({family.phone for family in _EVERYBODY}) == len(_EVERYBODY)
    books = [book.number for family in _EVERYBODY for book in family.books]
    homes = [home.certificate for family in _EVERYBODY for home in family.homes]
    assert len(set(books)) == len(books)
    assert len(set(homes)) == len(homes)


def test_papers_are_dated_before_the_demonstration_when_families_are_drawn() -> None:
    """Nobody holds a permit, a lease or a licence of tomorrow, and seats come from its own home."""
    for family in _TOWNS:
        held = family.papers
        days = [
            *(permit.since for permit in held.permits),
            *(licence.since for licence in held.licences),
            *(company.since for company in held.companies),
            *(home.since for home in held.public_housing),
            *(lease.filed for lease in held.leases),
            *(contract.filed for contract in held.contracts),
            *(seat.used for seat in held.seats),
        ]
        assert all(day < _SOON for day in days), family.code
        assert {seat.certificate for seat in held.seats} <= {home.certificate for home in family.homes}


def test_true_category_follows_from_the_records_when_a_thousand_families_are_drawn() -> None:
    """The category told by the generator is the one its three records lead to, read afresh."""
    wrong = [family.code for family in _TOWN if family.true_category != _category_by_the_records(family)]
    assert wrong == []


_CLEAR = {
    "370102": {
        Situation.OWN_HOME: {"house_and_hukou"},
        Situation.HALF_WITH_GRANDPARENT: {"house_and_hukou"},
        Situation.PART_OF_HOME: {"house_and_hukou", "hukou_only"},
        Situation.PART_OF_HOME_HUKOU_ELSEWHERE: {"house_only", "migrant_children"},
        Situation.SHOP_HUKOU_ELSEWHERE: {"migrant_children"},
        Situation.CONTRACT_NEXT_COUNTY: {"hukou_only"},
        Situation.GRANDPARENTS_HOME_OWN_BOOK: {"hukou_only"},
        Situation.GRANDPARENTS_HOME_HUKOU_ELSEWHERE: {"migrant_children"},
        Situation.GRANDPARENTS_RENTING: {"hukou_only"},
        Situation.HOME_AND_SHOP: {"house_and_hukou"},
        Situation.HOME_NEXT_COUNTY: {"hukou_only"},
        Situation.CONTRACT_DELIVERED: {"house_and_hukou"},
        Situation.CONTRACT_NOT_DELIVERED: {"hukou_only"},
        Situation.CONTRACT_HUKOU_ELSEWHERE: {"house_only"},
        Situation.GRANDPARENTS_ENTERED_LATE: {"grandparents_home"},
        Situation.GRANDPARENTS_AND_HOME_IN_CITY: {"hukou_only"},
        Situation.NEWCOMER: {"migrant_children"},
        Situation.PREFERENTIAL: {"preferential"},
    },
    "370602": {
        Situation.OWN_HOME: {"house_and_hukou"},
        Situation.HALF_WITH_GRANDPARENT: {"hukou_only"},
        Situation.COLLECTIVE_HUKOU: {"collective_hukou"},
        Situation.GRANDPARENTS_ENTERED_LATE: {"grandparents_home", "hukou_only"},
        Situation.GRANDPARENTS_MOVED_TOGETHER: {"grandparents_home", "hukou_only"},
        Situation.GRANDPARENTS_AND_HOME_IN_CITY: {"hukou_only"},
        Situation.PUBLIC_HOUSING: {"public_housing", "hukou_only"},
        Situation.PUBLIC_HOUSING_NEXT_COUNTY: {"hukou_only"},
        Situation.NEWCOMER: {"migrant_children", "other_children"},
        Situation.RESETTLED: {"resettlement"},
    },
    "370213": {
        Situation.OWN_HOME: {"house_and_hukou", "hukou_only"},
        Situation.HALF_WITH_GRANDPARENT: {"house_and_hukou"},
        Situation.GRANDPARENTS_HOME: {"hukou_only"},
        Situation.HUKOU_ELSEWHERE: {"house_only", "migrant_children", "other_children"},
        Situation.NEWCOMER: {"migrant_children", "other_children"},
    },
}


@pytest.mark.parametrize("county", _CLEAR)
def test_true_categories_are_those_a_situation_can_have_when_families_are_drawn(county: str) -> None:
    """Each situation leads to the categories the county's rules allow it, to each for somebody."""
    for situation, expected in _CLEAR[county].items():
        lived = [family for family in _RICH[county] if family.situation is situation]
        assert {category for family in lived for category in family.true_categories} == expected, situation


def _category_by_the_records(family: Family) -> str:
    book = _childrens_book(family)
    hukou = book.region == _LIXIA
    guardians = {guardian.id_number for guardian in family.guardians}
    house = any(
        sum(share.percent for share in home.shares if share.owner.id_number in guardians) >= 50
        for home in family.homes
        if home.region == _LIXIA and home.use == "住宅"
    )
    if hukou and not house and book.head in family.grandparents:
        return "grandparents_home"
    return {
        (True, True): "house_and_hukou",
        (True, False): "house_only",
        (False, True): "hukou_only",
        (False, False): "migrant_children",
    }[house, hukou]


def _childrens_book(family: Family) -> HukouBook:
    books = [
        book
        for book in family.books
        if {child.id_number for child in family.children} <= {page.person.id_number for page in book.members}
    ]
    assert len(books) == 1
    return books[0]


def _listed_place(rest: str, places: Places) -> str:
    for community in places.communities:
        if re.fullmatch(community + _FLAT, rest):
            return community
    for road in places.roads:
        matched = re.fullmatch(rf"{road.name}(\d+)号(?:{_FLAT})?", rest)
        if matched and road.first <= int(matched[1]) <= road.last:
            return road.name
    raise AssertionError(f"{rest} is on no listed place")


def _as_if_born_with_numbers(number: str) -> str:
    """Give the number with a birth year in which numbers existed.

    They were given out from 1984 on, to the living by the county of that time; the library refuses
    those of people born before their county had its code.
    """
    return f"{number[:6]}{max(int(number[6:10]), 1984)}{number[10:]}"


def _years(person: Person, day: date) -> int:
    return day.year - person.born.year - ((day.month, day.day) < (person.born.month, person.born.day))
