"""Plain values of the law's files, each checked by itself: dates, periods, hours."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.entries.falls import Falls
from legalcase.counting.rules.parts.thresholds import Thresholds
from legalcase.dates import Period, month_and_day
from legalcase.errors import InvalidValueError
from legalcase.sealed import sealed
from legalcase.shown import plain, shown
from legalcase.zones import is_instant, is_of_a_place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LONGEST_QUOTE", "PLAIN", "is_date", "said"]

#: How much of a list or a table is quoted.
_LONGEST_SAID: Final = 160
_HOUR: Final = re.compile(r"([01]?\d|2[0-3]):[0-5]\d|24:00")
_THRESHOLD: Final = re.compile(r"(<|<=) \d{1,3} days")
#: So many words of a text may be quoted at one place.
LONGEST_QUOTE: Final = 40


def said(value: object) -> str:
    """Return a value as its file has it: a list as a list, a date as a date."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return plain(f"[{', '.join(map(said, value))}]", _LONGEST_SAID)
    if isinstance(value, dict):
        inner = ", ".join(f"{key} = {said(one)}" for key, one in value.items())
        return plain(f"{{ {inner} }}" if inner else "{}", _LONGEST_SAID)
    return shown(value)


def _simple(test: Callable[[Any], bool], meaning: str) -> Callable[..., str]:
    def check(value: object, *_: object) -> str:
        try:
            good = test(value)
        except InvalidValueError as error:
            return f"is {said(value)}. {error}"
        except (TypeError, AttributeError, ValueError):
            good = False
        return "" if good else f"is {said(value)}, and must be {meaning}."

    return check


def is_date(value: object) -> bool:
    """Tell whether it is a date, and no time of day."""
    return type(value) is date


def _is_zone(value: object) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        if not isinstance(value, str) or not ZoneInfo(value).key:
            return False
    except ZoneInfoNotFoundError:
        return False
    return is_of_a_place(value) or is_instant(value)


def _every_year(text: str) -> bool:
    """Tell whether the words say a day of every year: 29 February is none."""
    return bool(Falls.parse(text).in_year(2001))


def _is_amount(value: Any) -> bool:
    return _is_amount_in(value, {"day", "court day", "week"})


def _is_amount_in(value: Any, units: set[str]) -> bool:
    return value in {"nothing", "same day"} or Period.parse(value).unit in units


def _is_added(value: Any) -> bool:
    return _is_amount_in(value, {"day", "court day", "week", "month"})


def _is_after_recess(value: Any) -> bool:
    if value[:1].isdigit():
        return Period.parse(value).unit in {"day", "week"}
    return bool(month_and_day(value)) and _every_year(value)


def _id(value: object, *_: object) -> str:
    """Say why it is no id; one that has a blank is misread in a list, and mistyped."""
    if not isinstance(value, str) or not value.strip():
        return _text(value)
    if any(map(str.isspace, value)):
        return (
            f"is {said(value)}, and an id has no blanks: other programs store it. "
            f"Write {'-'.join(value.split())!r}, say."
        )
    return ""


def _is_quote(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.split()) <= LONGEST_QUOTE


def _quote(value: object, *_: object) -> str:
    if _is_quote(value):
        return ""
    number = len(value.split()) if isinstance(value, str) else 0
    more = f", {number} words" if number else ""
    return (
        f"is {said(value)}{more}, and must be the operative words, quoted: "
        f"{LONGEST_QUOTE} of them at most."
    )


_text: Final = _simple(lambda v: isinstance(v, str) and bool(v.strip()), "text")
#: What each kind of plain value must be: it returns what is wrong, or nothing.
PLAIN: Final[Mapping[str, Callable[..., str]]] = sealed(
    {
        "text": _text,
        "id": _id,
        "prefix": _simple(lambda v: isinstance(v, str), "text, if only ''"),
        "date": _simple(is_date, "a date (2026-07-04)"),
        "int": _simple(lambda v: type(v) is int, "a whole number"),
        "count": _simple(
            lambda v: type(v) is int and v > 0, "a whole number of at least 1"
        ),
        "moment": _simple(
            lambda v: isinstance(v, date | datetime), "a date or a local date and time"
        ),
        "period": _simple(lambda v: bool(Period.parse(v)), "a period"),
        "amount": _simple(_is_amount, "'3 days', '2 court days' or 'nothing'"),
        "added": _simple(_is_added, "'3 days', '2 court days', '1 month' or 'nothing'"),
        "hour": _simple(lambda v: bool(_HOUR.fullmatch(v)), "an hour such as '16:30'"),
        "falls": _simple(_every_year, "a day that returns every year"),
        "monthday": _simple(
            lambda v: bool(month_and_day(v)) and _every_year(v),
            "a day that returns every year, such as 'july 15'",
        ),
        "lengths": _simple(
            lambda v: isinstance(v, list | tuple) and bool(Thresholds.parse(v)),
            "a list such as ['<= 90 days', '<= 3 months']",
        ),
        "after_recess": _simple(
            _is_after_recess, "'15 days', '1 week' or a day such as 'september 15'"
        ),
        "threshold": _simple(
            lambda v: bool(_THRESHOLD.fullmatch(v)), "'< 11 days' or '<= 5 days'"
        ),
        "limit": _simple(
            lambda v: bool(Thresholds.parse([v])), "'>= 3 days' or '<= 3 months'"
        ),
        "zone": _simple(_is_zone, "a time zone such as 'Europe/London'"),
        "quote": _quote,
    }
)
