"""The later or earlier of several computations, some of which may be pending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.argument.notices.verified import verification_notice
from legalcase.counting.engine.steps import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime

    from legalcase.authority import Authority
    from legalcase.counting.argument.readings import End
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import RawStep, Source

__all__ = ["CompositeBacking", "combine", "combined_again"]


class CompositeBacking:
    """What stands behind the later or earlier of several."""

    __slots__ = ("asked", "bound", "extra", "latest", "own", "parts")

    def __init__(
        self,
        asked: Inputs,
        parts: tuple[Computation, ...],
        extra: tuple[Notice, ...],
        own: Callable[[], Iterable[tuple[str, Authority]]],
        *,
        bound: str,
        latest: bool,
    ) -> None:
        self.asked = asked
        self.parts = parts
        self.extra = extra
        self.own = own
        self.bound = bound
        self.latest = latest

    def inputs(self) -> Inputs:
        """Return what was asked."""
        return self.asked

    def runs_from(self) -> Mapping[str, Computation]:
        """Return the computations from whose ends its parts run, by trigger word."""
        found: dict[str, Computation] = {}
        for part in self.parts:
            found.update(part.runs_from())
        return found

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what this and its parts rest on."""
        yield from self.own()
        for part in self.parts:
            yield from part.authorities()

    def readings(self, _: End = "due") -> tuple[Reading, ...]:
        """Return what is due if the parts are read otherwise.

        One answer to one question is given to every part alike; then all parts take
        their safest date together. A part that an event still to come can move is not
        relied on where another is firm.
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
                found.append(evolve(reading, due=due, due_at=None))
        found += self._if_it_moves(running)
        safest = pick(self._safe(part) for part in running)
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
        return tuple(reading for reading in found if reading.due != base)

    def _safe(self, part: Computation) -> date:
        """Return the safe date of a part for what is due in the end, not for itself."""
        dates = [part.due, *(reading.due for reading in part.readings)]
        return max(dates) if self.bound == "not-earlier-than" else min(dates)

    def _if_it_moves(self, running: list[Computation]) -> list[Reading]:
        """Return what is due if an event to come moves the parts that it can move."""
        down = self.bound != "not-earlier-than"
        firm = [part for part in running if not _can_move(part, down=down)]
        if self.latest != down or len(firm) == len(running):
            return []
        if firm:
            due = (max if down else min)(self._safe(part) for part in firm)
        else:
            due = (min if down else max)(self._safe(part) for part in running)
        waits = [word for part in running for word in part.waits_for]
        return [
            Reading(
                question=f"When will it happen: {', '.join(dict.fromkeys(waits))}?",
                choice="so soon that it decides nothing",
                authority="",
                kind="fact",
                due=due,
            )
        ]

    def notices(self) -> tuple[Notice, ...]:
        """Return the parts' notices, and what is pending."""
        found = list(self.extra)
        pending = [part for part in self.parts if not part.is_running]
        waits = dict.fromkeys(word for part in pending for word in part.waits_for)
        if waits:
            where = "later" if self.latest else "earlier"
            known = "is" if len(waits) == 1 else "are"
            text = (
                f"Provisional: {', '.join(waits)} {known} not known yet, and could "
                f"make the date {where}."
            )
            found.append(Notice(code="provisional", text=text))
        left_out = ["verified-"]
        # Where service lengthens one part, or its day was found by that part, it is
        # not true of the whole that it adds nothing.
        acted = {step[0] for part in self.parts for step in part.trace}
        if acted & {"deemed", "add", "add-court-days"}:
            left_out += ("service-adds-nothing", "service-notice-only")
        for part in self.parts:
            found += (n for n in part.notices if not n.code.startswith(tuple(left_out)))
        notice = verification_notice(self.authorities())
        if notice is not None:
            found.append(notice)
        return tuple(dict.fromkeys(found))

    def instant(self) -> datetime | None:
        """Return the instant of the part that decides."""
        running = [part for part in self.parts if part.is_running]
        pick = max if self.latest else min
        return pick(running, key=lambda part: part.due).due_at


def _can_move(part: Computation, *, down: bool) -> bool:
    """Tell whether an event still to come can make a part earlier (else: later)."""
    if not part.parts:
        return False
    takes_earliest = part.trace[-1][0] == "earlier-of"
    running = [one for one in part.parts if one.is_running]
    if takes_earliest == down and len(running) < len(part.parts):
        return True
    moves = [_can_move(one, down=down) for one in running]
    return any(moves) if takes_earliest == down else all(moves)


def _under(part: Computation, key: tuple[str, str]) -> date:
    for reading in part.readings:
        if (reading.question, reading.choice) == key:
            return reading.due
    return part.due


def combine(  # noqa: PLR0913 - the parts of a computation
    parts: tuple[Computation, ...],
    form: str,
    *,
    inputs: Inputs,
    sources: tuple[Source, ...],
    bound: str,
    cite: str,
    conditions: tuple[str, ...] = (),
    notices: tuple[Notice, ...],
    barred_by: str | None,
    authorities: Callable[[], Iterable[tuple[str, Authority]]],
) -> Computation:
    """Return the later or earlier of `parts`; it runs if any of them does."""
    running = [part for part in parts if part.is_running]
    used = dict.fromkeys(sources)
    for part in parts:
        used.update(dict.fromkeys(part.sources))
    waits = tuple(dict.fromkeys(w for part in parts for w in part.waits_for))
    if not running:
        return Computation(
            inputs=inputs,
            sources=tuple(used),
            outcome=None,
            bound=bound,
            parts=parts,
            waits_for=waits,
            barred_by=barred_by,
        )
    pick = max if form == "later-of" else min
    decisive = pick(running, key=lambda part: part.due)
    steps: tuple[RawStep, ...] = (
        *decisive.trace,
        *(("in-time", decisive.due, decisive.due, one, ()) for one in conditions),
        (form, decisive.due, decisive.due, cite, ()),
    )
    return Computation(
        inputs=inputs,
        sources=tuple(used),
        outcome=Outcome(decisive.due, decisive.nominal, steps),
        bound=bound,
        parts=parts,
        waits_for=waits,
        barred_by=barred_by,
        backing=CompositeBacking(
            inputs,
            parts,
            notices,
            authorities,
            bound=bound,
            latest=form == "later-of",
        ),
    )


def combined_again(
    like: Computation, parts: tuple[Computation, ...], inputs: Inputs
) -> Computation:
    """Return what `combine` gives of other parts of the same kind, in place of these.

    They run from other days, under the same texts, and the same ones wait; no condition
    was met on the way.
    """
    backing = like._backing  # noqa: SLF001 - what was put there above
    if not isinstance(backing, CompositeBacking):
        msg = f"{like!r} is not the later or earlier of several. Count it anew."
        raise TypeError(msg)
    running = [part for part in parts if part.is_running]
    decisive = (max if backing.latest else min)(running, key=lambda part: part.due)
    form, _, _, cite, _ = like.trace[-1]
    last: RawStep = (form, decisive.due, decisive.due, cite, ())
    return Computation(
        inputs=inputs,
        sources=like.sources,
        outcome=Outcome(decisive.due, decisive.nominal, (*decisive.trace, last)),
        bound=like.bound,
        parts=parts,
        waits_for=like.waits_for,
        barred_by=like.barred_by,
        backing=CompositeBacking(
            inputs,
            parts,
            backing.extra,
            backing.own,
            bound=backing.bound,
            latest=backing.latest,
        ),
    )
