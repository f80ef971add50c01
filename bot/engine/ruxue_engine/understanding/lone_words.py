"""Finds messages of one word that may mean several things, also with nothing but a wish around it."""

import re

from ruxue_engine.understanding.found import Found

_RULES = (
    r"(?:(?:请问|想问|我想|帮我|麻烦|看看|看一下|了解一下?|问一下|介绍一下|讲讲|说说)*)"
    r"(?:[^\W\d_]{2,5}[区市县]|咱|你们|这里|这边|本地)?的?(?:今年|最新|现在)?的?(?:公办|小学|初中|幼升小|小升初)?"
    r"(?:招生|入学|上学|报名)?的?(?:政策|规定|简章|方案|办法|细则)"
    r"(?:都?是(?:什么|啥|怎样|怎么样)的?|(?:给我|跟我|都)?(?:讲讲|说说|讲一下|说一下|介绍一下|发我|发一下|发来|看看|看一下)"
    r"|(?:在|去|上)哪[里儿]?(?:能)?[看查找]|有没有|有哪些|有吗|呢)?[吗呀啊吧么]?"
)
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
    "rules": _RULES,
}
_LONE = {
    name: re.compile(rf"[\s“”\"'。.!！,，?？]*(?:{words})[\s“”\"'。.!！,，?？]*")
    for name, words in _WORDS.items()
}


def lone_word(text: str) -> list[Found]:
    """Find which word a message consists of."""
    named = (name for name, pattern in _LONE.items() if pattern.fullmatch(text))
    return [Found("lone_word", name, 0, len(text)) for name in named]
