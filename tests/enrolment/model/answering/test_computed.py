"""What is worked out of a plan for one family's dates and circumstances."""

from __future__ import annotations

from datetime import date

import pytest

from enrolment.model.answering.computed import Case, Computed, compute
from enrolment.model.answering.told_facts import read_told
from enrolment.model.answering.understood import ToldFact
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER

PLANS = {plan.county: plan for plan in PlanFiles(PLANS_FOLDER).counties()}
TODAY = date(2027, 6, 10)
MONTHS = Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT


def on(day: date, topic: Topic, text: str, county: str = "370602", **facts: str) -> Computed:
    """Compute for a family on a day; nothing comes as an empty Computed."""
    plan: Plan = PLANS[county]
    told = read_told([ToldFact(name, value) for name, value in facts.items()], plan, day)
    return compute(Case(plan, topic, text, day, told)) or Computed()


def computed(topic: Topic, text: str, county: str = "370602", **facts: str) -> Computed:
    """Compute for a family on the demonstration day."""
    return on(TODAY, topic, text, county, **facts)


@pytest.mark.parametrize(
    ("county", "topic", "facts", "words"),
    [
        ("370602", MONTHS, {"permit_since": "2027-02-28"}, "满6个月；居住证要满6个月：够了。"),
        (
            "370602",
            MONTHS,
            {"permit_since": "2027-03-01"},
            "满5个月；居住证要满6个月：不够，要在2027年2月28日（含当天）以前办好才够。",
        ),
        ("370602", MONTHS, {"permit_months": "5"}, "至少满7个月；居住证要满6个月：够了。"),
        ("370602", MONTHS, {"permit_months": "2"}, "最多满5个月；居住证要满6个月：不够"),
        ("370602", MONTHS, {"insurance_months": "4"}, "是4个月；社保要缴满6个月：现在还不够。"),
        ("370213", Topic.RENTAL, {"lease_since": "2026-08-31"}, "满12个月；租赁备案要满12个月：够了。"),
        ("379901", Topic.RENTAL, {"lease_since": "2027-03-31"}, "够了。"),
        ("379901", Topic.RENTAL, {"lease_since": "2027-04-01"}, "晚了。"),
        ("370602", Topic.BUSINESS_LICENSE, {"licence_since": "2026-05"}, "够了。"),
        ("370602", Topic.PROPERTY_CONTRACT_OR_NO_DEED, {"home_share": "50"}, "要超过50%：现在还不够。"),
        ("370213", Topic.PROPERTY_CONTRACT_OR_NO_DEED, {"home_share": "50"}, "不低于50%：够了。"),
    ],
)
def test_date_is_held_against_the_deadline_when_it_is_told(
    county: str, topic: Topic, facts: dict[str, str], words: str
) -> None:
    """By each plan's own figures, with the last day that would still do, and the clause."""
    found = computed(topic, "我这样行不行", county, **facts)
    assert words in found.text
    assert found.clauses
    assert not found.missing


def test_day_is_asked_for_when_what_was_told_does_not_decide() -> None:
    """Three months of a permit may be six on the reference date, or not."""
    found = computed(MONTHS, "居住证办了三个月", permit_months="3")
    assert (found.text, found.missing) == ("", ("permit_since",))
    assert found.question == "居住证是哪一天办的？"


def test_date_is_asked_for_when_a_family_asks_for_itself_and_told_none() -> None:
    """To be held against a date; what the rule is needs none."""
    assert computed(MONTHS, "我的居住证够不够").missing == ("permit_since",)
    assert computed(MONTHS, "居住证要满几个月") == Computed()


def test_nothing_is_computed_when_the_plan_sets_no_figure() -> None:
    """历下区 looks at no permit."""
    assert computed(MONTHS, "我的居住证够不够", "370102", permit_months="5") == Computed()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"birth_date": "2021-08-31"}, "孩子2027年秋季正好到入学年龄"),
        ({"birth_date": "2021-09-01"}, "孩子要到2028年秋季才到入学年龄"),
        ({"birth_date": "-09-02"}, "比8月31日晚2天"),
        ({"birth_date": "-08-31"}, "满6周岁的那一年秋季就能上学"),
    ],
)
def test_age_is_told_when_a_birth_date_is(facts: dict[str, str], words: str) -> None:
    """To the day, even without its year."""
    assert words in computed(Topic.AGE_REQUIREMENT, "能上吗", **facts).text


def test_birth_date_is_asked_for_when_it_does_not_decide() -> None:
    """2020 has children of two years."""
    found = computed(Topic.AGE_REQUIREMENT, "我孩子能上吗", birth_date="2020")
    assert found.missing == ("birth_date",)
    assert "几月出生" in found.text
    assert computed(Topic.AGE_REQUIREMENT, "我家孩子能上吗").missing == ("birth_date",)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 5, 20), "小学网上报名还没有开始，2027年6月1日开始，还有12天"),
        (date(2027, 6, 10), "小学网上报名正在进行，2027年6月20日（含当天）截止，还有10天"),
        (date(2027, 6, 20), "今天是最后一天"),
        (date(2027, 6, 21), "小学网上报名2027年6月20日已经截止"),
    ],
)
def test_filing_days_are_told_from_today_when_asked(today: date, words: str) -> None:
    """Before, within, on the last day, after."""
    assert words in on(today, Topic.REGISTRATION_TIME, "啥时候报").text


def test_filing_days_are_the_categorys_own_when_the_case_tells_it() -> None:
    """Migrant children of 芝罘区 file later."""
    found = computed(
        Topic.REGISTRATION_TIME,
        "啥时候报",
        hukou="elsewhere",
        home="none",
        permit="yes",
        permit_since="2026-01-01",
        insurance_months="9",
        stage="primary",
    )
    assert "2027年6月16日开始" in found.text


def test_late_family_is_told_of_open_filing_when_it_is_not_over() -> None:
    """Who fears to be late may still file; after the last day nothing of the kind is said."""
    assert "正在进行" in computed(Topic.UNENROLLED_AFTER_CLOSE, "晚了吗").text
    assert on(date(2027, 7, 1), Topic.UNENROLLED_AFTER_CLOSE, "晚了吗") == Computed()


@pytest.mark.parametrize(
    ("county", "facts", "title"),
    [
        ("370102", {"hukou": "here", "home": "guardian"}, "房户一致居民子女"),
        ("370102", {"hukou": "here", "home": "none"}, "有户无房居民子女"),
        ("370102", {"hukou": "elsewhere", "home": "none"}, "外来务工随迁人员子女"),
        (
            "370102",
            {"hukou": "here", "home": "grandparent", "hukou_with": "grandparent"},
            "随老人落户居民子女",
        ),
        ("370602", {"hukou": "elsewhere", "home": "none", "permit": "no"}, "其他儿童"),
    ],
)
def test_category_is_told_on_their_word_when_a_case_is(
    county: str, facts: dict[str, str], title: str
) -> None:
    """With its clause, "要等部门核实", and never as an admission."""
    found = computed(Topic.CATEGORY_HUKOU_ONLY, "我家算哪一类", county, **facts)
    assert f"按“{title}”报名" in found.text
    assert "要等部门核实以后才算准，也不等于录取" in found.text
    assert found.clauses


def test_open_fact_is_named_and_asked_when_a_case_leaves_the_category_open() -> None:
    """芝罘区 wants to know since when the hukou is there."""
    found = computed(
        Topic.GRANDPARENTS_HUKOU,
        "能按爷爷的房子报吗",
        hukou="here",
        home="grandparent",
        hukou_with="grandparent",
    )
    assert found.missing[0] == "hukou_since_birth"
    assert found.question == "孩子是不是一出生户口就落在这里，没有迁过？"


def test_better_category_is_offered_with_its_day_when_something_can_still_be_done() -> None:
    """Never as a promise."""
    found = computed(Topic.CATEGORY_HOUSE_ONLY, "户口没迁来算哪类", hukou="elsewhere", home="guardian")
    assert "2027年6月20日（含当天）前" in found.text
    assert "不等于录取" in found.text


def test_papers_are_the_told_familys_when_a_case_is_told() -> None:
    """A family without a home is asked for no deed."""
    owner = computed(Topic.REQUIRED_DOCUMENTS, "带啥", "370102", hukou="here", home="guardian").text
    tenant = computed(Topic.REQUIRED_DOCUMENTS, "带啥", "370102", hukou="here", home="none").text
    assert "不动产权证书" in owner
    assert "不动产权证书" not in tenant
    assert "户口簿" in tenant


def test_school_is_named_when_a_told_address_lies_in_a_zone() -> None:
    """For both stages, with the clause of the zones; the house number is not repeated."""
    found = computed(Topic.ZONING_SCHOOL_ASSIGNMENT, "我家住解放路99号归哪个学校", "370102")
    assert "历下区演示解放路小学" in found.text
    assert "历下区演示第一初级中学" in found.text
    assert "99" not in found.text
    assert "历下2027-4.1" in found.clauses


def test_no_school_is_named_when_no_zone_has_the_address() -> None:
    """Nothing is guessed."""
    assert computed(Topic.ZONING_SCHOOL_ASSIGNMENT, "我家住月亮街3号归哪个学校", "370102") == Computed()
