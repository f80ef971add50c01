"""The control panel: see the data items, count their calls, make them fail."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader
from pydantic import AwareDatetime, BaseModel, Field

from sandbox.exchange.faults import Fault, FaultBoard, FaultKind
from sandbox.exchange.items import DATA_ITEMS
from sandbox.settings import Clock

_LONGEST_SECONDS = 60
WORDS: dict[FaultKind, str] = {
    FaultKind.NONE: "正常",
    FaultKind.DOWN: "停机",
    FaultKind.SLOW: "缓慢",
    FaultKind.ERROR: "内部错误 500",
    FaultKind.MALFORMED: "报文残缺",
    FaultKind.WRONG_SIGNATURE: "拒绝签名",
    FaultKind.EXPIRED_SECRET: "密钥过期",
    FaultKind.EMPTY: "查无记录",
    FaultKind.STALE: "数据陈旧",
    FaultKind.OTHER_PERSON: "张冠李戴",
    FaultKind.FLAPPING: "时好时坏",
    FaultKind.FORGED: "伪造答复",
    FaultKind.REPLAYED: "重放答复",
    FaultKind.SKEWED: "时钟偏差",
    FaultKind.OVERSIZE: "报文过大",
    FaultKind.WRONG_TYPES: "类型错误",
    FaultKind.UNEXPECTED_FIELDS: "多余字段",
}
"""Each fault in Chinese."""


class FaultOrder(BaseModel):
    """A fault to put in force, until `recovers_at` where it is given; `none` lifts the one there is."""

    fault: FaultKind
    seconds: Annotated[float, Field(ge=0, le=_LONGEST_SECONDS)] = 0.0
    recovers_at: AwareDatetime | None = None


def control_router(board: FaultBoard, clock: Clock) -> APIRouter:
    """Put the controls of a fault board on their paths."""
    router = APIRouter(prefix="/control", tags=["control"])
    pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True)
    page = pages.get_template("control.html")

    @router.get("")
    def show() -> HTMLResponse:
        """List every resource with its fault and calls."""
        return HTMLResponse(
            page.render(
                faults=board.all(), calls=board.calls, words=WORDS, departments=_departments(), now=clock()
            )
        )

    @router.get("/counters")
    def counters() -> dict[str, int]:
        """Count the calls of each resource since start."""
        return dict(board.calls)

    @router.get("/faults")
    def faults() -> dict[str, FaultOrder]:
        """Tell the fault each resource has now."""
        return {rid: _order(fault, fault.recovers_at) for rid, fault in board.all().items()}

    @router.put("/faults/{rid}")
    def put_fault(rid: str, order: FaultOrder) -> FaultOrder:
        """Make a resource fail from now on, or work again."""
        if rid not in board:
            raise HTTPException(404, f"no such resource; choose one of {', '.join(sorted(board.all()))}")
        board.set(rid, Fault(order.fault, order.seconds, order.recovers_at))
        return order

    return router


def _order(fault: Fault, recovers_at: datetime | None) -> FaultOrder:
    return FaultOrder(fault=fault.kind, seconds=fault.seconds, recovers_at=recovers_at)


def _departments() -> dict[str, str]:
    return {rid: item.department for rid, item in DATA_ITEMS.items()}
