"""A question to a department."""

from __future__ import annotations

from dataclasses import dataclass, field

from enrolment.model.establishing.records.particulars import NONE, Particulars


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """One question to one department: which data item, for which child, by whose ID number.

    `particulars` are what a guardian read off the paper, where the number alone found nothing.

    Raises nothing; the exchange refuses a query whose grant does not match it.
    """

    data_item: str
    child_id: str
    id_number: str = field(repr=False)
    particulars: Particulars = NONE
