"""Admission plans as YAML files: `plans/<county>/<year>.yml`, checked before anything relies on them."""

from storage.plan_files.catalogue import PlanFiles
from storage.plan_files.errors import PlanInvalid

__all__ = ["PlanFiles", "PlanInvalid"]
