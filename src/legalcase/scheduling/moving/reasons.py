"""Reasons: what makes a date another: compared are what was asked, and what is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.model.deadlines.spans import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law
    from legalcase.model.deadlines.basis import Anchor
    from legalcase.model.deadlines.state import Deadline

__all__ = ["of_the_law", "reasons_for"]


def reasons_for(
    old: Computation,
    new: Computation,
    law: Law,
    deadline: Deadline,
    anchors: tuple[Anchor, ...],
) -> tuple[str, ...]:
    """Return in words because of what a date is another than it was.

    `anchors` are those of the new computation: where it has one trigger, its inputs
    do not name that.
    """
    alone = anchors[0].trigger if len(anchors) == 1 else ""
    said = [
        *_of_triggers(_triggers(old, alone), _triggers(new, alone)),
        *_of_facts(old, new),
        *_of_texts(old, new, law),
    ]
    if deadline.stops and not deadline.stopped_by:
        said.append("its time runs again")
    return tuple(dict.fromkeys(said)) or ("it was computed anew",)


def _of_triggers(was: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    for word, day in now.items():
        name = word.replace("-", " ") or "what it runs from"
        if word not in was:
            yield f"{name} on {day}"
        elif day != was[word]:
            yield f"{name} on {day}, not on {was[word]}"
    for word in was:
        if word not in now:
            yield f"{word.replace('-', ' ') or 'what it ran from'} stands no more"


def _triggers(of: Computation, alone: str) -> dict[str, str]:
    inputs = of.inputs
    if inputs.triggers:
        return {word: _day(str(moment)) for word, moment in inputs.triggers}
    return {} if inputs.trigger is None else {alone: _day(str(inputs.trigger))}


def _day(moment: str) -> str:
    return moment[:16] if "+" in moment or "T" in moment else moment


def _of_facts(old: Computation, new: Computation) -> Iterator[str]:
    was, now = old.inputs, new.inputs
    if was.service != now.service:
        unknown = "a method that nobody recorded"
        yield f"served by {now.service or unknown}, not {was.service or unknown}"
    if was.paper != now.paper:
        yield f"the paper is {now.paper or 'of no class recorded'}"
    facts, before_ = dict(now.facts), dict(was.facts)
    for word in sorted({*facts, *before_}):
        if facts.get(word) != before_.get(word):
            yield f"{word}: {facts.get(word, 'not known')}"
    if was.court != now.court:
        yield f"the court is {now.court or 'not known'}"
    if was.added != now.added:
        yield f"added to the period: {now.added or 'nothing'}"
    if was.suspensions != now.suspensions:
        days = ", ".join(f"{r.start} to {r.stop}" for r in now.suspensions)
        yield f"time did not run from {days}" if days else "time ran throughout"


def _of_texts(old: Computation, new: Computation, law: Law) -> Iterator[str]:
    """Yield which texts and calendars are another, and the period that they give."""
    named = tuple(of_the_law(old, new, law))
    yield from named
    was, now = old.inputs.period, new.inputs.period
    if named and was != now and was is not None and now is not None:
        yield f"period: {now}, and it was {was}"


def of_the_law(old: Computation, new: Computation, law: Law) -> Iterator[str]:
    """Yield in words which texts and calendars are of another edition.

    Of a calendar with more closures laid over it, the closures.
    """
    # Of several periods, two can go by two texts of one rule.
    was = {source.id for source in old.sources}
    for source in new.sources:
        if source.id not in was or source in old.sources:
            continue
        if source.kind != "calendar":
            yield f"{source.id} as of {source.version or source.edition}"
            continue
        first, last = _ends(old, new)
        laid = law.calendar(source.id).overlay
        named = [closure for closure in laid if first <= closure.on <= last]
        if named:
            for closure in named:
                cite = closure.authority.cite
                yield f"closed on {closure.on}: {closure.name} ({cite})"
        else:
            yield f"the calendar {source.id} is another"


def _ends(old: Computation, new: Computation) -> tuple[date, date]:
    """Return the first and the last day at which one of two computations looked."""
    spans = [span_of(old), span_of(new)]
    return min(span[0] for span in spans), max(span[1] for span in spans)
