"""Draws what the offices hold besides books, homes and birth certificates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sandbox.families.drawing.cast import Cast
from sandbox.families.drawing.draws import day_between, months_from
from sandbox.families.drawing.shape import Shape
from sandbox.families.places import Places, Region, address_in
from sandbox.families.records import (
    Company,
    Home,
    Insurance,
    Lease,
    Licence,
    Marriage,
    Papers,
    Permit,
    PresaleContract,
    PublicHousing,
    SeatUse,
)
from sandbox.families.records.living import JUNIOR, PRIMARY
from sandbox.families.situations import Situation

_CONTRACTS = {
    Situation.CONTRACT_DELIVERED: True,
    Situation.CONTRACT_NEXT_COUNTY: True,
    Situation.CONTRACT_HUKOU_ELSEWHERE: True,
    Situation.CONTRACT_NOT_DELIVERED: False,
    Situation.CONTRACT_NOT_DELIVERED_HUKOU_ELSEWHERE: False,
}
_NEXT_COUNTY = {Situation.CONTRACT_NEXT_COUNTY, Situation.PUBLIC_HOUSING_NEXT_COUNTY}
_PUBLIC_HOUSING = {Situation.PUBLIC_HOUSING, Situation.PUBLIC_HOUSING_NEXT_COUNTY}
_CONTRACT_FILED = (date(2024, 1, 1), date(2026, 6, 30))
_LAST_PAID = date(2027, 5, 1)


@dataclass(frozen=True, slots=True)
class PaperDrawer:
    """Draws the papers of one family, all in its leading guardian's name."""

    shape: Shape
    cast: Cast
    places: Places
    serials: Iterator[str]
    rng: Random

    def draw(self, homes: tuple[Home, ...]) -> Papers:
        """Draw every paper the family's marks speak of."""
        marks, leader = self.shape.marks, self.cast.leader
        return Papers(
            marriages=(self._marriage(),),
            contracts=self._contracts(),
            leases=self._leases(),
            public_housing=self._public_housing(),
            permits=(Permit(self._number("J"), self._region("permit").code, leader, marks.permit),)
            if marks.permit
            else (),
            insurances=(self._insurance(marks.insured_months),) if marks.insured_months else (),
            licences=(Licence(self._number("92"), self._region("licence").code, leader, marks.licence),)
            if marks.licence
            else (),
            companies=(Company(self._number("91"), self._region("company").code, leader, marks.company),)
            if marks.company
            else (),
            seats=self._seats(homes),
        )

    def _marriage(self) -> Marriage:
        cast = self.cast
        registered = cast.children[0].born - timedelta(days=self.rng.randint(300, 1200))
        return Marriage(self._number("H"), cast.father, cast.mother, registered, self.shape.divorced)

    def _contracts(self) -> tuple[PresaleContract, ...]:
        delivered = _CONTRACTS.get(self.shape.situation)
        if delivered is None:
            return ()
        filed = day_between(*_CONTRACT_FILED, self.rng)
        region = self._home_region()
        return (
            PresaleContract(
                self._number("Y"), region.code, self._address(region), self.cast.leader, filed, delivered
            ),
        )

    def _leases(self) -> tuple[Lease, ...]:
        filed = self.shape.marks.lease_filed
        if filed is None:
            return ()
        region = self._region("lease")
        since = filed - timedelta(days=self.rng.randint(0, 400))
        return (
            Lease(
                self._number("Z"),
                region.code,
                self._address(region),
                self.cast.leader,
                filed,
                since,
                date(2028, 8, 31),
            ),
        )

    def _public_housing(self) -> tuple[PublicHousing, ...]:
        since = self.shape.marks.public_housing
        if since is None or self.shape.situation not in _PUBLIC_HOUSING:
            return ()
        region = self._home_region()
        return (
            PublicHousing(self._number("G"), region.code, self._address(region), self.cast.leader, since),
        )

    def _insurance(self, months: int) -> Insurance:
        return Insurance(
            self.places.region.code, self.cast.leader, months_from(_LAST_PAID, 1 - months), months
        )

    def _seats(self, homes: tuple[Home, ...]) -> tuple[SeatUse, ...]:
        """A seat of primary school and one of junior school, both by the first home."""
        marks = self.shape.marks
        family = (self.cast.father, self.cast.mother) if marks.seat_by_sibling else ()
        given = ((PRIMARY, marks.seat_used, family), (JUNIOR, marks.junior_seat_used, ()))
        return tuple(
            SeatUse(home.certificate, stage, used, guardians)
            for home in homes[:1]
            for stage, used, guardians in given
            if used
        )

    def _home_region(self) -> Region:
        away = self.shape.situation in _NEXT_COUNTY
        return self.rng.choice(self.places.neighbours) if away else self.places.region

    def _region(self, paper: str) -> Region:
        away = paper in self.shape.marks.away
        return self.rng.choice(self.places.neighbours) if away else self.places.region

    def _address(self, region: Region) -> str:
        return address_in(region, self.places, self.rng)

    def _number(self, kind: str) -> str:
        return f"{kind}{next(self.serials)}"
