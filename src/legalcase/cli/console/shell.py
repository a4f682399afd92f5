"""Words of a command, quoted as the reader's shell takes them."""

from __future__ import annotations

import os
import re
import shlex
from typing import Final

__all__ = ["for_this_shell", "quoted"]

#: What no shell reads as anything but itself.
_BARE: Final = re.compile(r"[\w./:@%+,=-]+", re.ASCII)
_IN_QUOTES: Final = re.compile(r"'([^'\n]*)'")
_CONTINUED: Final = re.compile(r" \\\n +")


def quoted(text: str) -> str:
    """Return a word for the command line; Windows knows double quotes alone."""
    if _BARE.fullmatch(text):
        return text
    return f'"{text}"' if _is_windows() else shlex.quote(text)


def for_this_shell(text: str) -> str:
    """Return a text whose examples are written for a POSIX shell, for the one here."""
    if not _is_windows():
        return text
    text = _CONTINUED.sub(" ", text)
    return "\n".join(
        _IN_QUOTES.sub(r'"\1"', line) if line.startswith("  legalcase ") else line
        for line in text.split("\n")
    )


def _is_windows() -> bool:
    return os.name == "nt"
