"""How an evaluation looks: as text, and as HTML without a style sheet."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from legalcase.markup import Table, escape
from legalcase.oversight.seen import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.suggested.evaluation import SuggestionEvaluation

__all__ = ["evaluation_html", "evaluation_text"]

_HEAD: Final = ("of", "precision", "recall")
_WIDTH: Final = 80
#: Why something is not counted, in words.
_WHY: Final = {
    "open": "of a document of which somebody has yet to decide",
    "stale": "decided after the document became another",
    "unknown-kind": "of a kind that is not known here",
}


def _title(one: SuggestionEvaluation) -> str:
    return (
        f"{counted(len(one.rows), 'suggestion')} of decided documents in "
        f"{counted(one.cases, 'case')}: right means the kind and the day."
    )


def _tables(one: SuggestionEvaluation) -> Iterator[Table]:
    shares = Table("How often they were right", _HEAD)
    shares.add("all", str(one.precision), str(one.recall), mark="strong")
    for name, part in one.by_producer().items():
        shares.add(name, str(part.precision), str(part.recall))
    for name, part in one.by_kind().items():
        shares.add(name, str(part.precision), str(part.recall))
    yield shares
    came_to = Table("What they came to", ("outcome", "how many"))
    for outcome, number in one.outcomes().items():
        came_to.add(outcome.replace("-", " "), str(number))
    for days, number in one.days_off().items():
        if days:
            came_to.add(f"recorded {days:+d} days", str(number))
    yield came_to
    bands = Table("How sure, and how right", ("said", "on average", "right"))
    for band in one.calibration():
        if band.mean is not None:
            said = f"{band.start:.1f}-{band.stop:.1f}"
            bands.add(said, f"{band.mean:.2f}", str(band.agreement))
    yield bands


def _notes(one: SuggestionEvaluation) -> Iterator[str]:
    whys = Counter(each.why for each in one.left_out)
    for why, number in sorted(whys.items()):
        yield f"Left out: {counted(number, 'suggestion')} {_WHY[why]}."
    yield (
        "Ranges are 95 % score intervals, as if the cases were drawn at random; few "
        "means fewer than 30. An event that names no document is counted for none."
    )


def evaluation_text(one: SuggestionEvaluation) -> str:
    """Return it as text of 80 columns."""
    parts = ["\n".join(wrap(_title(one), _WIDTH))]
    if one.rows or one.missed:
        parts += [table.text() for table in _tables(one)]
    parts.append("\n".join("\n".join(wrap(note, _WIDTH)) for note in _notes(one)))
    return "\n\n".join(parts)


def evaluation_html(one: SuggestionEvaluation) -> str:
    """Return it as HTML."""
    note = "font-family:system-ui,sans-serif;font-size:13px;margin:10px 8px"
    parts = [f'<div style="{note};font-weight:600">{escape(_title(one))}</div>']
    if one.rows or one.missed:
        for table in _tables(one):
            parts += [table.html(), '<div style="height:12px"></div>']
    parts += [f'<div style="{note}">{escape(each)}</div>' for each in _notes(one)]
    return "".join(parts)
