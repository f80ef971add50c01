"""A decision in a sentence or two; the card shows the rest."""

from __future__ import annotations

from enrolment.services.describe_outcome import ON_YOUR_WORD, OutcomeWords, ReasonWords


def decided(words: OutcomeWords) -> bool:
    """Whether there is a category, be it a provisional one, so that the application can be filed."""
    return bool(words.category)


def decision_in_words(words: OutcomeWords) -> str:
    """Say the category, the school and the papers; where something is open, what it is and what is next."""
    if not decided(words):
        return f"还定不下来按哪一类报名{_because(words.pending)}。"
    school = f"，学校是{words.school}" if words.school else ""
    if not words.provisional:
        return f"核对好了：您家属于“{words.category}”{school}。{_papers(words.documents)}"
    checks = "我们会接着核对" if words.unanswered else "由工作人员核对"
    return (
        f"先按您说的算“{words.category}”{school}，还没有全部核实{_because(_unsaid(words.pending))}。"
        f"可以先提交，不耽误时间，{checks}。{_papers(words.documents)}"
    )


def reasons_in_words(words: OutcomeWords) -> str:
    """Say why: each condition, how it stands and who says so, by which clause."""
    lines = [f"· {each.title}：{each.finding}{_said_by(each)}" for each in words.reasons]
    clause = f"依据{words.clause}（{words.clause_title}）：\n" if words.clause else ""
    return f"{clause}{chr(10).join(lines)}" if lines else "还没有核实到能说明原因的信息。"


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


def _said_by(reason: ReasonWords) -> str:
    return f"（{reason.source}）" if reason.source else ""
