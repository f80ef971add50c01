"""A search that finds what a test says, and an understanding that understands what a test says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from enrolment.answer_ports import Found, UnderstandingUnavailable
from enrolment.model.answering.understood import Ranked, ToldFact, Understood
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic


def understood(
    *topics: Topic, intent: str = "", confidence: float = 0.9, told: Mapping[str, str] | None = None
) -> Understood:
    """A message about topics, the first of this confidence, that tells facts."""
    rest = (1 - confidence) / max(len(topics) - 1, 1)
    ranked = [Ranked(topic, rest if at else confidence) for at, topic in enumerate(topics)]
    facts = tuple(ToldFact(name, value) for name, value in (told or {}).items())
    return Understood(intent or f"ask_{topics[0]}", tuple(ranked), facts)


@dataclass(slots=True)
class FakeSearch:
    """Implements `GuideSearch`: the articles of `finds`, wherever the plan has them."""

    finds: Sequence[str] = ()

    def find(self, plan: Plan, text: str, limit: int) -> Sequence[Found]:
        """What the test says, in its order."""
        del text
        known = [key for key in self.finds if key in plan.articles][:limit]
        return [Found(key, 1 / place) for place, key in enumerate(known, start=1)]


@dataclass(slots=True)
class FakeUnderstanding:
    """Implements `Understanding`: everything means `means`; what it heard is kept."""

    means: Understood = field(default_factory=lambda: understood(Topic.CONTACT_PHONE))
    heard: list[str] = field(default_factory=list)
    down: bool = False

    async def understand(self, text: str, metadata: Mapping[str, object]) -> Understood:
        """What the test says."""
        del metadata
        if self.down:
            raise UnderstandingUnavailable
        self.heard.append(text)
        return self.means
