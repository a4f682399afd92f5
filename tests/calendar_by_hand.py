"""The days of a small calendar once more, day by day: it shares no code with ours."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

ONE: Final = timedelta(days=1)
WEEK: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday"),
)
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)

Table = dict[str, Any]


def weekend(head: Table, day: date) -> set[str]:
    """The names of the weekend's days, as they were on a day."""
    listed = head.get("weekend", ["saturday", "sunday"])
    if not any(isinstance(item, dict) for item in listed):
        return set(listed)
    held: set[str] = set()
    for table in listed:
        if "from" not in table or table["from"] <= day:
            held = set(table["days"])
    return held


def rests(head: Table, day: date) -> bool:
    """Whether it is a day of the weekend."""
    return WEEK[day.weekday()] in weekend(head, day)


def nominal(table: Table, years: range) -> list[tuple[date, bool]]:
    """The days of a holiday, and of each whether it is one of several in a row."""
    if "on" in table:
        found = []
        for item in table["on"]:
            given = item if isinstance(item, dict) else {"on": item}
            last = given.get("through", given["on"] + ONE * (table.get("days", 1) - 1))
            row = [given["on"]]
            while row[-1] < last:
                row.append(row[-1] + ONE)
            found += [(day, len(row) > 1) for day in row]
        return found
    month, number = table["falls"].split()
    return [(date(year, MONTHS.index(month) + 1, int(number)), False) for year in years]


def moved_to(day: date, word: str, head: Table, taken: set[date]) -> date:
    """Where a holiday is held that falls on a day."""
    if word in {"previous day", "next day"}:
        return day - ONE if word == "previous day" else day + ONE
    step = -ONE if word in {"previous free weekday", "monday before"} else ONE
    day += step
    if word.startswith("monday"):
        while WEEK[day.weekday()] != "monday":
            day += step
        return day
    while rests(head, day) or day in taken:
        day += step
    return day


def held_days(head: Table, holidays: list[Table], years: range) -> dict[date, set[str]]:
    """The names of the holidays that are held on each day; all of one kind."""
    order = sorted(
        (day, index, row)
        for index, table in enumerate(holidays)
        for day, row in nominal(table, years)
    )
    ways: list[tuple[date, Table, str]] = []
    for day, index, row in order:
        table = holidays[index]
        observance: Table = table.get("observance") or head.get("observance") or {}
        name = WEEK[day.weekday()]
        word = observance.get(name, "none")
        asked = name not in {"saturday", "sunday"} or rests(head, day)
        ways.append((day, table, "none" if row or not asked else word))
    taken = {day for day, _, word in ways if word == "none" and not rests(head, day)}
    held: dict[date, set[str]] = {}
    for day, table, word in ways:
        if word == "none" or rests(head, day):
            held.setdefault(day, set()).add(table["name"])
        if word != "none":
            other = moved_to(day, word, head, taken)
            if not word.endswith(" day"):
                taken.add(other)
            held.setdefault(other, set()).add(f"{table['name']} (observed)")
    return held


def closed_days(
    head: Table, holidays: list[Table], opened: list[date], first: date, last: date
) -> set[date]:
    """The days from the first through the last on which the court is closed."""
    held = held_days(head, holidays, range(first.year - 1, last.year + 2))
    found = set()
    day = first
    while day <= last:
        if day not in opened and (day in held or rests(head, day)):
            found.add(day)
        day += ONE
    return found
