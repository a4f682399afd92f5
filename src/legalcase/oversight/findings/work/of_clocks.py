"""What can be wrong with the statutory clocks of a case, as the law counts them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from legalcase.errors import LegalCaseError
from legalcase.oversight.authorities import DILIGENCE
from legalcase.oversight.findings.check import LAW, Check, Found
from legalcase.scheduling.clocks import clock_of, projected_clocks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.authority import Authority
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.oversight.findings.check import Viewed
    from legalcase.scheduling.clocks import StatutoryClock

__all__ = ["OF_CLOCKS"]

#: How long before its last day a clock is said to be near it.
_NEAR: Final = timedelta(days=14)
_MINIMUM: Final = "not-earlier-than"


def _counted(case: Case, law: Law, clock_id: str) -> StatutoryClock | str:
    """Return a clock as the law makes it, or why it cannot be counted."""
    try:
        return clock_of(case, law, clock_id)
    except LegalCaseError as error:
        return type(error).__name__


def _running(viewed: Viewed) -> Iterator[tuple[str, StatutoryClock | str]]:
    """Return the clocks that run, by id: what ended, or another succeeds, is over."""
    if viewed.law is None:
        return
    room = viewed.case.clocks
    for kept in room.clocks:
        if kept.state == "running" and room.successor_of(kept.clock_id) is None:
            counted = _counted(viewed.case, viewed.law, kept.clock_id)
            yield kept.clock_id, counted


def _last_days(viewed: Viewed) -> Iterator[tuple[str, date, date, Authority]]:
    """Return (id, last day, that under every reading, rule's authority) of each.

    What is open is taken as if it ended on the day that is looked at: from then on the
    days count, so that the last day can only come as near as that.
    """
    for clock_id, clock in _running(viewed):
        if isinstance(clock, str) or clock.rule.bound == _MINIMUM:
            continue
        last = clock.last_day(on=viewed.on)
        if last is not None:
            yield clock_id, last, clock.safe(on=viewed.on), clock.rule.authority


def over(viewed: Viewed) -> Iterator[Found]:
    """Find clocks whose last day is over, under the adopted or another reading."""
    for clock_id, last, safe, authority in _last_days(viewed):
        if safe < viewed.on:
            which = "" if last < viewed.on else " under one reading"
            day = safe if which else last
            yield Found(
                text=(
                    f"clock {clock_id!r} runs, and its last day was {day}{which}, by "
                    "what is recorded"
                ),
                evidence=(f"clock:{clock_id}",),
                day=day,
                authority=authority,
            )


def near(viewed: Viewed) -> Iterator[Found]:
    """Find clocks whose last day is not far off."""
    for clock_id, _, safe, authority in _last_days(viewed):
        if viewed.on <= safe <= viewed.on + _NEAR:
            left = (safe - viewed.on).days
            days = f"{left} days" if left != 1 else "1 day"
            yield Found(
                text=f"clock {clock_id!r} has its last day on {safe}, in {days}",
                evidence=(f"clock:{clock_id}",),
                day=safe,
                authority=authority,
            )


def open_question(viewed: Viewed) -> Iterator[Found]:
    """Find clocks of which authorities differ, so that the last day is another."""
    if viewed.law is None:
        return
    for clock in projected_clocks(viewed.case, viewed.law, on=viewed.on):
        for day, question, answer, authority in clock.questions:
            yield Found(
                text=(
                    f"clock {clock.clock_id!r} has its day on {clock.adopted}, and on "
                    f"{day} if: {question} {answer} ({authority})"
                ),
                evidence=(f"clock:{clock.clock_id}",),
                day=day,
                authority=clock.authority,
            )


def not_counted(viewed: Viewed) -> Iterator[Found]:
    """Find clocks that the law which was passed cannot count."""
    for clock_id, clock in _running(viewed):
        if isinstance(clock, str):
            yield Found(
                text=(
                    f"clock {clock_id!r} cannot be counted by this law ({clock}); "
                    "look at its rule, its starts and its exclusions"
                ),
                evidence=(f"clock:{clock_id}",),
            )


def without_ground(viewed: Viewed) -> Iterator[Found]:
    """Find time that is said to be excluded, and counts: what it needs is missing."""
    said: dict[str, tuple[str, str]] = {}
    room = viewed.case.clocks
    for clock_id, clock in _running(viewed):
        if isinstance(clock, str):
            continue
        needs = {one.id: one.needs for one in clock.rule.exclusions}
        for kept in room.exclusions_of(clock_id):
            if kept.state == "set-aside":
                continue
            need = needs.get(kept.basis)
            has_finding = kept.holds(kept.finding)
            has_order = has_finding or kept.holds(kept.order)
            if need == "finding" and not has_finding:
                said.setdefault(kept.exclusion_id, (clock_id, "a finding"))
            elif need == "order" and not has_order:
                said.setdefault(kept.exclusion_id, (clock_id, "an order"))
    for exclusion_id, (clock_id, need) in said.items():
        yield Found(
            text=(
                f"exclusion {exclusion_id!r} takes nothing out of clock {clock_id!r}: "
                f"{need} of the court is needed, and none stands"
            ),
            evidence=(f"exclusion:{exclusion_id}", f"clock:{clock_id}"),
        )


OF_CLOCKS: Final = (
    Check(
        code="clock-near",
        severity="warning",
        what="a statutory clock has its last day within fourteen days",
        authority=DILIGENCE,
        asks=(LAW,),
        find=near,
    ),
    Check(
        code="clock-not-counted",
        severity="warning",
        what="the law that was passed cannot count a statutory clock",
        authority=DILIGENCE,
        asks=(LAW,),
        find=not_counted,
    ),
    Check(
        code="clock-over",
        severity="critical",
        what="a statutory clock runs, and its last day is over",
        authority=DILIGENCE,
        asks=(LAW,),
        find=over,
    ),
    Check(
        code="clock-question",
        severity="warning",
        what="authorities differ on a statutory clock, and its last day with them",
        asks=(LAW,),
        find=open_question,
    ),
    Check(
        code="clock-without-ground",
        severity="critical",
        what="excluded time counts, for want of a finding or an order",
        authority=DILIGENCE,
        asks=(LAW,),
        find=without_ground,
    ),
)
