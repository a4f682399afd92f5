"""Law: the value that turns names into rules, calendars, courts and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.errors import InvalidTypeError, LawError, UnknownNameError
from legalcase.kept import Kept
from legalcase.law import catalogued
from legalcase.law import compute as computing
from legalcase.law import find as finding
from legalcase.law.build import build_calendar, build_court
from legalcase.law.build_rule import build_rule
from legalcase.law.folder import BUNDLED, LawFile, LawFolder
from legalcase.law.named import calendar_meant, court_meant, names_of, no_counting_rule
from legalcase.law.vocabulary import (
    but_for_case,
    check_name,
)
from legalcase.sealed import Sealed
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.counting.rule import CountingRule
    from legalcase.courts.bench import Court

__all__ = ["Law"]

_PARTS_OF_AN_ID = 2
#: How many derived values of a sort are kept; of others, as many as `Kept` says. A
#: calendar, or a venue with its masks, is of 200 kB, so that these are some 50 MB.
_MOST: Final = {"calendar": 256, "venues": 256, "own-venues": 32}
_bundled: list[Law] = []


class Law(Sealed):
    """The law at hand: the bundled folder, and folders of the user's laid over it.

    An immutable value: files are read when a question names them, and kept. Two laws
    are equal when they read the same folders with the same overrides.
    """

    __slots__ = ("_cache", "folders", "overriding")

    def __init__(
        self, folders: tuple[LawFolder, ...], overriding: frozenset[str] = frozenset()
    ) -> None:
        self.folders = folders
        self.overriding = overriding
        self._cache: dict[str, Kept[Any, Any]] = {}

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
        from legalcase.law.checks import check_folder  # noqa: PLC0415 - a cycle else

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
        from importlib.metadata import entry_points  # noqa: PLC0415 - seldom, 20 ms

        law = self
        for point in entry_points(group="legalcase.law"):
            offered = point.load()
            path = offered() if callable(offered) else offered
            law = law.with_folder(path)
        return law

    def __eq__(self, other: object) -> bool:
        """Compare by folders and overrides."""
        if not isinstance(other, Law):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self) -> int:
        """Hash by folders and overrides."""
        return hash(self._identity())

    def __repr__(self) -> str:
        """Return how many folders are read."""
        extra = len(self.folders) - 1
        return f"<Law bundled, {extra} more folder{'' if extra == 1 else 's'}>"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle by the folders' paths."""
        paths = tuple(str(folder.path) for folder in self.folders[1:])
        return _restore, (type(self), paths, self.overriding)

    def _identity(self) -> tuple[tuple[str, ...], frozenset[str]]:
        return tuple(str(folder.path) for folder in self.folders), self.overriding

    # What is asked of a law: the questions live in `law.compute` and `law.find`.
    compute = computing.compute
    served_on = computing.served_on
    find = finding.find

    def calendar(self, name: str) -> CourtCalendar:
        """Return a calendar by id; ``"holidays:JP"`` adapts the package `holidays`.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("calendar", name)
        known = self.cached("calendar")
        found = known.get(name)
        if found is None:
            found = self._load_calendar(name)
            known[name] = found
        calendar: CourtCalendar = found
        return calendar

    def _load_calendar(self, name: str) -> CourtCalendar:
        if name.startswith("holidays:"):
            from legalcase.law.python_holidays import adapt  # noqa: PLC0415 - 40 ms

            return CourtCalendar(definition=adapt(name))
        jurisdiction, _, rest = name.partition("/")
        place = f"calendars/{rest}.toml" if rest else "calendar.toml"
        file = self._file(f"{jurisdiction}/{place}")
        if file is None:
            return self.calendar(calendar_meant(self, name))
        based_on = file.raw["calendar"].get("based_on")
        base = None if based_on is None else self.calendar(based_on).definition
        return CourtCalendar(definition=build_calendar(file.raw, file.edition, base))

    def counting_rule(self, name: str) -> CountingRule:
        """Return a counting rule by id; a jurisdiction's id means its general one.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("counting rule", name)
        known = self.cached("rule")
        found = known.get(name)
        if found is None:
            found = self._load_rule(name)
            known[name] = found
        rule: CountingRule = found
        return rule

    def _load_rule(self, name: str) -> CountingRule:
        jurisdiction, _, rest = name.partition("/")
        if not rest:
            head = self.jurisdiction(jurisdiction)
            if head is not None and "counting" in head:
                return self.counting_rule(head["counting"])
        file = self._file(f"{jurisdiction}/counting/{rest}.toml") if rest else None
        if file is None:
            known = (*self.names("rule"), *self.jurisdictions())
            meant = but_for_case(name, known)
            if meant is not None and meant != name:
                return self.counting_rule(meant)
            raise no_counting_rule(self, name)
        based_on = file.raw["rule"].get("base")
        base = None if based_on is None else self.counting_rule(based_on)
        return build_rule(file.raw, file.edition, base)

    def base_of(self, name: str) -> str | None:
        """Return the id of the counting rule that a counting rule is based on."""
        check_name("counting rule", name)
        jurisdiction, _, rest = name.partition("/")
        file = self._file(f"{jurisdiction}/counting/{rest}.toml")
        base: str | None = None if file is None else file.raw["rule"].get("base")
        return base

    def rule(self, name: str) -> DeadlineRule | CountingRule:
        """Return a deadline, or else a counting rule, by id.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("rule", name)
        if name.count("/") >= _PARTS_OF_AN_ID:
            return self.deadline(name)
        return self.counting_rule(name)

    def deadline(self, name: str) -> DeadlineRule:
        """Return a catalogued deadline by id or alias.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("deadline", name)
        known = self.cached("deadline")
        found = known.get(name)
        if found is None:
            found = catalogued.deadline_named(self, name)
            known[name] = found
        rule: DeadlineRule = found
        return rule

    def packs(self, jurisdiction: str) -> tuple[str, ...]:
        """Return the ids of a jurisdiction's packs of deadlines, local rules last."""
        check_name("jurisdiction", jurisdiction)
        found = catalogued.packs_of(self, jurisdiction)
        self._check_jurisdiction(jurisdiction, found)
        return found

    def deadlines(self) -> Iterator[DeadlineRule]:
        """Yield every catalogued deadline, by jurisdiction and pack."""
        for jurisdiction in self.jurisdictions():
            for pack in self.packs(jurisdiction):
                yield from catalogued.deadlines_of(self, pack)

    def court(self, name: str) -> Court:
        """Return a court by id, or by its bare name where those stand alone.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("court", name)
        known = self.cached("court")
        found = known.get(name)
        if found is None:
            found = self._load_court(name)
            known[name] = found
        court: Court = found
        return court

    def _load_court(self, name: str) -> Court:
        if "/" in name:
            places = [name.partition("/")[0]]
        else:
            places = [j for j in self.jurisdictions() if self._has_bare_courts(j)]
        for jurisdiction in places:
            bare = name.rpartition("/")[2]
            entry = self._court_entry(f"{jurisdiction}/{bare}")
            if entry is not None:
                return entry
            for court in self._courts(jurisdiction):
                bare = court.id.rpartition("/")[2]
                if name in (court.id, *court.aliases) or (name == bare):
                    return court
        return self.court(court_meant(self, name))

    def _court_entry(self, name: str) -> Court | None:
        """Return a court from its own entry alone, where no folder overrides any."""
        if len(self.folders) > 1:
            return None
        place = f"{name.partition('/')[0]}/courts.toml"
        file = self.folders[0].read_entry(place, "court", name)
        return None if file is None else build_court(file.raw["court"][0])

    def _has_bare_courts(self, jurisdiction: str) -> bool:
        head = self.jurisdiction(jurisdiction)
        return head is not None and head.get("bare_courts") == "yes"

    def courts(self, jurisdiction: str) -> tuple[Court, ...]:
        """Return the courts of a jurisdiction; raises `UnknownNameError`."""
        check_name("jurisdiction", jurisdiction)
        found = self._courts(jurisdiction)
        self._check_jurisdiction(jurisdiction, found)
        return found

    def _courts(self, jurisdiction: str) -> tuple[Court, ...]:
        found: dict[str, Court] = {}
        for folder in self.folders:
            file = folder.read(f"{jurisdiction}/courts.toml")
            if file is not None:
                for table in file.raw.get("court", ()):
                    found[table["id"]] = build_court(table)
        return tuple(found.values())

    def _check_jurisdiction(self, name: str, found: Collection[object]) -> None:
        """Refuse a name that nothing bears, where nothing was found."""
        if not found and name not in self.jurisdictions():
            noun = "jurisdiction"
            raise UnknownNameError.of(noun, name, self.jurisdictions())

    def jurisdiction(self, name: str) -> dict[str, Any] | None:
        """Return the head of a jurisdiction's folder, or ``None``."""
        check_name("jurisdiction", name)
        file = self._file(f"{name}/jurisdiction.toml")
        head: dict[str, Any] | None = None if file is None else file.raw["jurisdiction"]
        return head

    def jurisdictions(self) -> tuple[str, ...]:
        """Return the ids of all jurisdictions, sorted."""
        found = {name for folder in self.folders for name in folder.jurisdictions()}
        return tuple(sorted(found))

    def local_rules(self, court: str) -> LawFile | None:
        """Return the local rules of a court, if any are at hand."""
        check_name("court", court)
        jurisdiction, _, rest = court.partition("/")
        return self._file(f"{jurisdiction}/local-rules/{rest}.toml")

    def names(self, sort: str) -> tuple[str, ...]:
        """Return the ids of one sort: ``"calendar"``, ``"court"``, ``"deadline"`` ….

        The other sorts are ``"jurisdiction"`` and ``"rule"`` (counting rules). Raises
        `InvalidValueError` for another.
        """
        return names_of(self, sort)

    def _file(self, name: str) -> LawFile | None:
        """Return a file; of several folders' the last (it is a declared override)."""
        for folder in reversed(self.folders):
            file = folder.read(name)
            if file is not None:
                return file
        return None

    def cached(self, sort: str) -> Kept[Any, Any]:
        """Return what is kept of that sort, for the resolver's derived values."""
        found = self._cache.get(sort)
        if found is None:
            found = Kept(_MOST[sort]) if sort in _MOST else Kept()
            found = self._cache.setdefault(sort, found)
        return found


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
