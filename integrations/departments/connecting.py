"""Joins signer, envelope, seal, encryption and items into the departments behind one exchange."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import httpx

from enrolment.ports import Clock
from integrations.departments.adapter import ExchangeDepartments
from integrations.departments.exchange import Exchange, ExchangeConfig
from integrations.departments.mapping import ExchangeMapping, load_mapping
from integrations.departments.payload import Sm4Payload
from integrations.departments.signing import Scheme, signer_for


@dataclass(frozen=True, slots=True)
class ExchangeAccess:
    """What an operator is told by the exchange: where it is, who we are there, and how it wants to be asked.

    `requester` and `key` are the national scheme's sid and app key, or the provincial key pair; `sm4_key` is
    empty where bodies are plain, `mapping` None where fields are named as in the sandbox.
    """

    url: str
    requester: str
    key: str = field(repr=False)
    scheme: Scheme = Scheme.NATIONAL
    signs_answers: bool = True
    sm4_key: str = field(default="", repr=False)
    mapping: Path | None = None
    call_seconds: float = 3.5


def connect(
    access: ExchangeAccess,
    *,
    clock: Clock,
    wall_clock: Clock,
    transport: httpx.AsyncBaseTransport | None = None,
) -> ExchangeDepartments:
    """The departments behind an exchange.

    `clock` is the house's, by which grants live and records are dated, `wall_clock` the machine's real time.
    Raises MappingInvalid, and ValueError for an SM4 key that is none.
    """
    mapping = load_mapping(access.mapping) if access.mapping else ExchangeMapping()
    signer = signer_for(
        access.scheme,
        requester=access.requester,
        key=access.key,
        wall_clock=wall_clock,
        headers=mapping.headers,
    )
    config = ExchangeConfig(
        access.url,
        call_timeout=access.call_seconds,
        envelope=mapping.envelope,
        seal=mapping.answers if access.signs_answers else None,
        payload=Sm4Payload.from_hex(access.sm4_key) if access.sm4_key else None,
    )
    exchange = Exchange(config, signer, wall_clock=wall_clock, transport=transport)
    return ExchangeDepartments(exchange, clock=clock, data_items=mapping.data_items)
