"""Erase what a guardian wants gone, at once: drafts, chats, people; what was filed is kept by law.

What is kept, how long and by which rule is said, never left unsaid (PIPL 19, 47).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from enrolment.model.application import Application, State
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Work
from enrolment.services.access import guardian_of
from enrolment.services.guardians.forget_chat import drop_chats
from enrolment.upkeep_ports import Dialogues

KEPT_BECAUSE = (
    "已经提交的报名，教育部门正在据此办理入学，由教育部门依法保管，保管多久可以打招生咨询电话问；"
    "不想报了，请先在聊天里撤回报名，再来删除。"
    "您同意和撤回的记录要保存三年（《网络数据安全管理条例》），用来证明没有人不经您同意查询；里面没有查到的内容。"
)
_GONE_WITHOUT_FILING = frozenset({State.DRAFT, State.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, in numbers, and the receipts of what is kept."""

    drafts: int
    consents_withdrawn: int
    kept_receipts: tuple[str, ...]


def erase_data(conversation_id: str, *, begin: BeginWork, clock: Clock, dialogues: Dialogues) -> Erased:
    """Erase drafts with all that was said, found and photographed, and every chat of the guardian.

    Consent for a child without a filed application is withdrawn too, and where nothing was filed the
    guardian becomes unknown. What a filed application rests on stays. Raises NotSignedIn,
    StorageUnavailable.
    """
    with begin() as work:
        guardian_id = guardian_of(work, conversation_id)
        chats = work.sign_ins.conversations_of(guardian_id)
    dialogues.forget(chats)
    with begin() as work:
        cases = work.cases.of_guardian(guardian_id)
        filed = [case for case in cases if case.state not in _GONE_WITHOUT_FILING]
        free = {child.id for child in work.guardians.children(guardian_id)} - {
            case.child_id for case in filed
        }
        withdrawn = {child: _stop_pulls(work, child, guardian_id, clock) for child in free}
        gone = [case for case in cases if case.state in _GONE_WITHOUT_FILING]
        for case in gone:
            for page in work.papers.of_application(case.id):
                # Without its key, nobody opens the picture again.
                work.papers.remove(page.id)
            work.cases.save(_closed(case, withdrawn.get(case.child_id, []), clock))
            work.cases.empty(case.id)
        drop_chats(work, chats)
        if not filed:
            work.guardians.forget(guardian_id)
        work.commit()
    return Erased(
        drafts=sum(case.state is State.DRAFT for case in gone),
        consents_withdrawn=sum(len(items) for items in withdrawn.values()),
        kept_receipts=tuple(case.receipt_number for case in filed if case.receipt_number),
    )


def _stop_pulls(work: Work, child_id: str, guardian_id: str, clock: Clock) -> list[str]:
    """Forget the answers under this guardian's grants, revoke the live ones, and name their data items."""
    now = clock.now()
    mine = [grant for grant in work.grants.of_child(child_id) if grant.granted_by == guardian_id]
    for grant in mine:
        work.replies.forget(grant.id)
        work.particulars.forget(grant.id)
    live = [grant for grant in mine if grant.is_live(now)]
    for grant in live:
        work.grants.save(grant.revoked(now))
    return [grant.data_item for grant in live]


def _closed(case: Application, withdrawn: Collection[str], clock: Clock) -> Application:
    """A draft is withdrawn for good."""
    if case.state is State.WITHDRAWN:
        return case
    for item in withdrawn:
        case = case.recording(EventType.CONSENT_REVOKED, clock.now(), data_item=item)
    return case.moved_to(State.WITHDRAWN).recording(EventType.APPLICATION_WITHDRAWN, clock.now())
