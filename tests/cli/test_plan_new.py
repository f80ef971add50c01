"""`ruxue plan new`: a plan that loads, whose check names what to fill in, and never over another."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from cli.plan.new import NotWritten, new
from enrolment.model.reviewing import Code, review
from storage.plan_files import load
from tests.fakes.plans import PLANS_FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the committed plans."""
    return Path(shutil.copytree(PLANS_FOLDER, tmp_path / "plans"))


def write(folder: Path, code: str, year: int, name: str, extends: str) -> Path:
    """Write a plan; give its file."""
    new(folder, code=code, year=year, name=name, extends=extends, say=lambda _: None)
    return folder / code / f"{year}.yml"


@pytest.mark.parametrize("extends", ["370000/2027", "370100/2027", "370600/2027"])
@pytest.mark.parametrize("year", [2027, 2029])
def test_first_plan_loads_and_names_what_to_fill_in_when_written(
    folder: Path, extends: str, year: int
) -> None:
    """Over the province or a city, this year or another: nothing else is wrong with it."""
    plan = load(write(folder, "370403", year, "薛城区", extends)).plan
    findings = review(plan)
    assert (plan.county_name, plan.year, plan.demonstration) == ("薛城区", year, True)
    assert {finding.code for finding in findings if finding.severity == "error"} == {Code.UNFILLED}
    assert f"clauses.薛城区{year}-1.source" in {finding.place for finding in findings}


def test_first_plan_has_nothing_left_to_mend_when_it_is_filled_in(folder: Path) -> None:
    """What the check names is all there is to do before it can be published."""
    file = write(folder, "370403", 2027, "薛城区", "370000/2027")
    file.write_text(file.read_text(encoding="utf-8").replace("请填写", "本区"), encoding="utf-8")
    assert [finding for finding in review(load(file).plan) if finding.severity == "error"] == []


def test_city_run_plan_gets_its_area_when_its_code_has_a_suffix(folder: Path) -> None:
    """370600-zs lies in the area 370600."""
    plan = load(write(folder, "370600-gx", 2027, "高新实验学校", "370600/2027")).plan
    assert plan.areas == {"370600"}


def test_days_move_by_a_year_when_the_next_plan_is_written(folder: Path) -> None:
    """The same authority a year later: all else is inherited, and it can be checked at once."""
    before = load(folder / "370102" / "2027.yml").plan
    after = load(write(folder, "370102", 2028, "历下区", "370102/2027")).plan
    assert after.calendar.term_starts == date(2028, 9, 1)
    assert {rule.cutoff.year for rule in after.ages.values()} == {2028}
    assert [category.key for category in after.categories] == [each.key for each in before.categories]
    assert after.version != before.version


def test_plan_is_not_written_when_there_is_one(folder: Path) -> None:
    """A file that is there stays as it is."""
    before = (folder / "370102" / "2027.yml").read_bytes()
    with pytest.raises(NotWritten, match="is there already"):
        write(folder, "370102", 2027, "历下区", "370100/2027")
    assert (folder / "370102" / "2027.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("code", "year", "name", "extends", "reason"),
    [
        ("37010", 2027, "某区", "370100/2027", "six figures"),
        ("../370103", 2027, "某区", "370100/2027", "six figures"),
        ("370103", 1999, "某区", "370100/2027", "2020 to 2100"),
        ("370103", 2027, "某区: {a", "370100/2027", "without blanks"),
        ("370103", 2027, "某区", "370900/2027", "no plan 370900/2027"),
        ("370103", 2027, "某区", "370102/2027", "another authority"),
    ],
)
def test_plan_is_refused_in_words_when_what_is_asked_cannot_be(
    folder: Path, code: str, year: int, name: str, extends: str, reason: str
) -> None:
    """The message says what to write; no file is left behind."""
    files = set(folder.rglob("*.yml"))
    with pytest.raises(NotWritten, match=reason):
        write(folder, code, year, name, extends)
    assert set(folder.rglob("*.yml")) == files
