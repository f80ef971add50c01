"""A decision in a sentence or two; the card shows the rest."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.services.deciding.describe_outcome import (
    ON_YOUR_WORD,
    OPEN_CATEGORY,
    OutcomeWords,
    ReasonWords,
    RuledOutWords,
)
from enrolment.services.deciding.outcome_words import YES_OR_NO, rule_in_short, standing, telling

# A reason or two say why not; all of them would bury the answer.
_SHOWN = 2


def decided(words: OutcomeWords) -> bool:
    """Whether there is a category, be it a provisional one."""
    return bool(words.category)


def decision_in_words(words: OutcomeWords) -> str:
    """Say the category, the school and the papers; where something is open, what it is and what is next."""
    still_open = _because(_unsaid(words.pending))
    if not decided(words):
        return f"还定不下来按哪一类报名{still_open}。{OPEN_CATEGORY}。{_papers(words.documents)}"
    school = f"，学校是{words.school}" if words.school else ""
    if not words.provisional:
        return f"核对好了：您家属于“{words.category}”{school}。{_papers(words.documents)}"
    checks = "我们会接着核对" if words.unanswered else "由工作人员核对"
    return (
        f"先按您说的算“{words.category}”{school}，还没有全部核实{still_open}。"
        f"可以先提交，不耽误时间，{checks}。{_papers(words.documents)}"
    )


def reasons_in_words(words: OutcomeWords) -> str:
    """Say why: each condition, how it stands, who says so, by which clause; and why not a better category."""
    reasons = telling(words.reasons)
    ruled_out = [_why_not(each) for each in words.ruled_out]
    if not (reasons or ruled_out):
        return "还没有核实到能说明原因的信息。"
    clause = [f"按“{words.category}”算，依据{words.clause}（{words.clause_title}）："] if words.clause else []
    lines = [f"· {each.title}：{standing(each)}{_by(each)}" for each in reasons]
    points = [f"  {line}" for each in reasons for line in each.lines]
    better = ["为什么不是更靠前的类型："] if ruled_out else []
    return "\n".join([*clause, *lines, *points, *better, *ruled_out, f"{words.plan_words}。"])


def options_in_words(
    could_still: Sequence[str], too_late: Sequence[str], to_clear: Sequence[str] = ()
) -> str:
    """Say what could still be done, and what is over for this year; first what the category hangs on."""
    lines = [f"· {each}" for each in could_still]
    if to_clear:
        what_if = ["不管按哪一类，还可以这样做："] if lines else []
        lines = [f"按哪一类还没有定，要先弄清楚：{'、'.join(to_clear)}。", *what_if, *lines]
    elif not lines:
        lines = ["照现在的情况，没有查到补办了就能换到更靠前类型的事，按现在的类型报就行。"]
    else:
        lines.insert(0, "想换到更靠前的类型，还可以这样做：")
    if too_late:
        lines += ["今年已经来不及的：", *(f"· {each}" for each in too_late)]
    return "\n".join(lines)


def _why_not(ruled_out: RuledOutWords) -> str:
    missed = "；".join(f"{each.title}{_missed(each)}" for each in telling(ruled_out.reasons)[:_SHOWN])
    return f"· 不是“{ruled_out.category}”，因为{missed}"


def _missed(reason: ReasonWords) -> str:
    if not reason.wanted:
        return f"（{reason.finding}）"
    return (
        f"要{reason.wanted}，查到是{reason.found}" if reason.wanted not in YES_OR_NO else f"：{reason.found}"
    )


def _unsaid(pending: tuple[ReasonWords, ...]) -> tuple[ReasonWords, ...]:
    """What needs saying: not what the guardian did not want looked up."""
    return tuple(each for each in pending if each.finding != ON_YOUR_WORD)


def _because(pending: tuple[ReasonWords, ...]) -> str:
    if not pending:
        return ""
    # One department's silence leaves several facts open; it is said once.
    open_items = dict.fromkeys(f"{each.source or each.title}（{each.finding}）" for each in pending)
    return f"：{'；'.join(open_items)}"


def _papers(documents: tuple[str, ...]) -> str:
    if not documents:
        return "您不用交任何材料。"
    return f"还需要您交：{'、'.join(documents)}。"


def _by(reason: ReasonWords) -> str:
    parts = [part for part in (rule_in_short(reason), reason.source, reason.clause) if part]
    return f"（{'，'.join(parts)}）" if parts else ""
