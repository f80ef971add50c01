"""ID numbers made up for tests, with check digits computed here and not by what is tested."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
REGIONS = ("370102", "110101", "371502", "410105", "810000", "830000")


def with_check_digit(first: str) -> str:
    """Add the check digit of GB 11643 to the first 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


def number(born: date = date(2020, 10, 15), region: str = "370102", order: int = 123) -> str:
    """A valid number."""
    return with_check_digit(f"{region}{born:%Y%m%d}{order:03d}")


def wrong(valid: str) -> str:
    """The same number with another check digit."""
    return valid[:-1] + ("0" if valid[-1] != "0" else "1")


numbers = st.builds(
    number,
    st.dates(date(1930, 1, 1), date(2027, 6, 1)),
    st.sampled_from(REGIONS),
    st.integers(0, 999),
)
phones = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@st.composite
def written(draw: st.DrawFn, plain: st.SearchStrategy[str]) -> tuple[str, str]:
    """Something as written by a person: full-width here, spaced there; with its plain form."""
    value = draw(plain)
    wide = draw(st.booleans())
    gap = draw(st.sampled_from(["", " ", "-", "　", " - ", "."]))
    steps = draw(st.sampled_from([(6, 8, 4), (3, 4, 4, 4, 3), (6, 4, 4, 4), (4, 4, 4, 4, 2), (18,)]))
    shown = value.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789X"}) if wide else value
    shown = shown.replace("X", draw(st.sampled_from(["X", "x"])))
    parts, place = [], 0
    for step in steps:
        parts.append(shown[place : place + step])
        place += step
    return gap.join(part for part in [*parts, shown[place:]] if part), value
