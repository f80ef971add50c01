"""Plans whose schools have the zones a test writes down, line by line as an official does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from enrolment.model.plan import Plan, School, Stage
from enrolment.model.zoning.zone import Zone
from storage.plan_files.zone_lists import read_zone
from tests.fakes import demonstration_plan


@dataclass(frozen=True, slots=True)
class Lines:
    """A zone as it stands in a plan file."""

    communities: Sequence[str] = ()
    roads: Sequence[str] = ()
    except_: Sequence[str] = ()


def zone(communities: Sequence[str] = (), roads: Sequence[str] = (), left_out: Sequence[str] = ()) -> Zone:
    """Read a zone from its lines."""
    return read_zone(Lines(communities, roads, left_out), "zone")


def school(key: str, its_zone: Zone, stage: Stage = Stage.PRIMARY) -> School:
    """A school of which nothing but its zone matters."""
    return School(key, key, stage, "", "", its_zone)


def plan_with(
    zones: Mapping[str, Zone], county: str = "历下区", city: str = "济南市", area: str = "370102"
) -> Plan:
    """The demonstration plan, moved to a county and with these schools."""
    return replace(
        demonstration_plan(),
        county=area,
        county_name=county,
        city_name=city,
        other_names=(),
        areas=frozenset({area}),
        schools=tuple(school(key, each) for key, each in zones.items()),
    )
