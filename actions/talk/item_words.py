"""Which data items a guardian speaks of, in everyday words."""

from __future__ import annotations

import re
from collections.abc import Collection

_WORDS = {
    "household_members": r"户口|户籍|人口|家庭成员",
    "real_estate": r"不动产|房产|房本|房子|住房|房屋登记",
    "birth_certificate": r"出生",
    "presale_contract": r"购房|买房|网签|合同",
    "lease_filing": r"租房|租赁|租的房|租约",
    "public_housing": r"公租|廉租|保障房|保障性",
    "residence_permit": r"居住证|暂住证",
    "social_insurance": r"社保|社会保险|养老保险|五险",
    "marriage": r"结婚|婚姻|离婚",
    "sole_proprietor_licence": r"个体|营业执照|执照",
    "company_registration": r"企业|公司|工商",
    "seat_records": r"学位",
}
_EVERYTHING = re.compile(r"全部|都|所有|统统|一律|一概|不让|不许|不准|不想让|不再让|不给|别再?[查看]|停止")


def items_named(text: str, among: Collection[str]) -> list[str]:
    """The data items named, of those there are; every one of them where a message means them all."""
    named = [item for item in among if item in _WORDS and re.search(_WORDS[item], text)]
    return named or (list(among) if _EVERYTHING.search(text) else [])
