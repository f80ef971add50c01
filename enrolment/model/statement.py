"""What a guardian said, as facts: from the answers of a conversation, with what those answers imply."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.birth_date import BirthDate
from enrolment.model.facts import FactValue

RESIDENTIAL = "住宅"
_WHOLE = 100


def statement_from_answers(answers: Mapping[str, str | None]) -> dict[str, FactValue]:
    """Turn a conversation's answers into declared facts; answers not given are left out.

    `birth_date` is written like 2020-10-15 or 2020-10, `hukou` is here or elsewhere, `home` is guardian,
    grandparent or none. Raises BirthDateInvalid.
    """
    said: dict[str, FactValue] = {}
    if birth_date := answers.get("birth_date"):
        said["birth_date"] = str(BirthDate.parse(birth_date))
    if hukou := answers.get("hukou"):
        said["hukou_in_county"] = hukou == "here"
    if home := answers.get("home"):
        said["home_in_county"] = home != "none"
        said["home_owner"] = home
    return said


def with_implied(said: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Add what a statement implies without saying it: used for provisional answers, never as evidence.

    Whoever files says that the child is theirs; "our own home" means a dwelling that is wholly ours.
    """
    implied: dict[str, FactValue] = {"guardian_of_child": True}
    if "home_owner" in said:
        owned = said["home_owner"] == "guardian"
        implied["home_share"] = _WHOLE if owned else 0
        if said.get("home_in_county"):
            implied["home_use"] = RESIDENTIAL
    return implied | dict(said)
