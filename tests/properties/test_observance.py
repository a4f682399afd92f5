"""Laws of observance: days of another kind move no holiday, and are not moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hypothesis import given
from hypothesis import strategies as st

from small_law import calendar, holiday

if TYPE_CHECKING:
    from legalcase.calendars.court_calendar import CourtCalendar

#: About New Year and in May, so that holidays crowd on one weekend.
DAYS: Final = (
    *(f"december {day}" for day in range(24, 32)),
    *(f"january {day}" for day in range(1, 6)),
    *(f"may {day}" for day in range(1, 8)),
    "2 days before easter",
    "1 day after easter",
)
OTHERS: Final = ("court-holiday", "recess", "optional")
ways = st.sampled_from(("none", "previous day", "next day", "next free weekday"))
some_days = st.lists(st.sampled_from(DAYS), max_size=6, unique=True)


@st.composite
def days_of_other_kinds(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw days on which no law makes a holiday: single ones, and one row of them."""
    found = [
        holiday(day, id=f"other-{number}", kind=draw(st.sampled_from(OTHERS)))
        for number, day in enumerate(draw(some_days))
    ]
    if draw(st.booleans()):
        row = {"id": "row", "to": "january 15", "kind": draw(st.sampled_from(OTHERS))}
        found.append(holiday("december 25", **row))
    return found


def of_kind(used: CourtCalendar, *kinds: str) -> list[tuple[int, str]]:
    """The days of some kinds, each with its name."""
    return sorted(
        (ordinal, name)
        for ordinal, entries in used.entries().items()
        for name, kind, _ in entries
        if kind in kinds
    )


@given(
    legal=some_days,
    others=days_of_other_kinds(),
    saturday=ways,
    sunday=ways,
    based=st.booleans(),
)
def test_days_of_other_kinds_move_no_holiday(
    legal: list[str],
    others: list[dict[str, Any]],
    saturday: str,
    sunday: str,
    based: bool,
) -> None:
    """The legal holidays are those of the same calendar without the other days.

    Whether the others stand beside them, or in the calendar on which it is based; and
    they themselves are where they fall, and nowhere else.
    """
    moved = {"saturday": saturday, "sunday": sunday}
    holidays = [holiday(day) for day in legal]
    plain = calendar(holiday=holidays, observance=moved)
    if based:
        base = calendar(holiday=others, observance=moved)
        used = calendar(base=base, holiday=holidays, observance=moved)
    else:
        used = calendar(holiday=[*others, *holidays], observance=moved)
    assert of_kind(used, "legal-holiday") == of_kind(plain, "legal-holiday")
    unmoved = calendar(holiday=others)
    assert of_kind(used, *OTHERS) == of_kind(unmoved, *OTHERS)
