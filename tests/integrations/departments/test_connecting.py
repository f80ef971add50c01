"""What an operator sets is what the exchange is asked by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.ports import Clock
from integrations.departments import DATA_ITEMS, ExchangeAccess, Scheme, connect
from settings import Settings
from tests.integrations.departments.sandboxed import SM4_KEY, question

Granting = Callable[[str], ConsentGrant]

_ACCESS = ExchangeAccess("http://exchange.test", requester="ak", key="sk-1", scheme=Scheme.PROVINCIAL)


def _unsigned(_request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"code": "0", "data": []})


def test_schemes_are_the_ones_to_set_when_settings_are_read() -> None:
    """Every scheme can be set, and nothing else."""
    for scheme in Scheme:
        assert Settings(exchange_scheme=scheme.value).exchange_scheme == scheme
    with pytest.raises(ValueError, match="exchange_scheme"):
        Settings.model_validate({"exchange_scheme": "sm2"})


async def test_unsigned_answer_is_used_only_when_the_exchange_is_known_not_to_sign(
    clock: Clock, grant: Granting
) -> None:
    """Without a word of the operator, an answer that proves nothing is not used."""
    transport = httpx.MockTransport(_unsigned)
    strict = connect(_ACCESS, clock=clock, wall_clock=clock, transport=transport)
    with pytest.raises(DepartmentUnavailable, match="not signed"):
        await strict.verify(question("marriage"), grant("marriage"))
    trusting = replace(_ACCESS, signs_answers=False)
    departments = connect(trusting, clock=clock, wall_clock=clock, transport=transport)
    assert await departments.verify(question("marriage"), grant("marriage")) == ()


async def test_plain_answer_is_refused_when_bodies_are_to_be_encrypted(clock: Clock, grant: Granting) -> None:
    """An exchange that forgets to encrypt is not believed, and the question went out encrypted."""
    bodies: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(request.content)
        return _unsigned(request)

    access = replace(_ACCESS, sm4_key=SM4_KEY, signs_answers=False)
    departments = connect(access, clock=clock, wall_clock=clock, transport=httpx.MockTransport(answer))
    with pytest.raises(DepartmentUnavailable, match="not encrypted as agreed"):
        await departments.verify(question("marriage"), grant("marriage"))
    (body,) = bodies
    assert body.startswith(b'{"sealed":"')
    assert question("marriage").id_number.encode() not in body


def test_items_are_those_of_the_mapping_when_there_is_one(clock: Clock, tmp_path: Path) -> None:
    """Without a file every item is connected."""
    assert connect(_ACCESS, clock=clock, wall_clock=clock).data_items == DATA_ITEMS.keys()
    path = tmp_path / "exchange.yml"
    path.write_text("data_items: {marriage: {}}")
    access = replace(_ACCESS, mapping=path)
    assert connect(access, clock=clock, wall_clock=clock).data_items == {"marriage"}


def test_keys_are_not_shown_when_an_access_is_printed() -> None:
    """Not even by mistake."""
    shown = repr(replace(_ACCESS, sm4_key=SM4_KEY))
    assert "sk-1" not in shown
    assert SM4_KEY not in shown


def test_exchange_is_not_connected_when_the_sm4_key_is_none(clock: Clock) -> None:
    """A wrong key is told when the process starts."""
    with pytest.raises(ValueError, match="32 hexadecimal digits"):
        connect(replace(_ACCESS, sm4_key="00"), clock=clock, wall_clock=clock)
