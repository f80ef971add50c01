"""Says what a family could still do to be filed under a better category, with the days; never a promise."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import PHONES
from actions.counties import county_of, plan_of
from actions.decision_words import options_in_words
from actions.path.steps import decision_shown
from actions.visit import Visit, go_to
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.placeholders import complete
from enrolment.model.plan import Category, Plan, Stage

_NEEDED = {"county": "在哪个区上学", "stage": "上小学还是初中", "hukou": "户口在哪儿", "home": "有没有房子"}
_TAILS = ("居民子女", "子女", "儿童")
_DISTINCTIVE = 4
# “其他” is said of much else.
_SHORT_NAME = 2
_SHOWN = 3
# Below it, a question is as likely about something else.
_SURE = 0.45


class ExploreOptions(BaseAction):
    """Answers "怎么才能…": from the decision on the table, before that from what was said."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_explore_options"

    async def act(self, visit: Visit) -> list[EventType]:
        """Say what could still be done, then go back to the pending question."""
        if visit.confidence < _SURE:
            return go_to("action_default_fallback")
        plan = plan_of(visit, self.services)
        wanted = category_named(visit.text, plan) if plan else ""
        if decision_shown(visit.slots, visit.requested_slot) or visit.requested_slot == "fact_answer":
            words = await self.ask(
                self.services.describe_outcome, visit.slot("application"), visit.conversation_id
            )
            visit.say(f"{wanted}{options_in_words(words.could_still, words.too_late, words.to_clear)}")
            return []
        missing = [words for slot, words in _NEEDED.items() if not self._told(visit, slot)]
        if missing:
            visit.say(f"{wanted}要先知道孩子{'、'.join(missing)}，才能算给您看。")
            return [] if visit.active_form else go_to("eligibility_form")
        visit.say(wanted + await self._by_own_words(visit), () if visit.active_form else (PHONES,))
        return []

    def _told(self, visit: Visit, slot: str) -> bool:
        return bool(county_of(visit, self.services) if slot == "county" else visit.slots.get(slot))

    async def _by_own_words(self, visit: Visit) -> str:
        answers = {name: visit.slots.get(name) for name in ("birth_date", "hukou", "home")}
        try:
            said = statement_from_answers(answers)
        except BirthDateInvalid:
            said = statement_from_answers(answers | {"birth_date": None})
        county, stage = county_of(visit, self.services), Stage(visit.slot("stage"))
        options = await self.ask(self.services.explore_options, county, stage, said)
        if not options.category:
            first = "、".join(f"“{each}”" for each in options.wanting[:_SHOWN])
            return f"照您说的还定不下来按哪一类，要登录核对以后才能算准，先要看的是{first}这样的条件。"
        told = options_in_words(options.chances, options.missed)
        return f"照您说的，您家先算“{options.category}”，还没有核实。\n{told}"


def category_named(text: str, plan: Plan) -> str:
    """The rule of the category a question names, in the plan's own words; empty where it names none."""
    named = max(plan.by_priority, key=lambda category: _named_by(text, category, plan))
    if not _named_by(text, named, plan):
        return ""
    clause = plan.clauses[named.clause]
    return f"“{named.title}”的规定是：{complete(clause.text, plan)}（依据{clause.id}）\n"


def _named_by(text: str, category: Category, plan: Plan) -> int:
    """How many signs of a text name a category: by its title, its clause's, its key, or a part of the title.

    A part counts from four signs, without the words that the titles of many categories end in.
    """
    title = category.title
    for tail in _TAILS:
        title = title.removesuffix(tail)
    whole = [name for name in (title, plan.clauses[category.clause].title) if len(name) > _SHORT_NAME]
    parts = [title[at:end] for at in range(len(title)) for end in range(at + _DISTINCTIVE, len(title) + 1)]
    found = [len(name) for name in (*whole, *parts) if name in text]
    if f"{category.key}类".upper() in text.upper():
        found.append(len(category.title))
    return max(found, default=0)
