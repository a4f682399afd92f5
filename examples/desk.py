"""A desk for the stories: who records, who confirms, and what is printed.

It holds nothing that the package would not do by itself; it is here so that each story
reads as what happened. Nobody's name is in it: "clerk", "associate" and "partner" are
whoever does that in a firm.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from attrs import frozen

import legalcase as lc
from legalcase.model import DeadlineConfirmed, ProposalDeclined
from legalcase.plans import plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel import Draft, Event
    from legalcase.model import CaseFile
    from legalcase.scheduling import Schedule, ScheduledDeadline


@frozen(kw_only=True)
class Desk:
    """Keeps the dates of a case for some parties, by one law and one clock.

    `declined` are rules whose deadlines are not wanted, each with the ground.
    """

    law: lc.Law
    zone: ZoneInfo
    for_: tuple[str, ...] | None
    declined: Mapping[str, str]

    def by(self, day: date, who: str = "clerk") -> dict[str, Any]:
        """Say who records, and when: the package knows no clock."""
        at = datetime.combine(day, time(16), self.zone)
        return {"law": self.law, "by": who, "at": at}

    def due(self, file: CaseFile) -> Schedule:
        """Ask what is due."""
        return lc.schedule(file, self.law, for_=self.for_)

    def keep(self, file: CaseFile, day: date, heading: str) -> CaseFile:
        """Show what is due for the first time, set or decline it, have it confirmed."""
        unwanted = [row for row in self.due(file).new if row.rule in self.declined]
        if unwanted:
            file = file.record(
                *(
                    ProposalDeclined(
                        rule=row.rule,
                        anchors=row.anchors,
                        owed_by=row.owed_by,
                        ground=self.declined[row.rule],
                        happened_on=day,
                    )
                    for row in unwanted
                ),
                **self.by(day),
            )
        new = self.due(file).new
        show(f"{day}: {heading} ({len(unwanted)} declined)", new)
        events = new.events(on=day, ids=name_of, owner="associate")
        if events:
            file = file.record(*events, **self.by(day))
        return self.confirm(file, day)

    def confirm(self, file: CaseFile, day: date) -> CaseFile:
        """Let a second person stand by what waits for it."""
        events = [
            DeadlineConfirmed(
                deadline_id=one.deadline_id, confirmed_by="partner", happened_on=day
            )
            for one in file.case.deadlines
            if one.state in ("proposed", "needs-review")
        ]
        return file.record(*events, **self.by(day, "partner")) if events else file

    def move(self, file: CaseFile, day: date, heading: str) -> CaseFile:
        """Show what moves, make it so, and have it looked at again."""
        diff = lc.reschedule(file, self.law, for_=self.for_)
        print(f"\n{day}: {heading}")
        print(diff)
        return self.confirm(file.record(*diff.events(on=day), **self.by(day)), day)

    def follow(
        self, file: CaseFile, day: date, heading: str, *happened: Event | Draft
    ) -> CaseFile:
        """Record what happened, do what the plan asks for then, and show what changed.

        First what the docket shows to be done; then deadlines and tasks that the plan
        brings, moves or ends. A partner stands by the deadlines.
        """
        before = {row.key: row for row in plan(file, self.law, on=day)}
        file = file.record(*happened, **self.by(day))
        file = self.met(file, day, quiet=True)
        file = file.record(*plan(file, self.law, on=day).done_events(), **self.by(day))
        file = file.record(*plan(file, self.law, on=day).events(), **self.by(day))
        moved = lc.reschedule(file, self.law, for_=self.for_)
        file = file.record(*moved.events(on=day, owner="lead"), **self.by(day))
        file = self.confirm(file, day)
        print(f"\n{day}: {heading}")
        ended = 0
        for row in plan(file, self.law, on=day):
            was = before.get(row.key)
            if was is not None and (was.state, was.shown) == (row.state, row.shown):
                continue
            if row.state == "void" and row.task_id is None and row.deadline_id is None:
                ended += 1
                continue
            since = was.shown if was is not None and row.is_open else None
            told = f" (was {since})" if since not in (None, row.shown) else ""
            print(f"  {row.shown or '-'!s:10} {row.state:<8} {row.title}{told}")
        if ended:
            print(f"  and {ended} that had not begun are void")
        return file

    def met(self, file: CaseFile, day: date, *, quiet: bool = False) -> CaseFile:
        """Record what the docket shows to be done, each with what shows it."""
        found = self.due(file)
        events = found.met_events()
        if not events:
            return file
        done = {event.deadline_id for event in events}
        if not quiet:
            show(
                f"{day}: done, as the docket shows",
                (row for row in found if row.deadline_id in done),
            )
        return file.record(*events, **self.by(day))


def name_of(row: ScheduledDeadline) -> str:
    """Return a short id for a deadline: rule and party, ``4(m)-epic``."""
    who = "-".join(row.owed_by) or "whoever"
    return f"{row.rule.split('/', 2)[2]}-{who}"


def show(heading: str, rows: Iterable[ScheduledDeadline]) -> None:
    """Print what is due: date, state, rule, who owes it, because of what."""
    print(f"\n{heading}")
    for row in rows:
        because = ", ".join(one.text.partition(" (")[0] for one in row.because)
        print(f"  {row.shown} {row.state} {row.rule} {row.who}: {because}")


def feed(file: CaseFile, *, audience: str = "public") -> None:
    """Print a calendar feed of the case as an audience gets it: day and summary."""
    detail: Literal["full", "ref-only"] = "full" if audience == "firm" else "ref-only"
    text = lc.to_ical(
        file.case.agenda(), name=file.case.case_id, audience=audience, detail=detail
    ).decode()
    print(f"\nThe feed for {audience}")
    summary = ""
    for line in text.replace("\r\n ", "").splitlines():
        key, _, value = line.partition(":")
        if key == "SUMMARY":
            summary = value.replace("\\,", ",")
        elif key.startswith("DTSTART"):
            print(f"  {value} {summary}")
