"""LawFolder: the law's files on disk, read when a question names them."""

from __future__ import annotations

import os
import re
import tomllib
from codecs import BOM_UTF8
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.errors import LawError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BUNDLED", "PLACES", "LawFile", "LawFolder"]

_HERE: Final = os.path.dirname(__file__)
#: Where the law that comes with the package lies.
BUNDLED: Final = os.path.join(os.path.dirname(_HERE), "jurisdictions")
_SORTS: Final = {
    "jurisdiction.toml": "jurisdiction",
    "calendar.toml": "calendar",
    "courts.toml": "courts",
    "vocabulary.toml": "vocabulary",
}
_FOLDERS: Final = {
    "calendars": "calendar",
    "counting": "counting",
    "deadlines": "deadlines",
    "local-rules": "local-rules",
}
#: What stands in the folder of a jurisdiction, and nowhere else.
PLACES: Final = frozenset({*_SORTS, *_FOLDERS}) - {"vocabulary.toml"}
_ID: Final = re.compile(r'id *= *"([^"\\]*)"', re.MULTILINE)


class LawFile(NamedTuple):
    """One file: its path below the folder, its sort, its tables and its digest."""

    name: str
    sort: str
    raw: dict[str, Any]
    edition: str


class LawFolder:
    """A folder of law files, one sub-folder a jurisdiction.

    `overriding` are the ids that it was declared to put in the place of others.
    """

    __slots__ = ("_contents", "_files", "overriding", "path")

    def __init__(
        self, path: str | os.PathLike[str], overriding: frozenset[str] = frozenset()
    ) -> None:
        self.path = os.fspath(path)
        self.overriding = overriding
        self._files: dict[str, LawFile | None] = {}
        self._contents: dict[str, bytes | None] = {}

    def read(self, name: str) -> LawFile | None:
        """Return the file of that name (``"us/counting/frcp.toml"``), or ``None``.

        Raises `LawError` if it is no TOML.
        """
        if name not in self._files:
            content = self._content(name)
            file = None if content is None else self._parsed(name, content, content)
            self._files[name] = file
        return self._files[name]

    def read_entry(self, name: str, array: str, wanted: str) -> LawFile | None:
        """Return the file with, of the tables of `array`, only that of one id.

        ``None`` where the file is missing, or that table cannot be told apart from
        the others before the whole is parsed: then `read` it. To parse one of a
        hundred deadlines instead of all is most of the cost of a first computation.
        """
        content = None if name in self._files else self._content(name)
        if content is None or b'"""' in content or b"'''" in content:
            # In a text over several lines, what looks like a header may be none.
            return None
        header = f"[[{array}]]"
        head, *tables = content.decode(errors="replace").split(f"\n{header}\n")
        for table in tables:
            found = _ID.match(table)
            if found is not None and found[1] == wanted:
                part = f"{head}\n{header}\n{table}".encode()
                return self._parsed(name, part, content)
        return None

    def _content(self, name: str) -> bytes | None:
        if name not in self._contents:
            self._contents[name] = self._load(name)
        return self._contents[name]

    def _load(self, name: str) -> bytes | None:
        path = os.path.join(self.path, name)
        try:
            with open(path, "rb") as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            what = f"can't be read: {error.strerror}. Make it a readable file."
            raise LawError.of([(path, "$", what)]) from error

    def _parsed(self, name: str, part: bytes, content: bytes) -> LawFile:
        try:
            raw = tomllib.loads(part.decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            what = f"is not readable as TOML: {_unreadable(part, error)}"
            path = os.path.join(self.path, name)
            raise LawError.of([(path, "$", what)]) from error
        return LawFile(name, sort_of(name), raw, sha256(content).hexdigest()[:12])

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
            raise LawError.of([(self.path, "$", what)]) from error
        return tuple(name for name in names if not _is_hidden(name))

    def names(self, jurisdiction: str, folder: str) -> tuple[str, ...]:
        """Return the names of the files in a folder of a jurisdiction, sorted."""
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
        found = []
        for path, folders, files in os.walk(self.path):
            folders[:] = [name for name in folders if not _is_hidden(name)]
            below = os.path.relpath(path, self.path).replace(os.sep, "/")
            start = "" if below == "." else f"{below}/"
            # A folder in the place of a file is listed too: reading it says so.
            found += [
                start + name
                for name in (*files, *folders)
                if name.endswith(".toml") and not _is_hidden(name)
            ]
        yield from sorted(found, key=lambda name: name.split("/"))


def _unreadable(content: bytes, error: ValueError) -> str:
    """Say why a file is no TOML, to somebody whose editor has saved it otherwise."""
    if content.startswith(BOM_UTF8):
        return "it begins with a byte order mark. Save it as UTF-8 without one."
    if isinstance(error, UnicodeDecodeError):
        line = content.count(b"\n", 0, error.start) + 1
        return f"line {line} is not in UTF-8. Save the file as UTF-8."
    return f"{error}. Mend it there."


def _is_hidden(name: str) -> bool:
    """Tell whether a tool keeps something there (``.git``, ``__pycache__``)."""
    return name.startswith((".", "__"))


def sort_of(name: str) -> str:
    """Return the sort of a file by its place; ``""`` if it has none there."""
    parts = name.split("/")
    if len(parts) == 1:
        return "vocabulary" if parts[0] == "vocabulary.toml" else ""
    if len(parts) == len(("jurisdiction", "file")):
        return _SORTS.get(parts[1], "")
    if len(parts) == len(("jurisdiction", "folder", "file")):
        return _FOLDERS.get(parts[1], "")
    return ""
