"""Finds ID numbers, phones and certificate numbers in what people type, however they space them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

_GAP = r"[\s\-–—_.·,，、\u200b-\u200f\ufeff]"
_RECEIPT = re.compile(r"(?<![\d-])\d{6}-\d{4}-\d{6}-[\dXx](?![\d-])")
_HOME_CERTIFICATE = re.compile(
    r"[\u4e00-\u9fff]?\s*[(\[〔【]\s*\d{4}\s*[)\]〕】]\s*[^\d第\n]{0,14}第\s*\d{5,}\s*号?"
)
_OTHER_CERTIFICATE = re.compile(r"(?<![A-Za-z\d])[A-Za-z]\d{8,9}(?![A-Za-z\d])")
_RUN = re.compile(rf"\d+(?:{_GAP}{{1,3}}\d+)*(?:{_GAP}{{0,3}}[Xx](?![A-Za-z]))?")
_GROUP = re.compile(r"\d+|[Xx]")
_DATE = re.compile(r"(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)")

_DATED_ID = re.compile(r"[1-9]\d{5}(?:19|20)\d{9}[\dXx]")
_NEARLY_DATED_ID = re.compile(r"\d{6}(?:19|20)\d{6,10}[\dXx]")
_OLD_ID = re.compile(r"[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")
_MOBILE = re.compile(r"(?:86|0086|0)?1[3-9]\d{9}")
_MOBILE_INSIDE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0[1-9]\d{8,10}")
_BIRTHDAY = re.compile(r"(?:19|20)\d{6}")
_SHORTEST_ID, _LONGEST_ID = 15, 19
_AREA_CODE = (3, 4)
# What was dealt with is overwritten by a character that is neither a digit nor a gap.
_DONE = "\0"


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of personal data: where it stands, what it is, and itself without gaps."""

    start: int
    end: int
    kind: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Group:
    start: int
    digits: str

    @property
    def end(self) -> int:
        return self.start + len(self.digits)


_Groups = Sequence[_Group]


def find(text: str) -> list[Found]:
    """Everything personal in a text, in order, without overlaps."""
    narrow = "".join(_narrow(character) for character in text)
    found: list[Found] = []
    for pattern in (_HOME_CERTIFICATE, _OTHER_CERTIFICATE):
        for match in pattern.finditer(narrow):
            found.append(Found(*match.span(), "certificate", match.group()))
            narrow = _overwrite(narrow, *match.span())
    for match in _RECEIPT.finditer(narrow):
        narrow = _overwrite(narrow, *match.span())
    for is_one, kind in ((_is_id, "citizen_id"), (_is_phone, "phone"), (_is_broken_id, "citizen_id")):
        for one in _windows(narrow, is_one, kind):
            found.append(one)
            narrow = _overwrite(narrow, one.start, one.end)
        if is_one is _is_id:
            for match in _DATE.finditer(narrow):
                narrow = _overwrite(narrow, *match.span())
    return sorted(found, key=lambda one: one.start)


def _windows(text: str, is_one: Callable[[_Groups], bool], kind: str) -> Iterator[Found]:
    """Runs of neighbouring digit groups that together are what is looked for, the longest first."""
    for run in _RUN.finditer(text):
        groups = [_Group(run.start() + m.start(), m.group()) for m in _GROUP.finditer(run.group())]
        first = 0
        while first < len(groups):
            for last in range(_reach(groups, first), first, -1):
                window = groups[first:last]
                if is_one(window):
                    yield Found(window[0].start, window[-1].end, kind, _joined(window))
                    first = last
                    break
            else:
                first += 1


def _reach(groups: _Groups, first: int) -> int:
    """How far a window from `first` may go without being longer than anything looked for."""
    length, last = len(groups[first].digits), first + 1
    while last < len(groups) and length + len(groups[last].digits) <= _LONGEST_ID:
        length += len(groups[last].digits)
        last += 1
    return last


def _is_id(groups: _Groups) -> bool:
    return bool(_DATED_ID.fullmatch(_joined(groups))) or (
        len(groups) == 1 and len(groups[0].digits) >= _SHORTEST_ID
    )


def _is_phone(groups: _Groups) -> bool:
    digits = _joined(groups)
    if _MOBILE.fullmatch(digits):
        return True
    if len(groups) == 1:
        return bool(_LANDLINE.fullmatch(digits) or _MOBILE_INSIDE.search(digits))
    return len(groups[0].digits) in _AREA_CODE and bool(_LANDLINE.fullmatch(digits))


def _is_broken_id(groups: _Groups) -> bool:
    """Whether spaced digits are an ID number with some missing, or one of the old 15-digit numbers."""
    digits = _joined(groups)
    if not _SHORTEST_ID <= len(digits) <= _LONGEST_ID:
        return False
    inner = groups[1:-1]
    around_birthday = any(_BIRTHDAY.fullmatch(group.digits) for group in inner)
    return around_birthday or bool(_NEARLY_DATED_ID.fullmatch(digits) or _OLD_ID.fullmatch(digits))


def _joined(groups: _Groups) -> str:
    return "".join(group.digits for group in groups).upper()


def _narrow(character: str) -> str:
    """The half-width form, when it is one character too: places in the text must not move."""
    if character.isascii():
        return character
    narrow = unicodedata.normalize("NFKC", character)
    return narrow if len(narrow) == 1 else character


def _overwrite(text: str, start: int, end: int) -> str:
    return text[:start] + _DONE * (end - start) + text[end:]
