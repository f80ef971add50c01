"""Unified social credit codes (GB 32100) for businesses that do not exist."""

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_OF_ORGANISATION = (3, 7, 9, 10, 5, 8, 4, 2)


def credit_code(kind: str, region: str, serial: str) -> str:
    """Compose a code: registering authority and kind, region, organisation code, check character."""
    body = f"{kind}{region}{_organisation(serial)}"
    total = sum(_ALPHABET.index(sign) * weight for sign, weight in zip(body, _WEIGHTS, strict=True))
    return body + _ALPHABET[-total % 31]


def _organisation(serial: str) -> str:
    """Compose an organisation code (GB 11714) of the last eight characters of a serial number."""
    digits = serial[-8:].rjust(8, "0")
    total = sum(int(digit, 36) * weight for digit, weight in zip(digits, _OF_ORGANISATION, strict=True))
    check = -total % 11
    return digits + ("X" if check == 10 else str(check))  # noqa: PLR2004 - MOD 11 writes ten as X
