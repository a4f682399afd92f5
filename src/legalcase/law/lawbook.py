"""Law: the law at hand, a book and the questions that it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Self

from legalcase.errors import InvalidTypeError, LawError
from legalcase.kept import Kept
from legalcase.law.ask import compute as asking
from legalcase.law.ask import find as finding
from legalcase.law.ask import find_clocks as finding_clocks
from legalcase.law.ask import served as serving
from legalcase.law.book.book import Book
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.files.stamps import is_just_seen, stamp_of
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from legalcase.calendars.closures import Closure
    from legalcase.law.pages.page import LawPage

__all__ = ["Law", "law_given"]

_bundled: list[Law] = []
#: So many laws that came from another process are kept, with what they have read.
_restored: Final[Kept[object, Law]] = Kept(16)
#: Of what was sent, the law that it was last: its files are looked at once a second.
_latest: Final[Kept[object, Law]] = Kept(16)


class Law(Book):
    """The law at hand: the bundled folder, and folders of the user's laid over it.

    An immutable value: files are read when a question names them, and kept. Two laws
    are equal when they read the same folders with the same overrides and closures.
    """

    __slots__ = ()

    @classmethod
    def bundled(cls) -> Law:
        """Return the law that comes with the package (always the same value)."""
        if not _bundled:
            _bundled.append(cls((LawFolder(BUNDLED),)))
        return _bundled[0]

    def with_folder(
        self,
        path: str | Path,
        *,
        overriding: tuple[str, ...] = (),
        marks: Path | None = None,
    ) -> Self:
        """Return this law with a folder laid over it, checked as the bundled law is.

        `overriding` lists the ids (of deadlines, rules, calendars) that the folder
        may put in the place of entries that exist; any other that is entered twice is
        an error. The same content is checked once in a process; `marks` is a folder
        in which it is marked, once it has passed, for the programs that come after.
        Raises `LawError` with every problem of the folder at once.
        """
        from legalcase.law.check.once import check_once

        _check_several(overriding)
        folder = LawFolder(path, frozenset(overriding), self.folders[-1])
        overridden = self.overriding | folder.overriding
        law = type(self)((*self.folders, folder), overridden, self.announced)
        problems = check_once(law, folder, marks)
        if problems:
            from legalcase.law.check.beside import beside

            raise LawError.of(problems, (beside(folder, one) for one in problems))
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

    def with_closures(self, closures: Mapping[str, Iterable[Closure]]) -> Self:
        """Return this law with closures laid over calendars, by the calendars' ids.

        They hold for the calendars that are based on these, too. What is computed with
        it names them: the calendar's edition is another, and the steps have the days.
        Raises `UnknownNameError` for a calendar or a kind of closure that there is not,
        and `CalendarOutOfBoundsError` for a day outside the calendar's horizon.
        """
        mapping: object = closures
        if not isinstance(mapping, Mapping):
            msg = (
                f"closures needs a mapping of calendar to closures, not "
                f"{shown(closures)}. Pass {{'us': [Closure(on=…, name=…, kind=…, "
                "authority=…)]}, say."
            )
            raise InvalidTypeError(msg, field="closures", value=closures)
        found = dict(self.announced)
        for name, given in closures.items():
            calendar = self.calendar(name)
            laid = calendar.with_closures(given)
            for closure in laid.overlay:
                laid.is_open(closure.on)  # raises outside its horizon
            more = {*found.get(calendar.id, ()), *laid.overlay}
            more -= set(calendar.overlay) - set(found.get(calendar.id, ()))
            found[calendar.id] = tuple(sorted(more, key=_by_day))
        law = type(self)(self.folders, self.overriding, tuple(sorted(found.items())))
        law.share(self)
        return law

    def __repr__(self) -> str:
        """Return how many folders are read, and how many closures were added."""
        extra = len(self.folders) - 1
        count = sum(len(laid) for _, laid in self.announced)
        more = f", {count} more closure{'' if count == 1 else 's'}" if count else ""
        return f"<Law bundled, {extra} more folder{'' if extra == 1 else 's'}{more}>"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle by the folders' paths."""
        paths = tuple(str(folder.path) for folder in self.folders[1:])
        return _restore, (type(self), paths, self.overriding, self.announced)

    def page(self, jurisdiction: str, *, year: int | None = None) -> LawPage:
        """Return what is entered of a jurisdiction, for whoever must judge it.

        Calendars (with `year`, each day of it that is closed), rules of computation
        with their versions side by side, deadlines, disputes with all their answers,
        clocks and courts: each with its authority, how it was verified, and the
        operative words that it quotes. Raises `UnknownNameError`.
        """
        from legalcase.law.pages.jurisdiction import page

        return page(self, jurisdiction, year=year)

    # What is asked of a law: the questions live in `law.ask`.
    compute = asking.compute
    served_on = serving.served_on
    find = finding.find
    find_clocks = finding_clocks.find_clocks


def law_given(law: object) -> Law:
    """Return the law that was given, or the bundled one; refuse what is none."""
    if law is None:
        return Law.bundled()
    if isinstance(law, Law):
        return law
    msg = f"law needs a Law, not {shown(law)}. Leave it out for the bundled one."
    raise InvalidTypeError(msg, field="law", value=None)


def _by_day(closure: Closure) -> tuple[str, ...]:
    return closure.on.isoformat(), closure.name, closure.kind, closure.authority.cite


def _check_several(overriding: object) -> None:
    if isinstance(overriding, str):  # a text would be taken letter by letter
        msg = (
            f"overriding= needs several ids, not {shown(overriding)}. Pass a tuple, "
            f"({shown(overriding)},)."
        )
        raise InvalidTypeError(msg, field="overriding", value=overriding)


def _restore(
    kind: type[Law],
    paths: tuple[str, ...],
    overriding: frozenset[str],
    announced: tuple[tuple[str, tuple[Closure, ...]], ...] = (),
) -> Law:
    """Return the law of this process that was sent, or make it: once, not each time.

    What another process has sent a thousand times has read its files here once. That
    they changed is noticed within a second.
    """
    if kind is Law and not paths and not announced:
        return Law.bundled()
    sent = kind, paths, overriding, announced
    if is_just_seen(sent):
        latest = _latest.get(sent)
        if latest is not None:
            return latest
    key = sent, tuple(map(stamp_of, paths))
    law = _restored.get(key)
    if law is None:
        if announced:
            under = _restore(kind, paths, overriding)
            law = kind(under.folders, overriding, announced)
            law.share(under)
        else:
            folders = [LawFolder(BUNDLED)]
            for path in paths:
                folders.append(LawFolder(path, below=folders[-1]))
            law = kind(tuple(folders), overriding)
        _restored[key] = law
    _latest[sent] = law
    return law
