"""What can be wrong with the days of a case: another clock, or a day that is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.dates import add_months, by_court_clock, day_at_court, own_day
from legalcase.errors import UnknownNameError
from legalcase.model.hearings.state import HearingState
from legalcase.oversight.authorities import DILIGENCE
from legalcase.oversight.findings.check import LAW, Check, Found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.oversight.findings.check import Viewed

__all__ = ["OF_DATES", "zones_of"]

#: From when to when courts sit, with an hour to spare for those that sit late.
_FIRST_HOUR: Final = 7
_LAST_HOUR: Final = 20
#: By what a case begins, so that nothing in it was served before.
_BEGUN: Final = frozenset(
    {"action-commenced", "claim-form-issued", "complaint-filed", "indictment-filed"}
)
#: What is served before a case begins, as that which it is about.
_AHEAD: Final = frozenset(
    {"covenant-notice-served", "quit-notice-served", "rent-notice-served"}
)
#: No day of a case lies so many days off it: twenty years.
_FAR: Final = 7305


def zones_of(viewed: Viewed) -> tuple[str, ...]:
    """Return the zones of the court of a case, if it is known and entered."""
    court = viewed.case.court
    if viewed.law is None or court is None:
        return ()
    try:
        return viewed.law.court(court).zones
    except UnknownNameError:
        return ()


def by_another_clock(viewed: Viewed) -> Iterator[Found]:
    """Find hearings that fall on another day by the court's clock than by their own."""
    zones = zones_of(viewed)
    for hearing in viewed.case.hearings if zones else ():
        if hearing.state is HearingState.VACATED:
            continue
        own, day = own_day(hearing.at), day_at_court(hearing.at, zones)
        if own != day:
            yield Found(
                text=(
                    f"hearing {hearing.hearing_id!r} is on {own} by the clock it was "
                    f"given by, and on {day} by that of the court ({zones[0]}): what "
                    "moves with it is counted from the former; correct it with law="
                ),
                evidence=(f"hearing:{hearing.hearing_id}",),
                day=day,
            )


def odd_hour(viewed: Viewed) -> Iterator[Found]:
    """Find hearings at an hour at which hardly any court sits."""
    zones = zones_of(viewed)
    for hearing in viewed.case.hearings:
        at = by_court_clock(hearing.at, zones)
        if hearing.has_date and not _FIRST_HOUR <= at.hour < _LAST_HOUR:
            yield Found(
                text=(
                    f"hearing {hearing.hearing_id!r} is set for {at:%H:%M} on "
                    f"{own_day(at)}, when hardly any court sits: a slip of a.m. and "
                    "p.m., or the clock of another zone?"
                ),
                evidence=(f"hearing:{hearing.hearing_id}",),
                day=own_day(at),
            )


def odd_service(viewed: Viewed) -> Iterator[Found]:
    """Find papers that were served before the case began: a mistyped year, mostly.

    A notice on which the case rests comes before it; not by more than a year.
    """
    began, last, what = _began(viewed.case)
    for entry in viewed.case.docket:
        is_ahead = not _AHEAD.isdisjoint(entry.triggers)
        first = add_months(began, -12) if is_ahead else last
        if entry.kind == "served" and entry.stands and entry.happened_on < first:
            yield Found(
                text=(
                    f"the service {entry.event_id!r} of {entry.happened_on} lies "
                    f"before the case began ({began}, {what}): look at its year, or at "
                    "that of what began the case"
                ),
                evidence=(f"event:{entry.event_id}",),
                day=entry.happened_on,
            )


def _began(case: Case) -> tuple[date, date, str]:
    """Return when a case began, before which day nothing is served, and what began it.

    Where the docket does not have that, it was opened: by a defendant, perhaps, some
    time after the service.
    """
    begun = [
        one for one in case.docket if one.stands and not _BEGUN.isdisjoint(one.triggers)
    ]
    if begun:
        first = min(begun, key=lambda one: one.happened_on)
        return first.happened_on, first.happened_on, f"event {first.event_id!r}"
    opened_on = case.caseload.opened_on
    return opened_on, add_months(opened_on, -12), "opened"


def odd_day(viewed: Viewed) -> Iterator[Found]:
    """Find days that lie decades off, and hearings that were over when they were set.

    Off the day on which the case was opened, or off the one that is looked at.
    """
    zones = zones_of(viewed)
    for of, day in _days(viewed, zones):
        if _is_far(viewed, day):
            yield Found(
                text=(
                    f"{of} is of {day}, more than twenty years off the case (opened "
                    f"{viewed.case.caseload.opened_on}): look at its year"
                ),
                evidence=(of,),
                day=day,
            )
    for hearing in viewed.case.hearings:
        day, name = day_at_court(hearing.at, zones), hearing.hearing_id
        if hearing.has_date and day < hearing.setting.set_on:
            yield Found(
                text=(
                    f"hearing {name!r} is on {day}, before it was set "
                    f"({hearing.setting.set_on}): one of the two days is wrong"
                ),
                evidence=(f"hearing:{name}",),
                day=day,
            )


def _days(viewed: Viewed, zones: tuple[str, ...]) -> Iterator[tuple[str, date]]:
    """Give the days of a case, each with what it is of."""
    case = viewed.case
    for entry in case.docket:
        if entry.stands:
            yield f"event:{entry.event_id}", entry.happened_on
    for hearing in case.hearings:
        yield f"hearing:{hearing.hearing_id}", day_at_court(hearing.at, zones)
    for item in viewed.agenda.open:
        if item.dates.shown is not None:
            yield f"deadline:{item.deadline.deadline_id}", item.dates.shown
    for kept in case.clocks.clocks:
        for _, day in kept.started:
            yield f"clock:{kept.clock_id}", day


def _is_far(viewed: Viewed, day: date) -> bool:
    near = [viewed.case.caseload.opened_on.toordinal(), viewed.on.toordinal()]
    return not min(near) - _FAR <= day.toordinal() <= max(near) + _FAR


OF_DATES: Final = (
    Check(
        code="hearing-by-another-clock",
        severity="critical",
        what="a hearing falls on another day by the court's clock than by its own",
        authority=DILIGENCE,
        asks=(LAW,),
        find=by_another_clock,
    ),
    Check(
        code="odd-day",
        severity="warning",
        what="a day lies decades off the case, or a hearing before it was set",
        find=odd_day,
    ),
    Check(
        code="odd-hour",
        severity="warning",
        what="a hearing is set for an hour at which hardly any court sits",
        find=odd_hour,
    ),
    Check(
        code="odd-service",
        severity="warning",
        what="a paper was served before the case began",
        find=odd_service,
    ),
)
