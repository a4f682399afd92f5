"""Comparing: what a reader says is what the model says, whatever it is asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import CaseNotFoundError
from legalcase.model.case import Case
from legalcase.ports.queries import CaseQuery, DueQuery, LineQuery
from legalcase.testing.store_conformance.samples.asking import changes_in, rows
from legalcase.testing.store_conformance.samples.plain import cases_found, dues_found
from legalcase.testing.store_helpers import DAY, refused, same, same_log

if TYPE_CHECKING:
    from legalcase.ports.stores import Reader
    from legalcase.testing.store_conformance.modelled.model import Model

__all__ = ["NAMES", "PEOPLE", "case_in", "compare", "compare_commits", "told_of"]

NAMES: Final = ("a", "B", "b")
PEOPLE: Final = ("person:x", "person:y")
_STREAMS: Final = (*(f"case:{name}" for name in NAMES), *PEOPLE)


def case_in(model: Model, name: str) -> Case:
    """Return a case of the model."""
    return Case.from_events(model.logs[f"case:{name}"])


def compare(reader: Reader, model: Model, limit: int) -> None:
    """See that a reader says what the model says, whatever it is asked."""
    for stream in _STREAMS:
        if stream in model.logs:
            same_log(model.logs[stream], reader.events(stream))
        else:
            with refused(CaseNotFoundError):
                reader.events(stream)
    cases = [case_in(model, name) for name in model.case_ids()]
    query, due = CaseQuery(), DueQuery(due_until=DAY + timedelta(2), is_open=None)
    same(cases_found(query, cases), rows(reader, query, limit))
    same(dues_found(due, cases), rows(reader, due, limit))


def compare_commits(
    reader: Reader, model: Model, tags: tuple[str, ...], limit: int
) -> None:
    """See that a reader tells of all commits, and finds their lines in that order."""
    told = rows(reader, LineQuery(tags=tags), limit)
    places = [(row.stream, row.number) for row in told]
    for expected in model.lines(set(tags)):
        same(expected, set(places[: len(expected)]))
        del places[: len(expected)]
    same([], places)
    told_of(changes_in(reader, limit=limit)[0], model.changes())


def told_of(told: list[Any], expected: list[dict[str, tuple[int, int]]]) -> None:
    """See that changes are those of commits, in their order, all of them."""
    left = [tuple(each) for each in told]
    for commit in expected:
        wanted = {(stream, *span) for stream, span in commit.items()}
        got = set(left[: len(wanted)])
        same(wanted, got)
        del left[: len(wanted)]
    same([], left)
