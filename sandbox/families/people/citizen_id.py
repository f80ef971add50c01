"""Citizen ID numbers (GB 11643): region, birth date, sequence with sex, MOD 11-2 check digit."""

from datetime import date
from random import Random

from sandbox.families.people.person import Sex

_CHECK_DIGITS = "10X98765432"
_SEQUENCES_PER_SEX = 500


def citizen_id(region: str, born: date, sex: Sex, nth: int) -> str:
    """Compose the number of the `nth` person (0 to 499) of a sex registered in a region on a day."""
    sequence = nth * 2 + (1 if sex is Sex.MALE else 0)
    body = f"{region}{born:%Y%m%d}{sequence:03d}"
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body))
    return body + _CHECK_DIGITS[total % 11]


class IdIssuer:
    """Issues numbers and never the same one twice."""

    def __init__(self) -> None:
        self._issued: set[str] = set()

    def issue(self, region: str, born: date, sex: Sex, rng: Random) -> str:
        """Issue a number that nobody holds, starting the search where `rng` points.

        Raises ValueError when a region has run out of numbers for that day.
        """
        start = rng.randrange(_SEQUENCES_PER_SEX)
        for step in range(_SEQUENCES_PER_SEX):
            number = citizen_id(region, born, sex, (start + step) % _SEQUENCES_PER_SEX)
            if number not in self._issued:
                self._issued.add(number)
                return number
        raise ValueError(f"region {region} has no citizen ID left for that day; choose fewer families")
