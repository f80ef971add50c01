"""`python -m integrations.papers.worker`: opens one file from standard input, under hard limits, and ends."""

from __future__ import annotations

import os
import resource
import sys

from enrolment.model.papers.refusals import PaperRefused, TooHeavy
from integrations.papers.limits import CPU_SECONDS, MEMORY_BYTES, MOST_BYTES
from integrations.papers.wire import write_pictures, write_refusal

_NICE = 10
_OPEN_FILES = 32


def main() -> None:
    """Read, open, answer."""
    _limit()
    from integrations.papers.opening import open_upload  # noqa: PLC0415 - the decoders load under the limits

    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        answer = write_pictures(open_upload(content))
    except PaperRefused as refusal:
        answer = write_refusal(refusal)
    except (MemoryError, RecursionError):
        answer = write_refusal(TooHeavy("opening the file took more memory than it may"))
    sys.stdout.buffer.write(answer)


def _limit() -> None:
    """Take what it may not have from this process before it sees the file."""
    os.nice(_NICE)
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
