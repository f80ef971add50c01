"""Which columns of a table hold what, by the names offices give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from enrolment.services.guidance.import_articles import Entry
from integrations.guides.errors import ListUnreadable

_QUESTION = ("问题", "问", "咨询问题", "常见问题", "question")
_ANSWER = ("答案", "答", "答复", "回答", "解答", "answer")
_TOPIC = ("主题", "类别", "分类", "topic")


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of columns; empty for the usual ones."""

    question: str = ""
    answer: str = ""
    topic: str = ""

    def entries(self, head: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> list[Entry]:
        """The entries of a table; rows without a question or an answer hold none.

        Raises ListUnreadable where a column is not there.
        """
        names = [name.strip() for name in head]
        question = _find(names, self.question, _QUESTION, "--question")
        answer = _find(names, self.answer, _ANSWER, "--answer")
        topic = _find(names, self.topic, _TOPIC, "--topic", needed=bool(self.topic))
        found = (
            Entry(number, _cell(row, question), _cell(row, answer), _cell(row, topic)) for number, row in rows
        )
        return [entry for entry in found if entry.question and entry.answer]

    def fit(self, head: Sequence[str]) -> bool:
        """Whether a table with this head holds questions and answers."""
        names = {name.strip() for name in head}
        wanted = (self.question or _QUESTION, self.answer or _ANSWER)
        return all(names & ({one} if isinstance(one, str) else set(one)) for one in wanted)


def _find(
    names: Sequence[str], told: str, usual: Sequence[str], flag: str, *, needed: bool = True
) -> int | None:
    for name in (told,) if told else usual:
        if name in names:
            return names.index(name)
    if not needed:
        return None
    wanted = told or "、".join(usual)
    raise ListUnreadable(f"there is no column {wanted}, only {'、'.join(names)}; name it with {flag}")


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""
