"""`ruxue plan check`: say what is wrong with a plan, line by line, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from enrolment.model.reviewing import Finding, Severity, review
from storage.plan_files.load import LoadedPlan, load
from storage.plan_files.reading.origins import Origins

Say = Callable[[str], None]


def check(file: Path, say: Say) -> bool:
    """Say every finding, errors first; give whether the plan can be published.

    Raises PlanInvalid when the file cannot be read as a plan.
    """
    return check_loaded(load(file), say)


def check_loaded(loaded: LoadedPlan, say: Say) -> bool:
    """Say every finding about a plan that was read; give whether it can be published."""
    origins = loaded.origins

    def is_own(place: str) -> bool:
        return origins.of(place).file == origins.file

    findings = review(loaded.plan, is_own)
    for finding in sorted(findings, key=lambda each: _order(each, origins)):
        say(line(finding, origins))
    say(_summary(loaded.plan.county_name, loaded.plan.year, findings))
    return all(finding.severity is not Severity.ERROR for finding in findings)


def line(finding: Finding, origins: Origins) -> str:
    """A finding as one line: where, how bad, why, what to write, and its name in docs/plan-check.md."""
    where = f"{origins.of(finding.place)}: {finding.severity}: {finding.place}"
    told = " ".join(f"{finding.reason}; {finding.remedy}".split())
    return f"{where}: {told} [{finding.code}]"


def _order(finding: Finding, origins: Origins) -> tuple[bool, bool, str, int]:
    """Errors first, the plan's own file first, then down the page."""
    origin = origins.of(finding.place)
    inherited = origin.file != origins.file
    return finding.severity is Severity.WARNING, inherited, origin.file, origin.line or 0


def _summary(name: str, year: int, findings: list[Finding]) -> str:
    if not findings:
        return f"{name} {year}: nothing to mend. This plan can be published."
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    verdict = "mend the errors, then it can be published" if errors else "it can be published"
    return f"{name} {year}: {_count(errors, 'error')}, {_count(warnings, 'warning')}; {verdict}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
