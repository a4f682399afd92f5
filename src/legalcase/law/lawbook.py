"""Law: the law at hand, a book and the questions that it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.errors import InvalidTypeError, LawError
from legalcase.law.ask import compute as asking
from legalcase.law.ask import find as finding
from legalcase.law.book.book import Book
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.shown import shown

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Law"]

_bundled: list[Law] = []


class Law(Book):
    """The law at hand: the bundled folder, and folders of the user's laid over it.

    An immutable value: files are read when a question names them, and kept. Two laws
    are equal when they read the same folders with the same overrides.
    """

    __slots__ = ()

    @classmethod
    def bundled(cls) -> Law:
        """Return the law that comes with the package (always the same value)."""
        if not _bundled:
            _bundled.append(cls((LawFolder(BUNDLED),)))
        return _bundled[0]

    def with_folder(
        self, path: str | Path, *, overriding: tuple[str, ...] = ()
    ) -> Self:
        """Return this law with a folder laid over it, checked as the bundled law is.

        `overriding` lists the ids (of deadlines, rules, calendars) that the folder
        may put in the place of entries that exist; any other that is entered twice is
        an error. Raises `LawError` with every problem of the folder at once.
        """
        from legalcase.law.check.folder import check_folder

        _check_several(overriding)
        folder = LawFolder(path, frozenset(overriding))
        overridden = self.overriding | folder.overriding
        law = type(self)((*self.folders, folder), overridden)
        problems = check_folder(law, folder)
        if problems:
            raise LawError.of(problems)
        return law

    def with_plugins(self) -> Self:
        """Return this law with the folders that installed packages offer.

        A package offers one by an entry point of the group ``legalcase.law`` that
        names a path, or a function that returns one.
        """
        from importlib.metadata import entry_points

        law = self
        for point in entry_points(group="legalcase.law"):
            offered = point.load()
            path = offered() if callable(offered) else offered
            law = law.with_folder(path)
        return law

    def __repr__(self) -> str:
        """Return how many folders are read."""
        extra = len(self.folders) - 1
        return f"<Law bundled, {extra} more folder{'' if extra == 1 else 's'}>"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle by the folders' paths."""
        paths = tuple(str(folder.path) for folder in self.folders[1:])
        return _restore, (type(self), paths, self.overriding)

    # What is asked of a law: the questions live in `law.ask`.
    compute = asking.compute
    served_on = asking.served_on
    find = finding.find


def _check_several(overriding: object) -> None:
    if isinstance(overriding, str):  # a text would be taken letter by letter
        msg = (
            f"overriding= needs several ids, not {shown(overriding)}. Pass a tuple, "
            f"({shown(overriding)},)."
        )
        raise InvalidTypeError(msg, field="overriding", value=overriding)


def _restore(
    kind: type[Law], paths: tuple[str, ...], overriding: frozenset[str]
) -> Law:
    folders = tuple(LawFolder(path) for path in paths)
    return kind((LawFolder(BUNDLED), *folders), overriding)
