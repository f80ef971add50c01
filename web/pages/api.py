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
    """One route: where it stands on the page, what it takes and gives as pretty JSON, and as it is sent."""

    method: str
    path: str
    anchor: str
    description: str
    parameters: tuple[tuple[str, str], ...]
    takes: str
    gives: str
    sends: str


@router.get("/docs")
async def show_interface(request: Request) -> Response:
    """Show every route with an example."""
    base = str(request.base_url).rstrip("/")
    return page("docs.html", operations=list(operations(request.app.openapi())), base=base)


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """The operations of an OpenAPI document."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            takes = _example(operation.get("requestBody", {}))
            yield Operation(
                method=method.upper(),
                path=path,
                anchor=f"{method}{path.replace('/', '-')}",
                description=operation.get("description", ""),
                parameters=tuple(_parameter(one) for one in operation.get("parameters", ())),
                takes=_pretty(takes),
                gives=_pretty(_example(operation.get("responses", {}).get("200", {}))),
                sends=json.dumps(takes, ensure_ascii=False) if isinstance(takes, dict) else "",
            )


def _example(part: Mapping[str, Any]) -> Any:  # noqa: ANN401 - an example is any JSON, or XML as text
    contents = part.get("content", {}).values()
    return next((content["example"] for content in contents if "example" in content), None)


def _pretty(example: Any) -> str:  # noqa: ANN401 - an example is any JSON, or XML as text
    if isinstance(example, str):
        return example
    return json.dumps(example, ensure_ascii=False, indent=2) if example else ""


def _parameter(parameter: Mapping[str, Any]) -> tuple[str, str]:
    return parameter["name"], parameter.get("description", "")
