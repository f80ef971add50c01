"""What the exchange may do wrong, and what becomes of it."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable, Iterator

import httpx
import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import RecordQuery
from integrations.departments import ExchangeDepartments

_QUERY = RecordQuery("household_members", "child-1", "37010220201015006X")

Answering = Callable[..., ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]


def _enveloped(code: object = "0", **more: object) -> httpx.Response:
    return httpx.Response(200, json={"code": code, "message": "成功", **more})


class _Endless(httpx.AsyncByteStream):
    """An answer that begins and never ends."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b'{"code": "0", '
        await asyncio.Event().wait()


class _Calls:
    """Answers in turn, the last answer for ever; an exception is raised instead."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self._answers: Iterator[httpx.Response | Exception] = iter(answers)
        self.signatures: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.signatures.append(request.headers["sign"])
        answer = next(self._answers)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (httpx.Response(500, text="王芳"), "HTTP 500"),
        (httpx.Response(503), "HTTP 503"),
        (httpx.Response(302, headers={"Location": "http://elsewhere.test/"}), "HTTP 302"),
        (httpx.Response(204), "HTTP 204"),
        (httpx.Response(200, content=b""), "not JSON"),
        (httpx.Response(200, content=b'{"code": "0", "data": [{'), "not JSON"),
        (httpx.Response(200, content=b"<html>"), "not JSON"),
        (httpx.Response(200, content='{"code": "0", "message": "成功"}'.encode("gb18030")), "not JSON"),
        (httpx.Response(200, content=b"[" * 20_000), "not JSON"),
        (httpx.Response(200, content=b" " * 50_001), "larger than 50000 bytes"),
        (httpx.Response(200, json=["0"]), "no envelope"),
        (httpx.Response(200, json={"data": []}), "has no code"),
        (_enveloped(code=True, data=[]), "has no code"),
        (_enveloped(), "has no data"),
        (_enveloped(data=None), "not a list"),
        (_enveloped("400"), "does not understand the question"),
        (_enveloped("401"), "refuses the signature"),
        (_enveloped("4012"), "clock"),
        (_enveloped("404"), "does not know the resource"),
        (_enveloped(500), "code 500"),
        (_enveloped("张小轩"), "code unreadable"),
    ],
)
async def test_department_is_unavailable_when_the_exchange_answers_wrongly(
    departments_answering: Answering, grant: Granting, answer: httpx.Response, reason: str
) -> None:
    """Every wrong answer becomes one refusal that says why."""
    with pytest.raises(DepartmentUnavailable, match=reason) as refusal:
        await departments_answering(_Calls(answer)).verify(_QUERY, grant("household_members"))
    assert str(refusal.value).startswith("household_members: ")
    assert refusal.value.__cause__ is not None


async def test_answer_is_refused_when_compressed_unasked(
    departments_answering: Answering, grant: Granting
) -> None:
    """A small answer that unfolds to a large one is not unfolded."""
    bomb = httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=gzip.compress(b" " * 10_000_000))
    with pytest.raises(DepartmentUnavailable, match="compressed"):
        await departments_answering(_Calls(bomb)).verify(_QUERY, grant("household_members"))


async def test_answer_is_accepted_when_the_code_is_a_number(
    departments_answering: Answering, grant: Granting
) -> None:
    """Some exchanges send 0 where the national one sends "0"."""
    calls = _Calls(_enveloped(0, data=[]))
    assert await departments_answering(calls).verify(_QUERY, grant("household_members")) == ()


async def test_question_is_signed_anew_when_the_kept_secret_has_expired(
    departments_answering: Answering, grant: Granting, advance: Callable[[float], None]
) -> None:
    """A 4011 on a kept secret costs one more fetch and nothing else."""
    calls = _Calls(_enveloped(data=[]), _enveloped("4011"), _enveloped(data=[]))
    departments = departments_answering(calls)
    await departments.verify(_QUERY, grant("household_members"))
    advance(1)
    assert await departments.verify(_QUERY, grant("household_members")) == ()
    assert len(calls.signatures) == 3


async def test_question_is_given_up_when_every_secret_has_expired(
    departments_answering: Answering, grant: Granting
) -> None:
    """Signing anew happens once."""
    calls = _Calls(_enveloped(data=[]), _enveloped("4011"), _enveloped("4011"))
    departments = departments_answering(calls)
    await departments.verify(_QUERY, grant("household_members"))
    with pytest.raises(DepartmentUnavailable, match="secret has expired"):
        await departments.verify(_QUERY, grant("household_members"))
    assert len(calls.signatures) == 3


@pytest.mark.parametrize(
    "failure", [httpx.ConnectError("refused"), httpx.RemoteProtocolError("closed"), httpx.ReadError("reset")]
)
async def test_question_is_asked_again_when_the_connection_broke(
    departments_answering: Answering, grant: Granting, failure: Exception
) -> None:
    """One broken connection is survived."""
    calls = _Calls(failure, _enveloped(data=[]))
    assert await departments_answering(calls).verify(_QUERY, grant("household_members")) == ()


async def test_department_is_unavailable_when_the_connection_breaks_twice(
    departments_answering: Answering, grant: Granting
) -> None:
    """The second failure is final."""
    calls = _Calls(httpx.ConnectError("refused"), httpx.ConnectError("refused"))
    with pytest.raises(DepartmentUnavailable, match="could not be reached"):
        await departments_answering(calls).verify(_QUERY, grant("household_members"))


async def test_question_is_not_repeated_when_it_timed_out(
    departments_answering: Answering, grant: Granting
) -> None:
    """Waiting a second time would cost the guardian's patience."""
    calls = _Calls(httpx.ReadTimeout("late"))
    with pytest.raises(DepartmentUnavailable, match="in time"):
        await departments_answering(calls).verify(_QUERY, grant("household_members"))
    assert len(calls.signatures) == 1


async def test_department_is_unavailable_when_the_answer_never_ends(
    departments_answering: Answering, grant: Granting
) -> None:
    """The time limit holds for the whole answer, not only for its first byte."""
    departments = departments_answering(_Calls(httpx.Response(200, stream=_Endless())), call_timeout=0.1)
    with pytest.raises(DepartmentUnavailable, match="in time"):
        await departments.verify(_QUERY, grant("household_members"))


async def test_verify_stops_when_its_caller_runs_out_of_time(
    departments_answering: Answering, grant: Granting
) -> None:
    """A caller's deadline is its own: it is not turned into a department's failure."""
    departments = departments_answering(_Calls(httpx.Response(200, stream=_Endless())))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await departments.verify(_QUERY, grant("household_members"))


@pytest.mark.parametrize(
    ("status", "alive"), [(200, True), (404, True), (405, True), (500, False), (503, False)]
)
async def test_ping_succeeds_when_the_exchange_answers_at_all(
    departments_answering: Answering, status: int, *, alive: bool
) -> None:
    """The exchange has no page of its own at its root; any answer but a server error shows that it lives."""
    departments = departments_answering(lambda _request: httpx.Response(status))
    if alive:
        await departments.ping()
    else:
        with pytest.raises(DepartmentUnavailable, match=f"HTTP {status}"):
            await departments.ping()
    await departments.aclose()
