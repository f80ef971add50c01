"""For every code of a finding: how to spoil the small plan, and where the finding then is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from enrolment.model.reviewing import Code
from tests.enrolment.model.reviewing.small_plan import Document

Spoil = Callable[[Document], None]


def put(path: str, value: object) -> Spoil:
    """Write a value at a place: the steps of the path are divided by blanks."""
    *steps, last = path.split()

    def spoil(document: Document) -> None:
        inner: Any = document
        for step in steps:
            inner = inner[int(step)] if isinstance(inner, list) else inner.setdefault(step, {})
        inner[int(last) if isinstance(inner, list) else last] = value

    return spoil


def drop(path: str) -> Spoil:
    """Take away what is at a place."""
    *steps, last = path.split()

    def spoil(document: Document) -> None:
        inner: Any = document
        for step in steps:
            inner = inner[step]
        del inner[last]

    return spoil


def both(*spoils: Spoil) -> Spoil:
    """Spoil a document more than once."""

    def spoil(document: Document) -> None:
        for each in spoils:
            each(document)

    return spoil


_LOCAL: Final = {"fact": "hukou_in_county", "is": True}
_BOTH_WAYS: Final = {"all": [_LOCAL, {"fact": "hukou_in_county", "is": False}]}
_JUNIOR: Final = {"opens": date(2027, 6, 1), "closes": date(2027, 6, 25), "clause": "小新2027-1"}
_SUM: Final = [
    {"title": "满", "fact": f"months_{row}", "each": 1, "points": 2 * row + 3, "up_to": 20 * (2 * row + 3)}
    for row in range(9)
]


def _tangle(document: Document) -> None:
    """Two sums over the same nine facts, far apart but never provably so by halves."""
    for row in range(9):
        document["facts"][f"months_{row}"] = {
            "kind": "months",
            "title": "月数",
            "documents": ["permit"],
        }
    for key in ("one", "two"):
        document["points"][key] = {"title": "分", "clause": "小新2027-1", "items": _SUM}
    document["categories"]["locals"]["rule"] = {
        "all": [{"points": "one", "at_least": 500}, {"points": "two", "less_than": 500}]
    }


CASES: Final[dict[Code, tuple[Spoil, str]]] = {
    Code.DAY_OUT_OF_REACH: (
        put("thresholds slip", {"title": "笔误", "date": date(1991, 1, 1), "clause": "小新2027-1"}),
        "thresholds.slip.date",
    ),
    Code.PUBLISHED_LATE: (put("calendar published_on", date(2027, 4, 2)), "calendar.published_on"),
    Code.FINISHED_LATE: (put("calendar finished_by", date(2027, 8, 26)), "calendar.finished_by"),
    Code.RESULTS_LATE: (put("calendar results_by", date(2027, 8, 26)), "calendar.results_by"),
    Code.WINDOW_OUTSIDE_CALENDAR: (
        put("calendar windows primary by_category migrants online closes", date(2027, 8, 11)),
        "calendar.windows.primary.by_category.migrants.online",
    ),
    Code.WINDOW_WITHOUT_CATEGORY: (
        put("categories migrants stages", ["junior"]),
        "calendar.windows.primary.by_category.migrants",
    ),
    Code.NOT_IN_FORCE: (put("effective since", date(2027, 6, 2)), "effective"),
    Code.REVIEWER_WITHOUT_PHONE: (drop("schools east phone"), "schools.east"),
    Code.CONTACT_MISSING: (drop("contacts city"), "contacts"),
    Code.CONTACT_WITHOUT_EMAIL: (drop("contacts province email"), "contacts.province"),
    Code.ONSITE_MISSING: (put("onsite_points", {}), "onsite_points"),
    Code.STAGE_WITHOUT_SCHOOL: (
        both(
            put("calendar windows junior online", _JUNIOR),
            put("ages junior", {"cutoff": date(2027, 8, 31), "clause": "小新2027-1"}),
        ),
        "schools",
    ),
    Code.ZONE_OVERLAP: (put("schools west zone roads 0", "东路 100-200"), "schools.west.zone.roads[0]"),
    Code.ZONE_GAP: (put("schools west zone roads 0", "东路 103-200"), "schools"),
    Code.ZONES_MISSING: (
        both(put("schools west zone", {}), put("schools east zone", {})),
        "categories.locals.school_by",
    ),
    Code.CATEGORY_WITHOUT_STAGE: (put("categories others stages", ["junior"]), "categories.others"),
    Code.CATEGORY_IMPOSSIBLE: (put("categories others rule", _BOTH_WAYS), "categories.others.rule"),
    Code.CATEGORY_SHADOWED: (put("categories others rule", _LOCAL), "categories.others.rule"),
    Code.PRIORITY_TIE: (
        both(put("categories others priority", 1), put("categories others rule", _LOCAL)),
        "categories.others.priority",
    ),
    Code.FAMILY_UNPLACED: (drop("categories others"), "categories"),
    Code.RULES_TANGLED: (_tangle, "categories"),
    Code.FACT_UNSUPPORTED: (drop("facts permit_since documents"), "facts.permit_since"),
    Code.FACT_UNUSED: (
        put("facts home_address", {"kind": "text", "title": "住址", "documents": ["permit"]}),
        "facts.home_address",
    ),
    Code.DATA_ITEM_UNUSED: (
        put(
            "data_items marriage",
            {
                "title": "婚姻",
                "department": "civil_affairs",
                "department_title": "民政",
                "purpose": "核对",
                "valid_days": 9,
            },
        ),
        "data_items.marriage",
    ),
    Code.DOCUMENT_UNUSED: (put("documents deed", {"title": "房产证", "trouble": 1}), "documents.deed"),
    Code.POINTS_UNUSED: (
        put(
            "points spare",
            {
                "title": "多余",
                "clause": "小新2027-1",
                "items": [{"title": "户口", "when": _LOCAL, "points": 1}],
            },
        ),
        "points.spare",
    ),
    Code.POINTS_UNCOUNTABLE: (
        put("points years_here items 0 points", 0),
        "points.years_here.items[0]",
    ),
    Code.THRESHOLD_UNUSED: (
        put("thresholds spare", {"title": "多余", "months": 3, "clause": "小新2027-1"}),
        "thresholds.spare",
    ),
    Code.FIGURE_IN_RULE: (
        put("categories migrants rule all 1 months_at_least", 6),
        "categories.migrants.rule.all[1]",
    ),
    Code.SEAT_LOCK_DIFFERS: (put("seat_locks primary years", 3), "definitions.seat_free.rule"),
    Code.ARTICLE_WITHOUT_CLAUSE: (put("articles elsewhere clauses", []), "articles.elsewhere.clauses"),
    Code.ARTICLE_WITHOUT_TOPIC: (put("articles elsewhere topic", None), "articles.elsewhere.topic"),
    Code.CATEGORY_WITHOUT_ARTICLE: (
        put("articles elsewhere text", "可以按{category_migrants}报名。"),
        "categories.others",
    ),
    Code.PLACEHOLDER_UNKNOWN: (put("articles elsewhere text", "{phones}"), "articles.elsewhere.text"),
    Code.PLACEHOLDER_BROKEN: (put("articles elsewhere text", "{phone"), "articles.elsewhere.text"),
    Code.PLACEHOLDER_TAKEN: (
        put("thresholds phone", {"title": "多余", "months": 3, "clause": "小新2027-1"}),
        "thresholds.phone",
    ),
    Code.LITERAL_FIGURE: (
        put("articles elsewhere variants 0 text", "满六个月。"),
        "articles.elsewhere.variants[0].text",
    ),
    Code.FIGURE_UNHELD: (put("clauses 小新2027-1 text", "居住证满七个月。"), "clauses.小新2027-1.text"),
    Code.FORBIDDEN_DEMAND: (put("documents permit title", "居住证和收入证明"), "documents.permit.title"),
    Code.UNFILLED: (put("schools east address", "请填写学校地址"), "schools.east.address"),
}
