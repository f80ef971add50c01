"""Reading a household book from the exchange's answer."""

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import HouseholdRecord, Member, RecordQuery
from enrolment.ports import Clock
from integrations.departments import ExchangeDepartments

_CHILD = "37010220201015006X"
_MOTHER = "370102199003074121"
_QUERY = RecordQuery("household_members", "child-1", _CHILD)
_ADDRESS = "山东省济南市历下区历山路88号3号楼2单元501室"

Answering = Callable[[object], ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]


def _row(**changed: object) -> dict[str, object]:
    row: dict[str, object] = {
        "HH": "0123456",
        "XM": "张小轩",
        "GMSFHM": "37010220201015006x",
        "CSRQ": "20201015",
        "YHZGX": "子",
        "HKSZD": _ADDRESS,
        "XZQH": "370102",
        "HLX": "家庭户",
        "QRRQ": "20201101",
    }
    return row | changed


def _mother(**changed: object) -> dict[str, object]:
    person = {"XM": "王芳", "GMSFHM": _MOTHER, "CSRQ": "1990-03-07", "YHZGX": "户主", "QRRQ": None}
    return _row(**(person | changed))


async def test_household_is_read_when_every_field_is_as_agreed(
    departments_answering: Answering, grant: Granting, clock: Clock
) -> None:
    """The rows of one book become one record, with the numbers normalised and the dates read."""
    sent = [_row(), _mother()]
    (record,) = await departments_answering(sent).verify(_QUERY, grant("household_members"))
    canonical = sorted(json.dumps(r, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for r in sent)
    assert record == HouseholdRecord(
        region="370102",
        address=_ADDRESS,
        collective=False,
        members=(
            Member("张小轩", _CHILD, date(2020, 10, 15), "子", date(2020, 11, 1)),
            Member("王芳", _MOTHER, date(1990, 3, 7), "户主", None),
        ),
        obtained_at=clock.now(),
        digest=hashlib.sha256("\n".join(canonical).encode()).hexdigest(),
    )


async def test_household_digest_stays_the_same_when_the_rows_come_in_another_order(
    departments_answering: Answering, grant: Granting
) -> None:
    """The digest is that of the record, not that of the order it was sent in."""
    (one,) = await departments_answering([_row(), _mother()]).verify(_QUERY, grant("household_members"))
    (other,) = await departments_answering([_mother(), _row()]).verify(_QUERY, grant("household_members"))
    (changed,) = await departments_answering([_mother(), _row(XM="张小宇")]).verify(
        _QUERY, grant("household_members")
    )
    assert one.digest == other.digest != changed.digest


async def test_household_is_collective_when_the_book_is_a_collective_one(
    departments_answering: Answering, grant: Granting
) -> None:
    """集体户 is told apart from 家庭户."""
    (record,) = await departments_answering([_row(HLX="集体户")]).verify(_QUERY, grant("household_members"))
    assert isinstance(record, HouseholdRecord)
    assert record.collective


async def test_household_is_absent_when_the_department_has_no_record(
    departments_answering: Answering, grant: Granting
) -> None:
    """An empty list is an answer of its own, not a failure."""
    assert await departments_answering([]).verify(_QUERY, grant("household_members")) == ()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ([_mother()], "somebody else's"),
        ([_row(), _mother(HH="999")], "HH differs"),
        ([_row(), _mother(XZQH="370104")], "XZQH differs"),
        ([_row(XM=None)], "XM is not a text"),
        ([_row(XM=["张"])], "XM is not a text"),
        ([_row(HKSZD="　")], "HKSZD is not a text"),
        ([_row(HKSZD="路" * 301)], "HKSZD is not a text"),
        ([_row(GMSFHM="370102202010150060")], "GMSFHM is not an ID number"),
        ([_row(GMSFHM=370102202010150027)], "GMSFHM is not a text"),
        ([_row(CSRQ="20201315")], "CSRQ is not a day of the calendar"),
        ([_row(CSRQ=20201015)], "CSRQ is not a text"),
        ([_row(CSRQ="2020年10月15日")], "CSRQ is not a date"),
        ([_row(QRRQ="soon")], "QRRQ is not a date"),
        ([_row(XZQH="历下")], "XZQH is not a region"),
        ([_row(HLX="船民户")], "HLX is none of the agreed words"),
        ([_row()] * 201, "more than 200"),
        ({"rows": [_row()]}, "not a list of records"),
        ([[_row()]], "not a list of records"),
        (None, "not a list of records"),
        ("", "not a list of records"),
    ],
)
async def test_household_is_unavailable_when_the_answer_is_not_as_agreed(
    departments_answering: Answering, grant: Granting, answer: object, reason: str
) -> None:
    """A shape nobody agreed on is not trusted; the reason names the field."""
    with pytest.raises(DepartmentUnavailable, match=reason):
        await departments_answering(answer).verify(_QUERY, grant("household_members"))
