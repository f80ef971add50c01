"""Pages of made-up papers, photographed well and badly."""

from __future__ import annotations

import io
import random

import pikepdf
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont
from pillow_heif import register_heif_opener

PAPER, INK, TABLE = (236, 233, 226), (38, 36, 44), (96, 70, 48)
LETTERS = "abcdefghikmnoprstuvwxyz0123456789"
WIDTH, HEIGHT = 1500, 2000


def page(*, margin: int = 120, table: int = 0, lines: int = 36, seed: int = 1) -> Image.Image:
    """A page of print in daylight, on a table that shows around it if wanted."""
    draws = random.Random(seed)  # noqa: S311 - for variety, not for secrets
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(30)
    step = (HEIGHT - 240) // lines
    for line in range(lines):
        words = " ".join("".join(draws.choices(LETTERS, k=draws.randint(2, 9))) for _ in range(24))
        pen.text((margin, 120 + line * step), words, INK, font)
    if margin > 0:
        pen.rectangle((WIDTH - margin, 0, WIDTH, HEIGHT), PAPER)
    if table:
        around = wood((WIDTH + 2 * table, HEIGHT + 2 * table), seed)
        around.paste(image, (table, table))
        return around
    return image


def wood(size: tuple[int, int], seed: int = 1) -> Image.Image:
    """A table with a grain."""
    draws = random.Random(seed)  # noqa: S311 - for variety, not for secrets
    image = Image.new("RGB", size, TABLE)
    pen = ImageDraw.Draw(image)
    for y in range(0, size[1], 9):
        shade = draws.randint(-14, 14)
        pen.line((0, y, size[0], y + 20), (TABLE[0] + shade, TABLE[1] + shade, TABLE[2] + shade), 5)
    return image


def cut(*, side: str = "left", seed: int = 1) -> Image.Image:
    """A page whose print runs out of the picture on one side."""
    whole = page(seed=seed)
    box = (260, 0, WIDTH, HEIGHT) if side == "left" else (0, 0, WIDTH - 400, HEIGHT)
    return whole.crop(box)


def dark(image: Image.Image, share: float = 0.28) -> Image.Image:
    """The same in a dim room."""
    return ImageEnhance.Brightness(image).enhance(share)


def blurred(image: Image.Image, radius: float = 7) -> Image.Image:
    """The same with a shaking hand."""
    return image.filter(ImageFilter.GaussianBlur(radius))


def jpeg(image: Image.Image, **more: object) -> bytes:
    """As a phone writes it."""
    return _written(image, "JPEG", quality=88, **more)


def png(image: Image.Image, **more: object) -> bytes:
    """As a screen shot."""
    return _written(image, "PNG", **more)


def heic(image: Image.Image, **more: object) -> bytes:
    """As a newer phone writes it."""
    register_heif_opener()
    return _written(image, "HEIF", quality=80, **more)


def pdf(*images: Image.Image) -> bytes:
    """As a scanner writes it."""
    return _written(images[0], "PDF", save_all=True, append_images=images[1:], resolution=150)


def changed_pdf(change: str) -> bytes:
    """A PDF with something in it that no paper carries."""
    with pikepdf.open(io.BytesIO(pdf(page().resize((300, 400))))) as document:
        root = document.Root
        if change == "open_script":
            root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        elif change == "page_script":
            action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=document.make_stream(b"app.alert(1)"))
            document.pages[0].obj.AA = pikepdf.Dictionary(O=document.make_indirect(action))
        elif change == "launch":
            root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
        elif change == "attachment":
            document.attachments["a.exe"] = pikepdf.AttachedFileSpec(document, b"MZ", filename="a.exe")
        written = io.BytesIO()
        if change == "password":
            document.save(written, encryption=pikepdf.Encryption(user="secret", owner="secret"))
        elif change == "owner_password":
            document.save(written, encryption=pikepdf.Encryption(user="", owner="secret"))
        else:
            document.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _written(image: Image.Image, kind: str, **more: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()
