"""Plays a conversation and holds every answer against what is expected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.messages import ChannelName
from tests.conversations.language import Conversation, Step
from tests.conversations.rig import Rig

_UNITS = {"分钟": "minutes", "小时": "hours", "天": "days"}
_FAMILIES = {
    "一个孩子": "one",
    "两个孩子": "two",
    "还小的孩子": "young",
    "双胞胎": "twins",
    "六年级的孩子": "junior",
}
_ITEMS = {"不动产": "real_estate", "户籍": "household_members", "出生证明": "birth_certificate"}
_CARDS = {"同意书": "consent", "结果": "decision", "回执": "receipt", "进度": "timeline"}
_LINKS = {"登录": "sign_in", "材料": "papers", "同意": "consents", "方案": "plan"}
_SLOTS = {
    "学段": ("stage", {"小学": "primary", "初中": "junior"}),
    "生日": ("birth_date", {}),
    "区": ("county", {"历下": "370102", "李沧": "370213", "芝罘": "370602"}),
    "户口": ("hukou", {"在本区": "here", "不在本区": "elsewhere"}),
    "住房": ("home", {"父母名下": "guardian", "老人名下": "grandparent", "没有": "none"}),
}
_REASONS = {
    "要找人": "asked",
    "投诉": "complaint",
    "没听懂": "unclear",
    "答不上来": "failed_answers",
    "登录不上": "failed_sign_ins",
    "安全": "safety",
}


def play(conversation: Conversation, rig: Rig) -> list[str]:
    """Play it; give what was not as expected, one line each."""
    _prepare(conversation.head, rig)
    wrong: list[str] = []
    for place, step in enumerate(conversation.steps, 1):
        try:
            _do(step, rig)
        except KeyError as missing:
            return [*wrong, f"{place}. {step.told}: {missing.args[0]}"]
        failed = [line for key, value in step.expects.items() for line in _CHECKS[key](value, rig)]
        if failed:
            heard = f"{rig.words}\n   选项：{rig.titles}"
            wrong += [f"{place}. {step.told}: {'; '.join(failed)}\n   助手说了：{heard}"]
    return wrong


def _prepare(head: Mapping[str, Any], rig: Rig) -> None:
    if "服务" in head:
        rig.serve(head["服务"])
    if head.get("渠道") == "微信":
        rig.on(ChannelName.WECHAT)
    if "部门没答复" in head:
        rig.office(departments_down=[_ITEMS[each] for each in head["部门没答复"]])
    if "时间" in head:
        rig.move_to(rig.clock.now().fromisoformat(f"{head['时间']}+08:00"))


def _do(step: Step, rig: Rig) -> None:
    if step.says is not None:
        rig.say(step.says)
    elif step.picks is not None:
        rig.pick(step.picks)
    elif step.event is not None:
        _EVENTS[step.event[0]](step.event[1], rig)


def _time_passes(value: str, rig: Rig) -> None:
    unit = next(unit for unit in _UNITS if value.endswith(unit))
    rig.move_to(rig.clock.now() + timedelta(**{_UNITS[unit]: int(value.removesuffix(unit))}))


def _purged(value: str, rig: Rig) -> None:
    _time_passes(value, rig)
    rig.purge()


def _staff(value: str, rig: Rig) -> None:
    if value == "接手":
        rig.desk.taken.add(rig.conversation)
    else:
        rig.desk.taken.clear()


def _refused(value: str, rig: Rig) -> None:
    for _ in range(int(value)):
        rig.signal("/sign_in_failed")


_EVENTS: Mapping[str, Callable[[str, Rig], None]] = {
    "登录": lambda value, rig: rig.office(sign_in=rig.conversation, family=_FAMILIES[value]),
    "登录失败": _refused,
    "过了": _time_passes,
    "过期清掉": _purged,
    "部门没答复": lambda value, rig: rig.office(departments_down=[_ITEMS[value]] if value != "无" else []),
    "工作人员": _staff,
}


def _says(value: list[str], rig: Rig) -> list[str]:
    return [f"没有说“{each}”" for each in value if each not in rig.words]


def _says_not(value: list[str], rig: Rig) -> list[str]:
    return [f"说了“{each}”" for each in value if each in rig.words]


def _offers(value: list[str], rig: Rig) -> list[str]:
    return [f"没有选项“{each}”" for each in value if not any(each in title for title in rig.titles)]


def _offers_nothing(value: bool, rig: Rig) -> list[str]:  # noqa: FBT001 - what the file says
    return [f"有选项{rig.titles}"] if value and rig.titles else []


def _knows(value: Mapping[str, Any], rig: Rig) -> list[str]:
    return _differing(value, rig.known()["slots"])


def _staff_sees(value: Mapping[str, Any], rig: Rig) -> list[str]:
    return _differing(value, rig.known()["told"])


def _differing(value: Mapping[str, Any], slots: Mapping[str, Any]) -> list[str]:
    wrong = []
    for name, wanted in value.items():
        slot, values = _SLOTS[name]
        expected = values.get(str(wanted), str(wanted)) if wanted != "还不知道" else None
        if slots.get(slot) != expected:
            wrong.append(f"{name}记成了{slots.get(slot)}，应是{expected}")
    return wrong


def _kind(drawn: list[str], kinds: Mapping[str, str], value: str) -> list[str]:
    wanted = [] if value == "没有" else [kinds[value]]
    return [] if drawn == wanted else [f"出现的是{drawn}，应是{wanted}"]


def _handed_over(value: str, rig: Rig) -> list[str]:
    reason = rig.known()["handover"] or next((why.value for who, why in rig.desk.called[-1:]), None)
    wanted = None if value == "没有" else _REASONS[value]
    return [] if reason == wanted else [f"转给工作人员的原因是{reason}，应是{wanted}"]


_CHECKS: Mapping[str, Callable[[Any, Rig], list[str]]] = {
    "助手说": _says,
    "不说": _says_not,
    "选项": _offers,
    "没有选项": _offers_nothing,
    "记下": _knows,
    "卡片": lambda value, rig: _kind([each.card.kind for each in rig.replies if each.card], _CARDS, value),
    "链接": lambda value, rig: _kind([each.link.title for each in rig.replies if each.link], _LINKS, value),
    "几句": lambda value, rig: [] if len(rig.replies) == value else [f"说了{len(rig.replies)}句"],
    "转给工作人员": _handed_over,
    "工作人员看到": _staff_sees,
    "助手不作声": lambda value, rig: [] if value and not rig.replies else ["说话了"],
}
