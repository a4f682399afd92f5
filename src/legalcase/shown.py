"""How a message quotes what came: escaped, and cut to a length that can be read."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LONGEST", "LONGEST_LISTED", "is_plain", "listed", "plain", "shown"]

#: The longest message of one paragraph, and of one that lists problems by line.
LONGEST: Final = 1600
LONGEST_LISTED: Final = 24_000
#: How much of one value is quoted.
_LONGEST_VALUE: Final = 160
#: So many problems are written out; `.problems` has all.
_MOST_LISTED: Final = 100
_LONGEST_LINE: Final = 1000
#: A whole number of more bits is described, not written out: it would take seconds,
#: and of more than 4,300 digits Python refuses to write any.
_MOST_BITS: Final = 512
#: What a terminal, a log or a page obeys instead of showing it: control characters,
#: ends of lines, marks that turn the direction of writing, what takes no room (but for
#: the joiners that some languages are written with), and half a character.
_OBEYED: Final = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def shown(value: object) -> str:
    """Return a value as a message quotes it: its `repr`, escaped and cut."""
    if isinstance(value, str):
        text = repr(str.__str__(value[:_LONGEST_VALUE]))
        if len(value) > _LONGEST_VALUE:
            text += f" and so on, {len(value)} characters"
        return text
    if type(value) is int and value.bit_length() > _MOST_BITS:
        return f"a whole number of {value.bit_length()} bits"
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a value of a stranger's, which cannot say itself
        return f"<{type(value).__name__}>"
    return plain(text, _LONGEST_VALUE)


def plain(text: str, longest: int = LONGEST, *, lines: bool = False) -> str:
    r"""Return text of one line, nothing in it that a terminal or a log obeys.

    Control characters, ends of lines (unless `lines`), marks that turn the direction
    of writing and lone surrogates are written as ``\n``, ``\x1b``, ``\u202e``. What is
    too long loses its middle: a message ends with what to do.
    """
    if len(text) > longest:
        tail = longest // 3
        left_out = len(text) - longest
        text = (
            f"{text[: longest - tail]} [… {left_out} characters left out …] "
            f"{text[-tail:]}"
        )
    if is_plain(text):
        return text
    if lines:
        return "\n".join(re.sub(_OBEYED, _escaped, line) for line in text.split("\n"))
    return re.sub(_OBEYED, _escaped, text)


def listed(found: tuple[tuple[str, ...], ...]) -> tuple[str, str]:
    """Return the noun for so many problems, and a line for each of the first ones."""
    lines = [
        plain(f"  {': '.join(problem)}", _LONGEST_LINE)
        for problem in found[:_MOST_LISTED]
    ]
    if len(found) > _MOST_LISTED:
        lines.append(f"  … and {len(found) - _MOST_LISTED} more.")
    return "problem" if len(found) == 1 else "problems", "\n".join(lines)


def is_plain(text: str) -> bool:
    """Tell whether text is of one line, and nothing in it is obeyed."""
    return text.isprintable() or re.search(_OBEYED, text) is None


def _escaped(match: re.Match[str]) -> str:
    return repr(match[0])[1:-1]
