"""folded_of: the folded case that a snapshot is, or a refusal at any doubt."""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.snapshots.making import made
from legalcase.codec.snapshots.shapes import Unfit, packages_of
from legalcase.codec.snapshots.stamp import FORM, model_stamp
from legalcase.codec.text.problems import alien_in, decode_error
from legalcase.kernel import Folded, Register

if TYPE_CHECKING:
    from legalcase.kernel import Model

__all__ = ["folded_of"]

#: What stands in the whole: states, known ids, instant, unread kinds, set aside.
_WHOLE: Final = (tuple, Register, datetime, tuple, tuple)


def folded_of(text: str, model: Model, *, stream: str, number: int) -> Folded:
    """Return the folded case that a text of `snapshot_text` is.

    `stream` and `number` are those of the last line that is in it. Raises
    `DecodeError` for one of another stream, line, model or version, and for a text of
    which one sign is not as it was written: the log makes it again.
    """
    body = _body(text)
    if body is None:
        raise decode_error([("$", "is no snapshot, or is not as it was written")])
    try:
        form, stamp, of_stream, of_number, *sections = json.loads(body)
        reason = _other(
            (FORM, form, "form"),
            (model_stamp(model), stamp, "model, or version of a program"),
            (stream, of_stream, "stream"),
            (number, of_number, "line"),
        )
        if reason is None:
            return _folded(model, stream, number, made(sections, packages_of(model)))
    except Exception as error:  # noqa: BLE001 - the door: a cache is never in the way
        alien = alien_in(error)
        reason = "is not built as this version builds it"
    else:
        alien = None
    # Outside the handler: what stood in the text would be the context of the error.
    raise alien or decode_error([("$", reason)])


def _folded(model: Model, stream: str, number: int, whole: tuple[Any, ...]) -> Folded:
    states, known, recorded_at, unread, set_aside = whole
    parts = (states, known, recorded_at, unread, set_aside)
    if tuple(map(type, parts)) != _WHOLE:
        reason = "its parts are not those of a folded case"
        raise Unfit(reason)
    names = [facet.name for facet in model.facets]
    return Folded(
        model=model,
        stream=stream,
        number=number,
        recorded_at=recorded_at,
        rooms=dict(zip(names, states, strict=True)),
        known=known,
        unread=unread,
        set_aside=set_aside,
    )


def _body(text: object) -> str | None:
    """Return what stands behind the digest, if it is that of which it is the digest."""
    if not isinstance(text, str):
        return None
    digest, _, body = text.partition("\n")
    try:
        found = sha256(body.encode()).hexdigest()
    except UnicodeEncodeError:
        return None
    return body if found == digest else None


def _other(*parts: tuple[object, object, str]) -> str | None:
    for wanted, found, noun in parts:
        if type(wanted) is not type(found) or wanted != found:
            return f"is of another {noun}"
    return None
