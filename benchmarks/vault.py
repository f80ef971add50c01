"""Measures what it costs to seal a department's record, and to seal and store it."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from enrolment.model.access import Reader, Who, Why
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.inquiry import REAL_ESTATE, KeptReply
from enrolment.model.establishing.records import HomeRecord, Owner
from enrolment.model.people import Person
from storage.codecs.records import dump_records
from storage.engine import create_engine
from storage.envelope import CipherName
from storage.keys import Keys
from storage.migrate import upgrade
from storage.vault import Vault, open_vault
from storage.work import begin_work

RECORDS: Final = 1_000
NOW: Final = datetime(2027, 6, 10, 9, 30, tzinfo=UTC)
READER: Final = Reader(Who.ASSISTANT, Why.VERIFY)


def measure() -> dict[str, float]:
    """Measure CPU milliseconds (p50, p95) of sealing, opening and storing, under either cipher, on SQLite."""
    figures: dict[str, float] = {}
    for cipher in CipherName:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'vault.db'}"
            upgrade(url)
            vault = open_vault(create_engine(url), Keys.from_secret(bytes(32)), lambda: NOW, cipher=cipher)
            for name, work in _works(vault).items():
                taken = [_milliseconds(work, number) for number in range(RECORDS)]
                figures[f"{cipher}: {name} p50"] = statistics.median(taken)
                figures[f"{cipher}: {name} p95"] = statistics.quantiles(taken, n=20)[-1]
            vault.engine.dispose()
    return figures


def _works(vault: Vault) -> dict[str, Callable[[int], object]]:
    begin = begin_work(vault, READER)
    with begin() as work:
        guardian = work.guardians.upsert(Person("张三", "370102199001011226"))
        child = work.guardians.set_children(guardian.id, [Person("张四", "370102202010150021")])[0]
        work.grants.add(
            ConsentGrant("g", child.id, REAL_ESTATE, "land", "p", "v", guardian.id, "web", NOW, NOW)
        )
        work.commit()
    sealing = vault.sealing(vault.notes(READER))
    home = HomeRecord(
        "鲁(2019)济南市不动产权第0012345号",
        "370102",
        "济南市历下区文化东路88号3号楼2单元301室",
        "住宅",
        date(2019, 5, 6),
        (Owner("370102199001011226", 100),),
        NOW,
        "0" * 64,
    )
    text = dump_records((home,))
    sealed = sealing.seal("department_replies.reply", "r", text)

    def store(number: int) -> None:
        reply = KeptReply(child.id, REAL_ESTATE, f"{number:018d}", "g", NOW, (home,))
        with begin() as work:
            work.replies.keep(reply)
            work.commit()

    return {
        "seal": lambda _: sealing.seal("department_replies.reply", "r", text),
        "open": lambda _: sealing.open("department_replies.reply", "r", sealed, subject=child.id),
        "seal and store": store,
    }


def _milliseconds(work: Callable[[int], object], number: int) -> float:
    begun = time.process_time()
    work(number)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    for line, figure in measure().items():
        sys.stdout.write(f"{line}: {figure:.3f}\n")
