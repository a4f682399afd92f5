"""How events change where a case stands, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.caseload.counts import check_counts
from legalcase.model.caseload.events import (
    AppealTaken,
    CaseClosed,
    CaseDisposed,
    CaseReactivated,
    CaseReopened,
    CasesConsolidated,
    CaseSevered,
    CaseStayed,
    CourtAssigned,
    NumberAssigned,
)
from legalcase.model.caseload.handlers_bench import left_behind
from legalcase.model.caseload.state import (
    Caseload,
    CaseStatus,
    Change,
    Link,
    Sitting,
    Stay,
)
from legalcase.model.docket.events import Filed

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.caseload.events import (
        CaptionChanged,
        CaseLinked,
        CaseOpened,
        CaseTransferred,
        CaseUnlinked,
    )

__all__ = ["CASE", "NO_STAY", "STAY"]

#: Where a case can stand, as a whole and for each of its parties. Stays lie over it.
CASE: Final = Lifecycle(
    noun="case",
    first="pre-filing",
    moves=(
        Move(Filed, ("pre-filing",), "active"),
        Move(NumberAssigned, ("pre-filing",), "active"),
        Move(CaseDisposed, ("active",), "disposed"),
        Move(CaseReopened, ("disposed", "closed"), "active"),
        Move(CaseClosed, ("pre-filing", "disposed"), "closed"),
    ),
)

#: Whether a stay of the case, or of it as to some parties, holds.
STAY: Final = Lifecycle(
    noun="stay of case",
    first="none",
    moves=(
        Move(CaseStayed, ("none", "stayed"), "stayed"),
        Move(CaseReactivated, ("stayed",), "none"),
    ),
)


def opened(_: Caseload, event: CaseOpened, line: Recorded, __: Folded) -> Caseload:
    """Return how a case stands that was opened."""
    day = event.happened_on
    caseload = Caseload(
        caption=event.caption,
        caption_label=line.label,
        opened_on=day,
        forum=event.forum,
        proceeding=event.proceeding,
        sittings=(Sitting(from_on=day, court=event.court, number=event.number),),
    )
    if event.number is None:
        change = Change(to=CaseStatus.PRE_FILING, on=day, event_id=line.event_id)
        return evolve(caseload, history=(change,))
    return _begun(caseload, day, line)


def _begun(caseload: Caseload, day: date, line: Recorded) -> Caseload:
    change = Change(
        to=CaseStatus.ACTIVE, on=day, event_id=line.event_id, count="new-filing"
    )
    return evolve(
        caseload, standing=CaseStatus.ACTIVE, history=(*caseload.history, change)
    )


def filed(caseload: Caseload, event: Filed, line: Recorded, _: Folded) -> Caseload:
    """Return how a case stands after a filing: the first one begins it."""
    if caseload.standing != CaseStatus.PRE_FILING:
        return caseload
    return _begun(caseload, event.happened_on, line)


def _sits(caseload: Caseload, day: date, **changes: Any) -> Caseload:
    new = evolve(caseload.sittings[-1], from_on=day, **changes)
    return evolve(caseload, sittings=(*caseload.sittings, new))


def court_assigned(
    caseload: Caseload, event: CourtAssigned, _: Recorded, __: Folded
) -> Caseload:
    """Return how a case stands that got a court."""
    caseload = _sits(caseload, event.happened_on, court=event.court)
    return evolve(caseload, forum=event.forum or caseload.forum)


def numbered(
    caseload: Caseload, event: NumberAssigned, line: Recorded, _: Folded
) -> Caseload:
    """Return how a case stands that got a number."""
    new = _sits(caseload, event.happened_on, number=event.number)
    if caseload.standing == CaseStatus.PRE_FILING:
        return _begun(new, event.happened_on, line)
    return new


def caption_changed(
    caseload: Caseload, event: CaptionChanged, line: Recorded, _: Folded
) -> Caseload:
    """Return the case under another name.

    Whoever could not see the last one does not see this one either, unless its line
    says so by a label of its own.
    """
    label = caseload.caption_label if line.label is None else line.label
    return evolve(caseload, caption=event.caption, caption_label=label)


def transferred(
    caseload: Caseload, event: CaseTransferred, line: Recorded, _: Folded
) -> Caseload:
    """Return how a case stands in another court: its judge and number are new."""
    day = event.happened_on
    caseload = _sits(caseload, day, court=event.court, number=event.number, judge=None)
    caseload = evolve(caseload, forum=event.forum or caseload.forum)
    caseload = left_behind(caseload, day)
    return _linked(caseload, event, line, court=event.court)


def consolidated(
    caseload: Caseload, event: CasesConsolidated, line: Recorded, _: Folded
) -> Caseload:
    """Return the case with those with which it was consolidated."""
    if event.lead not in (*event.cases, line.stream.partition(":")[2]):
        msg = (
            f"The leading case {event.lead!r} is neither this one nor one of cases. "
            "Name it in cases as well."
        )
        raise InvalidValueError(msg, field="lead", value=event.lead)
    cases = (event.lead, *(case for case in event.cases if case != event.lead))
    return _linked(caseload, event, line, cases=cases)


def severed(
    caseload: Caseload, event: CaseSevered, line: Recorded, _: Folded
) -> Caseload:
    """Return the case with the one that was severed from it."""
    return _linked(caseload, event, line, cases=(event.into,), of=event.of)


def appealed(
    caseload: Caseload, event: AppealTaken, line: Recorded, _: Folded
) -> Caseload:
    """Return the case with an appeal from it."""
    cases = () if event.number is None else (event.number,)
    return _linked(caseload, event, line, court=event.court, cases=cases, of=event.by)


def linked(
    caseload: Caseload, event: CaseLinked, line: Recorded, _: Folded
) -> Caseload:
    """Return the case with another one to which it was linked."""
    if event.case == line.stream.partition(":")[2]:
        msg = (
            f"The case {event.case!r} is linked to itself. Name the other one in case."
        )
        raise InvalidValueError(msg, field="case", value=event.case)
    link = Link(
        kind=event.link,
        on=event.happened_on,
        event_id=line.event_id,
        cases=(event.case,),
    )
    return evolve(caseload, links=(*caseload.links, link))


def unlinked(
    caseload: Caseload, event: CaseUnlinked, line: Recorded, _: Folded
) -> Caseload:
    """Return the case without a link that it had: the last such one ends."""
    links = list(caseload.links)
    for place in reversed(range(len(links))):
        link = links[place]
        if link.word == event.link and event.case in link.standing:
            ended = (*link.ended, (event.case, event.happened_on))
            links[place] = evolve(link, ended=ended)
            return evolve(caseload, links=tuple(links))
    subject = line.stream.partition(":")[2]
    msg = (
        f"The case {subject!r} is not {event.link} with regard to {event.case!r}. See "
        "its links for what it is."
    )
    raise IllegalTransitionError(
        msg, subject=subject, state="unlinked", step="CaseUnlinked"
    )


def _linked(caseload: Caseload, event: Event, line: Recorded, **said: Any) -> Caseload:
    link = Link(kind=line.kind, on=event.happened_on, event_id=line.event_id, **said)
    return evolve(caseload, links=(*caseload.links, link))


#: Before the court has a case, and when all are done with it, there is no stay.
NO_STAY: Final = (CaseStatus.PRE_FILING, CaseStatus.CLOSED)


def stayed(
    caseload: Caseload, event: CaseStayed, line: Recorded, _: Folded
) -> Caseload:
    """Return how a case stands after a stay, which a closed one cannot get."""
    for party in event.of or (None,):
        standing = caseload.status_of(party)
        if standing in NO_STAY:
            raise _refusal(line, standing, "stayed")
    stay = Stay(
        event_id=line.event_id,
        from_on=event.happened_on,
        of=event.of,
        ground=event.ground,
    )
    was = caseload.status
    new = evolve(caseload, stays=(*caseload.stays, stay))
    is_first = event.of or was is CaseStatus.ACTIVE
    count = "placed-on-inactive-status" if is_first else None
    if not event.of and was is CaseStatus.DISPOSED:
        count = None
    return _noted(new, event, line, str(CaseStatus.INACTIVE), count)


def _refusal(line: Recorded, standing: str, step: str) -> IllegalTransitionError:
    subject = line.stream.partition(":")[2]
    msg = (
        f"The case {subject!r} is {standing} and cannot be {step}. Look at what was "
        f"recorded up to line {line.number - 1}."
    )
    return IllegalTransitionError(msg, subject=subject, state=standing, step=step)


def _noted(
    caseload: Caseload, event: Any, line: Recorded, to: str, count: str | None
) -> Caseload:
    change = Change(
        to=to,
        on=event.happened_on,
        event_id=line.event_id,
        of=event.of,
        counts=getattr(event, "counts", ()),
        count=count,
    )
    return evolve(caseload, history=(*caseload.history, change))


def reactivated(
    caseload: Caseload, event: CaseReactivated, line: Recorded, _: Folded
) -> Caseload:
    """Return how a case stands after stays were lifted."""
    named = None if event.stay is None else event.stay.id
    lifted = caseload.stays_meant(event.of, named)
    if not lifted:
        raise _refusal(line, str(caseload.status), "reactivated: no such stay holds")
    day = event.happened_on
    stays: list[Stay] = []
    for stay in caseload.stays:
        if stay not in lifted:
            stays.append(stay)
            continue
        left = tuple(party for party in stay.of if party not in event.of)
        if event.of and not stay.of:
            msg = (
                f"The stay {stay.event_id!r} is of the whole case and cannot be lifted "
                "for some parties. Lift it, and stay the case as to the others."
            )
            raise InvalidValueError(msg, field="of", value=None)
        gone = stay.of
        if event.of and left:
            stays.append(evolve(stay, of=left))
            gone = tuple(party for party in stay.of if party in event.of)
        stays.append(evolve(stay, of=gone, lifted_on=day, lifted_by=line.event_id))
    was = caseload.status
    new = evolve(caseload, stays=tuple(stays))
    is_back = event.of or (was is not new.status and new.status is CaseStatus.ACTIVE)
    count = "reactivated" if is_back else None
    return _noted(new, event, line, str(new.status), count)


def moved(caseload: Caseload, event: Any, line: Recorded, before: Folded) -> Caseload:
    """Return how a case stands after it was disposed of, reopened or closed."""
    if isinstance(event, CaseDisposed):
        check_counts(event, before)
    kind: type[Event] = type(event)
    of: tuple[str, ...] = getattr(event, "of", ())
    subject = line.stream.partition(":")[2]
    count = _count(caseload, kind, of)
    if not of:
        to = CASE.after(kind, str(caseload.standing), subject)
        was_inactive = caseload.status is CaseStatus.INACTIVE
        if kind is CaseDisposed and was_inactive:
            # It leaves the inactive list to be disposed of, and is counted so.
            caseload = _noted(caseload, event, line, "active", "reactivated")
            caseload = evolve(caseload, stays=_all_lifted(caseload, event, line))
        caseload = evolve(caseload, standing=CaseStatus(to), apart=())
        if kind is CaseClosed:
            change = Change(to=to, on=event.happened_on, event_id=line.event_id)
            return evolve(caseload, history=(*caseload.history, change))
        return _noted(caseload, event, line, to, count)
    apart = dict(caseload.apart)
    for party in of:
        apart[party] = CASE.after(
            kind, apart.get(party, str(caseload.standing)), f"{subject}, as to {party}"
        )
    to = apart[of[0]]
    same = str(caseload.standing)
    rest = tuple((party, place) for party, place in apart.items() if place != same)
    return _noted(evolve(caseload, apart=rest), event, line, to, count)


def _all_lifted(
    caseload: Caseload, event: CaseDisposed, line: Recorded
) -> tuple[Stay, ...]:
    return tuple(
        evolve(stay, lifted_on=event.happened_on, lifted_by=line.event_id)
        if stay.lifted_by is None and not stay.of
        else stay
        for stay in caseload.stays
    )


def _count(caseload: Caseload, kind: type[Event], of: tuple[str, ...]) -> str | None:
    if kind is CaseReopened:
        return "reopened"
    if kind is CaseDisposed:
        party = of[0] if of else None
        before = caseload.reopened(party) > 0
        return "reopened-disposition" if before else "entry-of-judgment"
    return None
