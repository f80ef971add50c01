"""Plans to publish: the sample county, with some of its words changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from storage.plan_files import LoadedPlan, load
from tests.plans.conftest import COUNTY, SAMPLE

TODAY = date(2027, 6, 10)


@dataclass(frozen=True, slots=True)
class PlanDesk:
    """A folder of plan files to write in."""

    folder: Path

    def plan(self, version: str = "2027-测试-1", note: str = "按户口", county: str = "990102") -> LoadedPlan:
        """The sample plan with this version, this note to its first category, and for this county."""
        text = (SAMPLE / COUNTY).read_text().replace("2027-测试-1", version).replace("按户口", note)
        return self._load(county, 2027, text.replace('"990102"', f'"{county}"'))

    def following(self, begins: str = "2028-04-01") -> LoadedPlan:
        """The sample plan for the year after, beginning on a day."""
        text = (SAMPLE / COUNTY).read_text().replace("2028-03-31", "2029-03-31").replace("2027", "2028")
        text = text.replace("990100/2028", "990100/2027").replace("since: 2028-04-01", f"since: {begins}")
        return self._load("990102", 2028, text)

    def _load(self, county: str, year: int, text: str) -> LoadedPlan:
        if not self.folder.exists():
            shutil.copytree(SAMPLE, self.folder)
        path = self.folder / county / f"{year}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return load(path)
