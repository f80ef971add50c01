"""The command line `ruxue`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from cli import filings, guide, handovers, keys, plans

app = typer.Typer(
    help="Ruxue (入学): a conversation that gets a child into school.",
    no_args_is_help=True,
    add_completion=False,
)

app.add_typer(plans.app, name="plan")
app.add_typer(keys.app, name="keys")
app.add_typer(guide.app, name="guide")
app.add_typer(filings.app, name="filings")
app.add_typer(handovers.app, name="handovers")
app.command()(plans.decide)
app.command()(guide.gaps)


@app.command()
def run() -> None:
    """Start everything on this machine and say where it is; Ctrl-C ends it."""
    import bootstrap
    from cli import parts as part_list
    from cli import run as running
    from settings import ROOT

    settings = bootstrap.read_settings()
    parts = part_list.parts(settings)
    if busy := running.taken(parts):
        for part in busy:
            typer.echo(
                f"Port {part.port} for {part.name} is taken. Stop what uses it, or choose another: "
                f"{part.setting}=<port> make run",
                err=True,
            )
        raise typer.Exit(2)
    typer.echo("· preparing the database")
    bootstrap.migrate(settings, _say)
    environment, ready = part_list.environment(settings), part_list.ready(settings)
    asyncio.run(running.run(ROOT, parts, environment, say=_say, ready=ready))
    typer.echo("· everything has ended")


@app.command()
def families(
    count: Annotated[int, typer.Option(min=1, max=200, help="How many to list.")] = 20,
    county: Annotated[str, typer.Option(help="Code of the county they apply in.")] = "370102",
) -> None:
    """List the synthetic families with their sign-in names and true categories."""
    from rich.console import Console

    from cli.families import table
    from sandbox.families import COUNTIES

    if county not in COUNTIES:
        typer.echo(f"No families live in {county}. Choose one of {', '.join(COUNTIES)}.", err=True)
        raise typer.Exit(2)
    Console().print(table(count, county))


@app.command()
def chat(
    url: Annotated[str, typer.Option(help="Address of a running `web`.")] = "",
    conversation: Annotated[str, typer.Option(help="Go on with an earlier conversation.")] = "",
) -> None:
    """Talk to the assistant in the terminal (`ruxue run` must be up); an empty line ends it."""
    import httpx

    import bootstrap
    from cli.chat import Chat

    with Chat(url or bootstrap.read_settings().web_url, typer.echo, conversation or None) as talk:
        typer.echo("您好，请直接说您的情况，例如：我家孩子2020年10月出生，想报小学。（空行结束）")
        try:
            while text := typer.prompt("您", default="", show_default=False, prompt_suffix=" > ").strip():
                talk.send(text)
        except httpx.HTTPError:
            typer.echo("No answer. Is `ruxue run` up? Name another address with --url.", err=True)
            raise typer.Exit(1) from None
        typer.echo(f"To go on later: ruxue chat --conversation {talk.conversation}")


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(help='Lines of {"text", "topic"} (docs/topics.md).')],
    *,
    model: Annotated[Path, typer.Option(help="The trained model.")] = Path("models/ruxue.tar.gz"),
    report: Annotated[Path, typer.Option(help="The page to write.")] = Path("var/evaluation.html"),
    show_errors: Annotated[bool, typer.Option("--show-errors", help="Print every message missed.")] = False,
) -> None:
    """Measure how well the topics of messages are understood, and draw what is taken for what."""
    from cli.evaluate.report import write_report
    from cli.evaluate.topics import BadLines, evaluate_topics, say_figures

    try:
        figures = evaluate_topics(file, model)
    except (BadLines, OSError, UnicodeDecodeError) as failure:
        typer.echo(f"{file}: {failure}", err=True)
        raise typer.Exit(2) from None
    say_figures(figures, typer.echo, show_errors=show_errors)
    write_report(figures, f"Understanding of {file.name}", report)
    typer.echo(f"\nthe plot: {report}")


@app.command()
def evaluate_facts(
    file: Annotated[Path, typer.Argument(help='Lines of {"text", "today", "facts"} (docs/told-facts.md).')],
    *,
    show_errors: Annotated[
        bool, typer.Option("--show-errors", help="Print every miss, and all facts.")
    ] = False,
) -> None:
    """Measure how well the facts a guardian tells are taken from free words."""
    from cli.evaluate_facts import evaluate_facts as evaluate

    try:
        evaluate(file, typer.echo, show_errors=show_errors)
    except (OSError, ValueError) as failure:
        typer.echo(f"{file}: {failure}", err=True)
        raise typer.Exit(2) from None


@app.command()
def evaluate_answers(
    file: Annotated[Path, typer.Argument(help='Lines of {"authority", "text", "article"}.')] = Path(
        "tests/understanding/retrieval.jsonl"
    ),
    *,
    model: Annotated[Path, typer.Option(help="The trained model.")] = Path("models/ruxue.tar.gz"),
) -> None:
    """Measure whether the right article is found, and whether every answer rests on its clauses."""
    import subprocess

    import bootstrap
    from bootstrap.answering import over_plan_files
    from cli.evaluate.engine import understood_by
    from cli.evaluate_answers import evaluate_answers as evaluate
    from cli.evaluate_answers import read_questions
    from integrations.rasa.understanding import read_understood

    try:
        questions = read_questions(file)
        means = [read_understood(told) for told in understood_by(model, [each.text for each in questions])]
    except (OSError, ValueError, subprocess.CalledProcessError) as failure:
        typer.echo(f"{file}: {failure}", err=True)
        raise typer.Exit(2) from None
    figures = evaluate(questions, means, over_plan_files(bootstrap.read_settings()), typer.echo)
    raise typer.Exit(0 if figures.engine.cited_right == figures.engine.told else 1)


@app.command()
def purge(
    *, dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False
) -> None:
    """Delete or empty what has been kept as long as it may be; meant to run every night."""
    import bootstrap
    from cli.purge import tell

    tell(bootstrap.purge(bootstrap.read_settings(), dry_run=dry_run), typer.echo, dry_run=dry_run)


def _say(line: str) -> None:
    typer.echo(f"· {line}")


if __name__ == "__main__":
    app()
