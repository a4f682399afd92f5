"""How events change which judges have a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError
from legalcase.kernel.events.spell import Spell
from legalcase.model.caseload.state import Caseload, Seat

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.caseload.events import JudgeAssigned, JudgeRelieved

__all__ = [
    "judge_assigned",
    "judge_relieved",
    "left_behind",
]

_ALONE: Final = "assigned"


def judge_assigned(
    caseload: Caseload, event: JudgeAssigned, _: Recorded, __: Folded
) -> Caseload:
    """Return how a case stands that got a judge: one alone is assigned."""
    day = event.happened_on
    bench = caseload.bench
    if event.function == _ALONE:
        bench = tuple(
            _until(seat, day) if seat.function == _ALONE else seat for seat in bench
        )
        last = evolve(caseload.sittings[-1], from_on=day, judge=event.judge)
        caseload = evolve(caseload, sittings=(*caseload.sittings, last))
    seat = Seat(
        function=event.function,
        judge_id=event.judge_id,
        judge=event.judge,
        spell=Spell(day),
    )
    return evolve(caseload, bench=(*bench, seat))


def _until(seat: Seat, day: date) -> Seat:
    """Return a seat that another took on a day, however late that became known."""
    spell = seat.spell
    end = min(spell.until_on or day, day)
    return evolve(seat, spell=Spell(spell.from_on, max(spell.from_on, end)))


def judge_relieved(
    caseload: Caseload, event: JudgeRelieved, _: Recorded, __: Folded
) -> Caseload:
    """Return how a case stands that a judge has no more."""
    day = event.happened_on
    named = (event.judge_id, event.judge)
    gone = [
        seat
        for seat in caseload.bench
        if seat.function == event.function
        and seat.spell.covers(day)
        and named in ((None, None), (seat.judge_id, seat.judge))
    ]
    if not gone:
        msg = (
            f"No such judge is {event.function} on {day}, and none can be relieved. "
            "Name the judge as the assignment did, and check the day."
        )
        raise IllegalTransitionError(
            msg, subject=event.function, state="none", step="relieve"
        )
    bench = tuple(
        evolve(seat, spell=seat.spell.ended(day)) if seat in gone else seat
        for seat in caseload.bench
    )
    return evolve(caseload, bench=bench)


def left_behind(caseload: Caseload, day: date) -> Caseload:
    """Return a case in another court: its judges stay in the one that it left."""
    return evolve(caseload, bench=tuple(_until(seat, day) for seat in caseload.bench))
