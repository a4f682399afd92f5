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
    from legalcase.calendars.closures import Closure as Closure
    from legalcase.calendars.court_calendar import CourtCalendar as CourtCalendar
    from legalcase.calendars.month import MonthGrid as MonthGrid
    from legalcase.catalogue.deadline_rule import DeadlineRule as DeadlineRule
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
    from legalcase.kernel.recorded import Recorded as Recorded
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
    "compute",
    "court",
    "find_rules",
    "open_store",
    "reschedule",
    "rule",
    "schedule",
    "served_on",
    "to_ical",
]

_HOMES = {
    "Authority": "authority",
    "Case": "model.case",
    "CaseFile": "model.case_file",
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
    "Recorded": "kernel.recorded",
    "Schedule": "scheduling.scheduled",
    "ScheduledDeadline": "scheduling.row",
    "Step": "counting.engine.steps",
    "Task": "model.tasks.state",
    "Venue": "counting.rules.venue",
    "agenda": "oversight.diary.agendas",
    "calendar": "law.bundled",
    "compute": "law.bundled",
    "court": "law.bundled",
    "find_rules": "law.bundled",
    "open_store": "storage.opening",
    "reschedule": "scheduling.moving.reschedule",
    "rule": "law.bundled",
    "schedule": "scheduling.ask",
    "served_on": "law.bundled",
    "to_ical": "ical.calendar_feed",
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
            msg = f"module {__name__!r} has no attribute {name!r}{_pointer(name)}"
            if msg.endswith(repr(name)):
                from legalcase.near import no_such_name

                raise no_such_name(__name__, name, (*__all__, *_ELSEWHERE))
            raise AttributeError(msg)
        globals()[name] = value
        return value


#: Names of other packages that are looked for here.
_ELSEWHERE = {
    "AUDIT_COLUMNS": "interop",
    "AUDIT_VERDICTS": "interop",
    "AbsenceSheet": "oversight",
    "AgeBand": "measures",
    "AppendCondition": "ports",
    "Assumed": "interop",
    "Audit": "interop",
    "AuditRow": "interop",
    "Backlog": "measures",
    "CALENDAR_COLUMNS": "ical",
    "CaseAge": "measures",
    "CaseDays": "measures",
    "CaseQuery": "ports",
    "CaseReview": "oversight",
    "CaseServices": "oversight",
    "CaseStore": "ports",
    "CaseTime": "measures",
    "CaseloadReport": "measures",
    "Clearance": "measures",
    "ClientView": "oversight",
    "Column": "interop",
    "Compared": "interop",
    "Compliance": "oversight",
    "ComplianceCheck": "oversight",
    "ComplianceChecks": "oversight",
    "ComplianceRow": "oversight",
    "Complied": "oversight",
    "ConfidenceBand": "oversight",
    "ConflictCheck": "conflicts",
    "ConflictFinding": "conflicts",
    "ConflictIndex": "conflicts",
    "ConflictMatch": "conflicts",
    "ConflictRule": "conflicts",
    "ContactGap": "oversight",
    "Correspondence": "oversight",
    "DataKey": "storage",
    "DeadlineCompliance": "measures",
    "Difference": "interop",
    "DispositionTime": "measures",
    "DueAndDone": "measures",
    "DueCount": "measures",
    "DueQuery": "ports",
    "Excluded": "measures",
    "FILING_ORIGINS": "measures",
    "Figure": "measures",
    "FlowCount": "measures",
    "FolderBlobs": "storage",
    "GroupFigure": "measures",
    "Guard": "storage",
    "GuardedStore": "storage",
    "HandedOver": "oversight",
    "HandoverPlan": "oversight",
    "Imported": "interop",
    "JudgedSuggestion": "oversight",
    "Keys": "ports",
    "Letter": "oversight",
    "LimitationRow": "oversight",
    "LimitationWatch": "oversight",
    "LineQuery": "ports",
    "LocalKeys": "storage",
    "MemoryBlobs": "storage",
    "MemoryStore": "storage",
    "MissedEvent": "oversight",
    "ModelCandidate": "oversight",
    "ModelSuggestion": "oversight",
    "NotCompared": "interop",
    "NotJudged": "oversight",
    "NotMapped": "interop",
    "NoticeEntry": "interop",
    "NoticeReader": "interop",
    "OpenNeed": "oversight",
    "OpenNeeds": "oversight",
    "OpenOffer": "oversight",
    "OpenOffers": "oversight",
    "OpenSuggestion": "oversight",
    "OpenSuggestions": "oversight",
    "Overload": "measures",
    "OwedBetween": "oversight",
    "OwedList": "oversight",
    "PendingAge": "measures",
    "PendingCount": "measures",
    "PostgresStore": "storage",
    "QUANTILE_METHODS": "measures",
    "Reader": "ports",
    "Reconciliation": "measures",
    "Reviews": "oversight",
    "Sealer": "storage",
    "ServiceCount": "oversight",
    "SettingsSpread": "measures",
    "ShareRight": "oversight",
    "SourceEntry": "interop",
    "SqliteStore": "storage",
    "Store": "storage",
    "SuggestionEvaluation": "oversight",
    "SystemClock": "storage",
    "TierMet": "measures",
    "TimeStandard": "measures",
    "TimeToDisposition": "measures",
    "Told": "oversight",
    "TrialCertainty": "measures",
    "Unchecked": "oversight",
    "UncheckedPerson": "oversight",
    "Uncovered": "oversight",
    "UnitOfWork": "ports",
    "UpdateDue": "oversight",
    "UpdatesDue": "oversight",
    "WeighedFiling": "measures",
    "WeightedCaseload": "measures",
    "Who": "oversight",
    "Work": "storage",
    "WrappedKey": "ports",
    "absences": "oversight",
    "age_bands": "measures",
    "age_of_pending": "measures",
    "agreement": "oversight",
    "audit": "interop",
    "backlog": "measures",
    "backlog_rate": "measures",
    "case_services": "oversight",
    "caseload_report": "measures",
    "clashes": "oversight",
    "clearance": "measures",
    "clearance_rate": "measures",
    "client_view": "oversight",
    "columns_of": "interop",
    "compliance": "oversight",
    "conflict_index": "storage",
    "contact_gap": "oversight",
    "control_sheet": "oversight",
    "converted": "codec",
    "copy_store": "storage",
    "correspondence": "oversight",
    "days_of": "measures",
    "deadline_compliance": "measures",
    "deadlines_from": "interop",
    "decode": "codec",
    "digest": "codec",
    "disclosed": "oversight",
    "disclosure": "oversight",
    "disposition_days": "measures",
    "disposition_time": "measures",
    "due_count": "measures",
    "encode": "codec",
    "evaluate_suggestions": "oversight",
    "events_from": "interop",
    "expectations": "oversight",
    "from_courtlistener": "interop",
    "from_ical": "ical",
    "from_json": "codec",
    "handover": "oversight",
    "health": "oversight",
    "health_of": "oversight",
    "hearings_from": "interop",
    "json_schema": "codec",
    "limitations": "oversight",
    "line_of": "codec",
    "line_text": "codec",
    "load": "storage",
    "load_file": "storage",
    "manner_of_disposition": "measures",
    "nobody_since": "storage",
    "offers": "oversight",
    "open_needs": "oversight",
    "open_suggestions": "oversight",
    "overload": "measures",
    "overload_of": "measures",
    "parties_from": "interop",
    "pressure": "oversight",
    "prevailing_disposition": "measures",
    "quantile": "measures",
    "read_notice": "interop",
    "read_policy": "access",
    "read_time_standards": "measures",
    "reconciliation": "measures",
    "replies_owed": "oversight",
    "review": "oversight",
    "save": "storage",
    "settings_spread": "measures",
    "sources_from": "interop",
    "suggest_model": "oversight",
    "suggestions_from": "interop",
    "suggestions_open": "oversight",
    "tags_in_clear": "storage",
    "tasks_of": "oversight",
    "team_findings": "oversight",
    "tiers_met": "measures",
    "time_standard": "measures",
    "time_standards": "measures",
    "time_to_disposition": "measures",
    "to_json": "codec",
    "to_rows": "interop",
    "trial_date_certainty": "measures",
    "unchecked": "oversight",
    "unmet_needs": "oversight",
    "updates_due": "oversight",
    "weighted_caseload": "measures",
    "weighted_filings": "measures",
    "who": "oversight",
}

#: What others call what has another name here.
_CALLED = {
    "Party": "legalcase.Participant, and joins by a PartyJoined of legalcase.model",
    "feed": "legalcase.to_ical",
    "open_case": "legalcase.CaseFile.open",
}

#: Where classes are looked for that stand nowhere above, in this order.
_PACKAGES = ("model", "kernel", "directory", "oversight", "access")


def _pointer(name: str) -> str:
    """Say where a name is found that stands in another package, or how it is called."""
    if name in _CALLED:
        return f". It is {_CALLED[name]}"
    place = _ELSEWHERE.get(name)
    if place is None and name[:1].isupper():
        from importlib import import_module

        for package in _PACKAGES:
            if name in import_module(f"{__name__}.{package}").__all__:
                place = package
                break
    return f". Import it from {__name__}.{place}" if place else ""


def __dir__() -> list[str]:
    return sorted(__all__)
