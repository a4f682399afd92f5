"""How pressure looks: as text, and as HTML without a style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table, escape

if TYPE_CHECKING:
    from legalcase.oversight.strain.pressed import PressedDate
    from legalcase.oversight.strain.strain import Pressure

__all__ = ["pressure_html", "pressure_text"]

_HEAD: Final = ("date", "case", "deadline", "why", "more time")


def _tables(pressure: Pressure) -> list[Table]:
    found = []
    for heading, dates in (
        (
            f"More than {pressure.limit} critical on one day",
            tuple(date for day in pressure.days for date in day.dates),
        ),
        ("While away", pressure.away),
        ("Preparation no longer fits", pressure.unprepared),
    ):
        if dates:
            found.append(_table(heading, dates))
    return found


def _table(heading: str, dates: tuple[PressedDate, ...]) -> Table:
    table = Table(heading, _HEAD)
    for one in dates:
        title = "" if one.title is None else f": {one.title}"
        table.add(
            say_day(one.day),
            one.called,
            f"{one.case_id}/{one.deadline_id}{title}",
            one.text,
            str(one.relief),
            mark="strong" if one.critical else "",
        )
    return table


_NOTHING: Final = "Nothing presses on these days, as far as it is recorded."


def pressure_text(pressure: Pressure) -> str:
    """Return it as text."""
    from textwrap import wrap

    parts = ["\n".join(wrap(pressure.title, 80))]
    parts += [table.text() for table in _tables(pressure)] or [_NOTHING]
    return "\n\n".join(parts)


def pressure_html(pressure: Pressure) -> str:
    """Return it as HTML."""
    note = "font-family:system-ui,sans-serif;font-size:13px;margin:10px 8px"
    title = f"{note};font-size:15px;font-weight:600"
    parts = [f'<div style="{title}">{escape(pressure.title)}</div>']
    tables = _tables(pressure)
    for table in tables:
        parts += [table.html(), '<div style="height:12px"></div>']
    if not tables:
        parts.append(f'<div style="{note}">{escape(_NOTHING)}</div>')
    return "".join(parts)
