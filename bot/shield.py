"""Takes personal data out of a message before the engine sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.messages import Finding
from bot.personal import citizen_id, search
from bot.personal.search import Found
from bot.ports import Vault


@dataclass(frozen=True, slots=True)
class Shielded:
    """A message without personal data, and what was taken out of it."""

    text: str
    findings: tuple[Finding, ...] = ()


async def shield(text: str, conversation_id: str, *, vault: Vault, today: date) -> Shielded:
    """Put every ID number, phone and certificate number into the vault and a mark in its place.

    Raises StorageUnavailable when the vault cannot keep them.
    """
    findings: list[Finding] = []
    parts: list[str] = []
    place = 0
    for found in search.find(text):
        reference = await vault.keep(conversation_id, found.kind, found.value)
        findings.append(_finding(found, reference, today))
        parts += [text[place : found.start], f"⟦{found.kind}⟧"]
        place = found.end
    return Shielded("".join([*parts, text[place:]]), tuple(findings))


def _finding(found: Found, reference: str, today: date) -> Finding:
    if found.kind != "citizen_id":
        return Finding(found.kind, reference)
    reading = citizen_id.read(found.value, today)
    born = reading.birth_date.isoformat() if reading.birth_date else None
    return Finding(found.kind, reference, reading.problem, born)


def masked(text: str) -> str:
    """The text with a mark in place of every ID number, phone and certificate number; nothing is kept."""
    parts: list[str] = []
    place = 0
    for found in search.find(text):
        parts += [text[place : found.start], f"⟦{found.kind}⟧"]
        place = found.end
    return "".join([*parts, text[place:]])
