"""Makes the README's picture: the mother's path on a running stack, five screens side by side.

Run by `scripts/screenshots`; the family it signs in as must not have filed on that stack yet.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect

from settings import ROOT
from tests.journey.phone import Phone, chromium

PICTURE = ROOT / "docs" / "images" / "path.png"
LARGEST_BYTES = 600_000
MOTHER = "我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学"
FAMILY = "sun001"
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ display: flex; gap: 24px; width: max-content; margin: 0; padding: 28px; background: #f3f5f4; }}
img {{ width: 312px; border: 6px solid #1d2321; border-radius: 28px; }}
</style><body>{images}</body>"""


def screens(browser: Browser, web_url: str, folder: Path, family: str) -> list[Path]:
    """Walk the path and keep its five screens."""
    phone = Phone(browser, web_url, folder, sharpness=2)
    phone.open()
    phone.say(MOTHER)
    phone.page.locator("#text").blur()
    taken = [phone.shoot("first")]
    phone.to_sign_in()
    phone.page.locator(f"input[value={family}]").check()
    taken.append(phone.shoot("sign-in"))
    phone.sign_in(family)
    phone.back()
    for title, card in (("月生", "consent"), ("全部同意", "decision"), ("确认提交", "receipt")):
        phone.tap(title)
        expect(phone.card(card)).to_be_visible()
        taken.append(phone.shoot(card))
    phone.close()
    return taken


def compose(browser: Browser, images: list[Path], picture: Path) -> None:
    """Put images side by side into one picture."""
    drawn = "".join(
        f'<img src="data:image/png;base64,{base64.b64encode(image.read_bytes()).decode()}">'
        for image in images
    )
    page = browser.new_page(viewport={"width": 400, "height": 200})
    page.set_content(_PAGE.format(images=drawn))
    picture.parent.mkdir(parents=True, exist_ok=True)
    width, height = page.evaluate("[document.body.offsetWidth, document.body.offsetHeight]")
    page.set_viewport_size({"width": width, "height": height})
    page.screenshot(path=picture)
    page.close()


def main(web_url: str = "http://127.0.0.1:8000", family: str = FAMILY) -> None:
    """Make the picture; say where it is and how large."""
    with TemporaryDirectory() as folder, chromium() as browser:
        compose(browser, screens(browser, web_url, Path(folder), family), PICTURE)
    size = PICTURE.stat().st_size
    if size > LARGEST_BYTES:
        raise SystemExit(f"{PICTURE} has {size} bytes, more than {LARGEST_BYTES}: make the screens smaller")
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: {size // 1000} kB\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
