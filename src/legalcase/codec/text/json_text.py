"""JSON as text: canonical to write, strict to read, and the slices of an object."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any, Final

from attrs import frozen

from legalcase.codec.text.problems import decode_error
from legalcase.errors import InvalidValueError

__all__ = [
    "Slice",
    "as_text",
    "canonical",
    "has_halves",
    "is_json",
    "loaded",
    "slices",
    "written",
]

#: Half of a pair of surrogates: no character, so that no UTF-8 can hold it.
_HALF: Final = re.compile("[\ud800-\udfff]")
_ESCAPED_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")
_BLANK: Final = re.compile(r"[ \t\n\r]*")


def canonical(data: object) -> str:
    """Return data as JSON: equal data, equal text."""
    return json.dumps(
        data, allow_nan=False, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def written(data: object) -> str:
    """Return data as canonical JSON; raises `InvalidValueError` for what is none."""
    with suppress(ValueError, RecursionError):
        return canonical(data)
    msg = (
        "There is a number in it that JSON does not have (infinite, or of thousands of "
        "digits), or it lies too deep. Mend it before it is stored."
    )
    raise InvalidValueError(msg, field="value", value=None)


def as_text(text: str | bytes) -> str:
    """Return what is to be read as text; raises `DecodeError` for what is no UTF-8."""
    if isinstance(text, str):
        return text
    with suppress(ValueError, TypeError):
        return str(text, "utf-8")
    # Outside the handler: the error of the decoder holds the whole text.
    raise decode_error([("$", "is no text in UTF-8")])


def loaded(text: str) -> tuple[Any, bool]:
    """Return what a text says, and whether it is JSON that names no field twice."""
    # What is deeper than the interpreter can go, or a number too long, is none either.
    with suppress(ValueError, RecursionError):
        return _STRICT.decode(text), True
    return None, False


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        msg = "a field stands twice"
        raise ValueError(msg)
    return found


def _no_constant(_: str) -> None:
    msg = "not a number"
    raise ValueError(msg)


#: Made once: a log is read line by line.
_STRICT: Final = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_constant)


def has_halves(text: str) -> bool:
    """Tell whether a text has half of a pair of surrogates, written or escaped."""
    if not text.isascii() and _HALF.search(text):
        return True
    if not _ESCAPED_HALF.search(text):
        return False
    # Two halves that belong together are a character.
    data, is_json_ = loaded(text)
    # Not in the canonical form, which a number such as 1e999 does not have.
    return (
        not is_json_ or _HALF.search(json.dumps(data, ensure_ascii=False)) is not None
    )


def _digits(text: str) -> str:
    # Not made a number: it would lose digits, or be refused for having too many.
    return text


#: Steps over a value: it only has to be JSON.
_SKIP: Final = json.JSONDecoder(
    object_pairs_hook=len,
    parse_int=_digits,
    parse_float=_digits,
    parse_constant=_no_constant,
)


#: Reads the name of a member.
_NAME: Final = json.JSONDecoder()


@frozen
class Slice:
    """The value of one member of an object, as it stands in the text."""

    text: str
    start: int
    stop: int

    def __str__(self) -> str:
        """Return the text of the value."""
        return self.text[self.start : self.stop]


def is_json(text: str) -> bool:
    """Tell whether a text is one JSON value, whatever its numbers and its keys."""
    with suppress(ValueError, RecursionError):
        return _skip(text, _blank(text, 0)) == len(text)
    return False


def slices(text: str, start: int = 0) -> dict[str, Slice] | None:
    """Return the members of the object that begins in a text, each as it stands there.

    ``None`` where there is no object, or one that names a member twice. What stands
    inside the members may be anything that JSON has.
    """
    with suppress(ValueError, RecursionError):
        return _slices(text, _blank(text, start))
    return None


def _slices(text: str, at: int) -> dict[str, Slice] | None:
    found: dict[str, Slice] = {}
    at = _after(text, at, "{")
    if text.startswith("}", at):
        return found
    while True:
        if not text.startswith('"', at):
            return None
        name, at = _NAME.raw_decode(text, at)
        begins = _after(text, _blank(text, at), ":")
        ends = _SKIP.raw_decode(text, begins)[1]
        if name in found:
            return None
        found[name] = Slice(text, begins, ends)
        at = _blank(text, ends)
        if text.startswith("}", at):
            return found
        at = _after(text, at, ",")


def _skip(text: str, at: int) -> int:
    return _blank(text, _SKIP.raw_decode(text, at)[1])


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return at if match is None else match.end()


def _after(text: str, at: int, sign: str) -> int:
    if not text.startswith(sign, at):
        msg = f"no {sign}"
        raise ValueError(msg)
    return _blank(text, at + 1)
