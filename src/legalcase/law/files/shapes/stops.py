"""What stops a period and lets it run again, as a file of law states it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["badly_stopped"]

_DAYS: Final = re.compile(r"\d+ days?")


def badly_stopped(version: Mapping[str, Any], where: str) -> Iterator[tuple[str, str]]:
    """Yield what contradicts itself in the `restart` of a text of a deadline."""
    restart = version.get("restart")
    if restart is None:
        return
    if restart["on"] == restart["until"]:
        what = f"is {restart['on']!r}, which stops it. Name what ends the stop."
        yield f"{where}.restart.until", what
    period = version.get("period", "")
    if "for" in restart and not _DAYS.fullmatch(period):
        what = (
            "is 'what is left', which is counted of a period in days alone: "
            f"this one is {period or 'of several parts'!r}."
        )
        yield f"{where}.restart.for", what
