"""Read a file of families."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from storage.family_files.case import FamilyCase
from storage.family_files.errors import FamilyInvalid
from storage.family_files.schema import FamilyPart, FilePart
from storage.plan_files.errors import PlanInvalid
from storage.plan_files.problems import in_words
from storage.plan_files.reading.document import Document, parse
from storage.plan_files.reading.origins import Layer, Origins


def read_families(path: Path) -> list[FamilyCase]:
    """Read every family of a file, in its order; raise FamilyInvalid, or OSError when it cannot be opened."""
    name = path.as_posix()
    try:
        document = parse(path.read_text(encoding="utf-8"), name)
        part = FilePart.model_validate(document.data)
    except UnicodeDecodeError as error:
        raise FamilyInvalid(f"{name}: the file is not UTF-8; save it as UTF-8") from error
    except PlanInvalid as error:
        raise FamilyInvalid(str(error)) from error
    except ValidationError as error:
        problems = in_words(error, document.data, Origins((Layer(name, document.lines),)))
        raise FamilyInvalid(str(problems[0])) from error
    return [_case(title, family, part, name, document) for title, family in part.families.items()]


def _case(title: str, family: FamilyPart, file: FilePart, name: str, document: Document) -> FamilyCase:
    case = FamilyCase(title, name, file.plan, family, file.today, document.lines)
    for at, seat in enumerate(family.seats):
        if seat.home > len(family.homes):
            raise case.refusal(f"学位占用[{at}].第几套房", f"there is no home {seat.home} under 房子")
    return case
