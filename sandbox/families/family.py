"""A family: its people, its records, and the enrolment category that is true of it."""

from dataclasses import dataclass
from enum import StrEnum

from sandbox.families.people import Person
from sandbox.families.records import BirthCertificate, Home, HukouBook


class TrueCategory(StrEnum):
    """What a flawless reading of the records would decide."""

    HOUSE_AND_HUKOU = "house_and_hukou"
    HOUSE_ONLY = "house_only"
    HUKOU_ONLY = "hukou_only"
    MIGRANT = "migrant"


class Situation(StrEnum):
    """How a family lives, finer than its category."""

    OWN_HOME = "own_home"
    SHARED_HOME = "shared_home"
    HOME_WITH_GRANDPARENT = "home_with_grandparent"
    HUKOU_ELSEWHERE = "hukou_elsewhere"
    HUKOU_NO_HOME = "hukou_no_home"
    COLLECTIVE_HUKOU = "collective_hukou"
    GRANDPARENTS_HOME = "grandparents_home"
    COMMERCIAL_HOME = "commercial_home"
    NEWCOMER = "newcomer"
    NEWCOMER_WITH_HOME = "newcomer_with_home"


CATEGORY_OF: dict[Situation, TrueCategory] = {
    Situation.OWN_HOME: TrueCategory.HOUSE_AND_HUKOU,
    Situation.SHARED_HOME: TrueCategory.HOUSE_AND_HUKOU,
    Situation.HOME_WITH_GRANDPARENT: TrueCategory.HOUSE_AND_HUKOU,
    Situation.HUKOU_ELSEWHERE: TrueCategory.HOUSE_ONLY,
    Situation.HUKOU_NO_HOME: TrueCategory.HUKOU_ONLY,
    Situation.COLLECTIVE_HUKOU: TrueCategory.HUKOU_ONLY,
    Situation.GRANDPARENTS_HOME: TrueCategory.HUKOU_ONLY,
    Situation.COMMERCIAL_HOME: TrueCategory.HUKOU_ONLY,
    Situation.NEWCOMER: TrueCategory.MIGRANT,
    Situation.NEWCOMER_WITH_HOME: TrueCategory.MIGRANT,
}

WORDS_OF: dict[Situation, str] = {
    Situation.OWN_HOME: "户口和房子都在历下",
    Situation.SHARED_HOME: "户口和房子都在历下，父母各占一半产权",
    Situation.HOME_WITH_GRANDPARENT: "户口和房子都在历下，与老人共有产权",
    Situation.HUKOU_ELSEWHERE: "房子在历下，户口在外地或外区",
    Situation.HUKOU_NO_HOME: "户口在历下，没有房子",
    Situation.COLLECTIVE_HUKOU: "历下集体户口，没有房子",
    Situation.GRANDPARENTS_HOME: "户口随老人在历下，房子是老人的",
    Situation.COMMERCIAL_HOME: "户口在历下，房子是商业性质",
    Situation.NEWCOMER: "户口和房子都不在历下",
    Situation.NEWCOMER_WITH_HOME: "户口和房子都在外地或外区",
}


@dataclass(frozen=True, slots=True)
class Family:
    """One synthetic family, consistent across every department."""

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
    situation: Situation

    @property
    def code(self) -> str:
        """The code testers use, such as F001."""
        return f"F{self.number:03d}"

    @property
    def guardians(self) -> tuple[Person, Person]:
        """Father and mother, in that order."""
        return (self.father, self.mother)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone in the family, children first."""
        return (*self.children, *self.guardians, *self.grandparents)

    @property
    def true_category(self) -> TrueCategory:
        """The enrolment category a flawless reading of the records would decide."""
        return CATEGORY_OF[self.situation]

    @property
    def in_words(self) -> str:
        """The family's situation in a few Chinese words."""
        days = dict.fromkeys(child.born for child in self.children)
        births = "、".join(f"{day.year}年{day.month}月{day.day}日" for day in days)
        divorced = "（父母离异）" if self.divorced else ""
        twins = "（双胞胎）" if len(days) < len(self.children) else ""
        return f"{WORDS_OF[self.situation]}{divorced}；孩子{births}出生{twins}"
