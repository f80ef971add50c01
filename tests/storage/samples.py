"""Made-up people, cases and messages for the storage tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from bot.messages import Card, ChannelName, Choice, Inbound, Link, Outbound, Row
from enrolment.model.access import Reader, Who, Why
from enrolment.model.application import Application
from enrolment.model.decision import CategoryDecision, Outcome, Reason, SchoolMatch
from enrolment.model.facts import Answer, Evidence, Fact
from enrolment.model.people import Person
from enrolment.model.plan import Stage
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork

SECRET = bytes(range(32))
PATIENCE = 0.2
READER = Reader(Who.ASSISTANT, Why.APPLY)
NOW = datetime(2027, 6, 10, 9, 30, tzinfo=timezone(timedelta(hours=8)))

MOTHER = Person("王晓梅", "370102199001011226")
FATHER = Person("李建国", "370102198807070014")
ELDER = Person("李子轩", "370102201503120038")
YOUNGER = Person("李子涵", "370102202010150021")
ADDRESS = "历下区文化东路88号3单元"


class FrozenClock:
    """A clock that stands still at NOW."""

    def now(self) -> datetime:
        """The frozen moment."""
        return NOW

    def today(self) -> date:
        """The frozen day."""
        return NOW.date()


def family(begin: BeginWork, guardian: Person = MOTHER) -> tuple[str, str]:
    """Store a guardian with one child; return both ids."""
    with begin() as work:
        guardian_id = work.guardians.upsert(guardian).id
        child_id = work.guardians.set_children(guardian_id, [YOUNGER])[0].id
        work.commit()
    return guardian_id, child_id


def case(case_id: str, guardian_id: str, child_id: str) -> Application:
    """A draft with one event, facts, and a decision."""
    draft = Application(case_id, guardian_id, child_id, "370102", 2027, Stage.PRIMARY)
    evidence = Evidence("real_estate", "natural_resources", "grant-1", NOW, "0" * 64)
    return replace(
        draft.recording(EventType.APPLICATION_OPENED, NOW, stage="primary"),
        declared={"birth_date": date(2020, 10, 15), "hukou_in_county": True, "home_share": 50},
        facts={"home_address": Fact("home_address", Answer.CONFIRMED, ADDRESS, evidence)},
        outcome=outcome(),
    )


def outcome() -> Outcome:
    """A settled outcome whose reason quotes a source."""
    reason = Reason("home_in_county", "区内有房", Answer.CONFIRMED, True, "3.1", "自然资源", NOW)  # noqa: FBT003 - a record's field
    return Outcome(
        decision=CategoryDecision(
            category="house_and_hukou",
            title="房户一致",
            clause="3.1",
            provisional=False,
            reasons=(reason,),
            deciding_facts=(),
            on=NOW.date(),
        ),
        school=SchoolMatch("lixia_01", "文化东路单号", ("lixia_01", "lixia_02")),
        documents=(),
        pending={"home_share": "unavailable"},
    )


def stored_case(begin: BeginWork, case_id: str = "case-1") -> Application:
    """Store a family with a case; return the case."""
    application = case(case_id, *family(begin))
    with begin() as work:
        work.cases.add(application)
        work.commit()
    return application


def message(key: str = "m1", *, text: str = "我叫王晓梅", address: str = "openid-of-mother") -> Inbound:
    """A message on WeChat."""
    return Inbound(ChannelName.WECHAT, address, key, text, NOW)


def replies() -> tuple[Outbound, ...]:
    """Two replies that use everything a reply can hold."""
    card = Card(
        "decision", "王女士的结果", (Row("类别", "房户一致", "自然资源"), Row("学校", "示例小学")), "演示"
    )
    return (
        Outbound("您好", choices=(Choice("同意", "/affirm"), Choice("不同意", "/deny"))),
        Outbound("请看", card=card, link=Link("登录", "https://example.org/sign-in")),
    )
