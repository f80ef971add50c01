"""The papers' page as a plain form: it works without any script."""

from __future__ import annotations

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from enrolment.model.application import State
from enrolment.model.papers.advice import WORDS, Advice
from enrolment.model.papers.page import Picture
from enrolment.model.papers.refusals import FileTooLarge, PaperLinkRefused, PdfEncrypted, TypeUnknown
from tests.fakes.paper_office import CERTIFICATE
from tests.fakes.papers import JPEG
from tests.web.papers.counter import Counter, photo
from web.pages.papers.refusals import TOLD, UNAVAILABLE
from web.pages.papers.uploads import MOST_BYTES


async def test_link_becomes_a_cookie_when_followed() -> None:
    """It stays neither in the address nor in the history, and no script can read it."""
    counter = Counter()
    application = await counter.papers.filed()
    async with counter.visitor() as client:
        answer = await client.get(counter.link(application))
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/papers/{application.id}"
        cookie = answer.headers["set-cookie"]
        assert f"Path=/papers/{application.id}" in cookie
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        page = await client.get(f"/papers/{application.id}")
    assert page.status_code == 200
    assert "不动产权证书" in page.text
    assert "有坐落、用途和面积的那一页" in page.text
    assert "no-store" in page.headers["cache-control"]


async def test_nobody_comes_in_when_the_link_is_missing_wrong_or_another_s() -> None:
    """A page that says where a new link comes from, the same for every reason."""
    counter = Counter()
    application = await counter.papers.filed()
    async with counter.visitor() as client:
        answers = [
            await client.get(address)
            for address in (
                f"/papers/{application.id}",
                f"/papers/{application.id}?link=made.up",
                counter.link(application).replace(application.id, "id-9"),
            )
        ]
        answers.append(await client.post(f"/papers/{application.id}/hand-in"))
    assert {answer.status_code for answer in answers} == {403}
    assert all(PaperLinkRefused.words in answer.text for answer in answers)


async def test_nobody_comes_in_when_the_guardian_left_the_conversation() -> None:
    """A link is worth as much as the sign-in it was given to."""
    counter = Counter()
    application = await counter.papers.filed()
    async with counter.visitor(application) as client:
        with counter.papers.office.store.begin() as work:
            work.sign_ins.unbind(counter.papers.office.conversation)
            work.commit()
        answer = await client.get(f"/papers/{application.id}")
    assert answer.status_code == 403


async def test_papers_reach_a_person_when_photographed_and_handed_in() -> None:
    """The whole way with forms only."""
    counter = Counter()
    application = await counter.papers.filed()
    here = f"/papers/{application.id}"
    async with counter.visitor(application) as client:
        added = await client.post(f"{here}/pages/{CERTIFICATE}", files=photo())
        assert added.status_code == 303
        assert added.headers["location"] == f"{here}#{CERTIFICATE}"
        shown = await client.get(f"{here}/pages/page-1.jpg?size=small")
        assert (shown.content, shown.headers["content-type"]) == (JPEG, "image/jpeg")
        assert "已拍1页" in (await client.get(here)).text
        await client.post(f"{here}/hand-in")
        after = (await client.get(here)).text
    assert "材料已经交上去了" in after
    assert "<form" not in after
    assert counter.papers.office.store.tables.cases[application.id].state is State.UNDER_REVIEW


async def test_pages_are_moved_replaced_and_removed_when_told_so() -> None:
    """Each by its own small form."""
    counter = Counter()
    application = await counter.papers.filed()
    here = f"/papers/{application.id}/pages/{CERTIFICATE}"
    async with counter.visitor(application) as client:
        for _ in range(3):
            await client.post(here, files=photo())
        await client.post(f"{here}/page-3/up")
        await client.post(f"{here}/page-1/down")
        await client.post(f"{here}?replaces=page-2", files=photo())
        await client.post(f"{here}/page-1/remove")
        assert (await client.post(f"{here}/page-4/sideways")).status_code == 404
    assert counter.papers.given(application) == ["page-3", "page-4"]


async def test_advice_stands_by_the_page_when_it_is_hard_to_read() -> None:
    """With the reason, and the way to use it all the same."""
    counter = Counter()
    application = await counter.papers.filed()
    counter.papers.reader.pictures = (Picture(JPEG, JPEG, 10, 20, (Advice.DARK, Advice.CUT_OFF)),)
    async with counter.visitor(application) as client:
        await client.post(f"/papers/{application.id}/pages/{CERTIFICATE}", files=photo())
        text = (await client.get(f"/papers/{application.id}")).text
    assert WORDS[Advice.DARK] in text
    assert WORDS[Advice.CUT_OFF] in text
    assert "也可以就用这张" in text
    assert "disabled" not in text


@pytest.mark.parametrize("refusal", [TypeUnknown, PdfEncrypted, FileTooLarge])
async def test_refusal_is_told_when_a_file_is_not_taken(refusal: type[TypeUnknown]) -> None:
    """To a form on the page it came from, to a script as words."""
    counter = Counter()
    application = await counter.papers.filed()
    counter.papers.reader.refusal = refusal("not this one")
    address = f"/papers/{application.id}/pages/{CERTIFICATE}"
    async with counter.visitor(application) as client:
        by_form = await client.post(address, files=photo())
        by_script = await client.post(address, files=photo(), headers={"accept": "application/json"})
        page = await client.get(by_form.headers["location"])
    assert by_form.status_code == 303
    assert refusal.words in page.text
    assert by_script.status_code == 400
    assert by_script.json() == {"error": refusal.__name__, "words": refusal.words}


async def test_upload_is_refused_when_the_form_is_too_large_empty_or_no_form() -> None:
    """Before anything is opened."""
    counter = Counter()
    application = await counter.papers.filed()
    address = f"/papers/{application.id}/pages/{CERTIFICATE}"
    script = {"accept": "application/json"}
    async with counter.visitor(application) as client:
        large = await client.post(address, files=photo(bytes(MOST_BYTES)), headers=script)
        empty = await client.post(address, files=photo(b""), headers=script)
        other = await client.post(address, content=b"{}", headers=script)
        torn = await client.post(
            address,
            content=b"--x\r\nnonsense",
            headers=script | {"content-type": "multipart/form-data; boundary=y"},
        )
    names = [answer.json()["error"] for answer in (large, empty, other, torn)]
    assert names == ["FileTooLarge", "TypeUnknown", "FileUnreadable", "FileUnreadable"]
    assert counter.papers.reader.seen == []


async def test_guardian_is_told_to_wait_when_the_pictures_store_is_down() -> None:
    """Nothing that was given is lost."""
    counter = Counter()
    application = await counter.papers.filed()
    counter.papers.images.down = True
    async with counter.visitor(application) as client:
        answer = await client.post(
            f"/papers/{application.id}/pages/{CERTIFICATE}",
            files=photo(),
            headers={"accept": "application/json"},
        )
    assert answer.status_code == 503
    assert answer.json()["words"] == UNAVAILABLE


async def test_page_says_so_when_nothing_is_asked() -> None:
    """No form invites to send what nobody needs."""
    counter = Counter()
    application = counter.papers.office.submit(await counter.papers.office.verified())
    async with counter.visitor(application) as client:
        text = (await client.get(f"/papers/{application.id}")).text
    assert "您现在不用交任何材料" in text
    assert "<form" not in text


async def test_there_is_no_page_when_no_papers_are_taken() -> None:
    """Also not by a link."""
    counter = Counter()
    counter.site.papers = None
    async with counter.visitor() as client:
        assert (await client.get("/papers/id-1?link=x")).status_code == 404


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=60), st.text(max_size=40))
async def test_name_and_type_change_nothing_and_are_nowhere_when_a_file_is_sent(name: str, kind: str) -> None:
    """File names are often people's names: neither stored nor logged."""
    counter = Counter()
    application = await counter.papers.filed()
    told = f"王晓梅{name}户口.exe".replace("\r", "").replace("\n", "")
    header = f'content-disposition: form-data; name="page"; filename="{told.replace(chr(34), "")}"'
    ascii_kind = "".join(letter for letter in kind if 32 <= ord(letter) < 127)
    body = (f"--x\r\n{header}\r\ncontent-type: {ascii_kind or 'image/png'}\r\n\r\n").encode(
        errors="replace"
    ) + b"a photo\r\n--x--\r\n"
    with structlog.testing.capture_logs() as logs:
        async with counter.visitor(application) as client:
            await client.post(
                f"/papers/{application.id}/pages/{CERTIFICATE}",
                content=body,
                headers={"content-type": "multipart/form-data; boundary=x"},
            )
            text = (await client.get(f"/papers/{application.id}")).text
    assert counter.papers.reader.seen in ([b"a photo"], [])
    everything = f"{logs}{text}{counter.papers.office.store.tables}"
    assert "王晓梅" not in f"{logs}{text}"
    assert "户口.exe" not in everything


def test_every_refusal_has_words_when_told() -> None:
    """Polite ones, that end."""
    assert len(TOLD) > 15
    assert all(words.endswith("。") for words in TOLD.values())
    assert all("请您" in words or name in POLITE_WITHOUT for name, words in TOLD.items())


POLITE_WITHOUT = {"PaperNotAsked", "PageUnknown", "PapersIncomplete"}
