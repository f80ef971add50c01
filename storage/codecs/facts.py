"""Declared statements and facts as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from enrolment.model.facts import Answer, Evidence, Fact, FactValue


def dump_declared(declared: Mapping[str, FactValue]) -> str:
    """Write what a guardian said."""
    return json.dumps({name: _dump_value(value) for name, value in declared.items()}, ensure_ascii=False)


def load_declared(text: str) -> dict[str, FactValue]:
    """Read what a guardian said."""
    return {name: _load_value(value) for name, value in json.loads(text).items()}


def dump_facts(facts: Mapping[str, Fact]) -> str:
    """Write facts with their answers and evidence."""
    return json.dumps({key: _dump_fact(fact) for key, fact in facts.items()}, ensure_ascii=False)


def load_facts(text: str) -> dict[str, Fact]:
    """Read facts with their answers and evidence."""
    return {key: _load_fact(raw) for key, raw in json.loads(text).items()}


def _dump_fact(fact: Fact) -> dict[str, object]:
    return {
        "name": fact.name,
        "answer": fact.answer,
        "value": None if fact.value is None else _dump_value(fact.value),
        "evidence": None if fact.evidence is None else _dump_evidence(fact.evidence),
    }


def _load_fact(raw: Mapping[str, Any]) -> Fact:
    return Fact(
        name=raw["name"],
        answer=Answer(raw["answer"]),
        value=None if raw["value"] is None else _load_value(raw["value"]),
        evidence=None if raw["evidence"] is None else _load_evidence(raw["evidence"]),
    )


def _dump_evidence(evidence: Evidence) -> dict[str, str]:
    return {
        "data_item": evidence.data_item,
        "department": evidence.department,
        "grant_id": evidence.grant_id,
        "obtained_at": evidence.obtained_at.isoformat(),
        "digest": evidence.digest,
    }


def _load_evidence(raw: Mapping[str, str]) -> Evidence:
    return Evidence(
        data_item=raw["data_item"],
        department=raw["department"],
        grant_id=raw["grant_id"],
        obtained_at=datetime.fromisoformat(raw["obtained_at"]),
        digest=raw["digest"],
    )


def _dump_value(value: FactValue) -> object:
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _load_value(raw: FactValue | dict[str, str]) -> FactValue:
    return date.fromisoformat(raw["date"]) if isinstance(raw, dict) else raw
