"""`ruxue guide …` and `ruxue gaps`: an office's own articles, and the questions they should answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bootstrap.guiding import Guidance
    from enrolment.services.guidance.import_articles import Imported

app = typer.Typer(help="Articles an office writes itself, beside the plan's guide.", no_args_is_help=True)
Authority = Annotated[str, typer.Option(help="Code of the authority, GB/T 2260.")]
Year = Annotated[int, typer.Option(help="The year of enrolment.")]
Staff = Annotated[str, typer.Option(help="Who does it; stands in the log of reads.", default_factory=getuser)]


@app.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="The list: .csv, .md or .docx.")],
    authority: Authority,
    year: Year,
    staff: Staff,
    question: Annotated[str, typer.Option(help="The column that asks.")] = "",
    answer: Annotated[str, typer.Option(help="The column that answers.")] = "",
    topic: Annotated[str, typer.Option(help="The column of topics (docs/topics.md).")] = "",
) -> None:
    """Take a list of questions in as drafts, and say what contradicts the plan."""
    from enrolment.services.guidance.import_articles import ImportArticles, import_articles
    from integrations.guides.columns import Columns
    from integrations.guides.read import read_list

    with _guidance(staff) as guidance:
        entries = read_list(file, Columns(question, answer, topic))
        cmd = ImportArticles(authority, year, file.name, entries)
        report = import_articles(
            cmd, articles=guidance.articles, plans=guidance.plans, ids=guidance.ids, clock=guidance.clock
        )
    for draft in report.drafts:
        _say(draft)
    blocked = sum(bool(draft.conflicts) for draft in report.drafts)
    typer.echo(
        f"{len(report.drafts)} drafts, {blocked} of them blocked; {report.unchanged} rows were there "
        "already. Drafts answer once they are published: ruxue guide publish ID"
    )


@app.command("list")
def list_all(authority: Authority, year: Year, staff: Staff) -> None:
    """List the articles of an authority and year, with what contradicts the plan in force."""
    from enrolment.services.guidance.list_articles import list_articles

    with _guidance(staff) as guidance:
        listed = list_articles(authority, year, articles=guidance.articles, plans=guidance.plans)
    for each in listed:
        _say(each)
    if not listed:
        typer.echo("No articles yet. Take a list in: ruxue guide import FILE --authority CODE --year YEAR")


@app.command()
def publish(articles: Annotated[list[str], typer.Argument(help="Ids of drafts.")], staff: Staff) -> None:
    """Let drafts answer at once; exit 2 at the first that may not."""
    from enrolment.services.guidance.publish_article import publish_article

    with _guidance(staff) as guidance:
        for article_id in articles:
            published = publish_article(
                article_id, articles=guidance.articles, plans=guidance.plans, clock=guidance.clock
            )
            typer.echo(f"published: {published.id}  {published.question}")


@app.command()
def withdraw(articles: Annotated[list[str], typer.Argument(help="Ids of articles.")], staff: Staff) -> None:
    """Stop articles from answering."""
    from enrolment.services.guidance.publish_article import withdraw_article

    with _guidance(staff) as guidance:
        for article_id in articles:
            withdrawn = withdraw_article(article_id, articles=guidance.articles)
            typer.echo(f"withdrawn: {withdrawn.id}  {withdrawn.question}")


@app.command()
def write(
    authority: Authority,
    year: Year,
    question: Annotated[str, typer.Option(help="The question, as families ask it.")],
    answer: Annotated[str, typer.Option(help="The answer, in plain polite words.")],
    staff: Staff,
) -> None:
    """Write an answer to a question that had none; it is a draft like any other."""
    from enrolment.services.guidance.import_articles import Entry, ImportArticles, import_articles

    with _guidance(staff) as guidance:
        cmd = ImportArticles(authority, year, "staff", (Entry(0, question.strip(), answer.strip()),))
        report = import_articles(
            cmd, articles=guidance.articles, plans=guidance.plans, ids=guidance.ids, clock=guidance.clock
        )
    for draft in report.drafts:
        _say(draft)
    if report.unchanged:
        typer.echo("This question has this very answer already.")


def gaps(
    staff: Staff,
    authority: Annotated[str, typer.Option(help="Code of one authority; empty: all.")] = "",
    days: Annotated[int, typer.Option(min=1, max=90, help="How many days back.")] = 30,
    most: Annotated[int, typer.Option(min=1, help="How many groups at the most.")] = 20,
) -> None:
    """List what is asked and not answered, most asked first; nothing says who asked."""
    from enrolment.services.guidance.list_gaps import list_gaps

    with _guidance(staff) as guidance:
        clusters = list_gaps(authority, days, gaps=guidance.gaps, clock=guidance.clock)
    for cluster in clusters[:most]:
        kinds = ", ".join(f"{count} {kind}" for kind, count in cluster.kinds.items())
        counties = " ".join(cluster.counties)
        typer.echo(
            f"{cluster.size:>4} ×  {cluster.topic}  ({kinds}; {counties}; last {cluster.newest:%m-%d})"
        )
        for question in cluster.questions[:3]:
            typer.echo(f"        {question}")
    if not clusters:
        typer.echo("Nothing: every question of these days was answered.")
    else:
        typer.echo("Answer one: ruxue guide write --authority CODE --year YEAR --question … --answer …")


def _say(each: Imported) -> None:
    article = each.article
    typer.echo(f"{article.id}  {article.state:<9}  {article.source}:{article.row}  {article.question}")
    for conflict in each.conflicts:
        typer.echo(f"    blocked: {conflict.told}")


@contextmanager
def _guidance(staff: str) -> Iterator[Guidance]:
    import bootstrap
    from bootstrap.guiding import open_guidance
    from bot.ports import StorageUnavailable
    from enrolment.model.errors import EnrolmentError

    try:
        with open_guidance(bootstrap.read_settings(), staff) as guidance:
            yield guidance
    except (EnrolmentError, StorageUnavailable) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    except OSError as error:
        typer.echo(f"{error.filename}: {error.strerror}; check the path", err=True)
        raise typer.Exit(2) from None
