"""Whether a question finds a record, where the office has filed it oddly."""

import re
from collections.abc import Mapping

from sandbox.exchange.envelope import Record
from sandbox.families import Family, OddFiling

_ID_NUMBER = re.compile(r"\d{17}[\dX]", re.ASCII)


def found(family: Family, rid: str, held: list[Record], query: Mapping[str, object]) -> list[Record]:
    """Give the records that this question finds, as they are filed."""
    odd = [filing for filing in family.filings if filing.rid == rid]
    if not odd:
        return held
    return [_as_filed(record, filing) for record in held for filing in odd if _fits(filing, query)]


def _fits(filing: OddFiling, query: Mapping[str, object]) -> bool:
    return all(query.get(field) == value for field, value in filing.needs.items())


def _as_filed(record: Record, filing: OddFiling) -> Record:
    if not filing.short_numbers:
        return record
    return {name: _shortened(value) for name, value in record.items()}


def _shortened(value: object) -> object:
    if isinstance(value, list):
        return [_shortened(each) for each in value]
    if isinstance(value, dict):
        return {name: _shortened(each) for name, each in value.items()}
    if isinstance(value, str) and _ID_NUMBER.fullmatch(value):
        return value[:6] + value[8:17]
    return value
