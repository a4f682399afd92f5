"""Writing the index of a folder of law, which a wheel has beside the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.book.finding.indexing.index import ReadPart
from legalcase.law.book.finding.indexing.places import (
    Meanings,
    abbreviations_of,
    entry_of,
    everyday_of,
)
from legalcase.law.book.finding.indexing.states import spoken
from legalcase.law.book.finding.indexing.written import SECTIONS, digest_of
from legalcase.law.book.finding.packs import packs_of
from legalcase.law.files.beside import HEAD, PLACE, TAIL
from legalcase.law.files.stamps import sizes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.law.book.book import Book

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
    sections: dict[str, Iterable[str]] = {
        "digests": (digest_of(folder.content(name)) for name in names),
        "packs": packs,
        "states": ("\t".join((place, *names)) for place, names in spoken(law).items()),
        "entries": _entries(part, packs),
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
        "words": (f"{word}\t{_postings(held)}" for word, held in part.written()),
    }
    written = [HEAD, files]
    for section in SECTIONS[1:]:
        lines = "".join(f"{line}\n" for line in sections[section])
        written.append(f"\n[{section}]\n{lines}".encode())
    return b"".join((*written, TAIL))


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


def _entries(part: ReadPart, packs: list[str]) -> Iterator[str]:
    numbers = {pack: number for number, pack in enumerate(packs)}
    for entry in part.entries():
        pack, own = entry.pack, entry.names[0][len(entry.pack) + 1 :]
        kind = "".join(str(int(each)) for each in entry.kind)
        aliases = entry.names[1:]
        yield "\t".join((str(numbers[pack]), kind, str(entry.length), own, *aliases))


def _postings(held: Mapping[int, int]) -> str:
    """Return the entries that have a word, by their places, each by its distance."""
    by_places: dict[int, list[int]] = {}
    for number, places in sorted(held.items()):
        by_places.setdefault(places, []).append(number)
    return "\t".join(
        " ".join(map(str, (places, *_steps(numbers))))
        for places, numbers in sorted(by_places.items())
    )


def _steps(numbers: list[int]) -> Iterator[int]:
    last = -1
    for number in numbers:
        yield number - last
        last = number
