"""The little language of the conversations (README.md); whatever it does not know is an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_HEAD = frozenset({"标题", "服务", "渠道", "时间", "部门没答复", "对话"})
_SAYS, _PICKS, _FILLS = "家长", "家长点", "家长写满五千字"
_EVENTS = frozenset({"登录", "登录失败", "过了", "过期清掉", "部门没答复", "工作人员"})
_EXPECTS = frozenset(
    {
        "助手说",
        "不说",
        "选项",
        "没有选项",
        "记下",
        "卡片",
        "链接",
        "几句",
        "转给工作人员",
        "工作人员看到",
        "助手不作声",
    }
)
_UNCHECKED = "不检查"
_FULL = 5_000
_SHOWN = 60


class ConversationWrong(Exception):
    """A file does not keep to the language; the message says where and how."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the guardian, or something that happens, and what is expected of the answer."""

    says: str | None = None
    picks: str | None = None
    event: tuple[str, str] | None = None
    expects: Mapping[str, Any] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """The step in words, for a failed test."""
        if self.event:
            return "：".join(self.event)
        return f"点“{self.picks}”" if self.picks is not None else (self.says or "")[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation of a file."""

    file: str
    title: str
    head: Mapping[str, Any]
    steps: tuple[Step, ...]


def read(path: Path) -> list[Conversation]:
    """Read the conversations of a file; raise ConversationWrong."""
    raw = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(raw, list):
        raise ConversationWrong(f"{path.name}: a file is a list of conversations")
    return [_conversation(path.name, each) for each in raw]


def _conversation(file: str, raw: Any) -> Conversation:  # noqa: ANN401 - whatever the file holds
    where = f"{file}: {raw.get('标题') if isinstance(raw, dict) else raw}"
    _only(raw, _HEAD, where)
    if not raw.get("标题") or not raw.get("对话"):
        raise ConversationWrong(f"{where}: a conversation needs 标题 and 对话")
    steps = tuple(_step(each, f"{where}, step {place}") for place, each in enumerate(raw["对话"], 1))
    if not any(step.expects for step in steps):
        raise ConversationWrong(f"{where}: nothing is expected of it")
    return Conversation(file, raw["标题"], {key: raw[key] for key in raw if key != "对话"}, steps)


def _step(raw: Any, where: str) -> Step:  # noqa: ANN401 - whatever the file holds
    _only(raw, {_SAYS, _PICKS, _FILLS, _UNCHECKED, *_EVENTS, *_EXPECTS}, where)
    doings = [key for key in raw if key in {_SAYS, _PICKS, _FILLS, *_EVENTS}]
    if len(doings) != 1:
        raise ConversationWrong(f"{where}: a step is one of {_SAYS}, {_PICKS}, {'、'.join(sorted(_EVENTS))}")
    doing = doings[0]
    expects = {key: value for key, value in raw.items() if key in _EXPECTS}
    if doing in _EVENTS:
        if expects:
            raise ConversationWrong(f"{where}: nobody answers “{doing}”; expect it of the next line")
        return Step(event=(doing, str(raw[doing])))
    if bool(expects) == (raw.get(_UNCHECKED) is True):
        raise ConversationWrong(f"{where}: expect something, or write 不检查: true")
    for name in ("助手说", "不说", "选项"):
        if not all(isinstance(each, str) for each in expects.get(name, ())):
            raise ConversationWrong(f"{where}: put numbers in quotes")
    value = str(raw[doing] if raw[doing] is not None else "")
    if doing == _PICKS:
        return Step(picks=value, expects=expects)
    return Step(says=value if doing == _SAYS else value * (_FULL // len(value)), expects=expects)


def _only(raw: Any, known: frozenset[str] | set[str], where: str) -> None:  # noqa: ANN401 - whatever the file holds
    if not isinstance(raw, dict):
        raise ConversationWrong(f"{where}: write “家长: …” and what is expected below it")
    if strange := [str(key) for key in raw if key not in known]:
        raise ConversationWrong(f"{where}: unknown: {'、'.join(strange)}")
