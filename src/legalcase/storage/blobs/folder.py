"""FolderBlobs: keeps bytes in a folder, a file for each digest."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from legalcase.errors import DecodeError, StorageError
from legalcase.model.documents.content import digest_of
from legalcase.storage.blobs.checked import as_kept, check_asked, not_kept

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FolderBlobs"]

#: So many digits of the digest name the folder; the others, the file.
_PREFIX = 2
#: For whoever runs the program, and for nobody else of the machine.
_OURS = 0o700


class FolderBlobs:
    """Bytes in a folder of the disk, by their digest; see `legalcase.ports.Blobs`.

    `path` is the folder; it is made if it is not there, the one in which it lies has to
    be. A file is written whole, beside its place, and moved there once it is on the
    disk: other programs that share the folder see it whole or not at all. Raises
    `StorageError` where the disk fails.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        with _failing("make the folder"):
            self._path.mkdir(mode=_OURS, exist_ok=True)

    def __repr__(self) -> str:
        """Return that it is a folder, and not which."""
        return "<FolderBlobs>"

    def _place(self, digest: str) -> Path:
        return self._path / digest[:_PREFIX] / digest[_PREFIX:]

    def put(self, data: bytes) -> str:
        """Keep bytes, and return their digest; see `legalcase.ports.Blobs`.

        What lies there already is read, and written anew where it was damaged.
        """
        digest = digest_of(data)
        place = self._place(digest)
        with _failing("keep the bytes"):
            if _is_whole(place, digest):
                return digest
            place.parent.mkdir(mode=_OURS, exist_ok=True)
            _write(place, data)
            # The names too have to be on the disk, of the file and of its folder.
            _sync(place.parent)
            _sync(self._path)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes of a digest; see `legalcase.ports.Blobs`."""
        place = self._place(check_asked(digest))
        with _failing("read the bytes"):
            try:
                data = place.read_bytes()
            except FileNotFoundError:
                data = None
        if data is None:
            raise not_kept(digest)
        return as_kept(digest, data)

    def has(self, digest: str) -> bool:
        """Tell whether bytes are kept; see `legalcase.ports.Blobs`."""
        place = self._place(check_asked(digest))
        with _failing("look for the bytes"):
            return place.is_file()


@contextlib.contextmanager
def _failing(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Not its text, which has the path.
        why = error.strerror or type(error).__name__
        msg = f"The folder cannot {what}: {why}. Look whether it is there and writable."
        raise StorageError(msg) from error


def _is_whole(place: Path, digest: str) -> bool:
    try:
        as_kept(digest, place.read_bytes())
    except (FileNotFoundError, DecodeError):
        return False
    return True


def _write(place: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix="new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    """See that the names in a folder are on the disk; Windows does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
