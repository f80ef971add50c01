"""Receipt numbers: county, year, serial and a check digit, so that a mistyped one is noticed."""

from __future__ import annotations

import re

_FORM = re.compile(r"(\d{6})-(\d{4})-(\d{6,})-(\d)")
_MODULUS = 10


def receipt_number(county: str, year: int, serial: int) -> str:
    """Write a receipt number, for example `370102-2027-000123-2`."""
    body = f"{county}-{year:04d}-{serial:06d}"
    return f"{body}-{_check_digit(body.replace('-', ''))}"


def is_receipt_number(text: str) -> bool:
    """Whether a text is a receipt number whose check digit holds."""
    match = _FORM.fullmatch(text)
    return match is not None and _check_digit("".join(match.groups()[:3])) == match[4]


def _check_digit(digits: str) -> str:
    """Compute ISO/IEC 7064 MOD 11,10: every single wrong digit shows."""
    product = _MODULUS
    for digit in digits:
        total = (int(digit) + product) % _MODULUS or _MODULUS
        product = total * 2 % (_MODULUS + 1)
    return str((_MODULUS + 1 - product) % _MODULUS)
