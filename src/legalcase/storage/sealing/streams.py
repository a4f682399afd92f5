"""Which streams are sealed, and what can be a place in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from legalcase.errors import InvalidTypeError, InvalidValueError

__all__ = [
    "MOST_LINES",
    "Which",
    "check_kind",
    "check_number",
    "check_stream",
    "chooser",
]

#: Prefixes of streams, or a function that tells of one whether it is sealed.
Which = Iterable[str] | Callable[[str], bool]

#: So many nonces a key may draw at random: NIST SP 800-38D, 8.3.
MOST_LINES: Final = 2**32
_STREAM: Final = re.compile(r"[!-~]{1,200}")
_PREFIX: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*:")
_KIND: Final = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_KIND: Final = 100


def chooser(which: Which) -> Callable[[str], bool]:
    """Return the function that tells whether a stream is sealed.

    Raises `InvalidTypeError` and `InvalidValueError` for what is neither a function
    nor prefixes of streams.
    """
    if callable(which):
        return _asking(which)
    if isinstance(which, str) or not isinstance(which, Iterable):
        msg = (
            f"which needs prefixes or a function, not {type(which).__name__}. Pass "
            "('person:', 'case:'), or a function of the stream's name."
        )
        raise InvalidTypeError(msg, field="which", value=None)
    prefixes = tuple(which)
    if not prefixes or not all(
        type(each) is str and _PREFIX.fullmatch(each) for each in prefixes
    ):
        msg = (
            "which has no prefix, or one that is none. Pass the nouns of streams with "
            "their colon, ('person:', 'case:'); for single streams, pass a function."
        )
        raise InvalidValueError(msg, field="which", value=None)
    return lambda stream: stream.startswith(prefixes)


def _asking(which: Callable[[str], bool]) -> Callable[[str], bool]:
    def told(stream: str) -> bool:
        found: object = which(stream)
        if type(found) is not bool:
            msg = (
                f"which has to say True or False, and said {type(found).__name__}. "
                "Mend the function: what is not sealed is stored in clear."
            )
            raise InvalidTypeError(msg, field="which", value=None)
        return found

    return told


def check_stream(stream: object) -> str:
    """Return the name of a stream; raises `InvalidTypeError`, `InvalidValueError`."""
    if type(stream) is not str:
        msg = f"stream needs a str, not {type(stream).__name__}. Pass 'case:roe', say."
        raise InvalidTypeError(msg, field="stream", value=None)
    if not _STREAM.fullmatch(stream):
        msg = (
            "stream is no name of a stream. Use 1 to 200 printable ASCII characters "
            "without blanks, such as 'case:roe'."
        )
        raise InvalidValueError(msg, field="stream", value=None)
    return stream


def check_number(number: object) -> None:
    """Refuse what is no number of a line that is sealed.

    Raises `InvalidTypeError`, and `InvalidValueError` for a line beyond `MOST_LINES`:
    so many nonces a key may draw before two of them could be the same.
    """
    if type(number) is not int:
        msg = f"number needs an int, not {type(number).__name__}. Lines count from 1."
        raise InvalidTypeError(msg, field="number", value=None)
    if not 1 <= number <= MOST_LINES:
        msg = (
            "number is less than 1, or beyond the 2**32 lines that one key seals. "
            "Count lines from 1, and go on in another stream."
        )
        raise InvalidValueError(msg, field="number", value=None)


def check_kind(kind: object) -> None:
    """Refuse what is no kind of a line; raises `InvalidValueError`."""
    if type(kind) is not str or len(kind) > _LONGEST_KIND or not _KIND.fullmatch(kind):
        msg = (
            "kind is no kind of a line. Kinds are words such as 'filed', those of "
            "others with a prefix: 'acme-legal/safety-screened'."
        )
        raise InvalidValueError(msg, field="kind", value=None)
