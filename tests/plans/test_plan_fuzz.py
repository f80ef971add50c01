"""Whatever is done to a plan file, loading it gives a plan or one refusal, never another error."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.plan_files import LoadedPlan, PlanInvalid, load, plan_from_document
from tests.fakes.plans import PLANS_FOLDER
from tests.plans.conftest import COUNTY, SAMPLE

FUZZ = settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FILES = (SAMPLE / COUNTY, PLANS_FOLDER / "370102" / "2027.yml")
TEXTS = [path.read_text() for path in FILES]
ODD = ["yes", "null", "~", "[]", "{}", "- x", "2027-13-45", "2027-02-29", "1_000", "0x1f", "1e9", "9" * 40]
SIGNS = ["&a b", "*a", "<<", "!!set", "'", '"', "|", ">-", "%", "@", "\t", "\x00", "\ufeff", "：", "号"]
OURS = ["$home_share", "{meets: tenant}", "{all: []}", "{fact: home_share}", "extends: 990102/2027"]
WORDS = st.sampled_from([*ODD, *SIGNS, *OURS])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=8) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | WORDS, inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample's and the shipped files."""
    shutil.copytree(SAMPLE, tmp_path / "plans")
    shutil.copytree(PLANS_FOLDER, tmp_path / "plans", dirs_exist_ok=True)
    return tmp_path / "plans"


@st.composite
def edited(draw: st.DrawFn) -> tuple[Path, bytes]:
    """A plan's file, and its text after a few careless edits."""
    which = draw(st.integers(0, len(FILES) - 1))
    lines = TEXTS[which].splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 5)):
            case 0:
                del lines[at]
            case 1:
                lines[at] = lines[at].partition(":")[0] + ": " + draw(WORDS | st.text(max_size=12))
            case 2:
                lines.insert(at, draw(WORDS | st.text(max_size=12)))
            case 3:
                lines[at] = " " * draw(st.integers(1, 6)) + lines[at]
            case 4:
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(WORDS | st.text(max_size=4)) + lines[at][column:]
            case _:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
    return Path(*FILES[which].parts[-2:]), "\n".join(lines).encode("utf-8", "surrogatepass")


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - plain data of any shape
    """Every place of plain data."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from places(value, (*path, key))


DOCUMENTS = [load(path).canonical for path in FILES]
PLACES = [list(places(orjson.loads(document)))[1:] for document in DOCUMENTS]


@st.composite
def mistyped(draw: st.DrawFn) -> dict[str, Any]:
    """A plan's document with a few values of another kind in it."""
    which = draw(st.integers(0, len(DOCUMENTS) - 1))
    document: dict[str, Any] = orjson.loads(DOCUMENTS[which])
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(PLACES[which]))
        holder: Any = document
        try:
            for step in way:
                holder = holder[step]
            if draw(st.booleans()):
                holder[last] = draw(VALUES)
            else:
                del holder[last]
        except (KeyError, IndexError, TypeError):
            continue
    return document


def loaded(path: Path) -> LoadedPlan | PlanInvalid:
    """Load a file or give its refusal; any other error is one."""
    try:
        return load(path)
    except PlanInvalid as refused:
        return refused


@FUZZ
@given(edit=edited() | st.tuples(st.just(Path(COUNTY)), st.binary(max_size=200)))
def test_file_is_a_plan_or_refused_when_its_text_was_edited(edit: tuple[Path, bytes], folder: Path) -> None:
    """Lines gone, swapped, moved, and anything at all written into them."""
    path, content = edit
    before = (folder / path).read_bytes()
    (folder / path).write_bytes(content)
    result = loaded(folder / path)
    (folder / path).write_bytes(before)
    if isinstance(result, LoadedPlan):
        assert plan_from_document(result.canonical) == result.plan
    else:
        assert str(result).startswith("plans/")
        assert "\n" not in str(result)


@FUZZ
@given(document=mistyped())
def test_document_is_a_plan_or_refused_when_its_values_were_changed(document: dict[str, Any]) -> None:
    """Wrong types, missing and unknown entries, at any depth."""
    with suppress(PlanInvalid):
        assert plan_from_document(document).county == document["county"]
