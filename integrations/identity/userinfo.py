"""From the user info answer to a verified identity."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date

from enrolment.model.errors import SignInRefused
from enrolment.model.people import Person, VerifiedIdentity
from integrations import id_numbers
from integrations.identity.config import UserInfoFields
from integrations.identity.errors import AnswerMalformed

_log = logging.getLogger(__name__)

_LONGEST_NAME = 50
_LARGEST_FAMILY = 50


def read_identity(answer: Mapping[str, object], fields: UserInfoFields, *, today: date) -> VerifiedIdentity:
    """Say who signed in, with the minors of the family.

    Raises SignInRefused for virtual accounts, accounts without a verified real name and accounts of
    minors; AnswerMalformed for anything not as agreed.
    """
    if not _flag(answer, fields.verified):
        raise SignInRefused("the account's real name is not verified")
    if fields.virtual is not None and _flag(answer, fields.virtual):
        raise SignInRefused("the account is virtual")
    name = _name(answer.get(fields.name))
    if name is None:
        raise AnswerMalformed(f"field {fields.name} of the user info is not a name")
    number = _number(answer.get(fields.id_number), today)
    if number is None:
        raise AnswerMalformed(f"field {fields.id_number} of the user info is not an ID number")
    if id_numbers.is_minor(number, today=today):
        raise SignInRefused("the account is a minor's; a guardian has to sign in")
    return VerifiedIdentity(Person(name, number), _children(answer, fields, guardian=number, today=today))


def _children(
    answer: Mapping[str, object], fields: UserInfoFields, *, guardian: str, today: date
) -> tuple[Person, ...]:
    # a guardian may agree to be named and still keep the family back
    family = answer.get(fields.family, [])
    if not isinstance(family, list) or len(family) > _LARGEST_FAMILY:
        raise AnswerMalformed(f"field {fields.family} of the user info is not a list of people")
    children: dict[str, Person] = {}
    unreadable = grown_up = 0
    for member in family:
        if not isinstance(member, dict):
            unreadable += 1
            continue
        if member.get(fields.member_relation) not in fields.child_relations:
            continue
        name = _name(member.get(fields.member_name))
        number = _number(member.get(fields.member_id_number), today)
        if name is None or number is None or number == guardian:
            unreadable += 1
        elif not id_numbers.is_minor(number, today=today):
            grown_up += 1
        else:
            children.setdefault(number, Person(name, number))
    if unreadable or grown_up:
        _log.warning(
            "event=family_left_out part=identity: %d unreadable, %d no longer minors", unreadable, grown_up
        )
    return tuple(children.values())


def _flag(answer: Mapping[str, object], name: str) -> bool:
    value = answer.get(name)
    if not isinstance(value, bool):
        raise AnswerMalformed(f"field {name} of the user info is neither true nor false")
    return value


def _name(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    name = value.strip()
    return name if name and len(name) <= _LONGEST_NAME and name.isprintable() else None


def _number(value: object, today: date) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        return id_numbers.read_id_number(value, today=today)
    except id_numbers.IdNumberInvalid:
        return None
