"""One question for many rows: what decides which of several deadlines arise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.book.wording.several import several
from legalcase.scheduling.row import ScheduleNotice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.law.lawbook import Law
    from legalcase.scheduling.row import ScheduledDeadline

__all__ = ["asked_at_once", "decides"]


def decides(fact: str) -> str:
    """Return the question of every row that waits for the answer to such a fact."""
    return f"What is {fact}? It decides which of several deadlines arise."


def asked_at_once(
    law: Law, rows: Iterable[ScheduledDeadline]
) -> Iterator[ScheduleNotice]:
    """Yield one notice for each fact that decides which of several rows arise.

    It has each answer with what arises under it, and the earliest of the days, which is
    safe whatever the answer: twenty times to sue are one thing to ask.
    """
    waiting: dict[str, list[ScheduledDeadline]] = {}
    facts = several(law)
    for row in rows:
        for fact, _ in row.law.only_if if row.state == "question" else ():
            if fact in facts and decides(fact) in row.questions:
                waiting.setdefault(fact, []).append(row)
    for fact, those in waiting.items():
        yield _asked(law, fact, facts[fact], those)


def _asked(
    law: Law, fact: str, another: str, rows: list[ScheduledDeadline]
) -> ScheduleNotice:
    by_answer: dict[str, dict[str, None]] = {}
    for row in rows:
        by_answer.setdefault(dict(row.law.only_if)[fact], {})[row.rule] = None
    said = "; ".join(
        f"{answer} ({', '.join(rules)})" for answer, rules in sorted(by_answer.items())
    )
    if another not in by_answer:
        said += f"; {another}, if it is none of these"
    dated = [row for row in rows if row.shown is not None]
    day = ""
    if dated:
        first = min(dated, key=lambda row: (str(row.shown), row.rule))
        day = f" The earliest day is {first.shown}, of {first.rule}."
    meaning = law.words("fact").get(fact, "")
    number = len({row.rule for row in rows})
    which = f"One answer decides which of {number} deadlines arise"
    if number == 1:
        which = "One answer decides if a deadline arises"
    refs = dict.fromkeys(str(one.of) for row in rows for one in row.anchors)
    return ScheduleNotice(
        code="one-question",
        text=f"{which}: what is {fact} ({meaning})?{day} Say one, or several with "
        f"commas between: {said}.",
        of=tuple(refs),
    )
