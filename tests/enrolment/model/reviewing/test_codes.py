"""Every kind of finding: a plan that meets it, a plan that does not, and a line in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from enrolment.model.reviewing import Code, review
from storage.plan_files.load import plan_from_document
from tests.enrolment.model.reviewing.small_plan import small_document, small_plan
from tests.enrolment.model.reviewing.spoilt import CASES

DOCS = Path(__file__).resolve().parents[4] / "docs" / "plan-check.md"


def test_review_finds_nothing_when_nothing_is_to_be_mended() -> None:
    """The plan that the other tests spoil is whole."""
    assert review(small_plan()) == []


@pytest.mark.parametrize("code", Code)
def test_review_finds_the_fault_when_a_plan_has_it(code: Code) -> None:
    """At its place, with a reason and a remedy."""
    spoil, place = CASES[code]
    document = small_document()
    spoil(document)
    found = [each for each in review(plan_from_document(document)) if each.code is code]
    assert [each.place for each in found][:1] == [place]
    assert all(each.reason and each.remedy for each in found)


@pytest.mark.parametrize("code", Code)
def test_docs_tell_the_remedy_when_a_code_is_looked_up(code: Code) -> None:
    """One row each, with its severity."""
    rows = [
        line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{code}` |")
    ]
    assert len(rows) == 1
    severity = rows[0].split("|")[2].strip()
    spoil, _ = CASES[code]
    document = small_document()
    spoil(document)
    assert {each.severity for each in review(plan_from_document(document)) if each.code is code} == {severity}
