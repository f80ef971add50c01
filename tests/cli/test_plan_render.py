"""`ruxue plan render`: two documents, complete in HTML, printed where the machine can print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.plan.render import render
from storage.plan_files import load
from tests.fakes.plans import PLANS_FOLDER
from web.pages.guide import GuideDocument, html_of, view_of

PLAN = PLANS_FOLDER / "379901" / "2027.yml"
ROOT = PLANS_FOLDER.parent
NO_PANGO = "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"
NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of the bureau with classes and points."""
    folder = tmp_path_factory.mktemp("public")
    render(PLAN, folder, lambda _: None)
    return folder


def html(folder: Path, name: str) -> str:
    """A document as text."""
    return (folder / f"{name}.html").read_text(encoding="utf-8")


def test_both_documents_are_written_when_a_plan_is_rendered(written: Path) -> None:
    """As HTML and as PDF, and nothing else."""
    names = {path.name for path in written.iterdir()}
    assert names == {f"{name}.{kind}" for name in ("招生方案", "报名指南") for kind in ("html", "pdf")}
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written.glob("*.pdf"))


def test_summary_holds_everything_the_plan_decides_when_rendered(written: Path) -> None:
    """Categories, terms, points, schools, offices, clauses; version, digest, and that it is made up."""
    loaded = load(PLAN)
    plan, text = loaded.plan, html(written, "招生方案")
    assert all(category.title in text for category in plan.categories)
    assert all(term.title in text for term in plan.definitions.values())
    assert all(table.title in text for table in plan.points.values())
    for item in (item for table in plan.points.values() for item in table.items):
        assert item.title in text
    for school in plan.schools:
        assert school.name in text
        assert all(road.road in text for road in school.zone.roads)
    for phone, hours in [
        *((each.phone, each.hours) for each in plan.contacts),
        *((each.phone, each.hours) for each in plan.onsite_points),
    ]:
        assert phone in text
        assert hours in text
    assert all(clause.id in text and clause.source in text for clause in plan.clauses.values())
    assert all(step.title in text for step in plan.placement.order)
    assert plan.version in text
    assert loaded.sha256 in text
    assert "演示数据，均为虚构" in text


def test_guide_answers_every_question_when_rendered(written: Path) -> None:
    """All articles, all papers with their advice, and the promise above them."""
    plan, text = load(PLAN).plan, html(written, "报名指南")
    assert "部门能查到的，一份都不用带" in text
    for topic, article in plan.articles.items():
        assert article.title in text or topic.startswith("category_") or topic == "other_topic"
    assert not re.search(r"\{[a-z_]+\}", re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))


def test_document_needs_nothing_beside_it_when_opened(written: Path) -> None:
    """No script, no style sheet, no picture from elsewhere."""
    for name in ("招生方案", "报名指南"):
        assert not re.search(r"<script|<link|<img|url\(|https?://", html(written, name))


def test_seat_locks_are_told_when_a_plan_has_them() -> None:
    """The years a home's seat is taken stand in the summary of 李沧."""
    plan = load(PLANS_FOLDER / "370213" / "2027.yml").plan
    text = html_of(GuideDocument.SUMMARY, view_of(plan))
    assert plan.seat_locks
    for lock in plan.seat_locks.values():
        assert f"{lock.years}年里只安排一个家庭的孩子" in text


def render_apart(tmp_path: Path, **environment: str) -> tuple[int, str]:
    """Render in a process of its own, on a machine that lacks something."""
    arguments = [sys.executable, "-m", "cli.main", "plan", "render", str(PLAN), "--to", str(tmp_path / "out")]
    done = subprocess.run(  # noqa: S603 - our own command
        arguments,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_html_is_written_and_the_package_named_when_pango_is_missing(tmp_path: Path) -> None:
    """One line says what to install."""
    (tmp_path / "weasyprint.py").write_text(NO_PANGO, encoding="utf-8")
    code, said = render_apart(tmp_path, PYTHONPATH=str(tmp_path))
    assert (code, said.count("No PDF")) == (0, 1)
    assert "libpango-1.0-0" in said
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".html"}


def test_html_is_written_and_the_package_named_when_no_chinese_font_is_there(tmp_path: Path) -> None:
    """A PDF of empty boxes is none."""
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS.format(cache=tmp_path / "cache"), encoding="utf-8")
    code, said = render_apart(tmp_path, FONTCONFIG_FILE=str(config))
    assert (code, said.count("No PDF")) == (0, 1)
    assert "fonts-noto-cjk" in said
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".html"}
