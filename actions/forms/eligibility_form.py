"""The eligibility form: stage, birth date, county, hukou and home, taken from one message or many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rasa_sdk.events import EventType

from actions.counties import ANY_OF, county_name, county_of, fitting, listed, meant, only_county, plan_of
from actions.forms.birth_date_answers import DateImpossible, combined
from actions.forms.county_question import offered
from actions.forms.eligibility_answers import AT, PROBLEM, as_seen_from, heard_facts
from actions.forms.form import CONTINUE, FormValidation
from actions.path.steps import FACTS, TOO_YOUNG, reopened
from actions.talk.asking import failed
from actions.talk.policy_answers import answer_on_the_way
from actions.told.words import spoken_told
from actions.visit import Changes, Visit
from actions.words import CHECKED_AGAIN, date_problem, read_back, spoken, spoken_date
from enrolment.model.age.age_words import age_in_words
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.plan import Plan, Stage

_STAGES = {Stage.PRIMARY: "小学", Stage.JUNIOR: "初中"}
_OF_A_PLACE = ("hukou", "home")


class ValidateEligibilityForm(FormValidation):
    """Takes every fact a message tells, and stops as soon as the child turns out too young."""

    form = "eligibility_form"
    slots = FACTS
    hears_opening_message = True

    def required(self, visit: Visit) -> Sequence[str]:
        """Ask for the county first where several are served: everything else depends on it."""
        del visit
        if len(self.services.served()) == 1:
            return self.slots
        return ("county", *(slot for slot in self.slots if slot != "county"))

    def hear(self, visit: Visit) -> dict[str, str]:
        """Find the facts the message tells."""
        among = [plan.county for plan in offered(visit, self.services.served())]
        return heard_facts(visit, county_of(visit, self.services), among)

    async def validate_stage(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept a stage there is."""
        if value not in set(Stage):
            return failed(visit, "stage", self.services)
        return {"stage": value}

    async def validate_birth_date(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Put the date together; a date without its year or month is kept until the rest is said."""
        if value.startswith(PROBLEM):
            return failed(visit, "birth_date", self.services, date_problem(value.removeprefix(PROBLEM)))
        if visit.slot("child"):
            return await self._as_registered(value, visit)
        try:
            birth = combined(value, visit.slot("birth_date") or visit.slot("birth_date_heard"))
        except DateImpossible as impossible:
            return failed(visit, "birth_date", self.services, date_problem(impossible.problem))
        told: Changes = {"birth_date": None, "birth_date_heard": None, "birth_date_registered": None}
        whole = birth.year is not None and birth.month is not None
        return told | {"birth_date" if whole else "birth_date_heard": str(birth), "age_finding": None}

    async def validate_county(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept a county served; a city is narrowed down, any other place is said not to be open yet."""
        plans = meant(value, self.services)
        if not plans:
            served = listed(self.services.served())
            return failed(visit, "county", self.services, f"我目前能办{served}的报名，别的地方还没有开通。")
        before = visit.slot("county")
        if before in {plan.county for plan in plans}:
            return {"county": before}
        able = fitting(plans, visit.slot("stage"))
        if not able:
            return failed(visit, "county", self.services, _no_such_stage(plans[0], visit))
        if len(able) > 1 or value.endswith(ANY_OF):
            return {"county": None, "county_among": value}
        chosen: Changes = {"county": able[0].county, "county_among": None}
        if before:
            # What was told of one county says nothing of another.
            return chosen | dict.fromkeys((*_OF_A_PLACE, "age_finding"), None)
        told = {fact: value for fact in _OF_A_PLACE if (value := visit.slot(fact))}
        return chosen | {fact: as_seen_from(able[0].county, fact, value) for fact, value in told.items()}

    async def validate_hukou(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept where the household is registered; while the county is open, the place itself."""
        value = self._seen(visit, "hukou", value)
        if value not in {"here", "elsewhere"} and not meant(value, self.services):
            return failed(visit, "hukou", self.services)
        return {"hukou": value}

    async def validate_home(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept whose home the family has; while the county is open, with its place."""
        value = self._seen(visit, "home", value)
        if value.partition(AT)[0] not in {"guardian", "grandparent", "none"}:
            return failed(visit, "home", self.services)
        return {"home": value}

    def _seen(self, visit: Visit, fact: str, value: str) -> str:
        county = county_of(visit, self.services)
        return as_seen_from(county, fact, value) if county else value

    def answers_itself(self, visit: Visit) -> bool:
        """A child found too young is told so by name, with the clause: the article would say it twice."""
        too_young = visit.slot("age_finding").startswith(TOO_YOUNG)
        return too_young and visit.intent == "ask_age_requirement"

    async def review(self, visit: Visit, before: Mapping[str, str | None]) -> list[EventType]:
        """Read back what is new, say what the age means, and have done again what rests on a changed fact."""
        new = {
            fact: value for fact in FACTS if (value := visit.slots.get(fact)) and value != before.get(fact)
        }
        # A place that waited for the county is told for the first time.
        changed = [fact for fact in new if (told := before.get(fact)) and not self._waited(fact, told)]
        meant = visit.entity("entry_year")
        events: list[EventType] = visit.set({"entry_year": meant}) if meant else []
        if new:
            self._read_back(visit, new, changed)
        events += self._within_plan(visit)
        if visit.slots.get("application") and new:
            events += visit.set(reopened())
        if new.keys() & {"stage", "birth_date"} or ("county" in new and not visit.slots.get("age_finding")):
            events += await self._judge_age(visit)
        if visit.slot("age_finding").startswith(TOO_YOUNG):
            return [*events, *self.stop(visit, CONTINUE)]
        return [*events, *await self._answer_what_waited(visit)]

    def _read_back(self, visit: Visit, new: dict[str, str], changed: list[str]) -> None:
        told = [self._spoken(visit, fact, value) for fact, value in new.items()]
        if changed:
            again = "每个区要分别看户口和住房，所以再问您一下。" if _asked_anew(visit, changed) else ""
            if visit.slots.get("verified") and "action_correct_fact" not in visit.ran_since_message():
                visit.say(CHECKED_AGAIN)
            more = spoken_told(visit.newly_told)
            visit.say(f"好的，改过来了：{'，'.join([*told, *more])}。{again}")
        elif len(new) > 1 or visit.requested_slot not in new or visit.newly_told:
            visit.say(read_back(told, besides=spoken_told(visit.newly_told)))

    def _spoken(self, visit: Visit, fact: str, value: str) -> str:
        if fact == "hukou" and (places := meant(value, self.services)):
            return spoken(fact, "here", places[0].county_name)
        owner = value.partition(AT)[0] if fact == "home" else value
        return spoken(fact, owner, county_name(visit, self.services))

    def _waited(self, fact: str, told: str) -> bool:
        return AT in told or (fact == "hukou" and bool(meant(told, self.services)))

    def _within_plan(self, visit: Visit) -> list[EventType]:
        """Ask for another county where the one chosen does not enrol for this stage."""
        plan = plan_of(visit, self.services)
        if plan is None or fitting([plan], visit.slot("stage")):
            return []
        visit.say(_no_such_stage(plan, visit))
        # Where it is the only one there is nothing to choose but the stage.
        open_again = "stage" if only_county(self.services) else "county"
        return visit.set({open_again: None, "age_finding": None})

    async def _answer_what_waited(self, visit: Visit) -> list[EventType]:
        """Answer the question of policy that could not be answered before the county was known."""
        topic = visit.slot("question")
        if not topic or not visit.slots.get("county"):
            return []
        await answer_on_the_way(visit, self.services, topic, sure=True)
        return visit.set({"question": None})

    async def _judge_age(self, visit: Visit) -> list[EventType]:
        """Say what the age rule means for this birth date, once both and the county are known."""
        county = county_of(visit, self.services)
        if not (county and visit.slots.get("stage") and visit.slots.get("birth_date")):
            return []
        stage, birth = Stage(visit.slot("stage")), BirthDate.parse(visit.slot("birth_date"))
        if stage is Stage.JUNIOR and await self._only_starts_school(birth, county):
            visit.say(
                f"{spoken_date(str(birth))}出生的孩子，还没到升初中的时候，您看看是不是要报小学？"
                "确实小学毕业了的，请打咨询电话问一问。"
            )
            return visit.set({"stage": None})
        try:
            verdict = await self.ask(self.services.check_eligibility, stage, birth, county)
        except BirthDateInvalid:
            refused = failed(visit, "birth_date", self.services, date_problem("past"))
            return [*refused, *visit.set({"birth_date": None})]
        if verdict.finding is AgeFinding.AMBIGUOUS:
            return visit.set({"birth_date": None, "birth_date_heard": str(birth), "age_finding": None})
        if verdict.finding in {AgeFinding.OF_AGE, AgeFinding.OLDER}:
            rule = self.services.current_plan(county).ages[stage]
            visit.say(f"{age_in_words(verdict, birth, rule)}{_not_the_year_meant(visit, rule.cutoff.year)}")
        finding = f"{verdict.finding.value}:{verdict.entry_year or ''}"
        return visit.set({"age_finding": finding, "entry_year": None})

    async def _only_starts_school(self, birth: BirthDate, county: str) -> bool:
        """Whether a child is only now, or not yet, old enough for primary school."""
        try:
            verdict = await self.ask(self.services.check_eligibility, Stage.PRIMARY, birth, county)
        except BirthDateInvalid:
            return False
        return verdict.finding in {AgeFinding.OF_AGE, AgeFinding.TOO_YOUNG}

    async def _as_registered(self, value: str, visit: Visit) -> Changes:
        """Keep the registered birth date once the child is chosen: it is the one that counts."""
        registered = visit.slot("birth_date")
        if str(combined(value, registered)) != registered:
            visit.say(
                f"报名按登记的生日办，登记的是{spoken_date(registered)}。"
                "如果登记的不对，请先到派出所更正；如果选错了孩子，回复“换个孩子”。"
            )
        return {"birth_date": registered}


def _asked_anew(visit: Visit, changed: Sequence[str]) -> bool:
    """Whether another county leaves the hukou or the home to be told again."""
    return "county" in changed and any(visit.slots.get(fact) is None for fact in _OF_A_PLACE)


def _no_such_stage(plan: Plan, visit: Visit) -> str:
    """Say that a county's plan does not enrol for the stage wanted, and for which it does."""
    offers = "、".join(_STAGES[stage] for stage in plan.stages)
    wanted = _STAGES[Stage(visit.slot("stage"))]
    return f"{plan.county_name}只办{offers}的报名，{wanted}要在孩子住的区里报。"


def _not_the_year_meant(visit: Visit, year: int) -> str:
    """One sentence where the guardian had another year in mind, in the word they used."""
    ahead = int(visit.slot("entry_year") or year) - year
    word = {1: "明年", 2: "后年"}.get(ahead)
    return f"您说的“{word}”，按年龄就是今年（{year}年）秋季，现在报正好。" if word else ""
