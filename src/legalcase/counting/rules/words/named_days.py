"""Closed days named once a rule, and referred to by name where days are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.rules.words.marks import CLOSED_DAYS
from legalcase.errors import InvalidValueError
from legalcase.sealed import sealed
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["NAMED_DAYS", "names_used", "with_named_days"]

#: Where a version names them.
NAMED_DAYS: Final = "closed_days"


def names_used(settings: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (place, name) wherever a version, or a reading, refers to days by name."""
    for place in sorted(CLOSED_DAYS):
        found: Any = settings
        for key in place:
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, str):
            yield place, found


def with_named_days(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a version in which the days stand where it refers to them by name.

    Done when a version is compiled, with all readings laid over: whoever changes the
    days of a name changes them wherever the name stands. Raises `InvalidValueError`
    for a name that the version has not.
    """
    used = tuple(names_used(settings))
    if not used:
        return settings
    known = settings.get(NAMED_DAYS, {})
    full = dict(settings)
    for place, name in used:
        if name not in known:
            said = ", ".join(sorted(known)) or "none"
            msg = (
                f"{'.'.join(place)} is {shown(name)}, and closed_days names these: "
                f"{said}. Name the days there, or list them by role."
            )
            raise InvalidValueError(msg, field=".".join(place), value=name)
        table = full
        for key in place[:-1]:
            table[key] = dict(table[key])
            table = table[key]
        table[place[-1]] = known[name]
    read_only: Mapping[str, Any] = sealed(full)
    return read_only
