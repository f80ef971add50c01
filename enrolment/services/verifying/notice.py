"""Words for a guardian when a late answer changes what is to be done; none when nothing is."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from enrolment.model.application import Application, State
from enrolment.model.facts import Answer
from enrolment.model.plan import Plan

# A phone's screen holds a line or two.
_NAMED = 2
_PROGRESS = "想看办到哪一步，随时发“进度”。"


def notice_of(before: Application, after: Application, plan: Plan) -> str:
    """Say what is now needed, no longer needed, or decided; empty when there is nothing to say."""
    if after.state is State.DRAFT:
        return _draft(before, after)
    old, new = _papers(before), _papers(after)
    gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
    said = []
    if gone and not new:
        said.append(f"原来请您准备的{_titles(gone, plan)}，现在不用交了：部门的记录已经能说明。")
    elif gone:
        said.append(f"{_titles(gone, plan)}不用交了：部门的记录已经能说明。")
    missing = _newly_missing(before, after)
    if new and missing:
        names = "、".join(f"“{plan.facts[name].title}”" for name in missing[:_NAMED])
        said.append(f"部门答复了，但是没有查到{names}，请您准备{_titles(new, plan)}。")
    elif come:
        said.append(f"部门的记录还说明不了全部情况，请您准备{_titles(come, plan)}。")
    if _category(before) != _category(after) and _category(after):
        said.append(f"按查到的登记，报名类型是“{_category(after)}”。")
    if not said:
        return ""
    if after.state is State.UNDER_REVIEW:
        said.append("报名已经转给工作人员审核，您不用再做什么。")
    return f"您好，您的报名（受理编号{after.receipt_number}）有了新的消息：{''.join(said)}{_PROGRESS}"


def _draft(before: Application, after: Application) -> str:
    """Before filing: only a decision that was open, or came out otherwise, is news."""
    decided = after.outcome is not None and after.outcome.decision.decided
    was = before.outcome is not None and before.outcome.decision.decided
    fewer = len(_papers(after)) < len(_papers(before))
    if not decided or (was and _category(before) == _category(after) and not fewer):
        return ""
    papers = "，不用交材料" if not _papers(after) else ""
    return f"您好，部门的答复到了：您家符合“{_category(after)}”{papers}。发“继续”，我接着给您办。"


def _newly_missing(before: Application, after: Application) -> list[str]:
    """The facts that a department was silent about and now has no record of."""
    if before.outcome is None or after.outcome is None:
        return []
    was = before.outcome.pending
    return [
        name
        for name, answer in after.outcome.pending.items()
        if answer == Answer.NOT_FOUND.value and was.get(name) == Answer.UNAVAILABLE.value
    ]


def _papers(application: Application) -> Collection[str]:
    return application.outcome.documents if application.outcome else ()


def _category(application: Application) -> str:
    return application.outcome.decision.title if application.outcome else ""


def _titles(keys: Iterable[str], plan: Plan) -> str:
    return "".join(f"《{plan.documents[key].title}》" for key in keys if key in plan.documents)
