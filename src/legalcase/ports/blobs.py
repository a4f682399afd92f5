"""Blobs: the bytes of documents, by their digest."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Blobs"]


class Blobs(Protocol):
    """**Protocol:** keeps the bytes of documents, by their SHA-256.

    Content addresses itself: what is put twice is kept once, and nothing that is kept
    ever changes. A case holds the digests (`Content`), never the bytes. Safe to share
    between threads. Raises `StorageError` where the place fails.
    """

    def put(self, data: bytes) -> str:
        """Keep bytes, and return their digest: 64 hexadecimal digits.

        Once this returns, they are never lost. Raises `InvalidTypeError` for what are
        no bytes.
        """
        ...

    def get(self, digest: str) -> bytes:
        """Return the bytes of a digest, compared with it each time.

        Raises `UnknownNameError` for what was not put, `DecodeError` for bytes that
        are not what they were, and `InvalidValueError` for what is no digest.
        """
        ...

    def has(self, digest: str) -> bool:
        """Tell whether bytes are kept; whether they are whole, `get` tells.

        Raises `InvalidValueError` for what is no digest.
        """
        ...
