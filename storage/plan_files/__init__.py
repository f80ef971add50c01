"""Admission plans as YAML files: `plans/<county>/<year>.yml`, checked before anything relies on them."""

from storage.plan_files.catalogue import PlanFiles
from storage.plan_files.errors import PlanInvalid, Problem
from storage.plan_files.load import LoadedPlan, load, plan_from_document, read_plan

__all__ = ["LoadedPlan", "PlanFiles", "PlanInvalid", "Problem", "load", "plan_from_document", "read_plan"]
