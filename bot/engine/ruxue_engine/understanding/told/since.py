"""Finds since when something is so: a day that is told, or how long it has been."""

import re
from collections.abc import Iterator
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.days import days_in, held_since
from ruxue_engine.understanding.told.passage import Passage
from ruxue_engine.understanding.told.spans import spans_in

# A clause that goes on about a thing tells its day only with what was done on it.
_DONE = re.compile(
    r"买|购|办|拿|交|收|过户|登记|下来|下的|出的|批|发|满|入住|迁|落|转|领|签|开|注册|挂|挪|到手"
)

# "不对，是九月": a day alone, of what was told before.
A_DAY_ALONE = re.compile(
    r"^(?:应该)?(?:日子|日期|时间)?(?:是|就是|在|"
    r"大概)*[去前今上]?年?的?[\d一二三四五六七八九十〇零年月日号份底初.-]{1,12}(?:的)?$"
)


def since(entity: str, passage: Passage, today: date, *, alone: bool = False) -> Iterator[Found]:
    """Find the last day a passage tells, else the beginning of the length of time it tells.

    A clause that goes on must say what was done, unless it is `alone` a day.
    """
    begin = passage.start
    if not alone and not passage.word and not _DONE.search(passage.text):
        return
    days = days_in(passage.text, today)
    for day in days[-1:]:
        yield Found(entity, day.value, begin + day.start, begin + day.end)
    if not days:
        for span in spans_in(passage.text)[-1:]:
            yield Found(entity, held_since(span.months, today), begin + span.start, begin + span.end)
