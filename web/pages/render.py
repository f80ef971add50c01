"""Server-rendered pages, from templates that are loaded once."""

from __future__ import annotations

from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, select_autoescape

_HERE = Path(__file__).parent
STATIC = _HERE.parent / "static"

_templates = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=select_autoescape(default=True),
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Render a template as an answer."""
    return HTMLResponse(text(template, **values), status)


def text(template: str, **values: object) -> str:
    """Render a template as text."""
    return _templates.get_template(template).render(**values)
