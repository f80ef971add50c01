"""The choices offered with a reply."""

from __future__ import annotations

import json
from typing import NamedTuple


class Choice(NamedTuple):
    """What a guardian reads and what picking it tells the engine."""

    title: str
    payload: str


def telling(title: str, **slots: str) -> Choice:
    """Make a choice that tells facts."""
    return Choice(title, "/inform" + json.dumps(slots, ensure_ascii=False))


def correcting(title: str, slot: str) -> Choice:
    """Make a choice that says one fact is wrong."""
    return Choice(title, "/correct" + json.dumps({"corrected": slot}))


START = Choice("给孩子报名", "/start_enrolment")
GO_ON = Choice("接着办", "/resume")
START_OVER = Choice("重新开始", "/restart")
STOP = Choice("先不报了", "/cancel")
WHY = Choice("为什么问这个", "/ask_why")
PROGRESS = Choice("查进度", "/check_status")
PHONES = Choice("咨询电话", "/ask_contact_phone")
CONSENTS = Choice("我同意了哪些", "/show_consents")
SIGNED_IN = Choice("我登录好了", "/signed_in")
WRONG = Choice("我要修改", "/correct")
OPENERS = (
    START,
    Choice("要准备什么材料", "/ask_required_documents"),
    Choice("什么时候报名", "/ask_registration_time"),
    PHONES,
)
