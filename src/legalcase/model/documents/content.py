"""Content: which bytes a document is: digest, size and media type."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any, Final, Self

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.terms import Terms

__all__ = ["Content", "check_digest", "digest_of"]

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
#: RFC 6838, section 4.2: the names of type and subtype.
_NAME: Final = r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}"
_MEDIA: Final = re.compile(f"{_NAME}/{_NAME}")


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes, as 64 hexadecimal digits in small letters."""
    given: object = data
    if not isinstance(given, bytes):
        msg = (
            f"A digest is that of bytes, not of {type(data).__name__}. Read the file "
            "as bytes, or encode the text."
        )
        raise InvalidTypeError(msg, field="data", value=None)
    return sha256(data).hexdigest()


def check_digest(name: str, value: object) -> None:
    """Refuse what is no SHA-256 in hexadecimal digits; raises `InvalidValueError`."""
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        msg = (
            f"{name} is no digest. It is the SHA-256 of the bytes, 64 hexadecimal "
            "digits in small letters."
        )
        raise InvalidValueError(msg, field=name, value=None)


def _check_digest(_: object, attribute: Attribute[Any], value: object) -> None:
    check_digest(attribute.name, value)


def _check_size(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not int or value < 0:
        name = attribute.name
        msg = f"{name} needs a number of bytes, 0 or more. Pass len(data)."
        raise InvalidValueError(msg, field=name, value=None)


def _check_media(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not _MEDIA.fullmatch(value):
        name = attribute.name
        msg = (
            f"{name} is no media type. Write type and subtype in small letters, such "
            "as 'application/pdf'."
        )
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class Content(Terms):
    """Which bytes: their SHA-256, how many there are, and what they are.

    The bytes themselves are kept elsewhere, by `legalcase.ports.Blobs`, say.

    >>> Content.of(b"%PDF-1.7", media_type="application/pdf").size
    8
    """

    digest: str = field(validator=_check_digest)
    size: int = field(validator=_check_size)
    media_type: str = field(default="application/octet-stream", validator=_check_media)

    @classmethod
    def of(cls, data: bytes, *, media_type: str = "application/octet-stream") -> Self:
        """Return what says which bytes these are; raises `InvalidTypeError` for none.

        The media type is taken as it is given: nobody looks into the bytes.
        """
        return cls(digest=digest_of(data), size=len(data), media_type=media_type)
