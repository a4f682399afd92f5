"""What was asked: a value, a name or an input that a question cannot do with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.errors.root import LegalCaseError
from legalcase.near import FEW, MOST, either, must_be, near_to
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ConflictingInputError",
    "InvalidPeriodError",
    "InvalidTypeError",
    "InvalidValueError",
    "MissingExtraError",
    "MissingInputError",
    "RoleNotFilledError",
    "UnknownNameError",
    "UnsupportedQuestionError",
    "UnusedInputError",
]


class InvalidValueError(LegalCaseError, ValueError):
    """A value was refused; `.field` names it, `.value` is what came."""

    field: str
    value: object


class InvalidPeriodError(InvalidValueError):
    """A period was refused: zero, negative, unreadable, its units in disorder."""


class InvalidTypeError(LegalCaseError, TypeError):
    """A value of the wrong type; a `datetime` where a date is meant, say."""

    field: str
    value: object


class ConflictingInputError(InvalidValueError):
    """Two inputs of one question contradict each other."""


class UnusedInputError(ConflictingInputError):
    """An input was given on which nothing hangs here: the law does not ask for it."""


class MissingExtraError(LegalCaseError, ImportError):
    """What was asked needs a library that is not installed; `.extra` brings it."""

    extra: str

    @classmethod
    def of(cls, extra: str, what: str, library: str) -> Self:
        """Say what needs which library, and how it is installed."""
        return cls(
            f"{what} needs {library}, which is not installed. Install the extra: "
            f"pip install 'legalcase[{extra}]'.",
            extra=extra,
        )


class MissingInputError(InvalidValueError):
    """An input without which there is no answer was not given."""


class UnsupportedQuestionError(InvalidValueError):
    """The rule does not say how to count what was asked."""


class UnknownNameError(LegalCaseError, LookupError):
    """A name that nothing bears: a rule, a court, a method of service …."""

    kind: str
    name: str
    suggestions: tuple[str, ...]

    @classmethod
    def of(
        cls,
        kind: str,
        name: str,
        known: Iterable[str],
        hint: str = "",
        found: Iterable[str] = (),
    ) -> Self:
        """Say what is unknown, and what was found for it, or else is spelt alike."""
        names = sorted(set(known))
        near = tuple(found)[:MOST] or near_to(name, names)
        if not near and len(names) <= FEW:
            near = tuple(names)
        advice = hint or "See legalcase.find_rules() or `legalcase rules` for names."
        if near:
            advice = f"Did you mean {either(near)}?"
        return cls(
            f"There is no {kind} {shown(name)}. {advice}",
            kind=kind,
            name=name,
            suggestions=near,
        )

    @classmethod
    def among(
        cls,
        kind: str,
        name: str,
        known: Iterable[str],
        said: Iterable[str] = (),
        hint: str = "",
    ) -> Self:
        """Say what is unknown, and all that can stand there; nothing is guessed.

        For words of law, of which another that is spelt nearly alike has another
        effect. `said` are the names with what else is to be said of each, `hint` is
        what can be done instead.
        """
        names = tuple(sorted(set(known)))
        advice = must_be(tuple(said) or tuple(repr(each) for each in names), hint)
        return cls(
            f"There is no {kind} {shown(name)}. {advice}",
            kind=kind,
            name=name,
            suggestions=names,
        )


class RoleNotFilledError(LegalCaseError, ValueError):
    """A count back needs a calendar that nobody named: its date would be too late."""

    role: str
    rule: str
