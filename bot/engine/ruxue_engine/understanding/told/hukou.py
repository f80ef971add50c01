"""Finds since when the child's hukou is where it is."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.residence.words import OTHERS_HUKOU
from ruxue_engine.understanding.told.doubt import clauses_supposed
from ruxue_engine.understanding.told.passage import Passage, of_subject
from ruxue_engine.understanding.told.since import A_DAY_ALONE, since

_NEAR = 8
_FAR = 14
_MOVED = re.compile(
    r"(?<![没未不])迁|[起弄调][过回进]来|(?<![没未])落|(?<![没未])转|上(?:的|了)(?!学)|入|随|办|挪|进|出生|挂"
)
# "户口在这边三年了": how long it has been where it is.
_STAYS = re.compile(r"(?:一直)?(?:在|到|落)[^,]{1,10}年了?$")


def hukous(found: Sequence[Passage], today: date) -> Iterator[Found]:
    """Find `hukou_since`."""
    moved_before = False
    doubtful = clauses_supposed(found)
    for passage in of_subject(found, "hukou"):
        # "娃户口跟着我俩迁进来": whose it is stands before its word.
        whose = passage.before.partition("户口")[0] if passage.word == "迁" else passage.before
        own = OTHERS_HUKOU.search(whose) is not None and (passage.word != "迁" or "户口" in passage.before)
        if passage.clause in doubtful or own:
            continue
        alone = moved_before and not passage.word and A_DAY_ALONE.match(passage.text) is not None
        for each in since("hukou_since", passage, today, alone=alone):
            if alone or _of_moving(passage, each):
                yield each
        moved_before = moved_before or _MOVED.search(passage.text) is not None


def _of_moving(passage: Passage, day: Found) -> bool:
    begin, end = day.start - passage.start, day.end - passage.start
    moved = _MOVED.search(passage.text, max(0, begin - _NEAR))
    # "前年冬天把俩孩子户口从菏泽挪到": the day leads on to the moving.
    reach = _FAR if "户口" in passage.word and end <= len(passage.before) else _NEAR
    near = moved is not None and moved.start() - end <= reach
    return near or (bool(passage.word) and _STAYS.match(passage.after) is not None)
