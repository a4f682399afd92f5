"""Every exception and warning of the package: one root, two sentences each.

The first sentence says what was wrong with the actual value, the second what to do.
Each class also inherits the builtin that a stranger would catch, carries attributes
for machines, and survives pickling with class, message and attributes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from legalcase.near import FEW, MOST, either, must_be, near_to
from legalcase.shown import LONGEST, LONGEST_LISTED, listed, plain, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = [
    "CalendarOutOfBoundsError",
    "CaseExistsError",
    "CaseNotFoundError",
    "ConflictError",
    "ConflictingInputError",
    "CorrectionRefusedError",
    "DeclarationError",
    "DecodeError",
    "ExtensionBarredError",
    "IllegalTransitionError",
    "ImportRefusedError",
    "InvalidPeriodError",
    "InvalidTypeError",
    "InvalidValueError",
    "LawError",
    "LegalCaseError",
    "MissingExtraError",
    "MissingInputError",
    "OutOfBoundsError",
    "PeriodNotRunningError",
    "PlaybookError",
    "ReadingNotCountedError",
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
    "UnusedInputError",
]


def _rebuild(kind: type[LegalCaseError], text: str, its: dict[str, Any]) -> Exception:
    """Rebuild an error from its parts (for pickling)."""
    return kind(text, **its)


class LegalCaseError(Exception):
    """Root of all errors of this package; attributes are given by keyword.

    Whatever an input holds, the message is short and of one line (or, where it lists
    problems, of a line each), and nothing in it is obeyed by a terminal or a log; the
    attributes have what came, whole.
    """

    #: Whether the message has lines; what came from outside never makes one.
    _lists_problems = False

    def __init__(self, message: str, **attributes: object) -> None:
        lists = self._lists_problems
        longest = LONGEST_LISTED if lists else LONGEST
        super().__init__(plain(message, longest, lines=lists))
        self.__dict__.update(attributes)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle by class, message and attributes."""
        return _rebuild, (type(self), str(self.args[0]), dict(self.__dict__))


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


class ExtensionBarredError(LegalCaseError, ValueError):
    """The time may not be extended; `.barred_by` cites the rule."""

    deadline: str
    barred_by: str


class PeriodNotRunningError(LegalCaseError, ValueError):
    """No due date: an event stopped the period; `.waits_for` names the next."""

    deadline: str
    waits_for: tuple[str, ...]


class ReadingNotCountedError(LegalCaseError, ValueError):
    """Under another answer to a question of law no date is found: none is safe."""

    question: str
    choice: str


class TooManyReadingsError(LegalCaseError, ValueError):
    """More combinations of disputed readings than are computed."""

    count: int
    limit: int


class _ListingError(LegalCaseError, ValueError):
    _lists_problems = True
    #: Where the problems are, and what to do about them.
    _place = ""

    @classmethod
    def of(
        cls, problems: Iterable[tuple[str, ...]], beside: Iterable[str] = ()
    ) -> Self:
        """List all problems at once; `beside` says of each in what entry it lies."""
        found = tuple(problems)
        notes = (*beside, *("" for _ in found))
        said = (
            (*one[:-1], f"{one[-1]} ({note})" if note else one[-1])
            for one, note in zip(found, notes, strict=False)
        )
        noun, lines = listed(tuple(said))
        return cls(f"{len(found)} {noun} in {cls._place}:\n{lines}", problems=found)


class LawError(_ListingError):
    """Law files are malformed; `.problems` has all: (file, path, what is wrong)."""

    _place = "the law files. Mend each at its path"
    problems: tuple[tuple[str, str, str], ...]


class PlaybookError(_ListingError):
    """Playbooks are malformed; `.problems` has all: (file, path, what is wrong)."""

    _place = "the playbooks. Mend each at its path"
    problems: tuple[tuple[str, str, str], ...]


class DeclarationError(_ListingError):
    """A declaration is malformed; `.problems` has all: (path, reason)."""

    _place = "the declaration. Mend each at its path"
    problems: tuple[tuple[str, str], ...]


class ImportRefusedError(_ListingError):
    """What came from elsewhere was refused; `.problems` has all: (place, reason)."""

    _place = "what came, and nothing was taken over. Mend each at its place"
    problems: tuple[tuple[str, str], ...]


class DecodeError(LegalCaseError, ValueError):
    """Stored data does not fit; `.problems` has (path, reason), all of them."""

    _lists_problems = True
    problems: tuple[tuple[str, str], ...]


class UnknownTagError(DecodeError):
    """Stored data names a kind that this version does not know."""

    tag: str


class SchemaTooNewError(DecodeError):
    """Stored data was written by a newer version of this package."""

    found: int
    known: int


class StorageError(LegalCaseError, OSError):
    """A store refused or failed."""


class ConflictError(StorageError):
    """Others wrote first what this rests on; look again, and do it again."""


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


class CorrectionRefusedError(LegalCaseError, ValueError):
    """After a correction, later lines could not have followed.

    `refused` has (number, event id, kind, why) of each of them.
    """

    _lists_problems = True
    refused: tuple[tuple[int, str, str, str], ...]

    @classmethod
    def of(cls, refused: Iterable[tuple[int, str, str, str]]) -> Self:
        """Return the error for the lines that could not have followed."""
        rows = tuple(refused)
        lines = "\n".join(f"  line {n}, {kind} ({i}): {y}" for n, i, kind, y in rows)
        noun = "line" if len(rows) == 1 else "lines"
        msg = (
            f"After the correction {len(rows)} later {noun} could not have followed, "
            "and nothing was recorded. Correct or retract these in the same call:\n"
            f"{lines}"
        )
        return cls(msg, refused=rows)
