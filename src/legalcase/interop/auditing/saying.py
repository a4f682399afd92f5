"""What is to be said of a row in words, without anything that was written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.interop.auditing.judging import AUDIT_VERDICTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.interop.auditing.judging import Compared
    from legalcase.interop.auditing.result import AuditRow

__all__ = ["said_of"]


def said_of(
    row: AuditRow,
    why_not: str = "",
    of_day: Sequence[str] = (),
    before: Sequence[str] = (),
) -> str:
    """Say what a row comes to; texts of the case and of theirs are not in it.

    `of_day` are the numbers of rows of that day of which nobody knows what they mean,
    `before` those of an earlier day of which words alone say that they may mean it.
    """
    if not row.of:
        return f"{AUDIT_VERDICTS[row.verdict].capitalize()}: {why_not}."
    if len(row.of) == 1:
        said = _one(row.of[0])
        if of_day:
            said += (
                f" Something is entered for that day, not what it is: {_nr(of_day)}."
            )
        if before:
            said += (
                f" By words alone an earlier date may be meant for it: {_nr(before)}."
            )
        return said
    if row.verdict == "which-of" or len({_one(one) for one in row.of}) > 1:
        each = "; ".join(f"{one.name}: {_one(one).rstrip('.')}" for one in row.of)
        asks = f"Which of {len(row.of)} is meant?"
        says = f"{len(row.of)} can be meant:"
        return f"{asks if row.verdict == 'which-of' else says} {each}."
    return f"{len(row.of)} can be meant, and all say: {_one(row.of[0])}"


def _one(one: Compared) -> str:
    done = " It is done." if one.is_done else ""
    if one.was_put_off:
        new = f"to {one.shown}" if one.shown else "from that day, and has no new one"
        return f"It was put off {new}."
    if one.verdict == "missing":
        due = "Due on" if one.bound == "not-later-than" else "Not before"
        return f"{due} {one.shown}, and there is no date for it.{done}"
    if one.verdict == "agrees":
        return f"Agrees.{done}"
    if one.verdict == "right-under-a-reading":
        if_ = "; or ".join(one.readings) or "a question is answered one way"
        return f"Right only under: {if_}. The date for a calendar is {one.shown}.{done}"
    if not one.days:
        return f"{one.verdict.capitalize()}: another hour of the day.{done}"
    days = f"{abs(one.days)} {'day' if abs(one.days) == 1 else 'days'}"
    return f"{days} {'too late' if one.verdict == 'late' else 'early'}.{done}"


def _nr(rows: Sequence[str]) -> str:
    return f"{'row' if len(rows) == 1 else 'rows'} {', '.join(rows)}"
