"""Search the deeds a family could do for those that lead to a better category, and for their last days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from enrolment.model.deciding.chances.deeds import Deed, last_filing_day, turning_days
from enrolment.model.deciding.standing import weigh
from enrolment.model.facts import Facts
from enrolment.model.plan import Category, Plan, Stage

MOST_TOGETHER = 3


@dataclass(frozen=True, slots=True)
class Chance:
    """Deeds with the last day for each, and the category they lead to.

    `latest` is the last day for all of them at once.
    """

    category: Category
    days: tuple[tuple[Deed, date], ...]
    latest: date

    @property
    def deeds(self) -> frozenset[str]:
        """The deeds by their words."""
        return frozenset(deed.do for deed, _ in self.days)


@dataclass(frozen=True)
class Search:
    """A family before a plan on a day, and the categories that would be better for it."""

    plan: Plan
    facts: Facts
    on: date
    stage: Stage | None
    better: tuple[Category, ...]

    def run(self, deeds: Sequence[Deed]) -> list[Chance]:
        """Try the deeds alone, then together; leave out a set where fewer deeds lead as far."""
        found: list[Chance] = []
        for size in range(1, MOST_TOGETHER + 1):
            for chosen in combinations(deeds, size):
                if not self._nothing_left(chosen, found):
                    found += [each for each in self._led_to(chosen) if not self._needless(each, found)]
        return sorted(found, key=lambda each: (each.category.priority, len(each.days), each.latest < self.on))

    def _nothing_left(self, deeds: Iterable[Deed], found: Iterable[Chance]) -> bool:
        """Whether fewer of these deeds lead to the best category already."""
        best, keys = self.better[0].priority, {deed.do for deed in deeds}
        return any(
            each.category.priority == best and each.latest >= self.on and each.deeds < keys for each in found
        )

    def _needless(self, chance: Chance, found: Iterable[Chance]) -> bool:
        over = chance.latest < self.on
        return any(
            other.category.priority <= chance.category.priority
            and other.deeds < chance.deeds
            and (over or other.latest >= self.on)
            for other in found
        )

    def _led_to(self, deeds: tuple[Deed, ...]) -> Iterator[Chance]:
        """Each better category the deeds lead to when done on one day, with the last such day.

        Between two turning days nothing changes, so that the last day of each span speaks for all of it.
        Later is never better, or the search stops: a day promised must hold for every day before it.
        """
        last = max(self._closes.values())
        ends = self._ends(deeds, min(last, *(deed.by for deed in deeds)))
        to_come = [end for end in ends if end >= self.on]
        reached = self._spans(deeds, to_come)
        yield from self._chances(deeds, reached)
        past = [end for end in ends if end < self.on]
        if not past or self._category([(deed, past[0]) for deed in deeds]) is None:
            return
        best = min((category.priority for category, _ in reached), default=None)
        missed = [
            (category, end)
            for category, end in self._spans(deeds, past)
            if best is None or category.priority < best
        ]
        yield from self._chances(deeds, missed)

    def _ends(self, deeds: Iterable[Deed], limit: date) -> list[date]:
        turns = (self._turns.get(name, ()) for deed in deeds for name in deed.makes)
        return sorted({limit, *(day for days in turns for day in days if day < limit)})

    @cached_property
    def _turns(self) -> Mapping[str, AbstractSet[date]]:
        return turning_days(category.rule for category in self.plan.categories)

    @cached_property
    def _closes(self) -> Mapping[str, date]:
        return {each.key: last_filing_day(self.plan, each, self.stage) for each in self.better}

    def _spans(self, deeds: tuple[Deed, ...], ends: Sequence[date]) -> list[tuple[Category, date]]:
        """The categories reached, each with the last of the days on which it is."""
        spans: dict[str, tuple[Category, date]] = {}
        worst = -1
        for end in ends:
            category = self._category([(deed, end) for deed in deeds])
            if category is None or category.priority < worst:
                break
            spans[category.key], worst = (category, end), category.priority
        return list(spans.values())

    def _chances(self, deeds: tuple[Deed, ...], spans: Iterable[tuple[Category, date]]) -> Iterator[Chance]:
        for category, end in spans:
            closes = self._closes[category.key]
            latest = min(end, closes)
            days = self._stretched([(deed, latest) for deed in deeds], category, closes)
            yield Chance(category, tuple(days), latest)

    def _stretched(
        self, days: list[tuple[Deed, date]], category: Category, closes: date
    ) -> list[tuple[Deed, date]]:
        """Give each deed in turn as much more time as the others leave it."""
        if len(days) == 1:
            return days
        for at, (deed, day) in enumerate(days):
            for later in self._ends((deed,), min(deed.by, closes)):
                if later <= day:
                    continue
                reached = self._category([*days[:at], (deed, later), *days[at + 1 :]])
                if reached is None or reached.priority > category.priority:
                    break
                days[at] = (deed, later)
        return days

    def _category(self, days: Iterable[tuple[Deed, date]]) -> Category | None:
        """The better category a family would have, had it done each deed on its day."""
        facts = self.facts
        for deed, day in days:
            facts = deed.done(facts, day)
        category = weigh(self.plan, facts, stage=self.stage, trust_declared=True).clear
        return category if category in self.better else None
