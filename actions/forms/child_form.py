"""The child form: which child of the household is to be enrolled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import PHONES, STOP, Choice, correcting, telling
from actions.forms.form import CONTINUE, FormValidation
from actions.forms.wording import SHORT, manner_of, put, worded
from actions.handing_over import phones
from actions.path.steps import consent_forgotten, reopened
from actions.talk.asking import AGAIN, HUMAN, failed
from actions.visit import LISTEN, Changes, Visit, go_to
from actions.words import spoken_date
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding
from enrolment.model.people import Child
from enrolment.model.plan import Stage

NONE = "none"
_NOT_AMONG_THEM = ("没有", "不在里面", "都不是")
# Words for "that child", unlike "好的": they pick right after a sign-in too, when the question may be unseen.
_THAT_ONE = re.compile(r"^(?:是|对|就是|没错|确认|确定|就这)")
_OF_ANOTHER_STEP = re.compile(r"提交|同意|授权|全部")
_QUESTION = {
    "": "请选一下，是给哪个孩子报名？",
    SHORT: "请点一下孩子的名字，或者回复“第一个”“第二个”。",
    AGAIN: "请点一下要报名的孩子，或者回复“第一个”“第二个”。",
    HUMAN: "您也可以回复序号，比如“1”。",
}
_ONLY_ONE = _QUESTION | {
    "": "登记的信息里您家有一个孩子，是给{name}报名吗？",
    SHORT: "要给{name}报名的话，请点一下孩子的名字，或者回复“是”。",
}


class ValidateChildForm(FormValidation):
    """Takes a child of this guardian alone; the registered birth date is the one that counts."""

    form = "child_form"
    slots = ("child",)

    def hear(self, visit: Visit) -> Mapping[str, str]:
        """Find how the message points at a child."""
        child = visit.entity("child")
        if child:
            return {"child": child}
        if visit.intent in {"correct", "signed_in"} or visit.has_entity("done"):
            return {}
        if visit.text.startswith(_NOT_AMONG_THEM):
            return {"child": NONE}
        for kind in ("ordinal", "gender", "birth_date", "answer"):
            value = visit.entity(kind)
            if value and not (kind == "answer" and self._about_something_else(value, visit)):
                return {"child": f"{kind}:{value}"}
        return {}

    @staticmethod
    def _about_something_else(answer: str, visit: Visit) -> bool:
        """Whether a yes is not about the child: to filing, to look-ups, or perhaps to the sign-in.

        Right after it, the child question was perhaps not seen yet.
        """
        if answer == "yes" and _OF_ANOTHER_STEP.search(visit.text):
            return True
        return answer == "yes" and visit.just_signed_in and not _THAT_ONE.match(visit.text)

    async def validate_child(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept one child of the household, of the right age."""
        children = await self.ask(self.services.list_children, visit.conversation_id)
        if value in {NONE, "answer:no"}:
            visit.say(
                "登记的信息里没有这个孩子的话，请带上户口本到现场报名点办，或者先打电话问一问：\n"
                f"{phones(visit, self.services)}",
                (PHONES, STOP),
            )
            return self.stop(visit)
        child = _pointed_at(value, children)
        if child is None:
            return failed(visit, "child", self.services, "我没看出来是哪个孩子。")
        return await self._with_registered_date(child, visit)

    async def _with_registered_date(self, child: Child, visit: Visit) -> Changes | list[EventType]:
        registered, declared = child.person.birth_date.isoformat(), visit.slot("birth_date")
        if not registered.startswith(declared) and not visit.slots.get("birth_date_registered"):
            visit.say(f"您说的生日和登记的不一样，按登记的办：{spoken_date(registered)}。")
        stage, birth = Stage(visit.slot("stage")), BirthDate.parse(registered)
        verdict = await self.ask(self.services.check_eligibility, stage, birth, visit.slot("county"))
        told: Changes = {
            "birth_date": registered,
            "birth_date_registered": "yes",
            "age_finding": f"{verdict.finding.value}:{verdict.entry_year or ''}",
        }
        if stage is Stage.JUNIOR and await self._only_starts_school(birth, visit):
            visit.say(
                f"登记的生日是{spoken_date(registered)}，这个孩子还没到升初中的时候。"
                "您是要给他报小学，还是选错了孩子？",
                (correcting("换成报小学", "stage"), correcting("换个孩子", "child"), PHONES),
            )
            return [*visit.set(told | {"child": None}), *self.stop(visit)]
        if not verdict.may_file:
            return [*visit.set(told | {"child": None}), *self.stop(visit, CONTINUE)]
        return reopened() | consent_forgotten() | told | {"child": child.id}

    async def _only_starts_school(self, birth: BirthDate, visit: Visit) -> bool:
        """Whether the child is only now, or not yet, old enough for primary school."""
        county = visit.slot("county")
        verdict = await self.ask(self.services.check_eligibility, Stage.PRIMARY, birth, county)
        return verdict.finding in {AgeFinding.OF_AGE, AgeFinding.TOO_YOUNG}


class AskChild(BaseAction):
    """Offers the children by name, birth month and son or daughter; names are references until drawn."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_child_form_child"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        children = await self.ask(self.services.list_children, visit.conversation_id)
        if not children:
            visit.say(
                "登记的信息里没有查到您家未成年的孩子。请带上户口本和出生医学证明到现场报名点办，或者先打电话问一问：\n"
                f"{phones(visit, self.services)}",
                (PHONES,),
            )
            return go_to(LISTEN)
        offered = tuple(_choice(child) for child in children)
        wordings = _QUESTION if len(children) > 1 else _ONLY_ONE
        text = worded(manner_of(visit, "child"), wordings).format(name=f"⟦child:{children[0].id}⟧")
        visit.say(text, (*offered, telling("没有我要报名的孩子", child=NONE)))
        return put(visit, "child")


def _choice(child: Child) -> Choice:
    born = child.person.birth_date
    who = "女儿" if _is_girl(child) else "儿子"
    return telling(f"⟦child:{child.id}⟧（{who}，{born.year}年{born.month}月生）", child=child.id)


def _is_girl(child: Child) -> bool:
    """Read the sex from the ID number's 17th digit (GB 11643)."""
    return int(child.person.id_number[16]) % 2 == 0


def _pointed_at(value: str, children: Sequence[Child]) -> Child | None:
    """Find the one child meant; None when it is none or several."""
    kind, _, detail = value.partition(":")
    match kind:
        case "ordinal":
            place = int(detail)
            fits = list(children[-1:] if place < 0 else children[place - 1 : place])
        case "gender":
            fits = [child for child in children if _is_girl(child) == (detail == "female")]
        case "birth_date":
            fits = [child for child in children if detail in child.person.birth_date.isoformat()]
        case "answer":
            fits = list(children)
        case _:
            fits = [child for child in children if child.id == value]
    return fits[0] if len(fits) == 1 else None
