"""A family from a file: what was said, its facts under a plan, and what an official expects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from enrolment.model.errors import BirthDateInvalid
from enrolment.model.establishing.family_facts import establish
from enrolment.model.establishing.statement import stated_facts, statement_from_answers
from enrolment.model.facts import Evidence, Fact, FactValue
from enrolment.model.plan import Plan, Stage
from storage.family_files.errors import FamilyInvalid
from storage.family_files.findings import family_of, findings_of
from storage.family_files.records import CHILD, Registers, born
from storage.family_files.schema import AnswerPart, ExpectPart, FamilyPart, Value
from storage.family_files.words import ANSWERS, CLAIMS, HOMES, HUKOU, STAGES, yes_or_no
from storage.plan_files.errors import Mistake
from storage.plan_files.values import fact_value

_SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
_DIGEST: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class FamilyCase:
    """One family; `plan_name` is the plan its file is written for, `lines` finds its places in the file."""

    name: str
    file: str
    plan_name: str
    part: FamilyPart
    asked_on: date | None
    lines: Mapping[str, int]

    @property
    def stage(self) -> Stage:
        """The stage applied for."""
        return STAGES[self.part.stage]

    @property
    def expect(self) -> ExpectPart | None:
        """What an official expects, where it is written."""
        return self.part.expect

    @property
    def born(self) -> date:
        """The child's birth date, as registered."""
        return born(self.part, CHILD)

    def today(self, plan: Plan) -> date:
        """The day the family asks on: as written, or the first day of online filing."""
        written = self.part.today or self.asked_on
        if written is None and self.stage not in plan.calendar.windows:
            raise self.refusal(
                "报", f"{plan.county}/{plan.year} has no {self.part.stage}; write the other stage"
            )
        return written or plan.calendar.windows[self.stage].online.opens

    def facts(self, plan: Plan) -> dict[str, Fact]:
        """The facts under a plan, found as in earnest; raise FamilyInvalid at what the plan lacks."""
        on = self.today(plan)
        registers = Registers(self.part, datetime.combine(on, time(9), _SHANGHAI))
        said = self.said(plan)
        findings = findings_of(registers, plan)
        facts = establish(plan, family_of(registers), said, findings, stage=self.stage)
        written = {name: self._written(name, plan, registers.at) for name in self.part.facts}
        return stated_facts(plan, said, stage=self.stage) | facts | written

    def said(self, plan: Plan) -> dict[str, FactValue]:
        """What the guardian said: the usual answers, claims, and facts by their names."""
        said: dict[str, FactValue] = {}
        answers: dict[str, str | None] = {}
        for key, value in self.part.said.items():
            place = f"家长说.{key}"
            match key:
                case "户口":
                    answers["hukou"] = self._one_of(HUKOU, value, place)
                case "房子":
                    answers["home"] = self._one_of(HOMES, value, place)
                case "生日":
                    answers["birth_date"] = str(value)
                case _:
                    name = CLAIMS.get(key, key)
                    said[name] = self._value(name, value, plan, place)
        try:
            return statement_from_answers(answers) | said
        except BirthDateInvalid as error:
            raise self.refusal("家长说.生日", f"{error}; write 2020-10 or 2020-10-15") from error

    def refusal(self, place: str, problem: str) -> FamilyInvalid:
        """Say what is wrong at a place of this family."""
        whole = f"家庭.{self.name}.{place}"
        line = self.lines.get(whole) or self.lines.get(f"家庭.{self.name}")
        where = f"{self.file}:{line}" if line else self.file
        return FamilyInvalid(f"{where}: {whole}: {problem}")

    def _written(self, name: str, plan: Plan, at: datetime) -> Fact:
        """A fact whose answer the file writes down."""
        written, place = self.part.facts[name], f"事实.{name}"
        answer = written if isinstance(written, AnswerPart) else AnswerPart(答复="已核实", 值=written)
        value = None if answer.value is None else self._value(name, answer.value, plan, place)
        fact = Fact(name, ANSWERS[answer.answer], value)
        items = plan.facts[name].data_items if name in plan.facts else ()
        if not fact.settled or not items:
            return fact
        evidence = Evidence(items[0], plan.data_items[items[0]].department, "grant", at, _DIGEST)
        return Fact(name, fact.answer, value, evidence)

    def _one_of(self, words: Mapping[str, str], value: Value, place: str) -> str:
        if isinstance(value, str) and value in words:
            return words[value]
        raise self.refusal(place, f"found {value!r}; write one of {'、'.join(words)}")

    def _value(self, name: str, value: Value, plan: Plan, place: str) -> FactValue:
        spec = plan.facts.get(name)
        if spec is None:
            raise self.refusal(place, f"{plan.county}/{plan.year} has no fact {name!r}; check its spelling")
        read = yes_or_no(value)
        try:
            return fact_value(read, spec, place)
        except Mistake as mistake:
            raise self.refusal(place, mistake.problem) from mistake
