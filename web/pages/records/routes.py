"""See what a department did not find, correct what it is looked up by, and have it looked up once more.

What is typed here is read off a paper: it goes to the vault and to the department, never to the engine.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from bot.ports import StorageUnavailable
from enrolment.model.errors import EnrolmentError, LinkRefused, NotSignedIn, ParticularsInvalid, RecheckUsed
from enrolment.model.establishing.particulars import KINDS, TAKEN
from enrolment.model.establishing.records import Particular
from web.deps import Deps, DepsDep
from web.pages.linked import closed, read_form
from web.pages.records.desk import Visit
from web.pages.render import page
from web.pages.telling import tell

log = structlog.get_logger()

_SEE_OTHER = 303
_TOLD = {
    "found": "查到了！回到聊天，看看现在的结果。",
    "still": "重新查过了，还是没有对上。下面写着接下来怎么办。",
    "later": "已经记下了。部门还没有答复，有了结果，聊天里会告诉您。",
    "used": "这一项已经重新查过，不能再查了。请照下面写的，把材料交给工作人员核对。",
    "refused": "这一步没有办成，请您再试一次。",
}
_INVALID = "“{field}”好像不对，请照着证件再看一看。"

Link = Annotated[str, Query(description="the signed link the guardian was given")]

router = APIRouter(prefix="/records", include_in_schema=False)


@router.get("")
async def show_records(deps: DepsDep, link: Link = "", told: str = "", item: str = "") -> Response:
    """Show every data item that does not bear the guardian out, with what usually causes it."""
    try:
        found = await run_in_threadpool(_visit(deps, link).mismatches)
    except (EnrolmentError, StorageUnavailable) as refusal:
        return _closed(refusal)
    return page(
        "records/page.html",
        found=found,
        kinds=KINDS,
        link=link,
        told=_told(told, item),
        demonstration=deps.demonstration,
    )


@router.post("/recheck")
async def recheck(request: Request, deps: DepsDep) -> Response:
    """Take what was read off the paper, ask the department, and let the conversation know."""
    form = await read_form(request)
    link, item = form.get("link", ""), form.get("item", "")
    try:
        told = await _recheck(deps, _visit(deps, link), form.get("application", ""), item, form)
    except (LinkRefused, NotSignedIn, StorageUnavailable) as refusal:
        return _closed(refusal)
    except ParticularsInvalid as refusal:
        told = str(refusal)
    except RecheckUsed:
        told = "used"
    except EnrolmentError as refusal:
        log.info("recheck_refused", refusal=type(refusal).__name__)
        told = "refused"
    return RedirectResponse(f"/records?{urlencode({'link': link, 'told': told, 'item': item})}", _SEE_OTHER)


async def _recheck(deps: Deps, visit: Visit, application: str, item: str, form: dict[str, str]) -> str:
    typed = {each: form[each.value] for each in Particular if form.get(each.value)}
    await run_in_threadpool(visit.recheck, application, item, typed)
    case = await visit.desk.verify(application, visit.conversation_id)
    await tell(deps, visit.conversation_id, "/records_checked")
    left = {each.data_item for each in await run_in_threadpool(visit.mismatches)}
    if item in left:
        return "still"
    waits = case.outcome is not None and "unavailable" in case.outcome.pending.values()
    return "later" if waits else "found"


def _told(told: str, item: str) -> str:
    if told in TAKEN.get(item, {}):
        return _INVALID.format(field=TAKEN[item][Particular(told)].partition("（")[0])
    return _TOLD.get(told, "")


def _visit(deps: Deps, link: str) -> Visit:
    desk = deps.records
    if desk is None:
        raise HTTPException(404)
    return Visit(desk, desk.read_link(link))


def _closed(refusal: Exception) -> Response:
    return closed(refusal, title="查不到怎么办", words="查不到怎么办")
