"""The sandbox's settings, read from `SANDBOX_*` variables here and nowhere else."""

from collections.abc import Callable
from datetime import UTC, datetime

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from sandbox.families import DEFAULT_SEED

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Tell the machine's time: signatures age in real time, whatever date a demonstration shows."""
    return datetime.now(UTC)


class SandboxSettings(BaseSettings):
    """What the stand-ins serve and how they behave; every value has a default fit for a demonstration."""

    model_config = SettingsConfigDict(env_prefix="SANDBOX_", frozen=True)

    port: int = Field(default=8003, ge=1, le=65535, description="loopback port to listen on")
    seed: int = Field(
        default=DEFAULT_SEED, description="seed of the synthetic families and of the latency jitter"
    )
    families: int = Field(default=203, ge=8, description="families of each county that the departments know")
    latency_ms: float = Field(default=150, ge=0, description="mean time an exchange call takes")
    exchange_sid: str = Field(default="ruxue", description="requester, or access key, the exchange knows")
    exchange_app_key: str = Field(
        default="demo-app-key",
        description="key that signs requests for a request secret, or secret key of the provincial schemes",
    )
    exchange_sm4_key: str = Field(
        default="",
        pattern=r"^([0-9a-fA-F]{32})?$",
        description="32 hexadecimal digits that open encrypted bodies; empty: plain bodies only",
    )
    secret_seconds: int = Field(default=600, ge=1, description="life of a request secret")
    skew_seconds: int = Field(
        default=90, ge=1, description="how far a request's time may be from the exchange's"
    )
    client_id: str = Field(default="ruxue-demo", description="client the identity service knows")
    client_secret: str = Field(default="demo-secret", description="that client's secret")
    wechat_app_id: str = Field(default="", description="official account the platform knows")
    wechat_app_secret: str = Field(default="demo-wechat-secret", description="that account's secret")
    redirect_prefixes: tuple[str, ...] = Field(
        default=(), description="JSON list of addresses sign-in may return to, besides loopback ones"
    )
