"""What a guardian reads off a paper, so that a department finds a record it did not find by ID number.

A record found this way must still name the person asked about: a certificate number opens nobody else's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from enrolment.model.errors import ParticularsInvalid
from enrolment.model.establishing import inquiry
from enrolment.model.establishing.records.particulars import Particular, Particulars

KINDS = ("不动产权证书", "房屋所有权证")
"""The certificate of a home as issued since 2016, and the one before it."""

_NAME = "证上写的姓名（和现在不一样时才填）"
TAKEN: Mapping[str, Mapping[Particular, str]] = {
    inquiry.REAL_ESTATE: {
        Particular.NUMBER: "证书编号（证上“…第…号”那一整行）",
        Particular.KIND: "证书种类",
        Particular.NAME: _NAME,
        Particular.ADDRESS: "证上写的地址（老地址、老门牌照证上写）",
    },
    inquiry.PRESALE_CONTRACT: {Particular.NUMBER: "合同编号", Particular.NAME: _NAME},
    inquiry.LEASE_FILING: {Particular.NUMBER: "备案编号", Particular.ADDRESS: "备案上写的地址"},
    inquiry.PUBLIC_HOUSING: {Particular.NUMBER: "租赁合同编号", Particular.NAME: _NAME},
    inquiry.RESIDENCE_PERMIT: {Particular.NUMBER: "居住证编号", Particular.NAME: _NAME},
    inquiry.BIRTH_CERTIFICATE: {Particular.NUMBER: "出生医学证明编号"},
    inquiry.MARRIAGE: {Particular.NUMBER: "结婚证或离婚证编号", Particular.NAME: _NAME},
    inquiry.HOUSEHOLD_MEMBERS: {Particular.NUMBER: "户口簿上的户号", Particular.NAME: _NAME},
    inquiry.SOLE_PROPRIETOR_LICENCE: {Particular.NUMBER: "统一社会信用代码（18位）"},
    inquiry.COMPANY_REGISTRATION: {Particular.NUMBER: "统一社会信用代码（18位）"},
}
"""What each data item may be looked up by besides the ID number, in words for the guardian."""

_CREDIT_CODES = frozenset({inquiry.SOLE_PROPRIETOR_LICENCE, inquiry.COMPANY_REGISTRATION})
_SHAPES = {
    Particular.NUMBER: re.compile(r"[0-9A-Z\u4e00-\u9fff（）〔〕\[\]\-—/.·]{4,60}"),
    Particular.NAME: re.compile(r"[A-Z\u3007\u3400-\u9fff\U00020000-\U0003ffff·.\- ]{2,40}"),
    Particular.ADDRESS: re.compile(r"[0-9A-Z\u3400-\u9fff（）\-—#号、，,. ]{4,100}"),
}
_BRACKETS = str.maketrans("()", "（）")
_SPACES = re.compile(r"\s+")


def read_particulars(data_item: str, typed: Mapping[Particular, str]) -> Particulars:
    """Tidy what was typed; raise ParticularsInvalid, naming what cannot be right and never the value."""
    taken = TAKEN.get(data_item, {})
    given = {each: _tidy(value, each) for each, value in typed.items() if value.strip()}
    for each, value in given.items():
        if each not in taken or not _fits(data_item, each, value):
            raise ParticularsInvalid(each.value)
    return Particulars(**{each.value: value for each, value in given.items()})


def _tidy(value: str, particular: Particular) -> str:
    """Half-width, upper case, brackets as certificates print them, no blanks inside a number."""
    plain = unicodedata.normalize("NFKC", value).strip().upper().translate(_BRACKETS)
    return _SPACES.sub("" if particular is Particular.NUMBER else " ", plain)


def _fits(data_item: str, particular: Particular, value: str) -> bool:
    if particular is Particular.KIND:
        return value in KINDS
    if particular is Particular.NUMBER and data_item in _CREDIT_CODES:
        return _is_credit_code(value)
    return bool(_SHAPES[particular].fullmatch(value))


def _is_credit_code(value: str) -> bool:
    try:
        return value.isascii() and uscc.validate(value) == value
    except ValidationError:
        return False
