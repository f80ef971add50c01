"""What a word of a plan file stands for: nothing, yes or no, a whole number, or just itself."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("yes", "Yes", "YES", "true", "True", "TRUE"), True),
    **dict.fromkeys(("no", "No", "NO", "false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
_WHOLE_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def meaning(word: str) -> bool | int | str | None:
    """What a word without quotes means; a date, a time or a number with a point stays as it is written."""
    if word in _WORDS:
        return _WORDS[word]
    return int(word) if _WHOLE_NUMBER.fullmatch(word) else word


def first_unwritable(words: str) -> int | None:
    """Where words hold a character that no database and no page can show; None where they hold none."""
    found = _UNWRITABLE.search(words)
    return found.start() if found else None
