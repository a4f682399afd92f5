"""sources_from: what a program finds for a question, for a person to read."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError
from legalcase.interop.suggesting.asking import Asked, asked, producer_of
from legalcase.kernel.checks import check_asked
from legalcase.practice.suggestions.facet import SUGGESTIONS
from legalcase.practice.suggestions.sources import SourceSuggested
from legalcase.practice.suggestions.terms import SourceTerms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.kernel.events.label import Label
    from legalcase.model.case import Case
    from legalcase.ports.analyzers import Research

__all__ = ["sources_from"]


def sources_from(
    program: Research,
    question: str,
    *,
    case: Case,
    on: date,
    label: Label | None = None,
    most: int = 100,
) -> tuple[SourceSuggested, ...]:
    """Return the sources that a program finds for a question, checked.

    Record them in one call: ``file.record(*sources_from(…), by=…, at=…)``. Each says
    whether the program read it; whoever relies on one reads it first (`SourceRead`).
    What the same program found before for the same question is left out.

    Raises `InvalidValueError`, naming the program, if it fails, gives more than
    `most`, or anything that cannot stand, and `InvalidTypeError` for what is none.
    """
    check_asked(case, "case", "folded", "documents")
    day = as_date(on, "on")
    producer = producer_of(program, "research")
    given: object = question
    if not isinstance(given, str) or not given.strip():
        msg = f"question needs text, not {type(question).__name__} or a blank. Ask it."
        raise InvalidTypeError(msg, field="question", value=None)

    def problems(one: object) -> Iterator[str]:
        if type(one) is not SourceTerms:
            yield f"is a {type(one).__name__}, and not SourceTerms"
            return
        if one.producer != producer:
            yield "names another program as its producer"
        if one.question != question:
            yield "answers another question"

    found = asked(
        Asked(producer, problems), lambda: program.research(question, case=case), most
    )
    known = set(case[SUGGESTIONS].sources.ids())
    made: dict[str, SourceSuggested] = {}
    for one in found:
        name = _id_of(one)
        if name not in known:
            made.setdefault(name, _suggested(name, one, day, label))
    return tuple(made.values())


def _id_of(one: SourceTerms) -> str:
    said = (one.producer, one.question, one.locator, one.quotation, one.digest)
    parts = [str(part).encode() for part in (*said, one.read)]
    data = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return f"found-{sha256(data).hexdigest()[:32]}"


def _suggested(
    name: str, one: SourceTerms, day: date, label: Label | None
) -> SourceSuggested:
    return SourceSuggested(
        source_id=name,
        question=one.question,
        locator=one.locator,
        read=one.read,
        quotation=one.quotation,
        digest=one.digest,
        confidence=one.confidence,
        producer=one.producer,
        label=label,
        happened_on=day,
    )
