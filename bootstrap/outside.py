"""The adapters to the outside world, as the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootstrap.foundation import Foundation, clock_ahead
from integrations.clock import WallClock
from integrations.departments.adapter import ExchangeDepartments
from integrations.departments.connecting import ExchangeAccess, connect
from integrations.departments.signing import Scheme
from integrations.identity.config import OAuth2Config
from integrations.identity.provider import OAuth2IdentityProvider
from integrations.wechat.account import WeChatAccount
from integrations.wechat.platform import ADDRESS, WeChatPlatform
from settings import Settings

if TYPE_CHECKING:
    from enrolment.paper_ports import PaperImages
    from storage.dialogues import EngineDialogues

_DEMONSTRATION_SECRET = "demo-wechat-secret"  # noqa: S105 - the sandbox's, known to everybody


def paper_images(settings: Settings) -> PaperImages:
    """Where pictures of papers are kept: a folder, or a bucket where one is set."""
    from storage.papers.images import Bucket, in_bucket, in_folder

    if not settings.papers_bucket:
        return in_folder(settings.var / "papers")
    return in_bucket(
        Bucket(
            settings.papers_bucket,
            settings.papers_address,
            settings.papers_region,
            settings.papers_access_key.get_secret_value(),
            settings.papers_secret_key.get_secret_value(),
        )
    )


def engine_dialogues(settings: Settings) -> EngineDialogues:
    """What the engine keeps of conversations."""
    from storage.dialogues import EngineDialogues

    return EngineDialogues(settings.conversations_url, ahead=clock_ahead(settings))


def identity_provider(foundation: Foundation) -> OAuth2IdentityProvider:
    """The unified identity service."""
    settings = foundation.settings
    config = OAuth2Config.at(
        settings.identity_url or f"{settings.sandbox_url}/identity",
        redirect_uri=f"{settings.web_url}/sign-in/callback",
        client_id=settings.identity_client_id,
        client_secret=settings.identity_client_secret.get_secret_value(),
    )
    return OAuth2IdentityProvider(config, clock=foundation.clock)


def connect_departments(foundation: Foundation, *, call_seconds: float = 3.5) -> ExchangeDepartments:
    """The departments behind their exchange; nobody is asked yet."""
    settings = foundation.settings
    access = ExchangeAccess(
        settings.exchange_url or f"{settings.sandbox_url}/exchange",
        requester=settings.exchange_sid,
        key=settings.exchange_app_key.get_secret_value(),
        scheme=Scheme(settings.exchange_scheme),
        signs_answers=settings.exchange_signs_answers,
        sm4_key=settings.exchange_sm4_key.get_secret_value(),
        mapping=settings.exchange_mapping,
        call_seconds=call_seconds,
    )
    return connect(access, clock=foundation.clock, wall_clock=WallClock())


def wechat_account(settings: Settings) -> WeChatAccount | None:
    """The official account; None where none is set."""
    token = settings.wechat_token.get_secret_value()
    if not token:
        return None
    plain = settings.wechat_accepts_plain
    return WeChatAccount(
        token,
        settings.wechat_app_id,
        settings.wechat_aes_key.get_secret_value(),
        accepts_plain=settings.demonstration if plain is None else plain,
    )


def wechat_platform(settings: Settings) -> WeChatPlatform | None:
    """The platform's interface, for pictures; None where no account, or no secret of it, is set."""
    secret = settings.wechat_app_secret.get_secret_value()
    address = settings.wechat_api_url or ADDRESS
    if settings.demonstration and not secret:
        secret = _DEMONSTRATION_SECRET
        address = settings.wechat_api_url or f"{settings.sandbox_url}/wechat"
    if not (secret and settings.wechat_token.get_secret_value()):
        return None
    return WeChatPlatform(settings.wechat_app_id, secret, clock=WallClock(), address=address)
