"""How a refusal is told: to a script as JSON, to a form on the page it came from, else on its own page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

import structlog
from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from enrolment.model.errors import CaseNotFound, NotSignedIn
from enrolment.model.papers import refusals
from enrolment.model.papers.refusals import PageUnknown, PaperLinkRefused, PaperRefused, PapersUnavailable
from web.channels.replies import json_response
from web.pages.render import page

log = structlog.get_logger()

UNAVAILABLE = "现在存不了照片，请您过几分钟再试。已经传好的都在。"
TOLD: Mapping[str, str] = {
    "PapersUnavailable": UNAVAILABLE,
    **{
        name: refusal.words
        for name, refusal in vars(refusals).items()
        if isinstance(refusal, type) and issubclass(refusal, PaperRefused)
    },
}
"""What the page says after a form was refused, by the refusal's name."""
REFUSALS = (PaperRefused, PapersUnavailable, CaseNotFound, NotSignedIn)

_NO_ENTRY = (PaperLinkRefused, CaseNotFound, NotSignedIn)
_SEE_OTHER = 303


async def tell_refusal(request: Request, error: Exception) -> Response:
    """Answer a refusal of the papers' pages."""
    name = type(error).__name__
    application_id = request.path_params.get("application_id", "")
    log.info("papers_refused", application=application_id[:64], refusal=name)
    no_entry = isinstance(error, _NO_ENTRY)
    words = PaperLinkRefused.words if no_entry else TOLD.get(name, UNAVAILABLE)
    status = _status(error)
    if "application/json" in request.headers.get("accept", ""):
        return json_response({"error": name, "words": words}, status)
    if request.method == "POST" and not no_entry:
        return RedirectResponse(f"/papers/{quote(application_id)}?told={name}", _SEE_OTHER)
    return page("papers/closed.html", status, words=words, no_entry=no_entry)


def _status(error: Exception) -> int:
    if isinstance(error, _NO_ENTRY):
        return 403
    if isinstance(error, PapersUnavailable):
        return 503
    return 404 if isinstance(error, PageUnknown) else 400
