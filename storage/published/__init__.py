"""Published plans: immutable versions in the database, and the plans in force read from them."""

from storage.published.history import PublishedHistory
from storage.published.plans import PublishedPlans
from storage.published.versions import PlanVersion, PlanVersions, Publication, VersionTaken

__all__ = ["PlanVersion", "PlanVersions", "Publication", "PublishedHistory", "PublishedPlans", "VersionTaken"]
