"""Settings: one version of a counting rule, compiled for use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.authority import cited
from legalcase.counting.rules.parts.closed_days import ClosedSpec, Minimum, Roll, Short
from legalcase.counting.rules.parts.extra_time import (
    ExtraTime,
    Grace,
    ServiceTable,
    amount_of,
    distance_of,
    grace_of,
    service_table,
)
from legalcase.counting.rules.parts.first_day import first_day_of
from legalcase.counting.rules.parts.late import late_of, minutes
from legalcase.counting.rules.parts.suspension import (
    lengths_of,
    suspension_of,
    tolls_of,
)
from legalcase.counting.rules.parts.thresholds import Thresholds
from legalcase.counting.rules.words.closed_sets import meant
from legalcase.counting.rules.words.named_days import with_named_days
from legalcase.counting.rules.words.silent import roll_back
from legalcase.sealed import Sealed, sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Completion",
    "ExtraTime",
    "Grace",
    "Settings",
    "minutes",
]


class Completion(NamedTuple):
    """When service is complete: after so many days, at the latest by which hour."""

    number: int
    unit: str
    until: int | None
    late_to_court_day: bool
    ends_on_court_day: bool
    clause: str


class Settings(Sealed):
    """One version of a counting rule under chosen readings, ready to count with.

    Built from the merged tables of the format; every value has been checked.
    """

    __slots__ = (
        "act",
        "closing_acts",
        "completion",
        "count_clause",
        "court_clause",
        "court_closed",
        "data",
        "days_after",
        "days_before",
        "deemed",
        "distance",
        "end_of_day",
        "expires_rolled",
        "expiry_clause",
        "extends_rolled",
        "extension_clause",
        "first_after",
        "first_before",
        "grace",
        "hours_clause",
        "hours_of_open_days",
        "hours_roll_on",
        "inaccessible_acts",
        "inaccessible_clause",
        "late",
        "minimum",
        "months_clause",
        "months_overflow",
        "nature",
        "paper",
        "prefix",
        "roll_after",
        "roll_before",
        "service",
        "service_after",
        "service_before",
        "short",
        "suspension",
        "tolls",
        "trigger_clause",
    )

    def __init__(self, data: Mapping[str, Any], prefix: str) -> None:
        self.data = data = with_named_days(data)
        self.prefix = prefix
        trigger = data["trigger_day"]
        self.trigger_clause = self._cite(trigger)
        self.first_after = first_day_of(trigger, 1, self._closed, self._cite)
        self.first_before = first_day_of(trigger, -1, self._closed, self._cite)
        self.late = late_of(trigger, self.trigger_clause)
        from_court_day = meant(
            "trigger_day", "from", trigger.get("from", "the day itself")
        )
        self.deemed = (
            ExtraTime(0, "day", self.trigger_clause, from_court_day=True)
            if from_court_day
            else None
        )
        days = data["days"]
        self.days_after: str = meant("days", "after", days["after"])
        self.days_before: str = meant("days", "before", days["before"])
        self.count_clause = self._cite(days)
        court = data.get("court_days")
        self.court_closed = self._closed(court["closed"]) if court else None
        self.court_clause = self._cite(court)
        months = data.get("months")
        self.months_overflow = (
            None if months is None else meant("months", "end", months["end"])
        )
        self.months_clause = self._cite(months)
        self.short = self._short(data.get("short"))
        self.minimum = self._minimum(data.get("minimum"))
        self.suspension = suspension_of(
            data.get("suspension"), self._closed, self._cite
        )
        self.tolls = tolls_of(data.get("tolls", ()), self._cite)
        roll = data["roll"]
        self.roll_after = self._roll(roll["after"])
        self.roll_before = self._roll(roll_back(roll))
        tables = data.get("service_for", {})
        self.service_after = tables.get("after", "none")
        self.service_before = tables.get("before", "none")
        self.service: Mapping[str, ServiceTable] = sealed(
            {
                name: service_table(table, self._cite, has_hour=self.late is not None)
                for name, table in data.get("service", {}).items()
            }
        )
        self.completion: Mapping[str, Mapping[str, Completion]] = sealed(
            {
                paper: {method: self._completion(one) for method, one in table.items()}
                for paper, table in data.get("completion", {}).items()
            }
        )
        self.distance = distance_of(data.get("distance"), self._cite)
        hours = data.get("hours")
        self.hours_of_open_days: bool | None = (
            None if hours is None else meant("hours", "count", hours["count"])
        )
        self.hours_roll_on: bool = hours is not None and meant(
            "hours", "roll", hours["roll"]
        )
        self.hours_clause = self._cite(hours)
        inaccessible = data.get("inaccessible")
        acts = frozenset(inaccessible["acts"] if inaccessible else ())
        is_closed = inaccessible is not None and meant(
            "inaccessible", "to", inaccessible["to"]
        )
        self.inaccessible_acts = frozenset() if is_closed else acts
        self.closing_acts = acts if is_closed else frozenset()
        self.inaccessible_clause = self._cite(inaccessible)
        self.end_of_day = data.get("end_of_day")
        self.grace = grace_of(
            self.end_of_day, self._cite, has_court_days=self.court_closed is not None
        )
        self._runs_on(data)
        # A reading of fact assumes an input that was not given.
        self.act: str | None = data.get("act")
        self.nature: str | None = data.get("nature")
        self.paper: str | None = data.get("paper")

    def _runs_on(self, data: Mapping[str, Any]) -> None:
        """Read from which end of a period another one runs."""
        extension = data.get("extension")
        self.extends_rolled: bool | None = (
            None
            if extension is None
            else meant("extension_from", "from", extension["from"])
        )
        self.extension_clause = self._cite(extension)
        expiry = data.get("expiry")
        self.expires_rolled: bool = expiry is None or meant(
            "expiry", "from", expiry["from"]
        )
        self.expiry_clause = self._cite(expiry)

    def roll(self, sign: int) -> Roll:
        """Return the roll of a period counted forward (1) or backward (-1)."""
        return self.roll_after if sign > 0 else self.roll_before

    def days(self, sign: int) -> str:
        """Return in which unit a period in days is counted, forward or back."""
        return self.days_after if sign > 0 else self.days_before

    def table_for(self, sign: int) -> str:
        """Return the name of the service table of a bare period."""
        name: str = self.service_after if sign > 0 else self.service_before
        return name

    def _cite(self, table: Mapping[str, Any] | None) -> str:
        return cited(self.prefix, "" if table is None else str(table.get("cite", "")))

    def _closed(self, closed: Mapping[str, Any]) -> ClosedSpec:
        counted_as: Mapping[str, str] = self.data.get("calendar", {})
        spec = []
        for role in sorted(closed):
            # What is counted as another kind is no more of its own.
            kinds = set(closed[role]) - counted_as.keys()
            kinds.update(k for k, other in counted_as.items() if other in closed[role])
            spec.append((role, frozenset(kinds)))
        return tuple(spec)

    def _roll(self, table: Mapping[str, Any]) -> Roll:
        acts, bound, others = (table.get(key) for key in ("acts", "bound", "others"))
        return Roll(
            meant("roll", "to", table["to"]),
            self._closed(table.get("closed", {})),
            None if acts is None else frozenset(acts),
            self._cite(table),
            None if bound is None else meant("roll", "bound", bound),
            lengths_of(table),
            None if others is None else self._closed(others),
        )

    def _short(self, table: Mapping[str, Any] | None) -> Short | None:
        if table is None:
            return None
        operator, number, _ = table["periods"].split()
        skip = self._closed(table["skip"])
        ends = meant("short", "ends", table.get("ends", "on a day that counts"))
        way = table.get("direction")
        direction = None if way is None else meant("short", "direction", way)
        return Short(
            int(number), operator == "<=", skip, ends, self._cite(table), direction
        )

    def _minimum(self, table: Mapping[str, Any] | None) -> Minimum | None:
        if table is None:
            return None
        closed = self._closed(self.data["court_days"]["closed"])
        periods = Thresholds.parse(table["periods"])
        return Minimum(table["court_days"], periods, closed, self._cite(table))

    def _completion(self, entry: Mapping[str, Any]) -> Completion:
        number, unit = amount_of(entry["add"])
        until = minutes(entry["until"]) if "until" in entry else None
        late = meant("completion", "late", entry.get("late", "next day"))
        then = meant("completion", "then", entry.get("then", "as it falls"))
        return Completion(number, unit, until, late, then, self._cite(entry))
