"""Cases an official can read (the .yml files beside this one), each run through the services."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, REAL_ESTATE
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.people import Person
from enrolment.model.plan import Stage
from enrolment.services.deciding.describe_outcome import describe_outcome
from tests.fakes.departments import FakeDepartments
from tests.fakes.family import CHILD, FATHER, GRANDFATHER, MOTHER, Share, birth, home, household, member
from tests.fakes.office import ALL_ITEMS, Office

PEOPLE: Mapping[str, Person] = {
    "妈妈": MOTHER,
    "爸爸": FATHER,
    "爷爷": GRANDFATHER,
    "孩子": CHILD,
    "继父": Person("赵演示", "370102198703030019"),
}
COUNTIES = {"历下区": "370102", "槐荫区": "370104", "聊城市东昌府区": "371502"}
DEPARTMENTS = {
    "户口": HOUSEHOLD_MEMBERS,
    "不动产": REAL_ESTATE,
    "出生证明": BIRTH_CERTIFICATE,
}
STAGES = {"小学": Stage.PRIMARY, "初中": Stage.JUNIOR}
HUKOU = {"在历下": "here", "不在历下": "elsewhere"}
HOMES = {"自己的房子": "guardian", "老人的房子": "grandparent", "没有房子": "none"}
CASES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("*.yml"))
}


def records_of(case: Mapping[str, Any]) -> FakeDepartments:
    """The departments as the case describes them."""
    departments = FakeDepartments()
    if book := case.get("户口簿"):
        pages = [member(PEOPLE[who], relation) for who, relation in book["成员"].items()]
        book_record = household(
            *pages,
            region=COUNTIES[book["在"]],
            address=f"山东省济南市{book['在']}{book['地址']}",
            collective=book.get("集体户", False),
        )
        departments.hold(HOUSEHOLD_MEMBERS, CHILD.id_number, book_record)
    for number, each in enumerate(case.get("房子", [])):
        shares = [Share(PEOPLE[who], percent) for who, percent in each["产权人"].items()]
        record = home(
            *shares,
            region=COUNTIES[each["在"]],
            use=each["用途"],
            address=f"山东省济南市{each['在']}{each['地址']}",
            certificate=f"鲁(2019)济南市不动产权第{number:07d}号",
        )
        for share in shares:
            departments.hold(REAL_ESTATE, share.owner.id_number, record)
    if parents := case.get("出生证明上的父母"):
        departments.hold(BIRTH_CERTIFICATE, CHILD.id_number, birth(*(PEOPLE[who] for who in parents)))
    departments.down = {DEPARTMENTS[name] for name in case.get("查不到的部门", [])}
    return departments


@pytest.mark.parametrize("name", CASES)
async def test_family_is_treated_as_an_official_expects_when_its_case_is_filed(name: str) -> None:
    """Category, papers and school are those the case file expects."""
    case = CASES[name]
    office = Office(departments=records_of(case))
    said = case["家长说"]
    answers = {"hukou": HUKOU[said["户口"]], "home": HOMES[said["房子"]]}
    child_id = office.sign_in(PEOPLE[case.get("谁来报名", "妈妈")])
    application = office.open(child_id, statement_from_answers(answers), stage=STAGES[case["报"]])
    refused = {DEPARTMENTS[name] for name in case.get("不同意查", [])}
    office.consent(application, tuple(item for item in ALL_ITEMS if item not in refused))
    await office.verify(application)

    words = describe_outcome(
        application.id, office.conversation, begin=office.store.begin, plans=office.plans
    )
    expected = case["应当"]
    assert words.category == expected["类型"]
    assert words.provisional is expected.get("待核实", False)
    assert list(words.documents) == expected["还要的材料"]
    assert words.school == expected.get("学校", "")
    assert words.unanswered is expected.get("可以再查", bool(case.get("查不到的部门")))
