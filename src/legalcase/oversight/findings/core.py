"""The checks of this package, by code."""

from __future__ import annotations

from typing import Final

from legalcase.oversight.authorities import COMMUNICATION, DILIGENCE, WORKLOAD
from legalcase.oversight.findings.check import LAW, LOG, Check
from legalcase.oversight.findings.people.of_clients import OF_CLIENTS
from legalcase.oversight.findings.people.of_conflicts import OF_CONFLICTS
from legalcase.oversight.findings.people.of_meetings import OF_MEETINGS
from legalcase.oversight.findings.people.of_needs import OF_NEEDS
from legalcase.oversight.findings.people.of_people import OF_PEOPLE
from legalcase.oversight.findings.people.of_suggestions import OF_SUGGESTIONS
from legalcase.oversight.findings.people.of_team import OF_TEAM
from legalcase.oversight.findings.proceeding import of_case
from legalcase.oversight.findings.proceeding.of_agreements import OF_AGREEMENTS
from legalcase.oversight.findings.proceeding.of_disclosure import OF_DISCLOSURE
from legalcase.oversight.findings.proceeding.of_limitation import OF_LIMITATION
from legalcase.oversight.findings.proceeding.of_offers import OF_OFFERS
from legalcase.oversight.findings.proceeding.of_proof import OF_PROOF
from legalcase.oversight.findings.proceeding.of_witnesses import OF_WITNESSES
from legalcase.oversight.findings.work import of_deadline
from legalcase.oversight.findings.work.of_clocks import OF_CLOCKS
from legalcase.oversight.findings.work.of_dates import OF_DATES
from legalcase.oversight.findings.work.of_plan import OF_PLAN
from legalcase.oversight.findings.work.of_schedule import OF_SCHEDULE
from legalcase.oversight.findings.work.of_service import OF_SERVICE
from legalcase.oversight.findings.work.of_task import OF_TASKS

__all__ = ["CORE"]

CORE: Final = (
    *OF_CLIENTS,
    *OF_CLOCKS,
    *OF_LIMITATION,
    *OF_OFFERS,
    *OF_CONFLICTS,
    *OF_MEETINGS,
    *OF_NEEDS,
    *OF_DATES,
    *OF_PEOPLE,
    *OF_PLAN,
    *OF_PROOF,
    *OF_SCHEDULE,
    *OF_SERVICE,
    *OF_SUGGESTIONS,
    *OF_TASKS,
    *OF_TEAM,
    *OF_AGREEMENTS,
    *OF_DISCLOSURE,
    *OF_WITNESSES,
    Check(
        code="anchor-corrected",
        severity="critical",
        what="a deadline rests on a line that was corrected since somebody saw it",
        authority=DILIGENCE,
        find=of_deadline.anchor_corrected,
    ),
    Check(
        code="anchor-differs",
        severity="warning",
        what="what a deadline was computed from stands on another day in the case",
        authority=DILIGENCE,
        find=of_deadline.anchor_differs,
    ),
    Check(
        code="claim-left-pending",
        severity="warning",
        what="a claim is pending by or against somebody who left the case",
        authority=DILIGENCE,
        find=of_case.claim_against_who_left,
    ),
    Check(
        code="confirmed-for-another",
        severity="warning",
        what="whoever set a critical deadline recorded that another confirmed it",
        find=of_deadline.confirmed_for_another,
    ),
    Check(
        code="extension-barred",
        severity="critical",
        what="a court extended a time that the rule does not let it extend",
        find=of_deadline.extension_barred,
    ),
    Check(
        code="hearing-day-uncovered",
        severity="warning",
        what="a deadline without owner or backup falls on the day of a hearing",
        authority=WORKLOAD,
        find=of_case.hearing_day_uncovered,
    ),
    Check(
        code="hearing-not-recorded",
        severity="warning",
        what="the day of a hearing is over, and nobody recorded what became of it",
        authority=DILIGENCE,
        find=of_case.hearing_not_recorded,
    ),
    Check(
        code="lapsed",
        severity="advice",
        what="what one may do was neither done nor declined, and its date is over",
        authority=DILIGENCE,
        find=of_deadline.lapsed,
    ),
    Check(
        code="lines-unread",
        severity="warning",
        what="the case has lines of rooms without which it was read",
        find=of_case.lines_unread,
    ),
    Check(
        code="met-late",
        severity="critical",
        what="what was due was done late",
        authority=COMMUNICATION,
        find=of_deadline.met_late,
    ),
    Check(
        code="met-on-a-reading",
        severity="critical",
        what="what was due was done in time under one reading only",
        authority=COMMUNICATION,
        find=of_deadline.met_on_a_reading,
    ),
    Check(
        code="missed",
        severity="critical",
        what="a deadline was missed, and nothing was recorded since",
        authority=COMMUNICATION,
        find=of_deadline.missed,
    ),
    Check(
        code="needs-review",
        severity="warning",
        what="something came up, and nobody has stood by a deadline since",
        authority=DILIGENCE,
        find=of_deadline.needs_review,
    ),
    Check(
        code="no-date",
        severity="advice",
        what="an open deadline has no date, and waits for something to happen",
        find=of_deadline.no_date,
    ),
    Check(
        code="no-next-event",
        severity="warning",
        what="a case goes on, and nothing in it lies ahead",
        authority=DILIGENCE,
        find=of_case.no_next_event,
    ),
    Check(
        code="no-owner",
        severity="warning",
        what="nobody of ours is to do what is due",
        authority=DILIGENCE,
        find=of_deadline.no_owner,
    ),
    Check(
        code="overdue",
        severity="critical",
        what="a deadline is open, and its date is over",
        authority=DILIGENCE,
        find=of_deadline.overdue,
    ),
    Check(
        code="owner-absent",
        severity="warning",
        what="a deadline falls on a day on which its owner is away",
        authority=WORKLOAD,
        find=of_deadline.owner_absent,
    ),
    Check(
        code="resumed-without-date",
        severity="critical",
        what="time runs again, and nobody has computed the deadline anew",
        authority=DILIGENCE,
        find=of_deadline.resumed_without_date,
    ),
    Check(
        code="stopped-without-review",
        severity="warning",
        what="a clock is stopped, and no date of ours looks after it",
        authority=DILIGENCE,
        find=of_deadline.stopped_without_review,
    ),
    Check(
        code="unconfirmed-critical",
        severity="critical",
        what="no second person stands by a critical deadline",
        find=of_deadline.unconfirmed_critical,
    ),
    Check(
        code="unknown-word",
        severity="warning",
        what="a word in the log is none of the vocabulary of the law that was passed",
        asks=(LAW, LOG),
        find=of_case.unknown_word,
    ),
)
