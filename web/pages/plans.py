"""The public pages of the plans in force: who is served, and each plan with its guide."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import structlog
from fastapi import APIRouter, HTTPException, Response

from web.deps import Deps, DepsDep
from web.pages.guide import GuideDocument, GuideUnfinished, PdfUnavailable
from web.pages.guide.shelf import Guide
from web.pages.render import page

log = structlog.get_logger()

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Download:
    """A document to take away."""

    name: str
    address: str


@router.get("/plans")
def list_plans(deps: DepsDep) -> Response:
    """List the authorities whose plans are in force."""
    plans = deps.served()
    return page("guide/list.html", plans=plans, demonstration=any(plan.demonstration for plan in plans))


@router.get("/plans/{county}")
async def show_plan(county: str, deps: DepsDep) -> Response:
    """Show a plan with its guide on one page."""
    guide = _guide(county, deps)
    documents = [Download(each, f"/plans/{county}/{quote(each)}.pdf") for each in GuideDocument]
    return page("guide/page.html", view=guide.view, plan=guide.plan, documents=documents)


@router.get("/plans/{county}/{name}.pdf")
async def give_pdf(county: str, name: str, deps: DepsDep) -> Response:
    """Give a document as PDF; where none can be made, the page says all the same."""
    guide = _guide(county, deps)
    document = next((each for each in GuideDocument if each == name), None)
    if document is None:
        raise HTTPException(404)
    try:
        printed = await deps.guides.pdf(guide, document)
    except PdfUnavailable as reason:
        log.warning("pdf_unavailable", reason=str(reason))
        return page("guide/no_pdf.html", 503, view=guide.view, document=document)
    file = quote(f"{guide.view.title}{document}.pdf")
    return Response(
        printed,
        media_type="application/pdf",
        headers={"content-disposition": f"inline; filename*=UTF-8''{file}"},
    )


def _guide(county: str, deps: Deps) -> Guide:
    plan = next((plan for plan in deps.served() if plan.county == county), None)
    if plan is None:
        raise HTTPException(404)
    try:
        return deps.guides.guide(plan, deps.plan_digest)
    except GuideUnfinished as reason:
        log.error("guide_unfinished", reason=str(reason))  # noqa: TRY400 - the reason says it all
        raise HTTPException(503) from None
