"""Recesses as they are written: one says which periods it stops, and on which days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import month_and_day
from legalcase.law.files.shapes.walking import settings_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["badly_stated"]

#: Tables whose keys the law chooses: one of them can be called what it will.
_NAMED_FREELY: Final = frozenset({"completion", "facts"})
_DAYS: Final = (date(2023, 1, 1) + timedelta(number) for number in range(365))
_AS_ONE: Final = "one period"
_NOT_COUNTED: Final = "not counted"
#: The days of every year.
_YEAR: Final = tuple((day.month, day.day) for day in _DAYS)


def badly_stated(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of each recess that says too much, or nothing."""
    for key, where, value in settings_in(raw, _NAMED_FREELY | _CHECKED.keys()):
        if key in _CHECKED:
            yield from _CHECKED[key](value, where)
        elif key == "version":
            yield from _kept(value, where)


def _hours(tables: Any, path: str) -> Iterator[tuple[str, str]]:
    """Check that an hour of service says what follows, and that months can be added."""
    # In an example the method stands there.
    for name, table in tables.items() if isinstance(tables, dict) else ():
        for method, entry in table.items():
            if not isinstance(entry, dict):
                continue
            added = entry["add"]
            if table.get("order", _AS_ONE) != _AS_ONE and "month" in added:
                what = (
                    f"is {added!r}, and no rule says how months are added to the end "
                    "of a period. State the order 'one period', or days."
                )
                yield f"{path}.{name}.{method}.add", what
            for key, other in (("until", "late"), ("late", "until")):
                if key in entry and other not in entry:
                    what = f"is missing beside {key}. State both, or none."
                    yield f"{path}.{name}.{method}.{other}", what


def _kept(versions: object, path: str) -> Iterator[tuple[str, str]]:
    """Refuse to take away what happened: an order holds for its days."""
    for index, table in enumerate(
        versions if isinstance(versions, list | tuple) else ()
    ):
        if "tolls" in table.get("remove", ()):
            what = (
                "takes away orders that held once, which hold for their days in every "
                "version. Leave 'tolls' out, or let a reading take them away."
            )
            yield f"{path}[{index}].remove", what


def _all_once(tables: Any, path: str) -> Iterator[tuple[str, str]]:
    for index, table in enumerate(tables):
        yield from _once(table, f"{path}[{index}]")


def _once(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Check an order that held once."""
    if table["through"] < table["on"]:
        what = f"is {table['through']}, before {table['on']}. Swap the two."
        yield f"{path}.through", what
    yield from _for_whom(table, path)
    yield from _of_its_effect(table, path)
    is_longer = table["effect"] == "a period that ends inside is longer"
    if is_longer and not table.get("then", "1")[:1].isdigit():
        what = (
            f"is {table['then']!r}, and by so much a period is longer. Write "
            "'48 days', say."
        )
        yield f"{path}.then", what


def _for_whom(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    if "natures" in table and "except" in table:
        what = (
            "stands beside natures. Say which periods stop, or which run on: one of "
            "the two."
        )
        yield f"{path}.except", what


def _one_thing(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    yield from _for_whom(table, path)
    if "windows" not in table and "days" not in table:
        what = "says no days. Name windows, or the kinds of day of a calendar (days)."
        yield path, what
    yield from _of_its_effect(table, path)
    windows = table.get("windows", ())
    if windows and all(any(_holds(w, day) for w in windows) for day in _YEAR):
        what = (
            "leave no day of the year on which time runs: no period would end. Say "
            "which days are left."
        )
        yield f"{path}.windows", what


def _of_its_effect(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Check that a recess says of its effect what belongs to it, and no more."""
    if table["effect"] == _NOT_COUNTED:
        if "then" in table:
            what = (
                "stands beside an effect by which its days are left out. Take it out, "
                "or say that a period that ends inside ends after."
            )
            yield f"{path}.then", what
        return
    if "then" not in table:
        what = (
            "is missing. Say where a period goes that ends in the recess: '1 week' "
            "after it, or to a day such as 'september 15'."
        )
        yield f"{path}.then", what
    elif not table["then"][:1].isdigit():
        day = month_and_day(table["then"])
        if any(_holds(window, day) for window in table.get("windows", ())):
            what = f"is {table['then']!r}, a day of the recess. Name one after it."
            yield f"{path}.then", what
    if "months" in table:
        what = "stands beside an effect by which its days count. Take it out."
        yield f"{path}.months", what


def _holds(window: Mapping[str, str], day: tuple[int, int]) -> bool:
    """Tell whether a window, which can end in the next year, holds a day."""
    first, last = month_and_day(window["from"]), month_and_day(window["through"])
    if first <= last:
        return first <= day <= last
    return day >= first or day <= last


#: The tables that are checked here, by the key under which they stand.
_CHECKED: Final[Mapping[str, Callable[[Any, str], Iterator[tuple[str, str]]]]] = {
    "suspension": _one_thing,
    "tolls": _all_once,
    "service": _hours,
}
