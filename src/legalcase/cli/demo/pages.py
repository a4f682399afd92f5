"""The pages that the demo writes: each case as HTML and as Markdown, and an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.cli.demo.case import remarks
from legalcase.markup import Table, escape, escape_markdown, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legalcase.cli.demo.case import DemoCase

__all__ = ["html_page", "index_page", "markdown_page"]

_MAIN: Final = (
    '<main style="max-width:62em;margin:2em auto;padding:0 1.2em;'
    'font-family:system-ui,sans-serif;font-size:15px;line-height:1.45">'
)
_ADVICE: Final = (
    "Computed from facts of the public record. Nothing here is legal advice: each "
    "step names its authority, so that a lawyer can check it."
)
_DEADLINES: Final = ("deadline", "due", "safe date", "what became of it")
_EVENTS: Final = ("date", "what happened", "how it is known")


def html_page(demo: DemoCase) -> str:
    """Return a case as a page of HTML that needs nothing besides itself."""
    docket = demo.docket
    parts = [
        _MAIN,
        f"<h1>{escape(docket.title)}</h1>",
        f"<p>{escape(docket.caption)}<br>{escape(demo.where)}</p>",
        f"<p><em>{escape(_ADVICE)}</em></p>",
        "<h2>Deadlines</h2>",
        _html_table(_DEADLINES, demo.deadline_rows()),
        "<h2>Why</h2>",
    ]
    for answer in demo.answers:
        parts.append(f"<h3>{escape(answer.question.title)}</h3>")
        if said := remarks(answer):
            parts.append(f"<p>{escape(said)}</p>")
        parts.append(answer.computation.explain("html"))
    parts += ["<h2>What happened</h2>", _html_table(_EVENTS, demo.event_rows())]
    parts += ["<h2>What is not known, and left out</h2>", _html_list(docket.not_known)]
    sources = [f"{source.cite}: {source.read}" for source in docket.sources]
    parts += ["<h2>What was read</h2>", _html_list(sources)]
    parts += ['<p><a href="index.html">All cases</a></p>', "</main>"]
    return page(docket.title, *parts) + "\n"


def _html_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    table = Table("", head)
    for row in rows:
        table.add(*row)
    return table.html()


def _html_list(texts: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"


def markdown_page(demo: DemoCase) -> str:
    """Return a case as Markdown."""
    docket = demo.docket
    parts = [
        f"# {escape_markdown(docket.title)}",
        f"{escape_markdown(docket.caption)}  \n{escape_markdown(demo.where)}",
        f"*{escape_markdown(_ADVICE)}*",
        "## Deadlines",
        _markdown_table(_DEADLINES, demo.deadline_rows()),
        "## Why",
    ]
    for answer in demo.answers:
        parts.append(f"### {escape_markdown(answer.question.title)}")
        if said := remarks(answer):
            parts.append(escape_markdown(said))
        parts.append(answer.computation.explain("markdown"))
    parts += ["## What happened", _markdown_table(_EVENTS, demo.event_rows())]
    parts += ["## What is not known, and left out", _markdown_list(docket.not_known)]
    sources = [f"{source.cite}: {source.read}" for source in docket.sources]
    parts += ["## What was read", _markdown_list(sources)]
    return "\n\n".join(parts) + "\n"


def _markdown_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    lines += ["| " + " | ".join(map(escape_markdown, row)) + " |" for row in rows]
    return "\n".join(lines)


def _markdown_list(texts: Sequence[str]) -> str:
    return "\n".join(f"- {escape_markdown(text)}" for text in texts)


def index_page(demos: Sequence[DemoCase]) -> str:
    """Return the page that leads to the others."""
    table = Table("", ("case and deadline", "due", "what became of it"))
    for demo in demos:
        name = demo.docket.title
        table.add(name, "", "", mark="strong", link=f"{demo.docket.id}.html")
        for title, due, _, became in demo.deadline_rows():
            table.add(title, due, became)
    parts = [
        _MAIN,
        "<h1>Deadlines of real cases</h1>",
        f"<p><em>{escape(_ADVICE)}</em></p>",
        table.html(),
        '<p><a href="deadlines.ics">All of them as a calendar</a></p>',
        "</main>",
    ]
    return page("Deadlines of real cases", *parts) + "\n"
