"""Who a child's parents and grandparents are, by birth certificate and by the household book."""

from __future__ import annotations

from collections.abc import Iterable

from enrolment.model.establishing.records import BirthRecord, HouseholdRecord, Member

_HEAD = "户主"
_SPOUSE = frozenset({"配偶", "夫", "妻"})
_CHILD_OF_HEAD = frozenset(
    {"子", "女", "儿子", "女儿", "独生子", "独生女", "长子", "长女", "次子", "次女", "三子", "三女"}
)
_GRANDCHILD_OF_HEAD = frozenset(
    f"{side}{order}{child}"
    for side in ("", "外")
    for order in ("", "长", "次", "三", "独生")
    for child in ("孙", "孙子", "孙女")
) | frozenset(f"{order}外{child}" for order in ("长", "次", "三") for child in ("孙", "孙子", "孙女"))


def parents_named(
    child_id_number: str, books: Iterable[HouseholdRecord], births: Iterable[BirthRecord]
) -> tuple[str, ...]:
    """The ID numbers of the parents that the records name, the birth certificate's first."""
    by_birth = [number for birth in births for number in birth.parents]
    by_book = [number for book in books for number in _by_book(child_id_number, book)]
    return tuple(dict.fromkeys((*by_birth, *by_book)))


def _by_book(child_id_number: str, book: HouseholdRecord) -> tuple[str, ...]:
    """The head and the head's spouse, where the child is a child of the head.

    A grandchild of the head could be any son's or daughter's: then the book alone names nobody.
    """
    relation = next((each.relation for each in book.members if each.id_number == child_id_number), None)
    if book.collective or relation not in _CHILD_OF_HEAD:
        return ()
    return tuple(
        member.id_number for member in book.members if member.relation == _HEAD or member.relation in _SPOUSE
    )


def grandparent_heading(child_id_number: str, book: HouseholdRecord) -> Member | None:
    """The head of the book where the child is a grandchild of theirs; None in any other book."""
    relation = next((each.relation for each in book.members if each.id_number == child_id_number), None)
    if book.collective or relation not in _GRANDCHILD_OF_HEAD:
        return None
    return next((member for member in book.members if member.relation == _HEAD), None)
