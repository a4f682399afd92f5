"""`legalcase recheck`: which deadlines of a store the law at hand moves, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.addresses import opened
from legalcase.cli.console.options import Reply, add_law_options, law_of
from legalcase.cli.console.terminal import as_json, paragraphs, width
from legalcase.cli.store.whole import WholeStore
from legalcase.markup import Table
from legalcase.plain_data import plain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.model import Case
    from legalcase.scheduling import Diffs

__all__ = ["add_parser", "run"]

_EPILOG: Final = """\
examples:
  legalcase recheck sqlite:///firm.db
  legalcase recheck sqlite:///firm.db --law our-rules --format json

After an upgrade of the package, or with a new folder of law. Those deadlines
alone are computed anew of which a text or a calendar is another, or that need
review; all others cannot have moved, and are counted as unchanged. Only open
deadlines count: what was met, missed or cancelled is in none of the numbers.

Nothing is recorded. In Python, `legalcase.reschedule(cases, law)` gives the
same and, case by case, the events that make it so. What was confirmed moves
only through a review.

status:
  0  compared, whatever has moved: --format json has it in "moved"
  1  the store cannot be read, or the law not be used
  2  the command was given wrongly, or names what is not there"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "recheck",
        help="what the law at hand moves in a store, what needs review",
        description="Compare the deadlines of a store with the law at hand.",
        epilog=_EPILOG,
    )
    parser.add_argument("address", metavar="ADDRESS", help="sqlite:///firm.db")
    add_law_options(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Compare the deadlines of a store with the law at hand."""
    from legalcase.scheduling import reschedule

    law = law_of(options, options.refuse)
    open_: dict[str, frozenset[str]] = {}
    with opened(options.address, options.refuse) as store:
        whole = WholeStore(store)
        diffs = reschedule(_noted(whole.cases(), open_), law)
    found = _Found(diffs, open_, whole)
    if options.format == "json":
        return Reply(as_json(_plain(found)))
    return Reply(_text(found))


def _noted(cases: Iterable[Case], open_: dict[str, frozenset[str]]) -> Iterator[Case]:
    """Yield cases, and note the deadlines of each that are open."""
    for case in cases:
        ids = (one.deadline_id for one in case.deadlines if one.is_open)
        open_[case.case_id] = frozenset(ids)
        yield case


class _Found:
    """What became of the open deadlines of a store."""

    def __init__(
        self, diffs: Diffs, open_: Mapping[str, frozenset[str]], whole: WholeStore
    ) -> None:
        self.diffs = diffs
        self.cases = len(open_)
        self.whole = whole
        #: What is left where it was: a reading was chosen, say, or the law refuses.
        self.stays = [
            one
            for diff in diffs
            for one in diff.pinned
            if one.deadline_id in open_[one.case_id]
        ]
        told = {
            *((one.case_id, one.deadline_id) for one in diffs.moved),
            *((one.case_id, one.deadline_id) for one in diffs.void),
            *((one.case_id, one.deadline_id) for one in self.stays),
        }
        self.unchanged = sum(map(len, open_.values())) - sum(
            name in open_[case] for case, name in told
        )


def _plain(found: _Found) -> dict[str, Any]:
    diffs = found.diffs
    return {
        "cases": found.cases,
        "sealed": found.whole.sealed,
        "moved": plain(diffs.moved),
        "void": plain(diffs.void),
        "stays": plain(found.stays),
        "unchanged": found.unchanged,
    }


def _text(found: _Found) -> str:
    diffs = found.diffs
    table = Table("", ("case", "deadline", "was", "is", "because"))
    for moved in diffs.moved:
        review = ("was confirmed: needs review",) if moved.was_confirmed else ()
        table.add(
            moved.case_id,
            f"{moved.deadline_id}: {moved.subject}",
            str(moved.before.shown or "no date"),
            str(moved.after.shown or "no date"),
            "; ".join((*moved.because, *review)),
            mark="strong" if moved.was_confirmed else "",
        )
    for void in diffs.void:
        table.add(void.case_id, void.deadline_id, "", "falls", "; ".join(void.because))
    for kept in found.stays:
        would = "" if kept.would_be is None else f"; by the law {kept.would_be} now"
        table.add(kept.case_id, kept.deadline_id, "", "stays", f"{kept.reason}{would}")
    said = (
        f"{_several(found.cases, 'case')}: {_several(len(diffs.moved), 'deadline')} "
        f"moved, {len(diffs.to_review)} of them confirmed and to be reviewed; "
        f"{len(diffs.void)} void; {len(found.stays)} left where they are, for a "
        f"reason; {found.unchanged} unchanged."
    )
    is_shown = diffs.moved or diffs.void or found.stays
    shown = table.text(width()) if is_shown else ""
    parts = (shown, *map(paragraphs, (said, found.whole.left_out)))
    return "\n\n".join(part for part in parts if part)


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
