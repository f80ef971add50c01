"""Reads the few dozen things that guardians write in pinyin when their keyboard has no Chinese."""

from __future__ import annotations

import re

_WORDS = {
    "nihao": "你好",
    "woxiangbaoming": "我想报名",
    "woyaobaoming": "我要报名",
    "baoming": "报名",
    "shangxue": "上学",
    "ruxue": "入学",
    "xiaoxue": "小学",
    "chuzhong": "初中",
    "yinianji": "一年级",
    "haizi": "孩子",
    "hukou": "户口",
    "fangzi": "房子",
    "fangchanzheng": "房产证",
    "zufang": "租房",
    "juzhuzheng": "居住证",
    "shebao": "社保",
    "cailiao": "材料",
    "shenmeshihou": "什么时候",
    "shenme": "什么",
    "zenme": "怎么",
    "duoshao": "多少",
    "nali": "哪里",
    "jindu": "进度",
    "dianhua": "电话",
    "rengong": "人工",
    "zhuanrengong": "转人工",
    "denglu": "登录",
    "tongyi": "同意",
    "butongyi": "不同意",
    "tijiao": "提交",
    "quxiao": "取消",
    "jixu": "继续",
    "xiexie": "谢谢",
    "zaijian": "再见",
    "meiyou": "没有",
    "keyi": "可以",
    "haode": "好的",
    "shide": "是的",
    "bushi": "不是",
    "woyao": "我要",
    "woxiang": "我想",
    "yao": "要",
    "xiang": "想",
    "wo": "我",
    "you": "有",
    "zai": "在",
    "ma": "吗",
    "de": "的",
    "lixia": "历下",
}
_LONGEST = max(map(len, _WORDS))
_LETTERS_ONLY = re.compile(r"[a-z\s',.?!0-9]+", re.IGNORECASE)
_SHORT = frozenset({"yao", "xiang", "wo", "you", "zai", "ma", "de"})


def from_pinyin(text: str) -> str:
    """The text in Chinese characters where every word of it is known here; otherwise as it was."""
    if not _LETTERS_ONLY.fullmatch(text):
        return text
    letters = re.sub(r"[^a-z]", "", text.casefold())
    read, rest, whole = "", letters, False
    while rest:
        word = next((rest[:end] for end in range(_LONGEST, 0, -1) if rest[:end] in _WORDS), None)
        if word is None:
            return text
        read, rest, whole = read + _WORDS[word], rest[len(word) :], whole or word not in _SHORT
    return read if whole else text
