"""How the process that opens files answers the one that asked: a line of JSON, then the pictures."""

from __future__ import annotations

import json
from collections.abc import Sequence

from enrolment.model.papers.advice import Advice
from enrolment.model.papers.page import Picture
from enrolment.model.papers.refusals import OF_FILES, FileUnreadable, PaperRefused, TooHeavy
from integrations.papers.limits import MOST_PDF_PAGES, READ_SIDE

_JPEG = b"\xff\xd8\xff"


def write_pictures(pictures: Sequence[Picture]) -> bytes:
    """Write what was opened."""
    head = [
        {
            "full": len(picture.full),
            "small": len(picture.small),
            "width": picture.width,
            "height": picture.height,
            "advice": [each.value for each in picture.advice],
        }
        for picture in pictures
    ]
    bodies = b"".join(picture.full + picture.small for picture in pictures)
    return json.dumps({"pages": head}).encode() + b"\n" + bodies


def write_refusal(refusal: PaperRefused) -> bytes:
    """Write why it was not."""
    return json.dumps({"refused": type(refusal).__name__, "why": str(refusal)}).encode() + b"\n"


def read_answer(answer: bytes) -> Sequence[Picture]:
    """Read the answer; raise the refusal it holds, or TooHeavy where the process died on the way.

    The process has seen a stranger's file, so its answer is believed no more than the file was.
    """
    line, ended, rest = answer.partition(b"\n")
    if not ended:
        raise TooHeavy("opening the file took more than it may")
    try:
        head = json.loads(line)
        if "refused" in head:
            raise OF_FILES[head["refused"]](head["why"])
        pictures = []
        for page in head["pages"][:MOST_PDF_PAGES]:
            full, rest = rest[: page["full"]], rest[page["full"] :]
            small, rest = rest[: page["small"]], rest[page["small"] :]
            advice = tuple(Advice(each) for each in page["advice"])
            pictures.append(Picture(full, small, int(page["width"]), int(page["height"]), advice))
    except (ValueError, KeyError, TypeError) as error:
        raise FileUnreadable("opening the file gave no answer that makes sense") from error
    if not all(map(_sound, pictures)):
        raise FileUnreadable("opening the file gave something that is no page")
    return pictures


def _sound(picture: Picture) -> bool:
    sides = (picture.width, picture.height)
    starts = picture.full.startswith(_JPEG) and picture.small.startswith(_JPEG)
    return starts and all(0 < side <= READ_SIDE for side in sides)
