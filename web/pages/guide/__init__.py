"""An admission plan as guardians read it: the summary (招生方案) and the guide (报名指南)."""

from web.pages.guide.documents import GuideDocument, html_of
from web.pages.guide.pdf import PdfUnavailable, pdf_of
from web.pages.guide.texts import GuideUnfinished
from web.pages.guide.view import PlanView, view_of

__all__ = [
    "GuideDocument",
    "GuideUnfinished",
    "PdfUnavailable",
    "PlanView",
    "html_of",
    "pdf_of",
    "view_of",
]
