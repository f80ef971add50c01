"""Departments that answer late, through the whole product: the filing stands, and is settled by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.journey import path
from tests.journey.guardian import Guardian
from tests.journey.households import Households
from tests.journey.stack import Stack, wait_until


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The product, asking again after a second instead of a minute."""
    stack = Stack(tmp_path_factory.mktemp("impatient"), ask_again_seconds=1.0)
    stack.begin()
    yield stack
    stack.end()


def test_filed_case_is_settled_and_told_by_itself_when_the_department_is_back(
    impatient: Stack, households: Households
) -> None:
    """Filed while the register is down, with a paper to bring; when it is back, the paper is not needed."""
    with closing(Guardian(impatient.settings.web_url)) as guardian:
        with impatient.faulty("real_estate", "down"):
            path.to_decision(guardian, households.take())
            receipt = guardian.choose("确认提交").receipt
        wait_until(
            lambda: (
                impatient.rows("SELECT state FROM applications WHERE receipt_number = ?", receipt)
                == [("under_review",)]
            ),
            60,
            "the case was not settled by itself",
        )
        told = guardian.pending_within(10).text
        assert "《不动产权证书》" in told
        assert "不用交了" in told
        assert receipt in told
