"""Every setting of Ruxue, read from RUXUE_* in one place (documented in docs/settings.md)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent
Port = Annotated[int, Field(ge=1, le=65_535)]


class Settings(BaseSettings):
    """The settings; each field is the variable RUXUE_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="RUXUE_")

    port: Port = Field(8000, description="Port of the public process, `web`.")
    host: str = Field(
        "127.0.0.1", description="Address `web` listens on; the other processes stay on loopback."
    )
    engine_port: Port = Field(8001, description="Loopback port of the dialogue engine.")
    actions_port: Port = Field(8002, description="Loopback port of the action server.")
    sandbox_port: Port = Field(8003, description="Loopback port of the sandbox.")
    public_url: str = Field(
        "", description="Address guardians reach `web` at, without a slash at the end; empty: host and port."
    )

    proxies: str = Field(
        "127.0.0.1",
        description="Addresses or networks of the proxies before `web`, with commas between: only they are "
        "believed who a caller is (`X-Forwarded-For`).",
    )
    questions_a_minute: int = Field(
        300,
        ge=1,
        description="How many questions one address may ask `/api/v1/questions` in a minute: 30 desks behind "
        "one address, each asking every six seconds.",
    )

    var: Path = Field(ROOT / "var", description="Folder for databases, keys and logs of a run.")
    plans: Path = Field(
        ROOT / "plans", description="Folder of the plan files; a demonstration publishes them at start."
    )
    database_url: str = Field("", description="Cases; SQLite in `var` when empty, or postgresql+psycopg://….")
    engine_database_url: str = Field(
        "", description="Dialogue state; SQLite in `var` when empty, or postgresql://…."
    )
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="32 bytes in base64 that encrypt what is stored; made and kept in `var` when empty "
        "(only in a demonstration).",
    )
    secret_key_before: SecretStr = Field(
        SecretStr(""),
        description="The secret that `ruxue keys reroot` replaces; empty at all other times: while it is "
        "set, nothing else starts.",
    )
    vault_cipher: Literal["AES-256-GCM", "SM4-GCM"] = Field(
        "AES-256-GCM", description="Cipher of new keys of the vault; what older ones sealed stays readable."
    )
    demonstration: bool = Field(
        default=True,
        description="Run with the sandbox, on the demonstration date. Switch it off in production.",
    )
    demonstration_date: date = Field(
        date(2027, 6, 10), description="The day a demonstration takes place, inside the filing window."
    )
    county: str = Field(
        "",
        description="County (GB/T 2260) that the chat page names when its link names none; empty: only where "
        "one alone is served.",
    )

    wechat_token: SecretStr = Field(
        SecretStr(""), description="Token of the official account; empty: no WeChat."
    )
    wechat_aes_key: SecretStr = Field(
        SecretStr(""), description="EncodingAESKey, 43 characters, for safe mode."
    )
    wechat_accepts_plain: bool | None = Field(
        None,
        description="Whether an account in safe mode also takes plain requests (the platform's compatible "
        "mode); empty: only in a demonstration.",
    )
    wechat_app_id: str = Field("", description="AppID of the official account.")
    wechat_app_secret: SecretStr = Field(
        SecretStr(""),
        description="AppSecret of the official account, to fetch the pictures guardians send; empty: they "
        "get a link to upload them instead (a demonstration fetches them from the sandbox).",
    )
    wechat_api_url: str = Field(
        "", description="The platform's interface; empty: its own, and the sandbox's in a demonstration."
    )
    wechat_reply_seconds: float = Field(
        4.5, gt=0, lt=5, description="How long a WeChat request may wait; the platform gives up at 5 s."
    )

    exchange_url: str = Field("", description="Data exchange; the sandbox's when empty.")
    exchange_sid: str = Field("ruxue", description="Requester id at the exchange.")
    exchange_app_key: SecretStr = Field(SecretStr("demo-app-key"), description="App key at the exchange.")
    exchange_scheme: Literal["national-hmac-sha256", "provincial-hmac-sha256", "hmac-sm3"] = Field(
        "national-hmac-sha256",
        description="How calls are signed: `national-hmac-sha256`, `provincial-hmac-sha256` or `hmac-sm3`; "
        "the latter two take the requester id for the access key and the app key for the secret key.",
    )
    exchange_signs_answers: bool = Field(
        default=True,
        description="Whether the exchange signs its answers; then an answer without a signature that fits "
        "the question is not used.",
    )
    exchange_sm4_key: SecretStr = Field(
        SecretStr(""), description="32 hexadecimal digits that encrypt bodies with SM4; empty: plain bodies."
    )
    exchange_mapping: Path | None = Field(
        None,
        description="YAML file with the exchange's envelope, header and field names (docs/exchange.md); "
        "empty: the sandbox's.",
    )
    identity_url: str = Field("", description="Unified identity service; the sandbox's when empty.")
    identity_client_id: str = Field("ruxue-demo", description="Client id at the identity service.")
    identity_client_secret: SecretStr = Field(
        SecretStr("demo-secret"), description="Client secret at the identity service."
    )
    papers_bucket: str = Field(
        "", description="Bucket of an S3-compatible store for pictures of papers; empty: a folder in `var`."
    )
    papers_address: str = Field("", description="Address of that store; empty: that of AWS in the region.")
    papers_region: str = Field("us-east-1", description="Region of that store.")
    papers_access_key: SecretStr = Field(SecretStr(""), description="Access key of that store.")
    papers_secret_key: SecretStr = Field(SecretStr(""), description="Secret key of that store.")
    verification_seconds: float = Field(
        4.0, gt=0, description="How long a guardian waits for the departments in the conversation."
    )
    department_seconds: float = Field(
        12.0, gt=0, description="How long one question to a department may take; a guardian waits less."
    )
    department_calls: int = Field(
        32, ge=1, description="How many questions one department gets at a time, from all processes together."
    )
    department_processes: int = Field(
        2,
        ge=1,
        description="How many processes ask departments, each with its share of those: every `actions` and "
        "every `web`.",
    )
    ask_again_seconds: float = Field(
        60.0, gt=0, description="First pause before departments that kept silent are asked again; it grows."
    )
    workflows_database_url: str = Field(
        "", description="Work that outlives a crash; SQLite in `var` when empty, or postgresql+psycopg://…."
    )
    action_seconds: float = Field(10.0, gt=0, description="How long the engine waits for one action.")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")

    @model_validator(mode="after")
    def _everybody_has_a_share(self) -> Self:
        if self.department_calls < self.department_processes:
            raise ValueError(
                "RUXUE_DEPARTMENT_CALLS is less than RUXUE_DEPARTMENT_PROCESSES: some could never ask"
            )
        return self

    @property
    def department_share(self) -> int:
        """How many questions one department gets at a time from one process."""
        return self.department_calls // self.department_processes

    @property
    def web_url(self) -> str:
        """The address guardians reach `web` at."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def engine_url(self) -> str:
        """The engine's address."""
        return f"http://127.0.0.1:{self.engine_port}"

    @property
    def actions_url(self) -> str:
        """The action server's address."""
        return f"http://127.0.0.1:{self.actions_port}"

    @property
    def sandbox_url(self) -> str:
        """The sandbox's address."""
        return f"http://127.0.0.1:{self.sandbox_port}"

    @property
    def cases_url(self) -> str:
        """The database of the cases, as SQLAlchemy writes it."""
        return self.database_url or f"sqlite:///{self.var / 'ruxue.db'}"

    @property
    def workflows_url(self) -> str:
        """The database of durable workflows, as SQLAlchemy writes it."""
        return self.workflows_database_url or f"sqlite:///{self.var / 'workflows.db'}"

    @property
    def conversations_url(self) -> str:
        """The database of the dialogue state, as the engine's SQLAlchemy 1.4 writes it."""
        return self.engine_database_url or f"sqlite:///{self.var / 'engine.db'}"
