"""Everything a family has with offices besides its books, homes and birth certificates."""

from dataclasses import dataclass

from sandbox.families.records.household import Marriage
from sandbox.families.records.housing import Lease, PresaleContract, PublicHousing
from sandbox.families.records.living import Company, Insurance, Licence, Permit, SeatUse


@dataclass(frozen=True, slots=True)
class Papers:
    """The other records of a family; empty where it has none."""

    marriages: tuple[Marriage, ...] = ()
    contracts: tuple[PresaleContract, ...] = ()
    leases: tuple[Lease, ...] = ()
    public_housing: tuple[PublicHousing, ...] = ()
    permits: tuple[Permit, ...] = ()
    insurances: tuple[Insurance, ...] = ()
    licences: tuple[Licence, ...] = ()
    companies: tuple[Company, ...] = ()
    seats: tuple[SeatUse, ...] = ()
