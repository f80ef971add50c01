"""`ruxue filings …`: the filings that departments left open, until the desks show them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bootstrap.taking_over import Office

app = typer.Typer(help="The filings that wait for a department.", no_args_is_help=True)

Staff = Annotated[str, typer.Option("--staff", help="Your staff id; what you read is logged under it.")]


@app.command()
def pending(
    staff: Staff,
    county: Annotated[str, typer.Option(help="Code of one county; all without it.")] = "",
    hours: Annotated[int, typer.Option(min=0, help="Waiting longer than this.")] = 24,
) -> None:
    """List the filings that wait for a department, oldest first, with the facts nobody answered."""
    found = _office(staff).pending(county, timedelta(hours=hours))
    for each in found:
        since = f"{each.filed_at:%Y-%m-%d %H:%M}"
        facts = ", ".join(each.facts)
        typer.echo(f"{each.application_id}  {each.receipt_number}  filed {since}  no answer on: {facts}")
    if not found:
        typer.echo("Nothing waits for a department that long.")


@app.command()
def take(application: Annotated[str, typer.Argument(help="As `pending` names it.")], staff: Staff) -> None:
    """Take a filing over: departments are asked no more, a person looks at it."""
    from enrolment.model.errors import EnrolmentError

    try:
        taken = _office(staff).take(application)
    except EnrolmentError as refused:
        typer.echo(str(refused), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{taken.id}: under review")


def _office(staff: str) -> Office:
    from bootstrap import read_settings
    from bootstrap.taking_over import open_office

    return open_office(read_settings(), staff)
