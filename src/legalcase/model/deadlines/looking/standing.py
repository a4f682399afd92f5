"""Where each deadline of a case stands on each of its axes, for what can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.state import Deadline

    Deadlines = Register[Deadline]

__all__ = ["clocks", "outcomes", "reviews"]


def outcomes(deadlines: Deadlines) -> Iterable[tuple[str, str]]:
    """Return (id, what became of it) of each deadline."""
    return [(one.deadline_id, str(one.outcome)) for one in deadlines]


def reviews(deadlines: Deadlines) -> Iterable[tuple[str, str]]:
    """Return (id, whether somebody stands by it) of each deadline that is open."""
    return [(one.deadline_id, str(one.review.state)) for one in _open(deadlines)]


def clocks(deadlines: Deadlines) -> Iterable[tuple[str, str]]:
    """Return (id, whether time runs) of each deadline that is open."""
    return [(one.deadline_id, _clock(one)) for one in _open(deadlines)]


def _open(deadlines: Deadlines) -> Iterable[Deadline]:
    return (one for one in deadlines if one.is_open)


def _clock(one: Deadline) -> str:
    if not one.is_stopped:
        return "running"
    return "stopped" if one.stopped_by else "resumed"
