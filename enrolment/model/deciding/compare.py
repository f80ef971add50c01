"""Compare two decisions of one case: reasons lost, reasons gained, facts newly known."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.decision import CategoryDecision, Reason


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """What changed between two decisions.

    `lost` and `gained` are reasons; `changed` names the facts (or points tables) that both rest on and
    of which something else is known now, and the facts that are no longer open.
    """

    before: str | None
    after: str | None
    lost: tuple[Reason, ...]
    gained: tuple[Reason, ...]
    changed: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether both decisions say the same for the same reasons."""
        return self.before == self.after and not (self.lost or self.gained or self.changed)


def compare_decisions(before: CategoryDecision, after: CategoryDecision) -> DecisionChange:
    """Say what changed from one decision of a case to the next; no reason goes unnamed."""
    then, now = _by_condition(before), _by_condition(after)
    settled = [name for name in before.deciding_facts if name not in after.deciding_facts]
    anew = [now[key].fact for key in then if key in now and _known(then[key]) != _known(now[key])]
    return DecisionChange(
        before=before.category,
        after=after.category,
        lost=tuple(reason for key, reason in then.items() if key not in now),
        gained=tuple(reason for key, reason in now.items() if key not in then),
        changed=tuple(dict.fromkeys((*anew, *settled))),
    )


def _by_condition(decision: CategoryDecision) -> dict[tuple[str, str], Reason]:
    return {(reason.fact, reason.wanted): reason for reason in decision.reasons}


def _known(reason: Reason) -> tuple[object, ...]:
    return reason.answer, reason.found, reason.lines, reason.source
