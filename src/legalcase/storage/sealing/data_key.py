"""The data key of one stream, unwrapped: it seals and unseals, and shows nothing."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Final

from legalcase.errors import StorageError
from legalcase.storage.sealing.cipher import Cipher, Unsendable

if TYPE_CHECKING:
    from typing import Self

__all__ = ["DataKey"]

_NAME_TAG: Final = b"legalcase-data-key-1"
_NAME_DIGITS: Final = 32


class DataKey(Unsendable):
    """The key with which the lines of one stream are sealed, in this process only.

    A `Sealer` makes and opens it. `name` is worked out from the key, tells nothing of
    it, and stands in clear in each line that it sealed. The key itself is in no
    attribute, `repr` or pickle, and two of them are never compared.
    """

    __slots__ = ("__weakref__", "_cipher", "name", "stream")

    def __init__(self, stream: str, key: bytes) -> None:
        # First what `repr` shows: a report of an error may show what is half made.
        self.stream = stream
        try:
            self._cipher: Cipher | None = Cipher(key, "A data key")
            self.name = hmac.digest(key, _NAME_TAG, "sha256").hex()[:_NAME_DIGITS]
        finally:
            del key

    def cipher(self) -> Cipher:
        """Return what encrypts with it; raises `StorageError` once it is forgotten."""
        if self._cipher is None:
            msg = (
                f"The key of {self.stream!r} was forgotten. Open it again from the "
                "wrapped key, if that is still stored."
            )
            raise StorageError(msg)
        return self._cipher

    def forget(self) -> None:
        """Drop the key: whoever still holds this object can do nothing with it."""
        self._cipher = None

    def __repr__(self) -> str:
        """Name the stream, and nothing of the key."""
        return f"<DataKey of {self.stream!r}>"

    def __copy__(self) -> Self:
        """Return itself: there is no second one."""
        return self

    def __deepcopy__(self, _: object) -> Self:
        """Return itself: there is no second one."""
        return self
