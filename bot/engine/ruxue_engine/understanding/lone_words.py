"""Finds messages of one word that may mean several things."""

import re

from ruxue_engine.understanding.found import Found

_WORDS = {
    "deed": "房产证|房本|不动产证|不动产权证|不动产权证书|房证",
    "enrol": "报名|报",
    "hukou": "户口|户籍|户口本",
    "insurance": "社保|社会保险|五险",
    "permit": "居住证|暂住证",
    "home": "房子|住房|房屋",
    "school": "学校|学区|片区",
    "look_up": "查询|查|查一下|查查",
    "sign_in": "登录|登陆",
    "take_back": "撤回|撤销|撤",
}
_LONE = {
    name: re.compile(rf"[\s“”\"'。.!！,，?？]*(?:{words})[\s“”\"'。.!！,，?？]*")
    for name, words in _WORDS.items()
}


def lone_word(text: str) -> list[Found]:
    """Find which word a message consists of."""
    named = (name for name, pattern in _LONE.items() if pattern.fullmatch(text))
    return [Found("lone_word", name, 0, len(text)) for name in named]
