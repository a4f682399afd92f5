"""What rests on a day that moved: also by way of dates that move by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.events.references import references_of
from legalcase.model.deadlines.basis import Computed, Derived

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.state import Deadline

    Deadlines = Register[Deadline]

__all__ = ["computed_from", "is_fixed", "rests_on"]


def rests_on(deadline: Deadline, noun: str, name: str) -> bool:
    """Tell whether a deadline refers to something in its terms."""
    return any(
        (noun, name) == (found, of) for found, of, _ in references_of(deadline.terms)
    )


def is_fixed(deadline: Deadline) -> bool:
    """Tell whether its date was computed, and so does not move by itself."""
    basis = deadline.basis
    return isinstance(basis, Computed) or (
        isinstance(basis, Derived) and basis.computation is not None
    )


def computed_from(
    deadlines: Deadlines, grounds: Iterable[tuple[str, str]]
) -> frozenset[str]:
    """Return the deadlines whose date was computed from one of `grounds`, (noun, id).

    Directly, or from a deadline that follows one of them in days of the calendar and
    so moved with it, or that was extended by one.
    """
    moved: set[tuple[str, str]] = set()
    for noun, name in grounds:
        moved.update(_also_moved(deadlines, noun, name))
    found: set[str] = set()
    waiting = [(one, set(_grounds_of(one))) for one in deadlines]
    is_done = False
    while not is_done:
        is_done = True
        left = []
        for one, references in waiting:
            name = one.deadline_id
            if not references & (moved - {("deadline", name)}):
                left.append((one, references))
            elif is_fixed(one):
                found.add(name)
            else:
                moved.update(_also_moved(deadlines, "deadline", name))
                is_done = False
        waiting = left
    return frozenset(found)


def _also_moved(
    deadlines: Deadlines, noun: str, name: str
) -> Iterable[tuple[str, str]]:
    """Return (noun, id) of what moved, and of all that it extends.

    What follows the original has the date of the extension.
    """
    chain = {name}
    one = deadlines.find(name) if noun == "deadline" else None
    # One that would extend itself is refused, but not by this room.
    while one is not None and one.extends is not None and one.extends not in chain:
        chain.add(one.extends)
        one = deadlines.find(one.extends)
    return [(noun, each) for each in chain]


def _grounds_of(deadline: Deadline) -> Iterable[tuple[str, str]]:
    """Return (noun, id) of what a deadline has its day from."""
    return [(noun, name) for noun, name, _ in references_of(deadline.terms.basis)]
