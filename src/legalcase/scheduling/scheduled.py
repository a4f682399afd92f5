"""Schedule: what is due in a case, for whom, because of what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.errors import UnknownNameError
from legalcase.model.deadlines.events import DeadlineMet
from legalcase.plain_data import PlainData
from legalcase.scheduling.proposals import Proposals
from legalcase.scheduling.row import STATES, ScheduledDeadline, ScheduleNotice
from legalcase.scheduling.table import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.scheduling.row import Done

__all__ = ["Schedule"]


@frozen(kw_only=True, repr=False)
class Schedule(PlainData):
    """Every deadline that the law gives from the events of a case.

    `rows` are those of the parties for whom it was asked, and those of which nobody
    can say yet who owes them, by date; `others` are what everybody else owes. `notices`
    tell what the law entered does not say. It changes nothing: `new.events()` is to be
    recorded by somebody.
    """

    case_id: str
    version: int
    court: str | None
    for_: tuple[str, ...]
    on: date | None = None
    rows: Proposals = field(converter=Proposals)
    others: Proposals = field(factory=Proposals, converter=Proposals)
    notices: tuple[ScheduleNotice, ...] = ()

    def __iter__(self) -> Iterator[ScheduledDeadline]:
        """Return the rows, by date."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def __repr__(self) -> str:
        """Return the case and how many rows there are of each state."""
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row.state] = counts.get(row.state, 0) + 1
        said = ", ".join(f"{count} {state}" for state, count in counts.items())
        return f"<Schedule of {self.case_id!r}: {said or 'nothing'}>"

    @property
    def new(self) -> Proposals:
        """What is due and no deadline of the case yet, to be recorded."""
        return self.having("new")

    def having(self, *states: str) -> Proposals:
        """Return the rows in one of some states (see `STATES`).

        Raises `UnknownNameError` for what is no state.
        """
        for state in states:
            if state not in STATES:
                noun = "state of a row"
                raise UnknownNameError.among(noun, state, tuple(STATES))
        return Proposals(row for row in self.rows if row.state in states)

    def of_rule(self, rule: str) -> Proposals:
        """Return the rows of a deadline of the law, the others' too, by its id."""
        return Proposals(r for r in (*self.rows, *self.others) if r.rule == rule)

    def met_events(self) -> tuple[DeadlineMet, ...]:
        """Return the events that record what the docket shows to be done.

        Of deadlines of the case that are still open, by whomever they are owed. What is
        no deadline of the case yet needs none, and a hearing is nobody's act. One that
        several owe together is met when the last of them has done it.
        """
        found: dict[str, list[ScheduledDeadline]] = {}
        for row in (*self.rows, *self.others):
            if row.deadline_id is not None and not _has_left(row):
                found.setdefault(row.deadline_id, []).append(row)
        return tuple(
            _met_by(name, dones)
            for name, rows in found.items()
            if (dones := _dones(rows))
        )

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the rows as plain JSON types, for a data frame."""
        return [row.to_row() for row in self.rows]

    def _title(self) -> str:
        whom = f" for {', '.join(self.for_)}" if self.for_ else ""
        when = "" if self.on is None else f" on {self.on}"
        return f"What is due in {self.case_id}{whom}{when}"

    def __str__(self) -> str:
        """Return the rows as a table of text, and the notices under it."""
        said = [table_of(self._title(), self.rows).text()]
        said += [f"! {notice.text}" for notice in self.notices]
        return "\n".join(said)

    def _repr_html_(self) -> str:
        from legalcase.markup import escape

        notices = "".join(f"<li>{escape(one.text)}</li>" for one in self.notices)
        table = table_of(self._title(), self.rows).html()
        return f"{table}<ul>{notices}</ul>" if notices else table


def _has_left(row: ScheduledDeadline) -> bool:
    return any(finding.code == "party-left" for finding in row.findings)


def _dones(rows: list[ScheduledDeadline]) -> list[Done]:
    """Return what was done of one deadline; nothing while one has not done it."""
    dones = [row.done for row in rows if row.done is not None]
    is_all = len(dones) == len(rows) and all(row.state == "met" for row in rows)
    is_new = all(one.by and not one.is_recorded for one in dones)
    return dones if is_all and is_new else []


def _met_by(deadline_id: str, dones: list[Done]) -> DeadlineMet:
    last = max(dones, key=lambda one: (str(one.on), str(one.at or "")))
    by = dict.fromkeys(name for one in dones for name in one.by)
    return DeadlineMet(
        deadline_id=deadline_id,
        met_by=", ".join(by),
        by_event=last.of,
        happened_on=last.on,
        happened_at=last.at,
    )
