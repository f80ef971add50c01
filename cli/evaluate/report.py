"""The figures as one HTML page that opens anywhere: no script, nothing fetched."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from cli.evaluate.figures import NONE, Figures

_HERE = Path(__file__).parent
_CELL = 18
_LABELS = 230


def write_report(figures: Figures, title: str, path: Path) -> None:
    """Write the page; its plot shows in the row of a topic what its messages were taken for."""
    found = {each.found for each in figures.answers}
    topics = [*figures.of_each, *sorted(found - set(figures.of_each) - {NONE}), *({NONE} & found)]
    place = {topic: at for at, topic in enumerate(topics)}
    support = {topic: each.support for topic, each in figures.of_each.items()}
    right = {topic: round(each.recall * each.support) for topic, each in figures.of_each.items()}
    counts = [*figures.confusions, *((topic, topic, count) for topic, count in right.items() if count)]
    cells = [
        {
            "x": _LABELS + place[taken_for] * _CELL,
            "y": _LABELS + place[topic] * _CELL,
            "share": count / support[topic],
            "right": topic == taken_for,
            "said": f"{topic} → {taken_for}: {count}",
            "count": count,
        }
        for topic, taken_for, count in counts
    ]
    page = Environment(loader=FileSystemLoader(_HERE), autoescape=True).get_template("report.html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        page.render(
            figures=figures,
            title=title,
            topics=topics,
            cells=cells,
            cell=_CELL,
            labels=_LABELS,
            side=_LABELS + _CELL * len(topics),
        ),
        encoding="utf-8",
    )
