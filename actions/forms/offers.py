"""A category offered to a family whose words suggest it: how it is put, and how a reply is read."""

from __future__ import annotations

import re
from datetime import date

from actions.forms.fact_answers import SKIP, asks_back, read_answer
from enrolment.model.plan import FactKind
from enrolment.services.deciding.next_question import Offer

TAKE_IT_OR_NOT = (("是，按这一类报", "yes"), ("不是，不按这一类报", "no"))
_INTRODUCED = (
    "听您前面说的，您家可能是这种情况：{situation}。这样的孩子可以按“{category}”报名，{note}"
    "按这一类报，要补{papers}；不按这一类报，就不用补。\n依据：{clause}（{clause_title}）。\n"
)
_ASKED = "您家是这种情况、要按“{category}”这一类报名吗？"
# What bears the claim out, and what does not, sound like a no and a yes to whoever listens for those alone.
_NOT_YET = re.compile(r"没有?(?:交|分|下来|拿|盖|建|搬|住|给|到手|好)")
_HANDED_OVER = re.compile(r"(?:交|分|搬|住|拿|盖|下来)(?:了|到|进|好|完|给我)")
_WANTS = re.compile(r"^(?:我们?|就|那就?)?(?:要|按|想|愿意|行|可以|好)")
_NOTHING = re.compile(r"^没(?:有)?$")


def introduced(situation: str, offer: Offer) -> str:
    """Say what a yes means: the category, what it brings, its papers and its clause."""
    return _INTRODUCED.format(
        situation=situation,
        category=offer.category,
        note=offer.note,
        papers="、".join(offer.papers),
        clause=offer.clause,
        clause_title=offer.clause_title,
    )


def asked_of(offer: Offer) -> str:
    """Ask whether to apply so."""
    return _ASKED.format(category=offer.category)


def read_reply(text: str) -> bool | str | None:
    """Whether the offer is taken; SKIP where the guardian cannot say, None where it is unclear.

    A home not handed over yet bears the claim out, one handed over does not; a bare "没有" may mean either.
    """
    plain = re.sub(r"[\s,，。、!！~…]+", "", text)
    if asks_back(plain.removesuffix("呢")):
        return None
    if _NOT_YET.search(plain):
        return True
    if _HANDED_OVER.search(plain):
        return False
    if _NOTHING.match(plain):
        return None
    if _WANTS.match(plain):
        return True
    read = read_answer(text, FactKind.YES_NO, (), date.min)
    return read if isinstance(read, bool) else SKIP if read == SKIP else None
