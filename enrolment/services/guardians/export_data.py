"""Export everything kept about a guardian and the children, for the guardian (PIPL 45)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.particulars import TAKEN
from enrolment.model.establishing.records import Particulars
from enrolment.model.facts import Evidence, Fact
from enrolment.model.people import Child, Person
from enrolment.model.plan import Plan
from enrolment.model.story.history import tell
from enrolment.model.story.labels import Audience, label
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import guardian_of

FORMAT = "ruxue-export-1"


def export_data(conversation_id: str, *, begin: BeginWork, plans: Plans, clock: Clock) -> dict[str, object]:
    """Give it as plain values, ready for JSON; raise NotSignedIn."""
    with begin() as work:
        guardian_id = guardian_of(work, conversation_id)
        guardian = work.guardians.get(guardian_id)
        cases = work.cases.of_guardian(guardian_id)
        return {
            "format": FORMAT,
            "exported_at": clock.now().isoformat(),
            "guardian": _person(guardian.person),
            "children": [
                _child(child, work.grants.of_child(child.id), work.particulars.of_child(child.id))
                for child in work.guardians.children(guardian_id)
            ],
            "applications": [_case(case, plans.get(case.county, case.year)) for case in cases],
        }


def _person(person: Person) -> dict[str, object]:
    return {"name": person.name, "id_number": person.id_number}


def _child(
    child: Child, grants: Sequence[ConsentGrant], given: Mapping[str, Particulars]
) -> dict[str, object]:
    return {
        "id": child.id,
        **_person(child.person),
        "consents": [_grant(grant) for grant in grants],
        "read_off_papers": [
            {"data_item": item, "field": each.value, "title": TAKEN[item][each], "value": value}
            for item, particulars in given.items()
            for each, value in particulars.given.items()
        ],
    }


def _grant(grant: ConsentGrant) -> dict[str, object]:
    return {
        "data_item": grant.data_item,
        "department": grant.department,
        "purpose": grant.purpose,
        "text_version": grant.text_version,
        "channel": grant.channel,
        "granted_at": grant.granted_at.isoformat(),
        "expires_at": grant.expires_at.isoformat(),
        "revoked_at": grant.revoked_at.isoformat() if grant.revoked_at else None,
    }


def _case(case: Application, plan: Plan) -> dict[str, object]:
    decision = case.outcome.decision if case.outcome else None
    return {
        "child": case.child_id,
        "county": plan.county_name,
        "year": case.year,
        "stage": case.stage.value,
        "state": case.state.value,
        "state_in_words": label(case.state, Audience.GUARDIAN),
        "receipt_number": case.receipt_number,
        "submitted_at": case.submitted_at.isoformat() if case.submitted_at else None,
        "category": decision.title if decision else None,
        "documents": [plan.documents[key].title for key in case.outcome.documents] if case.outcome else [],
        "declared": [_said(name, value, plan) for name, value in case.declared.items()],
        "facts": [_fact(fact, plan) for fact in case.facts.values()],
        "history": [{"at": line.at.isoformat(), "words": line.words} for line in tell(plan, case.events)],
    }


def _said(name: str, value: object, plan: Plan) -> dict[str, object]:
    return {"name": name, "title": _title(name, plan), "value": _plain(value)}


def _fact(fact: Fact, plan: Plan) -> dict[str, object]:
    return {
        "name": fact.name,
        "title": _title(fact.name, plan),
        "value": _plain(fact.value),
        "answer": fact.answer.value,
        "evidence": _evidence(fact.evidence) if fact.evidence else None,
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "data_item": evidence.data_item,
        "department": evidence.department,
        "obtained_at": evidence.obtained_at.isoformat(),
        "digest": evidence.digest,
    }


def _title(name: str, plan: Plan) -> str:
    return plan.facts[name].title if name in plan.facts else name


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | str) else str(value)
