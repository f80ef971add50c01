"""The repositories of `Work`, over tables in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from enrolment.model.access import Access
from enrolment.model.application import Application, State
from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import CaseNotFound, ChildUnknown, DuplicateApplication, SignInRefused
from enrolment.model.people import Child, Guardian, Person
from enrolment.model.sign_in import SignIn

if TYPE_CHECKING:
    from tests.fakes.work import Tables


class FakeGuardians:
    """Implements `Guardians`; ids are made of the place in the table."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def upsert(self, person: Person) -> Guardian:
        """Store a guardian, found again by ID number."""
        for guardian in self._tables.guardians.values():
            if guardian.person.id_number == person.id_number:
                return guardian
        guardian = Guardian(f"guardian-{len(self._tables.guardians) + 1}", person)
        self._tables.guardians[guardian.id] = guardian
        return guardian

    def get(self, guardian_id: str) -> Guardian:
        """Load a guardian; raise KeyError when unknown."""
        return self._tables.guardians[guardian_id]

    def set_children(self, guardian_id: str, children: Sequence[Person]) -> Sequence[Child]:
        """Store the children; a child of another guardian keeps its id."""
        known = {child.person.id_number: child for each in self._tables.children.values() for child in each}
        stored = []
        for person in children:
            known.setdefault(person.id_number, Child(f"child-{len(known) + 1}", person))
            stored.append(known[person.id_number])
        self._tables.children[guardian_id] = tuple(stored)
        return tuple(stored)

    def children(self, guardian_id: str) -> Sequence[Child]:
        """The guardian's children, eldest first."""
        mine = self._tables.children.get(guardian_id, ())
        return sorted(mine, key=lambda child: child.person.birth_date)

    def child(self, guardian_id: str, child_id: str) -> Child:
        """Load one child; raise ChildUnknown for any other."""
        for child in self._tables.children.get(guardian_id, ()):
            if child.id == child_id:
                return child
        raise ChildUnknown("the child is not of this guardian's household")

    def forget(self, guardian_id: str) -> None:
        """Delete a guardian, and children of nobody else."""
        self._tables.guardians.pop(guardian_id, None)
        self._tables.children.pop(guardian_id, None)


class FakeChats:
    """Implements `Chats`: what was said is a few words for each conversation."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def forget(self, conversation_id: str) -> None:
        """Delete what was said."""
        self._tables.said.pop(conversation_id, None)
        for held in [
            each for each, _ in self._tables.held.values() if each.conversation_id == conversation_id
        ]:
            self._tables.held.pop(held.id)


class FakeSignIns:
    """Implements `SignIns`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, sign_in: SignIn) -> None:
        """Store a sign-in."""
        self._tables.sign_ins[sign_in.state] = sign_in

    def take(self, state: str, at: datetime) -> SignIn:
        """Use up a sign-in; raise SignInRefused when unknown, used or expired."""
        sign_in = self._tables.sign_ins.pop(state, None)
        if sign_in is None or at >= sign_in.expires_at:
            raise SignInRefused("the sign-in is unknown, used or expired")
        return sign_in

    def bind(self, conversation_id: str, guardian_id: str, at: datetime) -> None:  # noqa: ARG002 - the port's
        """Remember whom a conversation is with."""
        self._tables.bound[conversation_id] = guardian_id

    def guardian_of(self, conversation_id: str) -> str | None:
        """Whom a conversation is with."""
        return self._tables.bound.get(conversation_id)

    def conversations_of(self, guardian_id: str) -> Sequence[str]:
        """Every conversation bound to a guardian."""
        return [conversation for conversation, bound in self._tables.bound.items() if bound == guardian_id]

    def unbind(self, conversation_id: str) -> None:
        """Forget it."""
        self._tables.bound.pop(conversation_id, None)


class FakeGrants:
    """Implements `Grants`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, grant: ConsentGrant) -> None:
        """Store a grant."""
        self._tables.grants[grant.id] = grant

    def save(self, grant: ConsentGrant) -> None:
        """Store its change."""
        self._tables.grants[grant.id] = grant

    def of_child(self, child_id: str) -> Sequence[ConsentGrant]:
        """Every grant for a child, oldest first."""
        return [grant for grant in self._tables.grants.values() if grant.child_id == child_id]


class FakeCases:
    """Implements `Cases`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, application: Application) -> None:
        """Store a new application; raise DuplicateApplication for a second one of a child."""
        existing = self.of_child(application.child_id, application.year)
        if existing is not None:
            raise DuplicateApplication(existing.receipt_number or "")
        self._tables.cases[application.id] = application

    def save(self, application: Application) -> None:
        """Store its change."""
        self._tables.cases[application.id] = application

    def get(self, application_id: str) -> Application:
        """Load an application; raise CaseNotFound."""
        try:
            return self._tables.cases[application_id]
        except KeyError:
            raise CaseNotFound("there is no such application") from None

    def of_child(self, child_id: str, year: int) -> Application | None:
        """The application of a child for a year that was not withdrawn."""
        for case in self._tables.cases.values():
            if (case.child_id, case.year) == (child_id, year) and case.state is not State.WITHDRAWN:
                return case
        return None

    def of_guardian(self, guardian_id: str) -> Sequence[Application]:
        """Every application of a guardian, newest first."""
        return [case for case in reversed(self._tables.cases.values()) if case.guardian_id == guardian_id]

    def waiting(self, county: str, before: datetime) -> Sequence[Application]:
        """Filings that still wait for something."""
        return [
            case
            for case in self._tables.cases.values()
            if case.state in {State.VERIFYING, State.NEEDS_DOCUMENTS}
            and case.submitted_at is not None
            and case.submitted_at < before
            and county in {"", case.county}
        ]

    def empty(self, application_id: str) -> None:
        """Take away what was said, found and decided."""
        case = self._tables.cases[application_id]
        self._tables.cases[application_id] = replace(case, declared={}, facts={}, outcome=None)

    def next_receipt_serial(self, county: str, year: int) -> int:
        """The next serial, starting at 1."""
        serial = self._tables.serials.get((county, year), 0) + 1
        self._tables.serials[county, year] = serial
        return serial


class FakeAccesses:
    """Implements `Accesses`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of_guardian(self, guardian_id: str) -> Sequence[Access]:
        """Every read about a guardian."""
        return self._tables.accesses.get(guardian_id, ())
