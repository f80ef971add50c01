"""Takes consent back in one step, and says what is to be brought instead."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import CONSENTS, SIGNED_IN, Choice
from actions.talk.item_words import items_named
from actions.visit import LISTEN, Visit, go_to
from enrolment.model.errors import NotSignedIn
from enrolment.services.consents.show_consents import ChildConsents, ConsentLine, ConsentState
from enrolment.services.consents.withdraw_consent import ConsentWithdrawn
from enrolment.services.consents.withdraw_consent import WithdrawConsent as Command

EVERY_ITEM = "all"
_NONE_GIVEN = "您现在没有同意我们查任何信息，我们不会去查。"


class WithdrawConsent(BaseAction):
    """Withdraws what a message names; asks with choices only where several things may be meant."""

    def name(self) -> str:
        """Name the action."""
        return "action_withdraw_consent"

    async def act(self, visit: Visit) -> list[EventType]:
        """Withdraw, then go back to the pending question, whose decision is shown anew."""
        try:
            consents = await self.ask(self.services.show_consents, visit.conversation_id)
        except NotSignedIn:
            visit.say(
                "还没有登录，我们什么也没有查。您以前同意过的话，先登录，我再帮您撤回。",
                (SIGNED_IN,),
                link="sign_in",
            )
            return []
        live = {each.child.id: lines for each in consents if (lines := _live(each))}
        if not live:
            visit.say(_NONE_GIVEN)
            return []
        child = self._child(visit, live)
        items = self._items(visit, live[child]) if child else []
        if not (child and items):
            visit.say("好的，您要撤回哪一项？撤回以后马上不再查，查到的内容也会删掉。", _choices(live))
            return go_to(LISTEN)
        named = () if len(items) == len(live[child]) else tuple(items)
        withdrawn = await self.ask(
            self.services.withdraw_consent, Command(visit.conversation_id, child, named)
        )
        visit.say(_in_words(withdrawn), () if visit.active_form else (CONSENTS,))
        return visit.set({"shown": None})

    @staticmethod
    def _child(visit: Visit, live: Mapping[str, Sequence[ConsentLine]]) -> str:
        """The child that is meant: the one named, the one being filed for, or the only one."""
        wanted = visit.entity("child") or visit.slot("child")
        if wanted in live:
            return wanted
        return next(iter(live)) if len(live) == 1 else ""

    @staticmethod
    def _items(visit: Visit, lines: Sequence[ConsentLine]) -> list[str]:
        keys = [line.data_item for line in lines]
        said = visit.entity("withdrawn_item")
        if said is not None:
            return keys if said == EVERY_ITEM else [key for key in keys if key == said]
        return keys if len(keys) == 1 else items_named(visit.text, keys)


def _live(consents: ChildConsents) -> list[ConsentLine]:
    return [line for line in consents.lines if line.state is ConsentState.GRANTED]


def _choices(live: Mapping[str, Sequence[ConsentLine]]) -> list[Choice]:
    choices = []
    for child, lines in live.items():
        whose = f"⟦child:{child}⟧：" if len(live) > 1 else ""
        choices += [_choice(f"{whose}{line.title}", child, line.data_item) for line in lines]
        choices.append(_choice(f"{whose}全部撤回", child, EVERY_ITEM))
    return choices


def _choice(title: str, child: str, item: str) -> Choice:
    return Choice(title, "/withdraw_consent" + json.dumps({"child": child, "withdrawn_item": item}))


def _in_words(withdrawn: ConsentWithdrawn) -> str:
    items = "、".join(f"“{title}”" for title in withdrawn.items)
    if not items:
        return _NONE_GIVEN
    done = f"好的，{items}的同意已经撤回：不再查了，查到的内容也删掉了。"
    if withdrawn.stands:
        return f"{done}工作人员已经作出的结论不受影响。"
    if withdrawn.documents:
        return f"{done}报名不受影响，改成请您自己交材料：{'、'.join(withdrawn.documents)}。"
    return f"{done}报名不受影响，现在不用您补材料。"
