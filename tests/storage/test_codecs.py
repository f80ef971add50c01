"""Statements, facts, outcomes and replies as text and back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Card, Choice, Link, Outbound, Row
from enrolment.model.decision import CategoryDecision, Outcome, Reason, RuledOut, SchoolMatch
from enrolment.model.facts import Answer, Evidence, Fact, FactValue
from storage.codecs.facts import dump_declared, dump_facts, load_declared, load_facts
from storage.codecs.messages import dump_choices, dump_replies, load_choices, load_replies
from storage.codecs.outcome import dump_outcome, load_outcome

WORDS = st.text(max_size=12)
ZONES = st.sampled_from([timezone(timedelta(hours=8)), timezone.utc])  # noqa: UP017 - as a plain timezone, like the other
MOMENTS = st.datetimes(timezones=ZONES)
VALUES = cast("st.SearchStrategy[FactValue]", st.one_of(st.booleans(), st.integers(), WORDS, st.dates()))
EVIDENCE = st.builds(Evidence, WORDS, WORDS, WORDS, MOMENTS, WORDS)
FACTS = st.builds(Fact, WORDS, st.sampled_from(Answer), st.none() | VALUES, st.none() | EVIDENCE)
SOME_WORDS = st.lists(WORDS, max_size=3).map(tuple)
REASONS = st.builds(
    Reason,
    WORDS,
    WORDS,
    st.sampled_from(Answer),
    st.booleans(),
    WORDS,
    WORDS,
    st.none() | MOMENTS,
    wanted=WORDS,
    found=WORDS,
    lines=SOME_WORDS,
)
RULED_OUT = st.builds(RuledOut, WORDS, WORDS, st.lists(REASONS, max_size=2).map(tuple))
DECISIONS = st.builds(
    CategoryDecision,
    category=st.none() | WORDS,
    title=WORDS,
    clause=WORDS,
    provisional=st.booleans(),
    reasons=st.lists(REASONS, max_size=3).map(tuple),
    deciding_facts=SOME_WORDS,
    on=st.dates(),
    also=SOME_WORDS,
    ruled_out=st.lists(RULED_OUT, max_size=2).map(tuple),
    plan_version=WORDS,
)
OUTCOMES = st.builds(
    Outcome,
    DECISIONS,
    st.builds(SchoolMatch, st.none() | WORDS, WORDS, SOME_WORDS, WORDS),
    SOME_WORDS,
    st.dictionaries(WORDS, WORDS, max_size=3),
)
CHOICES = st.builds(Choice, WORDS, WORDS)
CARDS = st.builds(
    Card, WORDS, WORDS, st.lists(st.builds(Row, WORDS, WORDS, WORDS), max_size=3).map(tuple), WORDS
)
REPLIES = st.builds(
    Outbound,
    WORDS,
    st.lists(CHOICES, max_size=3).map(tuple),
    st.none() | CARDS,
    st.none() | st.builds(Link, WORDS, WORDS),
)


def kinds(values: dict[str, FactValue]) -> dict[str, type]:
    """The type of each value: True equals 1, and must not become it."""
    return {name: type(value) for name, value in values.items()}


@given(st.dictionaries(WORDS, VALUES))
def test_declared_statements_come_back_with_their_types(declared: dict[str, FactValue]) -> None:
    """A yes stays a yes, a day a day, a number a number, words words."""
    loaded = load_declared(dump_declared(declared))
    assert loaded == declared
    assert kinds(loaded) == kinds(declared)


@given(st.dictionaries(WORDS, FACTS, max_size=4))
def test_facts_come_back_with_answer_value_and_evidence(facts: dict[str, Fact]) -> None:
    """Nothing of a fact is lost, whichever of the five answers it has."""
    assert load_facts(dump_facts(facts)) == facts


@given(OUTCOMES)
def test_outcome_comes_back_whole(outcome: Outcome) -> None:
    """Decided or undecided, with every reason and its moment."""
    assert load_outcome(dump_outcome(outcome)) == outcome


def test_outcome_is_read_when_an_earlier_version_stored_it() -> None:
    """A case decided before reasons said what was wanted still loads; what it does not say is empty."""
    stored = (
        '{"decision": {"category": "a", "title": "甲", "clause": "1", "provisional": false, "reasons": '
        '[{"fact": "f", "title": "t", "answer": "confirmed", "holds": true, "clause": "1", "source": "s", '
        '"obtained_at": null}], "deciding_facts": [], "on": "2027-06-10"}, "school": {"school": "p01", '
        '"reason": "r", "candidates": []}, "documents": [], "pending": {}}'
    )
    decision = load_outcome(stored).decision
    assert (decision.category, decision.also, decision.ruled_out, decision.plan_version) == ("a", (), (), "")
    assert (decision.reasons[0].wanted, decision.reasons[0].found, decision.reasons[0].lines) == ("", "", ())


@given(MOMENTS)
def test_moment_keeps_its_offset_when_it_goes_through_text(moment: datetime) -> None:
    """An evidence's moment reads as it was written, offset included."""
    fact = Fact("f", Answer.CONFIRMED, True, Evidence("i", "d", "g", moment, "x"))  # noqa: FBT003 - a fact's value
    evidence = load_facts(dump_facts({"f": fact}))["f"].evidence
    assert evidence is not None
    assert evidence.obtained_at.isoformat() == moment.isoformat()


@given(st.lists(REPLIES, max_size=3), st.lists(CHOICES, max_size=4))
def test_replies_and_choices_come_back_whole(replies: list[Outbound], choices: list[Choice]) -> None:
    """A replayed answer is the answer that was given."""
    assert load_replies(dump_replies(replies)) == tuple(replies)
    assert load_choices(dump_choices(choices)) == tuple(choices)
