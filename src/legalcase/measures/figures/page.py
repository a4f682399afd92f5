"""How a measure looks: as text, and as HTML without a style sheet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from legalcase.markup import Table, escape, one_line
from legalcase.measures.authorities import GUIDE_CRIMINAL_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.measures.figures.figure import Figure

__all__ = ["figure_html", "figure_text", "number"]

_UNDEFINED: Final = "undefined"
_WIDTH: Final = 80
_BAR: Final = 28
_NOTE: Final = "font-family:system-ui,sans-serif;font-size:13px;margin:6px 8px"
_FIRST: Final = 3


def number(value: float | None, measured_in: str = "") -> str:
    """Return a number as a page shows it, one digit behind the point at most."""
    if value is None:
        return _UNDEFINED
    said = f"{value:,.1f}".removesuffix(".0")
    return f"{said} %" if measured_in == "percent" else said


def _tables(figure: Figure) -> Iterable[Table]:
    table = Table(figure.title, ("what", "how many"))
    for name, value in figure.figures():
        told = "percent" if "(percent)" in name else ""
        table.add(name.replace(" (percent)", ""), number(value, told))
    yield table
    if figure.groups:
        yield _groups(figure)
    if figure.exclusions:
        yield _exclusions(figure)


def _groups(figure: Figure) -> Table:
    table = Table(f"By {figure.by}", (figure.by or "", "counted", *figure.HEADS))
    for one in figure.groups:
        if one.is_withheld:
            table.add(one.group, "withheld", "", "")
            continue
        parts = [one.numerator, one.denominator]
        of = " of ".join(number(part) for part in parts if part is not None)
        value = number(one.value, figure.measured_in)
        table.add(one.group, number(one.count), value, of)
    return table


def _names_nobody(figure: Figure) -> bool:
    """Tell whether ids are left out: beside groups of which some may be withheld.

    Whoever reads the docket knows in which group each case is, and could count them.
    """
    return figure.by is not None and (figure.smallest or 1) > 1


def _exclusions(figure: Figure) -> Table:
    heads = ("why", "how many", "which")
    names_nobody = _names_nobody(figure)
    table = Table(
        "Not counted, or not as it stands in the log",
        heads[:-1] if names_nobody else heads,
    )
    for why, count in Counter(one.why for one in figure.exclusions).items():
        names = [one.unit_id for one in figure.exclusions if one.why == why]
        more = f" and {count - _FIRST} more" if count > _FIRST else ""
        ids = () if names_nobody else (", ".join(names[:_FIRST]) + more,)
        table.add(why, number(count), *ids)
    return table


#: What counted as one.
_COUNTED: Final = {
    "guide": "Counted: cases, and in a criminal case each defendant. "
    f"{GUIDE_CRIMINAL_UNIT.cite} [{GUIDE_CRIMINAL_UNIT.verified}].",
    "case": "Counted: cases.",
    "deadline": "Counted: deadlines.",
}


def _remarks(figure: Figure) -> Iterable[str]:
    authority = figure.authority
    yield f"{figure.definition} {authority.cite} [{authority.verified}]."
    yield _COUNTED[figure.counted]
    if figure.exclusions and _names_nobody(figure):
        yield "Which were not counted is not said beside groups; see `exclusions`."
    if any(one.is_withheld for one in figure.groups):
        yield (
            f"A group of fewer than {figure.smallest} is withheld, and as many others "
            "as it takes that none can be told from the total."
        )


def figure_text(figure: Figure) -> str:
    """Return it as text."""
    from textwrap import wrap

    parts = [table.text() for table in _tables(figure)]
    bars = figure.bars()
    if bars is not None:
        parts.insert(1, _drawn(*bars))
    parts += ["\n".join(wrap(one_line(said), _WIDTH)) for said in _remarks(figure)]
    return "\n\n".join(parts)


def _drawn(heading: str, bars: tuple[tuple[str, float], ...]) -> str:
    """Return bars of text: a number and as many signs as it takes."""
    most = max((size for _, size in bars), default=0) or 1
    room = max((len(name) for name, _ in bars), default=0)
    lines = [heading]
    for name, size in bars:
        drawn = "#" * round(_BAR * size / most)
        lines.append(f"{name:<{room}}  {drawn:<{_BAR}}  {number(size)}")
    return "\n".join(line.rstrip() for line in lines)


def figure_html(figure: Figure) -> str:
    """Return it as HTML."""
    tables = [table.html() for table in _tables(figure)]
    bars = figure.bars()
    if bars is not None:
        tables.insert(1, _svg(*bars))
    notes = [f'<div style="{_NOTE}">{escape(said)}</div>' for said in _remarks(figure)]
    return '<div style="height:12px"></div>'.join(tables) + "".join(notes)


_ROW: Final = 22
_LEFT: Final = 150
_LONG: Final = 260


def _svg(heading: str, bars: tuple[tuple[str, float], ...]) -> str:
    """Return bars as a picture that needs nothing from elsewhere."""
    most = max((size for _, size in bars), default=0) or 1
    height = _ROW * len(bars) + 4
    parts = [
        f'<div style="{_NOTE};font-weight:600">{escape(heading)}</div>',
        (
            f'<svg role="img" aria-label="{escape(heading)}" width="480" '
            f'height="{height}" viewBox="0 0 480 {height}" '
            'style="max-width:100%;font-family:system-ui,sans-serif;font-size:12px">'
        ),
    ]
    for place, (name, size) in enumerate(bars):
        top = _ROW * place + 4
        long = round(_LONG * size / most, 1)
        parts.append(
            f'<text x="{_LEFT - 8}" y="{top + 12}" text-anchor="end" '
            f'fill="currentColor">{escape(name)}</text>'
            f'<rect x="{_LEFT}" y="{top}" width="{long}" height="16" rx="2" '
            f'fill="#4a78b0"/>'
            f'<text x="{_LEFT + long + 6:g}" y="{top + 12}" fill="currentColor">'
            f"{escape(number(size))}</text>"
        )
    parts.append("</svg>")
    return "".join(parts)
