"""Which school a told address belongs to, where the plan's zones say so."""

from __future__ import annotations

from collections.abc import Iterator

from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.decision import SchoolMatch
from enrolment.model.plan import Stage
from enrolment.model.zoning.address.normalise import normalise
from enrolment.model.zoning.find import find_school

_NAMES = {Stage.PRIMARY: "小学", Stage.JUNIOR: "初中"}
_ADDRESSES = ("home_address", "hukou_address")
_NOT_SURE = "要等部门核实了住房或者户口的地址才算准；学位不够的，由教育部门统筹安排。"


def compute_zone(case: Case) -> Computed | None:
    """Name the school of an address in the question or among the facts; None where there is none."""
    given = (case.told.sure.get(name) for name in _ADDRESSES)
    address = next((each for each in given if isinstance(each, str)), case.text)
    lines = [line for stage in _stages(case) for line in _line(case, stage, address)]
    if not lines:
        return None
    return Computed(
        "\n".join([*lines, _NOT_SURE]), (case.plan.zoning_clause, case.plan.placement.clause), whole=True
    )


def _stages(case: Case) -> tuple[Stage, ...]:
    return (case.stage,) if case.stage in case.plan.stages and case.stage else case.plan.stages


def _line(case: Case, stage: Stage, address: str) -> Iterator[str]:
    if not case.plan.zone_index(stage).mentions(normalise(address)):
        return
    match = find_school(case.plan, stage, address)
    if match.school is not None:
        school = case.plan.school(match.school)
        yield f"上{_NAMES[stage]}对应{school.name}（电话{school.phone}）：{match.reason}。"
    elif match.candidates:
        yield f"上{_NAMES[stage]}可能是{_names(case, match)}：{match.reason}{match.question}"


def _names(case: Case, match: SchoolMatch) -> str:
    return "或者".join(case.plan.school(key).name for key in match.candidates)
