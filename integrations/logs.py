"""How every process logs: one line an event, ids and types only."""

from __future__ import annotations

import logging
import sys

import structlog


def configure(level: str) -> None:
    """Write events of at least this level (DEBUG, INFO, WARNING, ERROR) to standard output."""
    number = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_Discreet())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        cache_logger_on_first_use=True,
    )


class _Discreet(logging.Formatter):
    """Shows a library's record by name only: its message may quote what somebody wrote.

    The messages of our own adapters never do; their tests see to it.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        said = record.getMessage() if record.name.startswith("integrations.") else "event=library"
        return f"level={record.levelname.lower()} logger={record.name} {said}"
