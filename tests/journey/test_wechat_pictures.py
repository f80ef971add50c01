"""Papers photographed in WeChat, on the whole product: real requests, a real platform to fetch from."""

from __future__ import annotations

import httpx

from tests.integrations.papers.pages import jpeg, page
from tests.integrations.wechat.platform import Platform, picture_message
from tests.journey import path
from tests.journey.households import Households
from tests.journey.stack import Stack
from tests.journey.wechat import Heard, WeChatGuardian, new_message_id


class Photographer:
    """A guardian who sends photos in the chat."""

    def __init__(self, stack: Stack) -> None:
        self.guardian = WeChatGuardian(stack.settings.web_url)
        self._servers = f"{stack.settings.sandbox_url}/wechat"

    def send(self, content: bytes) -> Heard:
        """Send a photo, as the platform delivers it."""
        media = httpx.post(f"{self._servers}/control/media", content=content).json()["media_id"]
        xml = picture_message(media, new_message_id(), self.guardian.openid)
        answer = self.guardian.deliver(Platform(safe=True).deliver(xml))
        self.guardian.last = Heard(Platform(safe=True).read(answer.text)["Content"])
        return self.guardian.last

    def file_without_departments(self, households: Households) -> None:
        """Apply while agreeing to no look-up, so that papers are asked for."""
        family = households.take()
        born = path.entrant(family)
        self.guardian.say(path.first_message(family))
        self.guardian.sign_in(family.sign_in_name)
        self.guardian.say("继续看")
        self.guardian.choose(f"{born.year}年{born.month}月生")
        self.guardian.choose("都不同意")
        self.guardian.choose("确认提交")


def test_photos_become_papers_when_they_are_sent_in_wechat(stack: Stack, households: Households) -> None:
    """Asked once which paper it is; kept, shown on the papers' page; a file that is no photo is refused."""
    photographer = Photographer(stack)
    assert "不需要交照片" in photographer.send(jpeg(page())).text

    photographer.file_without_departments(households)
    asked = photographer.send(jpeg(page(seed=2)))
    assert "哪一份材料" in asked.text
    title = next(iter(asked.choices))
    told = photographer.guardian.choose(title)
    assert f"存好了，放在“{title}”里" in told.text
    assert "还差：" in told.text

    assert "哪一份材料" in photographer.send(b"no photo at all").text
    refused = photographer.guardian.choose(title)
    assert "不是照片" in refused.text
