"""A guardian on WeChat, behind a platform that signs, encrypts and asks again as the real one does."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

import httpx

from tests.integrations.wechat.platform import Delivery, Platform, text_message
from tests.journey.guardian import sign_in

_CALLS = 3
_PATIENCE_SECONDS = 5.0
_NUMBERED = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
_URL = re.compile(r"https?://\S+")
_MORE = re.compile(r"\n\n（还没有说完，回复“(.+?)”接着看）$")


@dataclass(frozen=True, slots=True)
class Heard:
    """What one message was answered with: all pages of it."""

    text: str

    @property
    def choices(self) -> dict[str, str]:
        """The numbered lines: title and number."""
        return {title: number for number, title in _NUMBERED.findall(self.text)}


class WeChatGuardian:
    """One guardian with one openid; a long answer is read to its end."""

    def __init__(self, web_url: str, *, safe: bool = True) -> None:
        self.openid = f"o{secrets.token_hex(12)}"
        self.last = Heard("")
        self.pages: list[str] = []
        self._url = f"{web_url}/channels/wechat"
        self._safe = safe
        self._link = ""

    def say(self, text: str) -> Heard:
        """Write something and read the answer, page by page."""
        self.pages = [self.send(text, new_message_id())]
        while more := _MORE.search(self.pages[-1]):
            self.pages.append(self.send(more[1], new_message_id()))
        self.last = Heard("\n".join(_MORE.sub("", page) for page in self.pages))
        self._link = next(iter(_URL.findall(self.last.text)), self._link)
        return self.last

    def choose(self, title: str) -> Heard:
        """Pick a numbered line by its number."""
        offered = self.last.choices
        number = offered.get(title) or next((offered[each] for each in offered if title in each), None)
        assert number, f"“{title}” was not offered, only {list(offered)} after:\n{self.last.text}"
        return self.say(number)

    def sign_in(self, name: str) -> str:
        """Open the link of the last answer that had one, and come back; give the page shown then."""
        return sign_in(self._link, name)

    def send(self, text: str, message_id: str) -> str:
        """Deliver one message as the platform does: up to three times, 5 s each, until it is answered."""
        for _ in range(_CALLS):
            try:
                answer = self.deliver(self.delivery(text, message_id))
            except httpx.TimeoutException:
                continue
            assert answer.status_code == httpx.codes.OK, answer.status_code
            if answer.text:
                fields = Platform(self._safe).read(answer.text)
                assert fields["ToUserName"] == self.openid
                return fields["Content"]
        raise AssertionError("the platform would tell the guardian that the service is out of order")

    def delivery(self, text: str, message_id: str) -> Delivery:
        """Wrap a text as the platform does, with a new nonce each time."""
        return Platform(self._safe).deliver(text_message(text, message_id, self.openid))

    def deliver(self, delivery: Delivery) -> httpx.Response:
        """Make one request."""
        return httpx.post(self._url, params=delivery.query, content=delivery.body, timeout=_PATIENCE_SECONDS)


def new_message_id() -> str:
    """A number as the platform gives its messages."""
    return str(10**16 + secrets.randbelow(10**16))
