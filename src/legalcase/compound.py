"""Periods of several units, as a rule states one: "one year and ninety days"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["parts_of_iso", "parts_of_text", "parts_of_unit", "unit_of", "written"]

#: Those of which a period can have several, the longest first.
_UNITS: Final = ("year", "month", "week", "day")
_PART: Final = re.compile(
    r"(?P<number>\d{1,5}) *(?P<unit>year|month|week|day)s?", re.ASCII
)
_BETWEEN: Final = re.compile(r" *, *and +| *, *| +and +| +", re.ASCII)
_ISO: Final = re.compile(
    r"P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?", re.ASCII
)

#: (number, unit) of each part, the longest first.
Parts = tuple[tuple[int, str], ...]


def parts_of_text(text: str) -> Parts | None:
    """Read ``"1 year and 90 days"``, ``"1 year, 2 months and 3 days"``.

    In small letters; ``None`` for what is no such period: of one unit, of one twice,
    or with a longer unit after a shorter one.
    """
    found, place = [], 0
    while True:
        match = _PART.match(text, place)
        if match is None:
            return None
        found.append((int(match["number"]), match["unit"]))
        if match.end() == len(text):
            return _if_in_order(tuple(found))
        between = _BETWEEN.match(text, match.end())
        if between is None:
            return None
        place = between.end()


def parts_of_iso(text: str) -> Parts | None:
    """Read ``"P1Y90D"``; ``None`` for what is no period of several units."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    given = zip(match.groups(), _UNITS, strict=True)
    return _if_in_order(tuple((int(number), unit) for number, unit in given if number))


def unit_of(parts: Parts) -> str:
    """Return what stands behind the first number: ``"year and 90 days"``."""
    *between, last = (f"{number} {_plural(number, unit)}" for number, unit in parts[1:])
    return "".join([parts[0][1], *(f", {part}" for part in between), f" and {last}"])


def parts_of_unit(number: int, unit: str) -> Parts | None:
    """Return the parts of a period whose unit stands as `unit_of` writes it."""
    head = re.match(r"[a-z]+", unit)
    if head is None or unit == head[0]:
        return None
    rest = unit.removeprefix(head[0]).removeprefix(", ").removeprefix(" and ")
    found = parts_of_text(f"1 {head[0]} {rest}")
    if found is None or unit_of(found) != unit:
        return None
    return ((number, head[0]), *found[1:])


def written(number: int, unit: str) -> str:
    """Write a number with its unit, in the plural where it is not one."""
    head = re.match(r"[a-z]+(?: day)?", unit)
    if head is None or number == 1:
        return f"{number} {unit}"
    return f"{number} {head[0]}s{unit[head.end() :]}"


def _plural(number: int, unit: str) -> str:
    return unit if number == 1 else f"{unit}s"


def _if_in_order(parts: Parts) -> Parts | None:
    ranks = [_UNITS.index(unit) for _, unit in parts]
    is_right = len(parts) > 1 and all(number for number, _ in parts)
    return parts if is_right and ranks == sorted(set(ranks)) else None
