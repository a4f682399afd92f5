"""LawFolder: the law's files on disk, read when a question names them."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.errors import LawError
from legalcase.kept import Kept
from legalcase.law.files.reading.groups import MARK, groups_in, groups_of, put_groups
from legalcase.law.files.reading.names import is_hidden, is_name, sort_of
from legalcase.law.files.reading.parts import (
    divided,
    has_long_texts,
    has_numbered_letters,
    id_of,
    names_one,
    table_in,
)
from legalcase.law.files.reading.sources import of_the_file, put_sources
from legalcase.law.files.reading.toml import tables_in
from legalcase.law.files.reading.unreadable import refused, unreadable
from legalcase.sealed import Sealed, sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from legalcase.law.files.reading.parts import Divided, Naming

__all__ = [
    "BUNDLED",
    "LawFile",
    "LawFolder",
]

_LAW: Final = os.path.dirname(os.path.dirname(__file__))
#: Where the law that comes with the package lies.
BUNDLED: Final = os.path.join(os.path.dirname(_LAW), "jurisdictions")
_SOURCES: Final = "sources.toml"
#: The largest file that is read: the longest that comes with the package, twenty times.
_LARGEST: Final = 2_000_000
#: So many files and folders are looked through.
_MOST_FILES: Final = 20_000
#: Opened without waiting: for a pipe to be written to, a device to be ready.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class LawFile(NamedTuple):
    """One file: its path below the folder, its sort, its tables and its digest.

    The tables have in them what the file refers to by name: `used` are the names of
    sources to which it refers, `flaws` (path, what is wrong) of references.
    """

    name: str
    sort: str
    raw: dict[str, Any]
    edition: str
    used: frozenset[str] = frozenset()
    flaws: tuple[tuple[str, str], ...] = ()


class LawFolder(Sealed):
    """A folder of law files, one sub-folder a jurisdiction.

    `overriding` are the ids that it was declared to put in the place of others; `below`
    is the folder over which it is laid, by default the one that comes with the package.
    """

    __slots__ = (
        "_below",
        "_contents",
        "_divided",
        "_files",
        "_missing",
        "_plainly",
        "overriding",
        "path",
    )

    def __init__(
        self,
        path: str | os.PathLike[str],
        overriding: frozenset[str] = frozenset(),
        below: LawFolder | None = None,
    ) -> None:
        self.path = os.fsdecode(path)
        self.overriding = overriding
        self._below = below
        self._files: dict[str, LawFile] = {}
        self._contents: dict[str, bytes] = {}
        self._missing: Kept[str, None] = Kept()
        self._plainly: dict[str, bool] = {}
        self._divided: Kept[tuple[str, str], Divided] = Kept(2)

    def read(self, name: str) -> LawFile | None:
        """Return the file of that name (``"us/counting/frcp.toml"``), or ``None``.

        Raises `LawError` if it is no TOML.
        """
        file = self._files.get(name)
        if file is None:
            content = self.content(name)
            if content is None:
                return None
            file = self._files[name] = self._parsed(name, content, content)
        return file

    def read_entry(self, name: str, array: str, *wanted: str) -> LawFile | None:
        """Return the file with, of the tables of `array`, only those of some ids.

        ``None`` where the file is missing, or has not each of them, or they cannot be
        told apart from the others before the whole is parsed: then `read` it. To parse
        one of a hundred deadlines instead of all is most of the cost of a first
        computation.
        """
        content = self._plain(name)
        if content is None:
            # In a text over several lines, what looks like a header may be none.
            return None
        text = self._divided_at(name, array, content)
        chosen: dict[str, bytes] = {}
        for table in text.tables:
            id_ = id_of(table)
            if id_ in wanted:
                chosen.setdefault(id_, table)
        if len(chosen) < len(wanted):
            return None
        if text.names_sources:
            return None  # to which an entry can refer that stands before them
        part = f"\n[[{array}]]\n".encode().join([text.head, *chosen.values()])
        file = self._parsed(name, part, content)
        # What it refers to can stand behind another table of the file.
        return None if file.flaws else _only(file, array, wanted)

    def read_head(self, name: str) -> LawFile | None:
        """Return the file with only what stands before its first array of tables."""
        content = self._plain(name)
        if content is None:
            return self.read(name)
        return self._parsed(name, content.split(b"\n[[", 1)[0], content)

    def entries_naming(
        self, name: str, array: str, needed: Collection[Naming]
    ) -> tuple[str, ...] | None:
        r"""Return the ids of those tables of `array` that name some words.

        Of each of `needed` one at least; the words of one that has keys stand as the
        value of such a key. ``None`` where the file is missing, or its tables cannot
        be told apart before the whole is parsed, or letters are written as numbers
        (``\u0066``), so that a word need not stand there: then `read` it.
        """
        content = self._plain(name)
        if content is None or has_numbered_letters(content):
            return None
        # Most files have none of the words at all, which is seen sooner.
        wanted = [one.encoded() for one in needed]
        if not all(any(w in content for w in words) for words, _ in wanted):
            return ()
        return self.entries_where(
            name, array, lambda table: all(names_one(table, *one) for one in wanted)
        )

    def entries_where(
        self, name: str, array: str, test: Callable[[bytes], bool]
    ) -> tuple[str, ...] | None:
        """Return the ids of those tables of `array` whose text passes a test.

        ``None`` as above.
        """
        content = self.plain_text(name)
        if content is None:
            return None
        text = self._divided_at(name, array, content)
        if not text.is_whole:
            return None
        found = []
        for table in text.tables:
            if test(table):
                id_ = id_of(table)
                if id_ is None:
                    return None
                found.append(id_)
        return tuple(found)

    def plain_text(self, name: str) -> bytes | None:
        """Return a file as text, all of whose words stand in it letter by letter.

        ``None`` where it was read already, has texts over several lines, or has letters
        that are written as numbers; empty where there is none.
        """
        content = self._plain(name)
        if content is None:
            return None if self.holds(name) else b""
        return None if has_numbered_letters(content) else content

    def _plain(self, name: str) -> bytes | None:
        """Return what a file holds that can be divided before the whole is parsed.

        ``None`` if it cannot, if there is none, or if the whole was read already.
        """
        content = None if name in self._files else self.content(name)
        if content is None:
            return None
        is_plain = self._plainly.get(name)
        if is_plain is None:
            is_plain = self._plainly[name] = not has_long_texts(content)
        return content if is_plain else None

    def _divided_at(self, name: str, array: str, content: bytes) -> Divided:
        # Whoever searches a file reads entries of it next.
        found = self._divided.get((name, array))
        if found is None:
            found = self._divided[name, array] = divided(content, array)
        return found

    def read_table(self, name: str, table: str) -> dict[str, Any]:
        """Return one table of a file, ``"synonyms.trigger"``; empty if there is none.

        The rest stays text, unless the table cannot be told apart from it.
        """
        content = None if name in self._files else self.content(name)
        header = f"[{table}]\n".encode()
        keys = table.split(".")
        if content is not None and keys[-1].encode() not in content:
            return {}
        if (
            content is not None
            and content.count(b"\n" + header) == 1
            and not has_numbered_letters(content)
            and self._plain(name) is not None
        ):
            body = content.split(b"\n" + header)[1].split(b"\n[", 1)[0]
            return table_in(self._parsed(name, header + body, content).raw, keys)
        file = self.read(name)
        return {} if file is None else table_in(file.raw, keys)

    def mentions(self, name: str, word: str) -> bool:
        """Tell whether a word can stand in a file: as its text says, unread as TOML."""
        content = self.content(name)
        if content is None:
            return False
        return word.encode() in content or has_numbered_letters(content)

    def holds(self, name: str) -> bool:
        """Tell whether the folder has a file of that name."""
        return name in self._files or self.content(name) is not None

    def content(self, name: str) -> bytes | None:
        """Return what the file of that name holds, which is read once, or ``None``."""
        content = self._contents.get(name)
        if content is None and is_name(name) and name not in self._missing:
            content = self._load(name)
            if content is None:
                self._missing[name] = None
            else:
                self._contents[name] = content
        return content

    def _load(self, name: str) -> bytes | None:
        try:
            with os.fdopen(
                os.open(os.path.join(self.path, name), _FLAGS), "rb"
            ) as file:
                seen = os.fstat(file.fileno())
                if not stat.S_ISREG(seen.st_mode):
                    what = "can't be read: it is no file of text. Put one there."
                    raise refused(name, what)
                # To ask for the largest each time takes longer than to read.
                content = file.read(min(seen.st_size, _LARGEST) + 1)
                if len(content) > seen.st_size:  # it has grown meanwhile
                    content += file.read(_LARGEST + 1 - len(content))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            what = f"can't be read: {error.strerror}. Make it a readable file."
            raise refused(name, what) from error
        if len(content) > _LARGEST:
            what = f"is larger than {_LARGEST} bytes. Divide it."
            raise refused(name, what)
        return content

    def _parsed(self, name: str, part: bytes, content: bytes) -> LawFile:
        try:
            raw = tables_in(name, part.decode(), is_part=part is not content)
            shared = self._sources_for(name)
            named = groups_in(content) if MARK.encode() in content else frozenset()
            groups = self._groups_for(name) if named else {}
            flaws = put_groups(raw, sort_of(name), groups) if named else ()
            used, more = put_sources(raw, sort_of(name), shared)
            tables = sealed(raw)
        except (ValueError, RecursionError, MemoryError) as error:
            if isinstance(error, LawError):
                raise
            what = f"is not readable as TOML: {unreadable(part, error)}"
            raise refused(name, what) from error
        digest = sha256(content)
        for source, table in shared.items():
            if source.encode() in content:  # what is taken from there belongs to it
                digest.update(repr((source, sorted(table.items()))).encode())
        for group in sorted(named & groups.keys()):
            digest.update(repr((group, groups[group])).encode())
        edition = digest.hexdigest()[:12]
        return LawFile(name, sort_of(name), tables, edition, used, flaws + more)

    def _groups_for(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return the groups of methods that a file can name: shared, or its own."""
        below = self._below
        if below is None and self.path != BUNDLED:
            below = LawFolder(BUNDLED)
        found = {} if below is None else below._groups_for(name)
        jurisdiction, _, rest = name.partition("/")
        own = f"{jurisdiction}/vocabulary.toml" if rest else name
        for place in ("vocabulary.toml", own):
            file = self.read(place) if place != name else None
            if file is not None:
                found |= groups_of(file.raw)
        return found

    def _sources_for(self, name: str) -> dict[str, Any]:
        """Return the sources that a jurisdiction names once for its files."""
        jurisdiction, _, rest = name.partition("/")
        if not rest or rest == _SOURCES:
            return {}
        file = self.read(f"{jurisdiction}/{_SOURCES}")
        return {} if file is None else of_the_file(file.raw)

    def exists(self) -> bool:
        """Tell whether the folder is there."""
        return os.path.isdir(self.path)

    def jurisdictions(self) -> tuple[str, ...]:
        """Return the names of the sub-folders, sorted; hidden ones are left out.

        Raises `LawError` if the folder is none (any more).
        """
        try:
            with os.scandir(self.path) as entries:
                names = sorted(entry.name for entry in entries if entry.is_dir())
        except OSError as error:
            what = "is no folder that can be read. Give the path of one."
            raise refused(os.path.basename(self.path), what) from error
        return tuple(name for name in names if not is_hidden(name))

    def names(self, jurisdiction: str, folder: str) -> tuple[str, ...]:
        """Return the names of the files in a folder of a jurisdiction, sorted."""
        if not is_name(jurisdiction):
            return ()
        path = os.path.join(self.path, jurisdiction, folder)
        if not os.path.isdir(path):
            return ()
        return tuple(
            f"{jurisdiction}/{folder}/{name}"
            for name in sorted(os.listdir(path))
            if name.endswith(".toml")
        )

    def all_names(self) -> Iterator[str]:
        """Yield the name of every TOML file, in order; hidden folders are left out."""
        found: list[str] = []
        seen = 0
        for path, folders, files in os.walk(self.path):
            seen += len(folders) + len(files)
            if seen > _MOST_FILES:
                what = (
                    f"holds more than {_MOST_FILES} files and folders, as no law does. "
                    "Name the folder that holds those of the jurisdictions."
                )
                raise refused(os.path.basename(self.path), what)
            folders[:] = [name for name in folders if not is_hidden(name)]
            below = os.path.relpath(path, self.path).replace(os.sep, "/")
            start = "" if below == "." else f"{below}/"
            # A folder in the place of a file is listed too: reading it says so.
            found += [
                start + name
                for name in (*files, *folders)
                if name.endswith(".toml") and not is_hidden(name)
            ]
        yield from sorted(found, key=lambda name: name.split("/"))


def _only(file: LawFile, array: str, wanted: Collection[str]) -> LawFile | None:
    """Return a part of a file with the tables of those ids: each, and no others.

    The header of another can be written otherwise than that by which it was divided.
    """
    tables = tuple(
        one
        for one in file.raw.get(array, ())
        if isinstance(one, Mapping) and one.get("id") in wanted
    )
    if len(tables) != len(set(wanted)):
        return None
    if len(tables) == len(file.raw[array]):
        return file
    return file._replace(raw=sealed({**file.raw, array: tables}))
