"""What happens when an answer does not help: other words, an explanation, a person, then a pause."""

from __future__ import annotations

from rasa_sdk.events import ActiveLoop, EventType

from actions.choices import GO_ON, OPENERS, PHONES
from actions.counties import choices_among, plan_of, some_plan
from actions.handing_over import hand_over
from actions.path.keep_old import restored
from actions.services import Services
from actions.visit import LISTEN, Changes, Visit, go_to
from enrolment.model.handover import HandoverReason

NOT_UNDERSTOOD = "不好意思，我没看明白您的意思。"
AGAIN, HUMAN = "again", "human"
_EXPLAIN_AT, _HUMAN_AT = 2, 3
_BEFORE = {HandoverReason.FAILED_SIGN_INS: "登录好几次没成，可能是登录那边出了问题。"}


def answered() -> Changes:
    """Forget failed answers, once one helped."""
    return dict.fromkeys(("asking", "tries", "tried_slot"), None)


def failed(
    visit: Visit,
    slot: str,
    services: Services,
    sentence: str = NOT_UNDERSTOOD,
    reason: HandoverReason = HandoverReason.FAILED_ANSWERS,
) -> list[EventType]:
    """Say that an answer did not help, each time in another way; the question is asked by the form."""
    tries = int(visit.slot("tries") or 0) + 1 if visit.slot("tried_slot") == slot else 1
    asked_again = slot == visit.requested_slot or visit.slots.get(slot) is None
    changes: Changes = {
        "tried_slot": slot,
        "tries": str(tries),
        "asking": AGAIN if asked_again else visit.slots.get("asking"),
    }
    if tries < _EXPLAIN_AT or (sentence != NOT_UNDERSTOOD and tries < _HUMAN_AT):
        visit.say(sentence)
    if tries < _EXPLAIN_AT:
        return visit.set(changes)
    if tries == _EXPLAIN_AT:
        visit.say_response(f"utter_explain_{slot}")
    elif tries == _HUMAN_AT:
        changes["asking"] = HUMAN
        hand_over(visit, services, reason, _BEFORE.get(reason, "这个问题我可能没说明白。"))
    else:
        visit.say("那我们先停在这一步，您说过的都留着。想好了点“接着办”，或者打电话问问。", (GO_ON, PHONES))
        return [
            *visit.set(answered()),
            *restored(visit),
            *visit.set({"requested_slot": None, "shown": None}),
            ActiveLoop(None),
            *go_to(LISTEN),
        ]
    return visit.set(changes)


def not_understood(visit: Visit, services: Services) -> list[EventType]:
    """Say, outside of any question, that a message was not understood."""
    tries = int(visit.slot("tries") or 0) + 1 if not visit.slot("tried_slot") else 1
    waits = visit.slot("question") and not visit.slot("county")
    if tries < _EXPLAIN_AT and waits:
        visit.say("您刚才问的，要先知道是哪个区才好答。", choices_among(list(services.served())))
    elif tries < _EXPLAIN_AT:
        visit.say(f"{NOT_UNDERSTOOD}您可以点下面的按钮，或者换个说法再发一次。", OPENERS)
    elif tries == _EXPLAIN_AT:
        example = (plan_of(visit, services) or some_plan(services)).county_name
        visit.say(
            f"您可以这样说：“孩子2020年10月出生，户口在{example}，想报小学”，或者“要带什么材料”。", OPENERS
        )
    else:
        hand_over(visit, services, HandoverReason.UNCLEAR, "我还是没明白。")
        tries = 0
    return visit.set({"tried_slot": None, "tries": str(tries), "asking": None})
