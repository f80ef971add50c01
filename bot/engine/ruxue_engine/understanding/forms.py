"""Reads filled-in forms as speech: "备案：否" and "备案？没有。" are "备案：没", "居住证(无)" too."""

import re

_YES, _NO = "是有√✓✔勾", "否无没×✗✘"
_FILLED = re.compile(f"(?P<open>[:(【])(?P<mark>[{_YES}{_NO}])(?=$|[,;。!?\\s)】/|、])(?P<close>[)】])?")
# "居住证√ 社保×": a sign needs no colon.
_SIGN = re.compile("[√✓✔×✗✘]")
# "备案打了叉，社保打了勾"
_TICKED = re.compile("(?:打|画|划)了?(?:个)?(?P<mark>[叉勾×√])(?=$|[,;。\\s)])")
# Who answers a list of questions asks none: "租房？租。备案？没有。"
_ANSWERED = re.compile(
    r"(备案|居住证|社保|房本|房产证|房子|有房|户口|执照|租房)[?。](?=(?:没有?|有|租|无|没办)(?:$|[,。!;]))"
)


def as_said(text: str) -> str:
    """Write the marks of a form as the words people say, sign by sign."""
    text = _FILLED.sub(lambda box: f":{_word(box['mark'])}{',' if box['close'] else ''}", text)
    text = _TICKED.sub(lambda mark: f":{_word(mark['mark'])}".rjust(len(mark[0]), ":"), text)
    text = _ANSWERED.sub(r"\1:", text)
    return _SIGN.sub(lambda sign: _word(sign[0]), text)


def _word(mark: str) -> str:
    return "有" if mark in _YES else "没"
