"""A county writes only what differs from its city and its province."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.plan_files import PlanFiles, PlanInvalid, load
from storage.plan_files.reading.merge import merged
from tests.plans.conftest import COUNTY, SAMPLE


def test_plan_holds_what_all_its_files_say_when_loaded() -> None:
    """Mappings are merged entry by entry, lists are replaced, the nearest file wins."""
    plan = load(SAMPLE / COUNTY).plan
    assert (plan.province_name, plan.city_name, plan.county_name) == ("测试省", "测试市", "测试区")
    assert plan.higher_authorities == ("测试市教育局", "测试省教育厅")
    assert [contact.level for contact in plan.contacts] == ["county", "city", "province"]
    assert list(plan.articles) == ["other_topic", "contact_phone"]


@pytest.mark.parametrize(
    ("inherited", "own", "whole"),
    [
        ({"a": {"b": 1, "c": 2}}, {"a": {"c": 3}}, {"a": {"b": 1, "c": 3}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"a": 1, "b": 2}, {"a": None}, {"b": 2}),
        ({"a": {"b": 1}}, {"a": {"b": None}}, {"a": {}}),
        ({"a": {"b": 1}}, {"a": "word"}, {"a": "word"}),
        ({}, {"a": None}, {"a": None}),
        (
            {"categories": {"x": {"rule": {"all": [1]}, "note": "n"}}},
            {"categories": {"x": {"rule": {"any": [2]}}}},
            {"categories": {"x": {"rule": {"any": [2]}, "note": "n"}}},
        ),
        (
            {"definitions": {"x": {"rule": {"fact": "f", "is": True}}}},
            {"definitions": {"x": {"rule": {"fact": "g", "is_not": True}}}},
            {"definitions": {"x": {"rule": {"fact": "g", "is_not": True}}}},
        ),
        ({"facts": {"rule": {"a": 1}}}, {"facts": {"rule": {"b": 2}}}, {"facts": {"rule": {"a": 1, "b": 2}}}),
    ],
)
def test_entries_are_merged_when_a_plan_writes_them_again(
    inherited: dict[str, object], own: dict[str, object], whole: dict[str, object]
) -> None:
    """Mappings key by key; lists, words and rules whole; null takes away what is inherited."""
    before = repr(inherited)
    assert merged(inherited, own) == whole
    assert repr(inherited) == before


def test_lines_lead_to_the_nearest_file_when_several_write_a_place() -> None:
    """What the county overrides is found in the county, the rest where it stands."""
    origins = load(SAMPLE / COUNTY).origins
    assert str(origins.of("extends")) == "sample/990102/2027.yml:2"
    assert str(origins.of("city_name")) == "sample/990100/2027.yml:4"
    assert str(origins.of("clauses.1.2.text")) == "sample/990000/2027.yml:11"
    assert str(origins.of("facts.home_use.choices[1]")) == "sample/990000/2027.yml:36"
    assert str(origins.of("facts.home_use.question")) == "sample/990000/2027.yml:36"
    assert str(origins.of("nowhere[3].at_all")) == "sample/990102/2027.yml:1"


def test_plan_is_refused_when_it_inherits_from_itself(folder: Path, county: Path) -> None:
    """The circle is told, whichever file it is entered by."""
    province = folder / "990000" / "2027.yml"
    province.write_text(f"extends: 990102/2027\n{province.read_text()}")
    with pytest.raises(
        PlanInvalid, match="990102/2027 -> 990100/2027 -> 990000/2027 -> 990102/2027"
    ) as refused:
        load(county)
    assert str(refused.value).startswith("plans/990000/2027.yml:1: extends: ")
    with pytest.raises(PlanInvalid, match="inherit from itself"):
        PlanFiles(folder)


def test_file_is_read_once_when_several_extend_it(
    folder: Path, county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A province is not read again for each of its counties."""
    for code in ("990103", "990104"):
        (folder / code).mkdir()
        (folder / code / "2027.yml").write_text(county.read_text().replace("990102", code))
    opened: list[Path] = []
    open_file = Path.open

    def counting(path: Path, mode: str) -> object:
        opened.append(path)
        return open_file(path, mode)

    monkeypatch.setattr(Path, "open", counting)
    assert [plan.county for plan in PlanFiles(folder).counties()] == ["990102", "990103", "990104"]
    assert len(opened) == 5


def test_abstract_files_are_not_served_when_a_folder_is_read() -> None:
    """A province's file is no plan."""
    assert [plan.county for plan in PlanFiles(SAMPLE).counties()] == ["990102"]
    with pytest.raises(
        PlanInvalid, match=r"990100/2027.yml:3: abstract: this file is only there to be extended"
    ):
        load(SAMPLE / "990100" / "2027.yml")
