"""Every table, so that importing this package fills the metadata."""

from storage.tables.accesses import AccessRow
from storage.tables.base import Base, Moment
from storage.tables.cases import ApplicationRow, EventRow, ReceiptSerialRow
from storage.tables.chat import ConversationRow, CounterRow, TurnRow, VaultRow
from storage.tables.consents import GrantRow
from storage.tables.guidance import GapRow, OfficeArticleRow
from storage.tables.handovers import HandoverRow
from storage.tables.keys import DataKeyRow, WrappingKeyRow
from storage.tables.papers import HeldPictureRow, PaperRow
from storage.tables.people import ChildRow, GuardianRow, HouseholdRow
from storage.tables.plans import PlanVersionRow
from storage.tables.sign_ins import BindingRow, SignInRow
from storage.tables.told_clauses import ClauseNoticeRow, ToldClauseRow
from storage.tables.verifications import ParticularsRow, ReplyRow, RunRow

__all__ = [
    "AccessRow",
    "ApplicationRow",
    "Base",
    "BindingRow",
    "ChildRow",
    "ClauseNoticeRow",
    "ConversationRow",
    "CounterRow",
    "DataKeyRow",
    "EventRow",
    "GapRow",
    "GrantRow",
    "GuardianRow",
    "HandoverRow",
    "HeldPictureRow",
    "HouseholdRow",
    "Moment",
    "OfficeArticleRow",
    "PaperRow",
    "ParticularsRow",
    "PlanVersionRow",
    "ReceiptSerialRow",
    "ReplyRow",
    "RunRow",
    "SignInRow",
    "ToldClauseRow",
    "TurnRow",
    "VaultRow",
    "WrappingKeyRow",
]
