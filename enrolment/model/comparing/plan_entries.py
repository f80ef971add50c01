"""The plan's days, words and head, as entries to compare."""

from __future__ import annotations

from collections.abc import Iterator

from enrolment.model.comparing.changes import Aspect, Entry
from enrolment.model.comparing.words import STAGES, filled, listed, span, yes
from enrolment.model.plan import FilingChannel, Plan, Window
from enrolment.model.plan.clauses import day

_CHANNELS = {FilingChannel.ONLINE: "网上报名", FilingChannel.ONSITE: "现场报名"}


def days(plan: Plan) -> dict[str, Entry]:
    """The calendar and the entry ages."""
    calendar = plan.calendar
    counted = "起算当天算一天" if calendar.first_day_counts else "起算当天不算"
    said = {
        "published": ("公布方案", day(calendar.published_on)),
        "reference": ("满几个月算到哪天", f"{day(calendar.reference_date)}，{counted}"),
        "results": ("最晚告诉结果", day(calendar.results_by)),
        "finished": ("全部完成", day(calendar.finished_by)),
        "term": ("开学", day(calendar.term_starts)),
    }
    entries = {key: Entry(title, words, {"": Aspect(words)}) for key, (title, words) in said.items()}
    entries["review"] = _window("审核", calendar.review)
    entries |= dict(_windows(plan))
    for stage, rule in plan.ages.items():
        age = "不设年龄条件" if rule.years is None else f"{day(rule.cutoff)}满{rule.years}周岁"
        aspects = {"": Aspect(age), "依据": Aspect(rule.clause)}
        entries[f"age.{stage}"] = Entry(f"{STAGES[stage]}入学年龄", age, aspects)
    return entries


def clauses(plan: Plan) -> dict[str, Entry]:
    """The clauses, by their numbers."""
    return {
        key: Entry(
            f"{each.id} {each.title}",
            filled(each.text, plan),
            {
                "": Aspect(filled(each.text, plan), each.text),
                "依据": Aspect(each.source),
                "出处": Aspect(each.reference),
            },
        )
        for key, each in plan.clauses.items()
    }


def articles(plan: Plan) -> dict[str, Entry]:
    """The guide's articles: only which of them changed is told."""
    return {
        topic: Entry(each.title, each.title, {"": Aspect("", (each.text, each.clauses, each.variants))})
        for topic, each in plan.articles.items()
    }


def head(plan: Plan) -> dict[str, Entry]:
    """Whose plan it is, for when, and in which version."""
    said = {
        "名称": plan.county_name,
        "也叫": listed(plan.other_names),
        "城市": f"{plan.province_name}{plan.city_name}",
        "代码": plan.county,
        "本区县的代码": listed(sorted(plan.areas)),
        "本市的代码": listed(sorted(plan.city_areas)),
        "年份": str(plan.year),
        "版本": plan.version,
        "有效期": f"{day(plan.effective_from)}至{day(plan.effective_until)}",
        "演示数据": yes(plan.demonstration),
        "发布单位": plan.authority,
        "上级单位": listed(plan.higher_authorities),
        "同意书版本": plan.consent_text_version,
        "学区划分依据": plan.zoning_clause,
    }
    return {label: Entry(label, words, {"": Aspect(words)}) for label, words in said.items()}


def _windows(plan: Plan) -> Iterator[tuple[str, Entry]]:
    titles = {each.key: each.title for each in plan.categories}
    for stage, windows in plan.calendar.windows.items():
        for channel, words in _CHANNELS.items():
            title = f"{STAGES[stage]}{words}"
            yield f"{stage}.{channel}", _window(title, windows.of(channel=channel))
            for key, own in windows.by_category.items():
                if channel in own:
                    yield f"{stage}.{channel}.{key}", _window(f"{title}（{titles[key]}）", own[channel])


def _window(title: str, window: Window) -> Entry:
    aspects = {"": Aspect(span(window)), "依据": Aspect(window.clause)}
    return Entry(title, span(window), aspects)
