"""The frozen sets of understanding are whole, well formed and not in the training data."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from settings import ROOT
from storage.plan_files import load

_ROOM = Path(__file__).parent
_TOPICS = frozenset(re.findall(r"^\| `(\w+)`", (ROOT / "docs/topics.md").read_text(), re.MULTILINE))
_TABLE = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", (ROOT / "docs/told-facts.md").read_text(), re.MULTILINE)
_FACTS = frozenset(name for row in _TABLE for name in re.findall(r"\w+", row))
_COUNTIES = frozenset({"370102", "370602", "370213"})
_CASE_SETS = {
    "cases.jsonl": (300, 30, 1),
    "cases_practice.jsonl": (200, 24, 8),
    "cases_practice_2.jsonl": (237, 23, 6),
    "cases_fresh.jsonl": (300, 36, 8),
    "cases_practice_3.jsonl": (236, 26, 7),
    "cases_practice_4.jsonl": (217, 24, 7),
    "cases_practice_5.jsonl": (259, 27, 8),
    "cases_practice_6.jsonl": (159, 20, 3),
    "cases_practice_7.jsonl": (179, 22, 4),
}
_TOPIC_SETS = ("validation.jsonl", "validation_fresh.jsonl")
_ANSWER_SET = "retrieval_fresh.jsonl"
_ANSWER_PRACTICE = "retrieval_practice.jsonl"
# Articles that the fresh answer set asks nothing for: the last resort, and those written after it was frozen.
_NOT_ASKED = {
    "other_topic",
    "resettlement",
    "public_housing",
    "home_registered_to",
    "points_entry",
    "the_rules",
}
_BIRTH = re.compile(r"\d{4}(-\d\d){0,2}|-\d\d-\d\d")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_WHOLE = re.compile(r"[1-9]\d*")
_CHOICES = {
    "stage": {"primary", "junior"},
    "county": _COUNTIES,
    "hukou": {"here", "elsewhere", "none"} | _COUNTIES,
    "hukou_with": {"guardian", "grandparent", "relative", "collective"},
    "home_kind": {
        "residential",
        "commercial",
        "self_built",
        "small_property",
        "resettlement",
        "public_housing",
    },
    "home_paper": {"deed", "contract", "none"},
    "work": {"employed", "business", "none"},
    "sibling": {"yes", "twins"},
    "parents": {"married", "divorced", "remarried", "widowed", "single"},
    "custody": {"mother", "father", "other"},
    "preferential": {"military", "martyr", "police", "fire", "talent", "medical", "other"},
    "hmt": {"hongkong", "macau", "taiwan"},
    "foreign": {"yes"},
    "special_needs": {"yes"},
} | {name: {"yes", "no"} for name in ("renting", "lease_filed", "permit", "insurance", "licence")}


def test_topics_are_all_measured_when_the_validation_set_is_read() -> None:
    """Each of the 33 labels has its lines, those in scope at least fourteen, out of scope a fifth of all."""
    counts = Counter(line["topic"] for line in _lines("validation.jsonl"))
    assert counts.keys() == _TOPICS
    assert len(_TOPICS) == 33
    assert min(counts.values()) >= 14
    assert counts["out_of_scope"] >= 130
    assert counts.total() >= 640


def test_messages_are_as_short_and_long_as_guardians_write_when_the_validation_set_is_read() -> None:
    """A quarter in scope is a few words, a quarter tells a case."""
    lengths = sorted(
        len(line["text"]) for line in _lines("validation.jsonl") if line["topic"] != "out_of_scope"
    )
    assert lengths[len(lengths) // 4] <= 10
    assert lengths[3 * len(lengths) // 4] >= 28


def test_topics_are_all_measured_when_the_fresh_validation_set_is_read() -> None:
    """Each of the 33 labels has its lines, a topic nine to eleven, in messages of 8 to 80 characters."""
    lines = _lines("validation_fresh.jsonl")
    counts = Counter(line["topic"] for line in lines)
    assert counts.keys() == _TOPICS
    assert counts.total() == 400
    assert counts.pop("out_of_scope") == 70
    assert counts.pop("other_in_scope") == 12
    assert 9 <= min(counts.values()) <= max(counts.values()) <= 11
    assert all(line.keys() == {"text", "topic"} and 8 <= len(line["text"]) <= 80 for line in lines)


@pytest.mark.parametrize("name", _CASE_SETS)
def test_facts_are_all_measured_when_the_cases_are_read(name: str) -> None:
    """Every fact of docs/told-facts.md occurs often enough, and about a tenth of the messages tell none."""
    lines, silent, times = _CASE_SETS[name]
    cases = _lines(name)
    counts = Counter(fact for case in cases for fact in case["facts"])
    assert counts.keys() == _FACTS
    assert min(counts.values()) >= times
    assert sum(not case["facts"] for case in cases) >= silent
    assert len(cases) >= lines


@pytest.mark.parametrize("name", _CASE_SETS)
def test_values_have_their_shape_when_the_cases_are_read(name: str) -> None:
    """A value is one of its choices, a real date, a whole number or an age, as told on one day."""
    cases = _lines(name)
    assert {case["today"] for case in cases} == {"2027-06-10"}
    wrong = [(case["text"], fact) for case in cases for fact in case["facts"].items() if not _fits(*fact)]
    assert wrong == []


@pytest.mark.parametrize("name", _CASE_SETS)
def test_yes_is_told_when_a_case_tells_since_or_how_long(name: str) -> None:
    """What has lasted is held: a `_since` or `_months` never stands without its `yes`."""
    holders = {"permit": "permit", "insurance": "insurance", "licence": "licence", "lease": "renting"}
    for case in _lines(name):
        for start, holder in holders.items():
            if {f"{start}_since", f"{start}_months"} & case["facts"].keys():
                assert case["facts"].get(holder) == "yes", case["text"]


@pytest.mark.parametrize("name", [name for name in _CASE_SETS if name != "cases.jsonl"])
def test_school_and_lease_hold_when_a_case_tells_them(name: str) -> None:
    """The name of a school is a piece of the message, and a filed or refused lease is a lease."""
    for case in _lines(name):
        assert case["facts"].get("school", "") in case["text"]
        assert "lease_filed" not in case["facts"] or case["facts"].get("renting") == "yes", case["text"]


def test_articles_are_all_asked_for_when_the_fresh_answer_set_is_read() -> None:
    """Each article of its time at least twice, the counties evenly, under plans that have it."""
    lines = _lines(_ANSWER_SET)
    plans = {county: load(ROOT / "plans" / county / "2027.yml").plan for county in sorted(_COUNTIES)}
    there = {(county, key) for county, plan in plans.items() for key in plan.articles}
    assert all(line.keys() == {"authority", "text", "article"} for line in lines)
    assert [line for line in lines if (line["authority"], line["article"]) not in there] == []
    counts = Counter(line["article"] for line in lines)
    assert counts.keys() == {key for _, key in there} - _NOT_ASKED
    assert min(counts.values()) >= 2
    assert set(Counter(line["authority"] for line in lines).values()) <= {66, 67}
    assert all(6 <= len(line["text"]) <= 60 for line in lines)
    assert counts.total() == 200


def test_every_authority_is_asked_when_the_practice_answer_set_is_read() -> None:
    """Each of the five at least ten times, under plans that have the articles."""
    lines = _lines(_ANSWER_PRACTICE)
    counts = Counter(line["authority"] for line in lines)
    plans = {county: load(ROOT / "plans" / county / "2027.yml").plan for county in counts}
    assert len(counts) == 5
    assert min(counts.values()) >= 10
    assert [line for line in lines if line["article"] not in plans[line["authority"]].articles] == []
    assert counts.total() >= 150


@pytest.mark.parametrize("name", [_ANSWER_SET, _ANSWER_PRACTICE])
def test_questions_are_new_when_an_answer_set_is_compared_with_the_articles(name: str) -> None:
    """No question stands in an `asked` list of a plan or in the earlier answer set."""
    asked = {_bare(text) for text in _asked()}
    earlier = {_bare(line["text"]) for line in _lines("retrieval.jsonl")}
    assert asked
    assert [line["text"] for line in _lines(name) if _bare(line["text"]) in asked | earlier] == []


@pytest.mark.parametrize("name", [*_TOPIC_SETS, *_CASE_SETS, _ANSWER_SET, _ANSWER_PRACTICE])
def test_lines_are_new_when_compared_with_each_other_and_the_training_data(name: str) -> None:
    """No message stands twice or among the training examples, punctuation aside."""
    texts = [_bare(line["text"]) for line in _lines(name)]
    assert [text for text, count in Counter(texts).items() if count > 1] == []
    assert sorted(set(texts) & _training()) == []


def test_sets_share_no_line_when_compared() -> None:
    """A message of one set is in none of the others."""
    counts = Counter(
        text
        for name in [*_TOPIC_SETS, *_CASE_SETS, _ANSWER_SET, _ANSWER_PRACTICE]
        for text in {_bare(line["text"]) for line in _lines(name)}
    )
    assert [text for text, count in counts.items() if count > 1] == []


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_ROOM / name).read_text().splitlines()]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _asked() -> list[str]:
    plans = [yaml.safe_load(path.read_text()) for path in sorted((ROOT / "plans").glob("*/2027.yml"))]
    articles = [article for plan in plans for article in plan.get("articles", {}).values() if article]
    return [text for article in articles for text in article.get("asked", ())]


def _training() -> set[str]:
    items = [
        item
        for path in sorted((ROOT / "data/nlu").rglob("*.yml"))
        for item in yaml.safe_load(path.read_text())["nlu"]
    ]
    examples = [example for item in items if "intent" in item for example in item["examples"].splitlines()]
    assert examples
    return {
        _bare(re.sub(r"\[([^\]]+)\][({][^)}]*[)}]", r"\1", example.removeprefix("- ")))
        for example in examples
    }


def _fits(name: str, value: str) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "home":
        whose, _, county = value.partition("@")
        return whose in {"guardian", "grandparent", "relative", "none"} and (
            not county or county in _COUNTIES
        )
    if name == "birth_date" or name.endswith("_since"):
        pattern = _BIRTH if name == "birth_date" else _DATE
        return bool(pattern.fullmatch(value)) and _exists(value)
    if name == "age":
        return 3 <= float(value) <= 16
    return name == "school" or bool(_WHOLE.fullmatch(value))


def _exists(value: str) -> bool:
    whole = f"2020{value}" if value.startswith("-") else value + "-01" * (2 - value.count("-"))
    return date.fromisoformat(whole) <= date(2027, 6, 10)
