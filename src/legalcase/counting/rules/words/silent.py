"""Texts that are silent on periods counted back: the day taken, and the other one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidValueError
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["AS_FORWARD", "SILENT", "roll_back", "silence", "spoken"]

#: What the roll backward is called where the text says nothing of it.
SILENT: Final = "silent"
#: What it is under the other reading: the text is taken to speak of all periods.
AS_FORWARD: Final = "as forward"
_STAYS: Final = "stay"
_BEFORE: Final = "previous open day"


def spoken(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a version in which the roll of periods counted back stands in full.

    Of a text that is silent it is the open day before the closed one, which is safe,
    on the days and for the acts of its roll forward: what a reading makes of that is
    another question. Raises `InvalidValueError` where nothing moves forward either.
    """
    rolls = settings["roll"]
    if rolls["before"] != SILENT:
        return settings
    after = rolls["after"]
    if after["to"] == _STAYS:
        msg = (
            "roll.before is 'silent', and roll.after moves nothing from a closed day. "
            "Say where a period counted back ends: to = 'stay', say."
        )
        raise InvalidValueError(msg, field="roll.before", value=SILENT)
    before = {**after, "to": _BEFORE, "cite": silence(after["cite"])}
    full = {**settings, "roll": {"after": after, "before": before}}
    read_only: Mapping[str, Any] = sealed(full)
    return read_only


def silence(cite: str) -> str:
    """Return the citation of a text that speaks of the other direction alone."""
    return f"{cite}, silent on periods counted back"


def roll_back(rolls: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the roll of a period counted back: as forward, under that reading."""
    after, before = rolls["after"], rolls["before"]
    if before == AS_FORWARD:
        return {**after, "cite": f"{after['cite']}, if it speaks of both directions"}
    table: Mapping[str, Any] = before
    return table
