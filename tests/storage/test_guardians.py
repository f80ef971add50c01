"""Guardians and their children."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, select, update

from enrolment.model.errors import ChildUnknown
from enrolment.model.people import Person
from enrolment.ports import BeginWork
from storage.errors import SealBroken
from storage.tables import GuardianRow
from tests.storage.samples import ELDER, FATHER, MOTHER, YOUNGER


def test_guardian_is_found_again_by_id_number_when_the_name_changed(begin: BeginWork) -> None:
    """One ID number is one guardian; the newest verified name stands."""
    with begin() as work:
        first = work.guardians.upsert(MOTHER)
        renamed = Person("王小梅", MOTHER.id_number)
        assert work.guardians.upsert(renamed).id == first.id
        assert work.guardians.get(first.id).person == renamed
        work.commit()
    with begin() as work:
        assert work.guardians.get(first.id).person == renamed


def test_guardian_is_unknown_when_the_work_was_not_committed(begin: BeginWork) -> None:
    """Leaving a transaction without commit undoes it."""
    with begin() as work:
        guardian = work.guardians.upsert(MOTHER)
    with begin() as work, pytest.raises(KeyError):
        work.guardians.get(guardian.id)


def test_children_are_eldest_first_and_the_last_list_stands(begin: BeginWork) -> None:
    """The identity service's list is the household; a child that stays keeps its id."""
    with begin() as work:
        guardian = work.guardians.upsert(MOTHER)
        both = work.guardians.set_children(guardian.id, [YOUNGER, ELDER])
        assert [child.person for child in both] == [ELDER, YOUNGER]
        assert work.guardians.children(guardian.id) == both
        one = work.guardians.set_children(guardian.id, [YOUNGER])
        assert one == both[1:]
        assert work.guardians.children(guardian.id) == one


def test_child_is_the_same_when_two_parents_sign_in(begin: BeginWork) -> None:
    """Two parents of one child share it, so that the child can't be filed twice."""
    with begin() as work:
        seen = [
            work.guardians.set_children(work.guardians.upsert(parent).id, [YOUNGER])
            for parent in (MOTHER, FATHER)
        ]
    assert seen[0] == seen[1]


def test_child_is_unknown_when_it_belongs_to_another_guardian(begin: BeginWork) -> None:
    """A guardian can't reach a child of somebody else by its id."""
    with begin() as work:
        mother = work.guardians.upsert(MOTHER)
        stranger = work.guardians.upsert(FATHER)
        child = work.guardians.set_children(mother.id, [YOUNGER])[0]
        assert work.guardians.child(mother.id, child.id) == child
        with pytest.raises(ChildUnknown):
            work.guardians.child(stranger.id, child.id)


def test_guardian_is_one_when_two_threads_store_the_same_person(begin: BeginWork) -> None:
    """Two sign-ins at the same moment end with one row."""
    together = Barrier(2)

    def store() -> str:
        together.wait()
        with begin() as work:
            guardian = work.guardians.upsert(MOTHER)
            work.commit()
        return guardian.id

    with ThreadPoolExecutor(2) as threads:
        ids = [future.result() for future in [threads.submit(store) for _ in range(2)]]
    assert ids[0] == ids[1]


def test_guardian_is_refused_when_a_name_was_copied_from_another_row(
    engine: Engine, begin: BeginWork
) -> None:
    """Somebody who can write to the database can't give one person another's name."""
    with begin() as work:
        mother, father = work.guardians.upsert(MOTHER), work.guardians.upsert(FATHER)
        work.commit()
    with engine.begin() as connection:
        name = connection.execute(select(GuardianRow.name).where(GuardianRow.id == father.id)).scalar_one()
        connection.execute(update(GuardianRow).where(GuardianRow.id == mother.id).values(name=name))
    with begin() as work, pytest.raises(SealBroken):
        work.guardians.get(mother.id)
