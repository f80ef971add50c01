"""Guides made once per version of a plan and kept while they are asked for."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from enrolment.model.plan import Plan
from web.pages.guide.documents import GuideDocument, html_of
from web.pages.guide.pdf import pdf_of
from web.pages.guide.view import PlanView, view_of

_MOST: Final = 40
"""How many authorities' guides are kept, about 1 MB each; beyond, those not asked for longest are dropped."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide of one version of a plan, with the PDFs made so far."""

    plan: Plan
    view: PlanView
    _printed: dict[GuideDocument, bytes] = field(default_factory=dict)
    _printing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def pdf(self, document: GuideDocument, printer: Callable[[str], bytes]) -> bytes:
        """A document as PDF, printed in a thread by whoever asks first; raise PdfUnavailable."""
        async with self._printing:
            if document not in self._printed:
                html = html_of(document, self.view)
                self._printed[document] = await asyncio.to_thread(printer, html)
            return self._printed[document]


class GuideShelf:
    """The guides of the plans in force; a plan that was published anew gets a new one."""

    def __init__(self, printer: Callable[[str], bytes] = pdf_of, most: int = _MOST) -> None:
        self._printer = printer
        self._most = most
        self._guides: OrderedDict[str, Guide] = OrderedDict()

    def guide(self, plan: Plan, digest: Callable[[Plan], str]) -> Guide:
        """The guide of a plan; raise GuideUnfinished where a text of it cannot be published."""
        kept = self._guides.get(plan.county)
        if kept is None or kept.plan is not plan:
            kept = Guide(plan, view_of(plan, digest(plan)))
            self._guides[plan.county] = kept
        self._guides.move_to_end(plan.county)
        if len(self._guides) > self._most:
            self._guides.popitem(last=False)
        return kept

    async def pdf(self, guide: Guide, document: GuideDocument) -> bytes:
        """A document of a guide as PDF; raise PdfUnavailable."""
        return await guide.pdf(document, self._printer)
