"""Departments' answers, runs and notices as stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages import ChannelName
from enrolment.model.establishing.inquiry import KeptReply
from enrolment.model.establishing.records import (
    BirthRecord,
    CompanyRecord,
    DepartmentRecord,
    HomeRecord,
    HouseholdRecord,
    InsuranceRecord,
    LeaseRecord,
    LicenceRecord,
    MarriageRecord,
    Member,
    Owner,
    PaidSpan,
    Particulars,
    PermitRecord,
    PresaleRecord,
    PublicHousingRecord,
    SeatRecord,
)
from enrolment.model.plan import Stage
from enrolment.ports import BeginWork
from storage.chat import ChatStorage
from storage.codecs.records import dump_records, load_records
from tests.storage.samples import MOTHER, NOW, family, stored_case
from tests.storage.test_grants import grant

DAY, ID, DIGEST = date(2020, 5, 1), MOTHER.id_number, "d" * 64
RECORDS: tuple[DepartmentRecord, ...] = (
    HouseholdRecord("370102", "路", False, (Member("王", ID, DAY, "户主", None),), NOW, DIGEST),  # noqa: FBT003 - a record's field
    BirthRecord(DAY, (ID,), NOW, DIGEST),
    MarriageRecord((ID,), True, DAY, NOW, DIGEST),  # noqa: FBT003 - a record's field
    HomeRecord("鲁1", "370102", "路", "住宅", DAY, (Owner(ID, 33.33),), NOW, DIGEST),
    PresaleRecord("网1", "370102", "路", DAY, False, (ID,), NOW, DIGEST),  # noqa: FBT003 - a record's field
    LeaseRecord("370102", "路", DAY, DAY, (ID,), NOW, DIGEST),
    PublicHousingRecord("370102", "路", DAY, (ID,), NOW, DIGEST),
    SeatRecord("鲁1", Stage.PRIMARY, DAY, (ID,), NOW, DIGEST),
    PermitRecord(ID, "370102", DAY, NOW, DIGEST),
    InsuranceRecord(ID, "370102", (PaidSpan(DAY, DAY),), NOW, DIGEST),
    LicenceRecord(ID, "370102", DAY, NOW, DIGEST),
    CompanyRecord(ID, "370102", DAY, NOW, DIGEST),
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_record_is_the_same_when_written_and_read(record: DepartmentRecord) -> None:
    """Every kind comes back as it was, with its dates, shares and spans."""
    assert load_records(dump_records([record])) == (record,)


def kept(child_id: str, **changes: object) -> KeptReply:
    """An answer with a home in it."""
    reply = KeptReply(child_id, "real_estate", ID, "grant-1", NOW, (RECORDS[3],))
    return replace(reply, **changes)  # type: ignore[arg-type]  # dataclasses.replace takes any field


def agreed(begin: BeginWork) -> str:
    """A child with two grants; give the child's id."""
    guardian_id, child_id = family(begin)
    with begin() as work:
        for name in ("grant-1", "grant-2"):
            work.grants.add(grant(name, guardian_id, child_id))
        work.commit()
    return child_id


def test_newest_answer_stands_when_a_question_was_answered_twice(begin: BeginWork) -> None:
    """One row a question; another person's answer is another question."""
    child_id = agreed(begin)
    later = kept(child_id, asked_at=NOW + timedelta(hours=1), records=())
    other = kept(child_id, id_number="370102198807070014")
    with begin() as work:
        for reply in (kept(child_id), later, other):
            work.replies.keep(reply)
        work.commit()
    with begin() as work:
        assert list(work.replies.of_child(child_id)) == [other, later]


def test_answers_are_deleted_when_their_grant_is_forgotten(begin: BeginWork) -> None:
    """Only those pulled under it."""
    child_id = agreed(begin)
    other = kept(child_id, data_item="lease_filing", grant_id="grant-2")
    with begin() as work:
        work.replies.keep(kept(child_id))
        work.replies.keep(other)
        work.replies.forget("grant-1")
        work.commit()
    with begin() as work:
        assert list(work.replies.of_child(child_id)) == [other]


def test_application_is_held_by_one_run_when_two_want_to_ask(begin: BeginWork) -> None:
    """The first asks; the second waits until it is done, and then the first may not come back."""
    case, until = stored_case(begin).id, NOW + timedelta(minutes=1)

    def take(run: str, *, new: bool, minutes: int = 0) -> bool:
        with begin() as work:
            taken = work.runs.take(case, run, NOW + timedelta(minutes=minutes), until, new=new)
            work.commit()
        return taken

    assert not take("first", new=False)
    assert take("first", new=True)
    assert take("first", new=True), "a run that was killed comes back as itself"
    assert not take("second", new=True)
    with begin() as work:
        work.runs.release(case, "first")
        work.commit()
    assert take("second", new=True)
    assert not take("first", new=False, minutes=5)
    assert take("third", new=True, minutes=5), "a run that never came back holds nothing for ever"


async def test_notice_comes_once_before_the_next_reply_when_nobody_was_waiting(
    begin: BeginWork, chat: ChatStorage
) -> None:
    """It waits in the conversation the guardian signed in on last; one key, one notice."""
    guardian_id, _ = family(begin)
    older = await chat.conversations.find_or_open(ChannelName.WECHAT, "openid-1")
    newer = await chat.conversations.find_or_open(ChannelName.WEB, "web-1")
    with begin() as work:
        work.sign_ins.bind(older, guardian_id, NOW)
        work.sign_ins.bind(newer, guardian_id, NOW + timedelta(minutes=1))
        for _ in range(2):
            work.notices.add(guardian_id, "key-1", "部门的答复到了。", NOW)
        work.commit()
    turns = await chat.inbox.unfinished(newer)
    assert [[reply.text for reply in turn.replies] for turn in turns] == [["部门的答复到了。"]]
    assert not await chat.inbox.unfinished(older)
    assert not await chat.inbox.waiting(10)


def test_notice_is_dropped_when_the_guardian_has_no_conversation(begin: BeginWork) -> None:
    """Nobody to tell is no failure."""
    guardian_id, _ = family(begin)
    with begin() as work:
        work.notices.add(guardian_id, "key-1", "部门的答复到了。", NOW)
        work.commit()


def test_particulars_are_sealed_replaced_and_forgotten_with_their_consent(begin: BeginWork) -> None:
    """The newest under a consent; none after it."""
    guardian_id, child_id = family(begin)
    given = Particulars(number="鲁（2017）第1号", kind="房屋所有权证", name="王小美", address="老街1号")
    with begin() as work:
        agreed = grant("grant-1", guardian_id, child_id)
        work.grants.add(agreed)
        work.particulars.keep(agreed, Particulars(number="鲁（2017）第2号"), NOW)
        work.particulars.keep(agreed, given, NOW)
        work.commit()
    with begin() as work:
        assert work.particulars.of_child(child_id) == {agreed.data_item: given}
        work.particulars.forget("grant-1")
        work.commit()
    with begin() as work:
        assert work.particulars.of_child(child_id) == {}
