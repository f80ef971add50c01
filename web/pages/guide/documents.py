"""The two documents of a plan as HTML files that need nothing beside them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from web.pages.guide.view import PlanView
from web.pages.render import STATIC, text


class GuideDocument(StrEnum):
    """A document of a plan, by the name of its file."""

    SUMMARY = "招生方案"
    GUIDE = "报名指南"

    @property
    def template(self) -> str:
        """Its template."""
        return "guide/summary.html" if self is GuideDocument.SUMMARY else "guide/guide.html"


def html_of(document: GuideDocument, view: PlanView) -> str:
    """Render a document with its styles inside."""
    return text(document.template, document=document, view=view, plan=view.plan, style=_style())


@cache
def _style() -> str:
    return (STATIC / "guide.css").read_text(encoding="utf-8")
