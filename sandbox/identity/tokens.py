"""The back channel: a code becomes a token, a token becomes user information."""

import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Form, Header
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from sandbox.families import Family
from sandbox.identity.grants import TOKEN_LIFE, Grants
from sandbox.identity.released import user_info
from sandbox.settings import SandboxSettings

_NO_STORE = {"Cache-Control": "no-store"}


class TokenForm(BaseModel):
    """What a client sends to redeem a code."""

    grant_type: str = ""
    code: str = ""
    client_id: str = ""
    client_secret: str = ""
    redirect_uri: str = ""


class TokenDesk:
    """Serves a client that holds the secret."""

    def __init__(self, settings: SandboxSettings, families: tuple[Family, ...], grants: Grants) -> None:
        self._settings = settings
        self._families = {family.code: family for family in families}
        self._grants = grants

    async def token(self, form: Annotated[TokenForm, Form()]) -> JSONResponse:
        """Exchange a code for an access token, or answer an OAuth2 error."""
        if not self._is_client(form):
            return _error("invalid_client", 401)
        if form.grant_type != "authorization_code":
            return _error("unsupported_grant_type", 400)
        if not form.code or not form.redirect_uri:
            return _error("invalid_request", 400)
        token = self._grants.redeem(form.code, form.client_id, form.redirect_uri)
        if token is None:
            return _error("invalid_grant", 400)
        life = int(TOKEN_LIFE.total_seconds())
        return JSONResponse(
            {"access_token": token, "expires_in": life, "token_type": "Bearer"}, headers=_NO_STORE
        )

    async def user_info(self, authorization: Annotated[str, Header()] = "") -> JSONResponse:
        """Release what the guardian agreed to release."""
        scheme, _, token = authorization.partition(" ")
        sign_in = self._grants.holder(token.strip()) if scheme.lower() == "bearer" else None
        if sign_in is None:
            challenge = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
            return JSONResponse({"error": "invalid_token"}, status_code=401, headers=challenge)
        family = self._families[sign_in.family_code]
        released: dict[str, Any] = user_info(family, sign_in.scope)
        return JSONResponse(released, headers=_NO_STORE)

    def _is_client(self, form: TokenForm) -> bool:
        expected = self._settings.client_secret.encode()
        same_secret = hmac.compare_digest(form.client_secret.encode(), expected)
        return same_secret and form.client_id == self._settings.client_id


def _error(name: str, status: int) -> JSONResponse:
    return JSONResponse({"error": name}, status_code=status, headers=_NO_STORE)


def token_router(desk: TokenDesk) -> APIRouter:
    """Put the token desk on its paths."""
    router = APIRouter(prefix="/identity", tags=["identity"])
    router.add_api_route("/token", desk.token, methods=["POST"])
    router.add_api_route("/userinfo", desk.user_info, methods=["GET"])
    return router
