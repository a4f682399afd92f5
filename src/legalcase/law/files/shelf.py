"""Shelf: folders of the law, one laid over the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.kept import Kept
from legalcase.law.files.beside import index_beside
from legalcase.sealed import Sealed

if TYPE_CHECKING:
    from legalcase.calendars.closures import Closure
    from legalcase.law.files.folder import LawFile, LawFolder

__all__ = ["Shelf"]

#: What is made of files in which no closure of a calendar stands: a law with other
#: closures has the same.
_WITHOUT_DAYS: Final = (
    "adverse",
    "asks",
    "borne",
    "cards",
    "court",
    "courts",
    "deadline",
    "follows",
    "hearing-triggers",
    "implies",
    "local",
    "meanings",
    "methods",
    "no-court",
    "no-deadline",
    "pack-ids",
    "packs",
    "party",
    "people",
    "rule",
    "search",
    "search-states",
    "several",
    "several-here",
    "synonyms",
    "together",
    "vocabulary",
    "words",
)
#: How many derived values of a sort are kept; of others, as many as `Kept` says. A
#: calendar, or a venue with its masks, is of 200 kB, so that these are some 50 MB.
_MOST: Final = {"calendar": 256, "venues": 256, "own-venues": 32, "meanings": 4}


class Shelf(Sealed):
    """The folders of the law at hand, the last one uppermost.

    An immutable value: files are read when a question names them, and kept with what
    was made of them. `announced` are closures laid over calendars, by their ids. Two
    are equal when they have the same folders, overrides and closures.
    """

    __slots__ = ("_cache", "announced", "folders", "overriding")

    def __init__(
        self,
        folders: tuple[LawFolder, ...],
        overriding: frozenset[str] = frozenset(),
        announced: tuple[tuple[str, tuple[Closure, ...]], ...] = (),
    ) -> None:
        self.folders = folders
        self.overriding = overriding
        self.announced = announced
        self._cache: dict[str, Kept[Any, Any]] = {}

    def __eq__(self, other: object) -> bool:
        """Compare by folders, overrides and closures."""
        if not isinstance(other, Shelf):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self) -> int:
        """Hash by folders, overrides and closures."""
        return hash(self._identity())

    def _identity(self) -> tuple[object, ...]:
        paths = tuple(str(folder.path) for folder in self.folders)
        return paths, self.overriding, self.announced

    def jurisdictions(self) -> tuple[str, ...]:
        """Return the ids of all jurisdictions, sorted."""
        found = {name for folder in self.folders for name in folder.jurisdictions()}
        return tuple(sorted(found))

    def file(self, name: str) -> LawFile | None:
        """Return a file; of several folders' the last (it is a declared override)."""
        for folder in reversed(self.folders):
            file = folder.read(name)
            if file is not None:
                return file
        return None

    def index_beside(self) -> bytes | None:
        """Return the index of the words of the lowest folder, which a wheel has."""
        return index_beside(self.folders[0].path)

    def share(self, other: Shelf) -> None:
        """Keep what another made of the same files, but for what calendars bear on."""
        for sort in _WITHOUT_DAYS:
            self._cache[sort] = other.cached(sort)

    def cached(self, sort: str) -> Kept[Any, Any]:
        """Return what is kept of that sort, for values made of the files."""
        found = self._cache.get(sort)
        if found is None:
            found = Kept(_MOST[sort]) if sort in _MOST else Kept()
            found = self._cache.setdefault(sort, found)
        return found
