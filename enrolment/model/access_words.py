"""Who read what, and why, in words a guardian understands."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.access import Reader, Who, Why

FIELDS: Mapping[str, str] = {
    "guardians.name": "您的姓名",
    "guardians.id_number": "您的证件号码",
    "children.name": "孩子的姓名",
    "children.id_number": "孩子的证件号码",
    "applications.declared": "您说的情况",
    "applications.facts": "核实到的情况",
    "applications.outcome": "报名结果",
    "conversations.offered": "最近给您的选项",
    "turns.inbound": "您发来的消息",
    "turns.replies": "给您的回复",
    "vault.value": "您在聊天里写的号码",
    "department_replies.reply": "部门的答复",
    "papers.key": "您上传的材料照片",
    "held_pictures.media": "您发给工作人员的照片在微信里的编号",
    "held_pictures.key": "您发给工作人员的照片",
    "question_gaps.text": "没有答好的问题（不记是谁问的）",
    "particulars.given": "您照着证件填的编号、姓名、地址",
    "handovers.summary": "转给工作人员的情况",
}
"""Every sealed field by its key."""

WHO: Mapping[Who, str] = {
    Who.ASSISTANT: "报名助手（系统自动）",
    Who.GUARDIAN: "您本人",
    Who.STAFF: "工作人员",
}

WHY: Mapping[Why, str] = {
    Why.SIGN_IN: "核对登录的身份",
    Why.TALK: "回复您的消息",
    Why.APPLY: "帮您填写报名",
    Why.VERIFY: "经您同意，向部门核实",
    Why.FILE: "帮您提交或撤回报名",
    Why.SHOW: "给您看结果和进度",
    Why.PAPERS: "处理您上传的材料",
    Why.REVIEW: "审核报名",
    Why.HOTLINE: "在电话里答复您",
    Why.LEARN: "查看没答好的问题，补写答案",
}


def reader_in_words(reader: Reader) -> str:
    """Who it was; staff with the number under which a guardian can ask about them."""
    number = f"（编号 {reader.staff_id}）" if reader.staff_id else ""
    return WHO[reader.who] + number
