"""What a review finds: where in the plan, why it is wrong, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """An error keeps a plan from being published; a warning asks its author to look again."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every kind of finding (docs/plan-check.md tells each with its remedy)."""

    DAY_OUT_OF_REACH = "day-out-of-reach"
    PUBLISHED_LATE = "published-late"
    FINISHED_LATE = "finished-late"
    RESULTS_LATE = "results-late"
    WINDOW_OUTSIDE_CALENDAR = "window-outside-calendar"
    WINDOW_WITHOUT_CATEGORY = "window-without-category"
    NOT_IN_FORCE = "not-in-force"

    REVIEWER_WITHOUT_PHONE = "reviewer-without-phone"
    CONTACT_MISSING = "contact-missing"
    CONTACT_WITHOUT_EMAIL = "contact-without-email"
    ONSITE_MISSING = "onsite-missing"
    STAGE_WITHOUT_SCHOOL = "stage-without-school"

    ZONE_OVERLAP = "zone-overlap"
    ZONE_GAP = "zone-gap"
    ZONES_MISSING = "zones-missing"

    CATEGORY_WITHOUT_STAGE = "category-without-stage"
    CATEGORY_IMPOSSIBLE = "category-impossible"
    CATEGORY_SHADOWED = "category-shadowed"
    PRIORITY_TIE = "priority-tie"
    FAMILY_UNPLACED = "family-unplaced"
    RULES_TANGLED = "rules-tangled"

    FACT_UNSUPPORTED = "fact-unsupported"
    FACT_UNUSED = "fact-unused"
    DATA_ITEM_UNUSED = "data-item-unused"
    DOCUMENT_UNUSED = "document-unused"

    POINTS_UNUSED = "points-unused"
    POINTS_UNCOUNTABLE = "points-uncountable"
    THRESHOLD_UNUSED = "threshold-unused"
    FIGURE_IN_RULE = "figure-in-rule"
    SEAT_LOCK_DIFFERS = "seat-lock-differs"

    ARTICLE_WITHOUT_CLAUSE = "article-without-clause"
    ARTICLE_WITHOUT_TOPIC = "article-without-topic"
    CATEGORY_WITHOUT_ARTICLE = "category-without-article"
    PLACEHOLDER_UNKNOWN = "placeholder-unknown"
    PLACEHOLDER_BROKEN = "placeholder-broken"
    PLACEHOLDER_TAKEN = "placeholder-taken"
    LITERAL_FIGURE = "literal-figure"
    FIGURE_UNHELD = "figure-unheld"

    FORBIDDEN_DEMAND = "forbidden-demand"
    UNFILLED = "unfilled"


_WARNINGS: Final = frozenset(
    {
        Code.PUBLISHED_LATE,
        Code.CONTACT_MISSING,
        Code.CONTACT_WITHOUT_EMAIL,
        Code.ZONE_GAP,
        Code.FAMILY_UNPLACED,
        Code.RULES_TANGLED,
        Code.FACT_UNUSED,
        Code.DATA_ITEM_UNUSED,
        Code.DOCUMENT_UNUSED,
        Code.POINTS_UNUSED,
        Code.THRESHOLD_UNUSED,
        Code.FIGURE_IN_RULE,
        Code.ARTICLE_WITHOUT_TOPIC,
        Code.CATEGORY_WITHOUT_ARTICLE,
        Code.FIGURE_UNHELD,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `place` is written as a file's author sees it: categories.house_only.rule.all[1]."""

    code: Code
    place: str
    reason: str
    remedy: str

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return Severity.WARNING if self.code in _WARNINGS else Severity.ERROR
