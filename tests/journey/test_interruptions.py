"""A guardian stops, corrects, starts over, comes back another day, and agrees to some of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from sandbox.families import TrueCategory
from tests.journey import path
from tests.journey.conftest import MakeGuardian
from tests.journey.guardian import Guardian
from tests.journey.households import Households
from tests.journey.stack import Stack

ANOTHER_DAY = date(2027, 6, 12)
BEFORE_THE_WINDOW = date(2027, 5, 20)


@pytest.fixture
def movable(fragile: Stack) -> Iterator[Stack]:
    """A stack whose day a test may move; it is put back."""
    yield fragile
    fragile.put_back()


def test_nothing_is_filed_when_the_guardian_cancels_at_the_decision(
    guardian: Guardian, households: Households
) -> None:
    """“先不报了” keeps what was said and files nothing; “继续” shows the decision again."""
    path.to_decision(guardian, households.take())
    stopped = guardian.say("先不报了")
    assert "没有提交" in stopped.text
    assert "decision" not in stopped.cards
    assert "decision" in guardian.say("继续").cards
    assert "还没有提交" in guardian.say("进度").text


def test_birth_date_is_corrected_when_not_signed_in_yet(guardian: Guardian) -> None:
    """“生日填错了,是9月3号” keeps the year, is read back, and the pending question comes again."""
    guardian.say("我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学")
    answer = guardian.say("生日填错了,是9月3号")
    assert "2020年9月3日" in answer.text
    assert answer.link


def test_child_gets_too_young_when_the_birth_date_is_corrected_to_it(guardian: Guardian) -> None:
    """A correction is judged as a first answer is, and can be corrected back."""
    guardian.say("孩子2021年8月31日出生，户口和房子都在历下，想在历下上小学")
    assert "2028年" in guardian.say("生日填错了,是2021年9月1日").text
    back = guardian.say("生日又填错了，是2021年8月31日")
    assert "可以报名" in back.text
    assert back.link


def test_registered_birth_date_stays_when_corrected_at_the_decision(
    guardian: Guardian, households: Households
) -> None:
    """At the decision card the registered date is the one that counts, and the guardian is told so."""
    family = households.take()
    path.to_decision(guardian, family)
    answer = guardian.say("生日填错了,是9月3号")
    born = path.entrant(family)
    assert f"{born.year}年{born.month}月{born.day}日" in answer.text
    assert "登记" in answer.text
    assert "decision" in guardian.say("继续").cards


def test_registers_outweigh_a_correction_when_the_hukou_is_corrected_at_the_decision(
    guardian: Guardian, households: Households
) -> None:
    """The new statement is taken as said, checked without asking for consent twice, and corrected in turn."""
    path.to_decision(guardian, households.take())
    answer = guardian.say("户口填错了，不在历下")
    assert "consent" not in answer.cards
    assert "房户一致" in answer.cards["decision"]["title"]


def test_consent_is_asked_for_what_is_new_alone_when_the_home_is_corrected_at_the_decision(
    guardian: Guardian, households: Households
) -> None:
    """Who rents may still have a home under contract; what was agreed to is not asked again."""
    path.to_decision(guardian, households.take())
    answer = guardian.say("房子说错了，是租的")
    assert [row["value"] for row in answer.cards["consent"]["rows"]] == ["网签购房合同信息"]
    assert "房户一致" in guardian.choose("全部同意").cards["decision"]["title"]


def test_first_question_comes_when_the_guardian_starts_over(
    guardian: Guardian, households: Households
) -> None:
    """“重新开始” forgets the facts but not who is signed in."""
    family = households.take()
    path.to_consent(guardian, family)
    assert "上小学一年级" in guardian.say("重新开始").choices
    again = guardian.say(path.first_message(family))
    assert not again.link, "still signed in"
    assert any("月生" in title for title in again.choices)


def test_conversation_goes_on_when_the_engine_and_web_restarted_on_another_day(
    movable: Stack, on: MakeGuardian, households: Households
) -> None:
    """Two days later, on new processes, a greeting offers to go on where it stopped."""
    guardian = on(movable)
    path.to_consent(guardian, households.take())
    movable.restart("web", "actions", "engine", demonstration_date=ANOTHER_DAY)
    greeted = guardian.say("你好")
    assert "同意查询" in greeted.text, "says where it stopped"
    assert "consent" in guardian.choose("接着办").cards
    guardian.choose("全部同意")
    filed = guardian.choose("确认提交")
    assert "6月12日" in str(filed.cards["receipt"])


def test_filing_waits_when_the_window_is_closed(
    movable: Stack, on: MakeGuardian, households: Households
) -> None:
    """Before the window the case is prepared but not filed; inside it “继续” files it."""
    movable.restart("web", "actions", demonstration_date=BEFORE_THE_WINDOW)
    guardian = on(movable)
    path.to_decision(guardian, households.take())
    refused = guardian.choose("确认提交")
    assert "6月1日" in refused.text
    assert not refused.receipt
    assert "receipt" not in refused.cards

    movable.restart("web", "actions")
    assert "decision" in guardian.say("继续").cards
    assert guardian.choose("确认提交").receipt


@pytest.mark.parametrize(
    ("refused", "paper"),
    [("不动产登记信息", "不动产权证书"), ("家庭常住人口信息", "户口簿"), ("出生医学证明信息", "")],
)
def test_the_one_document_is_asked_for_when_one_item_is_refused(
    guardian: Guardian, households: Households, refused: str, paper: str
) -> None:
    """Who refuses one lookup brings that paper alone, or none where another register settles it."""
    path.to_consent(guardian, households.take())
    answer = guardian.choose("我要挑选")
    for _ in range(3):
        answer = guardian.choose("不同意" if refused in answer.text else "同意")
    papers = answer.row("decision", "还需要带的材料")
    assert [each for each in ("不动产权证书", "户口簿", "出生医学证明") if each in papers] == (
        [paper] if paper else []
    )
    assert guardian.choose("确认提交").receipt


def test_case_is_filed_on_papers_when_everything_is_refused(
    stack: Stack, guardian: Guardian, households: Households
) -> None:
    """Refusing all asks no department and asks for papers."""
    before = stack.calls()
    path.to_consent(guardian, households.take())
    answer = guardian.choose("都不同意")
    assert stack.calls() == before
    papers = answer.row("decision", "还需要带的材料")
    assert "户口簿" in papers
    assert "不动产权证书" in papers
    assert "待核实" in answer.cards["decision"]["title"]
    assert "补充" in guardian.choose("确认提交").text


def test_second_filing_is_refused_by_name_when_it_comes_from_another_conversation(
    stack: Stack, on: MakeGuardian, guardian: Guardian, households: Households
) -> None:
    """The same child again: refused by the child's name, with the first receipt."""
    family = households.take()
    first = path.to_receipt(guardian, family)
    other = on(stack)
    path.to_child(other, family)
    refused = path.pick_child(other, family)
    assert f"*{family.children[0].name[-1]}今年已经报过名了" in refused.text
    assert refused.receipt == first.receipt
    assert first.receipt in str(refused.cards["receipt"])


def test_one_application_is_filed_when_two_conversations_stand_at_the_decision(
    stack: Stack, on: MakeGuardian, guardian: Guardian, households: Households
) -> None:
    """Two phones of one guardian share the case: the second to confirm gets the first's receipt."""
    family = households.take()
    other = on(stack)
    path.to_decision(guardian, family)
    path.to_child(other, family)
    path.pick_child(other, family)
    first = guardian.choose("确认提交").receipt
    assert other.choose("确认提交").receipt == first
    assert stack.rows("SELECT count(*) FROM applications WHERE receipt_number = ?", first) == [(1,)]


def test_choices_are_picked_by_number_words_and_value(guardian: Guardian, households: Households) -> None:
    """“1”, “第一个”, the words and the value all pick."""
    family = households.take()
    guardian.say("我要给孩子报名")
    guardian.say("历下区")
    guardian.say("1")
    guardian.say(f"{path.entrant(family):%Y-%m-%d}")
    assert "住房" in guardian.say("第一个").text
    assert guardian.say(guardian.last.choices["孩子父母名下的"]).link
    guardian.sign_in(family.sign_in_name)
    guardian.say("第一个")
    assert "decision" in guardian.say("同意").cards
    assert guardian.say("选1").receipt


def test_hukou_only_family_is_asked_nothing_twice_when_it_resumes(
    guardian: Guardian, households: Households
) -> None:
    """Cancelled before sign-in and resumed: the sign-in comes, no fact is asked again."""
    path.to_sign_in(guardian, households.take(TrueCategory.HUKOU_ONLY))
    guardian.say("取消")
    assert guardian.say("继续").link


def test_child_is_shown_before_it_is_picked_when_the_guardian_writes_done(
    guardian: Guardian, households: Households
) -> None:
    """Back from the sign-in the guardian writes “好了” before reading the chat: that picks no child."""
    family = households.take()
    path.to_sign_in(guardian, family)
    guardian.come_back(family.sign_in_name)
    answer = guardian.say("好了")
    assert any("月生" in title for title in answer.choices)
    assert "consent" not in answer.cards


@pytest.mark.parametrize("at", ["consent", "decision"])
def test_card_is_not_repeated_when_a_question_is_answered_in_between(
    guardian: Guardian, households: Households, at: str
) -> None:
    """After a question in between, the pending question comes again without its whole card."""
    family = households.take()
    asked = (path.to_consent if at == "consent" else path.to_decision)(guardian, family)
    again = guardian.say("咨询电话多少")
    assert "0531-8000 0001" in again.text
    assert list(again.choices) == list(asked.choices)
    assert at not in again.cards
