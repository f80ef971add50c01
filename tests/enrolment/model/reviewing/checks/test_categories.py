"""What counts as a family left out, and as two categories for one."""

from __future__ import annotations

from enrolment.model.reviewing import Code, review
from storage.plan_files.load import plan_from_document
from tests.enrolment.model.reviewing.small_plan import Document, small_document
from tests.enrolment.model.reviewing.spoilt import both, drop, put


def found(document: Document, code: Code) -> list[str]:
    """The reasons of the findings of one kind."""
    return [each.reason for each in review(plan_from_document(document)) if each.code is code]


def test_family_left_out_is_told_by_what_matters_when_it_is_found() -> None:
    """The day before the last day that would do is told in words; what does not matter is not."""
    document = small_document()
    drop("categories others")(document)
    put(
        "categories migrants rule all",
        [
            {"fact": "hukou_in_county", "is": False},
            {"fact": "permit_since", "months_at_least": "$permit_months"},
        ],
    )(document)
    (reason,) = found(document, Code.FAMILY_UNPLACED)
    assert reason.endswith("户口在本区: 否; 居住证日期: 2027年3月1日")


def test_nobody_is_left_out_when_only_what_everybody_is_asked_fails() -> None:
    """Who is not the child's guardian cannot file at all; a category for claims does not change that."""
    document = small_document()
    document["facts"]["guardian"] = {"kind": "yes_no", "title": "监护人", "data_items": ["household_members"]}
    document["facts"]["claim"] = {"kind": "yes_no", "title": "优待", "documents": ["permit"]}
    for category in document["categories"].values():
        category["rule"] = {"all": [{"fact": "guardian", "is": True}, category["rule"]]}
    document["categories"]["claims"] = document["categories"]["others"] | {
        "priority": 9,
        "rule": {"fact": "claim", "is": True},
    }
    assert found(document, Code.FAMILY_UNPLACED) == []


def test_categories_may_share_a_priority_when_they_are_filed_together() -> None:
    """Or when no family is both."""
    spoil = both(
        put("categories others priority", 1),
        put("categories others rule", {"fact": "hukou_in_county", "is": True}),
    )
    document = small_document()
    spoil(document)
    assert len(found(document, Code.PRIORITY_TIE)) == 1
    put("categories others filed_with", ["locals"])(document)
    assert found(document, Code.PRIORITY_TIE) == []
    apart = small_document()
    put("categories others priority", 2)(apart)
    assert found(apart, Code.PRIORITY_TIE) == []


def test_categories_are_checked_by_stage_when_each_is_for_one() -> None:
    """A category that better ones shadow at one stage may be needed at the other."""
    document = small_document()
    put("calendar windows junior online", document["calendar"]["windows"]["primary"]["online"])(document)
    put("ages junior", {"cutoff": "2027-08-31", "clause": "小新2027-1"})(document)
    put("categories others rule", {"fact": "hukou_in_county", "is": True})(document)
    put("categories locals stages", ["primary"])(document)
    put("categories others stages", ["junior"])(document)
    assert found(document, Code.CATEGORY_SHADOWED) == []
    put("categories others stages", ["primary", "junior"])(document)
    assert len(found(document, Code.CATEGORY_SHADOWED)) == 1


def test_unused_parts_are_no_finding_when_they_are_inherited() -> None:
    """A county need not use all that its province offers."""
    document = small_document()
    put("documents deed", {"title": "房产证", "trouble": 1})(document)
    plan = plan_from_document(document)
    assert [each.code for each in review(plan, lambda _: False)] == []
    assert [each.code for each in review(plan, lambda _: True)] == [Code.DOCUMENT_UNUSED]
