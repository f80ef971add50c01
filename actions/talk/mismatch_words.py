"""Where records and words part, in a reply."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.services.verifying.recheck_facts import MismatchWords

# A phone's screen holds two; the page has them all.
_SHOWN = 2
_PAGE = "点开下面的页面，照着证件改一改，我再帮您查一次（证件上的内容别发在聊天里）。"


def mismatches_in_words(found: Sequence[MismatchWords]) -> str:
    """Say which field differs, what usually causes it, and what to do; empty where nothing differs."""
    lines = [f"· {each.text}" for each in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"· 还有{len(found) - _SHOWN}项，页面上都有。")
    return "\n".join([*lines, _PAGE] if can_recheck(found) else lines)


def can_recheck(found: Sequence[MismatchWords]) -> bool:
    """Whether one of them may still be looked at anew."""
    return any(each.may_recheck for each in found)
