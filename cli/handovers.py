"""`ruxue handovers …`: the conversations that wait for a person, until the desks show them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bootstrap.handing_over import Queue
    from enrolment.model.handover import Handover, Summary

app = typer.Typer(help="The conversations that wait for a person.", no_args_is_help=True)

Staff = Annotated[str, typer.Option("--staff", help="Your staff id; what you read is logged under it.")]
Which = Annotated[str, typer.Argument(help="The handover, as `list` names it.")]


@app.command("list")
def list_open(
    staff: Staff, county: Annotated[str, typer.Option(help="Code of one county; all without it.")] = ""
) -> None:
    """List what waits or is taken, the urgent first, with what was told and asked."""
    found = _queue(staff).list(county)
    for each in found:
        typer.echo(told(each))
    if not found:
        typer.echo("nobody waits")


@app.command()
def take(handover: Which, staff: Staff) -> None:
    """Take a conversation: the assistant is silent in it until it is released or closed."""
    _do(_queue(staff).take, handover, "taken")


@app.command()
def release(handover: Which, staff: Staff) -> None:
    """Put a conversation back into the queue."""
    _do(_queue(staff).release, handover, "waits again")


@app.command()
def close(handover: Which, staff: Staff) -> None:
    """Close a conversation: the guardian was helped."""
    _do(_queue(staff).close, handover, "closed")


@app.command()
def pictures(
    handover: Which,
    staff: Staff,
    into: Annotated[
        Path | None, typer.Option(help="A folder to write them to, to look at and delete.")
    ] = None,
) -> None:
    """List the pictures sent in a conversation you have, of which nobody said yet what paper they show."""
    from enrolment.model.errors import EnrolmentError

    queue = _queue(staff)
    try:
        held = queue.pictures(handover)
        for each in held:
            advice = "".join(f"  {word.value}" for word in each.advice)
            typer.echo(f"{each.id}  {each.sent_at:%Y-%m-%d %H:%M}  {each.width}x{each.height}{advice}")
            if into is not None:
                _write(into / f"{each.id}.jpg", queue.show(handover, each.id))
    except EnrolmentError as refused:
        typer.echo(str(refused), err=True)
        raise typer.Exit(1) from None
    if not held:
        typer.echo("no picture waits")


def _write(path: Path, content: bytes) -> None:
    """Write what a guardian sent, for nobody else on this machine to read."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    path.write_bytes(content)


def told(handover: Handover) -> str:
    """Say one handover in a few lines."""
    summary = handover.summary
    owner = f" by {handover.taken_by}" if handover.taken_by else ""
    asked = ", ".join(f"{each.topic}{'' if each.answered else ' (unanswered)'}" for each in summary.asked)
    facts = ", ".join(f"{name}={value}" for name, value in summary.facts.items())
    head = f"{handover.id}  {handover.state.value}{owner}  {handover.reason.value}"
    where = f"{handover.county or 'no county yet'}  since {handover.opened_at:%Y-%m-%d %H:%M}"
    rest = (("step", summary.step), ("told", facts), ("asked", asked), ("pictures", _pictures(summary)))
    return "\n".join([f"{head}  {where}", *(f"  {name}: {value}" for name, value in rest if value)])


def _pictures(summary: Summary) -> str:
    """The papers that pictures were kept with, and how many wait for the guardian to say."""
    kept = [paper for paper in summary.pictures if paper]
    open_ = len(summary.pictures) - len(kept)
    return "; ".join([*kept, *([f"{open_} for no paper yet"] if open_ else [])])


def _queue(staff: str) -> Queue:
    from bootstrap import read_settings
    from bootstrap.handing_over import open_queue

    return open_queue(read_settings(), staff)


def _do(verb: Callable[[str], Handover], handover: str, outcome: str) -> None:
    from enrolment.model.errors import HandoverRefused

    try:
        verb(handover)
    except HandoverRefused as refused:
        typer.echo(str(refused), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{handover}: {outcome}")
