"""`legalcase store agenda` and `find`: what is due in a store, and which cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.addresses import opened
from legalcase.cli.console.options import Parser, Reply, day
from legalcase.cli.console.terminal import as_json, paragraphs, width
from legalcase.markup import Table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from legalcase.ports import CaseQuery, CaseRow, DueQuery, DueRow
    from legalcase.storage import Store

__all__ = ["PARSERS"]

_AGENDA: Final = """\
examples:
  legalcase store agenda sqlite:///firm.db --from 2026-06-01 --until 2026-06-30
  legalcase store agenda sqlite:///firm.db --from 2026-06-01 \\
      --until 2026-06-30 --assignee person:associate

What is open, by its date: the one that belongs on a calendar, which is the safe
one unless a named person chose a reading. Both days are included. What has no
date now stands in no agenda of some days: see the case."""

_FIND: Final = """\
examples:
  legalcase store find sqlite:///firm.db --number 3:26-cv-12
  legalcase store find sqlite:///firm.db --court us/cand --stage discovery
  legalcase store find sqlite:///firm.db --text 'amend*'

Everything has to hold that is given; without any option, all cases are found.
Words of a text are found whatever their case and accents; 'amend*' finds what
begins so. Of cases that are sealed, little is known without their keys."""

#: The options of `find`: each an argument of `CaseQuery`.
_FILTERS: Final = {
    "number": ("TEXT", "of any court, also a former one: 3:26-cv-12"),
    "court": ("ID", "where the case is now: us/cand"),
    "participant": ("ID", "an id of the directory, or of a party"),
    "client": ("ID", "likewise, of a client"),
    "assignee": ("ID", "who answers for something in it"),
    "stage": ("WORD", "pleadings, discovery"),
    "status": ("WORD", "open, closed"),
    "label": ("WORD", "an audience or a ground that something in it bears"),
    "rule": ("ID", "a deadline of the law that is open in it: us/frcp/33(b)(2)"),
    "text": ("WORDS", "words that stand in one of its events"),
}


def _added(verbs: Any, name: str, said: str, epilog: str) -> Parser:
    parser: Parser = verbs.add_parser(
        name, help=said, description=f"{said[0].upper()}{said[1:]}.", epilog=epilog
    )
    parser.add_argument("address", metavar="ADDRESS", help="sqlite:///firm.db")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for people (text, the default) or for machines (json)",
    )
    return parser


def _add_agenda(verbs: Any) -> Parser:
    said = "say what is due in some days, over all cases"
    parser = _added(verbs, "agenda", said, _AGENDA)
    _add_days(parser, is_required=True)
    parser.add_argument("--assignee", metavar="ID", help="only what this one answers")
    parser.set_defaults(act=_agenda)
    return parser


def _add_find(verbs: Any) -> Parser:
    parser = _added(verbs, "find", "find cases", _FIND)
    for name, (metavar, said) in _FILTERS.items():
        parser.add_argument(f"--{name}", metavar=metavar, help=said)
    _add_days(parser, is_required=False)
    parser.set_defaults(act=_find)
    return parser


def _add_days(parser: Parser, *, is_required: bool) -> None:
    for name, dest, which in (
        ("--from", "due_from", "the first day: 2026-06-01"),
        ("--until", "due_until", "the last day: 2026-06-30"),
    ):
        said = which if is_required else f"something is due from this day on, {which}"
        if not is_required and name == "--until":
            said = f"something is due up to this day, {which}"
        parser.add_argument(
            name, dest=dest, type=day, metavar="DATE", required=is_required, help=said
        )


#: What adds each command to those of `legalcase store`.
PARSERS: Final = (_add_agenda, _add_find)


def _agenda(options: argparse.Namespace) -> Reply:
    from legalcase.counting.argument.explain import say_day
    from legalcase.ports import DueQuery

    query = DueQuery(
        due_from=options.due_from,
        due_until=options.due_until,
        assignee=options.assignee,
    )
    with opened(options.address, options.refuse) as store:
        rows: list[DueRow] = list(_all(store, query))
    if options.format == "json":
        return Reply(as_json([_plain(row._asdict()) for row in rows]))
    if not rows:
        return Reply("Nothing that is open is due in these days.")
    table = Table("", ("date", "case", "what", "who"))
    for row in rows:
        when = "" if row.due is None else say_day(row.due)
        if row.bound == "not-earlier-than":
            when = f"from {when}"
        title = row.title or f"({row.what} {row.item_id}; sealed)"
        marks = [row.what, *(["critical"] if row.critical else [])]
        said = f"{title} [{', '.join(marks)}]"
        table.add(when, row.case_id, said, ", ".join(row.assignees))
    return Reply(table.text(width()))


def _find(options: argparse.Namespace) -> Reply:
    from legalcase.ports import CaseQuery

    given = {name: getattr(options, name) for name in _FILTERS}
    query = CaseQuery(**given, due_from=options.due_from, due_until=options.due_until)
    with opened(options.address, options.refuse) as store:
        rows: list[CaseRow] = list(_all(store, query))
    if options.format == "json":
        from attrs import asdict

        return Reply(as_json([_plain(asdict(row)) for row in rows]))
    if not rows:
        return Reply("No case is found.")
    table = Table("", ("case", "caption", "number", "where", "next due"))
    for row in rows:
        place = ", ".join(each for each in (row.court, row.stage, row.status) if each)
        caption = "(sealed)" if row.is_sealed else row.caption or ""
        due = "" if row.next_due is None else row.next_due.isoformat()
        table.add(row.case_id, caption, row.number or "", place, due)
    noun = "case" if len(rows) == 1 else "cases"
    return Reply(f"{table.text(width())}\n\n{paragraphs(f'{len(rows)} {noun}.')}")


def _all(store: Store, query: CaseQuery | DueQuery) -> Iterator[Any]:
    """Yield all rows that a query finds, of one state of the store."""
    with store.read() as reader:
        after = None
        while True:
            page = reader.find(query, after=after, limit=1000)
            yield from page.rows
            if page.next is None:
                return
            after = page.next


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as JSON types."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row.items()
    }
