"""A mistake in a plan file is named with its file, its place, and what to write instead."""

from __future__ import annotations

import pytest

from tests.plans.conftest import Spoil

MISTAKES = {
    "a word for a number": (
        "{fact: home_share, at_least: 50}",
        "{fact: home_share, at_least: 五十}",
        "categories[1].rule.all[2].all[2]",
        "write a whole number of per cent, for example 50",
    ),
    "a word for yes or no": (
        "{fact: hukou_in_county, is: yes}",
        "{fact: hukou_in_county, is: 在}",
        "categories[1].rule.all[1]",
        "write yes or no",
    ),
    "a choice nobody has": (
        "{fact: home_use, is: 住宅}",
        "{fact: home_use, is: 住房}",
        "categories[1].rule.all[2].all[1]",
        "write one of 住宅, 商业",
    ),
    "an unknown fact": (
        "{fact: hukou_in_county, is: yes}",
        "{fact: hukou, is: yes}",
        "categories[1].rule.all[1]",
        "there is no fact 'hukou'",
    ),
    "a comparison that makes no sense": (
        "{fact: hukou_in_county, is: yes}",
        "{fact: hukou_in_county, at_least: yes}",
        "categories[1].rule.all[1]",
        "compare it with is or is_not",
    ),
    "a rule of two minds": (
        "- not: *own_home",
        "- {not: *own_home, any: []}",
        "categories[3].rule.all[2]",
        "any",
    ),
    "an unknown clause": (
        "clause: 历下2027-3.4",
        "clause: 历下2027-9.9",
        "categories[4].clause",
        "not defined",
    ),
    "an unknown paper": (
        "documents: [preferential_certificate]",
        "documents: [medal]",
        "facts.preferential_claimed.documents",
        "'medal' is not defined",
    ),
    "a zone twice": (
        "历山路 61-180 单号",
        "历山路 59-180 单号",
        "schools[2].zone.roads[1]",
        "overlaps the zone of p02",
    ),
    "a community twice": (
        "communities: [环山小区]",
        "communities: [环山小区, 千佛山小区]",
        "schools[4].zone.communities",
        "already in the zone of p04",
    ),
    "a road nobody can read": ("县西巷 1-40", "县西巷全部", "schools[0].zone.roads[1]", "write it like"),
    "a range backwards": ("县西巷 1-40", "县西巷 40-1", "schools[0].zone.roads[1]", "smaller number first"),
    "a window backwards": (
        "opens: 2027-06-10",
        "opens: 2027-06-26",
        "windows.junior",
        "opens comes after closes",
    ),
    "results too late": ("results_by: 2027-08-10", "results_by: 2027-08-26", "results_by", "2027-08-25"),
    "published too late": (
        "published_on: 2027-04-01",
        "published_on: 2027-04-05",
        "published_on",
        "two months",
    ),
    "a cut-off of another year": (
        "cutoff: 2027-08-31",
        "cutoff: 2026-08-31",
        "ages.primary.cutoff",
        "a day of 2027",
    ),
    "a placeholder nothing fills": ("{contacts}", "{hotline}", "articles.contact_phone", "{hotline}"),
    "a priority twice": ("priority: 5", "priority: 4", "categories: priority", "4 is used 2 times"),
    "a key twice": ("  - key: p02", "  - key: p01", "schools: key", "'p01' is used 2 times"),
    "an unknown field": (
        "    title: 房户一致居民子女",
        "    titel: 房户一致居民子女",
        "categories[1].titel",
        "check its spelling",
    ),
    "a missing stage": (
        "  junior: {cutoff: 2027-08-31, clause: 历下2027-2.2}\n",
        "",
        "ages",
        "junior is missing",
    ),
    "a field written twice": ("year: 2027\n", "year: 2027\nyear: 2028\n", "line", "'year' is written twice"),
    "no YAML": ("clauses:\n", "clauses: [\n", "line", ""),
    "a missing field": ("version: 2027-演示-1\n", "", "version", "this field is missing"),
    "another county": ('county: "370102"', 'county: "370104"', "county, year", "370104/2027"),
    "a bad phone": ("phone: 0531-8000 0101", "phone: 12", "schools[0].phone", ""),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_plan_is_refused_with_its_place_when_it_holds_a_mistake(name: str, spoil: Spoil) -> None:
    """The author learns the file, the place, and what to write."""
    old, new, place, advice = MISTAKES[name]
    refused = spoil(old, new)
    assert str(refused).startswith("plans/370102/2027.yml: ")
    assert place in str(refused)
    assert advice in str(refused)
