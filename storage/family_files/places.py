"""Where something is: the name of a district or county, whatever plan it is held against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from storage.family_files.gb2260 import CITIES

_ELSEWHERE: Final = "外省"


@dataclass(frozen=True, slots=True)
class Place:
    """A district or county: its code, and what an address there begins with."""

    code: str
    name: str

    def address(self, rest: str) -> str:
        """An address there, as a register writes it."""
        return f"{self.name}{rest}"


def _known() -> dict[str, Place]:
    """Every place by its name with its city, and by its name alone where that is enough."""
    districts = [
        (city, each[2:], f"{code}{each[:2]}")
        for code, (city, names) in CITIES.items()
        for each in names.split()
    ]
    often = Counter(name for _, name, _ in districts)
    places = {_ELSEWHERE: Place("999999", _ELSEWHERE)}
    for city, name, code in districts:
        place = Place(code, f"山东省{city}{name}")
        places[f"{city}{name}"] = place
        if often[name] == 1:
            places[name] = place
    return places


_PLACES: Final = _known()


def _read(written: object) -> Place:
    if isinstance(written, str) and written in _PLACES:
        return _PLACES[written]
    like = get_close_matches(str(written), _PLACES, n=2)
    example = "、".join(like) or "历下区、济南市市中区、外省"
    raise PydanticCustomError(
        "place", "write a district or county of Shandong, or 外省: {example}", {"example": example}
    )


PlaceName = Annotated[Place, BeforeValidator(_read)]
