"""What a folder puts in the place of what another has: by sort and id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = [
    "clashing",
    "declared",
    "differing",
    "entries_of",
    "head_of",
    "is_replaced",
    "named",
]

#: The sort of the entry that a file is as a whole, and the table that has its id.
_WHOLE: Final = {"calendar": ("calendar", "calendar"), "counting": ("rule", "rule")}
_HEAD: Final = "jurisdiction"


def entries_of(file: LawFile) -> set[tuple[str, str]]:
    """Return (sort, id) of all that a file enters."""
    raw = file.raw
    if file.sort in {"deadlines", "local-rules"}:
        head = raw.get("pack") or raw["local_rules"]
        whole = {("local-rules", head["id"])} if file.sort == "local-rules" else set()
        tables = raw.get("deadline", ())
        return whole | {("deadline", f"{head['id']}/{t['id']}") for t in tables}
    if file.sort == "courts":
        return {("court", table["id"]) for table in raw["court"]}
    if file.sort == "clocks":
        return {("clock", f"{raw['clocks']['id']}/{t['id']}") for t in raw["clock"]}
    if file.sort == _HEAD:
        return {(_HEAD, raw[_HEAD]["id"])}
    if file.sort in _WHOLE:
        sort, table = _WHOLE[file.sort]
        return {(sort, raw[table]["id"])}
    return set()


def clashing(file: LawFile, other: LawFile) -> set[tuple[str, str]]:
    """Return (sort, id) of what both files enter, and only one of them can be.

    Heads of one jurisdiction go together, as long as no key says two things.
    """
    both = entries_of(file) & entries_of(other)
    if file.sort == _HEAD and not differing(file.raw[_HEAD], other.raw[_HEAD]):
        return set()
    return both


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the keys of which two heads say different things."""
    return [key for key in one if key in other and one[key] != other[key]]


def named(sort: str, id_: str) -> str:
    """Return the name by which an override is declared: an id, or with its sort.

    The id of a jurisdiction is that of its first calendar, too.
    """
    return id_ if "/" in id_ else f"{sort}:{id_}"


def declared(overriding: frozenset[str], sort: str, id_: str) -> bool:
    """Tell whether an override was declared, by its id alone or with its sort."""
    return id_ in overriding or f"{sort}:{id_}" in overriding


def head_of(law: Book, name: str) -> dict[str, Any] | None:
    """Return the head of a jurisdiction: what the folders say, the last one first."""
    heads = [
        file.raw[_HEAD]
        for folder in law.folders
        if (file := folder.read(f"{name}/jurisdiction.toml")) is not None
    ]
    if len(heads) <= 1:
        return heads[0] if heads else None
    return {key: value for head in heads for key, value in head.items()}


def is_replaced(law: Book, sort: str, id_: str) -> bool:
    """Tell whether a declared override put something in an entry's place.

    An id that stands for two things is told apart by the files there are.
    """
    if not declared(law.overriding, sort, id_):
        return False
    jurisdiction, _, rest = id_.partition("/")
    places = {
        _HEAD: f"{id_}/jurisdiction.toml",
        "calendar": f"{jurisdiction}/"
        + (f"calendars/{rest}.toml" if rest else "calendar.toml"),
        "rule": f"{jurisdiction}/counting/{rest}.toml",
    }
    if sort not in places:
        return True
    files = list(_files(law, places[sort]))
    return any(
        clashing(file, other)
        for place, file in enumerate(files)
        for other in files[:place]
    )


def _files(law: Book, name: str) -> Iterator[LawFile]:
    for folder in law.folders:
        file = folder.read(name)
        if file is not None:
            yield file
