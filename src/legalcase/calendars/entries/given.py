"""Dates of a holiday that are given out year by year, as the format writes them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["given_dates"]


def given_dates(table: Mapping[str, Any]) -> list[tuple[date, date, Mapping[str, Any]]]:
    """Return the dates of a holiday as (first, last, its table), in order.

    Each has so many days as the holiday lasts, unless its own table says otherwise.
    """
    more = timedelta(days=table.get("days", 1) - 1)
    found = []
    for item in table.get("on", ()):
        given = item if isinstance(item, dict) else {"on": item}
        found.append((given["on"], given.get("through", given["on"] + more), given))
    return sorted(found, key=lambda row: row[0])
