"""The later or earlier of several computations, some of which may be pending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.computation import Computation
from legalcase.counting.steps import Notice, Reading
from legalcase.counting.work import verification_notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from legalcase.authority import Authority
    from legalcase.counting.inputs import Inputs
    from legalcase.counting.pipeline import RawStep
    from legalcase.counting.steps import Source

__all__ = ["combine"]


class CompositeWork:
    """The work behind the later or earlier of several."""

    __slots__ = ("authorities", "extra", "latest", "parts")

    def __init__(
        self,
        parts: tuple[Computation, ...],
        extra: tuple[Notice, ...],
        authorities: Callable[[], Iterable[tuple[str, Authority]]],
        *,
        latest: bool,
    ) -> None:
        self.parts = parts
        self.extra = extra
        self.authorities = authorities
        self.latest = latest

    def readings(self) -> tuple[Reading, ...]:
        """Return what is due if the parts are read otherwise.

        One answer to one question is given to every part alike; then all parts take
        their safest date together.
        """
        running = [part for part in self.parts if part.is_running]
        pick = max if self.latest else min
        base = pick(part.due for part in running)
        answers: dict[tuple[str, str], Reading] = {}
        for part in running:
            for reading in part.readings:
                answers.setdefault((reading.question, reading.choice), reading)
        found = []
        for key, reading in answers.items():
            due = pick(_under(part, key) for part in running)
            if due != base:
                found.append(_at(reading, due))
        safest = pick(part.safe for part in running)
        if safest not in {base, *(reading.due for reading in found)}:
            questions = "; ".join(dict.fromkeys(q for q, _ in answers))
            found.append(
                Reading(
                    question=questions,
                    choice="the safest of each part",
                    authority="",
                    due=safest,
                )
            )
        return tuple(found)

    def notices(self) -> tuple[Notice, ...]:
        """Return the parts' notices, and what is pending."""
        found = list(self.extra)
        waits = dict.fromkeys(w for part in self.parts for w in part.waits_for)
        if waits:
            text = (
                f"Provisional: {', '.join(waits)} is not known yet, and "
                f"{'could make the date later' if self.latest else 'could make it earlier'}."
            )
            found.append(Notice(code="provisional", text=text))
        for part in self.parts:
            found += part.notices
        notice = verification_notice(self.authorities())
        if notice is not None:
            found.append(notice)
        return tuple(dict.fromkeys(found))

    def instant(self) -> datetime | None:
        """Return the instant of the part that decides."""
        running = [part for part in self.parts if part.is_running]
        pick = max if self.latest else min
        return pick(running, key=lambda part: part.due).due_at


def _under(part: Computation, key: tuple[str, str]) -> date:
    for reading in part.readings:
        if (reading.question, reading.choice) == key:
            return reading.due
    return part.due


def _at(reading: Reading, due: date) -> Reading:
    return Reading(
        question=reading.question,
        choice=reading.choice,
        authority=reading.authority,
        kind=reading.kind,
        settled=reading.settled,
        due=due,
    )


def combine(  # noqa: PLR0913 - the parts of a computation
    parts: tuple[Computation, ...],
    form: str,
    *,
    inputs: Inputs,
    sources: tuple[Source, ...],
    bound: str,
    cite: str,
    notices: tuple[Notice, ...],
    barred_by: str | None,
    authorities: Callable[[], Iterable[tuple[str, Authority]]],
) -> Computation:
    """Return the later or earlier of `parts`; without any running, it is not running."""
    running = [part for part in parts if part.is_running]
    used = dict.fromkeys(sources)
    for part in parts:
        used.update(dict.fromkeys(part.sources))
    waits = tuple(dict.fromkeys(w for part in parts for w in part.waits_for))
    if not running:
        return Computation(
            inputs=inputs,
            sources=tuple(used),
            trace=(),
            bound=bound,
            result=None,
            end=None,
            parts=parts,
            waits_for=waits,
            barred_by=barred_by,
        )
    pick = max if form == "later-of" else min
    decisive = pick(running, key=lambda part: part.due)
    steps: tuple[RawStep, ...] = (
        *decisive.trace,
        (form, decisive.due, decisive.due, cite, ()),
    )
    return Computation(
        inputs=inputs,
        sources=tuple(used),
        trace=steps,
        bound=bound,
        result=decisive.due,
        end=decisive.nominal,
        parts=parts,
        barred_by=barred_by,
        work=CompositeWork(parts, notices, authorities, latest=form == "later-of"),
    )
