"""Files the home of a family so that an ID number alone does not find it."""

from sandbox.families.people import Person
from sandbox.families.records import Home, OddFiling, Oddity

_OTHER_CHARACTER = "玟"


def odd_filings(oddity: Oddity, home: Home, owner: Person) -> tuple[OddFiling, ...]:
    """File a home oddly."""
    match oddity:
        case Oddity.BY_NUMBER:
            needs = {"BDCQZH": as_asked(home.certificate)}
        case Oddity.OLD_KIND:
            needs = {"ZSLX": "房屋所有权证", "BDCQZH": as_asked(home.certificate)}
        case _:
            needs = {"QLRMC": other_name(owner)}
    return (OddFiling("real_estate", oddity, needs, short_numbers=oddity is not Oddity.OTHER_NAME),)


def as_asked(certificate: str) -> str:
    """A certificate's number in the brackets that are printed on it."""
    return certificate.replace("(", "（").replace(")", "）")


def other_name(owner: Person) -> str:
    """How the register writes an owner's name where it writes it otherwise."""
    return owner.name[:-1] + _OTHER_CHARACTER
