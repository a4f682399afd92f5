"""Clashes: two tables of a counting rule that cannot both hold, laid out in full."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["clashes_of"]

_SAID: Final = MappingProxyType({"after": "forward", "before": "back"})
_WAYS: Final = tuple(_SAID)


def clashes_of(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path below the version, what is wrong) of what contradicts itself."""
    yield from _clear_and_included(data)
    yield from _added_before_the_first_day(data)
    yield from _court_days(data)
    yield from _late(data)
    yield from _nothing_closed(data)
    yield from _others_of_all(data)


def _is_included(data: Mapping[str, Any], way: str) -> bool:
    table = data["trigger_day"]
    word = table["is"] if way == "after" else table.get("before", "excluded")
    return bool(word == "included")


def _clear_and_included(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for way in _WAYS:
        if data["days"][way] == "clear days" and _is_included(data, way):
            what = (
                "is 'clear days', and the day of the event is included. Of clear days "
                "neither end counts: say one of the two."
            )
            yield f"days.{way}", what


def _added_before_the_first_day(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    shifts = "begins" in data["trigger_day"]
    if not shifts and not any(_is_included(data, way) for way in _WAYS):
        return
    for name, table in data.get("service", {}).items():
        if table.get("order") == "add, count, roll":
            what = (
                "is 'add, count, roll', and the day of the event is included, or the "
                "count begins on an open day: nobody said on which it begins after the "
                "time was added. Choose another order."
            )
            yield f"service.{name}.order", what


def _court_days(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Days that mean court days need some, and are never short besides."""
    short = data.get("short")
    for way in _WAYS:
        if data["days"][way] != "court days":
            continue
        if "court_days" not in data:
            what = "is 'court days', and no table court_days says which they are."
            yield f"days.{way}", f"{what} Add it."
        if short is not None and short.get("direction", way) == way:
            what = (
                f"is 'court days', and short leaves days out of a period that is "
                f"counted {_SAID[way]}: say it once. Take short away, or give it the "
                "other direction."
            )
            yield f"days.{way}", what


def _late(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """An event that counts as of a later day needs an hour, and that day."""
    table = data["trigger_day"]
    late = table.get("late", ())
    words = [late] if isinstance(late, str) else [*dict(late).values()]
    if "court_days" not in data:
        for key, said in (("late", words), ("from", [table.get("from")])):
            if "next court day" in said:
                what = "is 'next court day', and no table court_days says which is one."
                yield f"trigger_day.{key}", f"{what} Add it."


def _nothing_closed(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Where no calendar is named, no day is closed, be it a Sunday.

    A roll that moves nothing says so by ``"stay"``, and what it closes is not asked.
    """
    found = [
        ("court_days.closed", data.get("court_days", {}).get("closed")),
        ("short.skip", data.get("short", {}).get("skip")),
    ]
    found += [
        (f"roll.{way}.{key}", table.get(key))
        for way, table in data["roll"].items()
        if isinstance(table, dict) and table["to"] != "stay"
        for key in ("closed", "others")
    ]
    for path, closed in found:
        if closed is not None and not closed:
            what = (
                "names no days, so that every day is open, a Sunday too. Name a "
                'calendar by its role: { court = ["legal-holiday"] }; one with [] '
                "has its weekends alone."
            )
            yield path, what


def _others_of_all(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Where a roll holds for every act, there is no other act to speak of."""
    for way, table in data["roll"].items():
        if isinstance(table, dict) and "others" in table and "acts" not in table:
            what = (
                "is for acts other than those of acts, and none are listed: the roll "
                "holds for all. List them, or take others away."
            )
            yield f"roll.{way}.others", what
