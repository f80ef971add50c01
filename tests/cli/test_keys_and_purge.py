"""`ruxue keys …` and `ruxue purge`: what whoever looks after the house gets to read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import bootstrap
from bootstrap.foundation import lay_foundation
from cli.main import app
from enrolment.model.retention import RULES


@pytest.fixture(autouse=True)
def _database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of this test's own."""
    monkeypatch.setenv("RUXUE_VAR", str(tmp_path))
    monkeypatch.setenv("RUXUE_DATABASE_URL", f"sqlite:///{tmp_path / 'ruxue.db'}")


def said(*command: str) -> list[str]:
    """The lines a command says; it must end well."""
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_list_shows_one_active_key_and_those_destroyed_when_rotated_twice() -> None:
    """Ids, ciphers, states and counts; never a key."""
    assert said("keys", "list") == []
    said("keys", "rotate")
    said("keys", "rotate")
    lines = said("keys", "list")
    assert [line.split()[2] for line in lines] == ["retired", "retired", "active"]
    shape = r"[\w-]+  AES-256-GCM  \w+  wraps \d+  made [\d-]+(, destroyed [\d-]+)?"
    assert all(re.fullmatch(shape, line) for line in lines)


def test_rotate_makes_keys_of_the_other_cipher_when_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Going over to SM4 is a setting and a rotation."""
    said("keys", "rotate")
    monkeypatch.setenv("RUXUE_VAULT_CIPHER", "SM4-GCM")
    said("keys", "rotate")
    assert "SM4-GCM  active" in said("keys", "list")[-1]


@pytest.mark.parametrize(("options", "word"), [(("--dry-run",), "would go:"), ((), "gone:")])
def test_purge_says_each_rule_with_its_ground(options: tuple[str, ...], word: str) -> None:
    """One line a rule: how many, how long, and why."""
    lines = said("purge", *options)
    assert len(lines) == len(RULES)
    for line, rule in zip(lines, RULES, strict=True):
        assert line.startswith(word)
        assert rule.ground in line


def test_reroot_says_which_settings_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both secrets, by name."""
    monkeypatch.delenv("RUXUE_SECRET_KEY", raising=False)
    result = CliRunner().invoke(app, ["keys", "reroot"])
    assert result.exit_code == 2
    assert "RUXUE_SECRET_KEY_BEFORE" in result.output


def test_nothing_starts_while_the_secret_is_being_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was not hashed anew yet would not be found, and be taken for somebody new."""
    monkeypatch.setenv("RUXUE_SECRET_KEY", "A" * 43 + "=")
    monkeypatch.setenv("RUXUE_SECRET_KEY_BEFORE", "B" * 43 + "=")
    with pytest.raises(bootstrap.SettingMissing, match="keys reroot"):
        lay_foundation(bootstrap.read_settings())
