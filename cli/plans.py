"""`ruxue plan …` and `ruxue decide`: what bad input means is said once, here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Write, check and publish admission plans.", no_args_is_help=True)
PlanArgument = Annotated[str, typer.Argument(help="A plan file, or its code and year: 370102/2027.")]


@app.command()
def check(plan: PlanArgument) -> None:
    """Say what is wrong with a plan, where, and how to mend it; exit 1 when it cannot be published."""
    from cli.plan.check import check as check_plan

    with _bad_input():
        good = check_plan(_file(plan), typer.echo)
    raise typer.Exit(0 if good else 1)


@app.command()
def publish(plan: PlanArgument) -> None:
    """Store a version of a plan for good and put it in force."""
    from cli.plan.publish import publish as publish_plan

    with _bad_input():
        published = publish_plan(_file(plan), typer.echo)
    raise typer.Exit(0 if published else 1)


@app.command()
def told(
    county: Annotated[str, typer.Argument(help="The authority's code, for example 370102.")],
    *,
    queue: Annotated[bool, typer.Option("--queue", help="Queue a notice for each conversation.")] = False,
) -> None:
    """List the conversations that were given a clause which the plan in force words otherwise."""
    import bootstrap
    from bootstrap.timeliness import open_timeliness
    from cli.plan.told import tell

    with _bad_input(), open_timeliness(bootstrap.read_settings()) as timeliness:
        tell(timeliness.outdated(county), typer.echo)
        if queue:
            typer.echo(f"{len(timeliness.queue(county))} notices wait to be sent.")


@app.command()
def diff(
    old: PlanArgument,
    new: PlanArgument,
    families: Annotated[Path | None, typer.Option(help="Say which of these families change.")] = None,
) -> None:
    """Say in words what a new version changes."""
    from cli.plan.diff import diff as diff_plans

    with _bad_input():
        diff_plans(_file(old), _file(new), families, typer.echo)


@app.command()
def render(
    plan: PlanArgument,
    to: Annotated[Path, typer.Option(help="Folder to write to.")] = Path("var/public"),
) -> None:
    """Write the plan's summary and guide for the public page, as HTML and PDF."""
    from cli.plan.render import render as render_plan

    with _bad_input():
        render_plan(_file(plan), to, typer.echo)


@app.command()
def new(
    code: Annotated[str, typer.Argument(help="The authority's code, GB/T 2260.")],
    year: Annotated[int, typer.Argument(help="The year of enrolment.")],
    name: Annotated[str, typer.Option(help="Its name, for example 历下区.")],
    extends: Annotated[str, typer.Option(help="The plan it inherits from.")] = "370000/2027",
) -> None:
    """Write a first plan for an authority, ready to be filled in."""
    from cli.plan.new import new as new_plan

    with _bad_input():
        new_plan(_plans_folder(), code=code, year=year, name=name, extends=extends, say=typer.echo)


def decide(
    plan: PlanArgument,
    families: Annotated[list[Path], typer.Argument(help="Files of families (docs/families.md).")],
) -> None:
    """Decide families from files: category, reasons, papers, what could still be done; check `expect`."""
    from cli.decide import decide as decide_families

    with _bad_input():
        as_expected = decide_families(_file(plan), families, typer.echo)
    raise typer.Exit(0 if as_expected else 1)


def _file(plan: str) -> Path:
    path = Path(plan)
    if path.suffix in {".yml", ".yaml"} or path.exists():
        return path
    return _plans_folder() / f"{plan}.yml"


def _plans_folder() -> Path:
    import bootstrap

    return bootstrap.read_settings().plans


@contextmanager
def _bad_input() -> Iterator[None]:
    from enrolment.model.errors import EnrolmentError

    try:
        yield
    except EnrolmentError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    except OSError as error:
        typer.echo(f"{error.filename}: {error.strerror}; check the path", err=True)
        raise typer.Exit(2) from None
