"""Retention: what is over goes, what is not stays, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select

from bot.messages import ChannelName, Choice
from enrolment.model.access import Reader, Who, Why
from enrolment.model.application import State
from enrolment.model.consent import ConsentGrant
from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.page import PaperPage, Picture, PictureSize
from enrolment.model.papers.refusals import PageUnknown, PapersUnavailable
from enrolment.model.retention import RULES, Kind, kept_since
from enrolment.model.sign_in import SignIn
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork
from enrolment.services.purge_expired import Purged, purge_expired
from storage.chat import ChatStorage
from storage.papers.images import SealedImages, in_folder
from storage.retention import SqlRetention
from storage.retention_steps import steps
from storage.statements import table
from storage.tables import AccessRow, Base, ChildRow, GuardianRow, PaperRow, TurnRow, VaultRow
from storage.tables.holdings import SEALED
from storage.vault import Vault
from storage.work import begin_work
from tests.fakes.clock import FrozenClock
from tests.storage.samples import MOTHER, NOW, family, message, stored_case

Purge = Callable[..., dict[Kind, int]]


@pytest.fixture
def images(tmp_path: Path) -> SealedImages:
    """Pictures in a folder."""
    return in_folder(tmp_path / "papers")


@pytest.fixture
def purge(engine: Engine, images: SealedImages) -> Purge:
    """Purges some days after NOW; gives what went, or would go, by kind."""

    def run(days: float, *, dry_run: bool = False) -> dict[Kind, int]:
        clock = FrozenClock(NOW + timedelta(days=days))
        done = purge_expired(retention=SqlRetention(engine, images), clock=clock, dry_run=dry_run)
        return {each.rule.kind: each.count for each in done if each.count}

    return run


def rows(engine: Engine, row: type[Base]) -> int:
    """How many rows a table has."""
    with engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(table(row))).scalar_one()


def test_rules_are_one_for_each_kind() -> None:
    """No kind is without a rule, and every rule says what, from when and on what ground."""
    assert sorted(rule.kind for rule in RULES) == sorted(Kind)
    assert all(rule.what and rule.counted_from and rule.ends and rule.ground for rule in RULES)
    assert all(rule.keep > timedelta(0) for rule in RULES)


async def test_chat_is_kept_thirty_days_and_no_longer(
    engine: Engine, chat: ChatStorage, purge: Purge
) -> None:
    """Messages and typed numbers stay to the day and go after it."""
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, "openid")
    await chat.inbox.record(message(), conversation)
    await chat.vault.keep(conversation, "phone", "13800138000")
    await chat.conversations.offer(conversation, [Choice("*涵", "/inform")])
    assert purge(30) == {}
    assert purge(30.1, dry_run=True) == {Kind.MESSAGES: 1, Kind.TYPED_VALUES: 1}
    assert (rows(engine, TurnRow), rows(engine, VaultRow)) == (1, 1)
    assert purge(30.1) == {Kind.MESSAGES: 2, Kind.TYPED_VALUES: 1}
    assert list(await chat.conversations.offered(conversation)) == []
    assert (rows(engine, TurnRow), rows(engine, VaultRow)) == (0, 0)


async def test_purge_takes_everything_when_there_is_more_than_a_batch(
    engine: Engine, vault: Vault, purge: Purge
) -> None:
    """A year's messages go in several short transactions."""
    vault.ring.prepare()
    sealing = vault.sealing(vault.notes(Reader(Who.ASSISTANT, Why.TALK)))
    with engine.begin() as connection:
        connection.execute(
            insert(table(VaultRow)),
            [
                {
                    "reference": f"r{number}",
                    "conversation_id": "c",
                    "kind": "phone",
                    "value": sealing.seal("vault.value", f"r{number}", "13800138000"),
                    "kept_at": NOW,
                }
                for number in range(1_201)
            ],
        )
    assert purge(31) == {Kind.TYPED_VALUES: 1_201}
    assert purge(31) == {}


def test_sign_in_goes_a_day_after_its_time(begin: BeginWork, purge: Purge) -> None:
    """Nobody needs an unused link tomorrow."""
    with begin() as work:
        work.sign_ins.add(SignIn("state", "conversation", NOW, NOW))
        work.commit()
    assert purge(1) == {}
    assert purge(1.1) == {Kind.SIGN_INS: 1}


def test_draft_is_emptied_when_nothing_happened_for_ninety_days(begin: BeginWork, purge: Purge) -> None:
    """What was said is gone, the frame and its timeline stay and can be read."""
    stored = stored_case(begin)
    assert Kind.DRAFTS not in purge(89.9)
    assert purge(90.1)[Kind.DRAFTS] == 1
    assert Kind.DRAFTS not in purge(90.1)
    with begin() as work:
        found = work.cases.get(stored.id)
    assert (found.declared, found.facts, found.outcome) == ({}, {}, None)
    assert found.events == stored.events


def test_draft_stays_when_something_happened_lately(begin: BeginWork, purge: Purge) -> None:
    """The days count from the last event."""
    stored = stored_case(begin)
    later = stored.recording(EventType.FACT_CONFIRMED, NOW + timedelta(days=60), fact="home_since")
    with begin() as work:
        work.cases.save(later)
        work.commit()
    assert Kind.DRAFTS not in purge(90.1)


def file(begin: BeginWork) -> str:
    """Store a filed case; give its id."""
    stored = stored_case(begin)
    with begin() as work:
        work.cases.save(replace(stored, state=State.UNDER_REVIEW, submitted_at=NOW, receipt_number="R1"))
        work.commit()
    return stored.id


def test_facts_go_thirty_days_after_term_begins_and_the_filing_after_three_years(
    begin: BeginWork, purge: Purge
) -> None:
    """What was pulled serves enrolment only; what was filed and decided stays as evidence."""
    case_id = file(begin)
    term = (datetime(2027, 9, 1, tzinfo=NOW.tzinfo) - NOW) / timedelta(days=1)
    assert purge(term + 29.9) == {}
    assert purge(term + 30)[Kind.RECORDS] == 1
    with begin() as work:
        found = work.cases.get(case_id)
    assert (found.facts, found.outcome is None, found.declared == {}) == ({}, False, False)
    assert Kind.FILINGS not in purge(3 * 365)
    assert purge(3 * 365 + 2)[Kind.FILINGS] == 1
    with begin() as work:
        found = work.cases.get(case_id)
    assert (found.declared, found.outcome, found.receipt_number) == ({}, None, "R1")


class Away:
    """Implements `PaperImages` of a store that does not answer."""

    def put(self, page_id: str, picture: Picture) -> bytes:
        """Not now."""
        raise PapersUnavailable(page_id, picture)

    def get(self, page_id: str, size: PictureSize, key: bytes) -> bytes:
        """Not now."""
        raise PapersUnavailable(page_id, size, key)

    def delete(self, page_id: str) -> None:
        """Not now."""
        raise PapersUnavailable(page_id)


def test_picture_goes_with_its_row_or_both_stay(
    engine: Engine, begin: BeginWork, images: SealedImages, purge: Purge
) -> None:
    """A picture nobody knows of would lie there for good: while its store is away, its row stays too."""
    case_id = file(begin)
    key = images.put("page", Picture(b"full", b"small", 1, 1))
    with begin() as work:
        work.papers.add(PaperPage("page", case_id, "hukou_book", 0, 4, "0" * 64, 1, 1, (), NOW, NOW), key)
        work.commit()
    october = datetime(2027, 10, 2, tzinfo=NOW.tzinfo)
    purge_expired(retention=SqlRetention(engine, Away()), clock=FrozenClock(october))
    assert rows(engine, PaperRow) == 1
    assert images.get("page", PictureSize.FULL, key) == b"full"
    purge((october - NOW) / timedelta(days=1))
    assert rows(engine, PaperRow) == 0
    with pytest.raises(PageUnknown):
        images.get("page", PictureSize.FULL, key)


def test_held_picture_goes_thirty_days_after_it_was_sent(
    engine: Engine, begin: BeginWork, images: SealedImages, purge: Purge
) -> None:
    """Its content before its row; while the store is away, both stay."""
    key = images.put("held", Picture(b"full", b"small", 1, 1))
    with begin() as work:
        work.held_pictures.add(HeldPicture("held", "c1", "media", 1, 1, (), NOW), key)
        work.commit()
    assert purge(30) == {}
    later = FrozenClock(NOW + timedelta(days=30.1))
    purge_expired(retention=SqlRetention(engine, Away()), clock=later)
    assert images.get("held", PictureSize.FULL, key) == b"full"
    assert purge(30.1) == {Kind.HELD_PICTURES: 1}
    with pytest.raises(PageUnknown):
        images.get("held", PictureSize.FULL, key)


def test_consent_goes_three_years_after_it_ended(begin: BeginWork, purge: Purge) -> None:
    """The record of sharing outlives the sharing by three years."""
    _, child_id = family(begin)
    until = NOW + timedelta(days=100)
    with begin() as work:
        work.grants.add(
            ConsentGrant("g", child_id, "marriage", "civil", "p", "v", "guardian", "web", NOW, until)
        )
        work.commit()
    assert Kind.CONSENTS not in purge(100 + 3 * 365)
    assert purge(100 + 3 * 365 + 2)[Kind.CONSENTS] == 1


def test_people_go_when_nothing_about_them_is_left(engine: Engine, begin: BeginWork, purge: Purge) -> None:
    """Who signed in and never filed is forgotten after ninety days, children included."""
    guardian_id, _ = family(begin)
    with begin() as work:
        work.sign_ins.bind("conversation", guardian_id, NOW)
        work.commit()
    assert purge(90) == {}
    assert purge(90.1)[Kind.PEOPLE] > 0
    assert (rows(engine, GuardianRow), rows(engine, ChildRow)) == (0, 0)


def test_people_of_an_old_filing_are_emptied_when_it_is(
    engine: Engine, begin: BeginWork, purge: Purge
) -> None:
    """Their rows stay for the timeline, without a name, a number or a hash; a new sign-in is a new person."""
    file(begin)
    purge(3 * 365 + 2)
    purge(3 * 365 + 2)
    with engine.begin() as connection:
        for name in ("guardians", "children"):
            columns = Base.metadata.tables[name].c
            found = connection.execute(select(columns.id, columns.id_number_hash, columns.name)).all()
            assert [(row.id.encode(), b"") for row in found] == [
                (row.id_number_hash, row.name) for row in found
            ]
    with begin() as work:
        assert work.guardians.upsert(MOTHER).id != found[0].id
    assert Kind.PEOPLE not in purge(3 * 365 + 2)


def test_log_of_reads_goes_after_three_years(engine: Engine, vault: Vault, purge: Purge) -> None:
    """It is kept as long as what it is evidence for."""
    begin = begin_work(
        replace(vault, now=lambda: NOW - timedelta(days=7 * 365)), Reader(Who.GUARDIAN, Why.SHOW)
    )
    guardian_id, _ = family(begin)
    with begin() as work:
        work.guardians.get(guardian_id)
    before = rows(engine, AccessRow)
    assert before > 0
    assert purge(0)[Kind.ACCESS_LOG] == before


def test_every_sealed_table_is_under_a_rule() -> None:
    """A table whose sealed values nothing ever takes away would be kept for good."""
    touched = {step.table.name for kind in Kind for step in steps(kind, NOW)}
    assert set(SEALED) - touched == set()


def test_purged_says_its_rule(engine: Engine, images: SealedImages) -> None:
    """Whoever runs it sees the ground of each."""
    done = purge_expired(retention=SqlRetention(engine, images), clock=FrozenClock(NOW), dry_run=True)
    assert list(done) == [Purged(rule, 0) for rule in RULES]
    assert kept_since(RULES[0], NOW) == NOW - RULES[0].keep
