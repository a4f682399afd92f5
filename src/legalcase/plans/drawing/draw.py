"""A timeline as HTML: a drawing that needs no style sheet, on white and on black."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.dates import add_months
from legalcase.markup import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.plans.drawing.timelines import Timeline, TimelineMark

__all__ = ["timeline_svg"]

_WIDTH: Final = 1000
_LEFT: Final = 330
_RIGHT: Final = 96
_ROW: Final = 24
_HEAD: Final = 34
_TOP: Final = 52
#: Readable on white and on black alike; the shape says it too.
_COLOURS: Final = {
    "done": "#2f9e6e",
    "late": "#e5484d",
    "open": "#3b82f6",
    "waiting": "#8a8f98",
    "ended": "#8a8f98",
}
_SAYS: Final = {
    "done": "done",
    "late": "late",
    "open": "open",
    "waiting": "waits for something",
    "ended": "ended or left out",
}
_TITLE: Final = '<div style="font-weight:600;font-size:15px;padding:4px 0">{}</div>'
_MONTHS: Final = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())  # noqa: SIM905 - to be read
#: Hollow is what is not to be done now.
_SIGN: Final = {"waiting": "○", "ended": "○"}
_LETTER: Final = 6.6
_MOST_MONTHS: Final = 14


def timeline_svg(line: Timeline) -> str:
    """Return a timeline as HTML."""
    first, last = line.first, line.last
    parts = [
        '<div style="font-family:system-ui,sans-serif;font-size:13px;overflow-x:auto">',
        _TITLE.format(escape(line.title)),
    ]
    if first is None or last is None or not any(lane.marks for lane in line.lanes):
        parts.append('<div style="opacity:.7">Nothing has a day yet.</div>')
    else:
        parts += _drawing(line, first, last)
    parts += _undated(line)
    parts.append("</div>")
    return "".join(parts)


class _Scale:
    """Where a day stands, from the left."""

    def __init__(self, first: date, last: date) -> None:
        pad = max(timedelta(days=2), (last - first) / 40)
        self.first, self.last = first - pad, last + pad
        self.span = max((self.last - self.first).days, 1)

    def at(self, day: date) -> float:
        share = (day - self.first).days / self.span
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def months(self) -> Iterator[date]:
        """Yield the first days of months, of as many as there is room for."""
        day = date(self.first.year, self.first.month, 1)
        count = (self.last.year - day.year) * 12 + self.last.month - day.month + 1
        step = -(-count // _MOST_MONTHS)
        while day <= self.last:
            if day >= self.first:
                yield day
            day = add_months(day, step)


def _drawing(line: Timeline, first: date, last: date) -> Iterator[str]:
    scale = _Scale(first, last)
    lanes = [lane for lane in line.lanes if lane.marks]
    height = _TOP + sum(_HEAD + _ROW * len(lane.marks) for lane in lanes) + 8
    yield (
        f'<svg role="img" aria-label="{escape(line.title)}" width="{_WIDTH}" '
        f'height="{height}" viewBox="0 0 {_WIDTH} {height}" style="max-width:none" '
        'font-size="12" fill="currentColor">'
    )
    for number, day in enumerate(scale.months()):
        place = scale.at(day)
        yield (
            f'<line x1="{place}" y1="{_TOP - 8}" x2="{place}" y2="{height}" '
            'stroke="currentColor" stroke-opacity=".12"/>'
            f'<text x="{place + 3}" y="{_TOP - 14}" fill-opacity=".65">'
            f"{_month(day, is_first=not number)}</text>"
        )
    top = _TOP
    for lane in lanes:
        yield (
            f'<rect x="0" y="{top + 6}" width="{_WIDTH}" height="{_HEAD - 10}" '
            'fill="currentColor" fill-opacity=".07" rx="4"/>'
            f'<text x="8" y="{top + 23}" font-weight="600">{escape(lane.title)}</text>'
            f'<text x="{_WIDTH - 8}" y="{top + 23}" text-anchor="end" '
            f'fill-opacity=".65">{escape(lane.state)}</text>'
        )
        top += _HEAD
        for mark in lane.marks:
            yield from _mark(mark, scale, top, line.on)
            top += _ROW
    if line.on is not None:
        place = scale.at(line.on)
        yield (
            f'<line x1="{place}" y1="20" x2="{place}" y2="{height}" '
            'stroke="currentColor" stroke-dasharray="4 3" stroke-opacity=".7"/>'
            f'<text x="{place}" y="14" text-anchor="middle" font-weight="600">'
            f"{line.on.isoformat()}</text>"
        )
    yield "</svg>"
    yield _legend(line)


def _month(day: date, *, is_first: bool) -> str:
    said = _MONTHS[day.month - 1]
    return f"{said} {day.year}" if is_first or day.month == 1 else said


def _mark(
    mark: TimelineMark, scale: _Scale, top: int, on: date | None
) -> Iterator[str]:
    day = mark.at
    if day is None:
        return
    colour = _COLOURS[mark.look]
    middle = top + _ROW / 2
    whose = f" ({', '.join(mark.of)})" if mark.of else ""
    title = f"{mark.title}{whose}"
    weight = ' font-weight="600"' if mark.is_critical else ""
    faded = ' fill-opacity=".55"' if mark.look == "ended" else ""
    struck = ' text-decoration="line-through"' if mark.look == "ended" else ""
    yield f"<g><title>{escape(f'{title}: {mark.state}, {day}')}</title>"
    yield (
        f'<text x="8" y="{middle + 4}"{weight}{faded}{struck}>'
        f"{escape(_cut(title, _LEFT - 20))}</text>"
    )
    if mark.since is not None and mark.since < day:
        start, end = scale.at(mark.since), scale.at(day)
        yield (
            f'<rect x="{start}" y="{middle - 3}" width="{round(end - start, 1)}" '
            f'height="6" rx="3" fill="{colour}" fill-opacity=".35"/>'
        )
    for each in mark.ahead:
        place = scale.at(each)
        yield (
            f'<line x1="{place}" y1="{middle - 7}" x2="{place}" y2="{middle + 7}" '
            f'stroke="{colour}" stroke-width="2"/>'
        )
    if mark.day is not None and mark.day != day:
        place = scale.at(mark.day)
        yield (
            f'<circle cx="{place}" cy="{middle}" r="3" fill="none" stroke="{colour}"/>'
        )
    yield _shape(mark, scale.at(day), middle, colour)
    said = _short(day, scale)
    place = scale.at(day) + 12
    if on is not None and place - 12 < scale.at(on) < place + len(said) * _LETTER + 6:
        place = scale.at(on) + 5  # so that the line of the day leaves it alone
    yield (
        f'<text x="{place}" y="{middle + 4}" fill-opacity=".75"'
        f"{weight}>{said}</text></g>"
    )


def _short(day: date, scale: _Scale) -> str:
    """Return a day as it stands beside its mark: with its year where there are two."""
    is_one_year = scale.first.year == scale.last.year
    return day.isoformat()[5:] if is_one_year else day.isoformat()


def _shape(mark: TimelineMark, place: float, middle: float, colour: str) -> str:
    """Return the sign of a mark: its shape says what it is, its filling if it is on."""
    is_hollow = mark.look in ("waiting", "ended")
    fill = "none" if is_hollow else colour
    drawn = f'fill="{fill}" stroke="{colour}" stroke-width="2"'
    if mark.kind == "deadline":
        size = 7
        points = (
            f"{place},{middle - size} {place + size},{middle} "
            f"{place},{middle + size} {place - size},{middle}"
        )
        return f'<polygon points="{points}" {drawn}/>'
    if mark.kind == "hearing":
        return (
            f'<rect x="{place - 6}" y="{middle - 6}" width="12" height="12" '
            f'rx="2" {drawn}/>'
        )
    return f'<circle cx="{place}" cy="{middle}" r="5.5" {drawn}/>'


def _cut(text: str, width: int) -> str:
    most = int(width / _LETTER)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _legend(line: Timeline) -> str:
    looks = {mark.look for lane in line.lanes for mark in lane.marks}
    said = [
        f'<span style="color:{_COLOURS[look]}">{_SIGN.get(look, "●")}</span> '
        f"{_SAYS[look]}"
        for look in _SAYS
        if look in looks
    ]
    said += ["◆ deadline", "■ hearing", "● work", "❘ our own date ahead"]
    inner = "".join(f'<span style="margin-right:16px">{one}</span>' for one in said)
    return f'<div style="opacity:.8;font-size:12px;padding:4px 8px">{inner}</div>'


def _undated(line: Timeline) -> Iterator[str]:
    for lane in line.lanes:
        if not lane.undated:
            continue
        names = "; ".join(
            f"{escape(mark.title)} <small>({escape(mark.state)})</small>"
            for mark in lane.undated
        )
        yield (
            '<div style="font-size:12px;padding:2px 8px">'
            f"<b>{escape(lane.title)}</b>, without a day: {names}</div>"
        )
