"""What is stored: data that does not fit, and a store that refuses."""

from __future__ import annotations

from legalcase.errors.root import LegalCaseError

__all__ = [
    "CaseExistsError",
    "CaseNotFoundError",
    "ConflictError",
    "DecodeError",
    "SchemaTooNewError",
    "StaleCaseError",
    "StorageError",
    "UnknownTagError",
]


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
