"""See what was agreed to, change it, take everything along, or have it deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from bot.ports import StorageUnavailable
from bot.render.names import masked
from enrolment.model.errors import CaseNotFound, ConsentTextOutdated, EnrolmentError, LinkRefused, NotSignedIn
from enrolment.services.guardians.erase_data import KEPT_BECAUSE
from web.channels.replies import json_response
from web.deps import Deps, DepsDep
from web.pages.consents.desk import Visit
from web.pages.linked import closed, read_form
from web.pages.render import page
from web.pages.telling import tell

log = structlog.get_logger()

_SEE_OTHER = 303
_TOLD = {
    "withdrawn": "已经撤回：不再查了，查到的内容也删掉了。要不要补材料，聊天里会告诉您。",
    "granted": "已经记下您的同意。我们会重新核对，结果在聊天里告诉您。",
    "outdated": "授权的说明刚刚更新过，请您看一看下面的内容，再点一次。",
    "refused": "这一步没有办成，请您再试一次。",
}

Link = Annotated[str, Query(description="the signed link the guardian was given")]

router = APIRouter(prefix="/consents", include_in_schema=False)


@router.get("")
async def show_matrix(deps: DepsDep, link: Link = "", told: str = "") -> Response:
    """Show every data item of every child, with its state."""
    try:
        visit = _visit(deps, link)
        children = await run_in_threadpool(visit.consents)
    except (EnrolmentError, StorageUnavailable) as refusal:
        return _closed(refusal)
    household = [each.child for each in children]
    return page(
        "consents/matrix.html",
        children=[(masked(each.child, household), each) for each in children],
        link=link,
        told=_TOLD.get(told, ""),
        access_link=deps.access_link(visit.conversation_id),
        demonstration=deps.demonstration,
    )


@router.post("/withdraw")
async def withdraw(request: Request, deps: DepsDep) -> Response:
    """Take one consent back, or all of a child's; the conversation is told."""
    form = await read_form(request)
    return await _change(deps, form, "withdrawn")


@router.post("/grant")
async def grant(request: Request, deps: DepsDep) -> Response:
    """Agree to one data item under the wording shown."""
    form = await read_form(request)
    return await _change(deps, form, "granted")


@router.get("/export.json")
async def export_json(deps: DepsDep, link: Link = "") -> Response:
    """Give everything kept, for a machine to read."""
    try:
        data = await run_in_threadpool(_visit(deps, link).export)
    except (EnrolmentError, StorageUnavailable) as refusal:
        return _closed(refusal)
    response = json_response(data)
    response.headers["content-disposition"] = 'attachment; filename="ruxue-export.json"'
    return response


@router.get("/export.html")
async def export_page(deps: DepsDep, link: Link = "") -> Response:
    """Show everything kept, for people to read and print."""
    try:
        data = await run_in_threadpool(_visit(deps, link).export)
    except (EnrolmentError, StorageUnavailable) as refusal:
        return _closed(refusal)
    return page("consents/export.html", data=data, link=link)


@router.get("/erase")
async def ask_erase(deps: DepsDep, link: Link = "") -> Response:
    """Say what will be deleted and what is kept, before anything is."""
    try:
        children = await run_in_threadpool(_visit(deps, link).consents)
    except (EnrolmentError, StorageUnavailable) as refusal:
        return _closed(refusal)
    return page("consents/erase.html", link=link, kept_because=KEPT_BECAUSE, children=children)


@router.post("/erase")
async def erase(request: Request, deps: DepsDep) -> Response:
    """Delete, and say what is gone and what is kept; the conversation begins anew."""
    form = await read_form(request)
    try:
        visit = _visit(deps, form.get("link", ""))
        async with deps.turns.quiet(visit.conversation_id):
            erased = await run_in_threadpool(visit.erase)
    except (EnrolmentError, StorageUnavailable) as refusal:
        return _closed(refusal)
    log.info("data_erased", drafts=erased.drafts, kept=len(erased.kept_receipts))
    await tell(deps, visit.conversation_id, "/restart")
    return page("consents/erased.html", erased=erased, kept_because=KEPT_BECAUSE)


async def _change(deps: Deps, form: Mapping[str, str], done: str) -> Response:
    told, link = done, form.get("link", "")
    try:
        visit = _visit(deps, link)
        if done == "withdrawn":
            await run_in_threadpool(visit.withdraw, form.get("child", ""), form.get("item", ""))
        else:
            await _grant(deps, visit, form)
        await tell(deps, visit.conversation_id, "/consent_changed")
    except (LinkRefused, NotSignedIn, StorageUnavailable) as refusal:
        return _closed(refusal)
    except ConsentTextOutdated:
        told = "outdated"
    except EnrolmentError as refusal:
        log.info("consent_change_refused", refusal=type(refusal).__name__)
        told = "refused"
    return RedirectResponse(f"/consents?{urlencode({'link': link, 'told': told})}", _SEE_OTHER)


async def _grant(deps: Deps, visit: Visit, form: Mapping[str, str]) -> None:
    """Record it; only what the page offers can be agreed to."""
    case, item = form.get("application", ""), form.get("item", "")
    offered = await run_in_threadpool(visit.consents)
    shown = {(each.application_id, line.data_item) for each in offered for line in each.lines}
    if (case, item) not in shown:
        raise CaseNotFound("this page offers no such consent")
    channel = await deps.conversations.channel_of(visit.conversation_id)
    await run_in_threadpool(visit.grant, case, item, form.get("text_version", ""), f"{channel.value}_page")


def _visit(deps: Deps, link: str) -> Visit:
    desk = deps.consents
    if desk is None:
        raise HTTPException(404)
    return Visit(desk, desk.read_link(link))


def _closed(refusal: Exception) -> Response:
    return closed(refusal, title="我同意了哪些", words="我同意了哪些")
