"""Understands messages from lines of JSON with a trained model: how understanding is measured."""

import asyncio
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from rasa.core.lock_store import InMemoryLockStore
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.tracker_store import InMemoryTrackerStore

from ruxue_engine.agent import Processor
from ruxue_engine.door.understanding import understand


def understand_lines(model: Path, lines: Iterable[str]) -> Iterator[str]:
    """Answer `{"text", "counties"}` with what the door says of the text and the milliseconds it took."""
    nowhere = InMemoryTrackerStore(None)
    processor = Processor(
        model_path=model,
        tracker_store=nowhere,
        lock_store=InMemoryLockStore(),
        generator=TemplatedNaturalLanguageGenerator({}),
    )
    with asyncio.Runner() as loop:
        # The first message reads the dictionaries.
        loop.run(understand(processor, "您好", {}))
        for line in lines:
            asked = json.loads(line)
            began = time.perf_counter()
            told = loop.run(understand(processor, asked["text"], {"counties": asked.get("counties", [])}))
            told["ms"] = (time.perf_counter() - began) * 1000
            yield json.dumps(told, ensure_ascii=False)
