"""Reads messages from lines of JSON: how the extraction of facts is measured without a model."""

import json
import time
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ruxue_engine.understanding.facts import facts_in
from ruxue_engine.understanding.places import ANY_OF, ELSEWHERE, Places, named_in
from ruxue_engine.understanding.told.names import FACTS

_A_CASE = frozenset(FACTS)


def read_lines(lines: Iterable[str]) -> Iterator[str]:
    """Answer `{"text", "today", "counties"}` with `{"facts", "ms"}`, line by line."""
    for line in lines:
        asked: dict[str, Any] = json.loads(line)
        began = time.perf_counter()
        facts = facts_told(asked["text"], date.fromisoformat(asked["today"]), named_in(asked))
        milliseconds = (time.perf_counter() - began) * 1000
        yield json.dumps({"facts": facts, "ms": milliseconds}, ensure_ascii=False)


def facts_told(text: str, today: date, places: Places) -> dict[str, str]:
    """The facts a message tells by itself (docs/told-facts.md).

    What they imply is left out, and a place that may mean several counties or none that is served.
    """
    return {
        each.entity: each.value
        for each in facts_in(text, today, (), places)
        if each.entity in _A_CASE
        and not each.implied
        and not each.value.endswith(ANY_OF)
        and (each.entity, each.value) != ("county", ELSEWHERE)
    }
