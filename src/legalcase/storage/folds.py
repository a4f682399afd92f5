"""Folds: what is appended is read back and folded first, so that it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from legalcase.codec import from_json, to_json
from legalcase.errors import DecodeError, InvalidValueError, LegalCaseError
from legalcase.model.case import Case
from legalcase.model.events import UnknownEvent
from legalcase.model.fold import applied

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from legalcase.model.recorded import Recorded

__all__ = ["Folds", "Made", "follows", "read_back"]

_MOST: Final = 256

#: What a value of a wrong type does when its text is asked for. Not every exception:
#: that of a signal's handler, or of a full memory, is not about the value.
_UNFIT: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_back(events: Sequence[Recorded]) -> list[tuple[str, Recorded]]:
    """Return each line as the text to be stored, and as it reads back from that.

    Raises `InvalidValueError` for one that could not be written, not be read, or
    would come back as another: a log only grows, and could never be read again.
    """
    return [_read_back(recorded) for recorded in events]


def _read_back(recorded: Recorded) -> tuple[str, Recorded]:
    why = "it is not what comes back"
    try:
        text = to_json(recorded)
        found = from_json(text)
        # Equal instants may stand on different clocks: the text tells.
        if found == recorded and to_json(found) == text:
            return text, found
    except DecodeError as error:
        why = "; ".join(f"{path} {reason}" for path, reason in error.problems)
    except LegalCaseError as error:
        why = str(error)
    except _UNFIT as error:
        why = f"its text cannot be made ({type(error).__name__})"
    msg = (
        f"Event {recorded.sequence} of case {recorded.case_id!r} cannot be stored so "
        f"that it reads back: {why}. Give each field a plain value of its own type."
    )
    raise InvalidValueError(msg, field="events", value=None)


class Made(NamedTuple):
    """A case as its log made it up to the line `last`.

    `case` is ``None`` after a line of an unknown kind: what that did is not known
    here, and so what can follow is not either.
    """

    last: object
    case: Case | None


def follows(before: Made | None, lines: Iterable[Recorded], last: object) -> Made:
    """Return what a case becomes; refuse a line that cannot follow.

    Raises what `Case.record` raises of an event that cannot have happened.
    """
    case = None if before is None else before.case
    if before is not None and case is None:
        return Made(last, None)
    for line in lines:
        if case is None:
            case = Case.from_events((line,))
        elif isinstance(line.event, UnknownEvent):
            return Made(last, None)
        else:
            case = evolve(
                case,
                version=line.sequence,
                recorded_at=line.recorded_at,
                **applied(case, line),
            )
    return Made(last, case)


class Folds:
    """The newest state of the cases that were used last, as they are committed."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[str, Made] = {}

    def find(self, case_id: str, last: object) -> Made | None:
        """Return the state of a case whose log ends with the line `last`."""
        made = self._kept.get(case_id)
        return made if made is not None and made.last == last else None

    def keep(self, made: Mapping[str, Made]) -> None:
        """Keep these, and let go of those that were used longest ago."""
        for case_id, state in made.items():
            self._kept.pop(case_id, None)
            self._kept[case_id] = state
        while len(self._kept) > _MOST:
            self._kept.pop(next(iter(self._kept)), None)
