"""LawFolder: the law's files on disk, read when a question names them."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.errors import LawError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BUNDLED", "LawFile", "LawFolder"]

#: Where the law that comes with the package lies.
BUNDLED: Final = Path(__file__).parent.parent / "jurisdictions"
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


class LawFile(NamedTuple):
    """One file: its path below the folder, its sort, its tables and its digest."""

    name: str
    sort: str
    raw: dict[str, Any]
    edition: str


class LawFolder:
    """A folder of law files, one sub-folder a jurisdiction."""

    __slots__ = ("_files", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: dict[str, LawFile | None] = {}

    def read(self, name: str) -> LawFile | None:
        """Return the file of that name (``"us/counting/frcp.toml"``), or ``None``.

        Raises `LawError` if it is no TOML.
        """
        if name not in self._files:
            self._files[name] = self._load(name)
        return self._files[name]

    def _load(self, name: str) -> LawFile | None:
        path = self.path / name
        try:
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            what = f"can't be read: {error.strerror}. Make it a readable file."
            raise LawError.of([(str(path), "$", what)]) from error
        try:
            raw = tomllib.loads(content.decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            what = f"is not readable as TOML: {error}. Mend it there."
            raise LawError.of([(str(path), "$", what)]) from error
        return LawFile(name, sort_of(name), raw, sha256(content).hexdigest()[:12])

    def jurisdictions(self) -> tuple[str, ...]:
        """Return the names of the sub-folders, sorted; hidden ones are left out.

        Raises `LawError` if the folder is none (any more).
        """
        try:
            entries = sorted(entry for entry in self.path.iterdir() if entry.is_dir())
        except OSError as error:
            what = "is no folder that can be read. Give the path of one."
            raise LawError.of([(str(self.path), "$", what)]) from error
        return tuple(entry.name for entry in entries if not _is_hidden(entry.name))

    def names(self, jurisdiction: str, folder: str) -> tuple[str, ...]:
        """Return the names of the files in a folder of a jurisdiction, sorted."""
        path = self.path / jurisdiction / folder
        if not path.is_dir():
            return ()
        return tuple(
            f"{jurisdiction}/{folder}/{entry.name}"
            for entry in sorted(path.glob("*.toml"))
        )

    def all_names(self) -> Iterator[str]:
        """Yield the name of every TOML file, in order; hidden folders are left out."""
        for path in sorted(self.path.rglob("*.toml")):
            relative = path.relative_to(self.path)
            if not any(map(_is_hidden, relative.parts)):
                yield relative.as_posix()


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
