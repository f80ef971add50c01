"""Opens a picture and makes it anew from its pixels, upright and without anything it carried along."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from enrolment.model.papers.page import Picture
from enrolment.model.papers.refusals import FileUnreadable, TooHeavy, TooManyPixels
from integrations.papers.kinds import Kind
from integrations.papers.limits import MOST_PIXELS, MOST_SIDE, READ_SIDE, SMALL_SIDE
from integrations.papers.quality import advice_on

_QUALITY = 85
_SMALL_QUALITY = 70
_WHITE = (255, 255, 255)

# Thumbnails and further pictures of the file are never decoded.
register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def read_picture(content: bytes, kind: Kind) -> Picture:
    """Open a picture of a known kind.

    Raises TooManyPixels before anything is decoded, FileUnreadable, TooHeavy.
    """
    # WeasyPrint, once loaded, lets Pillow take half a picture for a whole one anywhere in the process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            # Our own cap is lower than the one Pillow warns of.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[kind.value]) as opened:
                return _cleaned(opened)
    except Image.DecompressionBombError as error:
        raise TooManyPixels("the picture claims more pixels than any phone makes") from error
    except MemoryError as error:
        raise TooHeavy("the picture does not fit in the memory it is given") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, TypeError) as error:
        raise FileUnreadable(f"the picture cannot be decoded: {type(error).__name__}") from error


def picture_of(image: Image.Image) -> Picture:
    """Measure an upright picture and write it as JPEG, in both sizes."""
    image = _on_white(image)
    image.thumbnail((READ_SIDE, READ_SIDE), Image.Resampling.LANCZOS)
    advice = advice_on(image)
    small = image.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    return Picture(_jpeg(image, _QUALITY), _jpeg(small, _SMALL_QUALITY), image.width, image.height, advice)


def _cleaned(opened: Image.Image) -> Picture:
    width, height = opened.size
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise TooManyPixels(f"the picture claims {width} by {height} pixels")
    if opened.format == "JPEG":
        # The decoder halves a large photo as it goes, so that it never stands in memory whole.
        opened.draft("RGB", (READ_SIDE, READ_SIDE))
    opened.load()
    return picture_of(ImageOps.exif_transpose(opened))


def _on_white(image: Image.Image) -> Image.Image:
    """The same pixels in RGB in a picture that knows nothing else; what is see-through becomes paper."""
    if image.mode in {"I;16", "I", "F"}:
        raise FileUnreadable("a page is no measurement")
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGB", clear.size, _WHITE)
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    plain = Image.new("RGB", image.size)
    plain.paste(image.convert("RGB"))
    return plain


def _jpeg(image: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()
