"""How events change the assessments, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.assessments.events import Assessed, AssessmentVoided
from legalcase.practice.assessments.state import CONFIDED, Assessment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register

__all__ = ["ASSESSMENT_CYCLE", "assessed", "standing", "voided"]

#: Where an assessment can stand.
ASSESSMENT_CYCLE: Final = Lifecycle(
    noun="assessment",
    first="none",
    moves=(
        Move(Assessed, ("none",), "counts"),
        Move(Assessed, ("counts",), "superseded", when="another takes its place"),
        Move(AssessmentVoided, ("counts", "superseded"), "void"),
        Move(
            AssessmentVoided,
            ("superseded",),
            "counts",
            when="what took its place is void",
        ),
    ),
)


def _place(one: Assessment) -> str:
    if one.voided_on is not None:
        return "void"
    return "counts" if one.superseded_by is None else "superseded"


def standing(room: Register[Assessment]) -> Iterator[tuple[str, str]]:
    """Yield where each assessment stands."""
    for one in room:
        yield one.assessment_id, _place(one)


def assessed(
    room: Register[Assessment], event: Assessed, line: Recorded, _: Folded
) -> Register[Assessment]:
    """Return the assessments with a new one, in the place of another perhaps."""
    if event.supersedes is not None:
        old = room[event.supersedes]
        if old.of != event.of or not old.counts:
            msg = (
                f"The assessment {old.assessment_id!r} is of somebody else, or does "
                "not count any more. Name the last one of the same party, or none."
            )
            raise InvalidValueError(msg, field="supersedes", value=event.supersedes)
        gone = evolve(old, superseded_by=event.assessment_id)
        room = room.with_(old.assessment_id, gone)
    new = Assessment(
        assessment_id=event.assessment_id,
        of=event.of,
        instrument=event.instrument,
        version=event.version,
        digest=event.digest,
        answers=event.answers,
        unanswered=event.unanswered,
        score=event.score,
        band=event.band,
        assessed_by=event.assessed_by,
        assessed_on=event.happened_on,
        reassess_on=event.reassess_on,
        label=borne(event.label, line.label, kind=CONFIDED),
    )
    return room.with_(new.assessment_id, new)


def voided(
    room: Register[Assessment], event: AssessmentVoided, line: Recorded, _: Folded
) -> Register[Assessment]:
    """Return the assessments of which one is not to be relied on.

    What it took the place of is the last word again, unless that is void as well.
    """
    one = room[event.assessment_id]
    ASSESSMENT_CYCLE.after(AssessmentVoided, _place(one), one.assessment_id)
    void = evolve(
        one,
        voided_on=event.happened_on,
        label=stricter(one.label, line.label) or one.label,
    )
    for old in room:
        if old.superseded_by == one.assessment_id:
            again = evolve(old, superseded_by=one.superseded_by)
            room = room.with_(old.assessment_id, again)
    return room.with_(one.assessment_id, void)
