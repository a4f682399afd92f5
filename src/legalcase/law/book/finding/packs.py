"""Catalogued deadlines by pack: from their files, overrides in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.law.build.deadline import build_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = [
    "built",
    "deadlines_of",
    "head_of",
    "local_court",
    "packs_of",
    "place_of",
    "tables_of",
]


def packs_of(law: Book, jurisdiction: str) -> tuple[str, ...]:
    """Return the ids of a jurisdiction's packs of deadlines, local rules last."""
    known = law.cached("pack-ids")
    ids = known.get(jurisdiction)
    if ids is None:
        ids = tuple(dict.fromkeys(_pack_ids(law, jurisdiction)))
        if ids:  # of what nobody has, there is no end
            known[jurisdiction] = ids
    found: tuple[str, ...] = ids
    return found


def _pack_ids(law: Book, jurisdiction: str) -> Iterator[str]:
    for folder in law.folders:
        for name in folder.names(jurisdiction, "deadlines"):
            # The path of a file and the id inside it agree.
            yield f"{jurisdiction}/{name.rpartition('/')[2].removesuffix('.toml')}"
        for name in folder.names(jurisdiction, "local-rules"):
            file = folder.read_head(name)
            if file is not None and not head_of(file):
                file = folder.read(name)
            if file is not None:
                yield _pack_id(file)


def deadlines_of(law: Book, pack: str) -> tuple[DeadlineRule, ...]:
    """Return the deadlines of a pack, a folder's overrides in their place."""
    known = law.cached("packs")
    if pack not in known:
        files = [folder.read(place_of(pack)) for folder in law.folders]
        found = tuple(built(pack, files).values())
        if found:  # of what nobody has, there is no end
            known[pack] = found
        return found
    deadlines: tuple[DeadlineRule, ...] = known[pack]
    return deadlines


def built(pack: str, files: list[LawFile | None]) -> dict[str, DeadlineRule]:
    """Return the deadlines of a pack's files by id; a later file's take the place."""
    found: dict[str, DeadlineRule] = {}
    for file in files:
        if file is None or _pack_id(file) != pack:
            continue
        for full, table in tables_of(pack, file):
            found[full] = build_deadline(
                table, head_of(file), file.edition, overrides=full in found
            )
    return found


def tables_of(pack: str, file: LawFile) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the deadlines of a pack's file, as it states them, with their ids."""
    for table in file.raw.get("deadline", ()):
        yield f"{pack}/{table['id']}", table


def head_of(file: LawFile) -> dict[str, Any]:
    """Return the head of a pack's file, or of local rules; empty if it has none."""
    head: dict[str, Any] = file.raw.get("pack") or file.raw.get("local_rules") or {}
    return head


def local_court(name: str) -> str | None:
    """Return the court of whose local rules a deadline is one (by its id)."""
    return _local_court(name.rpartition("/")[0])


def _local_court(pack: str) -> str | None:
    jurisdiction, _, rest = pack.partition("/")
    return f"{jurisdiction}/{rest.partition('/')[0]}" if "/" in rest else None


def place_of(pack: str) -> str:
    """Return the name of the file in which a pack stands."""
    jurisdiction, _, rest = pack.partition("/")
    court = _local_court(pack)
    if court is not None:
        return f"{jurisdiction}/local-rules/{court.rpartition('/')[2]}.toml"
    return f"{jurisdiction}/deadlines/{rest}.toml"


def _pack_id(file: LawFile) -> str:
    return str(head_of(file).get("id", ""))
