"""What a conversation's answers say, and what they imply."""

from __future__ import annotations

import pytest

from enrolment.model.errors import BirthDateInvalid
from enrolment.model.establishing.statement import statement_from_answers, with_implied


def test_statement_has_every_fact_said_when_all_is_answered() -> None:
    """Slots become facts."""
    answers = {"birth_date": "2020-10", "hukou": "here", "home": "guardian", "county": "370102"}
    assert statement_from_answers(answers) == {
        "birth_date": "2020-10",
        "hukou_in_county": True,
        "home_in_county": True,
        "home_owner": "guardian",
    }


def test_statement_leaves_out_what_was_not_answered() -> None:
    """Silence says nothing."""
    assert statement_from_answers({"hukou": "elsewhere", "home": None}) == {"hukou_in_county": False}


def test_statement_is_refused_when_the_birth_date_does_not_exist() -> None:
    """The calendar decides."""
    with pytest.raises(BirthDateInvalid):
        statement_from_answers({"birth_date": "2020-13"})


@pytest.mark.parametrize(("home", "share"), [("guardian", 100), ("grandparent", 0), ("none", 0)])
def test_share_is_implied_when_the_owner_is_said(home: str, share: int) -> None:
    """Our own home is wholly ours until a record says otherwise."""
    implied = with_implied(statement_from_answers({"home": home}))
    assert implied["home_share"] == share


def test_said_words_win_when_they_differ_from_what_is_implied() -> None:
    """Nothing said is overwritten."""
    assert with_implied({"home_owner": "guardian", "home_share": 60})["home_share"] == 60
