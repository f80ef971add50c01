"""Measure Rasa's own DIET on the frozen validation set.

It needs the stock Rasa that `make bench` installs, and half an hour for four epochs on a quiet machine:
`PYTHONPATH=. benchmarks/stock/.venv/bin/python -m benchmarks.understanding.diet [EPOCHS]` trains, asks each
message and writes what was likely to var/diet.json;
`PYTHONPATH=bot/engine:. bot/engine/.venv/bin/python -m benchmarks.understanding.diet figures` prints the row.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
_RESULT = ROOT / "var" / "diet.json"
_EPOCHS = 4


def config(epochs: int) -> dict[str, object]:
    """Rasa's featurizers and DIET; batches and signs are held down so that it ends at all."""
    counting = {"name": "CountVectorsFeaturizer", "min_df": 2}
    return {
        "recipe": "default.v1",
        "assistant_id": "diet",
        "language": "zh",
        "policies": [],
        "pipeline": [
            {"name": "JiebaTokenizer"},
            counting,
            {**counting, "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 2},
            {
                "name": "DIETClassifier",
                "epochs": epochs,
                "batch_size": [256, 256],
                "batch_strategy": "sequence",
                "entity_recognition": False,
                "constrain_similarities": True,
                "random_seed": 0,
                "ranking_length": 0,
            },
        ],
    }


def measure(epochs: int) -> None:
    """Train, ask every message of the set, and keep the shares of all intents."""
    from rasa.core.agent import Agent  # noqa: PLC0415 - only in the stock environment
    from rasa.model_training import train_nlu  # noqa: PLC0415

    file = ROOT / "var" / "diet.yml"
    file.write_text(yaml.safe_dump(config(epochs)), encoding="utf-8")
    began = time.process_time()
    model = train_nlu(str(file), str(ROOT / "data" / "nlu"), str(ROOT / "var"), fixed_model_name="diet")
    seconds = time.process_time() - began
    agent = Agent.load(model)
    lines = (ROOT / "tests/understanding/validation.jsonl").read_text(encoding="utf-8").splitlines()

    async def ask() -> list[dict[str, float]]:
        await agent.parse_message("你好")
        asked = [await agent.parse_message(json.loads(line)["text"]) for line in lines]
        return [{each["name"]: each["confidence"] for each in one["intent_ranking"]} for one in asked]

    began = time.perf_counter()
    shares = asyncio.run(ask())
    told = {
        "shares": shares,
        "seconds": seconds,
        "ms": (time.perf_counter() - began) * 1000 / len(lines),
        "megabytes": Path(model).stat().st_size / 1e6,
    }
    _RESULT.write_text(json.dumps(told), encoding="utf-8")


def row() -> str:
    """The row of the table for what was kept."""
    import numpy as np  # noqa: PLC0415 - only in the engine's environment

    from benchmarks.understanding.data import frozen  # noqa: PLC0415
    from benchmarks.understanding.measures import figures, topic_shares  # noqa: PLC0415

    told = json.loads(_RESULT.read_text(encoding="utf-8"))
    names = sorted(told["shares"][0])
    likely = np.array([[each.get(name, 0.0) for name in names] for each in told["shares"]])
    judged = figures(topic_shares(likely, names), [case["topic"] for case in frozen()])
    size = f"{told['ms']:.1f} | {told['seconds']:.0f} | {told['megabytes']:.0f} MB"
    return f"| DIET | {' | '.join(judged)} | {size} |"


if __name__ == "__main__":
    if sys.argv[1:] == ["figures"]:
        print(row())  # noqa: T201
    else:
        measure(int(sys.argv[1]) if sys.argv[1:] else _EPOCHS)
