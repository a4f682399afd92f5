"""How events change the stage, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.people.events import PartyJoined
from legalcase.model.people.facet import PEOPLE
from legalcase.model.stage.events import StageEntered, StageTableAdopted
from legalcase.model.stage.needs import Had, subjects_of
from legalcase.model.stage.state import OURS, Stage, StageChange

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.caseload.events import CaseDisposed, CaseReopened
    from legalcase.model.people.events import PartyLeft, RoleTaken

__all__ = [
    "TABLE_CYCLE",
    "adopted",
    "checked",
    "disposed",
    "entered",
    "joined",
    "left",
    "reopened",
    "standing",
]

#: Whether stages are kept at all. Which there are, the table says that is adopted.
TABLE_CYCLE: Final = Lifecycle(
    noun="stage table",
    first="none",
    moves=(Move(StageTableAdopted, ("none", "adopted"), "adopted"),),
)


def standing(stage: Stage | None) -> tuple[tuple[str, str], ...]:
    """Return whether a table was adopted."""
    return (("", "none" if stage is None else "adopted"),)


def adopted(
    stage: Stage | None, event: StageTableAdopted, line: Recorded, before: Folded
) -> Stage:
    """Return the stage by a table that was adopted, for all who are there."""
    table = event.table
    if event.at is not None:
        table.check_place(event.at, "at")
    whole = event.at or (table.first if stage is None else stage.whole)
    old = {} if stage is None else dict(stage.places)
    places = {party: event.at or place for party, place in old.items()}
    people = before[PEOPLE]
    for one in people.participants:
        if set(table.each) & set(one.roles):
            places.setdefault(one.party_id, whole)
    for place in (whole, *places.values()):
        if place not in table.places:
            msg = (
                f"Somebody stands at {place!r}, which is no stage of "
                f"{table.table_id!r}. Say by at= where the case stands."
            )
            raise InvalidValueError(msg, field="at", value=None)
    change = StageChange(to=whole, on=event.happened_on, event_id=line.event_id)
    gone = {one.party_id for one in people.participants if one.left_on is not None}
    return Stage(
        table=table,
        whole=whole,
        places=tuple(places.items()),
        gone=frozenset(gone),
        disposed=frozenset() if stage is None else stage.disposed,
        history=(*(() if stage is None else stage.history), change),
    )


def entered(
    stage: Stage | None, event: StageEntered, line: Recorded, _: Folded
) -> Stage:
    """Return the stage after one was entered, along a move of the table."""
    case_id = line.stream.partition(":")[2]
    if stage is None:
        msg = (
            f"The case {case_id!r} keeps no stages: there is no table. Record "
            "StageTableAdopted first."
        )
        raise IllegalTransitionError(
            msg, subject=case_id, state="none", step="StageEntered"
        )
    stage.table.check_place(event.to, "to")
    _check_own(stage, event.of)
    whom = subjects_of(stage, event.of, event.to)
    if not whom:
        raise _refusal(stage, case_id, stage.place, event.to)
    if event.skips is None:
        for party in whom:
            place = stage.of(party) if party else stage.whole
            if not stage.table.moves_between(place, event.to):
                raise _refusal(stage, party or case_id, place, event.to)
    places = dict(stage.places)
    # What ends for the case as a whole ends for everybody.
    ends = not event.of and event.to in stage.table.finals
    moving = [*places, *whom] if ends else whom
    places.update(dict.fromkeys((party for party in moving if party), event.to))
    came_from = dict.fromkeys(
        stage.of(party) if party else stage.whole for party in whom
    )
    change = StageChange(
        to=event.to,
        on=event.happened_on,
        event_id=line.event_id,
        of=tuple(party for party in whom if party),
        leaves=tuple(came_from),
        skips=event.skips,
        label=borne(line.label, kind=OURS),
    )
    return evolve(
        stage,
        whole=stage.whole if event.of else event.to,
        places=tuple(places.items()),
        history=(*stage.history, change),
    )


def _check_own(stage: Stage, of: tuple[str, ...]) -> None:
    """Refuse a party that has no stage of its own, where the table says who has."""
    for party in of:
        if stage.table.each and party not in dict(stage.places):
            msg = (
                f"The party {party!r} has no stage of its own: by "
                f"{stage.table.table_id!r} only those have who are "
                f"{' or '.join(stage.table.each)}. Record RoleTaken, or leave it out."
            )
            raise InvalidValueError(msg, field="of", value=party)


def _refusal(stage: Stage, subject: str, place: str, to: str) -> IllegalTransitionError:
    onward = ", ".join(sorted(stage.table.reachable(place)))
    way = (
        f"From there only these follow: {onward}."
        if onward
        else "Nothing follows from there."
    )
    msg = (
        f"The stage of {subject!r} is {place}, and {to} cannot follow. {way} Where the "
        "court went elsewhere, say by skips= why."
    )
    return IllegalTransitionError(msg, subject=subject, state=place, step=to)


def checked(stage: Stage, event: StageEntered, line: Recorded, before: Folded) -> None:
    """Refuse a new line to a stage for which something is missing.

    Only where it is recorded: an entry of the docket that is corrected later makes no
    log unreadable.
    """
    if event.skips is not None:
        return
    case_id = line.stream.partition(":")[2]
    had = Had(before)
    for party in subjects_of(stage, event.of, event.to):
        place = stage.of(party) if party else stage.whole
        found = [
            had.lacks(move, party)
            for move in stage.table.moves_between(place, event.to)
        ]
        if all(found):
            needed = ", or ".join(" and ".join(each) for each in found)
            msg = (
                f"The stage of {party or case_id!r} is {place}, and for {event.to} the "
                f"table still needs {needed}. Record that first, or say by skips= why "
                "the court went on."
            )
            raise IllegalTransitionError(
                msg, subject=party or case_id, state=place, step=event.to
            )


def joined(
    stage: Stage | None, event: PartyJoined | RoleTaken, line: Recorded, _: Folded
) -> Stage | None:
    """Return the stage after somebody joined, or got a role: some begin with a stage.

    They begin at the first one, wherever the others are.
    """
    if stage is None:
        return None
    party = event.party_id
    is_gone = isinstance(event, PartyJoined) and event.left_on is not None
    gone = stage.gone | {party} if is_gone else stage.gone - {party}
    stage = evolve(stage, gone=gone)
    if party in dict(stage.places) or not set(stage.table.each) & set(event.roles):
        return stage
    first = stage.table.first
    change = StageChange(
        to=first, on=event.happened_on, event_id=line.event_id, of=(party,)
    )
    return evolve(
        stage,
        places=(*stage.places, (party, first)),
        history=(*stage.history, change),
    )


def left(
    stage: Stage | None, event: PartyLeft, _: Recorded, __: Folded
) -> Stage | None:
    """Return the stage after somebody left: the case waits for them no more."""
    if stage is None:
        return None
    return evolve(stage, gone=stage.gone | {event.party_id})


def disposed(
    stage: Stage | None, event: CaseDisposed, _: Recorded, __: Folded
) -> Stage | None:
    """Return the stage after the court was done with some, or with all."""
    return _done(stage, event, lambda some, these: some | these)


def reopened(
    stage: Stage | None, event: CaseReopened, _: Recorded, __: Folded
) -> Stage | None:
    """Return the stage after it goes on as to some, or to all."""
    return _done(stage, event, lambda some, these: some - these)


def _done(stage: Stage | None, event: Any, change: Any) -> Stage | None:
    if stage is None:
        return None
    these = frozenset(event.of or (party for party, _ in stage.places))
    return evolve(stage, disposed=change(stage.disposed, these))
