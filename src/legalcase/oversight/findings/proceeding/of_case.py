"""What can be wrong with a case as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.dates import own_day
from legalcase.kernel.events.event import WITHHELD
from legalcase.model.caseload.state import CaseStatus
from legalcase.model.hearings.state import HearingState
from legalcase.model.linting import lint
from legalcase.oversight.findings.check import Found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.oversight.findings.check import Viewed

__all__: list[str] = []

#: Nothing has to happen next in a case that is over.
_OVER = (CaseStatus.DISPOSED, CaseStatus.CLOSED)


def no_next_event(viewed: Viewed) -> Iterator[Found]:
    """Find a case that goes on although nothing in it lies ahead: it is forgotten."""
    case = viewed.case
    if case.status in _OVER:
        return
    days = [
        item.dates.shown for item in viewed.agenda.open if item.dates.shown is not None
    ]
    days += [
        item.dates.shown
        for item in viewed.agenda.open_tasks
        if item.dates.shown is not None
    ]
    days += [own_day(one.at) for one in case.hearings if one.state is HearingState.SET]
    if any(day >= viewed.on for day in days):
        return
    last = own_day(case.recorded_at)
    yield Found(
        text=(
            f"nothing lies ahead in the case, which is {case.status}; its last line "
            f"was recorded on {last}"
        ),
        evidence=(f"case:{case.case_id}",),
    )


def lines_unread(viewed: Viewed) -> Iterator[Found]:
    """Find kinds of lines that were passed over: nothing was asked of what they say."""
    # What is withheld from a reader, no other model brings.
    kinds = [kind for kind in viewed.case.unread if kind != WITHHELD]
    if kinds:
        model = ""
        if any(kind.startswith(("practice/", "practice-fenced/")) for kind in kinds):
            model = ": model=legalcase.practice.MODEL"
        yield Found(
            text=(
                f"lines of {len(kinds)} kinds were passed over ({', '.join(kinds)}); "
                f"read the case with a model that has their rooms{model}"
            ),
            evidence=(f"case:{viewed.case.case_id}",),
        )


def hearing_not_recorded(viewed: Viewed) -> Iterator[Found]:
    """Find hearings that were set for a day that is over."""
    for hearing in viewed.case.hearings:
        day = own_day(hearing.at)
        if hearing.state is HearingState.SET and day < viewed.on:
            yield Found(
                text=(
                    f"hearing {hearing.hearing_id!r} was set for {day}, and nothing "
                    "was recorded since"
                ),
                evidence=(f"hearing:{hearing.hearing_id}",),
                day=day,
            )


def hearing_day_uncovered(viewed: Viewed) -> Iterator[Found]:
    """Find what falls on the day of a hearing, and not somebody stands in for.

    Whoever does the work is in court then.
    """
    hearings: dict[object, list[str]] = {}
    for hearing in viewed.case.hearings:
        if hearing.state is HearingState.SET and own_day(hearing.at) >= viewed.on:
            hearings.setdefault(own_day(hearing.at), []).append(hearing.hearing_id)
    for item in viewed.agenda.open:
        terms, day = item.deadline.terms, item.dates.shown
        names = hearings.get(day, [])
        lacks = [
            word
            for word, person in (("owner", terms.owner), ("backup", terms.backup))
            if person is None
        ]
        if names and lacks:
            of = " and ".join(repr(name) for name in names)
            yield Found(
                text=(
                    f"deadline {item.deadline.deadline_id!r} falls on {day}, the day "
                    f"of hearing {of}, and has no {' and no '.join(lacks)}"
                ),
                evidence=(
                    f"deadline:{item.deadline.deadline_id}",
                    *(f"hearing:{name}" for name in names),
                ),
                day=day,
                person=terms.owner,
            )


def claim_against_who_left(viewed: Viewed) -> Iterator[Found]:
    """Find claims that are pending by or against somebody who is not in the case."""
    people = viewed.case.people.participants
    for claim in viewed.case.claims:
        gone: dict[str, date] = {}
        for pair in claim.pairs():
            for name in pair:
                party = people.find(name)
                left_on = None if party is None else party.left_on
                if left_on is not None and left_on <= viewed.on:
                    gone[name] = left_on
        for name, day in gone.items():
            side = "against" if name in claim.against else "of"
            yield Found(
                text=(
                    f"claim {claim.claim_id!r} is pending {side} {name!r}, who left "
                    f"the case on {day}: record how it was disposed of, or who is in "
                    "the party's place"
                ),
                evidence=(f"claim:{claim.claim_id}", f"party:{name}"),
                day=day,
            )


def unknown_word(viewed: Viewed) -> Iterator[Found]:
    """Find words that the vocabulary lacks; it needs the law, and the file."""
    if viewed.law is None or viewed.file is None:
        return
    for one in lint(viewed.file, viewed.law):
        yield Found(
            text=f"line {one.number} ({one.kind}), {one.field}: {one.why}",
            evidence=(f"event:{one.event_id}",),
        )
