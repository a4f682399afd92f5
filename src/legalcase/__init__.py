"""Legal case management: court calendars, deadlines under the rules of court, cases.

`compute` says when something is due. A case is a `CaseFile`: open it, `record` what
happened, and `schedule` says what is due in it, for whom and because of what, and
`reschedule` what moves. `agenda` asks several cases, `to_ical` makes a calendar feed.

What can happen in a case, an event for each thing (`CaseOpened`, `PartyJoined`,
`Served`, `HearingSet` …), is in `legalcase.model`; `legalcase.storage` keeps cases,
`legalcase.oversight` asks what is wrong with them, `legalcase.measures` counts them,
`legalcase.interop` brings a docket in.

Every name here is loaded when it is first used. Nothing in this package is legal
advice: it says what it did and on which authority, so that a lawyer can check it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legalcase.authority import Authority as Authority
    from legalcase.batch.preparing import prepare as prepare
    from legalcase.calendars.closures import Closure as Closure
    from legalcase.calendars.court_calendar import CourtCalendar as CourtCalendar
    from legalcase.calendars.month import MonthGrid as MonthGrid
    from legalcase.catalogue.deadline_rule import DeadlineRule as DeadlineRule
    from legalcase.certificates.certificate import Certificate as Certificate
    from legalcase.certificates.verifying import certify as certify
    from legalcase.certificates.verifying import verify as verify
    from legalcase.counting.argument.computation import Computation as Computation
    from legalcase.counting.argument.findings import Notice as Notice
    from legalcase.counting.argument.findings import Reading as Reading
    from legalcase.counting.engine.steps import Step as Step
    from legalcase.counting.rules.counting_rule import CountingRule as CountingRule
    from legalcase.counting.rules.venue import Venue as Venue
    from legalcase.courts.bench import Court as Court
    from legalcase.dates import DateRange as DateRange
    from legalcase.dates import Period as Period
    from legalcase.errors import LegalCaseError as LegalCaseError
    from legalcase.ical.calendar_feed import to_ical as to_ical
    from legalcase.kernel.lines.recorded import Recorded as Recorded
    from legalcase.law.bundled import calendar as calendar
    from legalcase.law.bundled import compute as compute
    from legalcase.law.bundled import court as court
    from legalcase.law.bundled import find_rules as find_rules
    from legalcase.law.bundled import rule as rule
    from legalcase.law.bundled import served_on as served_on
    from legalcase.law.lawbook import Law as Law
    from legalcase.model.case import Case as Case
    from legalcase.model.case_file import CaseFile as CaseFile
    from legalcase.model.deadlines.state import Deadline as Deadline
    from legalcase.model.hearings.state import Hearing as Hearing
    from legalcase.model.people.state import Participant as Participant
    from legalcase.model.tasks.state import Task as Task
    from legalcase.oversight.diary.agendas import agenda as agenda
    from legalcase.scheduling.ask import schedule as schedule
    from legalcase.scheduling.moving.diff import Diff as Diff
    from legalcase.scheduling.moving.reschedule import reschedule as reschedule
    from legalcase.scheduling.row import ScheduledDeadline as ScheduledDeadline
    from legalcase.scheduling.scheduled import Schedule as Schedule
    from legalcase.storage.opening import open_store as open_store

__all__ = [
    "Authority",
    "Case",
    "CaseFile",
    "Certificate",
    "Closure",
    "Computation",
    "CountingRule",
    "Court",
    "CourtCalendar",
    "DateRange",
    "Deadline",
    "DeadlineRule",
    "Diff",
    "Hearing",
    "Law",
    "LegalCaseError",
    "MonthGrid",
    "Notice",
    "Participant",
    "Period",
    "Reading",
    "Recorded",
    "Schedule",
    "ScheduledDeadline",
    "Step",
    "Task",
    "Venue",
    "__version__",
    "agenda",
    "calendar",
    "certify",
    "compute",
    "court",
    "find_rules",
    "open_store",
    "prepare",
    "reschedule",
    "rule",
    "schedule",
    "served_on",
    "to_ical",
    "verify",
]

_HOMES = {
    "Authority": "authority",
    "Case": "model.case",
    "CaseFile": "model.case_file",
    "Certificate": "certificates.certificate",
    "Closure": "calendars.closures",
    "Computation": "counting.argument.computation",
    "CountingRule": "counting.rules.counting_rule",
    "Court": "courts.bench",
    "CourtCalendar": "calendars.court_calendar",
    "DateRange": "dates",
    "Deadline": "model.deadlines.state",
    "DeadlineRule": "catalogue.deadline_rule",
    "Diff": "scheduling.moving.diff",
    "Hearing": "model.hearings.state",
    "Law": "law.lawbook",
    "LegalCaseError": "errors",
    "MonthGrid": "calendars.month",
    "Notice": "counting.argument.findings",
    "Participant": "model.people.state",
    "Period": "dates",
    "Reading": "counting.argument.findings",
    "Recorded": "kernel.lines.recorded",
    "Schedule": "scheduling.scheduled",
    "ScheduledDeadline": "scheduling.row",
    "Step": "counting.engine.steps",
    "Task": "model.tasks.state",
    "Venue": "counting.rules.venue",
    "agenda": "oversight.diary.agendas",
    "calendar": "law.bundled",
    "certify": "certificates.verifying",
    "compute": "law.bundled",
    "court": "law.bundled",
    "find_rules": "law.bundled",
    "open_store": "storage.opening",
    "prepare": "batch.preparing",
    "reschedule": "scheduling.moving.reschedule",
    "rule": "law.bundled",
    "schedule": "scheduling.ask",
    "served_on": "law.bundled",
    "to_ical": "ical.calendar_feed",
    "verify": "certificates.verifying",
}

__version__: str


if not TYPE_CHECKING:
    # A type checker sees the names above and no others: a misspelt one is an error.
    def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name can be asked for
        if name == "__version__":
            from importlib.metadata import version

            value: Any = version("legalcase")
        elif name in _HOMES:
            from importlib import import_module

            value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        else:
            from legalcase.elsewhere import ELSEWHERE, pointer
            from legalcase.near import no_such_name

            found = pointer(name)
            if not found:
                raise no_such_name(__name__, name, (*__all__, *ELSEWHERE))
            msg = f"module {__name__!r} has no attribute {name!r}{found}"
            raise AttributeError(msg)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
