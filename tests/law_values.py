"""The closed values of the law's files: where each stands, and a law with another."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.law.files.folder import LawFolder
from legalcase.law.files.schema import TABLES
from legalcase.law.files.schema_files import FILES
from legalcase.law.lawbook import Law
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Steps = tuple[str | int, ...]
#: What is made of files that hold no setting of a count.
_UNTOUCHED: Final = (
    "calendar",
    "court",
    "courts",
    "methods",
    "pack-ids",
    "synonyms",
    "vocabulary",
    "words",
)


class Place(NamedTuple):
    """A closed value as it stands in a file: its table and key, itself, its path."""

    table: str
    key: str
    value: str
    path: Steps


def places(
    table: object, keys: Mapping[str, str], name: str, path: Steps = ()
) -> Iterator[Place]:
    """Yield each closed value in a table, and below."""
    if not isinstance(table, dict):
        return
    kinds = {key.rstrip("?"): kind for key, kind in keys.items()}
    free = next((kind for key, kind in keys.items() if key[0] == "*"), "text")
    for key, value in table.items():
        kind = kinds.get(key, free)
        several = isinstance(value, list | tuple)
        for index, item in enumerate(value if several else [value]):
            here = (*path, key, index) if several else (*path, key)
            yield from _of_value(item, kind, (name, key), here)


def _of_value(item: object, kind: str, at: tuple[str, str], here: Steps) -> Iterator[Place]:
    head, _, rest = kind.rpartition(":")
    if kind.startswith("by_weekday:one:") and isinstance(item, dict):
        for day, one in item.items():
            yield Place(*at, str(one), (*here, day))
    elif "one:" in kind:
        yield Place(*at, str(item), here)
    elif head.rstrip("+").endswith("table"):
        yield from places(item, TABLES[rest], rest, here)
    elif kind == "back" and isinstance(item, dict):
        yield from places(item, TABLES["roll"], "roll", here)
    elif kind == "dated":
        other = "verified" if isinstance(item, dict) else "verified_from"
        yield from places(item, TABLES[other], other, here)
    elif kind == "trigger" and isinstance(item, dict):
        other = "expiry_trigger" if "expiry_of" in item else "event_trigger"
        yield from places(item, TABLES[other], other, here)


def places_in(folder: LawFolder) -> Iterator[tuple[str, Place]]:
    """Yield the closed values of all files of a folder, each with its file's name."""
    for name in folder.all_names():
        file = folder.read(name)
        if file is not None:
            for place in places(file.raw, FILES[file.sort], file.sort):
                yield name, place


def with_value(law: Law, index: int, name: str, path: Steps, value: str | None) -> Law:
    """Return a law in which one file of one of its folders says something else.

    Without a value the key is taken away. Nothing is checked, so that the engine itself
    must notice.
    """
    old = law.folders[index]
    file = old.read(name)
    assert file is not None
    raw: Any = deepcopy(_plain(file.raw))
    table = raw
    for step in path[:-1]:
        table = table[step]
    if value is None:
        del table[path[-1]]
    else:
        table[path[-1]] = value
    new = LawFolder(old.path, old.overriding, old._below)
    new._contents.update(old._contents)
    new._files.update(old._files)
    new._files[name] = file._replace(raw=sealed(raw), edition="changed")
    folders = (*law.folders[:index], new, *law.folders[index + 1 :])
    other = Law(folders, law.overriding, law.announced)
    for sort in _UNTOUCHED:
        other._cache[sort] = law.cached(sort)
    return other


def _plain(value: object) -> object:
    """Return tables and lists that can be changed."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
