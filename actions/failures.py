"""What an action answers when it cannot do its work."""

from __future__ import annotations

from enrolment.model import errors


class PartUnavailable(Exception):
    """Something the actions need did not answer: the turn is given up and tried again later.

    Attributes:
        part: what did not answer (storage, identity, exchange).
    """

    def __init__(self, part: str) -> None:
        super().__init__(f"{part} did not answer")
        self.part = part


UNEXPECTED = "不好意思，刚才这一步出了点问题，没有办成。您说过的都还在，请稍等一会儿再发一次。"
_SENTENCES: dict[type[errors.EnrolmentError], str] = {
    errors.BirthDateInvalid: "这个出生日期好像不对，请您再看一看，比如“2020年10月15日”。",
    errors.ConsentMissing: "这一步要先请您同意查询，我们才能去核对。",
    errors.ConsentTextOutdated: "授权的说明刚刚更新过，请您再看一遍。",
    errors.DepartmentUnavailable: "有个部门暂时没有答复，我们会再查，您不用做什么。",
    errors.SignInRefused: "这次登录没有成功，请您再登录一次。",
    errors.NotSignedIn: "这一步要先请您登录，确认您是孩子的监护人。",
    errors.ChildUnknown: "登记的信息里没有找到这个孩子，请您重新选一下。",
    errors.PlanNotFound: "这个区今年的招生方案还没有公布，暂时不能报名。",
    errors.CaseNotFound: "没有找到这份报名，请您发“我要报名”重新开始。",
    errors.DecisionMissing: "还没有核对出结果，暂时不能提交。请您发“继续”，我再核对一次。",
    errors.StatementInvalid: "这一项我没法这样记，请您换个说法，或者点“不清楚，先跳过”。",
    errors.TransitionRefused: "这份报名现在不能这样改。您可以打咨询电话请工作人员帮忙。",
}


def sentence_for(refusal: errors.EnrolmentError) -> str:
    """Say a refusal kindly; what the guardian may do next is in it."""
    match refusal:
        case errors.WindowClosed():
            opens, closes = refusal.opens, refusal.closes
            return (
                f"现在不在报名时间里。网上报名是{opens.year}年{opens.month}月{opens.day}日到"
                f"{closes.month}月{closes.day}日，您填的都留着，到时候发“继续”就能提交。"
            )
        case errors.DuplicateApplication():
            number = f"，第一次的受理编号是{refusal.receipt_number}" if refusal.receipt_number else ""
            return f"这个孩子今年已经报过名了{number}，不用再报。"
        case errors.NotOfAge():
            return f"按登记的生日，孩子要到{refusal.entry_year}年秋季才到入学年龄，今年还不能报名。"
    return _SENTENCES.get(type(refusal), UNEXPECTED)
