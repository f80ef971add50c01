"""One record of every data item as the sandbox's exchange words it, with the number it is asked by."""

from __future__ import annotations

from collections.abc import Mapping

Row = dict[str, object]

CHILD = "37010220201015006X"
MOTHER = "370102199003074121"
FATHER = "370102198809120313"
CODE = "92370102MA3C0XAM1B"

_WANG = {"XM": "王芳", "ZJH": MOTHER}
ROWS: Mapping[str, tuple[Row, str]] = {
    "household_members": (
        {
            "HH": "0123456",
            "XM": "张小轩",
            "GMSFHM": CHILD,
            "CSRQ": "20201015",
            "YHZGX": "子",
            "HKSZD": "历下区历山路88号",
            "XZQH": "370102",
            "HLX": "家庭户",
            "QRRQ": "20201101",
        },
        CHILD,
    ),
    "residence_permit": (
        {"JZZBH": "J0123456", "GMSFHM": MOTHER, "XZQH": "370102", "QFRQ": "20250301", "ZT": "有效"},
        MOTHER,
    ),
    "marriage": (
        {
            "DJZH": "H0123456",
            "NFXM": "张强",
            "NFZJH": FATHER,
            "VFXM": "王芳",
            "VFZJH": MOTHER,
            "DJRQ": "2017-05-20",
            "YWLX": "结婚登记",
        },
        MOTHER,
    ),
    "social_insurance": ({"SFZJH": MOTHER, "XZQH": "370102", "KSNY": "202601", "JSNY": "2027-05"}, MOTHER),
    "real_estate": (
        {
            "BDCQZH": "鲁(2019)济南市不动产权第0123456号",
            "QLR": [_WANG | {"QLBL": 100}],
            "ZL": "历下区历山路88号",
            "XZQH": "370102",
            "GHYT": "住宅",
            "DJSJ": "20190520",
        },
        MOTHER,
    ),
    "presale_contract": (
        {
            "HTBH": "Y0123456",
            "GFR": [_WANG],
            "ZL": "历下区历山路88号",
            "XZQH": "370102",
            "BARQ": "20250301",
            "JFZT": "未交付",
        },
        MOTHER,
    ),
    "lease_filing": (
        {
            "BABH": "Z0123456",
            "CZR": [_WANG],
            "ZL": "历下区历山路88号",
            "XZQH": "370102",
            "BARQ": "20260301",
            "QZRQ": "20260201",
            "ZZRQ": "20280131",
        },
        MOTHER,
    ),
    "public_housing": (
        {
            "HTBH": "G0123456",
            "CZR": [_WANG],
            "ZL": "历下区历山路88号",
            "XZQH": "370102",
            "QZRQ": "20230301",
            "ZT": "在租",
        },
        MOTHER,
    ),
    "birth_certificate": (
        {
            "CSZMBH": "T370123456",
            "XM": "张小轩",
            "CSRQ": "20201015",
            "MQXM": "王芳",
            "MQZJH": MOTHER,
            "FQXM": "张强",
            "FQZJH": FATHER,
        },
        CHILD,
    ),
    "sole_proprietor_licence": (
        {
            "TYSHXYDM": CODE,
            "JYZXM": "王芳",
            "JYZZJH": MOTHER,
            "XZQH": "370102",
            "CLRQ": "20240301",
            "JYZT": "存续",
        },
        MOTHER,
    ),
    "company_registration": (
        {
            "TYSHXYDM": CODE,
            "RY": [_WANG | {"ZW": "法定代表人"}, {"XM": "张强", "ZJH": FATHER, "ZW": "合伙人"}],
            "XZQH": "370102",
            "CLRQ": "20240301",
            "JYZT": "存续",
        },
        MOTHER,
    ),
    "seat_records": (
        {
            "CQRZJH": MOTHER,
            "BDCQZH": "鲁(2019)济南市不动产权第0123456号",
            "XD": "小学",
            "RXRQ": "20220901",
            "JHR": [_WANG],
        },
        MOTHER,
    ),
}
