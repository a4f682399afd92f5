"""What may happen next in a case, by the lifecycles of its rooms, and what is missing.

A lifecycle says what is possible; a rule of a room can still refuse it. Here it says
so beforehand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.kernel.rooms.facet import Attempt
from legalcase.markup import Table
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.rooms.facet import Facet, Heard, Row
    from legalcase.kernel.rooms.lifecycle import Lifecycle, Move

__all__ = ["Possibilities", "Possible", "possible"]


@frozen(kw_only=True)
class Possible(PlainData):
    """Something that may happen next to a thing of a case.

    `event` is the name of the class of events, `kind` that on the wire; it takes the
    thing `subject`, a `noun`, from `leaves` to `reaches` (`when` says when, where it
    can lead elsewhere too). `missing` is what must be there first.
    """

    room: str
    kind: str
    event: str
    noun: str
    subject: str
    leaves: str
    reaches: str
    when: str = ""
    missing: tuple[str, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@frozen(repr=False)
class Possibilities(PlainData):
    """What may happen next in a case, in the order of its rooms and their things."""

    case_id: str
    rows: tuple[Possible, ...]

    def __iter__(self) -> Iterator[Possible]:
        """Return what may happen, one after another."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many things may happen."""
        return len(self.rows)

    def __repr__(self) -> str:
        """Return the case, and how much may happen."""
        ready = len(self.ready)
        return f"<Possibilities of {self.case_id!r}: {ready} of {len(self)} ready>"

    @property
    def ready(self) -> tuple[Possible, ...]:
        """Those for which nothing is missing."""
        return tuple(row for row in self.rows if row.is_ready)

    def of(self, subject: str) -> Possibilities:
        """Return what may happen to one thing: a hearing, a deadline, the case."""
        rows = tuple(row for row in self.rows if row.subject == subject)
        return type(self)(self.case_id, rows)

    def _table(self) -> Table:
        head = ("which", "what", "event", "from", "to", "missing")
        table = Table(f"What may happen next in {self.case_id}", head)
        for row in self.rows:
            reaches = f"{row.reaches}, {row.when}" if row.when else row.reaches
            table.add(
                row.subject,
                row.noun,
                row.kind,
                row.leaves,
                reaches,
                "; ".join(row.missing),
            )
        return table

    def __str__(self) -> str:
        """Return it as a table of text, 80 columns wide."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def possible(folded: Folded, *, by: str, at: datetime) -> Possibilities:
    """Return what may happen next, if `by` recorded it at the aware instant `at`.

    Of the events of each room that has a lifecycle, those which that room owns; of a
    fenced room none. Raises
    `InvalidTypeError` or `InvalidValueError` for what is no name or no instant.
    """
    attempt = Attempt(by=by, at=at)
    case_id = folded.stream.partition(":")[2]
    rows: list[Possible] = []
    for facet in folded.model.facets:
        if facet.is_fenced:
            # What can follow there tells what was said there.
            continue
        kinds = {row.event: row.kind for row in facet.rows}
        for tracked in facet.tracks:
            lifecycle: Lifecycle = tracked.lifecycle
            for name, place in tracked.standing(folded[facet]):
                rows.extend(
                    Possible(
                        room=facet.name,
                        kind=kinds[move.event],
                        event=move.event.__name__,
                        noun=lifecycle.noun,
                        subject=name or case_id,
                        leaves=place,
                        reaches=move.reaches,
                        when=move.when,
                        missing=_missing(folded, move, name or case_id, attempt),
                    )
                    for move in lifecycle.moves_from(place)
                    if move.event in kinds
                )
        if facet.onward is not None:
            rows.extend(
                Possible(
                    room=facet.name,
                    kind=kinds[step.event],
                    event=step.event.__name__,
                    noun=step.noun,
                    subject=step.subject or case_id,
                    leaves=step.leaves,
                    reaches=step.reaches,
                    when=step.when,
                    missing=step.missing,
                )
                for step in facet.onward(folded[facet], attempt, folded)
            )
    return Possibilities(case_id, tuple(rows))


def _missing(
    folded: Folded, move: Move, subject: str, attempt: Attempt
) -> tuple[str, ...]:
    """Return what any room that hears an event would have to have first."""
    found: list[str] = []
    for facet in folded.model.facets:
        found.extend(_of_room(folded, facet, move, subject, attempt))
    return tuple(dict.fromkeys(found))


def _of_room(
    folded: Folded, facet: Facet[Any], move: Move, subject: str, attempt: Attempt
) -> Iterator[str]:
    listening: tuple[Row | Heard, ...] = (*facet.rows, *facet.hears)
    for each in listening:
        if each.event is move.event and each.missing is not None:
            yield from each.missing(folded[facet], subject, attempt, folded)
