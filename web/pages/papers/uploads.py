"""Takes uploads out of a form, in memory only: an open picture of a paper never touches the disk."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from enrolment.model.papers.refusals import FileTooLarge, FileUnreadable, TypeUnknown

MOST_BYTES = 24 * 1024 * 1024
"""One form: a photo of the largest size taken, or several ordinary ones."""
MOST_FILES = 10
_DRAINED = 4 * MOST_BYTES
_FIELD = "page"


async def read_uploads(request: Request) -> list[bytes]:
    """The contents of the files in a form, without their names.

    Raises FileTooLarge, FileUnreadable for a form that cannot be read, TypeUnknown for one without a file.
    """
    parser = MultiPartParser(request.headers, _capped(request), max_files=MOST_FILES, max_fields=MOST_FILES)
    parser.spool_max_size = MOST_BYTES
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise FileUnreadable("the form is not multipart")
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as error:
        raise FileUnreadable("the form cannot be read") from error
    files = [each for each in form.getlist(_FIELD) if isinstance(each, UploadFile)]
    contents = [content for file in files if (content := await file.read())]
    await form.close()
    if not contents:
        raise TypeUnknown("the form holds no file")
    return contents


async def _capped(request: Request) -> AsyncGenerator[bytes, None]:
    """The body up to its cap; what is longer is heard to its end, so that the browser hears the answer."""
    length = 0
    async for part in request.stream():
        length += len(part)
        if length > _DRAINED:
            break
        if length <= MOST_BYTES:
            yield part
    if length > MOST_BYTES:
        raise FileTooLarge("the form has too many bytes")
