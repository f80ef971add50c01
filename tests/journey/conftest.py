"""Two stacks: one that nobody harms, one whose parts are killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.integrations.wechat.platform import AES_KEY, APP_ID, TOKEN
from tests.journey.guardian import Guardian
from tests.journey.households import Households
from tests.journey.stack import Stack

MakeGuardian = Callable[[Stack], Guardian]


def _running(factory: pytest.TempPathFactory, name: str) -> Iterator[Stack]:
    account = {"wechat_token": TOKEN, "wechat_app_id": APP_ID, "wechat_aes_key": AES_KEY}
    stack = Stack(factory.mktemp(name), **account, wechat_accepts_plain=False)
    try:
        stack.begin()
        yield stack
    finally:
        stack.end()


@pytest.fixture(scope="package")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Every part, running through all tests."""
    yield from _running(tmp_path_factory, "stack")


@pytest.fixture(scope="package")
def fragile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Every part, to be killed and started; a test leaves all of them running as they were."""
    yield from _running(tmp_path_factory, "fragile")


@pytest.fixture(scope="package")
def households() -> Households:
    """Families nobody used yet."""
    return Households()


@pytest.fixture
def on() -> Iterator[MakeGuardian]:
    """Makes guardians who talk to a stack."""
    made: list[Guardian] = []

    def make(stack: Stack) -> Guardian:
        made.append(Guardian(stack.settings.web_url))
        return made[-1]

    yield make
    for guardian in made:
        guardian.close()


@pytest.fixture
def guardian(stack: Stack, on: MakeGuardian) -> Guardian:
    """A guardian who never wrote before."""
    return on(stack)
