"""What a plan file's words mean, and the document that is published of it."""

from __future__ import annotations

import gc
import hashlib
import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from enrolment.model.errors import PlanNotFound
from enrolment.model.rules import Condition
from storage.plan_files import PlanFiles, PlanInvalid, Problem, load, plan_from_document, read_plan
from storage.plan_files.reading.scalars import meaning
from storage.plan_files.uncollected import uncollected
from tests.fakes.plans import PLANS_FOLDER
from tests.plans.conftest import COUNTY, SAMPLE

SHIPPED = sorted((plan.county, plan.year) for plan in PlanFiles(PLANS_FOLDER).counties())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("yes", True),
        ("no", False),
        ("true", True),
        ("", None),
        ("~", None),
        ("12", 12),
        ("-5", -5),
        ("0", 0),
        ("007", "007"),
        ("1_000", "1_000"),
        ("4.10", "4.10"),
        ("9:00", "9:00"),
        ("2027-08-31", "2027-08-31"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("on", "on"),
        ("9" * 30, "9" * 30),
    ],
)
def test_word_means_what_it_looks_like_when_it_has_no_quotes(word: str, meant: object) -> None:
    """A clause 4.10 is not 4.1, an hour is no number of minutes, and on is a word."""
    assert meaning(word) == meant
    assert type(meaning(word)) is type(meant)


def test_days_are_dates_when_a_rule_compares_them(county: Path) -> None:
    """Written as a word in the document, a day in the rule."""
    text = county.read_text().replace("months_at_least: $lease_months", "on_or_before: 2027-03-31")
    county.write_text(text)
    assert load(county).plan.definitions["tenant"].rule == Condition(
        "lease_filed_on", "on_or_before", date(2027, 3, 31)
    )


@pytest.mark.parametrize(
    "path", [SAMPLE / COUNTY, *(PLANS_FOLDER / f"{code}/{year}.yml" for code, year in SHIPPED)]
)
def test_plan_is_the_same_when_built_from_its_document(path: Path) -> None:
    """What is published is the whole plan, inheritance included."""
    loaded = load(path)
    assert plan_from_document(json.loads(json.dumps(loaded.document))) == loaded.plan
    assert plan_from_document(loaded.canonical) == loaded.plan
    assert "extends" not in loaded.document
    assert loaded.sha256 == hashlib.sha256(loaded.canonical).hexdigest()


def test_digest_changes_when_anything_inherited_does(folder: Path, county: Path) -> None:
    """And only then: comments and line breaks are no part of a plan."""
    before = load(county).sha256
    county.write_text(county.read_text().replace("\n", "\r\n") + "# a remark\n")
    assert load(county).sha256 == before
    province = folder / "990000" / "2027.yml"
    province.write_text(province.read_text().replace("trouble: 2", "trouble: 3"))
    assert load(county).sha256 != before


def test_document_is_refused_when_it_is_not_a_plan() -> None:
    """A document that no longer fits is named, not guessed at."""
    document = dict(load(SAMPLE / COUNTY).document)
    with pytest.raises(PlanInvalid, match=r"^published: year: found '二〇二七'; write a whole number"):
        plan_from_document(document | {"year": "二〇二七"}, "published")
    with pytest.raises(PlanInvalid, match="there is no fact"):
        plan_from_document(document | {"facts": {"hukou_in_county": document["facts"]["hukou_in_county"]}})


def test_file_begins_with_a_byte_order_mark_when_windows_saved_it(county: Path) -> None:
    """Which changes nothing."""
    before = load(county)
    county.write_bytes(b"\xef\xbb\xbf" + county.read_bytes())
    assert load(county).sha256 == before.sha256


def test_path_may_be_relative_when_loaded(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands in the county's folder names the file alone."""
    monkeypatch.chdir(county.parent)
    assert load(Path("2027.yml")).plan == read_plan(county, county.parent.parent)


def test_plans_are_found_by_county_and_year_when_they_exist(folder: Path, county: Path) -> None:
    """And refused by name when not; the latest year is the county's current one."""
    following = county.with_name("2028.yml")
    following.write_text(
        county.read_text()
        .replace("2028-", "2029-")
        .replace("2027", "2028")
        .replace("990100/2028", "990100/2027")
    )
    plans = PlanFiles(folder)
    assert plans.current("990102").year == 2028
    assert plans.get("990102", 2027).year == 2027
    assert [plan.year for plan in plans.counties()] == [2028]
    with pytest.raises(PlanNotFound):
        plans.get("990102", 2026)
    with pytest.raises(PlanNotFound):
        plans.current("990104")


def test_remedy_leads_to_the_figure_when_it_names_one(county: Path) -> None:
    """What a family can still reach is the figure the rules ask for, written once."""
    written = (
        "facts:\n  insurance_months: {remedy: {do: 缴社保, to: $needed, clause: '1.1'}}\n"
        "thresholds:\n  needed: {title: 社保, months: 7, clause: '1.1'}\n"
    )
    county.write_text(county.read_text().replace("thresholds:\n", written, 1))
    remedy = load(county).plan.facts["insurance_months"].remedy
    assert remedy is not None
    assert remedy.to == 7


def test_collector_is_on_again_when_plans_were_built() -> None:
    """Also after a refusal, and never where it was off before."""
    with suppress(PlanInvalid), uncollected():
        assert not gc.isenabled()
        with uncollected():
            raise PlanInvalid([Problem("plans/x.yml", 1, "", "broken")])
    assert gc.isenabled()
