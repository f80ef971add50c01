"""`ruxue plan new`: write a first plan for an authority, or the next year's, ready to be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from cli.plan.scaffold import FIRST_PLAN, NEXT_YEAR
from enrolment.model.errors import EnrolmentError
from enrolment.model.months import add_months
from storage.plan_files.reading.layers import Layered, Layers

Say = Callable[[str], None]
_CODE: Final = re.compile(r"[0-9]{6}(-[a-z0-9]+)?")
_NAME: Final = re.compile(r"\w{2,30}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS: Final = range(2020, 2101)
_MONTHS_OF_YEAR: Final = 12
# What of a plan names days that move with its year.
_DATED: Final = ("effective", "calendar", "ages", "thresholds")


class NotWritten(EnrolmentError):
    """No plan was written; the message says what to change."""


def new(folder: Path, *, code: str, year: int, name: str, extends: str, say: Say) -> None:
    """Write `<folder>/<code>/<year>.yml` and say what comes next; never over a file that is there.

    Over a province or a city (abstract) it is a whole first plan, over the authority's own plan the next
    year's. Raises NotWritten, PlanInvalid when what it extends cannot be read, or OSError.
    """
    _check(code, year, name)
    path = folder / code / f"{year}.yml"
    if path.exists():
        raise NotWritten(f"{path} is there already; change it, or name another code or year")
    parent = _parent(folder, extends)
    if parent.abstract:
        written = _first_plan(parent.data, code=code, year=year, name=name, extends=extends)
    elif parent.data.get("county") == code and extends != f"{code}/{year}":
        written = _next_year(parent.data, code=code, year=year, name=name, extends=extends)
    else:
        advice = f"extend a province or a city, for example {code[:2]}0000/{year}"
        raise NotWritten(f"{extends} is the plan of another authority, with its schools; {advice}")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(written)
    say(f"{path}")
    say(f"Fill in what says 请填写, then: ruxue plan check {code}/{year}")


def _check(code: str, year: int, name: str) -> None:
    if not _CODE.fullmatch(code):
        raise NotWritten(f"code {code!r}: write six figures (GB/T 2260), for example 370102 or 370600-zs")
    if year not in _YEARS:
        raise NotWritten(f"year {year}: write one from {_YEARS[0]} to {_YEARS[-1]}")
    if not _NAME.fullmatch(name):
        raise NotWritten(f"name {name!r}: write the authority's name without blanks, for example 历下区")


def _parent(folder: Path, extends: str) -> Layered:
    try:
        return Layers(folder).read(folder / f"{extends}.yml")
    except OSError as error:
        raise NotWritten(f"there is no plan {extends} to extend; name one that lies in {folder}") from error


def _first_plan(parent: Mapping[str, Any], *, code: str, year: int, name: str, extends: str) -> str:
    head = [
        f"{key}: {parent.get(key) or default}"
        for key, default in (("city_name", "请填写城市名"), ("province_name", "请填写省名"))
        if key not in parent
    ]
    contacts = "".join(
        f'  {level}: {{level: {level}, name: {words}咨询投诉, phone: "12345", hours: 请填写办公时间, '
        f"email: zhaosheng@{level}.example}}\n"
        for level, words in (("city", "市"), ("province", "省"))
        if level not in parent.get("contacts", {})
    )
    return FIRST_PLAN.substitute(
        title=name,
        name=name,
        code=code,
        area=code[:6],
        year=year,
        next_year=year + 1,
        extends=extends,
        head="\n".join(head) or "# 城市、省份、上级部门从上面的方案里取",
        contacts=contacts,
    )


def _next_year(parent: Mapping[str, Any], *, code: str, year: int, name: str, extends: str) -> str:
    months = (year - int(parent["year"])) * _MONTHS_OF_YEAR
    moved = {key: later for key in _DATED if (later := _moved(parent.get(key), months)) is not None}
    written = yaml.safe_dump(moved, allow_unicode=True, sort_keys=False, width=110)
    return NEXT_YEAR.substitute(title=name, code=code, year=year, extends=extends) + written


def _moved(part: object, months: int) -> object:
    """The days of a part, so many months later; None where it has none."""
    if isinstance(part, Mapping):
        inner = {key: later for key, each in part.items() if (later := _moved(each, months)) is not None}
        return inner or None
    if isinstance(part, str) and _DAY.fullmatch(part):
        part = date.fromisoformat(part)
    return add_months(part, months) if isinstance(part, date) else None
