"""The chain of a log: the digest of each line rests on all that stand before it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FIRST", "chain", "digest"]

#: Names what is digested, and how: other rules get another tag.
_TAG: Final = b"legalcase-line-1"

#: What stands before the first line of a stream.
FIRST: Final = b""


def digest(stream: str, number: int, previous: bytes, body: bytes) -> bytes:
    """Return the digest of a line: SHA-256 over place, the digest before, and bytes.

    `body` are the bytes as which the line is stored, to the last; `previous` is the
    digest of the line before it, `FIRST` for the first one. Each part goes in behind
    its length, so that no byte can move from one part to another.

    >>> digest("case:roe", 1, FIRST, b"{}").hex()[:16]
    '3dec28470656d32c'
    """
    found = sha256()
    for part in (_TAG, stream.encode(), b"%d" % number, previous, body):
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def chain(
    lines: Iterable[tuple[str, int, bytes]], previous: bytes = FIRST
) -> list[bytes]:
    """Return the digests of lines that follow each other: (stream, number, bytes).

    `previous` is the digest of the line before the first of them.
    """
    found = []
    for stream, number, body in lines:
        previous = digest(stream, number, previous, body)
        found.append(previous)
    return found
