"""The tasks of a case as a tree, and in the order in which they can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.kernel.register import Register
    from legalcase.model.tasks.state import Task

    Tasks = Register[Task]
    #: A task, and whether it is its end: else its beginning.
    Point = tuple[str, bool]

__all__ = [
    "above",
    "below",
    "cycle_through",
    "open_in_row",
    "open_parts",
    "under_closed",
    "waits_for",
    "waits_for_its_whole",
]


def above(tasks: Tasks, task: Task) -> Iterator[Task]:
    """Return the tasks of which a task is a part, the nearest first."""
    name = task.terms.parent
    while name is not None:
        found = tasks[name]
        yield found
        name = found.terms.parent


def below(tasks: Tasks, task: Task) -> Iterator[Task]:
    """Return the parts of a task, and their parts."""
    names = list(reversed(task.parts))
    while names:
        found = tasks[names.pop()]
        yield found
        names.extend(reversed(found.parts))


def open_parts(tasks: Tasks, task: Task) -> tuple[str, ...]:
    """Return the ids of the parts of a task that are open, and of theirs."""
    return tuple(one.task_id for one in below(tasks, task) if one.is_open)


def waits_for(tasks: Tasks, task: Task) -> tuple[str, ...]:
    """Return the ids of what has to be done before a task, and is not.

    A part of something waits with it.
    """
    found: dict[str, None] = {}
    for one in (task, *above(tasks, task)):
        for name in one.terms.after:
            if not tasks[name].is_done:
                found[name] = None
    return tuple(found)


def under_closed(tasks: Tasks, task: Task) -> Task | None:
    """Return the task over another that is done with, and so can have nothing open."""
    return next((one for one in above(tasks, task) if not one.is_open), None)


def open_in_row(tasks: Tasks, task: Task) -> Task | None:
    """Return the later time of a task that comes again which is open."""
    name = task.repeated_by
    while name is not None:
        one = tasks[name]
        if one.is_open:
            return one
        name = one.repeated_by
    return None


def waits_for_its_whole(tasks: Tasks, new: Task) -> bool:
    """Tell whether what comes before a new task waits for the end of its whole.

    Nothing hangs on a new task but that end, so that no other circle can be closed by
    it. What the beginning of the whole waits for cannot wait for its end, and is not
    looked at: else a plan of a thousand tasks would be read a thousand times.
    """
    parent = new.terms.parent
    if parent is None:
        return False
    seen: set[Point] = {(parent, False)}
    seen.update((one.task_id, False) for one in above(tasks, tasks[parent]))
    waiting: list[Point] = [(name, True) for name in new.terms.after]
    while waiting:
        point = waiting.pop()
        if point == (parent, True):
            return True
        if point not in seen:
            seen.add(point)
            waiting.extend(_needs(tasks, point))
    return False


def cycle_through(tasks: Tasks, task_id: str) -> tuple[str, ...]:
    """Return the ids on a circle in which a task would wait for itself; empty: none.

    A task begins when what it comes after has ended, and when that begins of which it
    is a part; it ends when all of its parts have.
    """
    for point in ((task_id, False), (task_id, True)):
        found = _circle(tasks, point)
        if found:
            names = dict.fromkeys(name for name, _ in found)
            return tuple(names)
    return ()


def _circle(tasks: Tasks, start: Point) -> list[Point]:
    came_from: dict[Point, Point] = {}
    waiting = [start]
    while waiting:
        point = waiting.pop()
        for needed in _needs(tasks, point):
            if needed == start:
                return _way(came_from, start, point)
            if needed not in came_from:
                came_from[needed] = point
                waiting.append(needed)
    return []


def _way(came_from: dict[Point, Point], start: Point, point: Point) -> list[Point]:
    way = [point]
    while point != start:
        point = came_from[point]
        way.append(point)
    return way[::-1]


def _needs(tasks: Tasks, point: Point) -> Iterable[Point]:
    """Return what has to be there before a task begins, or ends."""
    name, is_end = point
    task = tasks[name]
    if is_end:
        yield name, False
        for part in task.parts:
            yield part, True
        return
    if task.terms.parent is not None:
        yield task.terms.parent, False
    for other in task.terms.after:
        yield other, True
