"""What a plan's rules say of one family's own dates and circumstances, as far as it told them."""

from enrolment.model.answering.computed.case import Case, Computed
from enrolment.model.answering.computed.compute import compute

__all__ = ["Case", "Computed", "compute"]
