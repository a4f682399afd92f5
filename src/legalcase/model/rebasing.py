"""How lines that were recorded on an older state of a case get onto a newer one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import ConflictingInputError, InvalidValueError
from legalcase.kernel.folding.correcting import check_correction, fold_corrected
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.events import DeadlineConfirmed
from legalcase.model.deadlines.facet import DEADLINES
from legalcase.model.deadlines.looking.dates import dates_of
from legalcase.model.recording import recorded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["check_seen", "moved_onto", "was_recorded"]


def was_recorded(
    log: Sequence[Recorded], command_id: str, events: Sequence[object]
) -> bool:
    """Tell whether a command stands in a log already.

    Raises `ConflictingInputError` where it does with other events.
    """
    found = [line.event for line in log if line.command_id == command_id]
    if found and found != list(events):
        msg = (
            "A command with this id was recorded already, with other events. Give "
            "every command an id of its own."
        )
        raise ConflictingInputError(msg, field="command_id", value=command_id)
    return bool(found)


def check_seen(
    saved: Sequence[Recorded], newer: Folded, pending: Sequence[Recorded]
) -> None:
    """Refuse to carry a confirmation over to a deadline that nobody has seen so.

    Raises `InvalidValueError` for one that was changed since, or has another date.
    """
    names = [
        line.event.deadline_id
        for line in pending
        if isinstance(line.event, DeadlineConfirmed)
    ]
    if not names:
        return
    older = fold(newer.model, saved)
    for name in names:
        seen, found = older[DEADLINES].find(name), newer[DEADLINES].find(name)
        if seen is None or found is None:
            continue
        is_same = dates_of(around_in(older), seen) == dates_of(around_in(newer), found)
        if seen != found or not is_same:
            msg = (
                f"Deadline {name!r} was changed since it was looked at, and nobody's "
                "confirmation is carried over. Look at it in the newer file, and "
                "confirm it there."
            )
            raise InvalidValueError(msg, field="deadline_id", value=name)


def moved_onto(
    folded: Folded, log: Sequence[Recorded], pending: Sequence[Recorded]
) -> tuple[Folded, tuple[Recorded, ...]]:
    """Return what stands after `pending` on a log, and those lines with new numbers.

    Corrections that follow each other are taken as one act: what one of them leaves
    without a ground, the next can deal with. Raises what cannot follow any more.
    """
    moved: list[Recorded] = []
    for is_correction, lines in groupby(_new(log, pending), _is_correction):
        for line in lines:
            new = evolve(line, number=len(log) + len(moved) + 1)
            moved.append(new)
            if isinstance(new.event, Corrected | Retracted):
                check_correction((*log, *moved), new.event)
            else:
                folded, _ = recorded(folded, new, None)
        if is_correction:
            folded = fold_corrected(folded.model, (*log, *moved))
    return folded, tuple(moved)


def _is_correction(line: Recorded) -> bool:
    return isinstance(line.event, Corrected | Retracted)


def _new(log: Sequence[Recorded], pending: Sequence[Recorded]) -> Sequence[Recorded]:
    """Return the pending lines without those of commands that a log has."""
    known: set[str] = set()
    for command_id in {line.command_id for line in pending if line.command_id}:
        events = [line.event for line in pending if line.command_id == command_id]
        if was_recorded(log, command_id, events):
            known.add(command_id)
    return [line for line in pending if line.command_id not in known]
