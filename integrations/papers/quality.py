"""Measures whether somebody could read a picture: advice, never a reason to refuse it."""

from __future__ import annotations

from PIL import Image, ImageFilter, ImageStat

from enrolment.model.papers.advice import Advice

MEASURED_SIDE = 1200
"""All pictures are measured at one size, so that the thresholds mean the same for each."""
DARK_PAPER = 95
"""Grey (0 to 255) below which the brighter quarter of a page is dark: paper in a lit room is above 150."""
BLURRED_EDGES = 25.0
"""The strongest edges of print, in grey per pixel, fall below this where letters run into each other."""
CUT_STROKES = 10
"""Strokes of print that a border of the picture crosses, where it cuts a text off."""
STROKE_DEPTH = 60
BORDER = 4

_LAPLACE = ImageFilter.Kernel((3, 3), (0, -1, 0, -1, 4, -1, 0, -1, 0), scale=1, offset=128)
_SHARPEST_SHARE = 0.005
_BRIGHT_SHARE = 0.25


def advice_on(picture: Image.Image) -> tuple[Advice, ...]:
    """What to tell the guardian about a picture, most important first."""
    grey = picture.convert("L")
    grey.thumbnail((MEASURED_SIDE, MEASURED_SIDE), Image.Resampling.BOX)
    bright = _level(grey, _BRIGHT_SHARE)
    found = []
    if bright < DARK_PAPER:
        found.append(Advice.DARK)
    if _sharpness(grey) < BLURRED_EDGES * max(bright, 1) / 255:
        found.append(Advice.BLURRED)
    if _cut_off(grey, bright):
        found.append(Advice.CUT_OFF)
    return tuple(found)


def _level(grey: Image.Image, share: float) -> int:
    """The grey that this share of the pixels reaches or is brighter than."""
    histogram = grey.histogram()
    wanted, seen = share * sum(histogram), 0
    for level in range(255, -1, -1):
        seen += histogram[level]
        if seen >= wanted:
            return level
    return 0


def _sharpness(grey: Image.Image) -> float:
    """How strong the sharpest few pixels are: blank paper has few edges, so an average would say little."""
    edges = grey.filter(_LAPLACE).crop((1, 1, max(grey.width - 1, 2), max(grey.height - 1, 2)))
    return max(_level(edges, _SHARPEST_SHARE) - 128, 0)


def _cut_off(grey: Image.Image, bright: int) -> bool:
    depth = STROKE_DEPTH * bright / 255
    width, height = grey.size
    left, right = (0, 0, BORDER, height), (width - BORDER, 0, width, height)
    return any(_strokes(grey.crop(box), depth) >= CUT_STROKES for box in (left, right))


def _strokes(band: Image.Image, depth: float) -> int:
    """How often the band, read along its length, turns from paper to ink."""
    line = list(band.resize((1, band.height), Image.Resampling.BOX).tobytes())
    paper = ImageStat.Stat(band).median[0]
    strokes, in_ink = 0, False
    for level in line:
        if not in_ink and level < paper - depth:
            strokes, in_ink = strokes + 1, True
        elif in_ink and level > paper - depth / 2:
            in_ink = False
    return strokes
