"""Who belongs together: household book, residence permit, marriage, birth certificate."""

from sandbox.exchange.envelope import Record
from sandbox.exchange.items.data_item import DataItem
from sandbox.families import BirthCertificate, Family, HukouBook, Member


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


def _residence_permit(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "JZZBH": permit.number,
            "GMSFHM": permit.holder.id_number,
            "XZQH": permit.region,
            "QFRQ": f"{permit.since:%Y%m%d}",
            "ZT": "有效",
        }
        for permit in family.papers.permits
        if permit.holder.id_number == id_number
    ]


def _marriage(family: Family, id_number: str) -> list[Record]:
    return [
        {
            "DJZH": marriage.number,
            "NFXM": marriage.husband.name,
            "NFZJH": marriage.husband.id_number,
            "VFXM": marriage.wife.name,
            "VFZJH": marriage.wife.id_number,
            "DJRQ": f"{marriage.registered:%Y%m%d}",
            "YWLX": "离婚登记" if marriage.dissolved else "结婚登记",
        }
        for marriage in family.papers.marriages
        if id_number in {marriage.husband.id_number, marriage.wife.id_number}
    ]


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


HOUSEHOLD_MEMBERS = DataItem("household_members", "公安", "GMSFHM", _household_members)
RESIDENCE_PERMIT = DataItem("residence_permit", "公安", "GMSFHM", _residence_permit)
MARRIAGE = DataItem("marriage", "民政", "SFZJH", _marriage)
BIRTH_CERTIFICATE = DataItem("birth_certificate", "卫生健康", "GMSFHM", _birth_certificate)
