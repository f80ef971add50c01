"""A family that asks, before a plan; and what was computed for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from enrolment.model.answering.told_facts import Readings
from enrolment.model.plan import Plan, Stage
from enrolment.model.plan.topics import Topic

_OWN: Final = re.compile(r"我|俺|咱|自己家|孩子|娃|宝宝|小孩|闺女|女儿|儿子|丫头|小子")
_WHETHER: Final = re.compile(
    r"够|满没满|满不满|满了|来得?及|赶趟|赶得?上|算不算|算数|能不能|能.{0,12}[吗不么]|行不行|行[吗不么]|可以|哪一?类|哪类|按[啥什]"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A question of a family: what it told, read by the plan; `stage` None where nobody said it.

    `own` says that it is known to ask for its own case, whatever its words.
    """

    plan: Plan
    topic: Topic
    text: str
    today: date
    told: Readings = field(default_factory=Readings)
    own: bool = False

    @property
    def stage(self) -> Stage | None:
        """The stage asked about, where it was told."""
        said = self.told.sure.get("stage")
        return Stage(said) if isinstance(said, str) else None

    @property
    def asks_for_itself(self) -> bool:
        """Whether it asks what the rule means for its own case, and not what the rule is."""
        return self.own or (_OWN.search(self.text) is not None and _WHETHER.search(self.text) is not None)


@dataclass(frozen=True, slots=True)
class Computed:
    """Words worked out for a family with the clauses they rest on; the article on the topic may follow.

    `missing` are the facts that would settle it and `question` asks for the first of them, both empty where
    nothing is open. `whole` says that nothing need follow.
    """

    text: str = ""
    clauses: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    question: str = ""
    whole: bool = False
