"""What the housing offices hold about a family: deeds, contracts, leases, public housing."""

from dataclasses import dataclass
from datetime import date

from sandbox.families.people import Person


@dataclass(frozen=True, slots=True)
class Share:
    """One owner's part of a home, in per cent."""

    owner: Person
    percent: int


@dataclass(frozen=True, slots=True)
class Home:
    """A real estate certificate: who owns what, where, for which use, since when."""

    certificate: str
    region: str
    address: str
    use: str
    registered: date
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class PresaleContract:
    """A filed contract for a new home without a certificate yet; delivered once the keys were handed over."""

    number: str
    region: str
    address: str
    buyer: Person
    filed: date
    delivered: bool


@dataclass(frozen=True, slots=True)
class Lease:
    """A lease filed with the housing office: since when the home is rented, and the day of the filing."""

    number: str
    region: str
    address: str
    tenant: Person
    filed: date
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class PublicHousing:
    """A public rental home (公租房) allotted to a tenant."""

    number: str
    region: str
    address: str
    tenant: Person
    since: date
