"""Asking a call again with answers to what was left open, each a call of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.law.ask.kept.tried import Tried, known_of, safe_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legalcase.law.answer.other_days.shapes import Days
    from legalcase.law.ask.kept.answering import Found
    from legalcase.law.ask.kept.calls import AnyKept

    #: What a call gives with answers, and the call if it was kept.
    Under = Callable[[Mapping[str, str]], tuple[Found, AnyKept | None]]

__all__ = ["Asks"]


class Asks:
    """Asks a call from its anchor with answers tried.

    Of a call that is `kept`, what all of them give is noted for other days.
    """

    __slots__ = ("_days", "_kept", "_under")

    def __init__(self, under: Under, anchor: object, kept: AnyKept | None) -> None:
        self._under = under
        self._days = _days_of(anchor)
        self._kept = None if self._days is None else kept

    def begin(self) -> _Round:
        """Begin to try all answers."""
        return _Round(self._under, self._kept, self._days)

    def safe(self) -> date | None:
        """Return the date that is safe under every answer, where that is known."""
        kept, days = self._kept, self._days
        if kept is None or days is None or kept.known is None:
            return None
        return safe_of(kept.known, days)


class _Round:
    """All answers, tried one after the other.

    Whoever begins has a round of its own: of two threads, neither notes what the other
    has tried.
    """

    __slots__ = ("_days", "_kept", "_tried", "_under")

    def __init__(self, under: Under, kept: AnyKept | None, days: Days | None) -> None:
        self._under = under
        self._kept = kept
        self._days = days
        #: Nothing once one was refused, or was not kept.
        self._tried: list[Tried] | None = []

    def __call__(self, answers: Mapping[str, str]) -> Found:
        """Ask with answers; raises the error that is met with them."""
        noted, self._tried = self._tried, None
        found, call = self._under(answers)
        if noted is not None and call is not None:
            is_last = answers.keys() >= found[1].keys()
            noted.append(Tried(call, is_last))
            self._tried = noted
        return found

    def end(self) -> None:
        """Note what all answers gave, where each of them was kept."""
        kept, days, tried = self._kept, self._days, self._tried
        if kept is not None and days is not None and tried is not None:
            known = known_of(kept, days, tried, kept.known)
            if known is not None:
                kept.known = known


def _days_of(anchor: object) -> Days | None:
    """Return the days of an anchor: of one day, or of events."""
    days = tuple(anchor.values()) if isinstance(anchor, dict) else (anchor,)
    return days if all(day.__class__ is date for day in days) else None
