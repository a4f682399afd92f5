"""Keys that the caller holds: master keys of 32 bytes, one of them in use now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from legalcase.errors import (
    DecodeError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.near import either
from legalcase.ports.keys import KEY_ID, WrappedKey, check_wrapped
from legalcase.shown import shown
from legalcase.storage.sealing.cipher import (
    KEY_BYTES,
    NONCE_BYTES,
    TAG_BYTES,
    Cipher,
    Unsendable,
    bound,
    nonce,
)

__all__ = ["LocalKeys"]

_WHAT: Final = "master key"
#: Names what is wrapped, and how: other rules get another tag.
_TAG: Final = b"legalcase-wrapped-1"
_LENGTH: Final = NONCE_BYTES + KEY_BYTES + TAG_BYTES


class LocalKeys(Unsendable):
    """Master keys in this process, by id; `current` names the one that wraps.

    Each has 32 bytes, at random. The others unwrap what they wrapped before: to
    change the master key, add one, make it the current one, rewrap all streams, and
    leave the old one out. A master key wraps at most 2³² data keys.

    Raises `InvalidTypeError` and `InvalidValueError` for what cannot be used, and
    `MissingExtraError` without `cryptography`.
    """

    __slots__ = ("_ciphers", "_current")

    def __init__(self, keys: Mapping[str, bytes], *, current: str) -> None:
        # First what `repr` shows: a report of an error may show what is half made.
        self._current = ""
        self._ciphers: dict[str, Cipher] = {}
        try:
            self._ciphers = _ciphers(keys)
        finally:
            del keys
        if type(current) is not str or current not in self._ciphers:
            # Not quoted: it may be the key itself, given in the wrong place.
            names = tuple(sorted(self._ciphers))
            msg = f"current names no master key that was given. Name {either(names)}."
            raise InvalidValueError(msg, field="current", value=None)
        self._current = current

    @property
    def current(self) -> str:
        """Name the key that wraps now."""
        return self._current

    def wrap(self, data_key: bytes, context: bytes) -> WrappedKey:
        """Wrap a data key with the current key, bound to its context."""
        try:
            _check_bytes("data_key", data_key)
            _check_bytes("context", context)
            if len(data_key) != KEY_BYTES:
                msg = (
                    f"A data key has {KEY_BYTES} bytes, not {len(data_key)}. Have the "
                    "sealer make it."
                )
                raise InvalidValueError(msg, field="data_key", value=None)
            begin = nonce()
            wrapped = self._ciphers[self.current].encrypt(
                begin, data_key, bound(_TAG, self.current.encode(), context)
            )
        finally:
            del data_key
        return WrappedKey(self.current, begin + wrapped)

    def unwrap(self, wrapped: WrappedKey, context: bytes) -> bytes:
        """Return a data key; raises `UnknownNameError` and `DecodeError`."""
        check_wrapped(wrapped)
        _check_bytes("context", context)
        cipher = self._ciphers.get(wrapped.key_id)
        if cipher is None:
            hint = (
                "Give LocalKeys that key as well; without it, what it wrapped stays "
                "sealed."
            )
            raise UnknownNameError.of(_WHAT, wrapped.key_id, (), hint)
        if len(wrapped.wrapped) == _LENGTH:
            begin, rest = wrapped.wrapped[:NONCE_BYTES], wrapped.wrapped[NONCE_BYTES:]
            beside = bound(_TAG, wrapped.key_id.encode(), context)
            found = cipher.decrypt(begin, rest, beside)
            if found is not None:
                return found
        problem = "is not as it was wrapped, belongs elsewhere, or to another key"
        msg = (
            f"The key wrapped by {shown(wrapped.key_id)} {problem}. Restore it from a "
            "backup, or give the master key that had this id."
        )
        raise DecodeError(msg, problems=(("$.wrapped", problem),))

    def __repr__(self) -> str:
        """Name the keys, and show none."""
        return f"<LocalKeys: {len(self._ciphers)}, current {self.current!r}>"


def _ciphers(keys: object) -> dict[str, Cipher]:
    try:
        if not isinstance(keys, Mapping):
            msg = (
                f"keys needs a table of ids and keys, not {type(keys).__name__}. Pass "
                "{'2026': secrets.token_bytes(32)}, say."
            )
            raise InvalidTypeError(msg, field="keys", value=None)
        if not keys:
            msg = "There is no master key. Give one of 32 bytes."
            raise InvalidValueError(msg, field="keys", value=None)
        found = {}
        for key_id in keys:
            if type(key_id) is not str or not KEY_ID.fullmatch(key_id):
                msg = (
                    "A master key has no id. Use 1 to 200 printable ASCII characters "
                    "without blanks, such as '2026'."
                )
                raise InvalidValueError(msg, field="keys", value=None)
            found[key_id] = Cipher(keys[key_id], "A master key")
        return found
    finally:
        del keys


def _check_bytes(name: str, value: object) -> None:
    kind = type(value).__name__
    if type(value) is not bytes:
        del value
        msg = f"{name} needs bytes, not {kind}. Pass them as bytes."
        raise InvalidTypeError(msg, field=name, value=None)
