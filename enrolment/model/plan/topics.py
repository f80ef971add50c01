"""What guardians ask about: the labels of docs/topics.md."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """A topic; the last one is none of ours, and no article answers it."""

    AGE_REQUIREMENT = "age_requirement"
    REGISTRATION_TIME = "registration_time"
    REGISTRATION_CHANNEL_HOWTO = "registration_channel_howto"
    REQUIRED_DOCUMENTS = "required_documents"
    CATEGORY_HOUSE_AND_HUKOU = "category_house_and_hukou"
    CATEGORY_HOUSE_ONLY = "category_house_only"
    CATEGORY_HUKOU_ONLY = "category_hukou_only"
    CATEGORY_MIGRANT_CHILDREN = "category_migrant_children"
    CATEGORY_PREFERENTIAL = "category_preferential"
    GRANDPARENTS_HUKOU = "grandparents_hukou"
    PROPERTY_CONTRACT_OR_NO_DEED = "property_contract_or_no_deed"
    RENTAL = "rental"
    SOCIAL_INSURANCE_RESIDENCE_PERMIT = "social_insurance_residence_permit"
    BUSINESS_LICENSE = "business_license"
    ZONING_SCHOOL_ASSIGNMENT = "zoning_school_assignment"
    SIBLING_TWINS = "sibling_twins"
    MIDDLE_SCHOOL_ENTRY = "middle_school_entry"
    TRANSFER_SCHOOL = "transfer_school"
    PRIVATE_SCHOOL_LOTTERY = "private_school_lottery"
    SPECIAL_NEEDS = "special_needs"
    DELAY_ENTRY = "delay_entry"
    DIVORCE_CUSTODY_ADOPTION = "divorce_custody_adoption"
    HK_MO_TW_FOREIGN = "hk_mo_tw_foreign"
    DATA_AUTHORIZATION_PRIVACY = "data_authorization_privacy"
    PLATFORM_TROUBLE = "platform_trouble"
    ONSITE_POINTS_HELP = "onsite_points_help"
    REVIEW_STATUS_RESULT = "review_status_result"
    REJECTED_OR_SUPPLEMENT = "rejected_or_supplement"
    UNENROLLED_AFTER_CLOSE = "unenrolled_after_close"
    CONTACT_PHONE = "contact_phone"
    COMPLAINT = "complaint"
    OTHER_IN_SCOPE = "other_in_scope"
    OUT_OF_SCOPE = "out_of_scope"


def topic_named(label: str) -> Topic | None:
    """The topic of a label, None where there is none of that name."""
    return Topic(label) if label in Topic.__members__.values() else None
