"""A guardian's phone: the chat page in a real browser, what she does on it and what she sees."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE = (390, 844)
DESKTOP = (1280, 900)
_PATIENCE_MS = 30_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


class Phone:
    """One browser with an empty memory; `errors` is all its console complained of."""

    def __init__(
        self,
        browser: Browser,
        web_url: str,
        shots: Path,
        *,
        size: tuple[int, int] = PHONE,
        sharpness: float = 1,
    ) -> None:
        self.errors: list[str] = []
        self.web_url = web_url
        self._shots = shots
        self._taken = 0
        self._context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, device_scale_factor=sharpness, locale="zh-CN"
        )
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(_PATIENCE_MS)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._note)

    def open(self, path: str = "/") -> None:
        """Open a page of `web`."""
        self.page.goto(self.web_url + path)

    def close(self) -> None:
        """Put the phone away."""
        self._context.close()

    def say(self, text: str) -> None:
        """Write something, press Enter and wait for the answer."""
        self.write(text)
        self.answered()

    def write(self, text: str) -> None:
        """Write something and press Enter."""
        self.page.fill("#text", text)
        self.page.press("#text", "Enter")

    def tap(self, title: str) -> None:
        """Tap the choice whose title holds these words and wait for the answer."""
        self.choice(title).click()
        self.answered()

    def choice(self, title: str) -> Locator:
        """The choice that can be picked and whose title holds these words."""
        return self.page.locator(".choice:enabled", has_text=title)

    def card(self, kind: str) -> Locator:
        """The last card of a kind."""
        return self.page.locator(f".card.{kind}").last

    def answered(self) -> None:
        """Wait until nothing is on its way."""
        expect(self.page.locator("#typing")).to_be_hidden(timeout=_PATIENCE_MS)

    def to_sign_in(self) -> None:
        """Follow the link of the chat to the identity service."""
        self.page.click(".go")
        expect(self.page.locator("#sign_in_name")).to_be_visible()

    def sign_in(self, name: str) -> None:
        """Sign in under this name; the page says so."""
        self.page.fill("#sign_in_name", name)
        self.page.click("text=同意并登录")
        expect(self.page.locator("h1")).to_have_text("登录成功")

    def back(self) -> None:
        """Go back to the chat and wait for what comes by itself."""
        self.page.click("a:text-is('回到聊天')")
        expect(self.page.locator(".choice:enabled", has_text="月生").first).to_be_visible(
            timeout=_PATIENCE_MS
        )

    def shoot(self, name: str) -> Path:
        """Keep a picture of what is on the screen."""
        self._taken += 1
        picture = self._shots / f"{self._taken:02d}-{name}.png"
        self.page.screenshot(path=picture, animations="disabled")
        return picture

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)
