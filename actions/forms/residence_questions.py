"""Asks where the household is registered and whose home the family has, in the county's own name."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import telling
from actions.counties import county_name
from actions.forms.wording import manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN
from actions.visit import Visit

_HUKOU = {
    "": "孩子的户口在{county}吗？",
    AGAIN: "请看一下户口本：孩子那一页登记的地址在{county}吗？",
    HUMAN: "您也可以直接回复“在”或者“不在”。",
}
# Children from Hong Kong, Macau, Taiwan or abroad mostly have none.
_WITHOUT = frozenset({"hmt", "foreign"})
_IF_ANY = ("有，在{county}", "没有")
_HUKOU_IF_ANY = {
    "": "孩子在{county}有户口吗？没有内地户口的，回复“没有”就行，不影响报名。",
    AGAIN: "请您点一下：孩子在{county}有户口，还是没有？",
    HUMAN: "您也可以直接回复“有”或者“没有”。",
}
_HOME = {
    "": "在{county}有没有自家的住房？房子是谁名下的？",
    AGAIN: "请您点一下：{county}的房子是孩子父母的、老人的，还是没有？",
    HUMAN: "您也可以直接回复“父母的”“老人的”或者“没有”。",
}
_HOMES = (
    telling("孩子父母名下的", home="guardian"),
    telling("爷爷奶奶或姥姥姥爷名下的", home="grandparent"),
    telling("没有，租房或借住", home="none"),
)


class AskHukou(BaseAction):
    """Asks whether the child's household is registered in the county."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_eligibility_form_hukou"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        county = county_name(visit, self.services)
        may_have_none = bool(visit.told.keys() & _WITHOUT)
        here, elsewhere = _IF_ANY if may_have_none else ("在{county}", "不在{county}")
        choices = (
            telling(here.format(county=county), hukou="here"),
            telling(elsewhere.format(county=county), hukou="elsewhere"),
        )
        wordings = _HUKOU_IF_ANY if may_have_none else _HUKOU
        visit.say(worded(manner_of(visit, "hukou"), wordings).format(county=county), choices)
        return put(visit, "hukou")


class AskHome(BaseAction):
    """Asks for the family's home in the county."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_eligibility_form_home"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        county = county_name(visit, self.services)
        visit.say(worded(manner_of(visit, "home"), _HOME).format(county=county), _HOMES)
        return put(visit, "home")
