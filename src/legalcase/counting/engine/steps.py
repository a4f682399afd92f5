"""Step, Outcome and Source: what a computation did, gave, and used."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, NamedTuple

from attrs import frozen

from legalcase.plain_data import PlainData, plain
from legalcase.sealed import sealed

__all__ = ["CODES", "Outcome", "RawStep", "Source", "Step"]

#: Each code with the stage that leaves it, in the order of the stages.
_CODES: Final = {
    "in-time": "effective trigger: the event on which it depends came in time",
    "too-late": "effective trigger: the event that would have stopped it came too late",
    "nothing-to-stop": "effective trigger: what would have stopped it came before it",
    "restart": "effective trigger: the period was stopped, and runs anew from here",
    "rest": "effective trigger: the period stood still; counted as if from here",
    "expiry": "effective trigger: the end of another period, from which this one runs",
    "which-period": "effective trigger: of several periods, the one that holds here",
    "late": "first day: the event came after the hour, and counts as of a later day",
    "roll-first": "first day: an extension begins after the end extended was moved",
    "trigger": "first day: the day (or instant) from which the count starts",
    "deemed": "first day: served on a closed day, deemed served on the next court day",
    "included": "first day: the day of the event itself counts",
    "begin": "first day: closed days passed over before the first day that counts",
    "count": "unit and short periods: so much was counted",
    "minimum": "minimum: it went on until it had enough court days",
    "one-period": "unit: the period and the time added, counted as one",
    "suspend": "suspension: time did not run",
    "add": "extra time: days added for the method of service",
    "add-court-days": "extra time: court days added for the method of service",
    "add-distance": "extra time: added because of distance",
    "add-given": "extra time: added as the caller gave it",
    "ends-after": "recess: ended in one, and so ends after it",
    "named-day": "named day: the weekday on which the rule ends the period",
    "roll": "roll: moved off a closed day",
    "stay": "roll: ends on a closed day, and the rule does not move it",
    "inaccessible": "inaccessible: the clerk's office could not be reached",
    "complete": "completion of service: when service is complete, or deemed to be",
    "later-of": "of several parts: the later of them",
    "earlier-of": "of several parts: the earlier of them",
    "fixed": "of several parts: a date certain, neither counted nor moved",
}
CODES: Final = sealed(_CODES)


class Step(NamedTuple):
    """One stage that acted: from where to where, on what authority.

    `code` is one of `CODES`, and never changes its meaning.
    `start` and `end` are dates, or aware datetimes when hours are counted. `closures`
    are the (date, name) pairs of the days that did not count or were passed over.
    """

    code: str
    start: date | datetime
    end: date | datetime
    clause: str
    closures: tuple[tuple[date, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the step as plain JSON types; each closure has `on` and `name`."""
        closures = [{"on": plain(day), "name": name} for day, name in self.closures]
        return {
            "code": self.code,
            "start": plain(self.start),
            "end": plain(self.end),
            "clause": self.clause,
            "closures": closures,
        }


#: A step as the engine leaves it, (code, from, to, clause, closures): a plain tuple
#: is made in a quarter of the time, and few are read.
RawStep = tuple[
    str, date | datetime, date | datetime, str, tuple[tuple[date, str], ...]
]


class Outcome(NamedTuple):
    """What a count gave: the end, the end before the last roll, the steps."""

    due: date | datetime
    nominal: date | datetime
    steps: tuple[RawStep, ...]


@frozen(order=True)
class Source(PlainData):
    """What a computation used: ``"rule"``, ``"calendar"`` …, its id, version, edition.

    `version` is the first day of the version in force, ISO, or ``""``.
    """

    kind: str
    id: str
    version: str
    edition: str
