"""What a schedule cannot say, told: courts, words, days of which the law is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import UnknownNameError
from legalcase.scheduling.row import ScheduleNotice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.cards import Card

__all__ = ["court_of", "notices_of"]


def court_of(
    case: Case, law: Law
) -> tuple[str | None, str | None, tuple[ScheduleNotice, ...]]:
    """Return the court as the law knows it, the jurisdiction, and what to say of it."""
    given = case.court
    if given is None:
        text = "The case is in no court yet: which deadlines arise cannot be said."
        return None, None, (ScheduleNotice(code="no-court", text=text),)
    try:
        court = law.court(given)
    except UnknownNameError:
        place = given.partition("/")[0]
        known = place if place in law.jurisdictions() else None
        text = (
            f"The court {given} is not entered. The deadlines of {place} are counted "
            "without its calendar and its local rules."
            if known
            else f"The court {given} is not entered, nor any rule of {place}."
        )
        return None, known, (ScheduleNotice(code="court-unknown", text=text),)
    return court.id, court.id.partition("/")[0], ()


def notices_of(asking: Asking, cards: tuple[Card, ...]) -> Iterator[ScheduleNotice]:
    """Yield what the law entered does not say of a case."""
    proceeding = asking.proceeding
    where = asking.court or asking.jurisdiction
    if where is not None:
        if proceeding is None:
            yield ScheduleNotice(
                code="no-proceeding",
                text="The case does not say in which proceeding it is: the deadlines "
                "of all are listed. Open it with proceeding='civil', say.",
            )
        if not cards:
            kind = "" if proceeding is None else f" in a proceeding {proceeding!r}"
            yield ScheduleNotice(
                code="no-rules", text=f"No deadline is entered for {where}{kind}."
            )
    yield from _of_docket(asking, cards)


def _of_docket(asking: Asking, cards: tuple[Card, ...]) -> Iterator[ScheduleNotice]:
    used = {word for card in cards for word in (*card.words, *card.rule.met_by)}
    unused: dict[str, list[str]] = {}
    silent = []
    for entry in asking.case.docket:
        if not entry.stands:
            continue
        if not entry.triggers:
            silent.append(f"event:{entry.event_id}")
        for word in entry.triggers:
            if word not in used:
                unused.setdefault(word, []).append(f"event:{entry.event_id}")
    if cards:
        for word, refs in unused.items():
            yield ScheduleNotice(
                code="trigger-unused",
                text=f"No deadline that is entered here runs from {word}, or is met "
                f"by it ({', '.join(refs)}).",
                of=tuple(refs),
            )
    if silent:
        yield ScheduleNotice(
            code="no-triggers",
            text=f"Of {len(silent)} entries of the docket nobody said which event of "
            f"the law they are: {', '.join(silent)}.",
            of=tuple(silent),
        )
