"""Department records as the rules read them, whatever the exchange calls its fields."""

from enrolment.model.establishing.records.family import (
    BirthRecord,
    HouseholdRecord,
    MarriageRecord,
    Member,
)
from enrolment.model.establishing.records.homes import (
    HomeRecord,
    LeaseRecord,
    Owner,
    PresaleRecord,
    PublicHousingRecord,
    SeatRecord,
)
from enrolment.model.establishing.records.particulars import Particular, Particulars
from enrolment.model.establishing.records.query import RecordQuery
from enrolment.model.establishing.records.working import (
    CompanyRecord,
    InsuranceRecord,
    LicenceRecord,
    PaidSpan,
    PermitRecord,
)

DepartmentRecord = (
    HouseholdRecord
    | BirthRecord
    | MarriageRecord
    | HomeRecord
    | PresaleRecord
    | LeaseRecord
    | PublicHousingRecord
    | SeatRecord
    | PermitRecord
    | InsuranceRecord
    | LicenceRecord
    | CompanyRecord
)

__all__ = [
    "BirthRecord",
    "CompanyRecord",
    "DepartmentRecord",
    "HomeRecord",
    "HouseholdRecord",
    "InsuranceRecord",
    "LeaseRecord",
    "LicenceRecord",
    "MarriageRecord",
    "Member",
    "Owner",
    "PaidSpan",
    "Particular",
    "Particulars",
    "PermitRecord",
    "PresaleRecord",
    "PublicHousingRecord",
    "RecordQuery",
    "SeatRecord",
]
