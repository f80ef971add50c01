"""Reads filled-in forms as speech: "备案：否" is "备案：没", "居住证(无)" is "居住证：没"."""

import re

_YES, _NO = "是有√✓✔", "否无没×✗✘"
_FILLED = re.compile(f"(?P<open>[:(])(?P<mark>[{_YES}{_NO}])(?=$|[,;。!?\\s)/|、])(?P<close>\\))?")
# "居住证√ 社保×": a sign needs no colon.
_SIGN = re.compile("[√✓✔×✗✘]")


def as_said(text: str) -> str:
    """Write the marks of a form as the words people say, sign by sign."""
    text = _FILLED.sub(lambda box: f":{_word(box['mark'])}{',' if box['close'] else ''}", text)
    return _SIGN.sub(lambda sign: _word(sign[0]), text)


def _word(mark: str) -> str:
    return "有" if mark in _YES else "没"
