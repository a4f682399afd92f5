"""asked: what a program of others gives back, or one error that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.markup import one_line
from legalcase.practice.suggestions.terms import is_producer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Asked", "asked", "producer_of"]

#: So many problems of one answer are told; there are as many as there are.
_TOLD: Final = 5


class Asked(NamedTuple):
    """A program: its name, and what is wrong with what it gives, if anything is."""

    producer: str
    #: (terms) → what is wrong with them.
    problems: Callable[[Any], Iterator[str]]


def asked(program: Asked, ask: Callable[[], Iterable[Any]], most: int) -> list[Any]:
    """Return all that a program gives; raises `InvalidValueError` for any of it.

    What it raises itself is said by its class alone: its text may be of the document.
    """
    found: list[Any] = []
    wrong: list[str] = []
    why = ""
    try:
        for one in ask():
            if len(found) >= most:
                why = f"gave more than {most}, and may have no end"
                break
            wrong += [f"{len(found) + 1}: {each}" for each in program.problems(one)]
            found.append(one)
    except LegalCaseError as error:
        why = f"failed after {len(found)}: {one_line(str(error)).rstrip('.')}"
    except Exception as error:  # noqa: BLE001 - whatever a program of others raises
        why = f"failed after {len(found)} with {type(error).__name__}"
    # Outside the handler: what was raised would be the context of the error.
    if why:
        advice = "Nothing of it was kept. Ask it by itself to see why, or raise most=."
        raise _refused(program.producer, f"{why}. {advice}")
    if wrong:
        told = "; ".join(wrong[:_TOLD])
        more = "" if len(wrong) <= _TOLD else f"; and {len(wrong) - _TOLD} more"
        said = (
            f"gave {len(found)}, with {len(wrong)} problems: {told}{more}. Nothing of "
            "it was kept; have it mended."
        )
        raise _refused(program.producer, said)
    return found


def _refused(producer: str, said: str) -> InvalidValueError:
    msg = f"The program {producer!r} {said}"
    return InvalidValueError(msg, field="producer", value=producer)


def producer_of(program: Any, verb: str) -> str:
    """Return name and version of a program; raises `InvalidTypeError` for none."""
    producer = getattr(program, "producer", None)
    if not callable(getattr(program, verb, None)) or not is_producer(producer):
        msg = (
            f"{type(program).__name__} does not read for others: it needs {verb}(…) "
            "and producer, its name and version such as 'reader 2.1'. See "
            "legalcase.ports."
        )
        raise InvalidTypeError(msg, field="producer", value=None)
    return str(producer)
