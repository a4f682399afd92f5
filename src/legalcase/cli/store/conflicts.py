"""`legalcase store conflicts`: who of those named stands in any case of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.addresses import opened
from legalcase.cli.console.options import Parser, Reply, day
from legalcase.cli.console.progress import counted
from legalcase.cli.console.terminal import as_json, paragraphs, width

if TYPE_CHECKING:
    import argparse

__all__ = ["PARSERS"]

_CONFLICTS: Final = """\
examples:
  legalcase store conflicts sqlite:///firm.db 'Acme Ltd' --on 2026-06-03
  legalcase store conflicts sqlite:///firm.db 'Jane Roe=client' \\
      'Acme Ltd=adverse' --on 2026-06-03 --depth 3

Each is an id of the directory or a name, and perhaps, behind =, what they would
be to you: client, adverse, witness, expert, counsel, neutral, member, other.
Without it they are looked at as if they were adverse. All of the store is
searched, and every match is listed; that none is, does not say that there is no
conflict. Nothing is recorded. Names that are only alike need the extra
'conflicts'."""


def _add_conflicts(verbs: Any) -> Parser:
    said = "say who of those named stands in any case"
    parser: Parser = verbs.add_parser(
        "conflicts",
        help=said,
        description=f"{said[0].upper()}{said[1:]}.",
        epilog=_CONFLICTS,
    )
    parser.add_argument("address", metavar="ADDRESS", help="sqlite:///firm.db")
    parser.add_argument(
        "people", metavar="NAME", nargs="+", help="an id or a name, perhaps =ROLE"
    )
    parser.add_argument(
        "--on", type=day, metavar="DATE", required=True, help="as of which day"
    )
    parser.add_argument(
        "--matter", metavar="ID", help="the case for which it is, if it is there"
    )
    parser.add_argument(
        "--depth", type=int, metavar="STEPS", help="relations to follow; 2"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for people (text, the default) or for machines (json)",
    )
    parser.set_defaults(act=_conflicts)
    return parser


#: What adds the command to those of `legalcase store`.
PARSERS: Final = (_add_conflicts,)


def _conflicts(options: argparse.Namespace) -> Reply:
    from legalcase.conflicts import DEPTH, STANCES, check
    from legalcase.storage import conflict_index

    roles: dict[str, str] = {}
    people = []
    for each in options.people:
        name, equals, stance = each.rpartition("=")
        if equals and stance in STANCES:
            roles[name] = stance
            people.append(name)
        elif equals:
            options.refuse(
                f"{stance!r} is nothing that somebody can be in a check. Use one of "
                f"{', '.join(STANCES)}"
            )
        else:
            people.append(each)
    with (
        opened(options.address, options.refuse) as store,
        counted("reading", "stream") as progress,
    ):
        index = conflict_index(store, progress=progress)
    depth = DEPTH if options.depth is None else options.depth
    found = check(
        index,
        people=people,
        roles=roles,
        matter=options.matter,
        as_of=options.on,
        depth=depth,
    )
    if options.format == "json":
        return Reply(as_json({"said": found.said, "matches": found.to_rows()}))
    parts = [] if not found.matches else [found.table.text(width())]
    parts += [paragraphs(one) for one in found.said]
    return Reply("\n\n".join(parts))
