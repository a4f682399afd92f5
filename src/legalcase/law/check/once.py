"""A folder of law is checked once per content: what passed is not checked again.

What passed is known by a digest of everything on which the answer depends: the files
of the folder and of those under it, what it was declared to override, and the code of
the checks themselves. A program that lays the same folder over the law many times
checks it once; a command line, each of whose calls is a program, keeps a mark in a
folder of the user's cache, where somebody said so. Only what passed is kept: problems
are found anew, for they are being mended.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from legalcase.errors import LegalCaseError
from legalcase.kept import Kept
from legalcase.law.check.folder import check_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFolder
    from legalcase.law.files.problem import Problem

__all__ = ["check_once", "forget", "marks_of_this_user"]

#: What passed in this process.
_passed: Kept[str, None] = Kept(64)
#: So many marks are kept on the disk; the oldest go.
_MOST_MARKS: Final = 256
_PACKAGE: Final = Path(__file__).parent.parent.parent
#: What the folders hold over which others are laid: for their names, one digest. What
#: a folder has read does not change, and the one that comes with the package is large.
_held: Kept[tuple[LawFolder, tuple[str, ...]], bytes] = Kept(8)


def check_once(
    law: Book, folder: LawFolder, marks: Path | None = None
) -> list[Problem]:
    """Return what `check_folder` says, or nothing if the same content has passed.

    `marks` is a folder in which other programs of this user leave a mark of what
    passed; where it cannot be written, the folder of law is checked each time.
    """
    try:
        stamp = _stamp(law, folder)
    except (LegalCaseError, OSError, ValueError):
        return check_folder(law, folder)  # which says what cannot be read
    if stamp in _passed or (marks is not None and _is_marked(marks, stamp)):
        _passed[stamp] = None
        return []
    problems = check_folder(law, folder)
    if not problems:
        _passed[stamp] = None
        if marks is not None:
            _mark(marks, stamp)
    return problems


def forget() -> None:
    """Forget what has passed in this process: for those who measure and test."""
    _passed.clear()


def marks_of_this_user() -> Path | None:
    """Return where marks are kept for this user; ``None`` if there is no such place."""
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    if not base:
        home = os.path.expanduser("~")  # noqa: PTH111 - it fails without raising
        base = "" if home == "~" else os.path.join(home, ".cache")  # noqa: PTH118 - as above
    return Path(base) / "legalcase" / "checked" if base else None


def _stamp(law: Book, folder: LawFolder) -> str:
    """Return the digest of all on which it depends whether a folder passes."""
    digest = sha256()
    for part in _parts(law, folder):
        digest.update(f"{len(part)}:".encode())
        digest.update(part)
    return digest.hexdigest()


def _parts(law: Book, folder: LawFolder) -> Iterator[bytes]:
    for below in law.folders[: law.folders.index(folder)]:
        key = (below, tuple(below.all_names()))
        held = _held.get(key)
        if held is None:
            held = _held[key] = _held_by(*key)
        yield held
    yield _held_by(folder, tuple(folder.all_names()))
    # What overrides need not be text: that is for the check to say.
    named = (sorted(map(repr, folder.overriding)), sorted(map(repr, law.overriding)))
    yield repr(named).encode()
    # Another Python reads TOML and time zones otherwise, and general lists of holidays
    # come with a package of their own.
    yield f"{sys.version} {_version_of('holidays')} {_version_of('tzdata')}".encode()
    yield _code(_PACKAGE)


def _held_by(folder: LawFolder, names: tuple[str, ...]) -> bytes:
    """Return the digest of the files of a folder, with their names."""
    digest = sha256()
    for name in names:
        # What was looked at is what the law will read, whatever happens to it.
        content = folder.content(name) or b""
        digest.update(f"{len(name)}:{name}{len(content)}:".encode())
        digest.update(content)
    return digest.digest()


@lru_cache(maxsize=2)
def _code(package: Path) -> bytes:
    """Return the digest of the code of the checks, which a running program keeps.

    The code of an installed package does not change, that of a checkout does.
    """
    digest = sha256()
    for path in sorted(package.rglob("*.py")):
        seen = path.stat()
        said = f"{path.relative_to(package)} {seen.st_mtime_ns} {seen.st_size}\n"
        digest.update(said.encode())
    return digest.digest()


@lru_cache(maxsize=4)
def _version_of(package: str) -> str:
    """Return which version of a package is installed; empty without one."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _is_marked(marks: Path, stamp: str) -> bool:
    try:
        return (marks / stamp).is_file()
    except OSError:
        return False


def _mark(marks: Path, stamp: str) -> None:
    try:
        marks.mkdir(parents=True, exist_ok=True)
        (marks / stamp).touch()
        old = sorted(marks.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in old[:-_MOST_MARKS]:
            path.unlink(missing_ok=True)
    except OSError:
        return  # the next program checks it again
