"""Running: an act in a unit of work, again where others were faster."""

from __future__ import annotations

import random
from time import sleep
from typing import TYPE_CHECKING, Any, Final, TypeVar

from legalcase.errors import ConflictError, InvalidValueError, StaleCaseError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["in_reading", "in_unit"]

T = TypeVar("T")

#: How long one waits before the second attempt, and at most, in seconds.
_FIRST: Final = 0.005
_LONGEST: Final = 0.5


def in_unit(begin: Callable[[], Any], act: Callable[[Any], T], attempts: int) -> T:
    """Do something in a unit of work, commit it, and return what it returned.

    Where others were faster, it is done again in a new unit, at most `attempts` times.
    """

    def once() -> T:
        with begin() as work:
            done = act(work)
            work.commit()
            return done

    return _again(once, attempts)


def in_reading(read: Callable[[], Any], act: Callable[[Any], T], attempts: int) -> T:
    """Ask something of one reading, and return what was answered.

    Where that cannot go on after others have written, it is asked of a new one.
    """

    def once() -> T:
        with read() as reader:
            return act(reader)

    return _again(once, attempts)


def _again(once: Callable[[], T], attempts: int) -> T:
    """Do something, again and again while others are faster."""
    if type(attempts) is not int or attempts < 1:
        msg = f"attempts needs a number from 1 on, not {shown(attempts)}. Pass 10."
        raise InvalidValueError(msg, field="attempts", value=None)
    pause = _FIRST
    while True:
        attempts -= 1
        try:
            return once()
        except (ConflictError, StaleCaseError):
            if not attempts:
                raise
        # Not all who met at the same moment come back at the same moment.
        sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - nothing is secret
        pause = min(2 * pause, _LONGEST)
