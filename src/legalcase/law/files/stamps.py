"""Stamps: what tells that a folder of law is as it was when it was last read."""

from __future__ import annotations

import os

__all__ = ["Stamp", "stamp_of"]

Stamp = tuple[tuple[str, int, int], ...]


def stamp_of(path: str) -> Stamp:
    """Return the name, the time of change and the size of each file of a folder.

    A folder that cannot be read has none: whoever reads it is told.
    """
    found = []
    waiting = [path]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            try:
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.name.endswith(".toml"):
                    its = entry.stat()
                    found.append((entry.path, its.st_mtime_ns, its.st_size))
            except OSError:
                continue
    return tuple(sorted(found))
