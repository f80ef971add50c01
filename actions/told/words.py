"""Facts told in free words, as they are read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from actions.words import spoken_date
from enrolment.model.errors import BirthDateInvalid

_YEAR = 12
_HALF = _YEAR // 2
_SAID: Mapping[str, Mapping[str, str]] = {
    "hukou_with": {
        "guardian": "孩子户口跟着父母",
        "grandparent": "孩子户口跟着老人",
        "relative": "孩子户口在亲戚朋友那里",
        "collective": "孩子是集体户口",
    },
    "home_kind": {
        "residential": "房子是住宅",
        "commercial": "房子是商住或者商业性质",
        "self_built": "房子是自建房",
        "small_property": "房子是小产权",
        "resettlement": "房子是安置房",
        "public_housing": "住的是公租房",
    },
    "home_paper": {"deed": "有房产证", "contract": "只有购房合同", "none": "房产证还没有"},
    "renting": {"yes": "租房住", "no": "没有租房"},
    "lease_filed": {"yes": "租房备案了", "no": "租房没有备案"},
    "permit": {"yes": "有居住证", "no": "没有居住证"},
    "insurance": {"yes": "交着社保", "no": "没有交社保"},
    "work": {"employed": "有工作", "business": "自己做生意", "none": "现在没有工作"},
    "licence": {"yes": "有营业执照", "no": "没有营业执照"},
    "sibling": {"yes": "家里还有别的孩子", "twins": "是双胞胎"},
    "parents": {
        "married": "父母是夫妻",
        "divorced": "父母离婚了",
        "remarried": "是再婚家庭",
        "widowed": "父母一方不在了",
        "single": "是单亲",
    },
    "custody": {"mother": "孩子跟妈妈", "father": "孩子跟爸爸", "other": "孩子跟着其他亲人"},
    "preferential": {
        "military": "家里有军人",
        "martyr": "是烈士子女",
        "police": "家里有公安干警",
        "fire": "家里有消防员",
        "talent": "家里有引进的人才",
        "medical": "家里有医护人员",
        "other": "可能是优待对象",
    },
    "hmt": {"hongkong": "孩子是香港身份", "macau": "孩子是澳门身份", "taiwan": "孩子是台湾身份"},
    "foreign": {"yes": "孩子是外国籍"},
    "special_needs": {"yes": "孩子上学要特别照顾"},
}
_DAYS = {
    "hukou_since": "户口{day}迁来",
    "home_since": "房子{day}办的",
    "lease_since": "租房从{day}算",
    "permit_since": "居住证{day}办的",
    "insurance_since": "社保{day}开始交",
    "licence_since": "执照{day}办的",
}
_MONTHS = {
    "lease_months": "租了{length}",
    "permit_months": "居住证办了{length}",
    "insurance_months": "社保交了{length}",
}
# What a length of time or a day already says.
_SAID_BY = {
    "permit": ("permit_since", "permit_months"),
    "insurance": ("insurance_since", "insurance_months"),
    "licence": ("licence_since",),
    "renting": ("lease_filed", "lease_months", "lease_since"),
}
_OTHERS: Mapping[str, Callable[[str], str]] = {
    "age": lambda value: f"孩子{value.removesuffix('.5')}岁{'半' if value.endswith('.5') else ''}",
    "days_short": lambda value: f"离年龄线差{value}天",
    "home_share": lambda value: f"房子占{value}%",
    "school": lambda value: f"想上{value}",
}


def spoken_told(told: Mapping[str, str]) -> Iterator[str]:
    """Say each fact in a few words, in their order; a fact that another one says is not said twice."""
    for name, value in told.items():
        if value == "yes" and any(other in told for other in _SAID_BY.get(name, ())):
            continue
        if name in _SAID:
            yield _SAID[name].get(value, "")
        elif name in _DAYS:
            yield _DAYS[name].format(day=_day(value))
        elif name in _MONTHS:
            yield _MONTHS[name].format(length=_length(int(value)))
        elif name in _OTHERS:
            yield _OTHERS[name](value)


def _day(value: str) -> str:
    try:
        return spoken_date(value)
    except BirthDateInvalid:
        return value


def _length(months: int) -> str:
    years, rest = divmod(months, _YEAR)
    if not years:
        return f"{rest}个月"
    if rest == _HALF:
        return f"{years}年半"
    return f"{years}年{f'零{rest}个月' if rest else ''}"
