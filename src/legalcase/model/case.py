"""Case: the fold of its events, as a frozen value without the list of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, Self, TypeVar

from attrs import evolve, field, frozen

from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownEventError,
    UnknownNameError,
)
from legalcase.model.agenda import Agenda, agenda_of
from legalcase.model.case_events import CaseOpened
from legalcase.model.deadline import Deadline
from legalcase.model.deadline_events import DeadlineMet
from legalcase.model.docket import DocketEntry, Hearing, Note
from legalcase.model.due_dates import dates_of
from legalcase.model.events import CaseEvent, UnknownEvent
from legalcase.model.fold import applied
from legalcase.model.people import Participant, Representation
from legalcase.model.recorded import Recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.model.basis import DueDates

__all__ = ["Case", "CaseStatus"]


class CaseStatus(StrEnum):
    """Where a case stands with the court."""

    PRE_FILING = "pre-filing"
    ACTIVE = "active"
    INACTIVE = "inactive"
    DISPOSED = "disposed"
    CLOSED = "closed"


@frozen(kw_only=True, repr=False)
class Case:
    """A case as its events have made it.

    `version` is the sequence of the last event. Nothing here is ever changed:
    `record` returns the case as it is afterwards.
    """

    case_id: str
    version: int
    caption: str
    status: CaseStatus
    opened_on: date
    court: str | None = None
    number: str | None = None
    forum: str | None = None
    participants: tuple[Participant, ...] = ()
    representations: tuple[Representation, ...] = ()
    docket: tuple[DocketEntry, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    notes: tuple[Note, ...] = ()
    recorded_at: datetime = field()

    def __repr__(self) -> str:
        """Return id, version and status, and no word of what the case is about."""
        return f"<Case {self.case_id!r} version {self.version}, {self.status}>"

    def _repr_html_(self) -> str:
        from legalcase.model.case_table import case_table

        return case_table(self).html()

    @classmethod
    def open(
        cls,
        event: CaseOpened,
        *,
        case_id: str,
        recorded_at: datetime,
        actor: str,
        event_id: str | None = None,
        on_behalf_of: str | None = None,
        reason: str | None = None,
    ) -> tuple[Self, Recorded]:
        """Return a new case, and what a store has to append; `record` says the rest."""
        recorded = Recorded(
            event_id=event_id or f"{case_id}/1",
            case_id=case_id,
            sequence=1,
            recorded_at=recorded_at,
            actor=actor,
            on_behalf_of=on_behalf_of,
            reason=reason,
            event=event,
        )
        return cls._first(recorded), recorded

    def record(
        self,
        event: CaseEvent,
        *,
        recorded_at: datetime,
        actor: str,
        event_id: str | None = None,
        on_behalf_of: str | None = None,
        reason: str | None = None,
    ) -> tuple[Self, Recorded]:
        """Return the case after `event`, and what a store has to append.

        `recorded_at` is aware, and not before that of the last event. Without
        `event_id`, it is case id and sequence. Raises `IllegalTransitionError`,
        `ExtensionBarredError`, `UnknownNameError` or `InvalidValueError` where the
        event cannot have happened to this case; then nothing has changed.
        """
        sequence = self.version + 1
        recorded = Recorded(
            event_id=event_id or f"{self.case_id}/{sequence}",
            case_id=self.case_id,
            sequence=sequence,
            recorded_at=recorded_at,
            actor=actor,
            on_behalf_of=on_behalf_of,
            reason=reason,
            event=event,
        )
        if isinstance(event, UnknownEvent):
            raise _unknown(recorded)
        if recorded_at < self.recorded_at:
            msg = (
                f"recorded_at lies before that of event {self.version} of case "
                f"{self.case_id!r}. The log is in the order of knowledge: use a "
                "clock that does not go back."
            )
            raise InvalidValueError(msg, field="recorded_at", value=None)
        _check_possible(event, recorded, self.opened_on)
        return self._next(recorded), recorded

    @classmethod
    def from_events(
        cls,
        events: Iterable[Recorded],
        *,
        known_at: datetime | None = None,
        unknown: Literal["refuse", "skip"] = "refuse",
    ) -> Self:
        """Return the case that its log tells, in the order of the log.

        With `known_at`, as it was known at that instant (inclusive). Events of
        unknown kinds raise `UnknownEventError`, unless they are to be skipped: what
        they did is then missing. Raises `InvalidValueError` where the log has a gap,
        is of several cases, or is empty (at that instant).
        """
        if unknown not in ("refuse", "skip"):
            msg = (
                f"{unknown!r} is nothing to do with an unknown event. Use 'refuse' or "
                "'skip'."
            )
            raise InvalidValueError(msg, field="unknown", value=unknown)
        case: Self | None = None
        for recorded in events:
            _require_recorded(recorded)
            if known_at is not None and recorded.recorded_at > known_at:
                break
            if case is None:
                case = cls._first(recorded)
                continue
            if (recorded.case_id, recorded.sequence) != (
                case.case_id,
                case.version + 1,
            ):
                msg = (
                    f"The log of case {case.case_id!r} goes from event {case.version} "
                    f"to event {recorded.sequence} of {recorded.case_id!r}. Give "
                    "every event of one case, in order."
                )
                raise InvalidValueError(msg, field="events", value=None)
            if isinstance(recorded.event, UnknownEvent) and unknown == "refuse":
                raise _unknown(recorded)
            case = case._next(recorded)  # noqa: SLF001 - one of our own
        if case is None:
            msg = (
                "There is no event (known by then) to make a case from. Give its log "
                "from the opening on."
            )
            raise InvalidValueError(msg, field="events", value=None)
        return case

    @classmethod
    def _first(cls, recorded: Recorded) -> Self:
        event = recorded.event
        if not isinstance(event, CaseOpened) or recorded.sequence != 1:
            msg = (
                f"A log begins with event 1, the opening of the case, not with event "
                f"{recorded.sequence}, {recorded.kind!r}. Give it from the beginning."
            )
            raise InvalidValueError(msg, field="events", value=None)
        status = CaseStatus.PRE_FILING if event.number is None else CaseStatus.ACTIVE
        return cls(
            case_id=recorded.case_id,
            version=1,
            caption=event.caption,
            status=status,
            opened_on=event.happened_on,
            court=event.court,
            number=event.number,
            forum=event.forum,
            recorded_at=recorded.recorded_at,
        )

    def _next(self, recorded: Recorded) -> Self:
        return evolve(
            self,
            version=recorded.sequence,
            recorded_at=recorded.recorded_at,
            **applied(self, recorded),
        )

    def deadline(self, deadline_id: str) -> Deadline:
        """Return a deadline; raises `UnknownNameError`."""
        return _find(self.deadlines, lambda d: d.deadline_id, deadline_id, "deadline")

    def hearing(self, hearing_id: str) -> Hearing:
        """Return a hearing; raises `UnknownNameError`."""
        return _find(self.hearings, lambda h: h.hearing_id, hearing_id, "hearing")

    def participant(self, party_id: str) -> Participant:
        """Return the newest participation of a party; raises `UnknownNameError`."""
        newest_first = self.participants[::-1]
        return _find(newest_first, lambda p: p.party_id, party_id, "party")

    def dates(self, deadline_id: str) -> DueDates:
        """Return when a deadline is due, safely due, and shown on calendars."""
        return dates_of(self, self.deadline(deadline_id))

    def agenda(self) -> Agenda:
        """Return the deadlines and the hearings in the order of the dates shown."""
        return agenda_of(self)


def _check_possible(event: CaseEvent, recorded: Recorded, opened_on: date) -> None:
    """Refuse a deadline met on a day that has not come, or before there was a case.

    A year mistyped would make a deadline met that was missed. This is asked when an
    event is recorded, and not of a log that is read.
    """
    if not isinstance(event, DeadlineMet):
        return
    # By the clock of another zone it can be tomorrow already.
    latest = recorded.recorded_at.date() + timedelta(days=1)
    if not opened_on <= event.happened_on <= latest:
        when = (
            "before the case was opened"
            if event.happened_on < opened_on
            else ("after it was recorded")
        )
        msg = (
            f"The deadline would have been met {when}, which cannot be. Check the "
            "year of happened_on."
        )
        raise InvalidValueError(msg, field="happened_on", value=None)


_T = TypeVar("_T")


def _require_recorded(value: object) -> None:
    if not isinstance(value, Recorded):
        msg = (
            f"A log is made of Recorded lines, not {type(value).__name__}. Pass what "
            "Case.open(…) and record(…) returned beside the case, or events(…) of a "
            "store."
        )
        raise InvalidTypeError(msg, field="events", value=None)


def _find(
    values: tuple[_T, ...], id_of: Callable[[_T], str], wanted: str, noun: str
) -> _T:
    for value in values:
        if id_of(value) == wanted:
            return value
    hint = f"The case knows a {noun} from the event that brought it: record that first."
    raise UnknownNameError.of(noun, wanted, map(id_of, values), hint)


def _unknown(recorded: Recorded) -> UnknownEventError:
    msg = (
        f"Event {recorded.sequence} of case {recorded.case_id!r} is of the kind "
        f"{recorded.kind!r} (schema {recorded.schema}), which this version of "
        "legalcase does not know. Upgrade it, or read the log with unknown='skip' "
        "and without what the event did."
    )
    return UnknownEventError(msg, kind=recorded.kind)
