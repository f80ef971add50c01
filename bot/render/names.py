"""Names as a chat may show them: a child's masked, a guardian's as a form of address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrolment.model.people import Child, Person

_TOKEN = re.compile(r"⟦(?P<kind>[a-z_]+)(?::(?P<ref>[^⟧]*))?⟧")
_TWO_CHARACTER_SURNAMES = frozenset(
    {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "令狐"}
)
_SEX_DIGIT = 16
_LONG_NAME = 3
SOME_CHILD = "孩子"
SOME_GUARDIAN = "家长"
_TAKEN_OUT = {
    "citizen_id": "您发来的证件号码",
    "phone": "您发来的电话号码",
    "certificate": "您发来的证书编号",
}


def has_tokens(text: str) -> bool:
    """Whether a text refers to somebody."""
    return "⟦" in text


def masked(child: Child, household: Sequence[Child]) -> str:
    """A child's name with all but its end hidden, and as much shown as tells the children apart."""
    name = child.person.name
    others = [other.person.name for other in household if other.id != child.id]
    for shown in range(1, len(name)):
        if not any(other.endswith(name[-shown:]) for other in others):
            return f"*{name[-shown:]}"
    return f"*{name[-1:]}"


def addressed(person: Person) -> str:
    """How to address a guardian: surname with 女士 or 先生 (17th digit of the ID number, GB 11643)."""
    name = person.name
    long_surname = len(name) >= _LONG_NAME and name[:2] in _TWO_CHARACTER_SURNAMES
    surname = name[:2] if long_surname else name[:1]
    return surname + ("先生" if int(person.id_number[_SEX_DIGIT]) % 2 else "女士")


def with_names(text: str, guardian: Person | None, children: Sequence[Child]) -> str:
    """Put names where a text refers to people; nothing of a reference is left behind."""

    def name_of(token: re.Match[str]) -> str:
        if token["kind"] == "guardian":
            return addressed(guardian) if guardian else SOME_GUARDIAN
        if token["kind"] == "child":
            found = next((child for child in children if child.id == token["ref"]), None)
            return masked(found, children) if found else SOME_CHILD
        return _TAKEN_OUT.get(token["kind"], "")

    return _TOKEN.sub(name_of, text)
