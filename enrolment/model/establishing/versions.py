"""Where a family has several records of a kind, each makes its own version of the facts: keep the best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from enrolment.model.establishing.reading import Reading, Values
from enrolment.model.establishing.records import DepartmentRecord
from enrolment.model.facts import Fact

Version = dict[str, Fact]
_KEPT = 8
"""How many versions are carried on from item to item: two guardians rarely have more."""


def best_version(
    start: Version, items: Iterable[Sequence[Version]], rank: Callable[[Version], tuple[int, int, int]]
) -> Version:
    """Choose one version of each item; what they make together decides, the earlier one where they tie.

    An item not yet chosen leaves its facts open, so a version is kept for the best it may still lead to.
    """
    best = [start]
    for versions in items:
        best = [chosen | version for chosen in best for version in versions]
        if len(best) > _KEPT:
            best = sorted(best, key=rank)[:_KEPT]
    return min(best, key=rank) if len(best) > 1 else best[0]


def versions_of(
    reading: Reading, data_item: str, found: Iterable[tuple[DepartmentRecord, Values]], none: Values
) -> list[Version]:
    """The facts as each record would make them; `none` are their values where there is no record.

    Where not everybody concerned could be asked about, the guardian's word is a version too.
    """
    reply = reading.reply(data_item)
    if reply is None or not reply.answered:
        return [reading.all_missing(none, reply)]
    versions = [reading.all_recorded(values, reply, record) for record, values in found]
    if not reply.complete:
        return [*versions, reading.all_missing(none, reply)]
    return versions or [reading.all_recorded(none, reply)]
