"""clashes: who, over several cases, would have to be in two places at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.dates import DateRange, own_day
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.model.case import Case
from legalcase.model.hearings.state import Hearing, HearingState
from legalcase.oversight.logistics.clash import Booking, Clash, Clashes, said_of
from legalcase.oversight.logistics.lasting import Lasting
from legalcase.oversight.logistics.taken import Taken, folded, taken_by
from legalcase.oversight.seen import (
    Absences,
    cases_of,
    check_inside,
    is_admitted,
    range_of,
)
from legalcase.practice.proof.witnesses.facet import WITNESSES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.model.case_file import CaseFile

__all__ = ["clashes"]

_PAIR: Final = 2


@frozen
class _Sitting:
    """A hearing of a case, whom it takes, and the time that it takes."""

    case: Case
    hearing: Hearing
    span: tuple[datetime, datetime]
    is_in: bool
    is_known: bool

    def booking(self, role: str) -> Booking:
        return Booking(
            case_id=self.case.case_id,
            hearing_id=self.hearing.hearing_id,
            role=role,
            at=self.hearing.at,
            until=self.span[1] if self.is_known else None,
        )


def clashes(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    lasts: str | timedelta | Mapping[str, timedelta],
    absences: Mapping[str, Iterable[DateRange]] | None = None,
    attending: Mapping[str, Iterable[tuple[str, str]]] | None = None,
    audience: str = "firm",
) -> Clashes:
    """Return who and what is taken twice at once by hearings of several cases.

    Looked at are hearings that are set for a day of `during` (a first and a last day,
    both included, by the clock that each hearing bears). They take judge and courtroom,
    within one court (where a hearing names no judge, the one to whom the case is
    assigned that day); counsel of the parties whom they concern; a party in custody; an
    interpreter who was found for one; witnesses who are expected there. Whom else of
    the team a hearing takes, `attending` says: by person, pairs of the ids of case and
    hearing. `absences` are ranges of days by person. People are the same by their id,
    or by the name where there is none.

    No log says how long a hearing lasts, so `lasts` does: ``"instant"``,
    ``"half-day"``, ``"day"``, a `timedelta`, or one for each kind of hearing; of a
    kind that is not there, only the beginning counts. `audience` is ``"firm"`` or
    ``"owner"``. Raises `InvalidTypeError`, `InvalidValueError` or `UnknownNameError`
    for what is none of these.
    """
    days = range_of(during, "during")
    lasting = Lasting.of(lasts)
    check_inside(audience, "Who is to be where")
    spells = Absences.of(absences)
    looked_at = cases_of(cases)
    team = _attending(attending, looked_at)
    sittings = tuple(_sittings(looked_at, days, lasting))
    by_cases = [tuple(taken_by(one.case, one.hearing)) for one in sittings]
    ids = {one.key for several in by_cases for one in several}
    taken: dict[tuple[str, ...], list[tuple[_Sitting, Taken]]] = {}
    rows: list[Clash] = []
    for sitting, by_case in zip(sittings, by_cases, strict=True):
        seen: dict[tuple[str, ...], Taken] = {}
        hearing = (sitting.case.case_id, sitting.hearing.hearing_id)
        ours = [_ours(person, ids) for person in team.get(hearing, ())]
        for one in (*by_case, *ours):
            seen.setdefault((one.sort, *one.key), one)
            if sitting.is_in and one.witness_id is not None:
                rows += _unavailable(sitting, one, audience)
        for key, one in seen.items():
            taken.setdefault(key, []).append((sitting, one))
            if sitting.is_in and one.sort in ("person", "judge"):
                rows += _away(sitting, one, spells, audience)
    for several in taken.values():
        rows += _twice(several, audience)
    within = [one for one in sittings if one.is_in]
    return Clashes(
        during=days,
        decided=lasting.said,
        rows=tuple(sorted(rows, key=_order)),
        cases=len(looked_at),
        hearings=len(within),
        begun_only=()
        if lasting.word
        else tuple(one.booking("").ref for one in within if not one.is_known),
        undated=tuple(
            f"{case.case_id}/hearing:{one.hearing_id}"
            for case in looked_at
            for one in case.hearings
            if one.state is HearingState.CONTINUED
        ),
    )


def _order(one: Clash) -> tuple[object, ...]:
    return (one.first.at, one.first.ref, one.kind, one.ref, one.evidence)


def _sittings(
    cases: tuple[Case, ...], days: DateRange, lasting: Lasting
) -> Iterator[_Sitting]:
    for case in cases:
        for hearing in case.hearings:
            if hearing.state is not HearingState.SET:
                continue
            day = own_day(hearing.at)
            # What begins on a day beside, by another clock, can still meet it.
            if (day - days.start).days >= -1 and (day - days.stop).days <= 0:
                span, knows = lasting.span(hearing), lasting.knows(hearing)
                yield _Sitting(case, hearing, span, day in days, knows)


def _attending(
    given: Any,  # noqa: ANN401 - refused here
    cases: tuple[Case, ...],
) -> dict[tuple[str, str], list[str]]:
    """Return whom of the team each hearing takes, as the caller says."""
    found: dict[tuple[str, str], list[str]] = {}
    by_id = {one.case_id: one for one in cases}
    advice = "Pass {'A. Lawyer': [('case-1', 'trial')]}."
    if given is not None and not isinstance(given, Mapping):
        msg = (
            f"attending needs hearings by person, not {type(given).__name__}. {advice}"
        )
        raise InvalidTypeError(msg, field="attending", value=None)
    for person, pairs in (given or {}).items():
        for pair in pairs if isinstance(pairs, Iterable) else (pairs,):
            is_pair = isinstance(pair, tuple) and len(pair) == _PAIR
            if not is_pair or not isinstance(person, str):
                msg = (
                    "attending has something that is no person with pairs of the ids "
                    f"of a case and of a hearing of it. {advice}"
                )
                raise InvalidTypeError(msg, field="attending", value=None)
            case_id, hearing_id = pair
            if case_id not in by_id:
                raise _no_case(str(case_id), tuple(by_id))
            hearing = by_id[case_id].hearings[hearing_id]
            found.setdefault((case_id, hearing.hearing_id), []).append(person)
    return found


def _no_case(case_id: str, known: tuple[str, ...]) -> UnknownNameError:
    hint = "Pass the case as well, or leave the hearing out."
    return UnknownNameError.of("case", case_id, known, hint)


def _ours(person: str, keys: set[tuple[str, ...]]) -> Taken:
    """Return somebody of the team: by the id, where a case knows one like that."""
    by_id = ("id", person)
    return Taken(
        sort="person",
        key=by_id if by_id in keys else ("name", folded(person)),
        role="of our team",
        ref="attending",
        name=person,
    )


def _who(one: Taken, audience: str) -> str | None:
    return one.name if is_admitted(one.label, audience) else None


def _unavailable(sitting: _Sitting, one: Taken, audience: str) -> Iterator[Clash]:
    witness_id = one.witness_id or ""
    day = own_day(sitting.hearing.at)
    if sitting.case[WITNESSES].can_come(witness_id, day) is not False:
        return
    booking = sitting.booking(one.role)
    yield Clash(
        kind="unavailable",
        who=_who(one, audience),
        ref=one.ref,
        first=booking,
        text=said_of("unavailable"),
        evidence=(booking.ref, f"{booking.case_id}/{one.ref}"),
    )


def _away(
    sitting: _Sitting, one: Taken, spells: Absences, audience: str
) -> Iterator[Clash]:
    spell = spells.of_person(one.name, own_day(sitting.hearing.at))
    if spell is None and one.sort == "person" and one.key[0] == "id":
        spell = spells.of_person(one.key[1], own_day(sitting.hearing.at))
    if spell is None:
        return
    booking = sitting.booking(one.role)
    text = f"{said_of('absence')}, {spell.start} to {spell.last}"
    yield Clash(
        kind="absence",
        who=_who(one, audience),
        ref=one.ref,
        first=booking,
        text=f"{text}; another counsel can go" if one.is_covered else text,
        evidence=(booking.ref, f"{booking.case_id}/{one.ref}"),
        is_eased=one.is_covered,
    )


def _twice(several: list[tuple[_Sitting, Taken]], audience: str) -> Iterator[Clash]:
    """Give each two hearings that take the same at once."""
    several = sorted(several, key=lambda pair: pair[0].span)
    for place, (one, first) in enumerate(several):
        for other, second in several[place + 1 :]:
            # Its end does not belong to it; what begins with it meets it all the same.
            if other.span[0] > one.span[0] and other.span[0] >= one.span[1]:
                break  # nor does any of those that begin later meet it
            if not (one.is_in or other.is_in):
                continue
            if first.sort == "courtroom" and _are_apart(one.hearing, other.hearing):
                continue
            yield _clash(one, first, other, second, audience)


def _clash(
    one: _Sitting, first: Taken, other: _Sitting, second: Taken, audience: str
) -> Clash:
    bookings = one.booking(first.role), other.booking(second.role)
    kind = first.sort
    easing = []
    if kind != "courtroom" and _is_one_room(one, other):
        easing.append("in one courtroom")
    if first.is_covered or second.is_covered:
        easing.append("another counsel can go")
    # Whoever may not see one of the two names is told where they stand, by neither.
    may_see = is_admitted(first.label, audience) and is_admitted(second.label, audience)
    return Clash(
        kind=kind,
        who=first.name if may_see else None,
        ref=first.ref,
        first=bookings[0],
        second=bookings[1],
        text="; ".join([said_of(kind), *easing]),
        evidence=tuple(
            dict.fromkeys(
                (
                    bookings[0].ref,
                    bookings[1].ref,
                    f"{bookings[0].case_id}/{first.ref}",
                    f"{bookings[1].case_id}/{second.ref}",
                )
            )
        ),
        is_eased=bool(easing),
    )


def _are_apart(one: Hearing, other: Hearing) -> bool:
    """Tell whether two hearings are in different buildings, as far as both say so."""
    places = {folded(each) for each in (one.place, other.place) if each is not None}
    return len(places) > 1


def _is_one_room(one: _Sitting, other: _Sitting) -> bool:
    rooms = [each.hearing.setting.courtroom for each in (one, other)]
    is_one = len({folded(each) for each in rooms if each is not None}) == 1
    is_one = is_one and None not in rooms
    is_one_court = one.case.court == other.case.court
    return is_one and is_one_court and not _are_apart(one.hearing, other.hearing)
