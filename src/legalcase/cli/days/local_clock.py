"""The clock by which a local time on the command line is read."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

from attrs import evolve

from legalcase.counting.argument.findings import Notice
from legalcase.law.book.finding.packs import local_court
from legalcase.zones import place_meant

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law

__all__ = ["Clock"]


class Clock:
    """Reads local times: by --timezone, or else by the clock of the court."""

    def __init__(self, options: argparse.Namespace, law: Law, subject: str) -> None:
        self._options = options
        self._refuse: Callable[[str], NoReturn] = options.refuse
        self._law = law
        self._subject = subject
        self._said: list[str] = []

    def read(self, value: date | datetime) -> date | datetime:
        """Return a date as it is, and a local time with its zone.

        Of a court across two zones, the clock that comes to that time first is taken:
        what is counted from there is safe by the other too. Refuses the line where
        neither a zone nor a court is known.
        """
        if not isinstance(value, datetime):
            return value
        zone: ZoneInfo | None = self._options.timezone
        if zone is not None:
            return value.replace(tzinfo=zone)
        name: str | None = self._options.court or local_court(self._subject)
        if name is None:
            self._refuse(
                f"{value:%Y-%m-%dT%H:%M} is a local time, and nobody knows by which "
                f"clock. Name the court (--court), or the zone: --timezone "
                f"{self._example()}"
            )
        court = self._law.court(name)
        first, zone_name = min(
            (value.replace(tzinfo=ZoneInfo(zone)), zone) for zone in court.zones
        )
        others = ", ".join(zone for zone in court.zones if zone != zone_name)
        more = f", which comes first; {others} is kept there too" if others else ""
        self._said.append(
            f"{value:%Y-%m-%d %H:%M} was read by the clock of {court.id}: "
            f"{zone_name}{more}."
        )
        return first

    def _example(self) -> str:
        """Return the zone of the rule that counts, or an example where it has none."""
        under = self._options.under
        if "/" in self._subject:
            under = self._law.deadline(self._subject).counting
        rule = None if under is None else self._law.counting_rule(under)
        return (None if rule is None else rule.zone) or place_meant("")

    def noted(self, computation: Computation) -> Computation:
        """Return the computation with what was assumed about its times, first."""
        if not self._said:
            return computation
        said = [Notice(code="court-clock", text=text) for text in self._said]
        return evolve(computation, notices=(*said, *computation.notices))
