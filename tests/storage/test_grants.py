"""Consent grants."""

from __future__ import annotations

from datetime import timedelta

from enrolment.model.consent import ConsentGrant
from enrolment.ports import BeginWork
from tests.storage.samples import NOW, family


def grant(grant_id: str, guardian_id: str, child_id: str) -> ConsentGrant:
    """A grant for one data item."""
    return ConsentGrant(
        id=grant_id,
        child_id=child_id,
        data_item="real_estate",
        department="natural_resources",
        purpose="核验房产",
        text_version="2027-1",
        granted_by=guardian_id,
        channel="web",
        granted_at=NOW,
        expires_at=NOW + timedelta(days=90),
    )


def test_grants_are_oldest_first_and_keep_what_changed_when_saved(begin: BeginWork) -> None:
    """Grants of the same moment keep their order; a revoked one stays on the list as revoked."""
    guardian_id, child_id = family(begin)
    given = [grant(name, guardian_id, child_id) for name in ("z", "a", "m")]
    with begin() as work:
        for each in given:
            work.grants.add(each)
        work.commit()
    revoked = given[1].revoked(NOW + timedelta(days=1))
    with begin() as work:
        work.grants.save(revoked)
        work.commit()
    with begin() as work:
        assert list(work.grants.of_child(child_id)) == [given[0], revoked, given[2]]
        assert list(work.grants.of_child("another child")) == []
