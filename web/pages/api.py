"""The HTTP interface on one page, drawn from the OpenAPI document without anybody else's scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from web.pages.render import page

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One route: what it takes and gives, as pretty JSON."""

    method: str
    path: str
    description: str
    takes: str
    gives: str


@router.get("/docs")
async def show_interface(request: Request) -> Response:
    """Show every route with an example."""
    return page("docs.html", operations=list(operations(request.app.openapi())))


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """The operations of an OpenAPI document."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield Operation(
                method.upper(),
                path,
                operation.get("description", ""),
                _example(operation.get("requestBody", {})),
                _example(operation.get("responses", {}).get("200", {})),
            )


def _example(part: Mapping[str, Any]) -> str:
    example = part.get("content", {}).get("application/json", {}).get("example")
    return json.dumps(example, ensure_ascii=False, indent=2) if example else ""
