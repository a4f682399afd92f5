"""What is wrong with stored data: every problem with its path, and no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cattrs import transform_error
from cattrs.errors import (
    AttributeValidationNote,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from legalcase.errors import DecodeError, LegalCaseError, UnknownTagError
from legalcase.markup import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["TagError", "alien_in", "decode_error", "extra_keys", "problems_of", "said"]


class TagError(ValueError):
    """A tag in the data that no table knows."""

    def __init__(self, tag: object) -> None:
        super().__init__("names a kind that this version does not know")
        self.tag = tag if isinstance(tag, str) else type(tag).__name__


def _reason(error: BaseException, _: type | None) -> str:
    """Say what is wrong, and never which value was."""
    if isinstance(error, KeyError):
        return "a required field is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return "has fields that this version does not know"
    if isinstance(error, LegalCaseError | TagError | _SaidError):
        return str(error)
    if isinstance(error, TypeError | AttributeError | IndexError):
        return "is not built as this version builds it"
    return "has a value that does not fit"


class _SaidError(ValueError):
    """A problem whose text may be shown: it has no value in it."""


def said(text: str) -> ValueError:
    """Return an error whose text is safe to show."""
    return _SaidError(text)


def problems_of(error: Exception, path: str) -> tuple[tuple[str, str], ...]:
    """Return (path, reason) for every problem in what the converter raised."""
    found = []
    for line in transform_error(error, path, _reason):
        reason, _, where = line.rpartition(" @ ")
        found.append((where, reason))
    return tuple(found)


def alien_in(error: Exception) -> Exception | None:
    """Return what is not about the data: a timeout's exception, a full memory."""
    if isinstance(error, OSError | MemoryError):
        return error
    for inner in getattr(error, "exceptions", ()):
        alien = alien_in(inner)
        if alien is not None:
            return alien
    return None


def extra_keys(
    error: BaseException, steps: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """Return the steps that lead to each key which no class knows."""
    if isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields, key=str):
            yield (*steps, name)
    for inner in getattr(error, "exceptions", ()):
        where: tuple[str | int, ...] = ()
        for note in getattr(inner, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                where = (note.name,)
            elif isinstance(note, IterableValidationNote):
                where = (note.index,)
        yield from extra_keys(inner, (*steps, *where))


def _tag_in(error: BaseException) -> str | None:
    if isinstance(error, TagError):
        return error.tag
    for inner in getattr(error, "exceptions", ()):
        tag = _tag_in(inner)
        if tag is not None:
            return tag
    return None


def decode_error(
    problems: Iterable[tuple[str, str]], error: Exception | None = None
) -> DecodeError:
    """Return the error that lists all problems; of an unknown tag, its own class."""
    found = tuple(problems)
    lines = "\n".join(one_line(f"  {path}: {reason}") for path, reason in found)
    count = f"{len(found)} problem{'' if len(found) == 1 else 's'}"
    message = (
        f"The data does not fit: {count}. Mend each at its path, or read it with the "
        f"version of legalcase that wrote it:\n{lines}"
    )
    tag = None if error is None else _tag_in(error)
    if tag is not None:
        return UnknownTagError(message, tag=tag, problems=found)
    return DecodeError(message, problems=found)
