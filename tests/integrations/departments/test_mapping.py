"""How another exchange words things, by a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import httpx
import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import HouseholdRecord, RecordQuery
from enrolment.ports import Clock
from integrations.departments import (
    DATA_ITEMS,
    Exchange,
    ExchangeConfig,
    ExchangeDepartments,
    Scheme,
    signer_for,
)
from integrations.departments.mapping import ExchangeMapping, MappingInvalid, load_mapping
from settings import ROOT

Granting = Callable[[str], ConsentGrant]
Mapped = Callable[[str], ExchangeMapping]

_CHILD = "37010220201015006X"


@pytest.fixture
def mapped(tmp_path: Path) -> Mapped:
    """Give the way to a mapping from a text."""

    def load(text: str) -> ExchangeMapping:
        path = tmp_path / "exchange.yml"
        path.write_text(text, encoding="utf-8")
        return load_mapping(path)

    return load


def test_mapping_is_the_sandboxs_when_the_file_says_nothing(mapped: Mapped) -> None:
    """Nothing has to be said twice."""
    assert mapped("") == ExchangeMapping()


async def test_household_is_read_when_another_exchange_words_it(
    mapped: Mapped, clock: Clock, grant: Granting
) -> None:
    """The documented example: another resource, envelope, fields, kinds and headers."""
    (example,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/exchange.md").read_text(), re.DOTALL)
    mapping = mapped(example)
    asked: list[httpx.Request] = []
    row = {
        "HH": "1",
        "XM": "张小轩",
        "sfzh": _CHILD,
        "CSRQ": "2020-10-15",
        "YHZGX": "子",
        "HKSZD": "历山路88号",
        "XZQH": "370102",
        "HLX": "集体户口",
        "QRRQ": None,
    }

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        updated = int(clock.now().timestamp() * 1000) - 100_000_000
        return httpx.Response(200, json={"status": 200, "result": [row], "dataTime": updated})

    signer = signer_for(
        Scheme.PROVINCIAL, requester="ak", key="sk", wall_clock=clock, headers=mapping.headers
    )
    config = ExchangeConfig("http://exchange.test/gateway/", envelope=mapping.envelope)
    exchange = Exchange(config, signer, wall_clock=clock, transport=httpx.MockTransport(answer))
    departments = ExchangeDepartments(exchange, clock=clock, data_items=mapping.data_items)
    query = RecordQuery("household_members", "child-1", _CHILD)
    (record,) = await departments.verify(query, grant("household_members"))
    assert isinstance(record, HouseholdRecord)
    assert record.collective
    (request,) = asked
    assert request.url.path == "/gateway/ga_czrk_v2"
    assert request.content == b'{"sfzh":"%s"}' % _CHILD.encode()
    assert request.headers["X-Ca-Key"] == "ak"
    assert departments.data_items == {"household_members", "birth_certificate", "residence_permit"}
    with pytest.raises(DepartmentUnavailable, match="no department is connected"):
        await departments.verify(RecordQuery("marriage", "child-1", _CHILD), grant("marriage"))


@pytest.mark.parametrize("data_item", DATA_ITEMS)
def test_every_word_of_an_item_can_be_changed_when_a_file_does(mapped: Mapped, data_item: str) -> None:
    """All that is text can be worded differently; whom a consent covers cannot."""
    item = DATA_ITEMS[data_item]
    texts = [each.name for each in fields(type(item)) if each.default and each.type == "str"]  # type: ignore[arg-type]  # a Protocol
    assert {"resource", "asked_by"} <= set(texts)
    lines = "".join(f"    {name}: F_{name}\n" for name in texts)
    changed = mapped(f"data_items:\n  {data_item}:\n{lines}").data_items[data_item]
    assert {getattr(changed, name) for name in texts} == {f"F_{name}" for name in texts}
    with pytest.raises(MappingInvalid, match="no part 'subject'"):
        mapped(f"data_items: {{{data_item}: {{subject: child}}}}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- a", "the file is not a mapping"),
        ("a: [", "cannot be read as YAML"),
        ("envelop: {}", "no part 'envelop'; choose among answers, data_items, envelope, headers"),
        ("envelope: []", "envelope is not a mapping"),
        ("envelope: {succes: ['0']}", "envelope has no part 'succes'"),
        ("envelope: {success: [0]}", "envelope.success: input should be a valid string"),
        ("envelope: {oldest_seconds: long}", "envelope.oldest_seconds: input should be a valid number"),
        ("data_items: {vaccination: {}}", "data_items has no part 'vaccination'"),
        ("data_items: {marriage: {kinds: {结婚: maybe}}}", "data_items.marriage.kinds: .*boolean"),
        ("data_items: {seat_records: {stages: {大学: university}}}", "data_items.seat_records.stages"),
    ],
)
def test_mapping_is_refused_when_it_makes_no_sense(mapped: Mapped, text: str, reason: str) -> None:
    """The message says where, and what to write instead."""
    with pytest.raises(MappingInvalid, match=reason) as refusal:
        mapped(text)
    assert "exchange.yml: " in str(refusal.value)


def test_mapping_is_refused_when_there_is_no_file(tmp_path: Path) -> None:
    """A wrong path is told at start."""
    with pytest.raises(MappingInvalid, match="FileNotFoundError"):
        load_mapping(tmp_path / "nowhere.yml")
