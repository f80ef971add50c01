"""What each data item's record becomes, which records no longer count, and what is not trusted."""

from __future__ import annotations

import ast
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import (
    CompanyRecord,
    DepartmentRecord,
    InsuranceRecord,
    LeaseRecord,
    LicenceRecord,
    MarriageRecord,
    PaidSpan,
    PermitRecord,
    PresaleRecord,
    PublicHousingRecord,
    RecordQuery,
    SeatRecord,
)
from enrolment.model.plan import Stage
from integrations.departments import DATA_ITEMS, ExchangeDepartments
from tests.integrations.departments.items.rows import FATHER, MOTHER, ROWS, Row

Answering = Callable[[object], ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]
Reading = Callable[..., Awaitable[tuple[DepartmentRecord, ...]]]

_AT = datetime.fromisoformat("2027-06-10T09:00:00+08:00")
_HOME = "历下区历山路88号"
_READ: dict[str, DepartmentRecord] = {
    "residence_permit": PermitRecord(MOTHER, "370102", date(2025, 3, 1), _AT, ""),
    "marriage": MarriageRecord(
        (FATHER, MOTHER), married=True, registered_on=date(2017, 5, 20), obtained_at=_AT, digest=""
    ),
    "social_insurance": InsuranceRecord(
        MOTHER, "370102", (PaidSpan(date(2026, 1, 1), date(2027, 5, 1)),), _AT, ""
    ),
    "presale_contract": PresaleRecord(
        "Y0123456",
        "370102",
        _HOME,
        date(2025, 3, 1),
        delivered=False,
        buyers=(MOTHER,),
        obtained_at=_AT,
        digest="",
    ),
    "lease_filing": LeaseRecord("370102", _HOME, date(2026, 3, 1), date(2026, 2, 1), (MOTHER,), _AT, ""),
    "public_housing": PublicHousingRecord("370102", _HOME, date(2023, 3, 1), (MOTHER,), _AT, ""),
    "sole_proprietor_licence": LicenceRecord(MOTHER, "370102", date(2024, 3, 1), _AT, ""),
    "company_registration": CompanyRecord(MOTHER, "370102", date(2024, 3, 1), _AT, ""),
    "seat_records": SeatRecord(
        "鲁(2019)济南市不动产权第0123456号", Stage.PRIMARY, date(2022, 9, 1), (MOTHER,), _AT, ""
    ),
}


@pytest.fixture
def read(departments_answering: Answering, grant: Granting) -> Reading:
    """Give the way to read rows of an item under a live grant."""

    async def verify(data_item: str, *sent: Row) -> tuple[DepartmentRecord, ...]:
        query = RecordQuery(data_item, "child-1", ROWS[data_item][1])
        return tuple(await departments_answering(list(sent)).verify(query, grant(data_item)))

    return verify


@pytest.mark.parametrize("data_item", _READ)
async def test_record_is_read_when_every_field_is_as_agreed(read: Reading, data_item: str) -> None:
    """Each field lands where the rules look for it."""
    (record,) = await read(data_item, ROWS[data_item][0])
    assert replace(record, digest="", obtained_at=_AT) == _READ[data_item]


@pytest.mark.parametrize("data_item", ROWS)
async def test_digest_differs_when_anything_in_the_record_does(read: Reading, data_item: str) -> None:
    """Fields that no rule reads are part of the evidence too."""
    row = ROWS[data_item][0]
    (record,) = await read(data_item, row)
    (again,) = await read(data_item, dict(reversed(row.items())))
    assert record.digest == again.digest
    unread = set(getattr(DATA_ITEMS[data_item], "unread", ())) & row.keys()
    for field in unread:
        (other,) = await read(data_item, row | {field: "另一个"})
        assert other.digest != record.digest


@pytest.mark.parametrize(
    ("data_item", "field", "words"),
    [
        ("residence_permit", "ZT", ["过期", "注销"]),
        ("public_housing", "ZT", ["已退租"]),
        ("sole_proprietor_licence", "JYZT", ["注销", "吊销"]),
        ("company_registration", "JYZT", ["注销", "吊销"]),
        ("lease_filing", "ZZRQ", ["20270609"]),
    ],
)
async def test_record_does_not_count_when_it_is_over(
    read: Reading, data_item: str, field: str, words: list[str]
) -> None:
    """A permit that lapsed, a business given up, a lease that ended yesterday, beside one in force."""
    row = ROWS[data_item][0]
    for word in words:
        assert await read(data_item, row | {field: word}) == ()
        assert len(await read(data_item, row | {field: word}, row)) == 1


async def test_lease_counts_when_it_ends_today_or_never(read: Reading) -> None:
    """The last day is still one; a lease without an end has none."""
    row = ROWS["lease_filing"][0]
    for until in ("20270610", None, ""):
        assert len(await read("lease_filing", row | {"ZZRQ": until})) == 1


@pytest.mark.parametrize(
    ("data_item", "field", "word", "name", "value"),
    [
        ("marriage", "YWLX", "离婚登记", "married", False),
        ("presale_contract", "JFZT", "已交付", "delivered", True),
        ("seat_records", "XD", "初中", "stage", Stage.JUNIOR),
        ("seat_records", "JHR", [], "guardians", ()),
        ("public_housing", "QZRQ", "2027-06-10", "since", date(2027, 6, 10)),
        ("residence_permit", "GMSFHM", "３７０１０２１９９００３０７４１２１", "holder", MOTHER),
    ],
)
async def test_field_is_read_when_it_says_something_else(
    read: Reading, data_item: str, field: str, word: object, name: str, value: object
) -> None:
    """A divorce, a home handed over, junior school, a stranger's seat, today, full-width digits."""
    (record,) = await read(data_item, ROWS[data_item][0] | {field: word})
    assert getattr(record, name) == value


async def test_insurance_is_joined_by_place_when_months_have_gaps(read: Reading) -> None:
    """Two runs in one place are one record, another place is another."""
    row = ROWS["social_insurance"][0]
    records = await read(
        "social_insurance",
        row,
        row | {"KSNY": "202401", "JSNY": "202412"},
        row | {"KSNY": "202501", "JSNY": "202512", "XZQH": "370104"},
    )
    here, there = records
    assert isinstance(here, InsuranceRecord)
    assert isinstance(there, InsuranceRecord)
    assert [span.first for span in here.spans] == [date(2026, 1, 1), date(2024, 1, 1)]
    assert (there.region, there.spans) == ("370104", (PaidSpan(date(2025, 1, 1), date(2025, 12, 1)),))


_FUTURE = {
    "residence_permit": "QFRQ",
    "marriage": "DJRQ",
    "presale_contract": "BARQ",
    "lease_filing": "BARQ",
    "public_housing": "QZRQ",
    "sole_proprietor_licence": "CLRQ",
    "company_registration": "CLRQ",
    "seat_records": "RXRQ",
}


@pytest.mark.parametrize(("data_item", "field"), _FUTURE.items())
async def test_department_is_unavailable_when_it_has_done_something_in_the_future(
    read: Reading, data_item: str, field: str
) -> None:
    """What is registered tomorrow was not registered."""
    with pytest.raises(DepartmentUnavailable, match=f"{field} is a day in the future"):
        await read(data_item, ROWS[data_item][0] | {field: "20270611"})


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        ("202702", "202701", "JSNY is not between"),
        ("202601", "202707", "JSNY is not between"),
        ("202613", "202705", "KSNY is not a day of the calendar"),
        ("2026", "202705", "KSNY is not a month"),
        (202601, "202705", "KSNY is not a text"),
    ],
)
async def test_insurance_is_unavailable_when_its_months_make_no_sense(
    read: Reading, first: object, last: object, reason: str
) -> None:
    """Backwards, in the future, no month at all."""
    with pytest.raises(DepartmentUnavailable, match=reason):
        await read("social_insurance", ROWS["social_insurance"][0] | {"KSNY": first, "JSNY": last})


@pytest.mark.parametrize("data_item", ["sole_proprietor_licence", "company_registration"])
@pytest.mark.parametrize(
    "code", ["92370102MA3C0XAM1C", "92370102MA3C0XAM1", "9237 0102MA3C0XAM1B", "92370102MA3C0XAI1B", "", 9]
)
async def test_business_is_unavailable_when_its_credit_code_is_none(
    read: Reading, data_item: str, code: object
) -> None:
    """A wrong check character, a missing one, a letter that no code has."""
    with pytest.raises(DepartmentUnavailable, match="TYSHXYDM is not a"):
        await read(data_item, ROWS[data_item][0] | {"TYSHXYDM": code})


@pytest.mark.parametrize("wrong", [7, 1.5, True, [], {}, [7], "", "　", "x" * 301, "路\x00"])
@pytest.mark.parametrize(
    ("data_item", "field"),
    [
        (item, field)
        for item, (row, _) in ROWS.items()
        for field in row
        if field not in getattr(DATA_ITEMS[item], "unread", ())
    ],
)
async def test_department_is_unavailable_when_a_field_is_of_another_type(
    read: Reading, data_item: str, field: str, wrong: object
) -> None:
    """No field that is read may be anything but what was agreed; a few may be empty."""
    may_be_empty = {"QRRQ", "ZZRQ", "MQZJH", "FQZJH"}
    if field in may_be_empty and isinstance(wrong, str) and not wrong.strip():
        return
    if field == "JHR" and wrong == []:
        return
    with pytest.raises(DepartmentUnavailable, match=r"is not|is none of|somebody else's"):
        await read(data_item, ROWS[data_item][0] | {field: wrong})


@pytest.mark.parametrize("data_item", ROWS)
async def test_department_is_unavailable_when_a_record_holds_an_unknown_field(
    read: Reading, data_item: str
) -> None:
    """On top of it, or inside one of its lists."""
    row = ROWS[data_item][0]
    lists = {name: value for name, value in row.items() if isinstance(value, list)}
    inside = [row | {name: [value[0] | {"BZ": "备注"}]} for name, value in lists.items()]
    for sent in (row | {"BZ": "备注"}, *inside):
        with pytest.raises(DepartmentUnavailable, match="a field nobody agreed on"):
            await read(data_item, row, sent) if data_item not in _ONE else await read(data_item, sent)


_ONE = {"birth_certificate", "household_members"}
"""The items of which there is one record for a child."""


@pytest.mark.parametrize("data_item", [item for item in ROWS if item not in _ONE])
async def test_department_is_unavailable_when_one_record_of_several_is_somebody_elses(
    read: Reading, data_item: str
) -> None:
    """One wrong record makes the whole answer untrustworthy."""
    row, asked = ROWS[data_item]
    other = "370102197505050016"
    text = repr(row).replace(asked, other)
    others: Row = ast.literal_eval(text)
    with pytest.raises(DepartmentUnavailable, match="somebody else's"):
        await read(data_item, row, others)
