"""The parts `ruxue run` starts, with the environment each of them needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from settings import ROOT, Settings

_READY = """
  入学 Ruxue is ready — demonstration data, demonstration day {day}

    chat page      {web}/
    health         {web}/health
    API            {web}/docs
    families       sign in as sun001 (房户一致: no paper needed), ouyang002, meng003, chen004 …
                   `make families` lists 20 of them
    terminal       `.venv/bin/ruxue chat`
    stop           Ctrl-C
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One process: its name in the Procfile, its port, the setting that moves it, its health page."""

    name: str
    port: int
    setting: str
    health: str


def parts(settings: Settings) -> list[Part]:
    """Every part, in the order they are started; no sandbox outside a demonstration."""
    everything = [
        Part("sandbox", settings.sandbox_port, "RUXUE_SANDBOX_PORT", "/health"),
        Part("actions", settings.actions_port, "RUXUE_ACTIONS_PORT", "/health"),
        Part("engine", settings.engine_port, "RUXUE_ENGINE_PORT", "/webhooks/ruxue/health"),
        Part("web", settings.port, "RUXUE_PORT", "/health"),
    ]
    return everything if settings.demonstration else everything[1:]


def environment(settings: Settings) -> Mapping[str, str]:
    """What the engine and the sandbox, which do not read our settings, are told."""
    return {
        "PYTHONPATH": str(ROOT / "bot/engine"),
        "RUXUE_ENGINE_PORT": str(settings.engine_port),
        "RUXUE_ACTIONS_URL": f"{settings.actions_url}/webhook",
        "RUXUE_ENGINE_DATABASE_URL": settings.conversations_url,
        "SANDBOX_PORT": str(settings.sandbox_port),
        "SANDBOX_EXCHANGE_SID": settings.exchange_sid,
        "SANDBOX_EXCHANGE_APP_KEY": settings.exchange_app_key.get_secret_value(),
        "SANDBOX_EXCHANGE_SM4_KEY": settings.exchange_sm4_key.get_secret_value(),
        "SANDBOX_CLIENT_ID": settings.identity_client_id,
        "SANDBOX_CLIENT_SECRET": settings.identity_client_secret.get_secret_value(),
        "SANDBOX_WECHAT_APP_ID": settings.wechat_app_id,
        "SANDBOX_REDIRECT_PREFIXES": f'["{settings.web_url}/"]',
    }


def ready(settings: Settings) -> str:
    """What is said once every part answers."""
    return _READY.format(day=settings.demonstration_date, web=settings.web_url)
