"""Reading a birth certificate from the exchange's answer."""

from collections.abc import Callable
from datetime import date

import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import BirthRecord, RecordQuery
from integrations.departments import ExchangeDepartments

_CHILD = "37010220201015006X"
_MOTHER = "370102199003074121"
_FATHER = "370102198809120313"
_QUERY = RecordQuery("birth_certificate", "child-1", _CHILD)

Answering = Callable[[object], ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]


def _row(**changed: object) -> dict[str, object]:
    row: dict[str, object] = {
        "CSZMBH": "T370123456",
        "XM": "张小轩",
        "CSRQ": "20201015",
        "MQXM": "王芳",
        "MQZJH": _MOTHER,
        "FQXM": "张强",
        "FQZJH": _FATHER,
    }
    return row | changed


@pytest.mark.parametrize(
    ("row", "parents"),
    [
        (_row(), (_MOTHER, _FATHER)),
        (_row(GMSFHM=_CHILD.lower()), (_MOTHER, _FATHER)),
        (_row(FQXM="", FQZJH=""), (_MOTHER,)),
        (_row(FQXM="John", FQZJH="E12345678"), (_MOTHER, "E12345678")),
    ],
)
async def test_birth_is_read_when_the_certificate_is_the_childs(
    departments_answering: Answering, grant: Granting, row: dict[str, object], parents: tuple[str, ...]
) -> None:
    """The birth date and the parents named are read; a parent may be missing or hold a passport."""
    (record,) = await departments_answering([row]).verify(_QUERY, grant("birth_certificate"))
    assert isinstance(record, BirthRecord)
    assert record.birth_date == date(2020, 10, 15)
    assert record.parents == parents


async def test_birth_is_absent_when_the_department_has_no_certificate(
    departments_answering: Answering, grant: Granting
) -> None:
    """An empty list is an answer of its own."""
    assert await departments_answering([]).verify(_QUERY, grant("birth_certificate")) == ()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ([_row(CSRQ="20201016")], "another child's"),
        ([_row(GMSFHM="370102202010150043")], "another child's"),
        ([_row(), _row()], "more than one"),
        ([_row(MQZJH=None, FQZJH=" ")], "names no parent"),
        ([_row(MQZJH=7)], "MQZJH is not a text"),
        ([_row(CSZMBH=None)], "CSZMBH is not a text"),
    ],
)
async def test_birth_is_unavailable_when_the_answer_is_not_as_agreed(
    departments_answering: Answering, grant: Granting, answer: object, reason: str
) -> None:
    """A certificate of another child, a twin's included where it carries a number, is not trusted."""
    with pytest.raises(DepartmentUnavailable, match=reason):
        await departments_answering(answer).verify(_QUERY, grant("birth_certificate"))
