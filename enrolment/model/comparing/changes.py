"""Changes between two plans, and how entries of the same name are held against each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What a change is about, in the order in which families feel it."""

    CATEGORIES = "报名类型"
    FIGURES = "数字和期限"
    TERMS = "认定条件"
    DAYS = "日程和年龄"
    POINTS = "积分"
    ZONES = "学区"
    SCHOOLS = "学校"
    FACTS = "要弄清的情况"
    PAPERS = "材料"
    DATA = "向部门查询的数据"
    SEATS = "学位"
    OFFICES = "报名点和电话"
    ARTICLES = "报名指南"
    CLAUSES = "条款"
    PLAN = "方案本身"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was; without `before` it is new, without `after` it is gone.

    Both are empty where only its name is worth telling. `note` says what else the change touches.
    """

    topic: Topic
    what: str
    before: str | None
    after: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of an entry in words; `meaning` is what must differ for the words to count as changed."""

    words: str
    meaning: Hashable = None

    def differs_from(self, other: Aspect) -> bool:
        """Whether it says something else; an aspect without words is known by its meaning alone."""
        if self.meaning is not None and self.meaning == other.meaning:
            return False
        return self.words != other.words or (not self.words and self.meaning != other.meaning)


@dataclass(frozen=True, slots=True)
class Entry:
    """A named part of a plan with its aspects by label; `summary` tells it when it is new or gone."""

    title: str
    summary: str
    aspects: Mapping[str, Aspect]
    note: str = ""


def compared(topic: Topic, old: Mapping[str, Entry], new: Mapping[str, Entry]) -> Iterator[Change]:
    """Hold entries of the same key against each other; what is new first, then what is gone."""
    for key, entry in new.items():
        if key not in old:
            yield Change(topic, entry.title, None, entry.summary, entry.note)
    for key, entry in old.items():
        if key not in new:
            yield Change(topic, entry.title, entry.summary, None, entry.note)
    for key, entry in new.items():
        if key in old:
            yield from _changed(topic, old[key], entry)


def _changed(topic: Topic, old: Entry, new: Entry) -> Iterator[Change]:
    if old.title != new.title:
        yield Change(topic, f"{old.title} · 名称", old.title, new.title)
    for label, aspect in new.aspects.items():
        before = old.aspects.get(label, Aspect(""))
        if aspect.differs_from(before):
            what = f"{new.title} · {label}" if label else new.title
            yield Change(topic, what, before.words, aspect.words, new.note)
    for label, aspect in old.aspects.items():
        if label not in new.aspects:
            yield Change(topic, f"{new.title} · {label}", aspect.words, "", new.note)
