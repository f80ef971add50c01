"""The schema that editors use says what the plan files are read with."""

from __future__ import annotations

from typing import Any

from enrolment.model.rules import ONE_OF, OPERATORS
from storage.plan_files.json_schema import plan_schema, written
from storage.plan_files.schema import PlanPart
from tests.fakes.plans import PLANS_FOLDER


def test_committed_schema_is_the_generated_one_when_the_parts_change() -> None:
    """`python -m storage.plan_files.json_schema plans/plan.schema.json` writes it again."""
    assert (PLANS_FOLDER / "plan.schema.json").read_text(encoding="utf-8") == written()


def test_every_field_is_known_and_none_demanded_when_a_plan_extends_another() -> None:
    """What a county leaves out it inherits; null takes away."""
    schema = plan_schema()
    assert set(schema["properties"]) == {*PlanPart.model_fields, "extends", "abstract"}
    assert "required" not in schema
    assert schema["properties"]["seat_locks"]["anyOf"][-1] == {"type": "null"}
    assert schema["properties"]["demonstration"]["anyOf"][0] == {"enum": [True, False, "yes", "no"]}


def test_lists_hold_whole_entries_when_checked() -> None:
    """A list replaces what is inherited, so nothing in it may be missing."""
    assert plan_schema()["$defs"]["OrderPart"]["required"] == ["by", "title", "clause"]


def test_rules_are_described_when_written_in_an_editor() -> None:
    """Every way to join and compare is offered, and nothing else."""
    schema = plan_schema()
    ways: list[dict[str, Any]] = schema["$defs"]["Rule"]["anyOf"]
    assert [way["required"] for way in ways] == [["all"], ["any"], ["not"], ["meets"], ["fact"], ["points"]]
    assert set(ways[4]["properties"]) == {"fact", "by", "clause", ONE_OF, *OPERATORS}
    assert schema["$defs"]["CategoryPart"]["properties"]["rule"] == {"$ref": "#/$defs/Rule"}
    assert all(way["additionalProperties"] is False and way["description"] for way in ways)
