"""The eligibility form: stage, birth date, county, hukou and home, taken from one message or many."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import EventType

from actions.forms.birth_date_answers import DateImpossible, combined
from actions.forms.eligibility_answers import PROBLEM, heard_facts
from actions.forms.form import CONTINUE, FormValidation
from actions.path.steps import FACTS, TOO_YOUNG, reopened
from actions.talk.asking import failed
from actions.visit import Changes, Visit
from actions.words import date_problem, read_back, spoken, spoken_date
from enrolment.model.age.age_words import age_in_words
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.plan import Stage

ELSEWHERE = "other"


class ValidateEligibilityForm(FormValidation):
    """Takes every fact a message tells, and stops as soon as the child turns out too young."""

    form = "eligibility_form"
    slots = FACTS
    hears_opening_message = True

    def hear(self, visit: Visit) -> dict[str, str]:
        """Find the facts the message tells."""
        return heard_facts(visit, self.services.county)

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
        """Accept the county served; any other is said not to be open yet."""
        if value != self.services.county:
            name = self.services.current_plan(self.services.county).county_name
            return failed(visit, "county", self.services, f"我目前只能办{name}的报名，别的区还没有开通。")
        return {"county": value}

    async def validate_hukou(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept where the household is registered."""
        if value not in {"here", "elsewhere"}:
            return failed(visit, "hukou", self.services)
        return {"hukou": value}

    async def validate_home(self, value: str, visit: Visit) -> Changes | list[EventType]:
        """Accept whose home the family has."""
        if value not in {"guardian", "grandparent", "none"}:
            return failed(visit, "home", self.services)
        return {"home": value}

    def answers_itself(self, visit: Visit) -> bool:
        """A child found too young is told so by name, with the clause: the article would say it twice."""
        too_young = visit.slot("age_finding").startswith(TOO_YOUNG)
        return too_young and visit.intent == "ask_age_requirement"

    async def review(self, visit: Visit, before: Mapping[str, str | None]) -> list[EventType]:
        """Read back what is new, say what the age means, and have done again what rests on a changed fact."""
        new = {
            fact: value for fact in FACTS if (value := visit.slots.get(fact)) and value != before.get(fact)
        }
        changed = [fact for fact in new if before.get(fact)]
        meant = visit.entity("entry_year")
        events: list[EventType] = visit.set({"entry_year": meant}) if meant else []
        if new:
            self._read_back(visit, new, changed)
        if visit.slots.get("application") and new:
            events += visit.set(reopened())
        if new.keys() & {"stage", "birth_date"}:
            events += await self._judge_age(visit)
        if visit.slot("age_finding").startswith(TOO_YOUNG):
            return [*events, *self.stop(visit, CONTINUE)]
        return events

    def _read_back(self, visit: Visit, new: dict[str, str], changed: list[str]) -> None:
        county_name = self.services.current_plan(self.services.county).county_name
        if changed:
            told = "，".join(spoken(fact, value, county_name) for fact, value in new.items())
            visit.say(f"好的，改过来了：{told}。")
        elif len(new) > 1 or visit.requested_slot not in new:
            visit.say(read_back(new, county_name))

    async def _judge_age(self, visit: Visit) -> list[EventType]:
        """Say what the age rule means for this birth date, once both are known."""
        if not (visit.slots.get("stage") and visit.slots.get("birth_date")):
            return []
        stage, birth = Stage(visit.slot("stage")), BirthDate.parse(visit.slot("birth_date"))
        county = visit.slot("county") or self.services.county
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


def _not_the_year_meant(visit: Visit, year: int) -> str:
    """One sentence where the guardian had another year in mind, in the word they used."""
    ahead = int(visit.slot("entry_year") or year) - year
    word = {1: "明年", 2: "后年"}.get(ahead)
    return f"您说的“{word}”，按年龄就是今年（{year}年）秋季，现在报正好。" if word else ""
