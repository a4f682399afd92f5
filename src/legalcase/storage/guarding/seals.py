"""Seals: cursors that tell nothing to whom they are given, and count nothing."""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from hashlib import sha256, shake_256
from typing import Any, Final

from legalcase.errors import InvalidTypeError, InvalidValueError

__all__ = ["Seals", "check_key"]

#: The fewest bytes of a key.
_KEY: Final = 32
_NONCE: Final = 16
_TAG: Final = 16
#: Every cursor is as long as every other, as long as its ids are not very long: so its
#: length does not tell of how many digits a position is.
_LENGTH: Final = 768


def check_key(key: object) -> bytes:
    """Return a key for cursors: one's own, or a new one for ``None``."""
    if key is None:
        return secrets.token_bytes(_KEY)
    if not isinstance(key, bytes):
        msg = (
            f"cursor_key needs bytes, not {type(key).__name__}. Pass what "
            "secrets.token_bytes(32) once gave, and keep it secret."
        )
        raise InvalidTypeError(msg, field="cursor_key", value=None)
    if len(key) < _KEY:
        msg = (
            f"cursor_key has {len(key)} bytes, and whoever guesses it reads positions. "
            "Pass 32 or more: secrets.token_bytes(32)."
        )
        raise InvalidValueError(msg, field="cursor_key", value=None)
    return key


class Seals:
    """Seals the cursors of one person, and opens them again.

    A cursor of a store says how many commits there were, and after which row a page
    begins; sealed, it is noise, and another one each time. Only the same person can
    use it again, with the same key.
    """

    __slots__ = ("_bound", "_hidden", "_person")

    def __init__(self, key: bytes, person: str) -> None:
        self._hidden = hmac.digest(key, b"legalcase-cursor-text", sha256)
        self._bound = hmac.digest(key, b"legalcase-cursor-bound", sha256)
        self._person = person.encode()

    def sealed(self, cursor: str) -> str:
        """Return the cursor to give away."""
        text = cursor.encode()
        length = -(-(len(text) + 2) // _LENGTH) * _LENGTH
        plain = (len(text).to_bytes(2, "big") + text).ljust(length, b"\0")
        nonce = secrets.token_bytes(_NONCE)
        hidden = self._mixed(nonce, plain)
        data = nonce + hidden + self._tag(nonce, hidden)
        return urlsafe_b64encode(data).decode()

    def opened(self, name: str, cursor: Any) -> str:
        """Return the cursor of the store; raises `InvalidValueError` for another."""
        if type(cursor) is not str:
            msg = (
                f"{name} needs the cursor of a page, not {type(cursor).__name__}. Pass "
                "page.next or page.position."
            )
            raise InvalidTypeError(msg, field=name, value=None)
        try:
            data = urlsafe_b64decode(cursor.encode())
        except (Error, ValueError):
            data = b""
        nonce, hidden, tag = data[:_NONCE], data[_NONCE:-_TAG], data[-_TAG:]
        if (
            not hidden
            or urlsafe_b64encode(data).decode() != cursor
            or not hmac.compare_digest(tag, self._tag(nonce, hidden))
        ):
            msg = (
                f"{name} is no cursor that this person was given here. Pass page.next "
                "of the page before, or page.position, as it came, to the same guard."
            )
            raise InvalidValueError(msg, field=name, value=None)
        plain = self._mixed(nonce, hidden)
        return plain[2 : 2 + int.from_bytes(plain[:2], "big")].decode()

    def _mixed(self, nonce: bytes, data: bytes) -> bytes:
        stream = shake_256(self._hidden + nonce).digest(len(data))
        mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
        return mixed.to_bytes(len(data), "big")

    def _tag(self, nonce: bytes, hidden: bytes) -> bytes:
        person = len(self._person).to_bytes(8, "big") + self._person
        return hmac.digest(self._bound, person + nonce + hidden, sha256)[:_TAG]
