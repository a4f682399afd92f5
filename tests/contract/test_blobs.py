"""Everything that keeps bytes keeps the same contract, and the contract is worth it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from legalcase.errors import StorageError
from legalcase.model import Content
from legalcase.storage import FolderBlobs, MemoryBlobs
from legalcase.storage.blobs.checked import not_kept
from legalcase.testing import BlobsContract

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.ports import Blobs


class TestMemoryBlobs(BlobsContract):
    """In memory: its successor is itself."""

    def make_blobs(self) -> Blobs:
        """Make an empty one."""
        return MemoryBlobs()

    def reopened(self, blobs: Blobs) -> Blobs:
        """Memory ends with the program: the contract asks within its life."""
        return blobs

    def damage(self, blobs: Blobs, digest: str) -> None:
        """Put something else there."""
        assert isinstance(blobs, MemoryBlobs)
        blobs._kept[digest] = b"other bytes"


class TestFolderBlobs(BlobsContract):
    """In a folder."""

    path: Path

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.path = tmp_path / "a folder"

    def make_blobs(self) -> Blobs:
        """Make the folder."""
        return FolderBlobs(self.path)

    def reopened(self, blobs: Blobs) -> Blobs:
        """Open it again."""
        assert isinstance(blobs, FolderBlobs)
        return FolderBlobs(self.path)

    def damage(self, blobs: Blobs, digest: str) -> None:
        """Write something else into the file."""
        assert blobs.has(digest)
        (self.path / digest[:2] / digest[2:]).write_bytes(b"other bytes")

    def test_nothing_else_is_left_in_the_folder(self) -> None:
        """No half-written file, whatever is put."""
        blobs = self.make_blobs()
        digest = blobs.put(b"one")
        names = [
            path.relative_to(self.path).as_posix()
            for path in self.path.rglob("*")
            if path.is_file()
        ]
        assert names == [f"{digest[:2]}/{digest[2:]}"]
        assert str(self.path) not in repr(blobs)

    def test_what_cannot_be_written_is_not_there(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The disk is full: an error of the store, and nothing half."""
        blobs = self.make_blobs()
        content = Content.of(b"one")

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(StorageError, match="No space left"):
                blobs.put(b"one")
        assert not blobs.has(content.digest)
        assert not any(path.is_file() for path in self.path.rglob("*"))
        assert blobs.put(b"one") == content.digest


def test_what_is_kept_is_shown_to_nobody() -> None:
    """How much it is, and no word of it."""
    blobs = MemoryBlobs()
    blobs.put(b"privileged")
    assert repr(blobs) == "<MemoryBlobs with 1>"


def test_the_folder_above_has_to_be_there(tmp_path: Path) -> None:
    """Else a path mistyped would be an empty folder, and everything missing."""
    with pytest.raises(StorageError, match="cannot make the folder"):
        FolderBlobs(tmp_path / "no such folder" / "blobs")


class Believing(MemoryBlobs):
    """Gives back what lies there, whatever it is."""

    def get(self, digest: str) -> bytes:
        """Look at nothing."""
        if digest not in self._kept:
            raise not_kept(digest)
        return self._kept[digest]


class Forgetting(MemoryBlobs):
    """Keeps nothing that is empty."""

    def put(self, data: bytes) -> str:
        """Pass over the empty file."""
        return super().put(data) if data else Content.of(data).digest


@pytest.mark.parametrize(
    ("broken", "test"),
    [
        (Believing, "test_other_bytes_never_come_back"),
        (Believing, "test_what_was_not_put_is_not_there"),
        (Forgetting, "test_what_was_put_comes_back"),
    ],
)
def test_what_is_broken_fails_the_contract(
    broken: type[MemoryBlobs], test: str
) -> None:
    """The contract would notice."""

    class Broken(TestMemoryBlobs):
        def make_blobs(self) -> Blobs:
            return broken()

    with pytest.raises((AssertionError, LookupError)):
        getattr(Broken(), test)()
