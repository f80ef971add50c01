"""A family: its people, its records, and the enrolment category that is true of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sandbox.families.people import Person
from sandbox.families.records import BirthCertificate, Home, HukouBook, OddFiling, Oddity, Papers
from sandbox.families.situations import WORDS_OF, Situation


class TrueCategory(StrEnum):
    """What a flawless reading of the records would decide."""

    PREFERENTIAL = "preferential"
    HOUSE_AND_HUKOU = "house_and_hukou"
    RESETTLEMENT = "resettlement"
    GRANDPARENTS_HOME = "grandparents_home"
    HOUSE_ONLY = "house_only"
    PUBLIC_HOUSING = "public_housing"
    COLLECTIVE_HUKOU = "collective_hukou"
    HUKOU_ONLY = "hukou_only"
    MIGRANT = "migrant_children"
    OTHER = "other_children"


_FILED = {
    Oddity.BY_NUMBER: "登记的证件号码是15位的老号码，要用产权证编号查",
    Oddity.OLD_KIND: "还是老房产证，要选证书种类、填编号查",
    Oddity.OTHER_NAME: "登记的姓名是另一种写法，要填证上的姓名查",
}
_CLAIMS = {Situation.PREFERENTIAL: "preferential_claimed", Situation.RESETTLED: "resettlement_claimed"}


@dataclass(frozen=True, slots=True)
class Family:
    """One synthetic family, consistent across every department.

    `true_categories` are those of the children, in their order; `filings` are records that an ID number
    alone does not find.
    """

    county: str
    county_name: str
    code: str
    number: int
    sign_in_name: str
    father: Person
    mother: Person
    signs_in: Person
    phone: str
    divorced: bool
    children: tuple[Person, ...]
    grandparents: tuple[Person, ...]
    books: tuple[HukouBook, ...]
    homes: tuple[Home, ...]
    birth_certificates: tuple[BirthCertificate, ...]
    papers: Papers
    situation: Situation
    true_categories: tuple[TrueCategory, ...] = ()
    filings: tuple[OddFiling, ...] = ()

    @property
    def guardians(self) -> tuple[Person, Person]:
        """Father and mother, in that order."""
        return (self.father, self.mother)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone in the family, children first."""
        return (*self.children, *self.guardians, *self.grandparents)

    @property
    def entrant(self) -> Person:
        """The child who enters primary school in 2027; the first where none does."""
        entering = (child for child in self.children if date(2020, 9, 1) <= child.born <= date(2021, 8, 31))
        return next(entering, self.children[0])

    @property
    def true_category(self) -> TrueCategory:
        """The true category of the child who enters primary school."""
        return self.true_categories[self.children.index(self.entrant)]

    @property
    def claims(self) -> frozenset[str]:
        """What only the guardians can tell an authority about themselves."""
        return frozenset({_CLAIMS[self.situation]} if self.situation in _CLAIMS else ())

    @property
    def in_words(self) -> str:
        """The family's situation in a few Chinese words."""
        days = dict.fromkeys(child.born for child in self.children)
        births = "、".join(_day(day) for day in days)
        divorced = "（父母离异）" if self.divorced else ""
        twins = "（双胞胎）" if len(days) < len(self.children) else ""
        lives = WORDS_OF[self.situation].format(county=self.county_name.removesuffix("区"))
        return f"{lives}{divorced}；孩子{births}出生{twins}{self._papers_in_words}{self._filings_in_words}"

    @property
    def _filings_in_words(self) -> str:
        """Why the register does not find the home by an ID number alone."""
        return "".join(f"；{_FILED[each.oddity]}" for each in self.filings)

    @property
    def _papers_in_words(self) -> str:
        """What decides such families, where it is not seen from how they live."""
        said = [f"居住证{_day(each.since)}办" for each in self.papers.permits]
        said += [f"社保缴了{each.months}个月" for each in self.papers.insurances if self.papers.permits]
        said += [f"租赁备案{_day(each.filed)}办" for each in self.papers.leases]
        said += [f"公租房{_day(each.since)}起租" for each in self.papers.public_housing]
        said += [
            f"房子的学位{_day(each.used)}{'哥哥姐姐' if each.guardians else '别家孩子'}用过"
            for each in self.papers.seats
        ]
        return "；" + "，".join(said) if said else ""


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
