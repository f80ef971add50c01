"""The data items on offer: for each, the query field and the records a family's people have."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.exchange.envelope import Record
from sandbox.families import BirthCertificate, Family, Home, HukouBook, Member


@dataclass(frozen=True, slots=True)
class DataItem:
    """One resource of the exchange, asked for by an ID number in `query_field`."""

    rid: str
    department: str
    query_field: str
    records: Callable[[Family, str], list[Record]]


def _household_members(family: Family, id_number: str) -> list[Record]:
    return [
        _member(book, member)
        for book in family.books
        if any(page.person.id_number == id_number for page in book.members)
        for member in book.members
    ]


def _member(book: HukouBook, member: Member) -> Record:
    return {
        "HH": book.number,
        "XM": member.person.name,
        "GMSFHM": member.person.id_number,
        "CSRQ": f"{member.person.born:%Y%m%d}",
        "YHZGX": member.relation,
        "HKSZD": book.address,
        "XZQH": book.region,
        "HLX": book.kind,
        "QRRQ": f"{member.moved_in:%Y%m%d}",
    }


def _real_estate(family: Family, id_number: str) -> list[Record]:
    return [
        _home(home)
        for home in family.homes
        if any(share.owner.id_number == id_number for share in home.shares)
    ]


def _home(home: Home) -> Record:
    return {
        "BDCQZH": home.certificate,
        "QLR": [
            {"XM": share.owner.name, "ZJH": share.owner.id_number, "QLBL": share.percent}
            for share in home.shares
        ],
        "ZL": home.address,
        "XZQH": home.region,
        "GHYT": home.use,
        "DJSJ": f"{home.registered:%Y%m%d}",
    }


def _birth_certificate(family: Family, id_number: str) -> list[Record]:
    return [
        _birth(certificate)
        for certificate in family.birth_certificates
        if certificate.child.id_number == id_number
    ]


def _birth(certificate: BirthCertificate) -> Record:
    return {
        "CSZMBH": certificate.number,
        "XM": certificate.child.name,
        "CSRQ": f"{certificate.child.born:%Y%m%d}",
        "MQXM": certificate.mother.name,
        "MQZJH": certificate.mother.id_number,
        "FQXM": certificate.father.name,
        "FQZJH": certificate.father.id_number,
    }


_ALL = (
    DataItem("household_members", "公安", "GMSFHM", _household_members),
    DataItem("real_estate", "自然资源", "QLRZJH", _real_estate),
    DataItem("birth_certificate", "卫生健康", "GMSFHM", _birth_certificate),
)
DATA_ITEMS: dict[str, DataItem] = {item.rid: item for item in _ALL}
