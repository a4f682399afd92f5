"""What goes to the terminal: its width, its encoding, and JSON for machines."""

from __future__ import annotations

import json
import shutil
import unicodedata
from textwrap import wrap
from typing import Any, Final

from legalcase.markup import lines_of

__all__ = ["UnwrittenError", "as_json", "paragraphs", "width", "write", "write_bytes"]

_WIDEST: Final = 80
_NARROWEST: Final = 40

#: What an old terminal shows instead; one character each where that is possible.
_PLAIN: Final = {
    "§": "s",
    "¶": "P",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "…": "...",
    "ß": "ss",
}


def width() -> int:
    """Return the columns of the terminal, 80 at most: longer lines read badly."""
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns
    return max(_NARROWEST, min(_WIDEST, columns))


def paragraphs(text: str, *, hanging: int = 0) -> str:
    """Return `text`, its long lines wrapped; what continues a line hangs in."""
    columns = width()
    lines: list[str] = []
    for line in text.splitlines():
        if len(line) <= columns:
            lines.append(line)
            continue
        indent = " " * (len(line) - len(line.lstrip()))
        lines += wrap(
            line,
            columns,
            subsequent_indent=indent + " " * hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def as_json(value: Any) -> str:
    """Return JSON that is the same on every terminal: ASCII, indented, in order."""
    return json.dumps(value, indent=2)


class UnwrittenError(Exception):
    """A text did not get to where it was to go; the message says why."""


def write(text: str, stream: Any) -> None:
    """Write a text and a line end, in what characters the stream has.

    Raises `UnwrittenError` where that fails, and `BrokenPipeError` where nobody reads.
    """
    if stream is None:  # a windowed program has no terminal at all
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    end = "" if text.endswith("\n") else "\n"
    try:
        # Pages are made of texts that were cleaned; whatever was not is cleaned here.
        stream.write(_shown(lines_of(text), encoding) + end)
        stream.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:  # a stream that was closed: ValueError
        why = getattr(error, "strerror", None) or "the output is closed"
        raise UnwrittenError(why) from None


def write_bytes(data: bytes, stream: Any) -> None:
    """Write bytes as they are, line ends too; a stream of text alone gets them read."""
    if stream is None:
        return
    bare = getattr(stream, "buffer", None)
    if bare is None:
        stream.write(data.decode("utf-8"))
    else:
        stream.flush()
        bare.write(data)
    stream.flush()


def _shown(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "".join(_character(character, encoding) for character in text)
    return text


def _character(character: str, encoding: str) -> str:
    bare = unicodedata.normalize("NFKD", character)[:1]
    for candidate in (character, _PLAIN.get(character, bare)):
        try:
            candidate.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        return candidate
    return character.encode("ascii", "backslashreplace").decode("ascii")
