"""Asks the plan's own questions, in words and choices that fit the kind of answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import WHY, Choice, telling
from actions.forms.fact_answers import SKIP
from actions.forms.form import CONTINUE
from actions.forms.wording import SHORT, manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN
from actions.told.stating import state_told
from actions.visit import Visit, go_to
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, FactSpec
from enrolment.services.deciding.next_question import Question

SLOT = "fact_answer"
ANSWERED = "answered"
_YES, _NO = "yes", "no"
_TITLES = {
    "guardian": "孩子父母名下",
    "grandparent": "爷爷奶奶或姥姥姥爷名下",
    "other": "别人名下",
    "none": "没有房子",
    "primary": "上小学",
    "junior": "上初中",
}
_HINTS = {
    FactKind.DATE: "说哪年哪月就行，比如“2026年3月”。",
    FactKind.MONTHS: "说个大概的数就行，比如“8个月”“一年半”。",
    FactKind.SHARE: "比如“50%”“一半”“全部”。",
}
_WORDINGS = {
    "": "{first}{words}{hint}",
    SHORT: "刚才想问您的是：{words}",
    AGAIN: "{words}{hint}",
    HUMAN: "这一项说不清楚可以跳过，不影响报名：{words}",
}
_FIRST = "还差一点就能定下按哪一类了。有几件事部门那里查不到，想问问您；不清楚的可以跳过，不影响报名。\n"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question asked last, as the conversation keeps it: `permit_since:date:`."""

    fact: str
    kind: FactKind
    choices: tuple[str, ...]

    @classmethod
    def from_slot(cls, kept: str) -> Asked | None:
        """Read it back; None where nothing was asked."""
        if not kept:
            return None
        fact, kind, choices = kept.split(":", 2)
        return cls(fact, FactKind(kind), tuple(choices.split(",")) if choices else ())

    @property
    def titles(self) -> tuple[str, ...]:
        """The choices in the words they are offered in."""
        return tuple(_TITLES.get(choice, choice) for choice in self.choices)

    def written(self, read: FactValue) -> str:
        """An answer that was read, as a choice would write it."""
        if isinstance(read, bool):
            return _YES if read else _NO
        if self.kind is FactKind.CHOICE and read in self.titles:
            return self.choices[self.titles.index(str(read))]
        return str(read)


class AskFact(BaseAction):
    """Asks the next question of the plan; one that was put already comes back in a short sentence."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_facts_form_fact_answer"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        skipped = visit.slot("facts_skipped").split(",")
        application = visit.slot("application")
        stated = visit.set(await state_told(self, visit))
        question = await self.ask(self.services.next_question, application, visit.conversation_id, skipped)
        if question is None:
            return [*stated, *visit.set({SLOT: ANSWERED}), *go_to(CONTINUE)]
        first = "" if visit.slots.get("facts_begun") else _FIRST
        text = worded(manner_of(visit, question.fact), _WORDINGS).format(
            first=first, words=question.words, hint=_HINTS.get(question.kind, "")
        )
        skip = telling("不清楚，先跳过", fact_answer=f"{question.fact}:{SKIP}")
        visit.say(text, (*_choices(question), skip, WHY))
        asked = f"{question.fact}:{question.kind.value}:{','.join(question.choices)}"
        remembered = visit.set({"fact_asked": asked, "facts_begun": _YES})
        return [*stated, *remembered, *put(visit, question.fact)]


def value_of(spec: FactSpec, said: str, today: date) -> FactValue | None:
    """The value a choice or a reading stands for; None where it is not of the fact's kind."""
    match spec.kind:
        case FactKind.YES_NO:
            return {_YES: True, _NO: False}.get(said)
        case FactKind.CHOICE:
            return said if said in spec.choices else None
        case FactKind.DATE:
            return _past(said, today)
        case FactKind.MONTHS | FactKind.SHARE:
            return int(said) if said.isascii() and said.isdigit() else None
        case _:
            return None


def spoken_value(spec: FactSpec, value: FactValue) -> str:
    """Say what was understood, so that a slip is seen."""
    match value:
        case bool():
            return f"{spec.title}：{'是' if value else '否'}"
        case date():
            return f"{spec.title}：{value.year}年{value.month}月{f'{value.day}日' if value.day > 1 else ''}"
        case int():
            return f"{spec.title}：{value}{'个月' if spec.kind is FactKind.MONTHS else '%'}"
        case _:
            return f"{spec.title}：{_TITLES.get(value, value)}"


def _choices(question: Question) -> tuple[Choice, ...]:
    offered: tuple[tuple[str, str], ...] = tuple(
        (_TITLES.get(choice, choice), choice) for choice in question.choices
    )
    if question.kind is FactKind.YES_NO:
        yes, no = _yes_and_no(question.words)
        offered = ((yes, _YES), (no, _NO))
    return tuple(telling(title, fact_answer=f"{question.fact}:{value}") for title, value in offered)


def _yes_and_no(words: str) -> tuple[str, str]:
    if "在不在" in words:
        return "在", "不在"
    return ("有", "没有") if "有" in words or "办了" in words else ("是", "不是")


def _past(said: str, today: date) -> date | None:
    try:
        found = date.fromisoformat(said)
    except ValueError:
        return None
    return found if found <= today else None
