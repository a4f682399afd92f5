"""From what a log has made of a case to its rows; after a line, only what changed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from legalcase.model.deadlines.facet import DEADLINES
from legalcase.model.deadlines.looking.dates import Around
from legalcase.model.docket.facet import DOCKET
from legalcase.model.hearings.facet import HEARINGS
from legalcase.model.tasks.facet import TASKS
from legalcase.storage.projecting.due import (
    attributes_of,
    of_deadline,
    of_hearing,
    of_task,
)
from legalcase.storage.projecting.labels import labels_after, labels_in
from legalcase.storage.projecting.of_case import room, summary_of, whole_of
from legalcase.storage.projecting.registers import changed
from legalcase.storage.projecting.values import Kept, Projected

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.register import Register
    from legalcase.kernel.rooms.facet import Facet
    from legalcase.model.tasks.state import Task
    from legalcase.ports.rows import DueRow
    from legalcase.storage.projecting.due import Dated, Grounds
    from legalcase.storage.projecting.values import Attribute, Key

__all__ = ["projected"]

#: What a date can hang on, and the rooms that have it.
_ROOMS: Final[tuple[tuple[str, Facet[Any]], ...]] = (
    ("deadline", DEADLINES),
    ("hearing", HEARINGS),
    ("event", DOCKET),
)


def projected(
    folded: Folded, before: tuple[Folded, Projected] | None = None
) -> Projected | None:
    """Return the rows of a case; ``None`` for an entry of the directory.

    With `before`, what the same case was before its last lines and the rows of then:
    only what can have changed is made anew, and the result is the same. Never raises
    for anything that a log can tell: what follows a day that no calendar has is a row
    without a date.
    """
    if folded.stream.partition(":")[0] != "case":
        return None
    if before is not None and before[0].stream == folded.stream:
        old, rows = before
        if rows.kept is not None:
            found = _after(folded, old, rows, rows.kept)
            if found is not None:
                return found
    around, tasks = _around(folded)
    keys = [("deadline", name) for name in around.deadlines.ids()]
    keys += [("hearing", name) for name in around.hearings.ids()]
    keys += [("task", name) for name in tasks.ids()]
    made = _made(folded, around, tasks, keys)
    dues = {key: one.row for key, one in made.items()}
    moving = {key: one.grounds for key, one in made.items() if one.grounds != _FIXED}
    labels = labels_in(folded)
    summary = summary_of(dues)
    whole = whole_of(folded, summary, labels)
    items = [one for row in dues.values() for one in attributes_of(row)]
    return Projected(
        case=whole.row,
        dues=MappingProxyType(dues),
        attributes=whole.attributes.union(items),
        kept=Kept(moving, labels, summary, whole.attributes),
    )


_FIXED: Grounds = frozenset()


def _around(folded: Folded) -> tuple[Around, Register[Task]]:
    around = Around(
        room(folded, DEADLINES), room(folded, HEARINGS), room(folded, DOCKET)
    )
    return around, room(folded, TASKS)


def _made(
    folded: Folded, around: Around, tasks: Register[Task], keys: Iterable[Key]
) -> dict[Key, Dated]:
    """Return the rows of some items, made anew."""
    case_id = folded.stream.partition(":")[2]
    found = {}
    for key in keys:
        what, name = key
        if what == "deadline":
            found[key] = of_deadline(case_id, around, around.deadlines[name])
        elif what == "hearing":
            found[key] = of_hearing(case_id, around.hearings[name])
        else:
            found[key] = of_task(case_id, around, tasks[name])
    return found


def _after(
    folded: Folded, before: Folded, rows: Projected, kept: Kept
) -> Projected | None:
    """Return the rows after some lines; ``None`` where all have to be made anew."""
    keys = _touched(folded, before, kept)
    if keys is None:
        return None
    dues, moving, summary = rows.dues, kept.moving, kept.summary
    gone: set[Attribute] = set()
    come: set[Attribute] = set()
    if keys:
        around, tasks = _around(folded)
        made = _made(folded, around, tasks, keys)
        dues, moving = _with(dues, moving, made)
        for key in keys:
            old, new = rows.dues.get(key), dues[key]
            if old is not new:
                gone.update(() if old is None else attributes_of(old))
                come.update(attributes_of(new))
        if dues is not rows.dues:
            summary = summary_of(dues)
    labels = labels_after(folded, before, kept.labels)
    whole = whole_of(folded, summary, labels)
    attributes = rows.attributes
    own = kept.own
    if whole.attributes != own:
        gone |= own
        come |= whole.attributes
        own = whole.attributes
    if gone != come:
        attributes = attributes - gone | come
    return Projected(
        case=whole.row,
        dues=dues,
        attributes=attributes,
        kept=Kept(moving, labels, summary, own),
    )


def _with(
    dues: Mapping[Key, DueRow],
    moving: Mapping[Key, Grounds | None],
    made: Mapping[Key, Dated],
) -> tuple[Mapping[Key, DueRow], Mapping[Key, Grounds | None]]:
    """Return the rows with others in their places; the same object where none is."""
    other = {key: one.row for key, one in made.items() if dues.get(key) != one.row}
    moved = {
        key: one.grounds
        for key, one in made.items()
        if moving.get(key, _FIXED) != one.grounds
    }
    if other:
        dues = MappingProxyType({**dues, **other})
    if moved:
        after = {**moving, **moved}
        moving = {key: one for key, one in after.items() if one != _FIXED}
    return dues, moving


def _touched(folded: Folded, before: Folded, kept: Kept) -> set[Key] | None:
    """Return the items whose rows can be others; ``None`` where it cannot be told.

    Those that are other objects, and those whose date hangs on one that is: whatever
    they hang on was there when they were projected. Nothing leaves a register.
    """
    keys: set[Key] = set()
    moved: set[Key] = set()
    for noun, facet in _ROOMS:
        for one in changed(room(before, facet), room(folded, facet)):
            if one.new is None:
                return None
            if one.old is not None:
                moved.add((noun, one.name))
            if facet is not DOCKET:
                keys.add((noun, one.name))
    tasks: Register[Any] = room(folded, TASKS)
    for one in changed(room(before, TASKS), tasks):
        if one.new is None:
            return None
        keys.add(("task", one.name))
    for key, grounds in kept.moving.items():
        if grounds is None or not moved.isdisjoint(grounds):
            keys.add(key)
    return keys
