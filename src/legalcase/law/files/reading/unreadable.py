"""Why a file is no TOML, in the words of somebody whose editor has saved it."""

from __future__ import annotations

import re
import tomllib
from codecs import BOM_UTF8
from typing import Final

from legalcase.errors import LawError

__all__ = ["refused", "unreadable"]

#: What a program for letters puts in the place of a straight quotation mark.
_CURLED: Final = re.compile("[\u201c\u201d\u201e]")
#: A local time at the end of its day, as an example might have it.
_HOUR_24: Final = re.compile(r"\d[T ]24:")


def unreadable(content: bytes, error: Exception) -> str:
    """Say why a file is no TOML, to somebody whose editor has saved it otherwise."""
    if content.startswith(BOM_UTF8):
        return "it begins with a byte order mark. Save it as UTF-8 without one."
    if isinstance(error, UnicodeDecodeError):
        line = content.count(b"\n", 0, error.start) + 1
        return f"line {line} is not in UTF-8. Save the file as UTF-8."
    if not isinstance(error, tomllib.TOMLDecodeError):
        return (
            "its tables lie too deep in one another, or a number is too long. Mend "
            "what no law has."
        )
    return _of_marks(content.decode(), error) or f"{error}. Mend it there."


def _of_marks(text: str, error: tomllib.TOMLDecodeError) -> str:
    """Say which line has quotation marks that are none, or one too few; or nothing."""
    place = re.search(r"line (\d+)", str(error))
    if place is None:
        # It broke at the end of the file: the mark was lost where the last text began.
        return ""
    number = int(place[1])
    line = text.split("\n")[number - 1]
    marks = re.sub(r"\\.|#.*", "", line)
    if _CURLED.search(re.sub(r'"[^"]*"', "", marks)):
        return (
            f"line {number} has curled quotation marks, which a program for "
            'letters puts in. Write straight ones: ".'
        )
    if _HOUR_24.search(marks):
        return (
            f"line {number} has an hour 24, which a local time of TOML has not. Write "
            "the date alone for the whole day, or its last instant, 23:59:59."
        )
    if marks.count('"') % 2:
        return (
            f"in line {number} a quotation mark is missing, or one is too many. Each "
            "text begins and ends with one."
        )
    return ""


def refused(name: str, what: str) -> LawError:
    """Return the error of a file, named by its place in the law: never by its path.

    Whoever asks a program for a calendar learns nothing of the machine that it runs on.
    """
    return LawError.of([(name, "$", what)])
