"""`legalcase store`: copy, verify and back up a store; what is due, and which cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.store import conflicts, lists, upkeep

if TYPE_CHECKING:
    import argparse

    from legalcase.cli.console.options import Parser, Reply

__all__ = ["FORMATS", "add_parser", "run"]

#: Each of its commands has its own.
FORMATS: Final = ()

_EPILOG: Final = """\
examples:
  legalcase store copy sqlite:///firm.db postgresql://clerk@db/firm
  legalcase store verify sqlite:///firm.db --anchors heads.json
  legalcase store heads sqlite:///firm.db > heads.json
  legalcase store backup sqlite:///firm.db firm-2026-06-03.db
  legalcase store agenda sqlite:///firm.db --from 2026-06-01 --until 2026-06-30
  legalcase store find sqlite:///firm.db --court us/cand --text 'amend*'
  legalcase store conflicts sqlite:///firm.db 'Acme Ltd' --on 2026-06-03

An address is sqlite:///cases.db for a file in this folder,
sqlite:////srv/cases.db for one anywhere, postgresql://user@host/name for a
database. Let a password come from where libpq looks for it, ~/.pgpass say:
whoever lists processes can read what stands on a command line. It is never
printed here.

status:
  0  it was done, and nothing is wrong
  1  the store is at fault, or refuses it
  2  the command line cannot be used"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "store",
        help="copy, verify and back up a store; its agenda, its cases",
        description="Look after a store of cases, and look into it.",
        epilog=_EPILOG,
    )
    verbs = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="verb", required=True
    )
    every = (*upkeep.PARSERS, *lists.PARSERS, *conflicts.PARSERS)
    for add in every:
        verb: Parser = add(verbs)
        verb.set_defaults(refuse=verb.error, unknown=verb.unknown)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Do what the command of the command says."""
    found: Reply = options.act(options)
    return found
