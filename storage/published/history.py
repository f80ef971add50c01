"""Plans as they were published before, read again from their documents."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from enrolment.model.plan import Plan
from storage.errors import StorageError
from storage.plan_files import PlanInvalid, plan_from_document
from storage.published.versions import PlanVersion, PlanVersions

log = structlog.get_logger()


class PublishedHistory:
    """Implements `enrolment.answer_ports.PlanHistory`."""

    def __init__(self, versions: PlanVersions) -> None:
        self._versions = versions

    def versions(self, county: str, year: int) -> Mapping[str, Plan]:
        """Every published version of a plan that can be read, by its version's words."""
        found = ((each.version, self._plan(each)) for each in self._versions.versions(county, year))
        return {version: plan for version, plan in found if plan is not None}

    def _plan(self, version: PlanVersion) -> Plan | None:
        name = f"published {version.county}/{version.year} #{version.serial}"
        try:
            return plan_from_document(self._versions.document(version.sha256), name)
        except (PlanInvalid, StorageError) as error:
            log.warning("published_plan_unreadable", name=name, reason=str(error))
            return None
