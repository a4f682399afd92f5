"""What lists all that is wrong with what came, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.errors.root import LegalCaseError
from legalcase.shown import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DeclarationError", "ImportRefusedError", "LawError", "PlaybookError"]


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
