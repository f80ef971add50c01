"""Names of the districts and counties of 济南市 with their GB/T 2260 codes, and words for elsewhere."""

import re
from collections.abc import Iterator

SERVED = "370102"
ELSEWHERE = "other"
COUNTIES = {
    "历下": SERVED,
    "市中": "370103",
    "槐荫": "370104",
    "天桥": "370105",
    "历城": "370112",
    "长清": "370113",
    "章丘": "370114",
    "济阳": "370115",
    "莱芜": "370116",
    "钢城": "370117",
    "平阴": "370124",
    "商河": "370126",
    "高新区": "370171",
}
_CITIES = (
    "青岛|淄博|枣庄|东营|烟台|潍坊|济宁|泰安|威海|日照|临沂|德州|聊城|滨州|菏泽|北京|上海|天津|重庆|郑州|武汉|南京|"
    "西安|成都|杭州|广州|深圳|石家庄|太原|沈阳|哈尔滨|长春|合肥|河南|河北|山西|安徽|江苏|浙江|四川|湖北|湖南|东北"
)
PLACE = re.compile(f"(?P<county>{'|'.join(COUNTIES)})(?!心)区?|(?P<city>{_CITIES})")
ABROAD = re.compile(r"老家|外地|外省|外市|农村|乡下|村里|县里|县城|别的(?:区|地方)|其他区|那边|娘家|外区")
HERE = re.compile(r"历下(?!没)|这边|这里|这儿|本地|本区|当地|咱(?:们)?区|区里")


def places(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the places named in a text: the code (or ELSEWHERE), start and end."""
    for match in PLACE.finditer(text):
        yield COUNTIES.get(match["county"], ELSEWHERE), match.start(), match.end()
