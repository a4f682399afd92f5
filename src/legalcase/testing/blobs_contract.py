"""BlobsContract: the tests that everything has to pass that keeps bytes."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING
from unittest import SkipTest

from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.testing.store_helpers import refused, same, together

if TYPE_CHECKING:
    from typing import Any

    from legalcase.ports import Blobs

__all__ = ["BlobsContract"]

_SAMPLES = (b"", b"\0", b"%PDF-1.7\r\n\xff\xfe", bytes(range(256)) * 4096)
_WRITERS = 4


class BlobsContract:
    """Subclass it in your tests, and say how that which keeps bytes is made.

    Give `make_blobs` and `reopened`, and `damage` if what is kept can be damaged.
    """

    def make_blobs(self) -> Blobs:
        """Return a new, empty one."""
        raise NotImplementedError

    def reopened(self, blobs: Blobs) -> Blobs:
        """Return it as it is after its program has ended and begun again."""
        raise NotImplementedError

    def damage(self, blobs: Blobs, digest: str) -> None:
        """Let other bytes lie where those of a digest are kept."""
        msg = f"{type(blobs).__name__} is not damaged, nor {digest} in it"
        raise SkipTest(msg)

    def test_what_was_put_comes_back(self) -> None:
        """To the byte, under its SHA-256, and from whoever opens it later."""
        blobs = self.make_blobs()
        for data in _SAMPLES:
            digest = blobs.put(data)
            same(sha256(data).hexdigest(), digest)
            same([True], [blobs.has(digest)])
            same(data, blobs.get(digest))
        again = self.reopened(blobs)
        for data in _SAMPLES:
            same(data, again.get(sha256(data).hexdigest()))

    def test_the_same_bytes_are_kept_once(self) -> None:
        """Putting them again gives the same digest, and changes nothing."""
        blobs = self.make_blobs()
        same(blobs.put(b"one"), blobs.put(b"one"))
        same(b"one", blobs.get(blobs.put(b"one")))

    def test_what_was_not_put_is_not_there(self) -> None:
        """Neither is a name that is no digest, and might be a path."""
        blobs = self.make_blobs()
        absent = sha256(b"absent").hexdigest()
        same([False], [blobs.has(absent)])
        with refused(UnknownNameError):
            blobs.get(absent)
        wrong: Any
        for wrong in ("", "../../etc/passwd", absent.upper(), absent[:-1], None):
            with refused(InvalidValueError):
                blobs.get(wrong)
            with refused(InvalidValueError):
                blobs.has(wrong)

    def test_only_bytes_are_kept(self) -> None:
        """No text, which has no bytes by itself, and nothing that can change."""
        blobs = self.make_blobs()
        wrong: Any
        for wrong in ("text", None, bytearray(b"changes"), 7):
            with refused(InvalidTypeError):
                blobs.put(wrong)

    def test_other_bytes_never_come_back(self) -> None:
        """What was damaged is noticed on reading, and mended by putting it again."""
        blobs = self.make_blobs()
        digest = blobs.put(b"as it was")
        self.damage(blobs, digest)
        with refused(DecodeError):
            blobs.get(digest)
        same(digest, blobs.put(b"as it was"))
        same(b"as it was", blobs.get(digest))

    def test_several_put_at_once(self) -> None:
        """The same bytes and others; nobody sees half of them."""
        blobs = self.make_blobs()
        data = bytes(range(256)) * 1024

        def put(number: int) -> None:
            for each in (data, data + bytes([number])):
                same(each, blobs.get(blobs.put(each)))

        acts = [partial(put, number) for number in range(_WRITERS)]
        same([], together(*acts))
        same(data, blobs.get(sha256(data).hexdigest()))
