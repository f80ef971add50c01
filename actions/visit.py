"""One call of an action: what the engine tells it, and what it says back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.choices import Choice
from actions.told.kept import KEPT, TOLD_SLOT, told_before, with_new
from enrolment.model.handover import HandoverReason

Changes = dict[str, str | None]
LISTEN = "action_listen"
_QUESTION = re.compile(
    r"[?？吗么呢]|怎么|咋|啥|什么|多少|多久|哪|几|谁|不$|没$|([能行要可是会算])不\1|[能行会算].{0,6}吧|可以.{0,4}吧|^/"
)
_SIGNED_IN = "/signed_in"
_OF_THE_CASE = frozenset({"ask_why", "ask_what_is", "ask_how_to"})
_CERTAIN = 0.99
_LONG_AWAY = timedelta(hours=1)


class Visit:
    """What one action sees of the conversation; `slots` follows the changes made during the call.

    `person` says why the conversation is to be handed over, once an action wants it to be.
    """

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        self._dispatcher = dispatcher
        self._tracker = tracker
        self._events_since_message = _since_last_message(tracker.events)
        self.slots: dict[str, str | None] = dict(tracker.slots)
        self.conversation_id: str = tracker.sender_id
        intent = tracker.latest_message.get("intent") or {}
        self.intent: str = intent.get("name") or ""
        self.confidence: float = intent.get("confidence") or 0.0
        ranking = tracker.latest_message.get("intent_ranking") or ()
        self.ranking: Mapping[str, float] = {each["name"]: each["confidence"] for each in ranking}
        self.text: str = tracker.latest_message.get("text") or ""
        self.entities: Sequence[Mapping[str, Any]] = tracker.latest_message.get("entities") or ()
        self.metadata: Mapping[str, Any] = tracker.latest_message.get("metadata") or {}
        self.requested_slot: str | None = tracker.slots.get("requested_slot")
        self.active_form: str | None = tracker.active_loop_name
        before = told_before(_before_message(tracker, TOLD_SLOT))
        heard = {name: value for name in sorted(KEPT) if (value := self.entity(name))}
        self.newly_told: Mapping[str, str] = {
            name: value for name, value in heard.items() if before.get(name) != value
        }
        self.told: Mapping[str, str] = with_new(told_before(self.slots.get(TOLD_SLOT)), self.newly_told)
        self.person: HandoverReason | None = None

    def slot(self, name: str) -> str:
        """The value of a slot, empty when it has none."""
        return self.slots.get(name) or ""

    def entity(self, name: str) -> str | None:
        """What the message says of something, the last when it says several."""
        values = [str(value) for value in self._tracker.get_latest_entity_values(name)]
        return values[-1] if values else None

    def has_entity(self, *names: str) -> bool:
        """Whether the message says anything of these."""
        return any(self.entity(name) is not None for name in names)

    @property
    def picked(self) -> bool:
        """Whether the message is a choice that was offered, and no words of the guardian's own."""
        return self.text.startswith("/") and self.confidence >= _CERTAIN

    def ran_since_message(self) -> list[str]:
        """The actions and forms that ran since the message came in, the oldest first."""
        return [event["name"] for event in self._events_since_message if event["event"] == "action"]

    @property
    def _before_this_message(self) -> Sequence[EventType]:
        events: Sequence[EventType] = self._tracker.events
        return events[: len(events) - len(self._events_since_message) - 1]

    def changed_since_message(self, slot: str) -> bool:
        """Whether an action before this one changed a slot since the message came in."""
        return any(event["event"] == "slot" and event["name"] == slot for event in self._events_since_message)

    def turn_before(self) -> tuple[list[str], list[str]]:
        """The slots that were set and the actions that ran between the message before and this one."""
        since = _since_last_message(self._before_this_message)
        slots = [event["name"] for event in since if event["event"] == "slot"]
        return slots, [event["name"] for event in since if event["event"] == "action"]

    @property
    def intent_before(self) -> str:
        """What the message before this one wanted."""
        heard = [event for event in self._before_this_message if event["event"] == "user"]
        said = (heard[-1].get("parse_data") or {}).get("intent") if heard else None
        return (said or {}).get("name") or ""

    @property
    def entities_before(self) -> Sequence[Mapping[str, Any]]:
        """What was found in the message before this one; nothing of its words."""
        heard = [event for event in self._before_this_message if event["event"] == "user"]
        return ((heard[-1].get("parse_data") or {}).get("entities") or ()) if heard else ()

    @property
    def said_before(self) -> list[tuple[str, tuple[Choice, ...]]]:
        """What was said in the turn before this message, each with its choices."""
        since = _since_last_message(self._before_this_message)
        return [
            (
                event.get("text") or "",
                tuple(
                    Choice(each["title"], each["payload"])
                    for each in (event.get("data") or {}).get("buttons") or ()
                ),
            )
            for event in since
            if event["event"] == "bot" and event.get("text")
        ]

    @property
    def begins_turn(self) -> bool:
        """Whether no action ran since the message came in; forms that passed it on do not count."""
        return all(name == LISTEN or name.endswith("_form") for name in self.ran_since_message())

    def rejected_since_message(self, form: str) -> bool:
        """Whether this form found no answer in the message already."""
        return any(
            event["event"] == "action_execution_rejected" and event["name"] == form
            for event in self._events_since_message
        )

    @property
    def just_signed_in(self) -> bool:
        """Whether the message before this one told of a sign-in: what was said to it may be unseen yet."""
        heard = [event for event in self._tracker.events if event["event"] == "user"]
        return len(heard) > 1 and heard[-2].get("text") == _SIGNED_IN

    @property
    def on_wechat(self) -> bool:
        """Whether this is on WeChat, where nothing comes back by itself."""
        return self.metadata.get("channel") == "wechat"

    @property
    def asks(self) -> bool:
        """Whether a message that tells facts asks of policy besides ("…，要带什么材料")."""
        of_policy = self.intent.startswith("ask_") and self.intent not in _OF_THE_CASE
        return of_policy and _QUESTION.search(self.text) is not None

    def was_shown(self, slot: str) -> bool:
        """Whether this slot's question was put in full already, with its card, and nothing changed since."""
        return self.slot("shown") == slot

    def long_away(self) -> bool:
        """Whether the message before this one is more than an hour old, by the product's own clock."""
        heard = [event for event in self._tracker.events if event["event"] == "user"]
        said = [(event.get("metadata") or {}).get("now") for event in heard[-2:]]
        moments = [moment for moment in said if isinstance(moment, str)]
        if len(moments) < len(("before", "now")):
            return False
        before, now = (datetime.fromisoformat(moment) for moment in moments)
        return now - before >= _LONG_AWAY

    def say(
        self,
        text: str,
        choices: Sequence[Choice] = (),
        *,
        card: tuple[str, str] | None = None,
        link: str | None = None,
        about: str = "",
    ) -> None:
        """Say something; `card` is a kind and its reference, `link` the kind of page to open.

        `about` says what the page is about where that is not this conversation. A link to papers
        is drawn only where an application asks for some.
        """
        custom: dict[str, dict[str, str]] = {}
        if card:
            custom["card"] = {"kind": card[0], "ref": card[1]}
        if link:
            custom["link"] = {"kind": link, "ref": about} if about else {"kind": link}
        self._dispatcher.utter_message(
            text=text, buttons=[choice._asdict() for choice in choices], json_message=custom or None
        )

    def say_response(self, name: str) -> None:
        """Say a response of the domain."""
        self._dispatcher.utter_message(response=name)

    def set(self, changes: Mapping[str, str | None]) -> list[EventType]:
        """Change slots, for the rest of this call and for the engine."""
        self.slots.update(changes)
        return [SlotSet(name, value) for name, value in changes.items()]

    def back_to_question(self) -> list[EventType]:
        """Ask the pending question again, or wait for the next message."""
        return go_to(self.active_form or LISTEN)


def go_to(action: str) -> list[EventType]:
    """Let the engine run this action or form next."""
    return [FollowupAction(action)]


def _before_message(tracker: Tracker, slot: str) -> str | None:
    """The value a slot had before the message, whatever the actions before this one made of it."""
    since = _since_last_message(tracker.events)
    if not any(event["event"] == "slot" and event["name"] == slot for event in since):
        value: str | None = tracker.slots.get(slot)
        return value
    earlier = tracker.events[: len(tracker.events) - len(since)]
    set_before = (event["value"] for event in reversed(earlier) if event.get("name") == slot)
    return next(set_before, None)


def _since_last_message(events: Sequence[EventType]) -> list[EventType]:
    since: list[EventType] = []
    for event in reversed(events):
        if event["event"] == "user":
            break
        since.append(event)
    return since[::-1]
