"""What a reader of all records sees about one child."""

from dataclasses import dataclass
from datetime import date

from sandbox.families.family import Family
from sandbox.families.people import Person
from sandbox.families.records import Home, HukouBook, Member
from sandbox.families.records.living import JUNIOR, PRIMARY
from sandbox.families.truth.counting import after

_HALF_A_YEAR = 6
_JUNIORS_BORN_BEFORE = date(2018, 9, 1)


@dataclass(frozen=True, slots=True)
class Child:
    """One child of a family, read in its records."""

    family: Family
    person: Person

    @property
    def stage(self) -> str:
        """The school stage the child's age is nearest to."""
        return JUNIOR if self.person.born < _JUNIORS_BORN_BEFORE else PRIMARY

    @property
    def book(self) -> HukouBook:
        """The household register the child is in."""
        return next(book for book in self.family.books if book.page_of(self.person))

    @property
    def page(self) -> Member:
        """The child's page in it."""
        return next(page for page in self.book.members if page.person == self.person)

    @property
    def registered_here(self) -> bool:
        """Whether the child's hukou is in the county."""
        return self._here(self.book.region)

    @property
    def with_grandparent(self) -> bool:
        """Whether the child is a grandchild of the head of its register."""
        return "孙" in self.page.relation

    @property
    def since_birth(self) -> bool:
        """Whether the child was registered there within half a year of its birth."""
        return self.page.moved_in <= after(self.person.born, _HALF_A_YEAR)

    @property
    def three_generations_since(self) -> date | None:
        """Since when child, a guardian and the grandparent have been in one register."""
        guardians = [page.moved_in for page in self.book.members if page.person in self.family.guardians]
        if not guardians or not self.with_grandparent:
            return None
        head = next(page.moved_in for page in self.book.members if page.person == self.book.head)
        return max(self.page.moved_in, min(guardians), head)

    def own_dwellings(self) -> list[tuple[Home, int]]:
        """The homes for living in, anywhere, of which the guardians own a part, and how much."""
        owned = [(home, self._percent(home)) for home in self.family.homes if home.use == "住宅"]
        return [(home, percent) for home, percent in owned if percent > 0]

    def dwellings_here(self) -> list[tuple[Home, int]]:
        """Those of them in the county."""
        return [
            (home, percent) for home, percent in self.own_dwellings() if home.region == self.family.county
        ]

    @property
    def contract_home_here(self) -> bool:
        """Whether a home bought in the county has been handed over without a certificate yet."""
        contracts = self.family.papers.contracts
        return any(each.delivered and self._here(each.region) for each in contracts)

    @property
    def guardians_own_in_city(self) -> bool:
        """Whether the guardians own any part of a dwelling in the city."""
        return any(self._in_city(home.region) for home, _ in self.own_dwellings())

    @property
    def grandparents_own_here(self) -> bool:
        """Whether the grandparent who heads the register owns a home in the county."""
        return any(
            self._here(home.region) and any(share.owner == self.book.head for share in home.shares)
            for home in self.family.homes
        )

    @property
    def public_housing_here(self) -> list[date]:
        """Since when the guardians rent public homes of the county."""
        return [each.since for each in self.family.papers.public_housing if self._here(each.region)]

    @property
    def permits_here(self) -> list[date]:
        """Since when the guardians hold residence permits of the county."""
        return [each.since for each in self.family.papers.permits if self._here(each.region)]

    @property
    def months_insured(self) -> int:
        """The months of social insurance paid in the city by the guardian who paid longest."""
        city = self.family.county[:4]
        return max(
            (each.months for each in self.family.papers.insurances if each.region[:4] == city), default=0
        )

    @property
    def licences_here(self) -> list[date]:
        """Since when the guardians trade in the county."""
        return [each.since for each in self.family.papers.licences if self._here(each.region)]

    @property
    def companies_here(self) -> list[date]:
        """Since when the guardians' companies are registered in the county."""
        return [each.since for each in self.family.papers.companies if self._here(each.region)]

    @property
    def leases_filed_here(self) -> list[date]:
        """When the guardians' leases in the county were filed."""
        return [each.filed for each in self.family.papers.leases if self._here(each.region)]

    def _here(self, region: str) -> bool:
        return region == self.family.county

    def _in_city(self, region: str) -> bool:
        return region[:4] == self.family.county[:4]

    def _percent(self, home: Home) -> int:
        return sum(share.percent for share in home.shares if share.owner in self.family.guardians)
