"""Tells whether a message is asked for a family of somebody else, so that it tells nothing of this one."""

import re

_FOR_OTHERS = re.compile(
    r"(?:替|帮|给)(?:[我俺]们?)?(?:家|的)?(?:一?个)?(?:楼[上下]|对门|隔壁|小区|单位)?的?"
    r"(?:朋友|邻居|同事|闺蜜|同学|亲戚|老乡|工友|别人|人家|群友|家长)(?:家|们)?[^,。]{0,3}(?:问|打听|咨询)"
)


def for_others(text: str) -> bool:
    """Whether a neighbour, a friend or a colleague is the one who wants to know ("替朋友问的")."""
    return _FOR_OTHERS.search(text) is not None
