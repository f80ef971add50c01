"""A mistake in a plan file is named with its file, its line, its place, and what to write instead."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from storage.plan_files import PlanInvalid, load
from tests.plans.conftest import COUNTY, SAMPLE, Spoil


class Case(NamedTuple):
    """One text replaced by another, what must be said of it, and what stands on the line named."""

    old: str
    new: str
    place: str
    advice: str
    on: str = ""


MISTAKES = {
    "a word for a number": Case(
        "at_least: $pass", "at_least: 六十", "categories.tenants.rule", "for example 60"
    ),
    "a word for yes or no": Case("is: yes}", "is: 在}", "categories.local.rule", "write yes or no"),
    "a word for a day": Case(
        "months_at_least: $lease_months",
        "on_or_before: 2027-02-30",
        "definitions.tenant.rule",
        "write a date, for example 2027-08-31",
    ),
    "a choice nobody has": Case(
        "is: 住宅}", "is: 住房}", "points.score.items[1].when", "write one of 住宅, 商业"
    ),
    "an unknown fact": Case(
        "hukou_in_county, is: yes}", "hukou, is: yes}", "categories.local.rule", "no fact 'hukou'"
    ),
    "an unknown figure": Case("$pass", "$passed", "categories.tenants.rule", "there is $lease_months, $pass"),
    "a comparison that makes no sense": Case(
        "hukou_in_county, is: yes}",
        "hukou_in_county, at_least: yes}",
        "categories.local.rule",
        "is, is_not, one_of",
    ),
    "a rule of two minds": Case(
        "- not: {meets: tenant}",
        "- {meets: tenant, any: []}",
        "categories.others.rule.all[1]",
        "found meets、any",
    ),
    "a term that rests on itself": Case(
        "rule: {fact: lease_filed_on, months_at_least: $lease_months}",
        "rule: {meets: tenant}",
        "definitions.tenant.rule",
        "rests on itself",
    ),
    "months of what has none": Case(
        "fact: insurance_months, each", "fact: home_use, each", "points.score.items[0].fact", "name a date"
    ),
    "an unknown clause": Case('zoning_clause: "1.1"', 'zoning_clause: "9.9"', "zoning_clause", "not defined"),
    "a road nobody can read": Case("乙路 1-50", "乙路全部", "schools.p1.zone.roads[1]", "write it like"),
    "a zone twice": Case("乙路 51-90", "乙路 50-90", "schools.p2.zone.roads[1]", "already in the zone of p1"),
    "filing that closes before it opens": Case(
        "opens: 2027-06-10",
        "opens: 2027-06-26",
        "calendar.windows.junior.online",
        "comes after closes 2027-06-25",
    ),
    "filing before publication": Case(
        "published_on: 2027-04-01",
        "published_on: 2027-06-02",
        "calendar.windows.primary.online",
        "published_on",
        "online: {opens: 2027-06-01",
    ),
    "filing after the results": Case(
        "results_by: 2027-08-10",
        "results_by: 2027-06-24",
        "calendar.windows.primary.online",
        "results_by 2027-06-24",
        "online: {opens: 2027-06-01",
    ),
    "review before filing": Case(
        "opens: 2027-06-26", "opens: 2027-05-26", "calendar.review", "first day of filing"
    ),
    "review after the results": Case("2027-08-05", "2027-08-11", "calendar.review", "results_by 2027-08-10"),
    "results after the end": Case(
        "results_by: 2027-08-10", "results_by: 2027-08-26", "calendar.results_by", "08-25"
    ),
    "an end after term starts": Case("2027-08-25", "2027-09-02", "calendar.finished_by", "term_starts"),
    "a plan that ends before it begins": Case("until: 2028", "until: 2026", "effective", "since 2027-04-01"),
    "a cut-off of another year": Case(
        "years: 6, cutoff: 2027", "years: 6, cutoff: 2026", "ages.primary.cutoff", "write a day of 2027"
    ),
    "months counted to another year": Case(
        "reference_date: 2027", "reference_date: 2026", "calendar.reference_date", "write a day of 2027"
    ),
    "a day there is not": Case(
        "published_on: 2027-04-01", "published_on: 2027-13-45", "published_on", "write a date"
    ),
    "a moment for a day": Case(
        "published_on: 2027-04-01", "published_on: 2027-04-01T08:00:00Z", "published_on", "write a date"
    ),
    "a day of another century": Case(
        "published_on: 2027-04-01", "published_on: 9999-12-31", "published_on", "2110-12-31 or less"
    ),
    "a number for a day": Case(
        "published_on: 2027-04-01", "published_on: 20270401", "published_on", "write a date"
    ),
    "an unknown field": Case("note: 按户口", "noet: 按户口", "categories.local.noet", "did you mean note?"),
    "a missing field": Case(
        "version: 2027-测试-1\n", "", "version", "this field is missing", "# 给测试用的区级文件"
    ),
    "nothing in a field": Case(
        "authority: 测试区教育局", "authority:", "authority", "found nothing; write words"
    ),
    "a number for words": Case("authority: 测试区教育局", "authority: 7", "authority", "in quotes"),
    "words for a number": Case(
        "priority: 2", "priority: 第二", "categories.tenants.priority", "write a whole number"
    ),
    "yes for a number": Case(
        "priority: 2", "priority: yes", "categories.tenants.priority", "write a whole number"
    ),
    "a number with an underscore": Case(
        "months: 12", "months: 1_2", "thresholds.lease_months", "a whole number"
    ),
    "a number too low": Case("priority: 2", "priority: 0", "categories.tenants.priority", "write 1 or more"),
    "a word for a list": Case("areas: [", "areas: 测试区 #", "areas", "write a list"),
    "a list for fields": Case(
        "effective: {since: 2027-04-01, until: 2028-03-31}", "effective: [2027]", "effective", "name: value"
    ),
    "an empty list": Case('areas: ["990102"]', "areas: []", "areas", "write at least 1"),
    "a stage nobody knows": Case(
        "stage: junior", "stage: senior", "schools.j1.stage", "write primary or junior"
    ),
    "a key of capitals": Case("  p2:\n", "  P2:\n", "schools.P2", "small letters"),
    "a bad phone": Case("phone: 0531-8000 0101", "phone: 12a", "schools.p1.phone", "like 0531-8000 0101"),
    "two figures in one": Case(
        "months: 12,", "months: 12, years: 1,", "thresholds.lease_months", "exactly one of"
    ),
    "a missing stage": Case(
        '  junior: {cutoff: 2027-08-31, clause: "1.2"}\n', "", "ages", "junior is missing", "ages:"
    ),
    "an own window for nobody": Case(
        "    junior:\n",
        "      by_category: {nobody: {}}\n    junior:\n",
        "calendar.windows.primary.by_category",
        "'nobody' is not defined",
    ),
    "an inherited entry taken away that others need": Case(
        "thresholds:\n",
        "facts: {home_use: null}\nthresholds:\n",
        "points.score.items[1].when",
        "no fact 'home_use'",
        "when: {fact: home_use",
    ),
    "another county": Case('county: "990102"', 'county: "990103"', "county", "name it 990103/2027.yml"),
    "another year": Case("year: 2027", "year: 2028", "year", "name it 990102/2028.yml"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_plan_is_refused_with_line_and_place_when_it_holds_a_mistake(
    name: str, spoil: Spoil, county: Path
) -> None:
    """The author learns the file, the line, the place, and what to write."""
    case = MISTAKES[name]
    refused = spoil(case.old, case.new)
    assert str(refused).startswith(f"plans/{COUNTY}:{refused.line}: {refused.place}: ")
    assert case.place in refused.place
    assert case.advice in refused.problem
    line = county.read_text().splitlines()[(refused.line or 0) - 1]
    assert (case.on or case.new.splitlines()[0]) in line


BROKEN = {
    "a field written twice": Case("year: 2027\n", "year: 2027\nyear: 2028\n", "", "'year' is written twice"),
    "a bracket that stays open": Case("schools:\n", "schools: [\n", "", "check colons, brackets"),
    "a tab": Case("  primary: {years", "\tprimary: {years", "", "indent with blanks"),
    "a text with braces and no quotes": Case('"请打{phone}"', "请打{phone}", "", "stands in quotes"),
    "a repeated part": Case("note: 按户口", "note: *other", "categories.local", "write it out"),
    "a tagged value": Case("note: 按户口", "note: !!binary aGk=", "categories.local", "without a tag"),
    "a tagged set": Case("areas: [", "areas: !!set [", "", "without a tag"),
    "a list before a colon": Case("  p2:\n", "  ? [p2]\n  :\n", "schools", "before the colon"),
    "an unprintable character": Case("note: 按户口", 'note: "\\0"', "categories.local", "cannot be shown"),
    "a control character": Case("note: 按户口", "note: \x07", "", "cannot be shown"),
    "half a character": Case("note: 按户口", 'note: "\\ud800"', "", "check colons"),
    "two plans in one": Case("calendar:\n", "---\ncalendar:\n", "", "more than one plan"),
    "a name that is no plan": Case("extends: 990100/2027", "extends: ../990100", "extends", "370100/2027"),
    "a parent that is not there": Case(
        "extends: 990100/2027", "extends: 990101/2027", "extends", "no file plans/990101/2027.yml"
    ),
    "abstract in so many words": Case("county:", "abstract: maybe\ncounty:", "abstract", "write yes"),
    "a plan only there to be extended": Case("county:", "abstract: yes\ncounty:", "abstract", "name a plan"),
    "nothing but a list": Case("# 给测试用的区级文件。", "- a list\n---", "", "more than one plan"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_file_is_refused_with_one_error_when_it_cannot_be_read(name: str, spoil: Spoil) -> None:
    """What is no YAML, or more than plans use, is refused before anything is made of it."""
    case = BROKEN[name]
    refused = spoil(case.old, case.new)
    assert str(refused).startswith(f"plans/{COUNTY}:")
    assert refused.place == case.place
    assert case.advice in refused.problem
    assert len(refused.problems) == 1


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"", "write the fields"),
        (b"- one\n- two\n", "write the fields"),
        (b"county: \xff\xfe", "save it as UTF-8"),
        (b"a: " + b"[" * 50_000, "levels deep"),
        (b"x: y\n" * 400_001, "shorten it"),
        (b"%YAML 9.9\n---\na: b\n", "YAML"),
    ],
    ids=["empty", "a list", "not UTF-8", "too deep", "too large", "another YAML"],
)
def test_file_is_refused_when_its_bytes_are_no_plan(content: bytes, advice: str, county: Path) -> None:
    """Whatever lies there, the answer is one sentence."""
    county.write_bytes(content)
    with pytest.raises(PlanInvalid, match=advice):
        load(county)


def test_line_is_exact_when_a_character_cannot_be_shown(county: Path) -> None:
    """Chinese characters before it are several bytes each, and one character."""
    lines = county.read_text().splitlines()
    lines[8] += "\x07"
    county.write_text("\n".join(lines))
    with pytest.raises(PlanInvalid, match=r"^plans/990102/2027.yml:9: there is a character here"):
        load(county)


def test_every_problem_is_told_when_there_are_several(spoil: Spoil) -> None:
    """Three wrong values are three problems, each with its line, in one go."""
    refused = spoil(
        'priority: 2\n    clause: "1.1"\n    note: 统筹', "priority: 零\n    clause: 11\n    noet: 统筹"
    )
    assert [problem.place for problem in refused.problems] == [
        "categories.tenants.noet",
        "categories.tenants.priority",
        "categories.tenants.clause",
        "categories.tenants.note",
    ]
    assert all(problem.line for problem in refused.problems)


def test_line_is_that_of_the_province_when_the_mistake_is_there(folder: Path, county: Path) -> None:
    """A county whose inherited part is wrong is sent to the file that holds it."""
    province = folder / "990000" / "2027.yml"
    province.write_text(province.read_text().replace("valid_days: 90", "valid_days: 九十"))
    with pytest.raises(PlanInvalid, match="valid_days: found '九十'") as refused:
        load(county)
    assert str(refused.value).startswith("plans/990000/2027.yml:19: data_items.household_members.valid_days")


def test_file_that_is_missing_is_an_os_error_when_loaded() -> None:
    """Who names a wrong path learns it from the system's own error."""
    with pytest.raises(FileNotFoundError):
        load(SAMPLE / "990102" / "2028.yml")
