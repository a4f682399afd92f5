"""Text as RFC 5545 wants it: what icalendar's own text type gets wrong, set right."""

from __future__ import annotations

import re
from typing import Final

from icalendar import vText

from legalcase.markup import lines_of

__all__ = ["CalendarText"]

_ESCAPES: Final = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_SPECIAL: Final = re.compile(r"[\\;,\n]")


class CalendarText(vText):
    r"""Text of a property.

    icalendar 7 reads a backslash before an N as a line break when it writes, so that
    ``C:\New`` loses its capital; it also lets control characters through, for which
    section 3.3.11 has no place, and what turns the direction of writing around.
    """

    def to_ical(self) -> bytes:
        """Return the text, escaped."""
        text = lines_of(str(self).replace("\r\n", "\n").replace("\r", "\n"))
        return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text).encode("utf-8")
