"""The entries of deadlines that can answer a search, without reading all others.

To read law as TOML takes most of the time of a first search. An entry that asks for a
word has it in its text, letter by letter, unless it writes it with an escape; so that
only the entries in whose text it stands are read, and the others stay text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.law.book.finding.packs import (
    deadlines_of,
    head_of,
    packs_of,
    place_of,
    tables_of,
)
from legalcase.law.build.deadline import build_deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFolder
    from legalcase.law.files.reading.parts import Naming

    #: Which entries of a pack's file to read; ``None`` for all of it.
    _Choice = Callable[[LawFolder, str, str], tuple[str, ...] | None]

__all__ = ["deadlines_naming", "deadlines_with", "entries_of"]

_ARRAY: Final = "deadline"


def deadlines_naming(
    law: Book, jurisdiction: str | None, needed: Collection[Naming]
) -> Iterator[DeadlineRule]:
    """Yield the deadlines that can name a word of each of `needed`, in order.

    Of all jurisdictions, or of one. Every one that does is among them, and some that
    do not: whoever searches looks at each.
    """

    def named(folder: LawFolder, name: str, pack: str) -> tuple[str, ...] | None:
        del pack
        return folder.entries_naming(name, _ARRAY, needed) if needed else None

    return _chosen(law, jurisdiction, named)


def deadlines_with(
    law: Book, test: Callable[[str, bytes], Callable[[bytes], bool]]
) -> Iterator[DeadlineRule]:
    """Yield the deadlines whose text passes a test, in order, and perhaps more.

    The test is asked for each pack, by its id and what its file holds.
    """

    def passing(folder: LawFolder, name: str, pack: str) -> tuple[str, ...] | None:
        content = folder.plain_text(name)
        if content is None:
            return None
        return folder.entries_where(name, _ARRAY, test(pack, content))

    return _chosen(law, None, passing)


def _chosen(
    law: Book, jurisdiction: str | None, choose: _Choice
) -> Iterator[DeadlineRule]:
    places = law.jurisdictions() if jurisdiction is None else (jurisdiction,)
    for place in places:
        for pack in packs_of(law, place):
            yield from _of_pack(law, pack, choose)


def _of_pack(law: Book, pack: str, choose: _Choice) -> Iterator[DeadlineRule]:
    if pack in law.cached("packs"):
        yield from deadlines_of(law, pack)
        return
    name = place_of(pack)
    files = [f for f in law.folders if f.holds(name)]
    if len(files) != 1:  # a folder's entry can stand in the place of another's
        yield from deadlines_of(law, pack)
        return
    named = choose(files[0], name, pack)
    if named is None:
        yield from deadlines_of(law, pack)
        return
    found = entries_of(law, files[0], pack, named)
    yield from deadlines_of(law, pack) if found is None else found.values()


def entries_of(
    law: Book, folder: LawFolder, pack: str, ids: Collection[str]
) -> dict[str, DeadlineRule] | None:
    """Return some entries of a pack that one folder alone has, by id, in order.

    `ids` are those in the file. ``None`` where the whole of it must be read.
    """
    known = law.cached("deadline")
    found = {full: known.get(full) for full in (f"{pack}/{id_}" for id_ in ids)}
    lacking = [full[len(pack) + 1 :] for full, rule in found.items() if rule is None]
    if lacking:
        part = folder.read_entry(place_of(pack), _ARRAY, *lacking)
        if part is None:
            return None
        head = head_of(part)
        for full, table in tables_of(pack, part):
            rule = build_deadline(table, head, part.edition, overrides=False)
            known[full] = found[full] = rule
    return {full: rule for full, rule in found.items() if rule is not None}
