"""Why there is no due date, no safe one, or no later one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from legalcase.errors.root import LegalCaseError

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "CountedReading",
    "ExtensionBarredError",
    "PeriodNotRunningError",
    "ReadingNotCountedError",
    "TooManyReadingsError",
]


class ExtensionBarredError(LegalCaseError, ValueError):
    """The time may not be extended; `.barred_by` cites the rule."""

    deadline: str
    barred_by: str


class PeriodNotRunningError(LegalCaseError, ValueError):
    """No due date: an event stopped the period; `.waits_for` names the next."""

    deadline: str
    waits_for: tuple[str, ...]


class CountedReading(Protocol):
    """What is due under another answer: a `Reading` of the argument."""

    @property
    def question(self) -> str:
        """What is asked."""
        ...

    @property
    def choice(self) -> str:
        """How it is answered."""
        ...

    @property
    def due(self) -> date:
        """The day on which it is due then."""
        ...


class ReadingNotCountedError(LegalCaseError, ValueError):
    """Under another answer to a question of law no date is found: none is safe.

    `.counted` has the readings under which one is.
    """

    question: str
    choice: str
    counted: tuple[CountedReading, ...] = ()


class TooManyReadingsError(LegalCaseError, ValueError):
    """More combinations of disputed readings than are computed."""

    count: int
    limit: int
