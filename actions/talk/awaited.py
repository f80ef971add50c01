"""What an answer was missing: asked in the chat, read out of the next message, never put a third time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rasa_sdk.events import EventType

from actions.choices import Choice, telling
from actions.forms.fact_answers import SKIP, read_answer
from actions.forms.fact_values import HINTS, Asked, offered
from actions.talk.understood import told_now
from actions.visit import Changes, Visit
from enrolment.model.answering.answer import Answer
from enrolment.model.answering.told_facts import read_told
from enrolment.model.plan import Plan

AWAITED = "awaited"
TOLD = "told"
"""Read where the message names the fact itself, and not only answers what was asked."""
_SLOT = "fact_answer"
_MOST = 2
_BIRTH_DATE = "birth_date"
_BY_FORM = {
    "stage": "stage",
    "birth_date": "birth_date",
    "hukou_in_county": "hukou",
    "home_in_county": "home",
    "home_owner": "home",
}
# After these the question still stands in front of the guardian.
_PAUSES = frozenset(
    {
        "action_listen",
        "action_wait",
        "action_greet",
        "action_disambiguate",
        "utter_thank",
        "action_session_start",
    }
)
# However short they are, these say something else.
_OTHERWISE = frozenset(
    (
        *("cancel", "restart", "goodbye", "thank", "greet", "wait", "repeat", "resume", "start_enrolment"),
        *("talk_to_human", "complain", "give_feedback", "check_status", "refuse_to_say", "signed_in"),
        *("withdraw_consent", "show_consents", "lone_word", "ask_why", "ask_what_is"),
    )
)


@dataclass(frozen=True, slots=True)
class Awaited:
    """The answer that waits: topic, article, the fact asked for, how often each was put, what is known.

    `fact` is empty once nothing is asked for any more.
    """

    topic: str = ""
    article: str = ""
    fact: str = ""
    put: Mapping[str, int] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, visit: Visit) -> Awaited:
        """What the conversation keeps."""
        kept = visit.slots.get(AWAITED)
        return cls(**json.loads(kept)) if kept else cls()

    @property
    def changes(self) -> Changes:
        """What makes the conversation keep it."""
        kept = {"topic": self.topic, "article": self.article, "fact": self.fact, "put": dict(self.put)}
        return {AWAITED: json.dumps(kept | {"known": dict(self.known)}, separators=(",", ":"))}

    @property
    def spent(self) -> bool:
        """Whether its question was put as often as may be."""
        return self.put.get(self.fact, 0) >= _MOST

    def put_once_more(self) -> Awaited:
        """The same, its question put once more."""
        return replace(self, put={**self.put, self.fact: self.put.get(self.fact, 0) + 1})

    def laid_aside(self) -> Awaited:
        """The same, its question never to be put again."""
        return replace(self, fact="", put={**self.put, self.fact: _MOST})


def pending(visit: Visit) -> Awaited | None:
    """What was asked for in the turn before this message, or still stood there; None otherwise."""
    awaited = Awaited.of(visit)
    if not awaited.fact or visit.changed_since_message(AWAITED):
        return None
    slots, actions = visit.turn_before()
    return awaited if AWAITED in slots or set(actions) <= _PAUSES else None


def may_be_put(awaited: Awaited, visit: Visit) -> bool:
    """Whether a question may be put: not a third time, and not where the open form asks for the same."""
    if not awaited.fact or awaited.spent:
        return False
    return visit.active_form != "eligibility_form" or awaited.fact not in _BY_FORM


def of_answer(answer: Answer, before: Awaited) -> Awaited:
    """What an answer is missing first; how often questions were put is kept over other answers."""
    same = before.article == answer.article
    return Awaited(
        topic=answer.topic.value,
        article=answer.article,
        fact=answer.missing[0] if answer.missing else "",
        put=before.put,
        known=before.known if same else {},
    )


def put_question(
    awaited: Awaited, visit: Visit, plan: Plan, choices: tuple[Choice, ...] = (), before: str = ""
) -> Changes:
    """Ask for the fact, the second time in a short sentence with an example."""
    spec = plan.facts[awaited.fact]
    again = awaited.put.get(awaited.fact, 0) > 0
    hint = "" if spec.name == _BIRTH_DATE else HINTS.get(spec.kind, "")
    words = f"刚才想问您的是：{spec.question}{hint}" if again else spec.question
    tapped = tuple(
        telling(title, **{_SLOT: f"{spec.name}:{value}"})
        for title, value in offered(spec.question, spec.kind, spec.choices)
    )
    skip = telling("不清楚，先跳过", **{_SLOT: f"{spec.name}:{SKIP}"})
    visit.say(f"{before}{words}", (*tapped, skip, *choices))
    return awaited.put_once_more().changes


def let_go(visit: Visit) -> list[EventType]:
    """Ask for it no more."""
    return [*visit.set(Awaited.of(visit).laid_aside().changes), *visit.back_to_question()]


def read(awaited: Awaited, visit: Visit, plan: Plan) -> str | None:
    """What a message says of the fact asked for, as a choice would write it; TOLD, or None for nothing."""
    if picked := visit.entity(_SLOT):
        fact, _, said = picked.partition(":")
        return said if fact == awaited.fact else None
    spec = plan.facts.get(awaited.fact)
    if spec is None or visit.text.startswith("/"):
        return None
    today = date.fromisoformat(str(visit.metadata["today"]))
    if awaited.fact in read_told(told_now(visit), plan, today).latest:
        return TOLD
    if visit.intent in _OTHERWISE or awaited.fact == _BIRTH_DATE:
        return None
    asked = Asked(spec.name, spec.kind, spec.choices)
    answer = read_answer(visit.text, spec.kind, asked.titles, today)
    return None if answer is None else asked.written(answer)
