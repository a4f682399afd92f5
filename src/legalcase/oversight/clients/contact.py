"""contact_gap and updates_due: how long a client has heard nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.counting.argument.explain import say_day
from legalcase.dates import Period, add_months, as_date
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.markup import Table
from legalcase.oversight.authorities import COMMUNICATION
from legalcase.oversight.seen import case_of, cases_of, counted
from legalcase.plain_data import PlainData
from legalcase.practice.communications.facet import COMMUNICATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.communications.state import Communication

__all__ = [
    "UNITS",
    "ContactGap",
    "UpdateDue",
    "UpdatesDue",
    "after",
    "contact_gap",
    "updates_due",
]

#: Units of the calendar, in which people are told and cases looked at.
UNITS = ("day", "week", "month")


def after(day: date, every: Period) -> date:
    """Return the day so much later; months by the calendar."""
    if every.unit == "month":
        return add_months(day, every.number)
    return day + timedelta(days=every.number * (7 if every.unit == "week" else 1))


@frozen(kw_only=True)
class ContactGap(PlainData):
    """How long nothing has passed between us and a party, on a day.

    `days` since the last exchange, whichever way it went, and `told_days` since they
    last heard from us; both are ``None`` where that never was. `last` and `told` are
    the ids of those communications.
    """

    case_id: str
    party_id: str
    on: date
    days: int | None = None
    last: str | None = None
    told_days: int | None = None
    told: str | None = None
    authority: Authority = field(default=COMMUNICATION, repr=False)

    def __str__(self) -> str:
        """Return it in a sentence."""
        if self.days is None:
            return f"No contact with {self.party_id} is recorded"
        told = (
            "never heard from us"
            if self.told_days is None
            else f"last heard from us {_ago(self.told_days)}"
        )
        return f"Last contact with {self.party_id} {_ago(self.days)}; they {told}"


def _ago(days: int) -> str:
    if not days:
        return "that day"
    return "1 day ago" if days == 1 else f"{days} days ago"


def contact_gap(case: Case | CaseFile, party_id: str, *, on: date) -> ContactGap:
    """Return how long nothing has passed between us and a party, on a day.

    Communications after that day do not count. The client is to be kept reasonably
    informed (ABA Model Rule 1.4(a)(3)); how long is reasonable no rule says. Raises
    `UnknownNameError` for who is not in the case, and `InvalidTypeError` for a case
    that was read without the room `practice.COMMUNICATIONS`.
    """
    case = case_of(case)
    day = as_date(on, "on")
    party = case.people.participants[party_id].party_id
    said = [
        one for one in case[COMMUNICATIONS].with_party(party) if one.happened_on <= day
    ]
    last = said[-1] if said else None
    told = _told(said)
    return ContactGap(
        case_id=case.case_id,
        party_id=party,
        on=day,
        days=None if last is None else (day - last.happened_on).days,
        last=None if last is None else last.communication_id,
        told_days=None if told is None else (day - told.happened_on).days,
        told=None if told is None else told.communication_id,
    )


def _told(said: list[Communication]) -> Communication | None:
    from_us = [one for one in said if one.direction in {"out", "both"}]
    return from_us[-1] if from_us else None


@frozen(kw_only=True)
class UpdateDue(PlainData):
    """When a client is to hear from us again: `due_on`, so long after `since_on`.

    `told` is whether `since_on` is the day of a communication; else it is that on
    which they became a client or the cadence was agreed. `is_agreed` says whether the
    client and we agreed how often.
    """

    case_id: str
    party_id: str
    since_on: date
    told: bool
    every: str
    is_agreed: bool
    due_on: date
    days_over: int


@frozen(kw_only=True, repr=False)
class UpdatesDue(PlainData):
    """Which clients are to hear from us by a day, the longest overdue first."""

    on: date
    rows: tuple[UpdateDue, ...]
    clients: int

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<UpdatesDue on {self.on}: {len(self)} of {self.clients} clients>"

    def __iter__(self) -> Iterator[UpdateDue]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many are due."""
        return len(self.rows)

    def _table(self) -> Table:
        table = Table(
            f"To hear from us by {say_day(self.on)}: {len(self)} of "
            f"{counted(self.clients, 'client')}",
            ("due", "case", "client", "last heard", "every"),
        )
        for one in self.rows:
            table.add(
                say_day(one.due_on),
                one.case_id,
                one.party_id,
                str(one.since_on) if one.told else f"never, ours since {one.since_on}",
                one.every + (" (agreed)" if one.is_agreed else ""),
                mark="strong" if one.days_over > 0 else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def updates_due(
    cases: Iterable[Case | CaseFile], *, every: Period, on: date
) -> UpdatesDue:
    """Return the clients who are to hear from us by a day, the longest overdue first.

    `every` holds for those with whom nothing else was agreed (`CadenceAgreed`). What
    they said to us does not count, and what we told another does not either. Clients
    of cases that are closed are left out. Raises `InvalidValueError` for a period that
    is not of days, weeks or months.
    """
    day = as_date(on, "on")
    given: object = every
    if not isinstance(given, Period):
        msg = (
            f"every needs a Period, not {type(every).__name__}. Pass "
            "Period.parse('30 days')."
        )
        raise InvalidTypeError(msg, field="every", value=None)
    if every.unit not in UNITS:
        msg = (
            f"every cannot be {every}: people are told every so many days, weeks or "
            "months. Pass Period.parse('30 days')."
        )
        raise InvalidValueError(msg, field="every", value=str(every))
    rows: list[UpdateDue] = []
    clients = 0
    for case in cases_of(cases):
        if str(case.status) == "closed":
            continue
        for party in case.people.clients:
            if not party.is_client_on(day):
                continue
            clients += 1
            row = _due(case, party.party_id, every, day)
            if row.due_on <= day:
                rows.append(row)
    rows.sort(key=lambda one: (one.due_on, one.case_id, one.party_id))
    return UpdatesDue(on=day, rows=tuple(rows), clients=clients)


def _ours_since(case: Case, party_id: str, day: date) -> date:
    """Return the day on which a client became ours."""
    spells = case.people.participants[party_id].engaged
    return next(one.from_on for one in spells if one.covers(day))


def _due(case: Case, party_id: str, every: Period, day: date) -> UpdateDue:
    room = case[COMMUNICATIONS]
    last = room.cadences.find(party_id)
    agreed = None if last is None else last.on(day)
    period = every if agreed is None else agreed.every
    said = [one for one in room.with_party(party_id) if one.happened_on <= day]
    told = _told(said)
    since = _ours_since(case, party_id, day) if told is None else told.happened_on
    if told is None and agreed is not None:
        since = max(since, agreed.from_on)
    due_on = after(since, period)
    return UpdateDue(
        case_id=case.case_id,
        party_id=party_id,
        since_on=since,
        told=told is not None,
        every=str(period),
        is_agreed=agreed is not None,
        due_on=due_on,
        days_over=(day - due_on).days,
    )
