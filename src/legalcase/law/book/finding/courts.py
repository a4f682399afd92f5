"""Courts from their files: what one does not state it has from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.law.build.calendar import build_court
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile, LawFolder

__all__ = ["STATED", "court_alone", "court_files", "courts_of", "model_of"]

#: What each court has, by its own words or by those of its model.
STATED: Final = ("counting", "zones", "calendars", "cite", "verified")
#: What a court has besides from a model, entry by entry.
_BY_ENTRY: Final = ("calendars", "cut_offs")
_ARRAY: Final = "court"


def model_of(table: Mapping[str, Any]) -> str | None:
    """Return the court from which a court has what it does not state, if it has any.

    One that states everything and names no other that it is like has nothing from its
    parent: so it was before courts could leave anything out.
    """
    if "like" in table:
        return str(table["like"])
    if "parent" in table and any(key not in table for key in STATED):
        return str(table["parent"])
    return None


def courts_of(law: Book, jurisdiction: str) -> tuple[Court, ...]:
    """Return the courts of a jurisdiction, a folder's overrides in their place."""
    kept: dict[str, tuple[Court, ...]] = law.cached("courts")
    if jurisdiction in kept:
        return kept[jurisdiction]
    tables: dict[str, Mapping[str, Any]] = {}
    for folder in law.folders:
        for file in court_files(folder, jurisdiction):
            for table in file.raw.get(_ARRAY, ()):
                tables[table["id"]] = table
    models = _Models(law)
    found = tuple(build_court(models.filled(table)) for table in tables.values())
    if found:  # of what nobody has, there is no end
        kept[jurisdiction] = found
    return found


def court_alone(law: Book, name: str) -> Court | None:
    """Return a court from its own entry alone, where no folder overrides any."""
    if len(law.folders) > 1:
        return None
    entry = _entry(law.folders[0], name)
    return None if entry is None else build_court(_Models(law).filled(entry))


def court_files(folder: LawFolder, jurisdiction: str) -> Iterator[LawFile]:
    """Yield the files of a folder in which a jurisdiction's courts stand."""
    for place in _places(folder, jurisdiction):
        file = folder.read(place)
        if file is not None:
            yield file


def _places(folder: LawFolder, jurisdiction: str) -> Iterator[str]:
    yield f"{jurisdiction}/courts.toml"
    yield from folder.names(jurisdiction, "courts")


def _entry(folder: LawFolder, name: str) -> Mapping[str, Any] | None:
    """Return the table of a court by its id, where it can be told from the others."""
    for place in _places(folder, name.partition("/")[0]):
        file = folder.read_entry(place, _ARRAY, name)
        if file is not None:
            found: Mapping[str, Any] = file.raw[_ARRAY][0]
            return found
    return None


class _Models:
    """The courts that others are like, each laid out once."""

    def __init__(self, law: Book) -> None:
        self.law = law
        self.known: dict[str, Mapping[str, Any]] = {}

    def filled(
        self, table: Mapping[str, Any], seen: tuple[str, ...] = ()
    ) -> Mapping[str, Any]:
        """Return a court's table with what it has from its model."""
        name = model_of(table)
        if name is None:
            return table
        if table["id"] in seen:
            said = " → ".join(map(shown, (*seen, table["id"])))
            msg = f"The courts {said} are like one another. Break the circle."
            raise InvalidValueError(msg, field="like", value=name)
        if name not in self.known:
            self.known[name] = self.filled(
                _table_named(self.law, name), (*seen, table["id"])
            )
        model = self.known[name]
        full = {**_taken(model), **table}
        for key in _BY_ENTRY:
            if key in model and key in table:
                full[key] = {**model[key], **table[key]}
        return full


def _taken(model: Mapping[str, Any]) -> dict[str, Any]:
    keys = (*STATED, "cut_offs", "hears", "parent")
    return {key: model[key] for key in keys if key in model}


def _table_named(law: Book, name: str) -> Mapping[str, Any]:
    """Return the table of a court by its id, of several folders' the last."""
    known: list[str] = []
    for folder in reversed(law.folders):
        entry = _entry(folder, name)
        if entry is not None:
            return entry
        for file in court_files(folder, name.partition("/")[0]):
            for table in file.raw.get(_ARRAY, ()):
                if name in (table["id"], *table.get("aliases", ())):
                    found: Mapping[str, Any] = table
                    return found
                known.append(table["id"])
    kind = "court"
    raise UnknownNameError.of(kind, name, known)
