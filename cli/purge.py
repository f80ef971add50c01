"""`ruxue purge`: delete what has been kept as long as it may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from enrolment.services.purge_expired import Purged


def tell(purged: Sequence[Purged], say: Callable[[str], None], *, dry_run: bool) -> None:
    """Say what went, or would go, and under which rule."""
    for each in purged:
        rule = each.rule
        say(
            f"{'would go' if dry_run else 'gone'}: {each.count:>7}  {rule.what} "
            f"({rule.keep.days} days from {rule.counted_from}; {rule.ground})"
        )
