"""What a picture looks like to somebody who must read it; advice only, a guardian may hand it in anyway."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Advice(StrEnum):
    """What may make a picture hard to read."""

    DARK = "dark"
    BLURRED = "blurred"
    CUT_OFF = "cut_off"


WORDS: Mapping[Advice, str] = {
    Advice.DARK: "照片有点暗，字可能看不清。到窗边或者开灯再拍一张会更好。",
    Advice.BLURRED: "照片有点模糊。手拿稳、等对好焦再拍一张会更好。",
    Advice.CUT_OFF: "纸边上的字好像没有拍全。往后退一点，把四个角都拍进来会更好。",
}
