"""Each fact as people say it: the tables of phrases/, one a subject, one line a phrasing.

A table judges the facts it names alone: what else a line tells is another table's.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.reading import facts_told
from ruxue_engine.understanding.text import narrowed

TODAY = date(2027, 6, 10)
COUNTIES = (("济南", "历下", "370102"), ("烟台", "芝罘", "370602"), ("青岛", "李沧", "370213"))
# As the conversation names them: with and without their city; a city alone may mean a county not served.
NAMES = {
    f"{before}{name}{of}": code
    for city, name, code in COUNTIES
    for before in ("", city, f"{city}市")
    for of in ("", "区")
} | {city: f"{code}|" for city, _, code in COUNTIES}
TABLES = sorted(Path(__file__).with_name("phrases").glob("*.yml"))


class Phrase(NamedTuple):
    """What is said, which facts are judged, and what is told of them."""

    table: str
    says: str
    judged: frozenset[str]
    tells: dict[str, str]


def phrases() -> list[Phrase]:
    """Every line of every table."""
    found: list[Phrase] = []
    for path in TABLES:
        table = yaml.safe_load(path.read_text("utf-8"))
        judged = frozenset(table["facts"])
        found += [
            Phrase(path.stem, says, judged, {name: str(value) for name, value in tells.items()})
            for line in table["tells"]
            for says, tells in line.items()
        ]
        found += [Phrase(path.stem, says, judged, {}) for says in table["silent"]]
    return found


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: f"{phrase.table}: {phrase.says[:24]}")
def test_fact_is_told_as_an_official_reads_it_when_people_say_it_their_way(phrase: Phrase) -> None:
    """Exactly what the table says, and nothing where it says nothing."""
    said = narrowed(phrase.says)
    served = [{"code": code, "name": name} for name, code in NAMES.items() if name in said]
    told = facts_told(phrase.says, TODAY, Places(served))

    assert {name: told[name] for name in sorted(phrase.judged & told.keys())} == phrase.tells
