"""Which computation answers which topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from enrolment.model.answering.computed.age import compute_age
from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.answering.computed.category import compute_category
from enrolment.model.answering.computed.months import compute_months
from enrolment.model.answering.computed.papers import compute_papers
from enrolment.model.answering.computed.windows import compute_still_open, compute_windows
from enrolment.model.answering.computed.zone import compute_zone
from enrolment.model.plan.topics import Topic

_Compute = Callable[[Case], Computed | None]
_COMPUTES: Final[Mapping[Topic, tuple[_Compute, ...]]] = {
    Topic.AGE_REQUIREMENT: (compute_age,),
    Topic.REGISTRATION_TIME: (compute_windows,),
    Topic.UNENROLLED_AFTER_CLOSE: (compute_still_open,),
    Topic.REQUIRED_DOCUMENTS: (compute_papers,),
    Topic.CATEGORY_HOUSE_AND_HUKOU: (compute_months, compute_category),
    Topic.CATEGORY_HOUSE_ONLY: (compute_category,),
    Topic.CATEGORY_HUKOU_ONLY: (compute_category,),
    Topic.CATEGORY_MIGRANT_CHILDREN: (compute_months, compute_category),
    Topic.GRANDPARENTS_HUKOU: (compute_category,),
    Topic.PROPERTY_CONTRACT_OR_NO_DEED: (compute_months,),
    Topic.RENTAL: (compute_months,),
    Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT: (compute_months,),
    Topic.BUSINESS_LICENSE: (compute_months,),
    Topic.ZONING_SCHOOL_ASSIGNMENT: (compute_zone,),
}


def compute(case: Case) -> Computed | None:
    """Work out what the plan says of this case; None where there is nothing to work on.

    The first computation that has words wins; else the first that knows what is missing.
    """
    found = [computed for each in _COMPUTES.get(case.topic, ()) if (computed := each(case)) is not None]
    return next((each for each in found if each.text), found[0] if found else None)
