"""References are opened for the guardian of the conversation, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import Choice, EngineReply, Link, Outbound, Row, Tone
from bot.render.presenter import ServicePresenter
from tests.fakes.family import MOTHER
from tests.fakes.office import ALL_ITEMS, Office
from tests.fakes.paper_office import PaperOffice


def presenter(office: Office) -> ServicePresenter:
    """A presenter over the office's storage."""
    return ServicePresenter(
        begin=office.store.begin,
        plans=office.plans,
        clock=office.clock,
        sign_in=lambda conversation: f"https://identity.example/?for={conversation}",
        papers=lambda application, conversation: f"https://ruxue.example/{application}/{conversation}",
        consents=lambda conversation: f"https://ruxue.example/consents?link={conversation}",
        records=lambda conversation: f"https://ruxue.example/records?link={conversation}",
        plan_page=lambda county: f"https://ruxue.example/plans/{county}",
    )


async def opened(
    office: Office, *, card: dict[str, str] | None = None, link: dict[str, str] | None = None
) -> Outbound:
    """One reply, opened on the office's conversation."""
    return await presenter(office).open(office.conversation, EngineReply("好", (), card, link))


async def test_reply_passes_unchanged_when_it_refers_to_nothing() -> None:
    """Most replies are only text and choices, and cost no query."""
    office = Office()
    choices = (Choice("是", "/affirm"),)
    assert await presenter(office).open("c", EngineReply("好吗？", choices)) == Outbound("好吗？", choices)


async def test_names_are_opened_in_text_and_choices_when_they_are_referred_to() -> None:
    """The child's name is masked, the guardian addressed."""
    office = Office()
    child_id = office.sign_in()
    reply = EngineReply("⟦guardian⟧，报哪个孩子？", (Choice(f"⟦child:{child_id}⟧ 2020年10月", "/c"),))
    drawn = await presenter(office).open(office.conversation, reply)
    assert drawn.text.startswith(MOTHER.name[0])
    assert "⟦" not in drawn.text + drawn.choices[0].title
    assert MOTHER.name not in drawn.text
    assert drawn.choices[0].title.startswith("*")


async def test_sign_in_link_is_started_when_the_engine_asks_for_it() -> None:
    """The address is made after the engine, for this conversation."""
    drawn = await opened(Office(), link={"kind": "sign_in"})
    assert drawn.link == Link("去登录", "https://identity.example/?for=conversation-1")


async def test_plan_link_is_made_when_a_county_is_asked_about() -> None:
    """The page is public, the same for everybody."""
    drawn = await opened(Office(), link={"kind": "plan", "ref": "370102"})
    assert drawn.link == Link("看招生方案和报名指南", "https://ruxue.example/plans/370102")


async def test_papers_link_is_made_when_an_application_asks_for_papers() -> None:
    """For this application and this conversation."""
    desk = PaperOffice()
    application = await desk.filed()
    drawn = await opened(desk.office, link={"kind": "papers"})
    assert drawn.link == Link("去交材料", f"https://ruxue.example/{application.id}/conversation-1")


async def test_papers_link_is_left_out_when_no_paper_is_asked_for() -> None:
    """Neither before anybody signed in, nor where the departments settled everything."""
    office = Office()
    assert (await opened(office, link={"kind": "papers"})).link is None
    office.submit(await office.verified())
    assert (await opened(office, link={"kind": "papers"})).link is None


async def test_consent_card_names_department_item_and_purpose_when_asked() -> None:
    """One row per data item, in the plan's words."""
    office = Office()
    application = office.open(office.sign_in())
    asked = f"{application.id}:{','.join(ALL_ITEMS)}"
    card = (await opened(office, card={"kind": "consent", "ref": asked})).card
    assert card is not None
    offered = office.plans.current("370102").data_items
    items = [offered[key] for key in ALL_ITEMS]
    assert [(row.label, row.value) for row in card.rows] == [
        (item.department_title, item.title) for item in items
    ]
    assert all(row.note for row in card.rows)
    assert "不满14周岁" in card.footer


async def test_decision_card_shows_category_reasons_school_and_no_papers_when_all_is_confirmed() -> None:
    """The point of the product: nothing to bring."""
    office = Office()
    application = await office.verified()
    card = (await opened(office, card={"kind": "decision", "ref": application.id})).card
    assert card is not None
    assert "房户一致" in card.title
    assert card.rows[0] == Row("还需要带的材料", "不用带任何材料", tone=Tone.GOOD)
    assert card.rows[1].label == "对口学校"
    reason = "按住房地址：历山路61号到180号双号在这所学校的学区里（历下2027-4.1） · 咨询电话"
    assert card.rows[1].note.startswith(reason), "why this school, by which clause, and where to ask"
    assert any("已核实" in row.value and "6月10日" in row.note for row in card.rows)
    assert "演示数据" in card.footer


async def test_receipt_card_shows_number_and_next_step_when_filed() -> None:
    """What a guardian writes down."""
    office = Office()
    application = office.submit(await office.verified())
    card = (await opened(office, card={"kind": "receipt", "ref": application.id})).card
    assert card is not None
    assert card.rows[0] == Row("受理编号", application.receipt_number or "")
    assert card.rows[-1].label == "下一步"


async def test_timeline_card_tells_every_step_when_asked() -> None:
    """The history in words, from the opening to the review."""
    office = Office()
    application = await office.verified()
    office.clock.advance(timedelta(minutes=5))
    office.submit(application)
    card = (await opened(office, card={"kind": "timeline", "ref": ""})).card
    assert card is not None
    told = [row.value for row in card.rows]
    assert told[0] == "审核中"
    assert told.index("开始填写报名") < told.index("您提交了报名")
    assert Row("6月10日 09:35", "您提交了报名") in card.rows


async def test_card_is_left_out_when_the_case_is_somebody_elses() -> None:
    """Sessions are never crossed."""
    office = Office()
    application = await office.verified()
    reply = EngineReply("好", card={"kind": "decision", "ref": application.id})
    assert (await presenter(office).open("conversation-2", reply)).card is None


async def test_card_is_left_out_when_there_is_nothing_to_show() -> None:
    """Unknown kinds, no case, nobody signed in: the text stands alone."""
    office = Office()
    for wanted in ({"kind": "strange"}, {"kind": "timeline", "ref": ""}, {"kind": "receipt", "ref": "x"}, {}):
        assert await opened(office, card=dict(wanted)) == Outbound("好")
    office.sign_in()
    assert (await opened(office, card={"kind": "timeline", "ref": ""})).card is None
    assert (await opened(office, link={"kind": "strange"})).link is None
