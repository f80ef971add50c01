"""Facts in the words a guardian reads."""

from __future__ import annotations

from collections.abc import Iterable

from enrolment.model.age.birth_date import BirthDate

CHECKED_AGAIN = "改了以后我会重新核对，再请您看一遍结果；已经同意查的，不用再问您。"
_STAGES = {"primary": "上小学", "junior": "上初中"}
_HOMES = {
    "guardian": "住房在父母名下",
    "grandparent": "住房在老人名下",
    "none": "在{county}没有自家住房",
}

_ID_PROBLEMS = {
    "check_digit": "最后一位校验码对不上，可能有一位打错了",
    "birth_date": "里面的出生日期不存在",
    "future": "里面的出生日期还没到",
    "region": "前六位的地区代码不存在",
    "length": "位数不对，应该是18位",
}
_ADULT_ID = (
    "您发的像是大人的身份证号。这里只要孩子的出生年月，不用发大人的号，登录的时候会核对。"
    "您发的号码已经加密收着，不给人看，三十天后自动删掉。孩子的出生年月告诉我就行，比如“2020年10月”。"
)
_DATE_PROBLEMS = {
    "future": "这个日期还没到，不会是出生日期。",
    "past": "这个日期太早了，不像是孩子的生日。",
    "lunar": "报名要按公历的生日，农历的我没法算准。请看一下户口本上写的日期。",
    "age": "只知道几岁还定不了，差一天也会差一年，所以要问出生年月。",
}
_EXAMPLE = "您可以直接说公历的出生年月，比如“2020年10月”或“2020年10月15日”。"
# No region has the code 123456: the example cannot be anybody's number.
_ID_EXAMPLE = (
    "正确的像“123456202001011234”这样（随便编的）：6位地区、8位生日，再加4位。"
    "不用发号码也行，登录以后会自动核对。"
)


def spoken(slot: str, value: str, county_name: str) -> str:
    """Say one fact, as in 户口在芝罘区; `county_name` is where the child is to go to school."""
    match slot:
        case "stage":
            return _STAGES[value]
        case "birth_date":
            return f"{spoken_date(value)}出生"
        case "county":
            return f"在{county_name}上学"
        case "hukou":
            return f"户口{'不在' if value == 'elsewhere' else '在'}{county_name}"
        case _:
            return _HOMES[value].format(county=county_name)


def read_back(told: Iterable[str], *, besides: Iterable[str] = ()) -> str:
    """Say in one sentence what was understood, and `besides` what was told of more than was asked."""
    more = list(besides)
    return f"我记下了：{'，'.join([*told, *more])}。{'不对的您直接说。' if more else ''}"


def spoken_date(value: str) -> str:
    """Say a birth date, whole or in part, as people do: 2020年10月15日."""
    birth = BirthDate.parse(value)
    parts = ((birth.year, "年"), (birth.month, "月"), (birth.day, "日"))
    return "".join(f"{number}{unit}" for number, unit in parts if number)


def date_problem(problem: str) -> str:
    """Say what is wrong with a birth date and how to write one."""
    kind, _, detail = problem.partition(":")
    if problem == "id:adult":
        return _ADULT_ID
    if kind == "id":
        return f"您发的身份证号{_ID_PROBLEMS.get(detail, '好像不对')}，请核对一下。{_ID_EXAMPLE}"
    return f"{_date_problem(kind, detail)}{_EXAMPLE}"


def _date_problem(kind: str, detail: str) -> str:
    if kind == "month":
        return f"没有{detail}月，一年只有12个月。"
    if kind == "day":
        month, day = detail.split("-")[-2:]
        return f"{int(month)}月没有{int(day)}号。"
    return _DATE_PROBLEMS.get(kind, "这个日期好像不对。")
