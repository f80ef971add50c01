"""A demonstration publishes the plans it is shipped with, those that changed and can be read."""

from __future__ import annotations

from storage.published import PlanVersions
from storage.published.shipped import publish_folder
from tests.storage.published.samples import PlanDesk
from tests.storage.samples import NOW


def published(versions: PlanVersions) -> list[tuple[str, int]]:
    """County and serial of everything published."""
    return [(version.county, version.serial) for version in versions.since(0)]


def test_plans_are_published_when_they_changed(versions: PlanVersions, desk: PlanDesk) -> None:
    """A second start publishes only what was raised; abstract files are no plans."""
    said: list[str] = []
    desk.plan()
    desk.plan(county="990103")
    publish_folder(desk.folder, versions, NOW, said.append)
    publish_folder(desk.folder, versions, NOW, said.append)
    assert published(versions) == [("990102", 1), ("990103", 1)]
    desk.plan("2027-测试-2", "换了说法")
    publish_folder(desk.folder, versions, NOW, said.append)
    assert published(versions)[2:] == [("990102", 2)]
    assert said == []


def test_plan_is_named_when_it_cannot_be_published(versions: PlanVersions, desk: PlanDesk) -> None:
    """A broken file and a version nobody raised are left as they were; the others are published."""
    said: list[str] = []
    desk.plan()
    publish_folder(desk.folder, versions, NOW, said.append)
    desk.plan(note="换了说法")
    desk.plan(county="990104")
    (desk.folder / "990103").mkdir()
    (desk.folder / "990103" / "2027.yml").write_text("extends: 990100/2027\nyear: next\n")
    publish_folder(desk.folder, versions, NOW, said.append)
    assert published(versions) == [("990102", 1), ("990104", 1)]
    assert len(said) == 2
    assert said[0].startswith("not published: plans/990102/2027.yml:7: version: ")
    assert said[1].startswith("not published: plans/990103/2027.yml:2: year: ")
