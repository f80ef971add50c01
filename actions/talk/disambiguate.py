"""Asks what is meant by a message of one word."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import PHONES, PROGRESS, SIGNED_IN, START, Choice, correcting
from actions.path.steps import begun
from actions.talk.policy_answers import asked_about, county_told
from actions.visit import LISTEN, Visit, go_to

_PAPERS = Choice("要准备什么材料", "/ask_required_documents")
_RENTING = Choice("租房怎么报", "/ask_rental")
_MEANT: dict[str, tuple[str, tuple[Choice, ...]]] = {
    "deed": (
        "房产证",
        (
            Choice("还没有房产证怎么办", "/ask_property_contract_or_no_deed"),
            Choice("房产证要占多少份额", "/ask_home_share"),
            _PAPERS,
            correcting("住房情况填错了", "home"),
        ),
    ),
    "enrol": (
        "报名",
        (
            START,
            Choice("什么时候报名", "/ask_registration_time"),
            Choice("在哪里报、怎么报", "/ask_registration_channel_howto"),
            PROGRESS,
        ),
    ),
    "hukou": (
        "户口",
        (
            Choice("户口和房子都在本区", "/ask_category_house_and_hukou"),
            Choice("只有户口，没有房子", "/ask_category_hukou_only"),
            Choice("户口跟着老人", "/ask_grandparents_hukou"),
            correcting("户口填错了", "hukou"),
        ),
    ),
    "insurance": (
        "社保",
        (
            Choice("社保要交多久", "/ask_social_insurance_residence_permit"),
            Choice("外地户口怎么报名", "/ask_category_migrant_children"),
            _PAPERS,
        ),
    ),
    "permit": (
        "居住证",
        (
            Choice("居住证要办多久", "/ask_social_insurance_residence_permit"),
            Choice("外地户口怎么报名", "/ask_category_migrant_children"),
            _PAPERS,
        ),
    ),
    "home": (
        "房子",
        (
            Choice("有房子，户口不在本区", "/ask_category_house_only"),
            Choice("划到哪个学校", "/ask_zoning_school_assignment"),
            _RENTING,
            correcting("住房情况填错了", "home"),
        ),
    ),
    "school": (
        "学校",
        (
            Choice("划到哪个学校", "/ask_zoning_school_assignment"),
            Choice("民办学校怎么报", "/ask_private_school_lottery"),
            Choice("转学怎么办", "/ask_transfer_school"),
        ),
    ),
    "look_up": (
        "查询",
        (
            PROGRESS,
            Choice("划到哪个学校", "/ask_zoning_school_assignment"),
            Choice("我同意了哪些", "/show_consents"),
        ),
    ),
    "sign_in": (
        "登录",
        (SIGNED_IN, Choice("登录不上怎么办", "/ask_platform_trouble"), Choice("为什么要登录", "/ask_why")),
    ),
    "rules": (
        "招生规定",
        (
            Choice("要准备什么材料", "/ask_required_documents"),
            Choice("什么时候报名", "/ask_registration_time"),
            Choice("在哪里报、怎么报", "/ask_registration_channel_howto"),
            Choice("划到哪个学校", "/ask_zoning_school_assignment"),
        ),
    ),
    "take_back": (
        "撤回",
        (Choice("撤回报名", "/cancel"), Choice("撤回授权", "/withdraw_consent")),
    ),
}
_WHOLE = "{county}{year}年的招生方案和报名指南都在下面这一页，能看，也能打印。"
_QUESTION = "关于“{word}”，您想问哪一样？点一下，或者多说两句。"


class Disambiguate(BaseAction):
    """Offers what one word may mean; a question that is open waits and comes after the answer."""

    def name(self) -> str:
        """Name the action."""
        return "action_disambiguate"

    async def act(self, visit: Visit) -> list[EventType]:
        """Offer."""
        word = visit.entity("lone_word") or ""
        if word == "enrol" and begun(visit.slots):
            return go_to(visit.active_form or "action_continue_enrolment")
        said, choices = _MEANT[word]
        county = asked_about(visit, self.services)
        if word == "rules" and county:
            plan = self.services.current_plan(county)
            visit.say(_WHOLE.format(county=plan.county_name, year=plan.year), link="plan", about=county)
        visit.say(_QUESTION.format(word=said), (*choices, PHONES))
        return [*visit.set(county_told(visit, self.services)), *go_to(LISTEN)]
