"""Work and business: social insurance, a sole proprietor's licence, a company."""

from datetime import date

from sandbox.exchange.envelope import Record
from sandbox.exchange.items.credit_code import credit_code
from sandbox.exchange.items.data_item import DataItem
from sandbox.families import Family

_MONTHS = 12


def _social_insurance(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "SFZJH": insurance.insured.id_number,
            "XZQH": insurance.region,
            "KSNY": f"{insurance.since:%Y%m}",
            "JSNY": _last_month(insurance.since, insurance.months),
        }
        for insurance in family.papers.insurances
        if insurance.insured.id_number == id_number
    ]


def _last_month(since: date, months: int) -> str:
    year, month = divmod(since.year * _MONTHS + since.month - 1 + months - 1, _MONTHS)
    return f"{year}{month + 1:02d}"


def _sole_proprietor_licence(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "TYSHXYDM": credit_code("92", licence.region, licence.number),
            "JYZXM": licence.owner.name,
            "JYZZJH": licence.owner.id_number,
            "XZQH": licence.region,
            "CLRQ": f"{licence.since:%Y%m%d}",
            "JYZT": "存续",
        }
        for licence in family.papers.licences
        if licence.owner.id_number == id_number
    ]


def _company_registration(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "TYSHXYDM": credit_code("91", company.region, company.number),
            "RY": [
                {
                    "XM": company.representative.name,
                    "ZJH": company.representative.id_number,
                    "ZW": "法定代表人",
                }
            ],
            "XZQH": company.region,
            "CLRQ": f"{company.since:%Y%m%d}",
            "JYZT": "存续",
        }
        for company in family.papers.companies
        if company.representative.id_number == id_number
    ]


SOCIAL_INSURANCE = DataItem("social_insurance", "人力资源社会保障", "SFZJH", _social_insurance)
SOLE_PROPRIETOR_LICENCE = DataItem("sole_proprietor_licence", "市场监管", "JYZZJH", _sole_proprietor_licence)
COMPANY_REGISTRATION = DataItem("company_registration", "市场监管", "RYZJH", _company_registration)
