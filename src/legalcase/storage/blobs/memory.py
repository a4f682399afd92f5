"""MemoryBlobs: keeps bytes as long as the program runs; for tests and notebooks."""

from __future__ import annotations

from legalcase.model.documents.content import digest_of
from legalcase.storage.blobs.checked import as_kept, check_asked, not_kept

__all__ = ["MemoryBlobs"]


class MemoryBlobs:
    """Bytes by their digest, in memory; see `legalcase.ports.Blobs`.

    Shared safely between threads: each step reads or writes one entry.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def __repr__(self) -> str:
        """Return how many there are."""
        return f"<MemoryBlobs with {len(self._kept)}>"

    def put(self, data: bytes) -> str:
        """Keep bytes, and return their digest; see `legalcase.ports.Blobs`."""
        digest = digest_of(data)
        self._kept[digest] = data
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes of a digest; see `legalcase.ports.Blobs`."""
        data = self._kept.get(check_asked(digest))
        if data is None:
            raise not_kept(digest)
        return as_kept(digest, data)

    def has(self, digest: str) -> bool:
        """Tell whether bytes are kept; see `legalcase.ports.Blobs`."""
        return check_asked(digest) in self._kept
