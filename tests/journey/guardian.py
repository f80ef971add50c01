"""A guardian on the web chat page: what she writes, picks and reads, and how she signs in."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import httpx

from tests.journey.stack import wait_until

_PATIENCE_SECONDS = 30.0
_RECEIPT = re.compile(r"370102-2027-\d{6}-[\dX]")


@dataclass(frozen=True, slots=True)
class Answer:
    """The replies to one message, and what became of it."""

    replies: list[dict[str, Any]]
    state: str

    @property
    def text(self) -> str:
        """Every sentence of the replies."""
        return "\n".join(reply["text"] for reply in self.replies)

    @property
    def choices(self) -> dict[str, str]:
        """What can be picked: title and value."""
        return {choice["title"]: choice["value"] for reply in self.replies for choice in reply["choices"]}

    @property
    def cards(self) -> dict[str, dict[str, Any]]:
        """The cards, by their kind."""
        return {reply["card"]["kind"]: reply["card"] for reply in self.replies if reply["card"]}

    @property
    def link(self) -> str:
        """The address of the page to open; empty when there is none."""
        return next((reply["link"]["url"] for reply in self.replies if reply["link"]), "")

    @property
    def receipt(self) -> str:
        """The receipt number the replies name; empty when they name none."""
        return next(iter(_RECEIPT.findall(self.text)), "")

    def row(self, card: str, label: str) -> str:
        """The value of one row of a card."""
        return next(str(row["value"]) for row in self.cards[card]["rows"] if row["label"] == label)


class Guardian:
    """One guardian with one web conversation; `last` is the last answer that said anything."""

    def __init__(self, web_url: str, conversation: str = "") -> None:
        self.conversation = conversation or secrets.token_urlsafe(16)
        self.last = Answer([], "")
        self._web = httpx.Client(base_url=web_url, timeout=_PATIENCE_SECONDS)
        self._link = ""

    def close(self) -> None:
        """Close the connections."""
        self._web.close()

    def say(self, text: str, message_id: str = "") -> Answer:
        """Write something and read the answer."""
        message_id = message_id or secrets.token_hex(8)
        body = {"conversation": self.conversation, "message_id": message_id, "text": text}
        response = self._web.post("/channels/web/messages", json=body)
        response.raise_for_status()
        return self._read(response.json())

    def choose(self, title: str) -> Answer:
        """Pick the choice offered that is called so, or whose title alone holds these words."""
        offered = self.last.choices
        value = offered.get(title) or next((offered[each] for each in offered if title in each), None)
        assert value is not None, f"“{title}” was not offered, only {list(offered)} after:\n{self.last.text}"
        return self.say(value)

    def pending(self) -> Answer:
        """Read what came in the meantime, as the page does again and again."""
        response = self._web.post("/channels/web/pending", json={"conversation": self.conversation})
        response.raise_for_status()
        given = response.json()
        return self._read({"replies": given["replies"], "state": "waiting" if given["waiting"] else ""})

    def pending_within(self, seconds: float) -> Answer:
        """Ask for late replies until some come."""
        answers: list[Answer] = []

        def came() -> bool:
            answers.append(self.pending())
            return bool(answers[-1].replies)

        wait_until(came, seconds, "no late reply came")
        return answers[-1]

    def sign_in(self, name: str) -> Answer:
        """Open the link, sign in under this name, come back, and read what the chat says then."""
        self.come_back(name)
        return self.pending_within(_PATIENCE_SECONDS)

    def come_back(self, name: str) -> None:
        """Open the link, sign in under this name and come back, without looking at the chat."""
        sign_in(self._link, name)

    def _read(self, given: dict[str, Any]) -> Answer:
        answer = Answer(given["replies"], given["state"])
        if answer.replies:
            self.last = answer
            self._link = answer.link or self._link
        return answer


def sign_in(link: str, name: str) -> str:
    """Sign in at the identity service as a browser would; give the page one comes back to."""
    assert link, "no sign-in link was given yet"
    with httpx.Client(timeout=_PATIENCE_SECONDS) as browser:
        page = browser.get(link)
        assert page.status_code == httpx.codes.OK, page.text
        form = _Form()
        form.feed(page.text)
        filled = {**form.fields, "sign_in_name": name, "decision": "agree"}
        sent = browser.post(urljoin(link, form.action), data=filled)
        assert sent.status_code == httpx.codes.SEE_OTHER, sent.text
        back = browser.get(sent.headers["location"])
        assert back.status_code == httpx.codes.OK, back.text
        return back.text


class _Form(HTMLParser):
    """The address and the hidden fields of a page's form."""

    def __init__(self) -> None:
        super().__init__()
        self.action = ""
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a form or one of its hidden fields."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = given.get("action", "")
        if tag == "input" and given.get("type") == "hidden":
            self.fields[given["name"]] = given.get("value", "")
