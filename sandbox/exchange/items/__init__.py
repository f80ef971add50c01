"""The data items on offer: for each, the query field and the records a family's people have."""

from sandbox.exchange.items.data_item import DataItem
from sandbox.exchange.items.homes import (
    LEASE_FILING,
    PRESALE_CONTRACT,
    PUBLIC_HOUSING,
    REAL_ESTATE,
    SEAT_RECORDS,
)
from sandbox.exchange.items.household import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, MARRIAGE, RESIDENCE_PERMIT
from sandbox.exchange.items.working import COMPANY_REGISTRATION, SOCIAL_INSURANCE, SOLE_PROPRIETOR_LICENCE

_ALL = (
    HOUSEHOLD_MEMBERS,
    RESIDENCE_PERMIT,
    MARRIAGE,
    SOCIAL_INSURANCE,
    REAL_ESTATE,
    PRESALE_CONTRACT,
    LEASE_FILING,
    PUBLIC_HOUSING,
    BIRTH_CERTIFICATE,
    SOLE_PROPRIETOR_LICENCE,
    COMPANY_REGISTRATION,
    SEAT_RECORDS,
)
DATA_ITEMS: dict[str, DataItem] = {item.rid: item for item in _ALL}

__all__ = ["DATA_ITEMS", "DataItem"]
