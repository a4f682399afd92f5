"""The page "Speed in ratios", made from the figures of a run that lie beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

_DOCS: Final = Path(__file__).resolve().parent.parent / "docs" / "explanation"
FIGURES: Final = _DOCS / "speed-in-ratios.json"
PAGE: Final = _DOCS / "speed-in-ratios.md"
_DIGITS: Final = 100

_HEAD: Final = """\
# Speed in ratios

What this package takes, beside what somebody would use instead.
Each figure is a ratio of two things that took turns in one run.
0.5 is half as long, 20 is twenty times as long.
No figure is a time, which would say more of a machine than of a program.
*At most* is the bound that is held, where there is one.
`make speed` measures everything, and writes this page and the figures beside it.
"""

_COLUMNS: Final = """\
The unit is two rolls of NumPy's `busday_offset` over the same million rows.
They know the federal holidays, and give a due date and nothing else.
What is measured gives due and safe dates with the holidays of the state, and codes.
The loops, of pandas' `CustomBusinessDay` and of `compute`, had 2,000 rows.
"""
_ENGINES: Final = """\
The unit is one thread of one process that answers the same column, all at hand.
Dask and Spark ran on the one machine that is named here, with two workers each.
So this is what sending costs; what further machines would gain was not measured.
*For the first time* is a question that no worker has ready.
"""
_ALL: Final = """\
One call, a start, a case, a store, a large law: each beside what stands in its row.
"""

_SECTIONS: Final = {
    "columns": ("A column of trigger days", _COLUMNS),
    "engines": ("Past one machine", _ENGINES),
    "run": ("Everything that `make bench` measures", _ALL),
}


def page(figures: dict[str, Any]) -> str:
    """Return the page of these figures, with the sections that were measured."""
    parts = [_HEAD]
    for name, (title, text) in _SECTIONS.items():
        if name in figures:
            parts += [f"## {title}\n", text, *_section(figures[name])]
    return "\n".join(parts)


def _section(its: dict[str, Any]) -> list[str]:
    versions = ", ".join(
        f"{name} {number}" for name, number in sorted(its["versions"].items())
    )
    said = (
        f"Measured on {its['measured_on']}, {its['cores']} cores, {its['system']}, "
        f"Python {its['python']}; {versions}."
    )
    # Written into the figures by whoever ran it, where something has to be known.
    said += f" {its['note']}\n" if its.get("note") else "\n"
    rows = [
        f"| {line['what']} | {line['beside']} | {shown(line['ratio'])} | "
        f"{_bound(line['at_most'])} |"
        for line in its["lines"]
    ]
    head = ["| what | beside | ratio | at most |", "|---|---|---:|---:|"]
    return [said, "\n".join([*head, *rows]) + "\n"]


def _bound(at_most: float | None) -> str:
    return "" if at_most is None else f"{at_most:g}"


def shown(ratio: float) -> str:
    """Return a ratio with as many digits as a run can tell."""
    return f"{ratio:,.0f}" if ratio >= _DIGITS else f"{ratio:.2g}"
