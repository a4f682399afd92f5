"""Text as RFC 5545 wants it: what icalendar's own text type gets wrong, set right."""

from __future__ import annotations

import re
from typing import Final

from icalendar import vText

__all__ = ["CalendarText"]

# Section 3.3.11 has no place for control characters but the tab and the line feed.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPES: Final = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_SPECIAL: Final = re.compile(r"[\\;,\n]")


class CalendarText(vText):
    r"""Text of a property.

    icalendar 7 reads a backslash before an N as a line break when it writes, so that
    ``C:\New`` loses its capital; it also lets control characters through.
    """

    def to_ical(self) -> bytes:
        """Return the text, escaped."""
        text = _CONTROL.sub("", str(self).replace("\r\n", "\n").replace("\r", "\n"))
        return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text).encode("utf-8")
