"""Asks for the birth date, or for the part of it that is missing."""

from __future__ import annotations

from datetime import date

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import WHY, Choice, telling
from actions.counties import plan_of
from actions.forms.wording import SHORT, manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN
from actions.visit import Visit
from actions.words import spoken_date
from enrolment.model.age.told_age import birth_years, born_days_short
from enrolment.model.plan import Stage

MONTHS = tuple(telling(f"{month}月", birth_date=f"-{month:02d}") for month in range(1, 13))
_WHOLE = {
    "": "孩子是哪年哪月出生的？比如“2020年10月”，说到哪一天更好。",
    AGAIN: "请告诉我孩子出生的年和月，像“2020年10月”这样写就行。",
    HUMAN: "您也可以只回复六个数字，比如“202010”就是2020年10月。",
}
_GUESS = {1: "照您说的算，孩子大概是这时候生的，对就点一下，不对请您直接说。"}
_GUESSES = "照您说的岁数，孩子是哪一年生的？请点一下，再说几月几号。"
_MONTH = {
    "": "{known}出生，记下了。是几月生的？",
    AGAIN: "请您点一下，孩子是{known}几月生的？",
    HUMAN: "您也可以直接回复月份的数字，{known}几月？",
}
_YEAR = {
    "": "{known}生日，记下了。是哪一年生的？",
    AGAIN: "请告诉我年份，{known}是哪一年的？比如“2020年”。",
    HUMAN: "您也可以直接回复四个数字的年份，比如“2020”。",
}
_DAY = {
    "": "{known}出生，记下了。正好在分界的月份，还要问是几号？",
    AGAIN: "请告诉我是{known}几号生的，回复数字就行。",
    HUMAN: "您也可以看一下户口本，{known}后面写的是几号？",
}


class AskBirthDate(BaseAction):
    """Asks for a birth date with an example, or for its year, month or day."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_eligibility_form_birth_date"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        known = visit.slot("birth_date_heard")
        question = f"birth_date:{known}"
        manner, said = manner_of(visit, question), spoken_date(known) if known else ""
        # Where a message asked something, its answer came first; the question comes back as it was.
        proposed = () if known or visit.asks else self._proposed(visit)
        if proposed and manner in {"", SHORT}:
            visit.say(f"{_GUESS.get(len(proposed), _GUESSES)}{_WHOLE[HUMAN]}", (*proposed, WHY))
        elif not known:
            visit.say(worded(manner, _WHOLE), (*proposed, WHY))
        elif known.startswith("-"):
            visit.say(worded(manner, _YEAR).format(known=said), (WHY,))
        elif "-" in known:
            visit.say(worded(manner, _DAY).format(known=said), (WHY,))
        else:
            visit.say(worded(manner, _MONTH).format(known=said), MONTHS)
        return put(visit, question)

    def _proposed(self, visit: Visit) -> tuple[Choice, ...]:
        """What an age or days short of the cut-off leave open: a day to confirm, or years to choose from."""
        told, today = visit.told, date.fromisoformat(str(visit.metadata["today"]))
        plan, stage = plan_of(visit, self.services), visit.slot("stage")
        rule = plan.ages.get(Stage(stage)) if plan and stage else None
        if (days := told.get("days_short")) and rule and rule.years:
            born = born_days_short(rule, int(days))
            return (telling(f"是{spoken_date(born.isoformat())}", birth_date=born.isoformat()),)
        if age := told.get("age"):
            return tuple(
                telling(f"{year}年", birth_date=str(year)) for year in birth_years(float(age), today)
            )
        return ()
