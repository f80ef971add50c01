"""Published versions: numbered, hashed, immutable."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from bot.ports import StorageUnavailable
from enrolment.model.errors import PlanNotFound
from storage.errors import StorageError
from storage.plan_files import plan_from_document
from storage.published import PlanVersions, VersionTaken
from tests.storage.conftest import Locked
from tests.storage.published.samples import PlanDesk
from tests.storage.samples import NOW
from tests.storage.test_races import together


def test_version_is_stored_with_its_digest_when_published(versions: PlanVersions, desk: PlanDesk) -> None:
    """The document is the plan, found again by its digest."""
    loaded = desk.plan()
    published = versions.publish(loaded, NOW)
    assert published.new
    version = published.version
    assert (version.county, version.year, version.serial, version.version) == (
        "990102",
        2027,
        1,
        "2027-测试-1",
    )
    assert (version.sha256, version.effective_from, version.published_at) == (
        loaded.sha256,
        date(2027, 4, 1),
        NOW,
    )
    assert versions.document(loaded.sha256) == loaded.canonical
    assert plan_from_document(versions.document(loaded.sha256)) == loaded.plan


def test_nothing_is_stored_when_the_plan_in_force_is_published_again(
    versions: PlanVersions, desk: PlanDesk
) -> None:
    """The same content is the same version, whenever it comes."""
    first = versions.publish(desk.plan(), NOW)
    again = versions.publish(desk.plan(), NOW + timedelta(days=1))
    assert again.version == first.version
    assert not again.new
    assert len(versions.since(0)) == 1


def test_version_is_refused_by_name_when_its_words_are_taken(versions: PlanVersions, desk: PlanDesk) -> None:
    """Another content under the same words, or words that were replaced, need new ones."""
    versions.publish(desk.plan(), NOW)
    with pytest.raises(
        VersionTaken, match=r"^plans/990102/2027.yml:7: version: 2027-测试-1 was published before"
    ):
        versions.publish(desk.plan(note="换了说法"), NOW)
    versions.publish(desk.plan("2027-测试-2", "换了说法"), NOW)
    with pytest.raises(VersionTaken, match="for example 2027-测试-1-3"):
        versions.publish(desk.plan(), NOW)
    assert [version.serial for version in versions.versions("990102", 2027)] == [1, 2]


def test_old_versions_stay_readable_when_newer_ones_are_published(
    versions: PlanVersions, desk: PlanDesk
) -> None:
    """For a comparison, and for an audit of what was decided under them."""
    old, new = desk.plan(), desk.plan("2027-测试-2", "换了说法")
    other = desk.plan(county="990103")
    for loaded in (old, other, new):
        versions.publish(loaded, NOW)
    listed = versions.versions("990102", 2027)
    assert [(version.serial, version.sha256) for version in listed] == [(1, old.sha256), (2, new.sha256)]
    assert [version.sha256 for version in versions.since(listed[0].number)] == [other.sha256, new.sha256]
    assert plan_from_document(versions.document(old.sha256)) == old.plan


def test_document_is_refused_when_nobody_published_it(versions: PlanVersions) -> None:
    """An unknown digest has no plan."""
    with pytest.raises(PlanNotFound):
        versions.document("0" * 64)


@pytest.mark.parametrize("change", ["UPDATE plan_versions SET version = 'x'", "DELETE FROM plan_versions"])
def test_version_cannot_be_changed_when_it_is_published(
    change: str, versions: PlanVersions, desk: PlanDesk, engine: Engine
) -> None:
    """The database itself refuses."""
    versions.publish(desk.plan(), NOW)
    with pytest.raises(IntegrityError, match="do not change"), engine.begin() as connection:
        connection.execute(text(change))


def test_document_is_refused_when_somebody_got_round_the_database(
    versions: PlanVersions, desk: PlanDesk, engine: Engine
) -> None:
    """A document that does not fit its digest is served to nobody."""
    loaded = desk.plan()
    versions.publish(loaded, NOW)
    spoil(engine)
    with pytest.raises(StorageError, match="was changed in the database"):
        versions.document(loaded.sha256)


def test_versions_are_numbered_one_by_one_when_several_publish_at_once(
    versions: PlanVersions, desk: PlanDesk
) -> None:
    """No serial is given twice, and none is missing."""
    loaded = [desk.plan(f"2027-测试-{number}", f"说法{number}") for number in range(4)]
    together(4, lambda number: versions.publish(loaded[number], NOW))
    assert [version.serial for version in versions.versions("990102", 2027)] == [1, 2, 3, 4]


def test_publication_is_refused_when_the_database_is_locked(
    versions: PlanVersions, desk: PlanDesk, locked: Locked
) -> None:
    """Somebody who holds the database is waited for, but not for long."""
    with locked(), pytest.raises(StorageUnavailable):
        versions.publish(desk.plan(), NOW)


def spoil(engine: Engine) -> None:
    """Change the stored documents as somebody with all rights can."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE plan_versions DISABLE TRIGGER plan_versions_append_only"))
        else:
            connection.execute(text("DROP TRIGGER plan_versions_no_update"))
        connection.execute(text("UPDATE plan_versions SET document = :other"), {"other": b"{}"})
