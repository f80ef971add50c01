"""Words for every state and every event, for each audience that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from enrolment.model.application import State
from enrolment.model.story.timeline import EventType


class Audience(StrEnum):
    """Who reads about an application."""

    GUARDIAN = "guardian"
    HOTLINE = "hotline"
    REVIEWER = "reviewer"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state in words: a label for each audience, and the guardian's next step in one sentence."""

    guardian: str
    hotline: str
    reviewer: str
    school: str
    next_step: str


STATES: Mapping[State, StateWords] = {
    State.DRAFT: StateWords("还没有提交", "草稿，未提交", "草稿", "未提交", "请您接着填写，核对后提交。"),
    State.SUBMITTED: StateWords(
        "已提交", "已提交，待核验", "待核验", "待核验", "您不用做什么，系统马上开始核验。"
    ),
    State.VERIFYING: StateWords(
        "正在核验", "部门数据核验中", "核验中", "核验中", "您不用做什么，部门数据正在核对。"
    ),
    State.UNDER_REVIEW: StateWords(
        "审核中", "工作人员审核中", "待审核", "待审核", "您不用做什么，工作人员正在审核，结果出来会告诉您。"
    ),
    State.NEEDS_DOCUMENTS: StateWords(
        "有信息待补充",
        "待补充或待部门答复",
        "待补材料",
        "待补材料",
        "请按提示补充材料；部门数据恢复后，我们也会再查。",
    ),
    State.APPROVED: StateWords("审核通过", "审核通过，待录取", "已通过", "待录取", "请等待学校录取。"),
    State.RETURNED: StateWords(
        "需要修改", "已退回，待修改重交", "已退回", "已退回", "请看退回的原因，改好后再提交一次。"
    ),
    State.DECLINED: StateWords(
        "审核没有通过",
        "未通过，可申请复核",
        "未通过",
        "未通过",
        "请看没有通过的原因；您不同意，可以打咨询电话请工作人员复核。",
    ),
    State.ADMITTED: StateWords("已录取", "已录取，待分配学校", "已录取", "已录取", "请等待学校安排的消息。"),
    State.PLACED: StateWords(
        "学校已安排", "已安排学校，待家长确认", "已安排", "待确认报到", "请您看一看学校安排，并确认。"
    ),
    State.ADJUSTED: StateWords(
        "学校已调剂安排",
        "已调剂，待家长确认",
        "已调剂",
        "待确认报到",
        "对口学校学位已满，请您看一看调剂安排，并确认。",
    ),
    State.CONFIRMED: StateWords(
        "已确认入学", "已确认入学", "已确认", "已确认", "请按学校通知的时间带孩子报到。"
    ),
    State.WITHDRAWN: StateWords("已撤回", "家长已撤回", "已撤回", "已撤回", "报名时间内，您可以重新报名。"),
}

EVENTS: Mapping[EventType, str] = {
    EventType.APPLICATION_OPENED: "开始填写报名",
    EventType.CONSENT_GRANTED: "您同意查询：{item}",
    EventType.CONSENT_REFUSED: "您没有同意查询：{item}",
    EventType.CONSENT_REVOKED: "您撤回了查询{item}的同意，已查到的内容已删除",
    EventType.FACT_CONFIRMED: "{department}核实了：{fact}",
    EventType.FACT_CONTRADICTED: "{department}的登记和您说的不一样：{fact}，按登记的办",
    EventType.FACT_NOT_FOUND: "{department}没有查到：{fact}",
    EventType.DEPARTMENT_UNAVAILABLE: "{department}暂时没有答复：{item}",
    EventType.RECHECK_REQUESTED: "您请{department}重新查一次：{item}",
    EventType.STATEMENT_CORRECTED: "您更正了填写的内容",
    EventType.CATEGORY_DECIDED: "确定报名类型：{category}",
    EventType.APPLICATION_SUBMITTED: "您提交了报名",
    EventType.VERIFICATION_STARTED: "开始核验",
    EventType.REVIEW_REQUESTED: "转给工作人员审核",
    EventType.TAKEN_OVER: "部门一直没有答复，工作人员接手核对",
    EventType.DOCUMENTS_REQUESTED: "还有信息待补充",
    EventType.PAPERS_HANDED_IN: "您交了材料的照片",
    EventType.APPLICATION_WITHDRAWN: "报名已撤回",
}


def label(state: State, audience: Audience) -> str:
    """The name of a state for one audience."""
    words = STATES[state]
    return {
        Audience.GUARDIAN: words.guardian,
        Audience.HOTLINE: words.hotline,
        Audience.REVIEWER: words.reviewer,
        Audience.SCHOOL: words.school,
    }[audience]


def next_step(state: State) -> str:
    """What a guardian does next, in one sentence."""
    return STATES[state].next_step
