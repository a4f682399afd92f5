"""What is said of a row by a number: the error that it met, the steps that it took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation
    from legalcase.errors import LegalCaseError

__all__ = ["COMPUTED", "ERRORS", "NO_DATE", "ErrorMeaning", "Patterns", "error_code"]

#: What a code of error means, by its number, which never changes: a class of
#: `legalcase.errors`, or one of the first two. What is new comes at the end.
ERRORS: Final = (
    "computed",
    "no-date",
    "LegalCaseError",
    "CalendarOutOfBoundsError",
    "RuleNotInForceError",
    "OutOfBoundsError",
    "PeriodNotRunningError",
    "ReadingNotCountedError",
    "TooManyReadingsError",
    "ExtensionBarredError",
    "MissingInputError",
    "ConflictingInputError",
    "UnusedInputError",
    "UnsupportedQuestionError",
    "UnknownNameError",
    "InvalidPeriodError",
    "InvalidTypeError",
    "InvalidValueError",
)
COMPUTED: Final = ERRORS.index("computed")
NO_DATE: Final = ERRORS.index("no-date")
_CODES: Final = {name: code for code, name in enumerate(ERRORS)}


class ErrorMeaning(NamedTuple):
    """What a code of error means: its name, and what was said of the first row."""

    code: int
    name: str
    text: str


def error_code(error: LegalCaseError) -> int:
    """Return the code of an error: that of its class, or of the nearest above it."""
    for kind in type(error).__mro__:
        if kind.__name__ in _CODES:
            return _CODES[kind.__name__]
    return _CODES["LegalCaseError"]  # pragma: no cover - it is above every error


class Patterns:
    """The ways in which dates were counted, numbered as they come up.

    A pattern is the steps of a computation without their days: the code and the
    authority of each. Number 0 is that of a row without a date.
    """

    __slots__ = ("_known", "_listed")

    def __init__(self) -> None:
        self._listed: list[tuple[tuple[str, str], ...]] = [()]
        self._known: dict[tuple[tuple[str, str], ...], int] = {(): 0}

    def number(self, computation: Computation) -> int:
        """Return the number of a computation's pattern."""
        pattern = tuple((step[0], step[3]) for step in computation.trace)
        if not pattern:
            pattern = tuple(
                (step[0], step[3]) for part in computation.parts for step in part.trace
            )
        known = self._known.get(pattern)
        if known is None:
            known = self._known[pattern] = len(self._listed)
            self._listed.append(pattern)
        return known

    def listed(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Return the patterns, each at its number."""
        return tuple(self._listed)
