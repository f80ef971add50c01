"""Finds the places a message names: counties served, which the conversation tells, and places elsewhere."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ruxue_engine.understanding.text import narrowed

ELSEWHERE = "other"
# Several counties that one name may mean are written together.
ANY_OF = "|"
# How a place is written where its name must not matter.
_SOME_PLACE = "某区"
_COVER = "\ue000"
# Places a family of the province may name. Which counties are served stands in the plans alone: the names of
# those come with each message and go before these.
_COUNTIES = (
    "历下|市中|槐荫|天桥|历城|长清|章丘|济阳|莱芜|钢城|平阴|商河|芝罘|福山|牟平|莱山|蓬莱|龙口|莱阳|莱州|"
    "招远|栖霞|"
    "海阳|市南(?=区|$|[的,;])|市北(?=区|$|[的,;])|李沧|崂山|黄岛|城阳|即墨|胶州|平度|莱西|高新区|开发区|"
    "张店|淄川|博山|临淄|周村|桓台|高青|沂源|薛城|峄城|台儿庄|滕州|垦利|利津|广饶|潍城|寒亭|"
    "坊子|奎文|临朐|昌乐|"
    "青州|诸城|寿光|安丘|高密|昌邑|任城|兖州|微山|鱼台|金乡|嘉祥|汶上|泗水|梁山|曲阜|邹城|"
    "岱岳|宁阳|东平(?=县|$|[的,跟随没和那]|老家)|"
    "新泰|肥城|环翠|文登|荣成|乳山|东港|岚山|五莲|莒县|兰山|罗庄|沂南|郯城|沂水|兰陵|费县|"
    "平邑|莒南|蒙阴|临沭|德城|"
    "陵城|宁津|庆云|临邑|齐河|平原县|夏津|武城|乐陵|禹城|东昌府|茌平|阳谷|莘县|东阿|冠县|高唐|"
    "临清|滨城|沾化|惠民县|"
    "阳信|无棣|博兴|邹平|牡丹区|定陶|曹县|单县|成武|巨野|郓城|鄄城|东明县?|长岛"
)
_CITIES = (
    "济南|青岛|淄博|枣庄|东营|烟台|潍坊|济宁|泰安|威海|日照|临沂|德州|聊城|滨州|菏泽|北京|上海|天津|重庆|"
    "郑州|武汉|南京|"
    "西安|成都|杭州|广州|深圳|石家庄|太原|沈阳|哈尔滨|长春|合肥|河南|河北|山西|安徽|江苏|浙江|四川|湖北|"
    "湖南|东北|贵州|云南|广东|广西|福建|江西|陕西|甘肃|宁夏|青海|新疆|西藏|内蒙古?|海南|吉林|辽宁|黑龙江|"
    "苏州|无锡|徐州|常州|南通|扬州|盐城|淮安|宿迁|连云港|镇江|泰州|宁波|"
    "温州|嘉兴|绍兴|金华|台州|"
    "阜阳|亳州|宿州|六安|蚌埠|安庆|芜湖|淮南|淮北|滁州|厦门|福州|泉州|南昌|赣州|上饶|开封|"
    "洛阳|商丘|周口|驻马店|信阳|"
    "南阳|安阳|新乡|濮阳|许昌|漯河|焦作|邯郸|邢台|保定|沧州|衡水|廊坊|唐山|秦皇岛|张家口|承德|大同|临汾|运城|"
    "长治|晋城|吕梁|大连|鞍山|抚顺|锦州|丹东|葫芦岛|四平|延边|齐齐哈尔|大庆|佳木斯|牡丹江|"
    "绥化|黑河|鹤岗|双鸭山|"
    "宜昌|襄阳|荆州|黄冈|孝感|长沙|衡阳|岳阳|常德|邵阳|东莞|佛山|珠海|惠州|中山市|汕头|湛江|"
    "南宁|桂林|柳州|海口|三亚|"
    "贵阳|遵义|毕节|昆明|曲靖|昭通|绵阳|南充|达州|宜宾|泸州|兰州|天水|定西|银川|西宁|乌鲁木齐|"
    "呼和浩特|包头|赤峰|通辽|"
    "咸阳|宝鸡|渭南|汉中|安康"
)
_NO_ROAD = "(?![东南西北中]?[一二三四五六七八九]?路|大?街)"
_COUNTY = re.compile(f"(?:{_COUNTIES})(?!心){_NO_ROAD}(?:新?区|县|市)?")
_CITY = re.compile(f"(?:{_CITIES}){_NO_ROAD}市?")
ABROAD = re.compile(
    r"老家|外地|外省|外市|外县|农村|乡下|村里|县里|县城|别的(?:区|地方)|其他区|那边|(?<!姥)娘家(?![爸爹妈])|外区"
)
HERE = re.compile(r"(?<![我俺他她爸妈爷奶姥公婆P])(?:这边|这里|这儿)|本地|本区|当地|咱(?:们)?区|区里")


class Place(NamedTuple):
    """A place named in a text: the code of a county served, or several, or ELSEWHERE; and where it stands."""

    code: str
    start: int
    end: int


class Places:
    """Reads places, given the counties served that the message names: each with its code and name there."""

    def __init__(self, served: Iterable[Mapping[str, Any]] = ()) -> None:
        self._served = {narrowed(str(each["name"])): str(each["code"]) for each in served}
        longest_first = sorted(self._served, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def find(self, text: str) -> Iterator[Place]:
        """Find the places named in a narrowed text, in their order."""
        found = list(self._of_those_served(text))
        rest = _covered(text, found)
        for pattern in (_COUNTY, _CITY):
            elsewhere = [Place(ELSEWHERE, match.start(), match.end()) for match in pattern.finditer(rest)]
            rest = _covered(rest, elsewhere)
            found += elsewhere
        yield from sorted(found, key=lambda place: place.start)

    def codes(self, text: str) -> list[str]:
        """The codes of the places named in a text."""
        return [place.code for place in self.find(text)]

    def without_served(self, text: str) -> str:
        """Cover the counties served, so that no digit or word of theirs is read as something else."""
        return _covered(text, self._of_those_served(text))

    def covered(self, text: str) -> str:
        """Cover every place named, served or not."""
        return _covered(text, self.find(text))

    def alike(self, text: str) -> str:
        """Write every county as the same one: what a message wants does not depend on where."""
        counties = [
            *self._of_those_served(text),
            *(Place("", *match.span()) for match in _COUNTY.finditer(self.without_served(text))),
        ]
        for place in sorted(counties, key=lambda each: each.start, reverse=True):
            text = f"{text[: place.start]}{_SOME_PLACE}{text[place.end :]}"
        return text

    def _of_those_served(self, text: str) -> Iterator[Place]:
        if self._names is not None:
            for match in self._names.finditer(text):
                yield Place(self._served[match[0]], match.start(), match.end())


def named_in(metadata: Mapping[str, Any]) -> Places:
    """The places of a message, from what the conversation tells of it."""
    return Places(metadata.get("counties") or ())


def _covered(text: str, places: Iterable[Place]) -> str:
    for place in places:
        text = f"{text[: place.start]}{_COVER * (place.end - place.start)}{text[place.end :]}"
    return text
