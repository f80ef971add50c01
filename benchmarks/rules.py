"""The rules' side of the benchmark: plans, decisions, zones, and what families bring.

`make bench` runs it after the conversation; `python -m benchmarks.rules` runs it alone. It writes RULES.md.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import Final, NamedTuple

from benchmarks import deciding, families, plans, zoning
from benchmarks.machine import this_machine
from benchmarks.report import heading, table
from benchmarks.servers import ROOT

FILE: Final = ROOT / "benchmarks" / "RULES.md"


COLUMNS: Final = """\
"Listed" counts the papers the plan names for the facts of a category, alternatives included;
the columns behind it are papers per family."""


class Promise(NamedTuple):
    """What the project promises of one figure, and the most it may be."""

    words: str
    figure: str
    most: float
    unit: str


PROMISES: Final = (
    Promise("`decide` p99 under 1 ms", "decide p99", 1, "ms"),
    Promise("a plan loads in under 300 ms", "plan load, slowest shipped, ms", 300, "ms"),
    Promise("address to zone p99 under 5 ms over 2,000 zones", "address to zone p99", 5, "ms"),
    Promise("150 published counties loaded within 2 s", "150 counties from published, s", 2, "s"),
    Promise("and within 500 MB", "150 counties from published, MB", 500, "MB"),
)


def main() -> int:
    """Measure, print, and keep the report."""
    begun = time.monotonic()
    figures: dict[str, float] = {}
    for part in (deciding, zoning, plans):
        _say(f"· {part.__name__.rpartition('.')[2]}")
        figures |= part.measure()
    _say("· families")
    survey = families.measure()
    written = "\n\n".join(
        (
            "# Benchmark: plans, decisions, zones",
            heading(this_machine(), datetime.now(UTC).date()),
            "## Promises",
            table(("promise", "measured", "holds"), [_kept(promise, figures) for promise in PROMISES]),
            "## Ten thousand families and their papers",
            families.summary(survey.tallies),
            "\n".join(survey.rows()),
            COLUMNS,
            "## Every figure",
            "Milliseconds where nothing else is said.",
            table(("figure", "measured"), [(name, f"{value:,.2f}") for name, value in figures.items()]),
            f"To repeat it: `python -m benchmarks.rules`; this run took {time.monotonic() - begun:.0f} s.",
        )
    )
    FILE.write_text(f"{written}\n", encoding="utf-8")
    _say(f"\n{written}")
    return 0


def _kept(promise: Promise, figures: dict[str, float]) -> tuple[str, str, str]:
    value = figures[promise.figure]
    return promise.words, f"{value:.2f} {promise.unit}", "yes" if value <= promise.most else "**no**"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
