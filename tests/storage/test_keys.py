"""The secret and the keys derived from it."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest

from storage.errors import SecretInvalid
from storage.keys import Keys, load_or_create

SECRET = bytes(range(224, 256))


def test_keys_agree_when_the_secret_is_written_in_either_base64() -> None:
    """Standard and URL-safe base64, padded or not, name the same secret."""
    standard = base64.b64encode(SECRET).decode()
    url_safe = base64.urlsafe_b64encode(SECRET).decode().rstrip("=")
    assert standard != url_safe
    assert Keys.from_base64(standard) == Keys.from_base64(url_safe) == Keys.from_secret(SECRET)


def test_keys_differ_by_use_and_from_the_secret() -> None:
    """No two uses share a key, and none is the secret itself."""
    keys = Keys.from_secret(SECRET)
    assert len({keys.sealing, keys.finding, keys.wrapping, keys.linking, SECRET}) == 5


@pytest.mark.parametrize("text", ["", "not base64 at all!", base64.b64encode(b"short").decode(), "钥匙"])
def test_keys_are_refused_when_the_secret_is_not_32_bytes_in_base64(text: str) -> None:
    """A wrong secret is named before anything is stored under it."""
    with pytest.raises(SecretInvalid):
        Keys.from_base64(text)


def test_keys_do_not_show_when_they_are_printed() -> None:
    """A repr in a log gives no key away."""
    assert repr(Keys.from_secret(SECRET)) == "Keys()"


def test_load_or_create_keeps_one_secret_when_called_again(tmp_path: Path) -> None:
    """A demonstration finds its data again after a restart, and only the owner can read the key."""
    path = tmp_path / "var" / "secret.key"
    first = load_or_create(path)
    assert load_or_create(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["secret.key"]


def test_load_or_create_makes_different_secrets_in_different_places(tmp_path: Path) -> None:
    """The secret is random."""
    assert load_or_create(tmp_path / "a") != load_or_create(tmp_path / "b")


def test_load_or_create_refuses_when_others_can_read_the_file(tmp_path: Path) -> None:
    """A secret anybody on the machine can read is no secret, and the error says what to do."""
    path = tmp_path / "secret.key"
    load_or_create(path)
    path.chmod(0o644)
    with pytest.raises(SecretInvalid, match="chmod 600"):
        load_or_create(path)
