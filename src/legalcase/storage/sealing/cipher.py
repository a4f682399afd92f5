"""The cipher, AES-256-GCM: the door to `cryptography`, which may be missing."""

from __future__ import annotations

from contextlib import suppress
from secrets import token_bytes
from typing import TYPE_CHECKING, Final, Never

from legalcase.errors import InvalidTypeError, InvalidValueError, MissingExtraError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

__all__ = [
    "KEY_BYTES",
    "NONCE_BYTES",
    "TAG_BYTES",
    "Cipher",
    "bound",
    "needed",
    "nonce",
]

_EXTRA: Final = ("crypto", "Sealing lines", "cryptography")
#: 256 bits.
KEY_BYTES: Final = 32
#: 96 bits, for which GCM is made.
NONCE_BYTES: Final = 12
#: 128 bits.
TAG_BYTES: Final = 16


def needed() -> type[AESGCM]:
    """Return the cipher's class; raises `MissingExtraError` where it is missing."""
    with suppress(ImportError):
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM
    raise MissingExtraError.of(*_EXTRA)


def nonce() -> bytes:
    """Return a nonce, at random from the system."""
    return token_bytes(NONCE_BYTES)


def bound(*parts: bytes) -> bytes:
    """Return parts as one, each behind its length, so that none can shift."""
    return b"".join(len(part).to_bytes(8, "big") + part for part in parts)


class Unsendable:
    """What holds keys: it is neither copied nor pickled."""

    __slots__ = ()

    def __reduce__(self) -> Never:
        """Refuse, with `InvalidTypeError`."""
        msg = (
            f"{type(self).__name__} holds keys, and cannot be copied or pickled. Make "
            "it again where it is needed, from what the caller holds."
        )
        raise InvalidTypeError(msg, field="key", value=None)


class Cipher(Unsendable):
    """Encrypts with one key, which nothing shows, stores or compares.

    Raises `MissingExtraError`; `InvalidTypeError` and `InvalidValueError` for what is
    no key of 32 bytes.
    """

    __slots__ = ("_aead",)

    def __init__(self, key: bytes, what: str = "A key") -> None:
        try:
            if type(key) is not bytes:
                msg = f"{what} needs bytes, not {type(key).__name__}. Pass 32 bytes."
                raise InvalidTypeError(msg, field="key", value=None)
            if len(key) != KEY_BYTES:
                msg = (
                    f"{what} has {KEY_BYTES} bytes, not {len(key)}. Make one with "
                    "secrets.token_bytes(32), not from a password."
                )
                raise InvalidValueError(msg, field="key", value=None)
            self._aead = needed()(key)
        finally:
            del key  # a traceback may be shown with what its frames hold

    def encrypt(self, nonce: bytes, data: bytes, beside: bytes) -> bytes:
        """Return the cipher text with its tag, bound to what stands `beside`.

        Raises `InvalidValueError` for data longer than the cipher takes.
        """
        try:
            with suppress(OverflowError):
                return self._aead.encrypt(nonce, data, beside)
        finally:
            del data
        msg = "The text is longer than 2 GB, the most that is sealed. Divide it."
        raise InvalidValueError(msg, field="text", value=None)

    def decrypt(self, nonce: bytes, data: bytes, beside: bytes) -> bytes | None:
        """Return what was encrypted, or ``None`` if a single bit is another."""
        from cryptography.exceptions import InvalidTag

        with suppress(InvalidTag, OverflowError):
            return self._aead.decrypt(nonce, data, beside)
        return None
