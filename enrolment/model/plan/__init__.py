"""The admission plan: the file an authority writes, as the rules read it."""

from enrolment.model.plan.calendar import AgeRule, Calendar, FilingChannel, StageWindows, Window
from enrolment.model.plan.categories import Category, Definition, OrderBy, OrderStep, Placement, SeatLock
from enrolment.model.plan.clauses import Clause, Threshold, Unit
from enrolment.model.plan.evidence import DataItem, Document, FactKind, FactSpec, Remedy
from enrolment.model.plan.guide import GuideArticle, GuideVariant
from enrolment.model.plan.plan import Plan
from enrolment.model.plan.schools import Contact, OnsitePoint, School
from enrolment.model.plan.stage import Stage

__all__ = [
    "AgeRule",
    "Calendar",
    "Category",
    "Clause",
    "Contact",
    "DataItem",
    "Definition",
    "Document",
    "FactKind",
    "FactSpec",
    "FilingChannel",
    "GuideArticle",
    "GuideVariant",
    "OnsitePoint",
    "OrderBy",
    "OrderStep",
    "Placement",
    "Plan",
    "Remedy",
    "School",
    "SeatLock",
    "Stage",
    "StageWindows",
    "Threshold",
    "Unit",
    "Window",
]
