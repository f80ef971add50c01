"""The stock side stays the stock side."""

from __future__ import annotations

import re

import yaml

from benchmarks.servers import ROOT, STOCK


def test_stock_reads_facts_as_ours_when_the_forms_need_them() -> None:
    """What reads facts out of a message stands in both pipelines, or the sides would do different work."""
    ours, stock = (
        [step["name"] for step in yaml.safe_load(path.read_text())["pipeline"]]
        for path in (ROOT / "config.yml", STOCK / "config.yml")
    )
    assert ours[-1] == stock[-1]
    assert stock[-1].startswith("ruxue_engine.")
    assert not any(name.startswith("ruxue_engine.") for name in stock[:-1])


def test_stock_lock_pins_every_file_by_hash_when_it_is_installed() -> None:
    """Nothing unpinned gets onto the machine, and the Rasa compared with is the same release."""
    lock = (STOCK / "requirements.lock").read_text()
    pins = re.findall(r"^[a-z0-9.-]+(?:\[[a-z,]+\])?==", lock, flags=re.MULTILINE)
    assert len(pins) > 100
    assert all("--hash=" in part for part in re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE)[1:])
    assert "rasa==3.6.21" in lock
    assert "://" not in lock
