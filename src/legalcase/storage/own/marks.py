"""Marks: up to which commit a list of others stands, and of which version it is."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from legalcase.errors import ConflictError

__all__ = ["MARKS", "Mark", "Step", "mark_of", "mark_text", "moved"]

#: What the name of a mark begins with, among all that a store says of itself.
MARKS: Final = "projection:"

_MARK: Final = re.compile(r"(\d{1,18}) (\d{1,18})", re.ASCII)


class Mark(NamedTuple):
    """The version of a list, and the position of the last commit that stands in it."""

    version: int
    position: int


def mark_text(mark: Mark) -> str:
    """Return a mark as a store keeps it."""
    return f"{mark.version} {mark.position}"


def mark_of(text: str) -> Mark:
    """Return a mark as it was kept; of what is none, that of a version that is none."""
    found = _MARK.fullmatch(text)
    return Mark(int(found[1]), int(found[2])) if found else Mark(0, 0)


class Step(NamedTuple):
    """What a unit of work found of a list, and what it did to it.

    `version` is that which it writes, `found` the mark that it found, ``None`` without
    one, `seen` the position of the last commit that it saw. `is_right` says that
    afterwards the list is right up to there.
    """

    version: int
    found: Mark | None
    seen: int
    is_right: bool


def moved(step: Step, now: Mark | None, before: int, end: int) -> Mark | None:
    """Return the mark that a unit leaves; ``None`` where it stays as it is.

    `now` is the mark at the moment when nobody else commits, `before` the position of
    the last commit then, `end` the unit's own. Raises `ConflictError` where somebody
    else has written to the list what this unit did not know.
    """
    was_right = step.found == Mark(step.version, step.seen)
    if now != step.found:
        if not was_right or now is None or now.version != step.version:
            msg = (
                "Somebody else has brought a list up to date meanwhile, and nothing "
                "was kept. Do it again."
            )
            raise ConflictError(msg)
        # Whoever came between knew the list as well, and took the mark along.
        return Mark(step.version, end) if now.position == before else None
    if not step.is_right:
        return None
    # Of what came between and did not know the list, nothing stands in it.
    mark = Mark(step.version, end if step.seen == before else step.seen)
    return None if mark == now else mark
