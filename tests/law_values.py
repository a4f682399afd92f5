"""The closed values of the law's files: where each stands, and a law with another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from house import ROOT
from legalcase.law.files.folder import LawFolder
from legalcase.law.files.schema.files import FILES
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.lawbook import Law
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The keys and numbers that lead to a value from the top of a file.
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


def folders_tried() -> tuple[LawFolder, ...]:
    """Return the folder that comes with the package, and those of the tests."""
    bundled = Law.bundled().folders[0]
    heads = (ROOT / "tests" / "law").glob("*/*/jurisdiction.toml")
    paths = sorted({head.parent.parent for head in heads})
    return (bundled, *(LawFolder(path, below=bundled) for path in paths))


def places_in(folder: LawFolder) -> Iterator[tuple[str, Place]]:
    """Yield the closed values of all files of a folder, each with its file's name."""
    for name in folder.all_names():
        file = folder.read(name)
        if file is not None:
            for place in _places(file.raw, FILES[file.sort], file.sort):
                yield name, place


def with_value(law: Law, name: str, path: Steps, value: str | None) -> Law:
    """Return a law in which a file of its uppermost folder says something else.

    Without a value, what stands there is taken away. Nothing is checked: the answers
    themselves must tell.
    """
    old = law.folders[-1]
    file = old.read(name)
    assert file is not None
    raw = _plain(file.raw)
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
    other = Law((*law.folders[:-1], new), law.overriding, law.announced)
    for sort in _UNTOUCHED:
        other._cache[sort] = law.cached(sort)
    return other


def _places(
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
            yield from _in_value(item, kind, (name, key), here)


def _in_value(
    item: object, kind: str, at: tuple[str, str], here: Steps
) -> Iterator[Place]:
    head, _, rest = kind.rpartition(":")
    if kind.startswith("by_weekday:one:") and isinstance(item, dict):
        for day, one in item.items():
            yield Place(*at, str(one), (*here, day))
    elif "one:" in kind:
        yield Place(*at, str(item), here)
    elif head.rstrip("+").endswith("table"):
        yield from _places(item, TABLES[rest], rest, here)
    elif kind == "back":
        yield from _places(item, TABLES["roll"], "roll", here)
    elif kind == "dated":
        other = "verified_from" if isinstance(here[-1], int) else "verified"
        yield from _places(item, TABLES[other], other, here)
    elif kind == "trigger" and isinstance(item, dict):
        other = "expiry_trigger" if "expiry_of" in item else "event_trigger"
        yield from _places(item, TABLES[other], other, here)


def _plain(value: Any) -> Any:
    """Return tables and lists that can be changed."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
