"""Homes owned, bought, rented and allotted, and the seats they gave."""

from sandbox.exchange.envelope import Record
from sandbox.exchange.items.data_item import DataItem
from sandbox.families import Family, Home, Person

_STAGES = {"primary": "小学", "junior": "初中"}


def _real_estate(family: Family, id_number: str) -> list[Record]:
    return [_home(home) for home in _homes_of(family, id_number)]


def _homes_of(family: Family, id_number: str) -> list[Home]:
    return [home for home in family.homes if any(share.owner.id_number == id_number for share in home.shares)]


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


def _presale_contract(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "HTBH": contract.number,
            "GFR": [_named(contract.buyer)],
            "ZL": contract.address,
            "XZQH": contract.region,
            "BARQ": f"{contract.filed:%Y%m%d}",
            "JFZT": "已交付" if contract.delivered else "未交付",
        }
        for contract in family.papers.contracts
        if contract.buyer.id_number == id_number
    ]


def _lease_filing(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "BABH": lease.number,
            "CZR": [_named(lease.tenant)],
            "ZL": lease.address,
            "XZQH": lease.region,
            "BARQ": f"{lease.filed:%Y%m%d}",
            "QZRQ": f"{lease.since:%Y%m%d}",
            "ZZRQ": f"{lease.until:%Y%m%d}",
        }
        for lease in family.papers.leases
        if lease.tenant.id_number == id_number
    ]


def _public_housing(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "HTBH": home.number,
            "CZR": [_named(home.tenant)],
            "ZL": home.address,
            "XZQH": home.region,
            "QZRQ": f"{home.since:%Y%m%d}",
            "ZT": "在租",
        }
        for home in family.papers.public_housing
        if home.tenant.id_number == id_number
    ]


def _seat_records(family: Family, id_number: str) -> list[Record]:
    """The register knows a seat by the home, so it tells whoever owns the home."""
    certificates = {home.certificate for home in _homes_of(family, id_number)}
    return [
        {
            "CQRZJH": id_number,
            "BDCQZH": seat.certificate,
            "XD": _STAGES[seat.stage],
            "RXRQ": f"{seat.used:%Y%m%d}",
            "JHR": [_named(guardian) for guardian in seat.guardians],
        }
        for seat in family.papers.seats
        if seat.certificate in certificates
    ]


def _named(person: Person) -> Record:
    return {"XM": person.name, "ZJH": person.id_number}


REAL_ESTATE = DataItem("real_estate", "自然资源", "QLRZJH", _real_estate)
PRESALE_CONTRACT = DataItem("presale_contract", "住房城乡建设", "GFRZJH", _presale_contract)
LEASE_FILING = DataItem("lease_filing", "住房城乡建设", "CZRZJH", _lease_filing)
PUBLIC_HOUSING = DataItem("public_housing", "住房城乡建设", "CZRZJH", _public_housing)
SEAT_RECORDS = DataItem("seat_records", "教育", "CQRZJH", _seat_records)
