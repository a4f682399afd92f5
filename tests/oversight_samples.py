"""Values of the questions over cases, for the tests that ask all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from case_samples import AT, CANARY, DAY, NOON, PACIFIC, file
from legalcase.authority import Authority
from legalcase.dates import DateRange, Period
from legalcase.oversight import (
    Booking,
    CaseFinding,
    Checks,
    Clash,
    Clashes,
    ComplianceChecks,
    Complied,
    Found,
    JudgedSuggestion,
    Letter,
    MissedEvent,
    NotJudged,
    OwedBetween,
    PressedDate,
    PressedDay,
    Pressure,
    Relief,
    SheetClock,
    SheetEntry,
    SuggestionEvaluation,
    Uncovered,
    UnmetNeed,
    UnmetNeeds,
    Viewed,
    absences,
    agenda,
    agreement,
    case_services,
    client_view,
    compliance,
    contact_gap,
    control_sheet,
    correspondence,
    disclosed,
    disclosure,
    handover,
    health,
    limitations,
    offers,
    open_needs,
    open_suggestions,
    replies_owed,
    review,
    suggest_model,
    unchecked,
    updates_due,
    who,
)
from legalcase.oversight.seen import Absences
from practice_samples import SAMPLES, recorded, stage
from suggestion_samples import opened, suggested

if TYPE_CHECKING:
    from legalcase.model import CaseFile

JULY = DateRange(date(2026, 7, 1), date(2026, 8, 1))


def oversight_samples() -> dict[str, Any]:
    """A value of each class, of a case with a canary in all that people wrote."""
    made = file()
    diary = agenda([made], between=(DAY, date(2026, 7, 31)))
    looked = Viewed(
        case=made.case,
        on=DAY,
        agenda=made.case.agenda(),
        absences=Absences.of({f"A. Lawyer {CANARY}": JULY}),
        file=made,
    )
    relief = Relief(court="good cause", cite="Fed. R. Civ. P. 6(b)(1)", said="court")
    pressed = PressedDate(
        day=date(2026, 7, 9),
        case_id="roe",
        called=f"Roe v. Acme {CANARY}",
        deadline_id="answers",
        title=f"Answer {CANARY}",
        critical=True,
        why="away",
        text="away",
        evidence=("deadline:answers",),
        relief=relief,
    )
    pressed_day = PressedDay(day=pressed.day, limit=0, dates=(pressed,))
    finding = CaseFinding(
        code="overdue",
        severity="critical",
        case_id="roe",
        text="deadline 'answers' is open",
        evidence=("deadline:answers",),
        day=DAY,
        person=f"A. Lawyer {CANARY}",
        authority=Authority(cite="ABA Model Rule 1.3"),
    )
    entry = SheetEntry(
        case_id="roe",
        called=f"Roe v. Acme {CANARY}",
        number=3,
        event_id="e3",
        what="extended",
        deadline_id="answers",
        title=f"Answer {CANARY}",
        was=DAY,
        now=date(2026, 7, 9),
        state="extended",
        critical=True,
        because=("order e2",),
        ground=f"Because {CANARY}",
        person=f"A. Partner {CANARY}",
        by=f"A. Clerk {CANARY}",
        on_behalf_of=f"A. Lawyer {CANARY}",
        recorded_at=AT,
        happened_on=DAY,
        successor_id="answers-2",
        wrong=(4,),
    )
    checks = Checks.core()
    values: list[Any] = [
        diary,
        diary.overdue[0] if diary.overdue else diary.entries[0],
        diary.month(2026, 6),
        entry,
        SheetClock(
            case_id="roe",
            called=f"Roe v. Acme {CANARY}",
            clock_id="doe-70",
            title="Trial",
            of="doe",
            now=date(2026, 7, 9),
            state="running",
            authority="18 U.S.C. § 3161(c)(1)",
            remarks=f"clock of doe {CANARY}",
        ),
        control_sheet([made], on=NOON.astimezone(PACIFIC).date(), zone=str(PACIFIC)),
        checks,
        checks["overdue"],
        Found(text="nothing", evidence=("case:roe",), person=f"A. Lawyer {CANARY}"),
        finding,
        looked,
        health(made, on=date(2026, 9, 1)),
        *_of_team(made),
        *_of_clients(),
        *_of_needs(),
        *_of_logistics(),
        *_of_civil(),
        *_of_suggestions(),
        *_of_reviews(made),
        *_of_agreements(),
        relief,
        pressed,
        pressed_day,
        Pressure(
            person=f"A. Lawyer {CANARY}",
            during=JULY,
            limit=0,
            cases=1,
            days=(pressed_day,),
            away=(pressed,),
            unprepared=(pressed,),
        ),
    ]
    return {type(value).__name__: value for value in values}


def _of_team(made: CaseFile) -> tuple[Any, ...]:
    """What is asked about a team, of a case that has one."""
    owner = f"A. Lawyer {CANARY}"
    case = recorded("team").case
    sheet = absences([made], leave={owner: [JULY]}, on=DAY)
    row = Uncovered(
        case_id="roe",
        ref="deadline:answers",
        title=f"Answer {CANARY}",
        day=DAY,
        person=owner,
        back_on=DAY,
        stands_in=owner,
        is_covered=True,
    )
    suggested = suggest_model(case, on=DAY)
    plan = handover(
        case, from_=f"second {CANARY}", to=owner, on=DAY, reason=f"Leave {CANARY}"
    )
    found = who(case, "accountable", on=DAY)
    return (sheet, row, suggested, suggested["custodial"], plan, plan.items[0], found)


def _of_clients() -> tuple[Any, ...]:
    """What is asked about clients."""
    case = recorded("communications").case
    due = updates_due([case], every=Period.parse("1 day"), on=date(2026, 9, 1))
    owed = OwedBetween(
        case_id="roe",
        ref="practice/communication:call",
        owed_by="us",
        text=f"Income {CANARY}",
        since_on=DAY,
        is_over=False,
    )
    view = client_view(case, "roe", on=DAY)
    return (
        contact_gap(case, "roe", on=DAY),
        due,
        due.rows[0],
        replies_owed([case], on=DAY),
        owed,
        view,
        view.contacts[0],
    )


def _of_logistics() -> list[Any]:
    """Values of who has to be where, and of what a hearing lacks."""
    booked = Booking(case_id="roe", hearing_id="trial", role="counsel", at=NOON)
    clash = Clash(
        kind="person",
        who=f"A. Lawyer {CANARY}",
        ref="representation:r1",
        first=booked,
        second=booked,
        text="has to be at both",
        evidence=(booked.ref,),
    )
    lacks = UnmetNeed(
        case_id="roe",
        hearing_id="trial",
        at=NOON,
        days=1,
        kind="transport-unstated",
        ref="party:roe",
        what="nobody is to bring it",
        parties=("roe",),
    )
    return [
        booked,
        clash,
        Clashes(
            during=JULY,
            decided="each is taken to last 1:00",
            rows=(clash,),
            cases=2,
            hearings=2,
            begun_only=(booked.ref,),
            undated=(booked.ref,),
        ),
        lacks,
        UnmetNeeds(on=DAY, until=DAY, rows=(lacks,), cases=1, hearings=1),
    ]


def _of_needs() -> tuple[Any, ...]:
    """What is asked about needs."""
    found = open_needs([recorded("needs").case], on=date(2027, 9, 1))
    services = case_services(
        [recorded("intake").case], program="us/lsc", during=(DAY, DAY)
    )
    asked = unchecked(recorded("team").case, on=DAY)
    return (found, found.rows[0], services, services.rows[0], asked, asked.rows[0])


def _of_civil() -> tuple[Any, ...]:
    """What is asked in civil work."""
    written = correspondence(recorded("communications").case, on=date(2027, 9, 1))
    watch = limitations([recorded("offers").case], on=DAY)
    file = stage("offers").record(SAMPLES["offers"][0], by="clerk", at=NOON)
    found = offers(file, on=DAY)
    letter = Letter(
        case_id="roe",
        counterpart=f"The clerk {CANARY}",
        number=1,
        communication_id="c",
        direction="in",
        channel="letter",
        happened_on=DAY,
        subject=f"Money {CANARY}",
        owed_by=f"The clerk {CANARY}",
        owed_since=DAY,
        due_on=DAY,
    )
    return (written, letter, watch, watch.rows[0], found, found.rows[0])


def _of_suggestions() -> tuple[Any, ...]:
    """What is asked of what programs suggest."""
    file = opened().record(suggested(), by="clerk", at=NOON)
    waiting = open_suggestions([file], on=DAY)
    row = JudgedSuggestion(
        case_id="roe",
        suggestion_id="s-1",
        document_id="notice",
        producer="reader 2.1",
        kind="filed",
        confidence=0.8,
        outcome="other-day",
        days_off=2,
        recorded_kind="filed",
        event_id="e-1",
    )
    missed = MissedEvent(
        case_id="roe",
        event_id="e-2",
        document_id="notice",
        producer="reader 2.1",
        kind="filed",
    )
    out = NotJudged(
        case_id="roe",
        suggestion_id="s-2",
        document_id="other",
        producer="reader 2.1",
        why="open",
    )
    made = SuggestionEvaluation(cases=1, rows=(row,), missed=(missed,), left_out=(out,))
    asked = (made.precision, made.calibration()[-1])
    return (waiting, waiting.rows[0], row, missed, out, made, *asked)


def _of_reviews(made: CaseFile) -> tuple[Any, ...]:
    """What is asked when cases are looked at together."""
    found = review([made], cadence=Period.parse("14 days"), on=date(2026, 9, 1))
    duties = compliance(made.case, on=DAY)
    checks = ComplianceChecks.core()
    said = Complied(state="fail", why="nobody did", evidence=("party:roe",))
    return (found, found.rows[0], duties, duties.rows[0], checks, *[*checks][:1], said)


def _of_agreements() -> tuple[Any, ...]:
    """What is asked about disclosure and agreements."""
    book = disclosure(recorded("disclosure").case)
    owed = book.outstanding(on=date(2026, 9, 1))
    given = disclosed(book.case)
    stands = agreement(recorded("agreements").case, "msa", on=DAY)
    return (
        book,
        owed,
        owed.rows[0],
        book.standings(on=DAY)[0],
        given,
        given.rows[0],
        stands,
        stands.rows[0],
    )


#: An answer is given anew when asked; none of them is stored.
NOT_STORED = {
    f"{type(value).__module__}.{type(value).__qualname__}": (
        "an answer, given anew when asked, or a question"
    )
    for value in oversight_samples().values()
}
