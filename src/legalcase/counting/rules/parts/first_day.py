"""First day: which day is the first that counts, in each direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.counting.rules.words.closed_sets import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legalcase.counting.rules.parts.closed_days import ClosedSpec

__all__ = ["FirstDay", "first_day_of"]


class FirstDay(NamedTuple):
    """The first day that counts, in one direction.

    `is_included`: it is the day of the event itself, on the authority of `clause`;
    `is_open`: it is the first that is not `closed`, on that of `begins_clause`.
    """

    is_included: bool
    is_open: bool
    closed: ClosedSpec
    clause: str
    begins_clause: str


def first_day_of(
    table: Mapping[str, Any],
    sign: int,
    closed: Callable[[Mapping[str, Any]], ClosedSpec],
    cite: Callable[[Mapping[str, Any]], str],
) -> FirstDay | None:
    """Return the first day by `trigger_day`, ``None`` for the day after the event.

    `closed` and `cite` read closed days and a citation of the rule.
    """
    begins = table.get("begins")
    if sign > 0:
        counts_from = meant("trigger_day", "is", table["is"])
        is_open = begins is not None and meant("begins", "after", begins["after"])
    else:
        word = table.get("before", "excluded")
        counts_from = meant("trigger_day", "before", word)
        is_open = begins is not None and meant("begins", "before", begins["before"])
    if counts_from and not is_open:
        return None
    return FirstDay(
        is_included=not counts_from,
        is_open=is_open,
        closed=closed(begins["closed"]) if is_open and begins is not None else (),
        clause=cite(table),
        begins_clause="" if begins is None else cite(begins),
    )
