"""See what is asked for, photograph it, look at it again, hand it in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from enrolment.model.papers.advice import WORDS
from enrolment.model.papers.page import PictureSize
from web.deps import DepsDep
from web.pages.papers.desk import PaperDesk, Visit
from web.pages.papers.refusals import TOLD
from web.pages.papers.uploads import read_uploads
from web.pages.render import page

COOKIE = "papers"
# As long as the link it came from; the link's own time is what counts.
_COOKIE_SECONDS = 12 * 3600
_SEE_OTHER = 303
_STEPS = {"up": -1, "down": 1}

router = APIRouter(prefix="/papers/{application_id}", include_in_schema=False)


def _desk(deps: DepsDep) -> PaperDesk:
    if deps.papers is None:
        raise HTTPException(404)
    return deps.papers


DeskDep = Annotated[PaperDesk, Depends(_desk)]


def _visit(application_id: str, request: Request, desk: DeskDep) -> Visit:
    return Visit(desk, application_id, desk.read_link(application_id, request.cookies.get(COOKIE, "")))


VisitDep = Annotated[Visit, Depends(_visit)]


@router.get("")
def show_papers(
    application_id: str, request: Request, desk: DeskDep, link: str = "", told: Annotated[str, Query()] = ""
) -> Response:
    """Let in who comes by a link, and show what is asked for."""
    if link:
        return _let_in(application_id, link, request, desk)
    visit = _visit(application_id, request, desk)
    return page(
        "papers/page.html",
        papers=visit.papers(),
        told=TOLD.get(told, ""),
        advice=WORDS,
        here=_address(visit),
    )


def _let_in(application_id: str, token: str, request: Request, desk: PaperDesk) -> Response:
    """Change the link for a cookie, so that it stays neither in the address nor in the history."""
    here = _address(Visit(desk, application_id, desk.read_link(application_id, token)))
    response = RedirectResponse(here, _SEE_OTHER)
    response.set_cookie(
        COOKIE,
        token,
        max_age=_COOKIE_SECONDS,
        path=here,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return response


@router.post("/pages/{document}")
async def take_pages(
    document: str, request: Request, visit: VisitDep, replaces: Annotated[str, Query(max_length=64)] = ""
) -> Response:
    """Take one form's files, one after the other."""
    for content in await read_uploads(request):
        await visit.add(document, content, replaces)
        replaces = ""
    return _back(visit, document)


@router.get("/pages/{page_id}.jpg")
def give_page(page_id: str, visit: VisitDep, size: PictureSize = PictureSize.FULL) -> Response:
    """Show a page to who gave it."""
    return Response(visit.show(page_id, size), media_type="image/jpeg")


@router.post("/pages/{document}/{page_id}/remove")
def remove_page(document: str, page_id: str, visit: VisitDep) -> Response:
    """Take a page away."""
    visit.remove(page_id)
    return _back(visit, document)


@router.post("/pages/{document}/{page_id}/{way}")
def move_page(document: str, page_id: str, way: str, visit: VisitDep) -> Response:
    """Move a page up or down."""
    if way not in _STEPS:
        raise HTTPException(404)
    visit.move(page_id, _STEPS[way])
    return _back(visit, document)


@router.post("/hand-in")
def hand_in(visit: VisitDep) -> Response:
    """Hand everything in."""
    visit.hand_in()
    return RedirectResponse(_address(visit), _SEE_OTHER)


def _address(visit: Visit) -> str:
    return f"/papers/{visit.application_id}"


def _back(visit: Visit, document: str) -> Response:
    return RedirectResponse(f"{_address(visit)}#{document}", _SEE_OTHER)
