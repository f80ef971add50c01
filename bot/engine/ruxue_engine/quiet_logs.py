"""Logs that name the place and the kind of a failure, never what a parent wrote.

Rasa formats message text and slot values into its log lines, so for every logger but our own only the
level, the place and the exception's type are kept.
"""

import logging
import sys
import traceback
from typing import Any

import structlog

OWN_LOGGER = "ruxue_engine"


def _kind(error: BaseException) -> str:
    """Name an exception and where it came from, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename.rpartition('site-packages/')[2]}:{frames[-1].lineno}" if frames else ""
    cause = error.__cause__ or error.__context__
    return f"{type(error).__name__}{place}" + (f" from {_kind(cause)}" if cause else "")


class PlaceOnlyFormatter(logging.Formatter):
    """Writes our own messages in full, and of all others only where they came from."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line for a record."""
        own = record.name.partition(".")[0] == OWN_LOGGER
        said = record.getMessage() if own else f"{record.module}.{record.funcName}:{record.lineno}"
        error = record.exc_info[1] if record.exc_info else None
        suffix = f" ({_kind(error)})" if error else ""
        return f"{self.formatTime(record)} {record.levelname} {record.name} {said}{suffix}"


def _event_name_only(_logger: object, _method: str, event: dict[str, Any]) -> str:
    """Keep the event's fixed name and drop its values."""
    return str(event.get("event", "event"))


def configure() -> None:
    """Send every log line to standard error, without values."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlaceOnlyFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(OWN_LOGGER).setLevel(logging.INFO)
    # Until hush_libraries: some libraries write at DEBUG by their own handlers as soon as they are imported.
    logging.disable(logging.INFO)
    structlog.configure(
        processors=[_event_name_only],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    # Rasa's warnings quote entities and intents of the message at hand, and libraries turn filters back on.
    logging.captureWarnings(capture=True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)


def hush_libraries() -> None:
    """End the silence of the start, and take back what libraries set on their own loggers meanwhile."""
    logging.disable(logging.NOTSET)
    for name in list(logging.root.manager.loggerDict):
        library = logging.getLogger(name)
        if name.partition(".")[0] == OWN_LOGGER:
            continue
        library.handlers.clear()
        library.setLevel(max(library.level, logging.WARNING) if library.level else logging.NOTSET)
