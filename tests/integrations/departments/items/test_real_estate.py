"""Reading homes from the exchange's answer."""

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import HomeRecord, Owner, RecordQuery
from enrolment.ports import Clock
from integrations.departments import ExchangeDepartments

_MOTHER = "370102199003074121"
_FATHER = "370102198809120313"
_QUERY = RecordQuery("real_estate", "child-1", _MOTHER)

Answering = Callable[[object], ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]


def _owner(number: object = _MOTHER, share: object = 50) -> dict[str, object]:
    return {"XM": "王芳", "ZJH": number, "QLBL": share}


def _row(**changed: object) -> dict[str, object]:
    row: dict[str, object] = {
        "BDCQZH": "鲁(2019)济南市不动产权第0123456号",
        "QLR": [_owner(), _owner(_FATHER)],
        "ZL": "山东省济南市历下区历山路88号3号楼2单元501室",
        "XZQH": "370102",
        "GHYT": "住宅",
        "DJSJ": "2019-05-20 09:30:00",
    }
    return row | changed


async def test_homes_are_read_when_every_field_is_as_agreed(
    departments_answering: Answering, grant: Granting, clock: Clock
) -> None:
    """Each certificate becomes a record with its owners and shares."""
    sent = _row()
    first, second = await departments_answering([sent, _row(GHYT="商业")]).verify(
        _QUERY, grant("real_estate")
    )
    canonical = json.dumps(sent, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert first == HomeRecord(
        certificate_number="鲁(2019)济南市不动产权第0123456号",
        region="370102",
        address="山东省济南市历下区历山路88号3号楼2单元501室",
        use="住宅",
        registered_on=date(2019, 5, 20),
        owners=(Owner(_MOTHER, 50.0), Owner(_FATHER, 50.0)),
        obtained_at=clock.now(),
        digest=hashlib.sha256(canonical.encode()).hexdigest(),
    )
    assert isinstance(second, HomeRecord)
    assert second.use == "商业"


@pytest.mark.parametrize(("sent", "read"), [(33.3, 33.3), ("50", 50.0), ("100%", 100.0), (0, 0.0)])
async def test_share_is_read_when_sent_as_number_or_digits(
    departments_answering: Answering, grant: Granting, sent: object, read: float
) -> None:
    """Vendors write shares as numbers and as text."""
    (home,) = await departments_answering([_row(QLR=[_owner(share=sent)])]).verify(
        _QUERY, grant("real_estate")
    )
    assert isinstance(home, HomeRecord)
    assert home.owners[0].share == read


async def test_home_is_read_when_a_company_owns_a_part(
    departments_answering: Answering, grant: Granting
) -> None:
    """An owner need not be a person."""
    owners = [_owner(), _owner("91370100MA3C0XAMPL")]
    (home,) = await departments_answering([_row(QLR=owners)]).verify(_QUERY, grant("real_estate"))
    assert isinstance(home, HomeRecord)
    assert home.owners[1].id_number == "91370100MA3C0XAMPL"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ([_row(), _row(QLR=[_owner(_FATHER, 100)])], "somebody else's"),
        ([_row(QLR=[])], "somebody else's"),
        ([_row(QLR="王芳")], "QLR is not a list"),
        ([_row(QLR=[_owner(share="一半")])], "QLBL is not a percentage"),
        ([_row(QLR=[_owner(share=True)])], "QLBL is not a percentage"),
        ([_row(QLR=[_owner(share="nan")])], "QLBL is not a percentage"),
        ([_row(QLR=[_owner(share=None)])], "QLBL is not a percentage"),
        ([_row(QLR=[_owner(share=101)])], "between 0 and 100"),
        ([_row(QLR=[_owner(share=-1)])], "between 0 and 100"),
        ([_row(QLR=[_owner(share=80), _owner(_FATHER, 80)])], "more than the whole"),
        ([_row(DJSJ="")], "DJSJ is not a text"),
        ([_row(GHYT=1)], "GHYT is not a text"),
    ],
)
async def test_homes_are_unavailable_when_the_answer_is_not_as_agreed(
    departments_answering: Answering, grant: Granting, answer: object, reason: str
) -> None:
    """One wrong certificate makes the whole answer untrustworthy."""
    with pytest.raises(DepartmentUnavailable, match=reason):
        await departments_answering(answer).verify(_QUERY, grant("real_estate"))
