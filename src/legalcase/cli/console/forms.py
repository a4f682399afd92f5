"""A computation in the forms that the command gives it out in, besides text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.cli.console.options import Reply
from legalcase.cli.console.phrasing import in_options
from legalcase.cli.console.terminal import as_json
from legalcase.markup import page
from legalcase.plain_data import plain

if TYPE_CHECKING:
    import argparse

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law

__all__ = [
    "FORMS",
    "add_words_option",
    "certificate_of",
    "in_form",
    "quoting_law",
    "said_here",
    "stated",
]

#: What can be asked for with --format.
FORMS: Final = ("text", "markdown", "html", "json", "ics", "certificate")


def add_words_option(parser: argparse.ArgumentParser) -> None:
    """Add --words."""
    parser.add_argument(
        "--words",
        action="store_true",
        help="quote the operative words of the law under each step",
    )


def quoting_law(options: argparse.Namespace, law: Law) -> Law | None:
    """Return the law if its words are to be quoted; a calendar file has no place."""
    if options.words and options.format == "ics":
        options.refuse(
            "--words is for what explains, and a calendar file does not. Leave one out"
        )
    return law if options.words else None


def said_here(computation: Computation) -> Computation:
    """Return a computation whose notices speak of options, not of arguments."""
    notices = tuple(
        evolve(notice, text=in_options(notice.text)) for notice in computation.notices
    )
    return evolve(computation, notices=notices)


def in_form(computation: Computation, form: str, quoting: Law | None = None) -> Reply:
    """Return a computation as JSON, Markdown, a page of HTML or a calendar file.

    A law that is `quoting` lends the operative words of each step.
    """
    if form == "json":
        found = {} if quoting is None else {"words": _words(computation, quoting)}
        return Reply(as_json({**stated(computation), **found}))
    if form == "ics":
        return Reply("", data=_calendar_file(computation))
    said, words = said_here(computation), quoting is not None
    if form == "markdown":
        return Reply(said.explain("markdown", words=words, law=quoting))
    title = computation.inputs.title or computation.subject
    whole = page(title, said.explain("html", words=words, law=quoting))
    # Whatever characters the output has: the page says that it is UTF-8.
    return Reply(whole.encode("ascii", "xmlcharrefreplace").decode("ascii"))


def certificate_of(computation: Computation, law: Law) -> Reply:
    """Return the certificate of a computation, as a file for `legalcase verify`."""
    from legalcase.certificates import certify

    text = certify(computation, law).to_json()
    return Reply("", data=f"{text}\n".encode("ascii"))


def _words(computation: Computation, law: Law) -> dict[str, Any]:
    """Return what the clauses of the steps say, by clause."""
    quoted = law.quoted_in(computation)
    return {clause: plain(words) for clause, words in quoted.clauses.items() if words}


def _calendar_file(computation: Computation) -> bytes:
    from legalcase.ical.calendar_feed import to_ical
    from legalcase.storage.system_clock import SystemClock

    _ = computation.safe  # what has no date has no place in a calendar: an error
    name = computation.inputs.title or computation.subject
    # Asked for by whoever opens the file; a feed for others says less by default.
    now = SystemClock().now()
    return to_ical(computation, name=name, detail="full", computed_at=now)


def stated(computation: Computation) -> dict[str, Any]:
    """Return a computation as JSON types: the dates first, then the whole of it."""
    from legalcase.codec import encode

    runs = computation.is_running
    instant = computation.due_at if runs else None
    return {
        "subject": computation.subject,
        "title": computation.inputs.title or None,
        "bound": computation.bound,
        "due": computation.due.isoformat() if runs else None,
        "due_at": None if instant is None else instant.isoformat(),
        "safe": computation.safe.isoformat() if runs or computation.readings else None,
        "is_running": runs,
        "is_provisional": computation.is_provisional,
        "waits_for": list(computation.waits_for),
        "computation": encode(computation),
    }
