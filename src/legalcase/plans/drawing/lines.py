"""A timeline as text: a line for each item, drawn with signs of any terminal."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.markup import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.plans.drawing.timelines import Timeline, TimelineMark

__all__ = ["SIGNS", "timeline_text"]

#: How a mark looks, and what that means.
SIGNS: Final = MappingProxyType(
    {
        "done": ("x", "done"),
        "late": ("!", "late"),
        "open": ("o", "open"),
        "waiting": ("?", "waiting"),
        "ended": ("/", "ended"),
    }
)
_WIDTH: Final = 30
_NAME: Final = 34


def timeline_text(line: Timeline) -> str:
    """Return a timeline as text of 80 columns."""
    return "\n".join(row.rstrip() for row in _rows(line))


def _rows(line: Timeline) -> Iterator[str]:
    yield one_line(line.title)
    first, last = line.first, line.last
    if first is not None and last is not None:
        ends = f"{first.isoformat()}{last.isoformat():>{_WIDTH - 10}}"
        yield f"{'':<{_NAME + 12}}{ends}"
    for lane in line.lanes:
        yield one_line(f"{lane.title} ({lane.state})")
        for mark in lane.marks:
            assert first is not None  # noqa: S101 - a lane with marks has days
            assert last is not None  # noqa: S101 - as above
            drawn = _bar(mark, first, last, line.on)
            yield f"  {_name(mark):<{_NAME - 2}}{mark.at!s:<12}{drawn}"
        for mark in lane.undated:
            yield f"  {_name(mark):<{_NAME - 2}}{'no day':<12}{mark.state}"
    said = ", ".join(f"{sign} {word}" for sign, word in SIGNS.values())
    yield said
    yield "- since, < our own date ahead, | the day of the plan, * critical"


def _name(mark: TimelineMark) -> str:
    said = one_line(mark.title)
    whose = f" ({', '.join(mark.of)})" if mark.of else ""
    if mark.is_critical:
        said = f"{said} *"
    return f"{said}{whose}"[: _NAME - 3]


def _bar(mark: TimelineMark, first: date, last: date, on: date | None) -> str:
    span = max((last - first).days, 1)

    def place(day: date) -> int:
        return round((day - first).days * (_WIDTH - 1) / span)

    signs = ["."] * _WIDTH
    if mark.since is not None and mark.at is not None:
        for column in range(place(mark.since), place(mark.at)):
            signs[column] = "-"
    if on is not None:
        signs[place(on)] = "|"
    for day in mark.ahead:
        signs[place(day)] = "<"
    if mark.at is not None:
        signs[place(mark.at)] = SIGNS[mark.look][0]
    return "".join(signs)
