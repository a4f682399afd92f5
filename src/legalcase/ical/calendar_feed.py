"""Cases, agendas and computations as a calendar feed (RFC 5545): the safe dates."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from icalendar import Calendar, vDuration

from legalcase.errors import InvalidValueError
from legalcase.ical.calendar_events import is_cancelled
from legalcase.ical.calendar_text import CalendarText
from legalcase.ical.feed_asked import (
    check_alarms,
    check_cases,
    check_types,
    check_word,
    clocks_of,
    sorted_out,
)
from legalcase.ical.feed_entries import entries_of_case, entries_of_computed
from legalcase.ical.wording import DETAILS
from legalcase.kernel.events.label import check_audience
from legalcase.kernel.needed import needs
from legalcase.oversight.uids import DEFAULT_NAMESPACE, uid_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law
    from legalcase.model.agenda import Agenda
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["DEFAULT_NAMESPACE", "to_ical"]

# Without the version: a new one must not change a byte of an old feed.
_PRODID: Final = "-//legalcase//Court deadlines//EN"

_SHORTEST: Final = timedelta(minutes=1)


@needs(
    name="a calendar has a name, which its subscribers see. Pass name='Deadlines', say."
)
def to_ical(  # noqa: PLR0913 - what a feed may say is all keyword-only
    agendas: Agenda
    | Case
    | CaseFile
    | Computation
    | Iterable[Agenda | Case | CaseFile | Computation]
    | Mapping[str, Computation | Iterable[Computation]],
    *,
    name: str,
    detail: Literal["full", "ref-only", "busy"] = "ref-only",
    audience: str = "public",
    alarms: Sequence[int] = (),
    cancelled: Literal["mark", "drop"] = "mark",
    refresh: timedelta = timedelta(hours=4),
    namespace: UUID = DEFAULT_NAMESPACE,
    computed_at: datetime | None = None,
    law: Law | None = None,
    on: date | None = None,
) -> bytes:
    """Return deadlines, hearings and tasks as iCalendar: of cases, or as computed.

    A deadline is an all-day event on the date shown: the safe one, unless a named
    person chose a reading; a task is one on the day on which it is due. A hearing
    begins at its instant. Equal input gives equal bytes; what changed keeps its UID
    and gets a higher SEQUENCE. What lost its date, since its clock stands still or
    what it follows has none, is cancelled on the last one; periods that are not
    running have no event.

    The event of a computation has a UID made from what was asked: the matter, the
    deadline or the period, the triggers with their dates, and the court. Computed
    anew with what became known since (the method of service, a reading, newer law),
    it takes the place of the one before, if `computed_at` is later.

    Args:
        agendas: A case, its file, or what `Case.agenda` returned, or several; a
            computation, or several; or a mapping from the number of a matter, which
            is shown and keeps equal deadlines of two matters apart, to its
            computations.
        name: The name of the calendar. It is shown to every subscriber.
        detail: ``"ref-only"`` has the case's number (or id) and the dates;
            ``"busy"`` the time alone; ``"full"`` also the title, the caption, the
            authority, the place of a hearing: who subscribes reads what is planned.
            Notes, evidence and people are in none of them.
        audience: Who subscribes: ``"public"``, ``"court"``, ``"party"``,
            ``"client"``, ``"firm"`` or ``"owner"``. Of what their label does not
            admit to, ``"full"`` says no more than ``"ref-only"``: deadlines of our
            own making, say, unless the firm subscribes. A task whose label does not
            admit to it is not there at all: when we work is nobody else's business.
        alarms: Days before the date on which to give alarm, one or more each, for
            what is still open. Many clients ignore the alarms of a subscription.
        cancelled: Whether what fell away stays as cancelled (``"mark"``), as
            clients need that import the file, or is left out (``"drop"``).
        refresh: How often a subscriber should look again; many have their own mind.
        namespace: From which the UIDs are made; one's own makes them unguessable.
        law: With it, the statutory clocks of the cases have events on their last days;
            of an `Agenda` alone, which has no clocks, there are none.
        on: The day as of which clocks are counted, as if what is open ended on it: it
            is given with `law`, and the feed made anew as the days go by.
        computed_at: When the computations were made, an aware instant, so that a
            reader keeps the newest; without it, midnight UTC of the trigger's day.

    Raises:
        ConflictingInputError: If two computations that differ would be one event.
        InvalidValueError: If an option is none of its words, an alarm is not at least
            one day ahead (and a hundred years at most), the name is empty, a
            subscriber would look again more than once a minute, a case is given
            twice, or an instant has no date in UTC.
        InvalidTypeError: If what is given is neither case, agenda nor computation.
    """
    check_word(detail, DETAILS, "detail")
    check_audience(audience)
    check_word(cancelled, ("mark", "drop"), "cancelled")
    check_types(name, alarms, refresh, namespace)
    check_alarms(alarms)
    if not name.strip():
        msg = "name is empty. Name the calendar: people see it in their list."
        raise InvalidValueError(msg, field="name", value=None)
    if refresh < _SHORTEST or refresh % timedelta(seconds=1):
        msg = (
            f"Nobody can look again every {refresh}. Give whole seconds, a minute or "
            "more: timedelta(hours=4), say."
        )
        raise InvalidValueError(msg, field="refresh", value=refresh)
    calendar = Calendar()
    calendar["PRODID"] = CalendarText(_PRODID)
    calendar["VERSION"] = CalendarText("2.0")
    calendar["CALSCALE"] = CalendarText("GREGORIAN")
    calendar["NAME"] = calendar["X-WR-CALNAME"] = CalendarText(name)
    calendar.add("REFRESH-INTERVAL", refresh, parameters={"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(refresh)
    given, matters, cases = sorted_out(agendas)
    check_cases(given)
    clocks = clocks_of(cases, law, on)
    shown = [
        entry
        for agenda in given
        for entry in entries_of_case(agenda, audience, clocks.get(agenda.case_id, ()))
        if not (cancelled == "drop" and is_cancelled(entry.state))
    ]
    shown += entries_of_computed(matters, computed_at)
    for entry in sorted(shown, key=lambda entry: (entry.day, entry.id)):
        event = entry.build(detail, alarms, audience)
        event["UID"] = CalendarText(uid_of(entry.id, namespace))
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
