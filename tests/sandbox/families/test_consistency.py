"""Every department tells the same story about a family, and its true category follows from the records."""

import re
from collections import Counter
from datetime import date

import pytest
from stdnum.cn import ric

from sandbox.families import Family, Home, HukouBook, Person, Sex, families
from sandbox.families.places import COMMUNITIES, ROADS

_TOWN = families(1000)
_LIXIA = "370102"
_SOON = date(2027, 6, 1)
_CERTIFICATE = re.compile(r"[鲁豫]\((20\d\d)\)(济南|聊城|郑州)市不动产权第\d{7}号")
_FLAT = r"\d+号楼\d+单元\d{3}室"


def test_id_numbers_are_valid_and_unique_when_a_thousand_families_are_drawn() -> None:
    """Check digit, birth date and sex digit agree with the person, and nobody shares a number."""
    people = [person for family in _TOWN for person in family.people]
    for person in people:
        assert ric.calc_check_digit(person.id_number) == person.id_number[17]
        assert ric.get_birth_place(_as_if_born_with_numbers(person.id_number))
        assert ric.get_birth_date(person.id_number) == person.born
        assert (int(person.id_number[16]) % 2 == 1) == (person.sex is Sex.MALE)
    assert len({person.id_number for person in people}) == len(people)


def test_everyone_is_in_exactly_one_book_when_a_thousand_families_are_drawn() -> None:
    """Each person has one page in one register, which has one head."""
    for family in _TOWN:
        pages = Counter(page.person.id_number for book in family.books for page in book.members)
        assert pages == Counter(person.id_number for person in family.people), family.code
        for book in family.books:
            assert [page.relation for page in book.members].count("户主") == 1, family.code


def test_birth_certificates_name_child_and_parents_when_a_thousand_families_are_drawn() -> None:
    """One certificate a child, with both parents, of plausible age."""
    for family in _TOWN:
        assert [birth.child for birth in family.birth_certificates] == list(family.children), family.code
        for birth in family.birth_certificates:
            assert (birth.father, birth.mother) == family.guardians
            for parent in family.guardians:
                assert 20 <= _years(parent, birth.child.born) <= 50, family.code


def test_relations_fit_sex_and_generation_when_a_thousand_families_are_drawn() -> None:
    """A girl is never entered as a son, nor a grandchild as a child."""
    sons, daughters = {"子", "孙子", "外孙子"}, {"女", "孙女", "外孙女"}
    for family in _TOWN:
        book = _childrens_book(family)
        three_generations = any(page.person in family.grandparents for page in book.members)
        for page in book.members:
            if page.person in family.children:
                assert page.relation in (sons if page.person.sex is Sex.MALE else daughters), family.code
                assert ("孙" in page.relation) == three_generations, family.code


def test_dates_are_in_order_when_a_thousand_families_are_drawn() -> None:
    """Nobody moves in before birth, owns a home as a minor, or does anything after the demonstration."""
    for family in _TOWN:
        for book in family.books:
            assert all(page.person.born <= page.moved_in <= _SOON for page in book.members), family.code
        for home in family.homes:
            assert home.registered <= _SOON
            assert all(_years(share.owner, home.registered) >= 18 for share in home.shares), family.code


def test_homes_are_well_formed_when_a_thousand_families_are_drawn() -> None:
    """Certificate numbers have the national form, the year of registration, and shares of a whole."""
    homes = [home for family in _TOWN for home in family.homes]
    for home in homes:
        matched = _CERTIFICATE.fullmatch(home.certificate)
        assert matched is not None
        assert int(matched[1]) == home.registered.year
        assert sum(share.percent for share in home.shares) == 100
        assert home.use in {"住宅", "商业"}
    assert len({home.certificate for home in homes}) == len(homes)


def test_county_addresses_are_on_listed_places_when_a_thousand_families_are_drawn() -> None:
    """Each 历下 address is a flat in a listed community or on a listed road, within its numbers."""
    places: list[HukouBook | Home] = []
    for family in _TOWN:
        places += family.books
        places += family.homes
    seen: set[str] = set()
    for place in places:
        in_county = place.address.startswith("山东省济南市历下区")
        assert in_county == (place.region == _LIXIA)
        if in_county:
            seen.add(_listed_place(place.address.removeprefix("山东省济南市历下区")))
    assert seen == {road.name for road in ROADS} | set(COMMUNITIES)


@pytest.mark.parametrize("family", _TOWN[:200], ids=lambda family: family.code)
def test_true_category_follows_from_the_records_when_read_afresh(family: Family) -> None:
    """The category told by the generator is the one its own records lead to."""
    assert family.true_category == _category_by_the_records(family)


def test_true_category_follows_from_the_records_when_a_thousand_families_are_drawn() -> None:
    """The rest of the town holds to it as well."""
    wrong = [family.code for family in _TOWN if family.true_category != _category_by_the_records(family)]
    assert wrong == []


def _category_by_the_records(family: Family) -> str:
    hukou = _childrens_book(family).region == _LIXIA
    guardians = {guardian.id_number for guardian in family.guardians}
    house = any(
        sum(share.percent for share in home.shares if share.owner.id_number in guardians) >= 50
        for home in family.homes
        if home.region == _LIXIA and home.use == "住宅"
    )
    return {
        (True, True): "house_and_hukou",
        (True, False): "house_only",
        (False, True): "hukou_only",
        (False, False): "migrant",
    }[house, hukou]


def _childrens_book(family: Family) -> HukouBook:
    books = [
        book
        for book in family.books
        if {child.id_number for child in family.children} <= {page.person.id_number for page in book.members}
    ]
    assert len(books) == 1
    return books[0]


def _listed_place(rest: str) -> str:
    for community in COMMUNITIES:
        if re.fullmatch(community + _FLAT, rest):
            return community
    for road in ROADS:
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
