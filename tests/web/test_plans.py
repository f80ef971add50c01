"""The public pages of the plans: listed, shown, printed once."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import quote

import httpx
import pytest

from enrolment.model.plan import Plan
from tests.fakes.plans import demonstration_plan
from tests.web.site import Site
from web.app import create_app
from web.deps import Deps
from web.pages.guide import GuideDocument, PdfUnavailable
from web.pages.guide.shelf import GuideShelf

PDF = f"/plans/370102/{quote('招生方案')}.pdf"
HTML = {"accept": "text/html"}


@dataclass
class Printer:
    """Stands for the printer; counts what it prints and in which thread."""

    refusal: Exception | None = None
    printed: list[str] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def __call__(self, html: str) -> bytes:
        """Print."""
        self.printed.append(html)
        self.threads.add(threading.get_ident())
        if self.refusal is not None:
            raise self.refusal
        return b"%PDF-1.7 " + html[:40].encode()


def deps(printer: Printer | None = None, plans: list[Plan] | None = None) -> Deps:
    """The site's dependencies with these plans served."""
    served = plans if plans is not None else [demonstration_plan()]
    return replace(
        Site().deps(),
        served=lambda: served,
        plan_digest=lambda _: "f" * 64,
        guides=GuideShelf(printer or Printer()),
    )


async def get(deps: Deps, *paths: str) -> list[httpx.Response]:
    """Ask for pages, all at once, as a browser would."""
    transport = httpx.ASGITransport(create_app(deps))
    async with httpx.AsyncClient(transport=transport, base_url="http://ruxue.test", headers=HTML) as client:
        return await asyncio.gather(*(client.get(path) for path in paths))


class Anchors(HTMLParser):
    """Collects the ids of a page and the anchors its links jump to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.jumps: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a" and (values.get("href") or "").startswith("#"):
            self.jumps.add(str(values["href"])[1:])


async def test_authorities_are_listed_when_plans_are_in_force() -> None:
    """Each with a link to its page, and marked as made up."""
    (page,) = await get(deps(), "/plans")
    assert page.status_code == 200
    assert 'href="/plans/370102"' in page.text
    assert "演示数据，均为虚构" in page.text


async def test_list_is_a_page_when_nothing_is_in_force() -> None:
    """No plan, no failure."""
    (page,) = await get(deps(plans=[]), "/plans")
    assert page.status_code == 200


async def test_plan_and_guide_are_one_page_when_opened() -> None:
    """Days, categories, papers, schools, questions, clauses, the digest, and both documents to take away."""
    (page,) = await get(deps(), "/plans/370102")
    plan = demonstration_plan()
    for words in ("房户一致", "部门能查到的，一份都不用带", plan.schools[0].name, "常见问题", "f" * 64, PDF):
        assert words in page.text
    assert "style=" not in page.text
    assert "<style" not in page.text


async def test_every_jump_lands_when_the_page_is_read() -> None:
    """No link of the page leads nowhere, and no two places bear one name."""
    (page,) = await get(deps(), "/plans/370102")
    anchors = Anchors(page.text)
    assert anchors.jumps <= set(anchors.ids)
    assert len(anchors.ids) == len(set(anchors.ids))


@pytest.mark.parametrize(
    "path", ["/plans/999999", "/plans/370102/x.pdf", f"/plans/999999/{quote('报名指南')}.pdf"]
)
async def test_page_says_so_when_there_is_no_such_plan_or_document(path: str) -> None:
    """A page that leads back."""
    (page,) = await get(deps(), path)
    assert page.status_code == 404
    assert "没有找到这个页面" in page.text


async def test_pdf_is_printed_once_in_a_thread_when_many_ask() -> None:
    """The second reader waits for the first one's copy; the loop is free meanwhile."""
    printer = Printer()
    site = deps(printer)
    answers = await get(site, PDF, PDF, PDF)
    answers += await get(site, PDF)
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.headers["content-type"] for answer in answers} == {"application/pdf"}
    assert len(printer.printed) == 1
    assert threading.get_ident() not in printer.threads


async def test_pdf_is_printed_anew_when_the_plan_is_published_anew() -> None:
    """A new version never shows the old one's paper."""
    printer, served = Printer(), [demonstration_plan()]
    site = deps(printer, served)
    await get(site, PDF)
    served[0] = replace(demonstration_plan(), version="2027-演示-99")
    await get(site, PDF)
    assert ["2027-演示-99" in html for html in printer.printed] == [False, True]


async def test_page_leads_to_the_same_words_when_no_pdf_can_be_made() -> None:
    """Guardians get a sentence; what to install goes to the log."""
    printer = Printer(PdfUnavailable("a PDF needs Pango; install it: apt-get install libpango-1.0-0"))
    (page,) = await get(deps(printer), PDF)
    assert page.status_code == 503
    assert "暂时没有 PDF" in page.text
    assert "apt-get" not in page.text


async def test_oldest_guide_is_dropped_when_too_many_are_kept() -> None:
    """Memory is bounded: the one dropped is printed again when asked for."""
    printer = Printer()
    shelf = GuideShelf(printer, most=1)
    one = demonstration_plan()
    other = replace(one, county="370103")
    for plan in (one, other, one):
        await shelf.pdf(shelf.guide(plan, lambda _: ""), GuideDocument.GUIDE)
    assert len(printer.printed) == 3


async def test_chat_leads_to_the_plans_when_the_menu_is_opened() -> None:
    """One step from the chat to the plan."""
    (page,) = await get(deps(), "/")
    assert re.search(r'<a href="/plans(/370102)?">招生方案</a>', page.text)
