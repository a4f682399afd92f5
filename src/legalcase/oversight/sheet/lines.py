"""What one day's lines did to the deadlines of a case: each line once."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import LegalCaseError
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.folding.step import follows
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineReassigned,
    DeadlineRecomputed,
    DeadlineReopened,
    DeadlineResumed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)
from legalcase.model.deadlines.looking.dates import dates_of
from legalcase.model.deadlines.state import Deadline
from legalcase.oversight.seen import is_admitted, name_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.case_file import CaseFile

__all__ = ["WHAT", "SheetEntry", "about_deadline", "lines_of_day"]

#: What a line did to its deadline, in one word.
WHAT: Final = MappingProxyType(
    {
        DeadlineSet: "set",
        DeadlineConfirmed: "confirmed",
        DeadlineQuestioned: "questioned",
        DeadlineReassigned: "reassigned",
        DeadlineRecomputed: "changed",
        ReadingChosen: "reading chosen",
        DeadlineMet: "met",
        DeadlineMissed: "missed",
        DeadlineExtended: "extended",
        DeadlineStayed: "stopped",
        DeadlineResumed: "resumed",
        DeadlineVacated: "vacated",
        DeadlineWaived: "waived",
        DeadlineMooted: "mooted",
        DeadlineReopened: "reopened",
    }
)


@frozen(kw_only=True)
class SheetEntry(PlainData):
    """What a line of the log did to a deadline.

    `what` is one word: ``"set"``, ``"changed"``, ``"confirmed"``, ``"extended"``, …,
    ``"corrected"`` or ``"retracted"``; for what a line did to a deadline that it does
    not name, ``"moved"`` or the state in which it then stood. `was` and `now` are the
    dates shown before and after, `by` recorded it at `recorded_at`, and `person` is
    who confirmed it, met it or chose its reading. `because` names what it rests on, by
    ids; `ground` is the text that was given. `wrong` are the numbers of the lines that
    were recorded since to correct this one.
    """

    case_id: str
    called: str = field(repr=False)
    number: int
    event_id: str
    what: str
    deadline_id: str
    title: str | None = field(default=None, repr=False)
    was: date | None = None
    now: date | None = None
    state: str | None = None
    critical: bool = False
    because: tuple[str, ...] = ()
    ground: str | None = field(default=None, repr=False)
    person: str | None = field(default=None, repr=False)
    by: str = field(repr=False)
    on_behalf_of: str | None = field(default=None, repr=False)
    recorded_at: datetime
    happened_on: date | None = None
    successor_id: str | None = None
    wrong: tuple[int, ...] = ()


def about_deadline(line: Recorded, log: tuple[Recorded, ...]) -> str | None:
    """Return the id of the deadline that a line, or what it corrects, is about."""
    event: Any = line.event
    if isinstance(event, Corrected | Retracted):
        event = next((one.event for one in log if one.event_id == event.event_id), None)
    name = getattr(event, "deadline_id", None)
    return name if isinstance(name, str) else None


@frozen
class _Stands:
    """Where a deadline stands: what of it is compared, before and after a line."""

    deadline: Deadline
    shown: date | None


def _standing(folded: Folded | None) -> dict[str, _Stands]:
    if folded is None:
        return {}
    around = around_in(folded)
    return {
        one.deadline_id: _Stands(one, dates_of(around, one).shown)
        for one in around.deadlines
    }


def _after(file: CaseFile, before: Folded | None, line: Recorded) -> Folded:
    """Return what was known after a line, as its day knew it."""
    if before is not None and not isinstance(line.event, Corrected | Retracted):
        try:
            return follows(before, line)
        except LegalCaseError:
            # An ancillary line that does not fit is set aside by the whole fold.
            pass
    return fold(file.case.folded.model, file.log, known_at=line.number)


def lines_of_day(
    file: CaseFile, numbers: frozenset[int], audience: str
) -> tuple[list[SheetEntry], list[SheetEntry]]:
    """Return what the lines of some numbers did: to their deadlines, and to others."""
    log = file.log
    seen = _Seen(file.case.case_id, name_of(file.case, audience), audience)
    wrong = _corrected_by(log)
    entries: list[SheetEntry] = []
    effects: list[SheetEntry] = []
    folded: Folded | None = None
    stands: dict[str, _Stands] = {}
    at = 0
    for number in sorted(numbers):
        line = log[number - 1]
        if number != at + 1 or folded is None:
            folded = (
                fold(file.case.folded.model, log, known_at=number - 1)
                if number > 1
                else None
            )
            stands = _standing(folded)
        folded = _after(file, folded, line)
        after, at = _standing(folded), number
        name = about_deadline(line, log)
        successor = getattr(line.event, "successor_id", None)
        if name is not None:
            entries.append(_entry(seen, log, line, (name, stands, after), wrong))
        effects += (
            _effect(seen, line, (one, stands, after))
            for one in _touched(stands, after)
            if one not in (name, successor)
        )
        stands = after
    return entries, effects


def _corrected_by(log: tuple[Recorded, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for line in log:
        if isinstance(line.event, Corrected | Retracted):
            name = line.event.event_id
            found[name] = (*found.get(name, ()), line.number)
    return found


def _touched(before: dict[str, _Stands], after: dict[str, _Stands]) -> Iterator[str]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if (
            old is None
            or new is None
            or (old.shown, old.deadline.state) != (new.shown, new.deadline.state)
        ):
            yield name


#: The id of a deadline, and where all stand before and after a line.
_Step = tuple[str, dict[str, _Stands], dict[str, _Stands]]


@frozen
class _Seen:
    """As whose, and before whom, a line is told."""

    case_id: str
    called: str
    audience: str

    def may_see(self, line: Recorded, step: _Step) -> bool:
        """Tell whether texts of a line about a deadline may be shown."""
        name, *stands = step
        labels = [one[name].deadline.label for one in stands if name in one]
        if line.label is not None:
            labels.append(line.label)
        return all(is_admitted(label, self.audience) for label in labels)


def _said(seen: _Seen, line: Recorded, step: _Step) -> dict[str, Any]:
    name, before, after = step
    old, new = before.get(name), after.get(name)
    latest = new or old
    may_see = seen.may_see(line, step)
    return {
        "case_id": seen.case_id,
        "called": seen.called,
        "number": line.number,
        "event_id": line.event_id,
        "deadline_id": name,
        "title": latest.deadline.title if latest is not None and may_see else None,
        "was": None if old is None else old.shown,
        "now": None if new is None else new.shown,
        "state": None if new is None else new.deadline.state,
        "critical": latest is not None and latest.deadline.terms.critical,
        "by": line.actor,
        "on_behalf_of": line.on_behalf_of,
        "recorded_at": line.recorded_at,
    }


def _entry(
    seen: _Seen,
    log: tuple[Recorded, ...],
    line: Recorded,
    step: _Step,
    wrong: dict[str, tuple[int, ...]],
) -> SheetEntry:
    event: Any = line.event
    said = _said(seen, line, step)
    successor = getattr(event, "successor_id", None)
    if successor is not None:
        there = step[2].get(successor)
        said["now"] = None if there is None else there.shown
    happened = getattr(event, "happened_on", None)
    ground = getattr(event, "ground", None) or line.reason
    return SheetEntry(
        what=_what(line),
        because=tuple(_because(log, line)),
        ground=ground if seen.may_see(line, step) else None,
        person=_person(event),
        happened_on=happened if isinstance(happened, date) else None,
        successor_id=successor,
        wrong=wrong.get(line.event_id, ()),
        **said,
    )


def _effect(seen: _Seen, line: Recorded, step: _Step) -> SheetEntry:
    name, before, after = step
    old, new = before.get(name), after.get(name)
    if new is None:
        what = "gone"
    elif old is None:
        what = "set"
    elif old.deadline.state != new.deadline.state:
        what = new.deadline.state.replace("-", " ")
    else:
        what = "moved"
    return SheetEntry(
        what=what,
        because=(f"line {line.number} ({line.kind})",),
        **_said(seen, line, step),
    )


def _what(line: Recorded) -> str:
    event = line.event
    if isinstance(event, Corrected):
        return "corrected"
    if isinstance(event, Retracted):
        return "retracted"
    # A kind of another room's or of a newer version: by its own name.
    return WHAT.get(type(event), line.kind.replace("-", " "))


def _because(log: tuple[Recorded, ...], line: Recorded) -> Iterator[str]:
    """Say on what a line rests, by ids and never in words of the file."""
    event: Any = line.event
    if isinstance(event, Corrected | Retracted):
        for one in log:
            if one.event_id == event.event_id:
                yield f"line {one.number} ({one.kind})"
    for name in ("order", "by_event", "stay"):
        ref = getattr(event, name, None)
        if ref is not None:
            yield f"{name.removeprefix('by_')} {ref.id}"
    if line.cause is not None:
        yield f"event {line.cause}"


def _person(event: object) -> str | None:
    for name in ("confirmed_by", "met_by", "chosen_by"):
        found = getattr(event, name, None)
        if isinstance(found, str):
            return found
    return None
