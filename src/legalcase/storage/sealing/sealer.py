"""The sealer: which streams are sealed, a key for each, a line's text in and out."""

from __future__ import annotations

from contextlib import suppress
from secrets import token_bytes
from typing import TYPE_CHECKING, Final

from legalcase.errors import DecodeError, InvalidTypeError, InvalidValueError
from legalcase.ports.keys import WrappedKey, check_wrapped
from legalcase.storage.sealing import envelope as envelopes
from legalcase.storage.sealing.cipher import (
    KEY_BYTES,
    Unsendable,
    bound,
    needed,
    nonce,
)
from legalcase.storage.sealing.clear import COLUMNS, check_clear
from legalcase.storage.sealing.data_key import DataKey
from legalcase.storage.sealing.key_cache import KeyCache
from legalcase.storage.sealing.streams import (
    check_kind,
    check_number,
    check_stream,
    chooser,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.ports.keys import Keys
    from legalcase.storage.sealing.streams import Which

__all__ = ["Sealer"]

#: Names what a data key is wrapped for: other rules get another tag.
_CONTEXT: Final = b"legalcase-stream-key-1"


class Sealer(Unsendable):
    """Seals the text of lines with AES-256-GCM, a data key a stream.

    `keys` wraps the data keys. `tenant` is whose store it is, and bound to all that is
    sealed: it never changes. `which` says which streams are sealed: prefixes, such as
    ``("person:", "case:")``, or a function of a stream's name. `clear` names what back
    ends may store in clear of a sealed case, to find it by: any of ``"due"``,
    ``"status"``, ``"assignee"``. So many data keys are kept open as `keep` says.

    Raises `MissingExtraError` without `cryptography`, the extra ``crypto``;
    `InvalidTypeError` and `InvalidValueError` for what cannot be used. Threads may
    share it; it is not pickled.
    """

    __slots__ = ("_cache", "_keys", "_seals", "clear", "tenant")

    def __init__(
        self,
        keys: Keys,
        *,
        tenant: str,
        which: Which,
        clear: Iterable[str] = COLUMNS,
        keep: int = 1000,
    ) -> None:
        # First what `repr` shows: a report of an error may show what is half made.
        self.tenant = tenant
        self._cache = KeyCache(keep)
        needed()
        if not (callable(getattr(keys, "wrap", None)) and hasattr(keys, "unwrap")):
            msg = (
                f"keys cannot wrap and unwrap: it is {type(keys).__name__}. Pass "
                "LocalKeys({'2026': key}, current='2026'), say."
            )
            del keys  # a master key, perhaps
            raise InvalidTypeError(msg, field="keys", value=None)
        if type(tenant) is not str or not tenant or not tenant.isprintable():
            msg = "tenant needs the name of whose store it is. Pass 'firm', say."
            raise InvalidValueError(msg, field="tenant", value=None)
        if type(keep) is not int or keep < 1:
            msg = "keep needs a whole number of streams, 1 or more. Pass 1000, say."
            raise InvalidValueError(msg, field="keep", value=None)
        self._keys = keys
        self._seals = chooser(which)
        self.clear = check_clear(clear)

    def seals(self, stream: str) -> bool:
        """Tell whether the lines of a stream are to be sealed."""
        return self._seals(check_stream(stream))

    def new_key(self, stream: str) -> tuple[DataKey, WrappedKey]:
        """Make the data key of a stream that begins: to use, and wrapped, to store.

        A stream has one, as long as it lives. Raises `InvalidValueError` for a stream
        that is not sealed, and whatever `keys` raises.
        """
        if not self.seals(stream):
            msg = (
                f"{stream!r} is no stream that is sealed. Ask sealer.seals(stream), or "
                "let which= name it."
            )
            raise InvalidValueError(msg, field="stream", value=stream)
        times = self._cache.times()
        raw = token_bytes(KEY_BYTES)
        try:
            wrapped = self._wrapped(stream, raw)
            key = DataKey(stream, raw)
        finally:
            del raw
        self._cache.put(stream, wrapped, key, times=times)
        return key, wrapped

    def open_key(self, stream: str, wrapped: WrappedKey) -> DataKey:
        """Return the data key of a stream from the wrapped one that was stored.

        Raises whatever `keys` raises (`DecodeError` and `UnknownNameError` of
        `LocalKeys`), and `DecodeError` for what is no data key.
        """
        found = self._cache.get(check_stream(stream), wrapped)
        if found is not None:
            return found
        times = self._cache.times()
        raw = self._unwrapped(stream, wrapped)
        try:
            key = DataKey(stream, raw)
        finally:
            del raw
        self._cache.put(stream, wrapped, key, times=times)
        return key

    def rewrap(self, stream: str, wrapped: WrappedKey) -> WrappedKey:
        """Wrap the data key of a stream anew, with the key that is in use now.

        So a master key is changed: no line is touched, and no digest. Raises what
        `open_key` raises.
        """
        raw = self._unwrapped(check_stream(stream), wrapped)
        try:
            return self._wrapped(stream, raw)
        finally:
            del raw

    def forget(self, stream: str) -> None:
        """Drop the data key of a stream from memory, also for those who hold it.

        Once the wrapped key is deleted as well, nothing of the stream can be read.
        """
        self._cache.forget(check_stream(stream))

    def seal(
        self, stream: str, number: int, kind: str, text: str, data_key: DataKey
    ) -> str:
        """Return the envelope to be stored in the place of a line's text.

        `number` is that of the line in its stream; `kind` stands in clear. Raises
        `InvalidTypeError`, `InvalidValueError` for what has no place, text that is
        no UTF-8 or a key of another stream, and `StorageError` for a forgotten key.
        """
        try:
            check_number(number)
            check_kind(kind)
            if _checked(data_key).stream != stream:
                msg = (
                    "data_key is not the key of this stream. Pass what new_key or "
                    "open_key returned for it."
                )
                raise InvalidValueError(msg, field="data_key", value=None)
            cipher = data_key.cipher()
            begin = nonce()
            beside = envelopes.associated(
                self.tenant, stream, number, kind, data_key.name
            )
            sealed = cipher.encrypt(begin, _utf8(text), beside)
        finally:
            del text  # a traceback may be shown with what its frames hold
        found = envelopes.Envelope(kind, data_key.name, begin, sealed)
        return envelopes.written(found)

    def unseal(
        self,
        stream: str,
        number: int,
        body: str | bytes,
        data_key: DataKey,
        *,
        kind: str | None = None,
    ) -> str:
        """Return the text that was sealed in this place, with this key.

        `kind`, if it is given, has to be that of the envelope. Raises `DecodeError`,
        without a word of the text, if any byte of the body is another, or it comes
        from another place, stream or tenant; `SchemaTooNewError` for what a newer
        version sealed, and `StorageError` for a forgotten key.
        """
        check_stream(stream)
        check_number(number)
        _checked(data_key)
        found = envelopes.opened(stream, number, body)
        path, reason = "$.data.cipher", "does not fit its place, its kind or the key"
        if data_key.stream != stream or found.key != data_key.name:
            path, reason = "$.data.key", "was sealed with another key"
        elif kind is not None and found.kind != kind:
            path, reason = "$.data.kind", "is not the kind that belongs here"
        else:
            beside = envelopes.associated(
                self.tenant, stream, number, found.kind, found.key
            )
            text = data_key.cipher().decrypt(found.nonce, found.cipher, beside)
            if text is not None:
                with suppress(UnicodeDecodeError):
                    return text.decode()
                # Outside the handler: the error of the decoder holds the text.
                del text
                reason = "is no text in UTF-8"
        raise envelopes.unreadable(stream, number, path, reason)

    @staticmethod
    def is_sealed(body: str | bytes) -> bool:
        """Tell whether a body says that it is sealed.

        It may say so and not open, and whoever can write into the store can put clear
        text there: of a stream that has a key, every line is unsealed, asked or not.
        """
        return envelopes.is_sealed(body)

    def __repr__(self) -> str:
        """Say whose it is, and nothing of the keys."""
        return f"<Sealer of {self.tenant!r}: {len(self._cache)} keys open>"

    def _context(self, stream: str) -> bytes:
        return bound(_CONTEXT, self.tenant.encode(), stream.encode())

    def _wrapped(self, stream: str, raw: bytes) -> WrappedKey:
        try:
            found: object = self._keys.wrap(raw, self._context(stream))
            if isinstance(found, WrappedKey) and raw not in found.wrapped:
                return found
            found = None  # it may be the key itself
        finally:
            del raw
        msg = (
            "keys did not wrap the data key: a WrappedKey has to come back, in which "
            "the key does not stand. Mend wrap(), nothing was stored."
        )
        raise InvalidValueError(msg, field="keys", value=None)

    def _unwrapped(self, stream: str, wrapped: WrappedKey) -> bytes:
        raw: object = self._keys.unwrap(check_wrapped(wrapped), self._context(stream))
        if type(raw) is bytes and len(raw) == KEY_BYTES:
            return raw
        del raw
        problem = f"was not unwrapped to {KEY_BYTES} bytes"
        msg = (
            f"The key of {stream!r} {problem}. See that keys is the one that wrapped "
            "it, and that unwrap() returns bytes."
        )
        raise DecodeError(msg, problems=(("$.wrapped", problem),))


def _checked(data_key: object) -> DataKey:
    if isinstance(data_key, DataKey):
        return data_key
    msg = (
        f"data_key needs a DataKey, not {type(data_key).__name__}. Pass what new_key "
        "or open_key returned."
    )
    raise InvalidTypeError(msg, field="data_key", value=None)


def _utf8(text: object) -> bytes:
    what = type(text).__name__
    try:
        if isinstance(text, str):
            with suppress(UnicodeEncodeError):
                return text.encode()
            what = "text with half a character in it"
    finally:
        del text
    msg = f"text needs text that UTF-8 can hold, not {what}. Read it again, as UTF-8."
    raise InvalidValueError(msg, field="text", value=None)
