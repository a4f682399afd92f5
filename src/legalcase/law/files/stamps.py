"""Stamps: what tells that a folder of law is as it was when it was last read."""

from __future__ import annotations

import os
from time import monotonic
from typing import Final

from legalcase.kept import Kept

__all__ = ["AWHILE", "Stamp", "is_just_seen", "sizes_of", "stamp_of"]

#: A file of law stands in a folder of a jurisdiction's.
_DEEPEST: Final = 2

#: Where the files stand from whose words deadlines are found.
_VOCABULARY: Final = "vocabulary.toml"
_FOLDERS: Final = ("deadlines", "local-rules")

Stamp = tuple[tuple[str, int, int], ...]


#: So many seconds a folder is taken to be as it was: to look at each of its files takes
#: twenty times as long as to compute a deadline, and a law can be sent with each.
AWHILE: Final = 1.0
_seen: Final[Kept[object, float]] = Kept(64)


def is_just_seen(sent: object) -> bool:
    """Tell whether the same was asked, and denied, within the last second.

    Who is told no looks at the files, each second at least.
    """
    now = monotonic()
    last = _seen.get(sent)
    if last is not None and now - last < AWHILE:
        return True
    _seen[sent] = now
    return False


def stamp_of(path: str) -> Stamp:
    """Return the name, the time of change and the size of each file of a folder.

    A folder that cannot be read has none: whoever reads it is told.
    """
    found = []
    waiting = [(path, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            try:
                if entry.is_dir():
                    if depth < _DEEPEST:  # a link can lead back to where it stands
                        waiting.append((entry.path, depth + 1))
                elif entry.name.endswith(".toml"):
                    its = entry.stat()
                    found.append((entry.path, its.st_mtime_ns, its.st_size))
            except OSError:
                continue
    return tuple(sorted(found))


def sizes_of(path: str) -> bytes:
    """Return the names and sizes of the files by whose words deadlines are found.

    Those of packs, of local rules and of vocabularies, sorted, each on a line.
    """
    found = []
    waiting = [("", path)]
    for start, place in waiting:
        with os.scandir(place) as entries:
            for entry in entries:
                name = start + entry.name
                depth = name.count("/")
                if entry.name.endswith(".toml"):
                    if entry.name == _VOCABULARY or depth == _DEEPEST:
                        found.append(f"{name}\t{entry.stat().st_size}\n")
                elif (depth == 0 or entry.name in _FOLDERS) and entry.is_dir():
                    waiting.append((f"{name}/", entry.path))
    return "".join(sorted(found)).encode()
