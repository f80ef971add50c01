"""人力资源社会保障: the months of social insurance paid for a guardian."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import InsuranceRecord, PaidSpan
from integrations.departments.errors import AnswerMalformed, AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, digest_of, rows


@dataclass(frozen=True, slots=True)
class SocialInsurance:
    """The resource and its fields; an answer has one row per run of months paid in one place."""

    resource: str = "social_insurance"
    asked_by: str = "SFZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = ()
    insured: str = "SFZJH"
    region: str = "XZQH"
    first_month: str = "KSNY"
    last_month: str = "JSNY"
    unread: tuple[str, ...] = ()

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[InsuranceRecord]:
        """Join the rows of each place; all must be the guardian's."""
        places: dict[str, list[tuple[Row, PaidSpan]]] = defaultdict(list)
        for row in rows(data, self.resource):
            if row.citizen(self.insured) != id_number:
                raise AnswerUntrustworthy("the social insurance is somebody else's")
            places[row.region(self.region)].append((row, self._span(row, obtained_at)))
        return tuple(
            InsuranceRecord(
                insured=id_number,
                region=region,
                spans=tuple(span for _, span in paid),
                obtained_at=obtained_at,
                digest=digest_of([row for row, _ in paid], self.unread),
            )
            for region, paid in places.items()
        )

    def _span(self, row: Row, obtained_at: datetime) -> PaidSpan:
        first, last = row.month(self.first_month), row.month(self.last_month)
        if not first <= last <= obtained_at.date():
            raise AnswerMalformed(f"field {self.last_month} is not between the first month paid and today")
        return PaidSpan(first, last)
