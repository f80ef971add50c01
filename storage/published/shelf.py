"""Which version of each plan is the newest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from storage.published.versions import PlanVersion

Years = Mapping[int, PlanVersion]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The newest version of every county's years, and the last number seen."""

    counties: Mapping[str, Years]
    last: int

    def with_new(
        self, found: Sequence[PlanVersion], today: date, is_readable: Callable[[PlanVersion], bool]
    ) -> Shelf:
        """The shelf with what was found since; of what is in force, the newest that can be read.

        Years that are not in force are taken as they are: they are read when somebody asks for them.
        """
        counties = {county: dict(years) for county, years in self.counties.items()}
        candidates: dict[tuple[str, int], list[PlanVersion]] = {}
        for version in found:
            years = counties.setdefault(version.county, {})
            before = years.get(version.year)
            candidates.setdefault((version.county, version.year), [before] if before else []).append(version)
            years[version.year] = version
        for county in {version.county for version in found}:
            years = counties[county]
            year = in_force(years, today).year
            tried = reversed(candidates.get((county, year), [years[year]]))
            readable = next((version for version in tried if is_readable(version)), None)
            if readable is not None:
                years[year] = readable
            else:
                del years[year]
        kept = {county: years for county, years in counties.items() if years}
        return Shelf(kept, max((self.last, *(version.number for version in found))))


def in_force(years: Years, today: date) -> PlanVersion:
    """The version of the latest year that has begun; of the latest there is where none has."""
    begun = [year for year, version in years.items() if version.effective_from <= today]
    return years[max(begun or years)]
