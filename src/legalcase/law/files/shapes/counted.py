"""How time is counted, as it is written: what one table must say, and must not."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.rules.parts.thresholds import Thresholds
from legalcase.errors import InvalidValueError
from legalcase.law.files.shapes.walking import settings_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["badly_counted"]

_DAYS_OF_A_YEAR: Final = 366
#: Tables whose keys the law chooses: one of them can be called what it will.
_NAMED_FREELY: Final = frozenset({"service", "completion", "facts"})


def badly_counted(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of each table that says too much, or nothing."""
    for key, where, value in settings_in(raw, _NAMED_FREELY | _CHECKS.keys()):
        if key in _CHECKS:
            yield from _CHECKS[key](value, where)


def _trigger_day(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    if table["is"] == "included" and "before" not in table:
        what = "is missing. Counting back, say whether the day of the event is counted."
        yield f"{path}.before", what
    if "late" in table and "until" not in table:
        what = "says to which day a late event moves, and until says no hour. Add it."
        yield f"{path}.late", what
    begins = table.get("begins")
    if begins is not None and not any("open" in begins[way] for way in _WAYS):
        what = (
            "moves no day. Say for which direction the first day must be an open one."
        )
        yield f"{path}.begins", what
    elif begins is not None and not begins["closed"]:
        what = "is empty, so that no day is passed over. Name a calendar by its role."
        yield f"{path}.begins.closed", what


def _minimum(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    try:
        Thresholds.parse(table["periods"])
    except InvalidValueError as error:
        yield f"{path}.periods", f"contradicts itself. {error}"
    if table["court_days"] > _DAYS_OF_A_YEAR:
        what = (
            f"is {table['court_days']}, and a year has {_DAYS_OF_A_YEAR} days at most: "
            "no period is lengthened so far. State how many court days it must have."
        )
        yield f"{path}.court_days", what


_WAYS: Final = ("after", "before")
_CHECKS: Final[
    Mapping[str, Callable[[Mapping[str, Any], str], Iterator[tuple[str, str]]]]
] = MappingProxyType({"trigger_day": _trigger_day, "minimum": _minimum})
