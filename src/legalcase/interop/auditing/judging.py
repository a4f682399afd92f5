"""One date of theirs against one of ours: which verdict, and how bad that is."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.explain import say_day
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from legalcase.interop.auditing.ours import Ours

__all__ = ["AUDIT_VERDICTS", "Compared", "compared"]

#: What can be said of a date, the worst first.
AUDIT_VERDICTS: Final = MappingProxyType(
    {
        "late": "their date is after the one that is due, or was put off",
        "missing": "it is due, and their calendar has no date for it",
        "which-of": "several could be meant, and they do not say the same",
        "right-under-a-reading": "right only if a question is answered one way",
        "early": "their date is before the one that is due",
        "no-rule-found": "nothing in the case explains their date",
        "agrees": "theirs is the date that belongs on a calendar",
    }
)


@frozen(kw_only=True)
class Compared(PlainData):
    """One of our dates, and what it says of theirs.

    `verdict` is a word of `AUDIT_VERDICTS`, `severity` one of critical, warning and
    advice, ``None`` where it agrees. `rule`, or `noun` and `id`, say what it is;
    `because` is what it rests on, in ids and days; `days` by how much theirs is later,
    `readings` the answers under which theirs is right. `was_put_off` tells that theirs
    is the day from which a hearing was put off. `title` and `computation` are ``None``
    where the audience may not see them.
    """

    verdict: str
    severity: str | None = None
    noun: str = "deadline"
    id: str | None = None
    rule: str | None = None
    cite: str | None = None
    title: str | None = field(default=None, repr=False)
    owed_by: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    due: date | None = None
    safe: date | None = None
    shown: date | None = None
    bound: str = "not-later-than"
    days: int | None = None
    readings: tuple[str, ...] = ()
    is_done: bool = False
    was_put_off: bool = False
    computation: Computation | None = field(default=None, eq=False, repr=False)

    @property
    def name(self) -> str:
        """What it is, in ids."""
        found = self.rule if self.id is None else f"{self.noun}:{self.id}"
        return found or self.noun

    def explain(self) -> str:
        """Return how our date was computed, step by step; empty if it was not."""
        return "" if self.computation is None else self.computation.explain()

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON types, without the computation."""
        names = (
            *("verdict", "severity", "noun", "id", "rule", "cite", "title"),
            *("owed_by", "which", "because", "due", "safe", "shown", "bound"),
            *("days", "readings", "is_done", "was_put_off"),
        )
        return {name: plain(getattr(self, name)) for name in names}


def compared(
    ours: Ours, on: date | None, at: datetime | None, *, is_shown: bool
) -> Compared:
    """Return what one of our dates says of theirs; of none of theirs, it is missing."""
    dates = ours.dates
    was_put_off = on in ours.was_on
    verdict, severity, readings = _judged(ours, on, at)
    if was_put_off:
        # Whoever goes by it comes on a day when there is no hearing.
        verdict, severity = "late", "critical"
    if ours.is_done and severity == "critical":
        # Nothing can be lost any more by looking at this calendar.
        severity = "warning"
    return Compared(
        verdict=verdict,
        severity=severity,
        noun=ours.noun,
        id=ours.id,
        rule=ours.rule if is_shown else None,
        cite=(ours.cite or None) if is_shown else None,
        title=ours.title if is_shown else None,
        owed_by=ours.owed_by if is_shown else (),
        which=ours.which if is_shown else (),
        because=ours.because if is_shown else (),
        due=dates.due,
        safe=dates.safe,
        shown=dates.shown,
        bound=dates.bound,
        days=None if on is None or dates.shown is None else (on - dates.shown).days,
        readings=readings if is_shown else (),
        is_done=ours.is_done,
        was_put_off=was_put_off,
        computation=ours.computation if is_shown else None,
    )


def _judged(
    ours: Ours, on: date | None, at: datetime | None
) -> tuple[str, str | None, tuple[str, ...]]:
    """Return verdict, severity, and the answers under which their day is right.

    A day not later than which something must be done is missed after it; one not
    earlier than which it may be done, before it.
    """
    dates, shown = ours.dates, ours.shown
    is_last = dates.bound == "not-later-than"
    if on is None or shown is None:
        # Nobody loses a right by not knowing how long they have to wait.
        return "missing", "critical" if is_last else "warning", ()
    if on == shown:
        if at is not None and ours.at is not None and at != ours.at:
            # The same day at another hour: after it the hearing has begun.
            return ("late", "critical", ()) if at > ours.at else ("early", "advice", ())
        return "agrees", None, ()
    readings = _readings(ours, on)
    beyond_due = dates.due is not None and (
        on > dates.due if is_last else on < dates.due
    )
    if readings:
        severity = "critical" if beyond_due else "warning"
        return "right-under-a-reading", severity, readings
    beyond = on > shown if is_last else on < shown
    if beyond and not beyond_due and dates.due is not None:
        # Between the safe date and the adopted one: in time on the latter alone.
        said = f"the reading adopted, by which it is {dates.due}"
        return "right-under-a-reading", "warning", (said,)
    verdict = "late" if on > shown else "early"
    return verdict, "critical" if beyond else "advice", ()


def _readings(ours: Ours, on: date) -> tuple[str, ...]:
    said = []
    if on == ours.dates.due:
        said.append("the reading adopted")
    if ours.computation is not None:
        said += (
            f"{one.question} {one.choice} ({one.authority})"
            if one.authority
            else f"{one.question} {one.choice}"
            for one in ours.computation.readings
            if one.due == on
        )
    return tuple(dict.fromkeys(said))


def say_ours(one: Compared) -> str:
    """Say our date in words, with the other where they differ."""
    if one.shown is None:
        return "no date"
    said = say_day(one.shown)
    if one.bound == "not-earlier-than":
        said = f"not before {said}"
    if one.due is not None and one.due != one.shown:
        said += f" (due {one.due})"
    return said
