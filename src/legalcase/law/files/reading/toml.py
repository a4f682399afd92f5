"""The tables of a file of the law, or of a part of one, from its text."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from legalcase.law.files.reading.plain_toml import read_plain
from legalcase.law.files.reading.unreadable import refused

__all__ = ["tables_in"]

#: More parts of a dotted key (or of a header) than any law has: to lay out twenty
#: thousand takes seconds and gigabytes.
_MOST_PARTS: Final = 16
_DOTTED: Final = (
    r"""(?<![\w\-"'])(?:(?:[\w\-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){16}"""
)


def tables_in(name: str, text: str, *, is_part: bool) -> dict[str, Any]:
    """Return the tables of a file, or of a part of one, which is read sooner."""
    raw = read_plain(text) if is_part else None
    if raw is not None:
        return raw
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") >= _MOST_PARTS and re.search(_DOTTED, line):
            what = f"line {number} has a key of too many parts. Write tables."
            raise refused(name, what)
    return tomllib.loads(text)
