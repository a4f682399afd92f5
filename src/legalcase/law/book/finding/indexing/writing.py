"""Writing the index of a folder of law, which a wheel has beside the law."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from legalcase.law.book.finding.indexing.index import ReadPart
from legalcase.law.book.finding.indexing.places import (
    Meanings,
    abbreviations_of,
    entry_of,
    everyday_of,
)
from legalcase.law.book.finding.indexing.postings import (
    words_written,
)
from legalcase.law.book.finding.indexing.sections import FIRST, SECTIONS
from legalcase.law.book.finding.indexing.states import spoken
from legalcase.law.book.finding.indexing.written import digest_of
from legalcase.law.book.finding.packs import packs_of
from legalcase.law.files.beside import HEAD, PLACE, TAIL
from legalcase.law.files.stamps import sizes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.places import Entry

__all__ = ["index_of", "is_of_the_files"]


def index_of(law: Book) -> bytes:
    """Return the index of a law of one folder, as it is written.

    Raises `ValueError` where an entry asks for a trigger that another jurisdiction
    alone has: what it means could change with any folder that is laid over the law.
    """
    (folder,) = law.folders
    files = sizes_of(folder.path)
    names = [line.partition("\t")[0] for line in files.decode().splitlines()]
    packs = [pack for j in law.jurisdictions() for pack in packs_of(law, j)]
    meanings = Meanings(law)
    part = ReadPart(entry_of(rule, meanings) for rule in law.deadlines())
    if meanings.foreign:
        msg = (
            f"The triggers {', '.join(sorted(meanings.foreign))} have no meaning where "
            "they are used. Define them in the vocabulary of the jurisdiction."
        )
        raise ValueError(msg)
    ids = [_ids(entry) for entry in part.entries()]
    sections: dict[str, Iterable[str]] = {
        "digests": (digest_of(folder.content(name)) for name in names),
        "packs": _packs(part, packs),
        "states": ("\t".join((place, *names)) for place, names in spoken(law).items()),
        "kinds": ("".join(str(entry.kind.weight) for entry in part.entries()),),
        "lengths": ("".join(chr(FIRST + e.length) for e in part.entries()),),
        "entries": ids,
        "short": (
            "\t".join((short, *cited))
            for short, ways in abbreviations_of(law).items()
            for cited in ways
        ),
        "everyday": (
            f"{' '.join(said)}\t{' '.join(meant)}"
            for said, ways in everyday_of(law).items()
            for meant in ways
        ),
    }
    written = {
        section: b"".join(f"{line}\n".encode() for line in lines)
        for section, lines in sections.items()
    }
    written["numbers"], written["words"] = words_written(part.written(), ids)
    parts = (f"\n[{name}]\n".encode() + written[name] for name in SECTIONS[1:])
    return b"".join((HEAD, files, *parts, TAIL))


def is_of_the_files(law: Book) -> bool:
    """Tell whether the index that is written down is that of the bundled law.

    So it is where there is none. `law` is the bundled one alone: all of it is read.
    """
    try:
        with open(PLACE, "rb") as file:  # noqa: PTH123 - as in `folder`
            return file.read() == index_of(law)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _packs(part: ReadPart, packs: list[str]) -> Iterator[str]:
    """Yield each pack, and how many entries it has: they stand in its order."""
    held = [entry.pack for entry in part.entries()]
    counted = Counter(held)
    if list(counted.elements()) != held or list(counted) != [
        pack for pack in packs if pack in counted
    ]:
        msg = "The deadlines do not come in the order of their packs, so that the "
        msg += "index can't say which are of which. Have them come so."
        raise ValueError(msg)
    for pack in packs:
        yield f"{pack}\t{counted[pack]}"


def _ids(entry: Entry) -> str:
    own = entry.names[0][len(entry.pack) + 1 :]
    return "\t".join((own, *entry.names[1:]))
