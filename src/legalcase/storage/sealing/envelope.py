"""The envelope of a sealed line: what stands in clear, and what is bound to it.

It is canonical JSON of one shape, so that a text which says the same in other bytes is
none. The cipher is bound to tenant, stream, number, kind and key: an envelope that was
carried to another place does not open there.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import Final, NamedTuple

from legalcase.errors import DecodeError, InvalidTypeError, SchemaTooNewError
from legalcase.storage.sealing.cipher import bound

__all__ = [
    "Envelope",
    "associated",
    "is_sealed",
    "kind_in_clear",
    "opened",
    "unreadable",
    "written",
]

SCHEMA: Final = 1
#: Names what is bound, and how: other rules get another tag.
_TAG: Final = b"legalcase-sealed-1"
_START: Final = '{"data":{'
_END: Final = re.compile(r'\},"kind":"sealed","schema":([1-9][0-9]{0,8})\}\Z')
_WHOLE: Final = re.compile(
    r'\{"data":\{"cipher":"(?P<cipher>[A-Za-z0-9+/]+={0,2})",'
    r'"key":"(?P<key>[0-9a-f]{32})",'
    r'"kind":"(?P<kind>[a-z0-9/-]{1,100})",'
    r'"nonce":"(?P<nonce>[A-Za-z0-9+/]{16})"\},'
    r'"kind":"sealed","schema":1\}'
)


class Envelope(NamedTuple):
    """What a sealed line says: the first two in clear, and by no secret."""

    kind: str
    key: str
    nonce: bytes
    cipher: bytes


def written(envelope: Envelope) -> str:
    """Return an envelope as it is stored: canonical JSON, all of it ASCII."""
    cipher = b64encode(envelope.cipher).decode()
    nonce = b64encode(envelope.nonce).decode()
    return (
        f'{{"data":{{"cipher":"{cipher}","key":"{envelope.key}",'
        f'"kind":"{envelope.kind}","nonce":"{nonce}"}},'
        f'"kind":"sealed","schema":{SCHEMA}}}'
    )


def is_sealed(body: str | bytes) -> bool:
    """Tell whether a body says that it is sealed; whether it opens is another thing."""
    text = _as_text(body)
    return text.startswith(_START) and _END.search(text) is not None


def opened(stream: str, number: int, body: str | bytes) -> Envelope:
    """Return what an envelope says; raises `DecodeError`, `SchemaTooNewError`."""
    text = _as_text(body)
    found = _WHOLE.fullmatch(text)
    if found is None:
        end = _END.search(text) if text.startswith(_START) else None
        if end is None:
            raise unreadable(stream, number, "$", "is no sealed line")
        if (schema := int(end[1])) > SCHEMA:
            msg = (
                f"Line {number} of {stream!r} was sealed by a newer version, schema "
                f"{schema}. Upgrade legalcase; the line was left as it is."
            )
            problems = (("$.schema", "is newer than what this version knows"),)
            raise SchemaTooNewError(msg, found=schema, known=SCHEMA, problems=problems)
        raise unreadable(stream, number, "$.data", "is not as it was sealed")
    envelope = None
    if len(found["cipher"]) % 4 == 0:
        envelope = Envelope(
            found["kind"],
            found["key"],
            b64decode(found["nonce"]),
            b64decode(found["cipher"]),
        )
    # Base64 can say the same bytes in several texts: only one of them was sealed.
    if envelope is None or written(envelope) != text:
        raise unreadable(stream, number, "$.data.cipher", "is not as it was sealed")
    return envelope


def kind_in_clear(stream: str, number: int, body: str | bytes) -> str:
    """Return the kind that an envelope says; raises what `opened` raises."""
    return opened(stream, number, body).kind


def associated(tenant: str, stream: str, number: int, kind: str, key: str) -> bytes:
    """Return what is bound to the cipher beside the text: where it stands, and as what.

    >>> associated("firm", "case:roe", 1, "filed", "") == associated(
    ...     "firm", "case:roe1", 1, "filed", ""
    ... )
    False
    """
    return bound(
        _TAG,
        tenant.encode(),
        stream.encode(),
        b"%d" % number,
        kind.encode(),
        key.encode(),
    )


def unreadable(stream: str, number: int, path: str, reason: str) -> DecodeError:
    """Return the error for a line that does not open, without a word of it."""
    msg = (
        f"Line {number} of {stream!r} cannot be unsealed: {path} {reason}. Restore the "
        "store from a backup, or open the key that belongs to this stream."
    )
    return DecodeError(msg, problems=((path, reason),))


def _as_text(body: object) -> str:
    if isinstance(body, bytes):
        # An envelope is ASCII: whatever is none becomes what no envelope has.
        return body.decode("ascii", "replace")
    if not isinstance(body, str):
        msg = (
            f"body needs text or bytes, not {type(body).__name__}. Pass a line's body."
        )
        raise InvalidTypeError(msg, field="body", value=None)
    return body
