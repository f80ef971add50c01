"""`ruxue plan check`: one line a finding, with its file and line; whatever the file, an answer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from cli.main import app
from cli.plan.check import check
from storage.plan_files import PlanInvalid
from tests.fakes.plans import PLANS_FOLDER

Written = Callable[[str], Path]
COUNTY = Path("370102") / "2027.yml"
TEXT = (PLANS_FOLDER / COUNTY).read_text(encoding="utf-8")
LINE = re.compile(r"plans/\d{6}/2027\.yml:\d+: (?:error|warning): \S+: .+; .+ \[[a-z-]+\]")
TOKEN = re.compile(r"\d{4}-\d\d-\d\d|(?<=: )\d+|\byes\b|\bno\b|\bat_least\b|[\u4e00-\u9fff]{2,}|\{[a-z_]+\}")
WORDS = (
    "yes",
    "no",
    "0",
    "-1",
    "7",
    "99999",
    "0001-01-01",
    "9999-12-31",
    "2027-02-28",
    "at_most",
    "is",
    "{",
    "}",
    "{phone!r}",
    "{0}",
    "{}",
    "半年",
    "第一百零八条",
    "收入证明",
    "满六个月",
    "五十％",
    "\U0001f600",
    "%s%n",
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Write the plan of 历下区 anew, beside what it inherits."""
    folder = tmp_path_factory.mktemp("review") / "plans"
    shutil.copytree(PLANS_FOLDER, folder)

    def write(text: str) -> Path:
        (folder / COUNTY).write_text(text, encoding="utf-8")
        return folder / COUNTY

    return write


def test_check_says_so_when_nothing_is_to_be_mended(written: Written) -> None:
    """One cheerful line."""
    said: list[str] = []
    assert check(written(TEXT), said.append)
    assert said == ["历下区 2027: nothing to mend. This plan can be published."]


def test_check_names_file_line_and_remedy_when_an_article_writes_a_figure(written: Written) -> None:
    """The line of the article, and the placeholder that holds the figure."""
    spoilt = TEXT.replace("份额合在一起不低于{home_share}", "份额合在一起不低于百分之五十", 1)
    at = next(at for at, line in enumerate(TEXT.splitlines(), 1) if "份额合在一起不低于{home_share}" in line)
    said: list[str] = []
    assert not check(written(spoilt), said.append)
    assert len(said) == 2
    found = re.fullmatch(
        r"plans/370102/2027\.yml:(\d+): error: (\S+): (.+); (.+) \[literal-figure\]", said[0]
    )
    assert found is not None
    assert 0 <= at - int(found[1]) <= 3, "a folded text is named by the line it begins on"
    assert found[2].startswith("articles.")
    assert "百分之五十" in found[3]
    assert found[4] == "write {home_share}"
    assert said[1] == "历下区 2027: 1 error, 0 warnings; mend the errors, then it can be published."


def test_check_lets_a_plan_pass_when_it_has_only_warnings(written: Written) -> None:
    """In principle two months ahead; a late plan is still a plan."""
    spoilt = TEXT.replace("calendar:\n", "calendar:\n  published_on: 2027-05-01\n", 1)
    said: list[str] = []
    assert check(written(spoilt), said.append)
    assert said[0].endswith("[published-late]")
    assert said[-1] == "历下区 2027: 0 errors, 1 warning; it can be published."


SPOILT = {
    "nothing": ("", "", 0, 1),
    "a figure in a note": ("    note: ", "    note: 满六个月。", 1, 2),
    "a word for a code": ('county: "370102"', "county: 历下", 2, 1),
}


@pytest.mark.parametrize("name", SPOILT)
def test_command_exits_by_what_is_found_when_it_ends(written: Written, name: str) -> None:
    """0 good, 1 errors, 2 no plan at all."""
    old, new, code, lines = SPOILT[name]
    result = CliRunner().invoke(app, ["plan", "check", str(written(TEXT.replace(old, new, 1)))])
    assert result.exit_code == code, result.output
    assert len(result.output.splitlines()) == lines


@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
)
@given(
    st.lists(
        st.tuples(st.integers(0, 10_000), st.sampled_from(WORDS) | st.text(max_size=8)),
        min_size=1,
        max_size=4,
    )
)
def test_check_answers_in_lines_when_a_plan_is_spoilt_anyhow(
    written: Written, changes: list[tuple[int, str]]
) -> None:
    """Refused as no plan, or reviewed line by line: never a traceback."""
    tokens = list(TOKEN.finditer(TEXT))
    text = TEXT
    for at, word in sorted(((at % len(tokens), word) for at, word in changes), reverse=True):
        text = text[: tokens[at].start()] + word + text[tokens[at].end() :]
    said: list[str] = []
    try:
        check(written(text.encode(errors="replace").decode()), said.append)
    except PlanInvalid:
        return
    assert all(LINE.fullmatch(line) for line in said[:-1])
    assert said[-1].endswith(".")
