"""What the departments answer about a family in a file, asked as they are in earnest."""

from __future__ import annotations

from collections.abc import Iterator

from enrolment.model.establishing.inquiry import ABOUT_CHILD, Family, Findings, Reply
from enrolment.model.establishing.parents import parents_named
from enrolment.model.establishing.records import BirthRecord, DepartmentRecord, HouseholdRecord
from enrolment.model.plan import Plan
from storage.family_files.records import CHILD, Registers
from storage.family_files.words import ITEMS

_GRANT = "grant"


def findings_of(registers: Registers, plan: Plan) -> Findings:
    """Every reply: of the child's own records first, then those of the guardians these name."""
    part = registers.part
    refused = {ITEMS[name] for name in part.refused}
    down = {ITEMS[name] for name in part.down}
    asked = [item for item in plan.data_items if item not in refused]
    about_child = {
        item: _records(registers, item, frozenset({CHILD}))
        for item in asked
        if item in ABOUT_CHILD and item not in down
    }
    records = [record for each in about_child.values() for record in each]
    births = [record for record in records if isinstance(record, BirthRecord)]
    books = [record for record in records if isinstance(record, HouseholdRecord)]
    parents = parents_named(CHILD, books, births)
    family = family_of(registers)
    guardians = frozenset((family.guardian, *parents))
    everybody_known = bool(births) or len(parents) > 1
    replies: dict[str, Reply] = {}
    for item in asked:
        found = about_child.get(item) or (
            () if item in ABOUT_CHILD or item in down else _records(registers, item, guardians)
        )
        replies[item] = Reply(
            data_item=item,
            department=plan.data_items[item].department,
            grant_id=_GRANT,
            asked_at=registers.at,
            answered=item not in down,
            records=found,
            complete=item in ABOUT_CHILD or (everybody_known and item not in down),
            silent=item in down,
        )
    return Findings(replies)


def family_of(registers: Registers) -> Family:
    """The child, and who files."""
    return Family(CHILD, registers.part.files)


def _records(registers: Registers, item: str, people: frozenset[str]) -> tuple[DepartmentRecord, ...]:
    return tuple(_found_by(registers, item, people))


def _found_by(registers: Registers, item: str, people: frozenset[str]) -> Iterator[DepartmentRecord]:
    for holders, record in registers.held(item):
        if not people.isdisjoint(holders):
            yield record
