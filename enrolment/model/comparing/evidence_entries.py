"""What families are asked and show, as entries to compare: facts, papers, data of departments."""

from __future__ import annotations

from enrolment.model.comparing.changes import Aspect, Entry
from enrolment.model.comparing.words import NONE, listed
from enrolment.model.deciding.rule_words import value_in_words
from enrolment.model.plan import DataItem, Document, FactSpec, Plan
from enrolment.model.plan.clauses import day


def facts(plan: Plan) -> dict[str, Entry]:
    """The facts the plan wants to know."""
    return {name: _fact(each, plan) for name, each in plan.facts.items()}


def documents(plan: Plan) -> dict[str, Entry]:
    """The papers that may be asked for."""
    return {key: _document(each) for key, each in plan.documents.items()}


def data_items(plan: Plan) -> dict[str, Entry]:
    """The data departments share."""
    return {key: _data_item(each) for key, each in plan.data_items.items()}


def _fact(spec: FactSpec, plan: Plan) -> Entry:
    shown_by = _papers(spec.documents, plan)
    if_no = shown_by if spec.documents_if_no is None else _papers(spec.documents_if_no, plan)
    unshown = shown_by if spec.documents_if_not_shown is None else _papers(spec.documents_if_not_shown, plan)
    aspects = {
        "问法": Aspect(spec.question or NONE),
        "向哪里查": Aspect(listed(plan.data_items[key].title for key in spec.data_items)),
        "查不到时的材料": Aspect(shown_by),
        "家长说没有时的材料": Aspect(if_no),
        "登记里看不出来时的材料": Aspect(unshown),
        "种类": Aspect(spec.kind),
        "可以选": Aspect(listed(value_in_words(choice, spec.kind) for choice in spec.choices)),
        "还来得及办的事": Aspect(_remedy(spec)),
    }
    return Entry(spec.title, f"查不到时的材料：{shown_by}", aspects)


def _papers(keys: tuple[str, ...], plan: Plan) -> str:
    return "或者".join(plan.documents[key].title for key in keys) or NONE


def _remedy(spec: FactSpec) -> str:
    remedy = spec.remedy
    if remedy is None:
        return NONE
    by = f"，最晚{day(remedy.by)}" if remedy.by else ""
    to = "" if remedy.to is None else f"，办好以后：{value_in_words(remedy.to, spec.kind)}"
    return f"{remedy.do}{by}{to}（{remedy.clause}）"


def _document(document: Document) -> Entry:
    aspects = {
        "拍哪几页": Aspect(listed(document.pages)),
        "怎么拍": Aspect(document.advice or NONE),
        "麻烦程度": Aspect(str(document.cost)),
    }
    return Entry(document.title, f"拍{listed(document.pages)}", aspects)


def _data_item(item: DataItem) -> Entry:
    aspects = {
        "部门": Aspect(item.department_title, (item.department, item.department_title)),
        "用来做什么": Aspect(item.purpose),
        "同意以后有效": Aspect(f"{item.valid_days}天"),
        "多久以后才再查": Aspect(f"{item.fresh_hours}小时"),
    }
    return Entry(item.title, f"{item.department_title}：{item.purpose}", aspects)
