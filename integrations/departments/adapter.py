"""The departments behind one exchange: nothing is asked without a live grant."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, DepartmentUnavailable
from enrolment.model.establishing.records import DepartmentRecord, Particulars, RecordQuery
from enrolment.ports import Clock
from integrations import id_numbers
from integrations.departments.errors import as_department_unavailable
from integrations.departments.exchange import Exchange
from integrations.departments.items import DATA_ITEMS, DataItem, Subject

_log = logging.getLogger(__name__)


class ExchangeDepartments:
    """Implements `enrolment.ports.Departments`.

    `clock` is the house's own: grants are live, and records are dated, by it.
    """

    def __init__(
        self, exchange: Exchange, *, clock: Clock, data_items: Mapping[str, DataItem] = DATA_ITEMS
    ) -> None:
        self._exchange = exchange
        self._clock = clock
        self._data_items = data_items

    @property
    def data_items(self) -> frozenset[str]:
        """The data items that are connected, by key."""
        return frozenset(self._data_items)

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Ask for one data item under a live grant; an empty answer means there is no record.

        Raises ConsentMissing when the grant does not cover the query, DepartmentUnavailable when no
        trustworthy answer came.
        """
        self._refuse_without_consent(query, grant)
        item = self._data_items.get(query.data_item)
        if item is None:
            raise DepartmentUnavailable(f"{query.data_item}: no department is connected for it")
        id_number = self._subject(query, item)
        try:
            with as_department_unavailable(query.data_item):
                data = await self._exchange.ask(item.resource, _asked(item, id_number, query.particulars))
                return item.read(data, id_number, self._clock.now())
        except DepartmentUnavailable as error:
            _log.warning(
                'event=department_unavailable part=exchange data_item=%s reason="%s"', query.data_item, error
            )
            raise

    async def ping(self) -> None:
        """See whether the exchange answers; raise DepartmentUnavailable when it does not."""
        with as_department_unavailable("exchange"):
            await self._exchange.ping()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._exchange.aclose()

    def _refuse_without_consent(self, query: RecordQuery, grant: ConsentGrant) -> None:
        if grant.data_item != query.data_item:
            raise ConsentMissing(f"{query.data_item}: the grant is for {grant.data_item}")
        if grant.child_id != query.child_id:
            raise ConsentMissing(f"{query.data_item}: the grant is for another child")
        if not grant.is_live(self._clock.now()):
            raise ConsentMissing(f"{query.data_item}: the grant has expired or was revoked")

    def _subject(self, query: RecordQuery, item: DataItem) -> str:
        """The number to ask by; a grant opens a child's own record, or an adult's, never either."""
        try:
            number = id_numbers.read_id_number(query.id_number, today=self._clock.today())
        except id_numbers.IdNumberInvalid as error:
            raise DepartmentUnavailable(f"{query.data_item}: {error}") from error
        minor = id_numbers.is_minor(number, today=self._clock.today())
        if minor != (item.subject is Subject.CHILD):
            raise ConsentMissing(f"{query.data_item}: the grant opens the record of the {item.subject} only")
        return number


def _asked(item: DataItem, id_number: str, particulars: Particulars) -> Mapping[str, str]:
    """The fields of a question: the ID number, and what was read off the paper."""
    fields = {field: particulars.given[each] for each, field in item.given if each in particulars.given}
    return {**fields, item.asked_by: id_number}
