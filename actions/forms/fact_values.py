"""The plan's own questions, by the kind of answer they want: what is offered, read, and said back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, FactSpec

_YES, _NO = "yes", "no"
_TITLES = {
    "guardian": "孩子父母名下",
    "grandparent": "爷爷奶奶或姥姥姥爷名下",
    "other": "别人名下",
    "none": "没有房子",
    "primary": "上小学",
    "junior": "上初中",
}
EXAMPLES = {
    FactKind.YES_NO: "不好意思，我没看明白。请您点一下，或者回复“有”“没有”、“是”“不是”。",
    FactKind.DATE: "不好意思，我没看出来是哪一天。请您说哪年哪月，比如“2026年3月”，要是已经过去的日子。",
    FactKind.MONTHS: "不好意思，我没看出来是几个月。请您说个大概的数，比如“8个月”或者“一年半”。",
    FactKind.SHARE: "不好意思，我没看出来占多少。请您说个比例，比如“50%”或者“一半”。",
    FactKind.CHOICE: "不好意思，我没看出来是哪一个。请您点一下，或者回复“第一个”“第二个”。",
}
"""What is said where an answer was not understood."""
HINTS = {
    FactKind.DATE: "说哪年哪月就行，比如“2026年3月”。",
    FactKind.MONTHS: "说个大概的数就行，比如“8个月”“一年半”。",
    FactKind.SHARE: "比如“50%”“一半”“全部”。",
}


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


def offered(words: str, kind: FactKind, choices: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What may be tapped, as a title and its value; nothing where the answer is a number or a day."""
    if kind is FactKind.YES_NO:
        yes, no = _yes_and_no(words)
        return (yes, _YES), (no, _NO)
    return tuple((_TITLES.get(choice, choice), choice) for choice in choices)


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
