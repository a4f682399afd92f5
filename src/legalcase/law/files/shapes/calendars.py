"""Calendars as they are written: dates given out, kinds, weekends, opened days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.calendars.entries.given import given_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["badly_listed"]

#: What only a holiday says that falls by rule, and what only one of given dates.
_BY_RULE: Final = ("to", "every")
_BY_DATE: Final = ("days", "covers", "windows")
#: The most days in a row that one holiday can have.
_A_YEAR: Final = 366


def badly_listed(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of the days of a calendar's file."""
    head = raw["calendar"]
    horizon = head["horizon"]
    left_out = set(head.get("without", ()))
    for sort in ("holiday", "closure", "opening"):
        for index, table in enumerate(raw.get(sort, ())):
            path = f"$.{sort}[{index}]"
            if table.get("id") in left_out:
                what = (
                    f"is {table['id']!r}, which without leaves out, this entry too. "
                    "Choose another."
                )
                yield f"{path}.id", what
            if sort != "opening":
                yield from _kinds(table, path, needed=sort == "closure")
    for index, table in enumerate(raw.get("holiday", ())):
        path = f"$.holiday[{index}]"
        yield from _when(table, path)
        if "on" in table and "falls" not in table:
            yield from _dates(table, path, horizon)
        if table.get("from", horizon["through"]) > horizon["through"]:
            what = (
                f"is {table['from']}, after the horizon ({horizon['through']}): the "
                "holiday would never be seen. Check the two."
            )
            yield f"{path}.from", what
    yield from _weekends(head)
    yield from _bases(head)
    yield from _openings(raw, horizon)


def _kinds(
    table: Mapping[str, Any], path: str, *, needed: bool
) -> Iterator[tuple[str, str]]:
    """Check that an entry has one kind or several, and none of them twice."""
    if "kind" in table and "kinds" in table:
        yield f"{path}.kinds", "stands beside kind. Name all in kinds, or one in kind."
    if needed and "kind" not in table and "kinds" not in table:
        yield f"{path}.kind", "is missing. Say which kind of closure it is."
    yield from _twice(table.get("kinds", ()), f"{path}.kinds")


def _twice(items: Any, path: str) -> Iterator[tuple[str, str]]:
    for item, number in Counter(items).items():
        if number > 1:
            said = str(item) if isinstance(item, date) else repr(item)
            yield path, f"names {said} twice. Once will do."


def _when(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Check that a holiday falls by rule or on given dates, and says it in one way."""
    if "falls" in table and "on" in table:
        what = "stands beside falls. Say by rule when it falls, or give its dates."
        yield f"{path}.on", what
    if "falls" not in table and "on" not in table:
        what = "is missing. Say by which rule it falls, or give its dates (on)."
        yield f"{path}.falls", what
    strange, needed = (
        (_BY_RULE, "that falls by rule (falls)")
        if "on" in table
        else (_BY_DATE, "of given dates (on)")
    )
    for key in strange:
        if key in table:
            yield f"{path}.{key}", f"is for a holiday {needed}. Take it out."


def _dates(
    table: Mapping[str, Any], path: str, horizon: Mapping[str, date]
) -> Iterator[tuple[str, str]]:
    """Check the dates of a holiday: in the horizon, apart, a year not left out."""
    too_long = list(_too_long(table, path))
    if too_long:
        yield from too_long
        return
    given = given_dates(table)
    for index, item in enumerate(table["on"]):
        first = item["on"] if isinstance(item, dict) else item
        if isinstance(item, dict) and item.get("through", first) < first:
            what = f"is {item['through']}, before {first}. Swap the two."
            yield f"{path}.on[{index}].through", what
        if not horizon["from"] <= first <= horizon["through"]:
            what = (
                f"is {first}, outside the horizon, {horizon['from']} to "
                f"{horizon['through']}. Check the date, or the horizon."
            )
            yield f"{path}.on[{index}]", what
        if first.year in table.get("not_in", ()):
            what = f"is {first}, of a year in which it did not fall (not_in)."
            yield f"{path}.on[{index}]", f"{what} Take out one of the two."
        for key, early in (("from", True), ("through", False)):
            if key in table and (first < table[key] if early else first > table[key]):
                side = "before" if early else "after"
                what = f"is {first}, {side} {key} ({table[key]}). Check the two."
                yield f"{path}.on[{index}]", what
    for one, other in pairwise(given):
        if other[0] <= one[1]:
            what = f"has {other[0]} twice, or in the row before it. Give each day once."
            yield f"{path}.on", what
    yield from _covered(table, path, given)


def _too_long(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield the days in a row that are more than a year's, which no holiday has."""
    if table.get("days", 1) > _A_YEAR:
        what = f"is {table['days']}. No holiday lasts longer than a year: write fewer."
        yield f"{path}.days", what
    for index, item in enumerate(table["on"]):
        if not isinstance(item, dict) or "through" not in item:
            continue
        if (item["through"] - item["on"]).days >= _A_YEAR:
            what = f"is {item['through']}, more than a year after {item['on']}."
            yield f"{path}.on[{index}].through", f"{what} Check the two."


def _covered(
    table: Mapping[str, Any],
    path: str,
    given: list[tuple[date, date, Mapping[str, Any]]],
) -> Iterator[tuple[str, str]]:
    """Check that no year lacks a date of those that are said to be known."""
    first, last = given[0][0], max(end for _, end, _ in given)
    covers = table.get("covers")
    years = range(first.year, last.year + 1)
    if covers is not None:
        if covers["through"] < covers["from"]:
            what = f"is {covers['through']}, before {covers['from']}. Swap the two."
            yield f"{path}.covers.through", what
            return
        if first < covers["from"] or last > covers["through"]:
            what = (
                f"is {covers['from']} to {covers['through']}, and its dates go from "
                f"{first} to {last}. Widen it, or check the dates."
            )
            yield f"{path}.covers", what
            return
        # Of its first and last year it may cover a part in which no date falls.
        low, high = covers["from"], covers["through"]
        whole_first = low.year + ((low.month, low.day) != (1, 1))
        whole_last = high.year - ((high.month, high.day) != (12, 31))
        years = range(min(whole_first, first.year), max(whole_last, last.year) + 1)
    has = {start.year for start, _, _ in given} | {end.year for _, end, _ in given}
    missing = [
        year
        for year in years
        if year not in has and year not in table.get("not_in", ())
    ]
    if missing:
        what = (
            f"has no date in {', '.join(map(str, missing))}. Give it, or say in not_in "
            "that it did not fall in that year."
        )
        yield f"{path}.on", what


def _weekends(head: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Check the weekends of several times: the first is of old, then in order."""
    tables = head.get("weekend", ())
    if not any(isinstance(item, dict) for item in tables):
        yield from _of_a_week(tables, "$.calendar.weekend")
        return
    last: date | None = None
    for index, table in enumerate(tables):
        path = f"$.calendar.weekend[{index}]"
        yield from _of_a_week(table["days"], f"{path}.days")
        if index == 0:
            if "from" in table:
                what = "stands in the first weekend, which is of old. Take it out."
                yield f"{path}.from", what
            continue
        if "from" not in table:
            yield f"{path}.from", "is missing. Say since when that was the weekend."
            continue
        if last is not None and table["from"] <= last:
            what = f"is {table['from']}, not after the one before it ({last})."
            yield f"{path}.from", f"{what} Put the weekends in order."
        if not head["horizon"]["from"] < table["from"] <= head["horizon"]["through"]:
            what = (
                f"is {table['from']}, on which the horizon does not reach beyond both "
                "sides: only one weekend would be seen. Take the other out."
            )
            yield f"{path}.from", what
        last = table["from"]


def _of_a_week(days: Any, path: str) -> Iterator[tuple[str, str]]:
    """Check the days of one weekend: each once, and one of the week is left."""
    yield from _twice(days, path)
    if set(WEEKDAYS) <= set(days):
        yield path, "has every day of the week: none would ever be open. Leave one."


def _bases(head: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Check what is said of a base: that there is one."""
    base = head.get("based_on")
    for key in ("base_observance", "base_cites", "base_incomplete"):
        if key in head and base is None:
            yield f"$.calendar.{key}", "is said of no base. Name one (based_on)."


def _openings(
    raw: Mapping[str, Any], horizon: Mapping[str, date]
) -> Iterator[tuple[str, str]]:
    """Check the opened days: in the horizon, once, closed by nothing beside them."""
    seen: dict[date, str] = {}
    ids = {t.get("id") for s in ("holiday", "closure") for t in raw.get(s, ())}
    for index, table in enumerate(raw.get("opening", ())):
        path = f"$.opening[{index}]"
        if "id" in table:
            if table["id"] in ids:
                what = f"is {table['id']!r} for the second time here. Choose another."
                yield f"{path}.id", what
            ids.add(table["id"])
        for number, day in enumerate(table["on"]):
            where = f"{path}.on[{number}]"
            if day in seen:
                yield where, f"is {day}, opened by {seen[day]} already. Once will do."
            seen[day] = path
            if not horizon["from"] <= day <= horizon["through"]:
                what = (
                    f"is {day}, outside the horizon, {horizon['from']} to "
                    f"{horizon['through']}. Check the date, or the horizon."
                )
                yield where, what
            for place, closure in enumerate(raw.get("closure", ())):
                if closure["on"] <= day <= closure.get("through", closure["on"]):
                    what = f"is {day}, closed by $.closure[{place}]. Take out one."
                    yield where, what
