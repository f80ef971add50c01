"""Every data item with every fault: the right outcome, its reason in the log, and health once it is over."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.ports import Clock
from integrations.departments import DATA_ITEMS, Scheme
from sandbox.exchange.faults import FaultKind
from tests.families_at_scale.records import records_about
from tests.integrations.departments.sandboxed import plain, question, sandboxed, somebody

Granting = Callable[[str], ConsentGrant]

_REASONS = {
    FaultKind.DOWN: "HTTP 503",
    FaultKind.SLOW: "did not answer in time",
    FaultKind.ERROR: "HTTP 500",
    FaultKind.MALFORMED: "not JSON",
    FaultKind.WRONG_SIGNATURE: "refuses the signature",
    FaultKind.EXPIRED_SECRET: "secret has expired",
    FaultKind.STALE: "data are too old",
    FaultKind.OTHER_PERSON: "somebody else's|another child's",
    FaultKind.FLAPPING: "HTTP 503",
    FaultKind.FORGED: "signature is not the exchange's",
    FaultKind.REPLAYED: "not for this question",
    FaultKind.SKEWED: "clock is wrong",
    FaultKind.OVERSIZE: "larger than 1000000 bytes",
    FaultKind.WRONG_TYPES: "is not",
    FaultKind.UNEXPECTED_FIELDS: "a field nobody agreed on",
}
_HARMLESS = {FaultKind.NONE, FaultKind.EMPTY}
_PATIENCE = {FaultKind.SLOW: 0.05}


async def _for_ever(seconds: float) -> None:
    if seconds:
        await asyncio.Event().wait()


def test_every_fault_has_an_outcome_when_the_sandbox_learns_a_new_one() -> None:
    """The matrix is of all faults, whatever is added to them."""
    assert _REASONS.keys() | _HARMLESS == set(FaultKind)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("data_item", DATA_ITEMS)
@pytest.mark.parametrize("fault", _REASONS)
async def test_department_is_unavailable_when_its_item_has_a_fault(
    fault: FaultKind,
    data_item: str,
    scheme: Scheme,
    clock: Clock,
    grant: Granting,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Nothing is guessed from a bad answer; the log says why, without a value; health returns by itself."""
    caplog.set_level(logging.DEBUG)
    sandbox = sandboxed(clock, _for_ever)
    departments = sandbox.departments(scheme, call_timeout=_PATIENCE.get(fault, 20.0))
    family, id_number = somebody(data_item)
    await sandbox.order(data_item, fault, seconds=30)
    with pytest.raises(DepartmentUnavailable, match=_REASONS[fault]) as refusal:
        await departments.verify(question(data_item), grant(data_item))
    assert f'event=department_unavailable part=exchange data_item={data_item} reason="{refusal.value}"' in (
        caplog.text
    )
    assert not [person for person in family.people if person.id_number in caplog.text]
    if fault is not FaultKind.FLAPPING:
        await sandbox.order(data_item, "none")
    healthy = await sandbox.departments(scheme).verify(question(data_item), grant(data_item))
    assert plain(healthy) == plain(records_about(family, data_item, id_number))


@pytest.mark.parametrize("data_item", DATA_ITEMS)
async def test_answer_is_none_when_its_department_has_no_record(
    data_item: str, clock: Clock, grant: Granting
) -> None:
    """Not found is an answer, and no fault."""
    sandbox = sandboxed(clock)
    await sandbox.order(data_item, "empty")
    assert await sandbox.departments().verify(question(data_item), grant(data_item)) == ()


@pytest.mark.parametrize("fault", [FaultKind.DOWN, FaultKind.ERROR, FaultKind.MALFORMED, FaultKind.SLOW])
async def test_every_department_is_unavailable_when_no_secret_is_to_be_had(
    fault: FaultKind, clock: Clock, grant: Granting
) -> None:
    """The national scheme stands on its secret; the provincial ones do not."""
    sandbox = sandboxed(clock, _for_ever)
    await sandbox.order("secret", fault, seconds=30)
    national = sandbox.departments(call_timeout=_PATIENCE.get(fault, 20.0))
    with pytest.raises(DepartmentUnavailable, match=_REASONS[fault]):
        await national.verify(question("marriage"), grant("marriage"))
    provincial = sandbox.departments(Scheme.PROVINCIAL)
    assert len(await provincial.verify(question("marriage"), grant("marriage"))) == 1
