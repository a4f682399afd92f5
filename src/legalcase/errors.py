"""Every exception and warning of the package: one root, two sentences each.

The first sentence says what was wrong with the actual value, the second what to do.
Each class also inherits the builtin that a stranger would catch, carries attributes
for machines, and survives pickling with class, message and attributes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = [
    "CalendarOutOfBoundsError",
    "CaseExistsError",
    "CaseNotFoundError",
    "ConflictingInputError",
    "DecodeError",
    "ExtensionBarredError",
    "IllegalTransitionError",
    "InvalidPeriodError",
    "InvalidTypeError",
    "InvalidValueError",
    "LawError",
    "LegalCaseError",
    "MissingInputError",
    "OutOfBoundsError",
    "PeriodNotRunningError",
    "RoleNotFilledError",
    "RuleNotInForceError",
    "SchemaTooNewError",
    "StaleCaseError",
    "StorageError",
    "TooManyReadingsError",
    "UnknownEventError",
    "UnknownNameError",
    "UnknownTagError",
    "UnsupportedQuestionError",
]


def _rebuild(
    kind: type[LegalCaseError], message: str, attributes: dict[str, object]
) -> LegalCaseError:
    """Rebuild an error from its parts (for pickling)."""
    return kind(message, **attributes)


class LegalCaseError(Exception):
    """Root of all errors of this package; attributes are given by keyword."""

    #: Whether the message has lines; what came from outside never makes one.
    _has_lines = False

    def __init__(self, message: str, **attributes: object) -> None:
        # Only now: `import legalcase` needs no error.
        from legalcase.markup import shown, shown_lines  # noqa: PLC0415 - as above

        super().__init__((shown_lines if self._has_lines else shown)(message))
        self.__dict__.update(attributes)

    def __reduce__(
        self,
    ) -> tuple[object, tuple[type[LegalCaseError], str, dict[str, object]]]:
        """Pickle by class, message and attributes."""
        return _rebuild, (type(self), str(self.args[0]), dict(self.__dict__))


class InvalidValueError(LegalCaseError, ValueError):
    """A value was refused; `.field` names it, `.value` is what came."""

    field: str
    value: object


class InvalidPeriodError(InvalidValueError):
    """A period was refused: zero, negative, of several units, or unreadable."""


class InvalidTypeError(LegalCaseError, TypeError):
    """A value of the wrong type; a `datetime` where a date is meant, say."""

    field: str
    value: object


class ConflictingInputError(InvalidValueError):
    """Two inputs of one question contradict each other."""


class MissingInputError(InvalidValueError):
    """An input without which there is no answer was not given."""


class UnsupportedQuestionError(InvalidValueError):
    """The rule does not say how to count what was asked."""


class OutOfBoundsError(LegalCaseError, ValueError):
    """A question outside what the law at hand covers."""

    subject: str
    asked: date
    first: date | None
    last: date | None


class CalendarOutOfBoundsError(OutOfBoundsError):
    """A day outside the horizon of a calendar."""

    @classmethod
    def of(cls, subject: str, asked: date, first: date, last: date) -> Self:
        """Say which day was asked of which calendar."""
        return cls(
            f"{asked} is outside the calendar {subject!r}, which covers {first} "
            f"through {last}. Load a calendar that reaches further; this one does "
            "not guess.",
            subject=subject,
            asked=asked,
            first=first,
            last=last,
        )


class RuleNotInForceError(OutOfBoundsError):
    """A date on which a rule was not yet, or is no longer, in force or verified."""

    @classmethod
    def of(
        cls, subject: str, asked: date, first: date | None, last: date | None
    ) -> Self:
        """Say which date was asked of which rule."""
        span = f"from {first}" if last is None else f"from {first} through {last}"
        if first is None:
            span = f"through {last}"
        return cls(
            f"{subject!r} is entered {span}; {asked} is outside. Check the trigger "
            "date, or choose another version with as_of=.",
            subject=subject,
            asked=asked,
            first=first,
            last=last,
        )


class UnknownNameError(LegalCaseError, LookupError):
    """A name that nothing bears: a rule, a court, a method of service …."""

    kind: str
    name: str
    suggestions: tuple[str, ...]

    @classmethod
    def of(cls, kind: str, name: str, known: Iterable[str], hint: str = "") -> Self:
        """Say what is unknown, and name its nearest neighbours."""
        names = sorted(set(known))
        near = _near(name, names)
        if not near and len(names) <= _FEW:
            near = tuple(names)
        advice = hint or "See legalcase.find_rules() or `legalcase rules` for names."
        if near:
            advice = f"Did you mean {_either(near)}?"
        return cls(
            f"There is no {kind} {name!r}. {advice}",
            kind=kind,
            name=name,
            suggestions=near,
        )


_FEW = 12
_SHOWN = 3


def _near(name: str, names: list[str]) -> tuple[str, ...]:
    """Return what the name can mean: but for capitals, as a beginning, misspelt."""
    from difflib import get_close_matches  # noqa: PLC0415 - 1 ms, errors only

    name = str(name)  # a word may come that is no text
    folded = name.casefold()
    same = [each for each in names if folded in _endings(each.casefold())]
    if same:
        return tuple(same[:_SHOWN])
    longer = [each for each in names if folded and each.casefold().startswith(folded)]
    close = get_close_matches(name, names, n=_SHOWN, cutoff=0.5)
    return tuple(dict.fromkeys([*longer, *close]))[:_SHOWN]


def _endings(name: str) -> tuple[str, str]:
    return name, name.rpartition("/")[2]


def _either(names: tuple[str, ...]) -> str:
    quoted = [repr(name) for name in names]
    return (
        quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
    )


class RoleNotFilledError(LegalCaseError, ValueError):
    """A count back needs a calendar that nobody named: its date would be too late."""

    role: str
    rule: str


class ExtensionBarredError(LegalCaseError, ValueError):
    """The time may not be extended; `.barred_by` cites the rule."""

    deadline: str
    barred_by: str


class PeriodNotRunningError(LegalCaseError, ValueError):
    """No due date: an event stopped the period; `.waits_for` names the next."""

    deadline: str
    waits_for: tuple[str, ...]


class TooManyReadingsError(LegalCaseError, ValueError):
    """More combinations of disputed readings than are computed."""

    count: int
    limit: int


class LawError(LegalCaseError, ValueError):
    """Law files are malformed; `.problems` has all: (file, path, what is wrong)."""

    problems: tuple[tuple[str, str, str], ...]
    _has_lines = True

    @classmethod
    def of(cls, problems: Iterable[tuple[str, str, str]]) -> Self:
        """List all problems at once."""
        from legalcase.markup import shown  # noqa: PLC0415 - as above

        found = tuple(problems)
        lines = "\n".join(
            shown(f"  {file}: {path}: {what}") for file, path, what in found
        )
        noun = "problem" if len(found) == 1 else "problems"
        return cls(
            f"{len(found)} {noun} in the law files. Mend each at its path:\n{lines}",
            problems=found,
        )


class DecodeError(LegalCaseError, ValueError):
    """Stored data does not fit; `.problems` has (path, reason), all of them."""

    problems: tuple[tuple[str, str], ...]
    _has_lines = True


class UnknownTagError(DecodeError):
    """Stored data names a kind that this version does not know."""

    tag: str


class SchemaTooNewError(DecodeError):
    """Stored data was written by a newer version of this package."""

    found: int
    known: int


class StorageError(LegalCaseError, OSError):
    """A store refused or failed."""


class CaseNotFoundError(StorageError, LookupError):
    """No case of that id is stored."""

    case_id: str


class CaseExistsError(StorageError, ValueError):
    """A case of that id is stored already."""

    case_id: str


class StaleCaseError(StorageError, ValueError):
    """Someone saved the case first; load it again, and record on what you find."""

    case_id: str
    expected: int
    found: int


class IllegalTransitionError(LegalCaseError, ValueError):
    """A lifecycle forbids this step."""

    subject: str
    state: str
    step: str


class UnknownEventError(LegalCaseError, ValueError):
    """A stored event of a kind that this version does not know."""

    kind: str
