"""The sign-in page and what a guardian decides on it."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader
from pydantic import BaseModel

from sandbox.families import Family, find
from sandbox.identity.grants import Grants, SignIn
from sandbox.identity.redirects import may_return_to, return_address
from sandbox.identity.released import FAMILY, SCOPES
from sandbox.settings import SandboxSettings

_DEMONSTRATIONS = 8
_LONGEST = 2000


class AuthorizeQuery(BaseModel):
    """The OAuth2 parameters a client sends a guardian with."""

    client_id: str = ""
    redirect_uri: str = ""
    state: str = ""
    response_type: str = ""
    scope: str = "identity family"


class AuthorizeForm(AuthorizeQuery):
    """The same parameters with what the guardian entered and decided."""

    sign_in_name: str = ""
    family: str = ""
    decision: str = ""


class SignInDesk:
    """Shows the sign-in page, checks the name, and sends the guardian back with a code or a refusal."""

    def __init__(self, settings: SandboxSettings, families: tuple[Family, ...], grants: Grants) -> None:
        self._settings = settings
        self._shown = [family for family in families if family.number <= _DEMONSTRATIONS]
        self._grants = grants
        pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True)
        self._page = pages.get_template("authorize.html")
        self._refusal = pages.get_template("refusal.html")

    async def show(self, query: Annotated[AuthorizeQuery, Query()]) -> Response:
        """Show the sign-in page for a request that is in order."""
        return self._objection(query) or self._render(query)

    async def decide(self, form: Annotated[AuthorizeForm, Form()]) -> Response:
        """Send the guardian back with a code, or with a refusal; ask again when the name is unknown."""
        if objection := self._objection(form):
            return objection
        if form.decision != "agree":
            return self._back(form, error="access_denied")
        entered = form.sign_in_name.strip() or form.family
        if not entered:
            return self._render(form, "请先填写登录名，或者点选下面的一个家庭。")
        family = find(entered, count=self._settings.families, seed=self._settings.seed)
        if family is None:
            # A name left in the field would win over the family tapped next.
            cleared = form.model_copy(update={"sign_in_name": ""})
            return self._render(cleared, "没有找到这个登录名，请核对后再填，或者点选下面的一个家庭。")
        scope = frozenset(form.scope.split())
        code = self._grants.give_code(SignIn(family.code, form.client_id, form.redirect_uri, scope))
        return self._back(form, code=code)

    def _objection(self, query: AuthorizeQuery) -> Response | None:
        """Give the answer to a request that is not in order; None when it is."""
        known = query.client_id == self._settings.client_id
        if not known or not may_return_to(query.redirect_uri, self._settings.redirect_prefixes):
            # Never send anybody to an address that has not been vetted.
            return HTMLResponse(self._refusal.render(), status_code=400)
        if not query.state or len(query.state) > _LONGEST:
            return self._back(query, error="invalid_request")
        if query.response_type != "code":
            return self._back(query, error="unsupported_response_type")
        if not set(query.scope.split()) <= SCOPES or not query.scope.split():
            return self._back(query, error="invalid_scope")
        return None

    def _back(self, query: AuthorizeQuery, **answer: str) -> Response:
        answer |= {"state": query.state} if query.state else {}
        return RedirectResponse(return_address(query.redirect_uri, **answer), status_code=303)

    def _render(self, query: AuthorizeQuery, problem: str = "") -> Response:
        html = self._page.render(
            query=query,
            families=self._shown,
            with_children=FAMILY in query.scope.split(),
            problem=problem,
            form=query if isinstance(query, AuthorizeForm) else AuthorizeForm(),
        )
        return HTMLResponse(html, status_code=422 if problem else 200, headers={"Cache-Control": "no-store"})


def authorize_router(desk: SignInDesk) -> APIRouter:
    """Put the sign-in desk on its path."""
    router = APIRouter(prefix="/identity", tags=["identity"])
    router.add_api_route("/authorize", desk.show, methods=["GET"], response_class=HTMLResponse)
    router.add_api_route("/authorize", desk.decide, methods=["POST"], response_class=HTMLResponse)
    return router
