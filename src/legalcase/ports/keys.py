"""Keys: what holds the caller's own key, and wraps the data keys of streams with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Protocol

from attrs import field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_id

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["KEY_ID", "Keys", "WrappedKey", "check_wrapped"]

#: What can name a key: what can be an id.
KEY_ID: Final = re.compile(r"[!-~]{1,200}")


def _check_wrapped(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not bytes:
        name = attribute.name
        msg = f"{name} needs bytes, not {type(value).__name__}. Pass what was stored."
        raise InvalidTypeError(msg, field=name, value=None)
    if not value:
        msg = "A wrapped key has no bytes. Pass what was stored."
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen
class WrappedKey:
    """A data key as it is stored: by which key it was wrapped, and the result.

    Nobody opens it without the key that `key_id` names.
    """

    key_id: str = field(validator=check_id)
    wrapped: bytes = field(repr=False, validator=_check_wrapped)


def check_wrapped(wrapped: object) -> WrappedKey:
    """Return a wrapped key; raises `InvalidTypeError` for what is none."""
    if isinstance(wrapped, WrappedKey):
        return wrapped
    msg = (
        f"wrapped needs a WrappedKey, not {type(wrapped).__name__}. Make one of the id "
        "and the bytes that were stored."
    )
    raise InvalidTypeError(msg, field="wrapped", value=None)


class Keys(Protocol):
    """**Protocol:** wraps and unwraps data keys with a key of the caller's.

    A service for keys, a device, or `LocalKeys`. The key itself need not leave it.
    """

    def wrap(self, data_key: bytes, context: bytes) -> WrappedKey:
        """Wrap a data key of 32 bytes with the key that is in use now.

        `context` says where the data key belongs: it is not secret, and has to be
        bound to the result, so that nobody else's wrapped key can take its place.
        """
        ...

    def unwrap(self, wrapped: WrappedKey, context: bytes) -> bytes:
        """Return the data key, for the very context with which it was wrapped.

        Raises `UnknownNameError` where there is no key of that id, and `DecodeError`
        for what is not as it was wrapped, or belongs elsewhere.
        """
        ...
