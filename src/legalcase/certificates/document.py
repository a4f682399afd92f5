"""The document of a certificate: canonical JSON with its own digest; read strictly."""

from __future__ import annotations

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.text.json_text import as_text as text_of
from legalcase.codec.text.json_text import loaded
from legalcase.counting.argument.quotation import Quotation
from legalcase.errors import DecodeError, SchemaTooNewError
from legalcase.shown import plain, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "as_text",
    "body_in",
    "digest_of",
    "pairs_in",
    "quotation_out",
    "quotations_in",
    "unfit",
]

_KIND: Final = "certificate"
#: Changes when the document does; what was written under an older number stays legible.
_SCHEMA: Final = 1
_HASH: Final = "sha256:"
_MEMBERS: Final = frozenset({"kind", "schema", "digest", "body"})
_TEXTS: Final = ("cite", "text", "english", "source")
_DAYS: Final = ("first", "last")


def quotation_out(words: Quotation) -> dict[str, str]:
    """Return a quotation as JSON types."""
    found = {name: getattr(words, name) for name in (*_TEXTS, *_DAYS)}
    return {name: str(value) for name, value in found.items() if value is not None}


def digest_of(body: object) -> str:
    """Return the digest of what a certificate holds."""
    return f"{_HASH}{sha256(_canonical(body).encode()).hexdigest()}"


def _canonical(data: object) -> str:
    return json.dumps(data, allow_nan=False, separators=(",", ":"), sort_keys=True)


def as_text(body: object) -> str:
    """Return a certificate as one line of JSON in ASCII, from what it holds."""
    return _canonical(
        {"kind": _KIND, "schema": _SCHEMA, "digest": digest_of(body), "body": body}
    )


def body_in(text: str | bytes) -> object:
    """Return what the certificate of a text holds; its digest is that of the text.

    Raises `DecodeError`, and `SchemaTooNewError` for what a newer version wrote.
    """
    whole = _read(text)
    wrong = whole.keys() ^ _MEMBERS
    if wrong or whole["kind"] != _KIND:
        members = plain(", ".join(sorted(whole)[:9])) or "nothing"
        raise _none_at_all(("$", f"has {members}"))
    schema = whole["schema"]
    if type(schema) is not int or schema < 1:
        raise unfit(("$.schema", "is no number of a schema"))
    if schema > _SCHEMA:
        reason = f"is {shown(schema)}, newer than this version of legalcase: upgrade it"
        msg = f"This certificate cannot be read: $.schema {reason}."
        problems = (("$.schema", reason),)
        raise SchemaTooNewError(msg, found=schema, known=_SCHEMA, problems=problems)
    if not _is_digest(whole["digest"], whole["body"]):
        reason = "is not the digest of what stands here: it was changed since"
        raise unfit(("$.digest", reason))
    return whole["body"]


def _is_digest(said: object, body: object) -> bool:
    # A number such as 1e999 is JSON to read, and none to write: no digest is of it.
    with suppress(ValueError, RecursionError):
        return said == digest_of(body)
    return False


def _unmarked(text: str | bytes) -> str:
    """Return a text as it was written: a shell can have put a mark before it.

    That of Windows writes what a command prints in UTF-16, or marks UTF-8.
    """
    if isinstance(text, bytes) and text.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        with suppress(UnicodeDecodeError):
            return text.decode("utf-16")
    with suppress(DecodeError):
        return text_of(text).removeprefix("\ufeff")
    raise _none_at_all(("$", "is no text in UTF-8"))


def _read(text: str | bytes) -> dict[str, Any]:
    said = _unmarked(text)
    whole, is_json = loaded(said)
    if is_json and isinstance(whole, dict):
        return whole
    if not said.strip():
        raise _none_at_all(("$", "is empty"))
    if not is_json and said.lstrip().startswith("{"):
        raise _none_at_all(("$", "is JSON that was cut off, or says something twice"))
    raise _none_at_all(("$", "is no object of JSON"))


def pairs_in(given: list[Any], path: str) -> Iterator[tuple[str, Any, str]]:
    """Yield the name and the value of each pair, and where the value stands."""
    for number, pair in enumerate(given):
        where = f"{path}[{number}]"
        if (
            not isinstance(pair, list)
            or len(pair) != len(("name", "value"))
            or not isinstance(pair[0], str)
        ):
            raise unfit((where, "is no pair of a name and a value"))
        yield pair[0], pair[1], f"{where}[1]"


def quotations_in(words: object, path: str) -> tuple[Quotation, ...]:
    """Return the quotations of a list."""
    if not isinstance(words, list):
        raise unfit((path, "is no list of quotations"))
    return tuple(_quotation_in(one, f"{path}[{n}]") for n, one in enumerate(words))


def _quotation_in(said: object, path: str) -> Quotation:
    if (
        not isinstance(said, dict)
        or not {"cite", "text"} <= said.keys() <= {*_TEXTS, *_DAYS}
        or not all(isinstance(value, str) for value in said.values())
    ):
        raise unfit((path, "is no quotation"))
    found: dict[str, Any] = {name: said.get(name) for name in _TEXTS}
    try:
        found |= {n: date.fromisoformat(said[n]) for n in _DAYS if n in said}
    except ValueError:
        raise unfit((path, "is in force from or to what is no date")) from None
    return Quotation(**found)


def _none_at_all(problem: tuple[str, str]) -> DecodeError:
    """Return the error for what is no certificate: another file, say, or a part."""
    msg = (
        f"This is no certificate: it {problem[1]}. Give what `legalcase due … --format "
        "certificate` or Certificate.to_json() wrote, whole."
    )
    return DecodeError(msg, problems=(problem,))


def unfit(problem: tuple[str, str]) -> DecodeError:
    """Return the error that says what of a certificate cannot be read, and where."""
    msg = (
        f"This certificate cannot be read: {' '.join(problem)}. Go back to a copy that "
        "was not changed."
    )
    return DecodeError(msg, problems=(problem,))
