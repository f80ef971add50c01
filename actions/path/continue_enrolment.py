"""Goes on with the enrolment: every beginning, every return and every completed form leads here."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import GO_ON, OPENERS, PROGRESS, START, STOP, Choice, correcting
from actions.counties import county_of
from actions.path.steps import FACTS, Step, begun, consent_forgotten, next_step
from actions.talk.asking import answered, failed
from actions.talk.policy_answers import answer_on_the_way, asked_about
from actions.told.kept import written
from actions.told.stating import STATED, next_to_ask, state_told, told_statement
from actions.told.words import spoken_told
from actions.visit import LISTEN, Changes, Visit, go_to
from actions.words import date_problem, read_back
from enrolment.model.age.age_words import age_in_words
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.errors import DuplicateApplication, NotSignedIn
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.plan import Stage
from enrolment.services.filing.open_application import OpenApplication

_FORM_OF = {
    Step.ELIGIBILITY: "eligibility_form",
    Step.SIGN_IN: "sign_in_form",
    Step.CHILD: "child_form",
    Step.CONSENT: "consent_form",
    Step.VERIFY: "action_verify_facts",
    Step.QUESTIONS: "facts_form",
    Step.SUBMISSION: "submission_form",
    Step.SUBMIT: "action_submit_application",
}
_HEARD = "好的。还想问什么，您接着说；要报名，点“给孩子报名”。"
_UNDER_WAY = "咱们正在给孩子报名，接着刚才那一步。"
_SHORT = frozenset({"affirm", "deny", "inform"})


class ContinueEnrolment(BaseAction):
    """Hands facts to the eligibility form, else does or asks what the next step needs."""

    def name(self) -> str:
        """Name the action."""
        return "action_continue_enrolment"

    async def act(self, visit: Visit) -> list[EventType]:
        """Find the next step and go there."""
        if _is_under_way(visit):
            visit.say(_UNDER_WAY)
            # However often it was put: now it is to be answered, and not only kept for later.
            return [*visit.set({"shown": None}), *visit.back_to_question()]
        # Whoever comes back sees the whole question again.
        seen_anew = visit.set(answered() | {"shown": None}) if visit.intent == "resume" else []
        return [*seen_anew, *await self._go_on(visit)]

    async def _go_on(self, visit: Visit) -> list[EventType]:
        form_ran = any(name.endswith("_form") for name in visit.ran_since_message())
        if not form_ran:
            problem = visit.entity("birth_date_problem")
            if next_step(visit.slots) is not Step.FILED:
                if self._tells_where_it_asked(visit):
                    return await self._answer_what_waited(visit)
                if problem or visit.has_entity(*FACTS):
                    return go_to("eligibility_form")
            elif problem:
                visit.say(date_problem(problem))
                return visit.back_to_question()
            if visit.intent in _SHORT:
                unclear = self._unclear(visit)
                if unclear is not None:
                    return unclear
            if visit.intent == "signed_in" and not visit.slots.get("signed_in"):
                return await self._signed_in(visit)
        return await self._follow(visit)

    def _tells_where_it_asked(self, visit: Visit) -> bool:
        """Whether the message only names the county that a question of policy was waiting for."""
        told = [fact for fact in FACTS if visit.has_entity(fact)]
        return bool(
            visit.slot("question")
            and not visit.active_form
            and told == ["county"]
            and asked_about(visit, self.services)
        )

    async def _answer_what_waited(self, visit: Visit) -> list[EventType]:
        events = visit.set({"county": asked_about(visit, self.services)})
        choices = (GO_ON,) if begun(visit.slots) else (START,)
        await answer_on_the_way(visit, self.services, visit.slot("question"), choices, sure=True)
        return [*events, *visit.set({"question": None}), *go_to(LISTEN)]

    def _unclear(self, visit: Visit) -> list[EventType] | None:
        """A yes, a no or a half answer that nothing asked for; None when it can mean "go on"."""
        if visit.newly_told:
            visit.say(read_back((), besides=spoken_told(visit.newly_told)))
            return go_to(visit.active_form) if visit.active_form else None
        if visit.active_form and visit.requested_slot:
            if visit.just_signed_in and visit.intent == "affirm":
                return go_to(visit.active_form)
            events = failed(visit, visit.requested_slot, self.services)
            return events if visit.slot("requested_slot") == "" else [*events, *go_to(visit.active_form)]
        if visit.intent == "affirm" and begun(visit.slots):
            return None
        waits_for_county = visit.slot("question") and not visit.slot("county")
        if visit.intent == "affirm" and visit.intent_before.startswith("ask_") and not waits_for_county:
            visit.say(_HEARD, OPENERS)
            return go_to(LISTEN)
        return _denied(visit) if visit.intent == "deny" else go_to("action_default_fallback")

    async def _follow(self, visit: Visit) -> list[EventType]:
        events: list[EventType] = []
        while True:
            step = next_step(visit.slots)
            passed = await self._passes(step, visit)
            if passed is None:
                break
            events += passed
            if any(event["event"] == "followup" for event in passed):
                return events
        if step is Step.NOT_OF_AGE:
            return [*events, *self._say_too_young(visit)]
        if step is Step.FILED:
            return [*events, *_say_filed(visit)]
        return [*events, *go_to(_FORM_OF[step])]

    async def _passes(self, step: Step, visit: Visit) -> list[EventType] | None:
        """Do what a step needs where nothing has to be asked; None when the guardian is to be asked."""
        match step:
            case Step.SIGN_IN:
                return await self._already_signed_in(visit)
            case Step.OPEN:
                return await self._open(visit)
            case Step.CONSENT:
                return await self._already_agreed(visit)
            case Step.QUESTIONS:
                return await self._nothing_to_ask(visit)
        return None

    async def _already_signed_in(self, visit: Visit) -> list[EventType] | None:
        try:
            await self.ask(self.services.list_children, visit.conversation_id)
        except NotSignedIn:
            return None
        return visit.set({"signed_in": "yes"})

    async def _open(self, visit: Visit) -> list[EventType]:
        answers = {name: visit.slots.get(name) for name in ("birth_date", "hukou", "home")}
        cmd = OpenApplication(
            conversation_id=visit.conversation_id,
            child_id=visit.slot("child"),
            county=visit.slot("county"),
            stage=Stage(visit.slot("stage")),
            declared=told_statement(self, visit) | statement_from_answers(answers),
        )
        try:
            application = await self.ask(self.services.open_application, cmd)
        except DuplicateApplication as duplicate:
            return await self._say_duplicate(visit, duplicate)
        # Another statement may rest on other data items: what has no answer yet is asked about.
        opened: Changes = {"application": application.id, STATED: written(visit.told)}
        return visit.set(consent_forgotten() | opened)

    async def _already_agreed(self, visit: Visit) -> list[EventType] | None:
        if visit.slots.get("consent_items"):
            return None
        items = await self.ask(self.services.list_requests, visit.slot("application"), visit.conversation_id)
        if items:
            return visit.set({"consent_items": ",".join(item.key for item in items)})
        return visit.set({"consent_recorded": "yes"})

    async def _nothing_to_ask(self, visit: Visit) -> list[EventType] | None:
        stated = visit.set(await state_told(self, visit))
        skipped = visit.slot("facts_skipped").split(",")
        if await next_to_ask(self, visit, skipped):
            return stated or None
        return [*stated, *visit.set({"fact_answer": "answered"})]

    async def _say_duplicate(self, visit: Visit, duplicate: DuplicateApplication) -> list[EventType]:
        """Refuse a second application by the child's name, and show the first."""
        progress = await self.ask(self.services.show_progress, visit.conversation_id)
        number = duplicate.receipt_number
        first = next((case for case in progress.cases if case.receipt_number == number), None)
        visit.say(
            f"⟦child:{visit.slot('child')}⟧今年已经报过名了，第一次的受理编号是{number}，不用再报。",
            (PROGRESS, correcting("给另一个孩子报", "child")),
            card=("receipt", first.application_id) if first else None,
        )
        return [*visit.set({"child": None}), *go_to(LISTEN)]

    async def _signed_in(self, visit: Visit) -> list[EventType]:
        """Take note of a sign-in that the pending question did not ask for."""
        bound = await self._already_signed_in(visit)
        if bound is None and visit.active_form != "sign_in_form":
            return self._unclear(visit) or go_to(LISTEN)
        if bound is None or begun(visit.slots):
            visit.say("登录好了，谢谢您，⟦guardian⟧。" if bound else "我这边还没有看到您登录成功。")
            return [*(bound or []), *await self._follow(visit)]
        visit.say("登录好了，谢谢您，⟦guardian⟧。您要给孩子报名，还是看看进度？", (START, PROGRESS))
        return [*bound, *go_to(LISTEN)]

    def _say_too_young(self, visit: Visit) -> list[EventType]:
        county = county_of(visit, self.services)
        plan, stage = self.services.current_plan(county), Stage(visit.slot("stage"))
        birth = BirthDate.parse(visit.slot("birth_date"))
        verdict = self.services.check_eligibility(stage, birth, county)
        clause = plan.clauses[verdict.clause]
        told = age_in_words(verdict, birth, plan.ages[stage])
        if visit.slots.get("birth_date_registered"):
            told = told.replace("按您说的", "按登记的", 1)
        visit.say(
            f"{told}"
            f"到{verdict.entry_year}年报名的时候再来，我帮您办。\n依据：{clause.id}（{clause.title}）。",
            (
                correcting("生日填错了", "birth_date"),
                correcting("换个孩子", "child"),
                Choice("咨询电话", "/ask_contact_phone"),
                STOP,
            ),
        )
        return go_to(LISTEN)


def _is_under_way(visit: Visit) -> bool:
    """Whether somebody who is in the middle of an enrolment asks for one, and says nothing else."""
    if visit.intent != "start_enrolment" or visit.active_form not in _FORM_OF.values():
        return False
    form_ran = any(name.endswith("_form") for name in visit.ran_since_message())
    return not form_ran and not visit.has_entity(*FACTS, "birth_date_problem")


def _denied(visit: Visit) -> list[EventType]:
    """A no to nothing that was asked: to the answer before it, or to enrolling."""
    if visit.intent_before.startswith("ask_"):
        return go_to("action_take_feedback")
    visit.say_response("utter_leave_it")
    return go_to(LISTEN)


def _say_filed(visit: Visit) -> list[EventType]:
    visit.say(
        f"这份报名已经提交了，受理编号{visit.slot('receipt')}，不用再办。要给另一个孩子报名，点“重新开始”。",
        (PROGRESS, Choice("重新开始", "/restart")),
    )
    return go_to(LISTEN)
