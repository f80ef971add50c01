"""What a data item of the exchange is."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.exchange.envelope import Record
from sandbox.families import Family


@dataclass(frozen=True, slots=True)
class DataItem:
    """One resource of the exchange, asked for by an ID number in `query_field`."""

    rid: str
    department: str
    query_field: str
    records: Callable[[Family, str], list[Record]]
