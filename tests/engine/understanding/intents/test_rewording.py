"""An example reworded wants what it wanted, and another run rewords it alike."""

import random

from ruxue_engine.understanding.intents.rewording import reworded

LINE = "孩子户口在历下，没有房产证，怎么报名？"


def variants(text: str, seed: int = 0, number: int = 200) -> list[str]:
    """A message reworded again and again."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [reworded(text, chance) for _ in range(number)]


def test_message_is_reworded_in_many_ways_when_it_is_long_enough() -> None:
    """Hardly two alike."""
    assert len(set(variants(LINE))) > 100


def test_rewording_is_the_same_when_chance_is() -> None:
    """So that the same examples give the same model."""
    assert variants(LINE) == variants(LINE)


def test_short_message_stays_when_it_is_a_word_or_two() -> None:
    """A slip would make it another."""
    assert set(variants("要户口本")) == {"要户口本"}


def test_most_characters_stay_when_a_message_is_reworded() -> None:
    """At most three slip, and a word or two becomes an everyday one."""
    for variant in variants("居住证要满多久才能给娃办入学", number=500):
        assert len(set("居住证要满多久才能给娃办入学") - set(variant)) <= 6


def test_punctuation_goes_when_chance_will_have_it() -> None:
    """As dictation leaves it out."""
    shares = [not any(sign in variant for sign in "，。？,") for variant in variants(LINE)]

    assert 0.2 < sum(shares) / len(shares) < 0.8
