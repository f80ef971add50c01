"""Purge what has been kept as long as it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from enrolment.model.retention import RULES, Kind, Rule, kept_since
from enrolment.ports import Clock
from enrolment.upkeep_ports import Retention


@dataclass(frozen=True, slots=True)
class Purged:
    """How many of a kind went, or would go."""

    rule: Rule
    count: int


def purge_expired(
    *,
    retention: Retention,
    clock: Clock,
    elsewhere: Mapping[Kind, Retention] | None = None,
    dry_run: bool = False,
) -> Sequence[Purged]:
    """Delete or empty everything whose time is over, kind by kind; a dry run only counts.

    `elsewhere` are the kinds that are kept in a database of their own.

    Run again after an interruption it goes on. A dry run counts what is over by now: people who become
    unknown only through what the same run would delete are not in it.
    """
    now = clock.now()
    purged = []
    for rule in RULES:
        place = (elsewhere or {}).get(rule.kind, retention)
        deal_with = place.expired if dry_run else place.purge
        purged.append(Purged(rule, deal_with(rule.kind, kept_since(rule, now))))
    return purged
