"""The control panel: see the data items, count their calls, make them fail."""

from html import escape
from typing import Annotated

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from sandbox.exchange.faults import Fault, FaultBoard, FaultKind

_LONGEST_SECONDS = 60


class FaultOrder(BaseModel):
    """A fault to put in force; `none` lifts the one there is."""

    fault: FaultKind
    seconds: Annotated[float, Field(ge=0, le=_LONGEST_SECONDS)] = 0.0


def control_router(board: FaultBoard) -> APIRouter:
    """Put the controls of a fault board on their paths."""
    router = APIRouter(prefix="/control", tags=["control"])

    @router.get("")
    def show() -> HTMLResponse:
        """List every resource with its fault and calls."""
        return HTMLResponse(_page(board))

    @router.get("/counters")
    def counters() -> dict[str, int]:
        """Count the calls of each resource since start."""
        return dict(board.calls)

    @router.put("/faults/{rid}")
    def put_fault(rid: str, order: FaultOrder) -> FaultOrder:
        """Make a resource fail from now on, or work again."""
        if rid not in board:
            raise HTTPException(404, f"no such resource; choose one of {', '.join(sorted(board.all()))}")
        board.set(rid, Fault(order.fault, order.seconds))
        return order

    return router


def _page(board: FaultBoard) -> str:
    rows = "".join(
        f"<tr><td>{escape(rid)}</td><td>{fault.kind}</td><td>{fault.seconds:g}</td><td>{board.calls[rid]}</td></tr>"
        for rid, fault in board.all().items()
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox control</title>'
        "<h1>Sandbox control</h1>"
        f"<table><tr><th>resource</th><th>fault</th><th>seconds</th><th>calls</th></tr>{rows}</table>"
        f"<p>PUT /control/faults/&lt;resource&gt; with fault one of {', '.join(FaultKind)}.</p></html>"
    )
