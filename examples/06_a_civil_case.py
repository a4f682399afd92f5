"""A civil case from intake to judgment: what was wrong, struck, stayed and extended."""

from datetime import UTC, date, datetime, time

import legalcase as lc
from legalcase.ical import to_ical
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    Anchor,
    CaseDisposed,
    CaseFile,
    CaseOpened,
    CaseReactivated,
    CaseStayed,
    Computed,
    CounselAppeared,
    CourtAssigned,
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMooted,
    DeadlineRecomputed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineTerms,
    Derived,
    EntryStruck,
    Filed,
    HearingContinued,
    HearingSet,
    JudgmentEntered,
    NumberAssigned,
    Ordered,
    OrderEntered,
    PartyJoined,
    RoleTaken,
    Served,
)
from legalcase.testing import FixedIds

LAW = lc.Law.bundled()
COURT = "us/cand"
PRIVATE = {"defendant-is-the-united-states": "no"}


def event(name: str) -> Ref:
    """Refer to an event to which we gave an id."""
    return Ref("event", name)


def at(day: date, hour: int = 17) -> datetime:
    """When something was recorded: the package knows no clock."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


def show(file: CaseFile, what: str, *names: str) -> None:
    """Print where the open deadlines stand, or those of these names."""
    print(f"\n{what}")
    for item in file.case.agenda().open:
        if names and item.deadline.deadline_id not in names:
            continue
        also = f", because of {', '.join(item.deadline.review.because)}"
        because = also if item.deadline.review.because else ""
        shown = item.dates.shown or "no date"
        print(f"  {item.deadline.deadline_id}: {shown}, {item.state}{because}")


# Intake: no court, no number, nothing filed.
day = date(2026, 3, 2)
file = CaseFile.open(
    CaseOpened(caption="Roe v. Acme", proceeding="civil", happened_on=day),
    case_id="roe-v-acme",
    by="clerk",
    at=at(day),
    ids=FixedIds("event-"),
    law=LAW,
)
print(f"At intake: {file.case.status}, number {file.case.number}")

# Filed three days later: court, number and parties come as they come.
day = date(2026, 3, 5)
file = file.record(
    PartyJoined(party_id="roe", name="Roe", roles=("plaintiff",), happened_on=day),
    PartyJoined(
        party_id="acme",
        name="Acme Corp.",
        kind="organization",
        roles=("defendant",),
        is_client=True,
        happened_on=day,
    ),
    PartyJoined(party_id="doe", name="Doe LLC", roles=("defendant",), happened_on=day),
    CounselAppeared(
        representation_id="ours",
        party_ids=("acme",),
        counsel="A. Partner",
        happened_on=day,
    ),
    CourtAssigned(court=COURT, happened_on=day),
    NumberAssigned(number="3:26-cv-01234", happened_on=day),
    Filed(
        title="Complaint",
        triggers=("complaint-filed",),
        by=("roe",),
        number="1",
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    law=LAW,
)
print(f"Filed: {file.case.status}, number {file.case.number}")


def answer(after: date) -> Computed:
    """Return on what the answer rests if the summons was served on a day."""
    found = LAW.compute(
        "us/frcp/12(a)(1)(A)(i)", after=after, court=COURT, facts=PRIVATE
    )
    return Computed(
        computation=found, anchors=(Anchor("summons-served", event("service")),)
    )


# Served; the clerk types 3 April.
day = date(2026, 4, 6)
basis = answer(date(2026, 4, 3))
file = file.record(
    Draft(
        Served(
            title="Summons and complaint",
            method="personal",
            triggers=("summons-served",),
            by=("roe",),
            on=("acme",),
            happened_on=date(2026, 4, 3),
        ),
        event_id="service",
    ),
    DeadlineSet(
        deadline_id="answer",
        terms=DeadlineTerms.of_rule(
            LAW.rule("us/frcp/12(a)(1)(A)(i)"),
            basis.computation,
            anchors=basis.anchors,
            owed_by=("acme",),
            critical=True,
        ),
        happened_on=day,
    ),
    DeadlineConfirmed(deadline_id="answer", confirmed_by="A. Partner", happened_on=day),
    by="clerk",
    at=at(day),
    law=LAW,
)
show(file, "Served, as the clerk typed it")

# The proof of service says 1 April: one service on the docket, and a review.
day = date(2026, 4, 8)
file = file.correct(
    "service",
    happened_on=date(2026, 4, 1),
    ground="proof of service read",
    by="clerk",
    at=at(day),
)
show(file, "Corrected to the day of the proof of service")
file = file.record(
    DeadlineRecomputed(
        deadline_id="answer", basis=answer(date(2026, 4, 1)), happened_on=day
    ),
    DeadlineConfirmed(deadline_id="answer", confirmed_by="A. Partner", happened_on=day),
    by="clerk",
    at=at(day),
)
services = [entry for entry in file.case.docket if entry.kind == "served"]
print(f"Services on the docket: {len(services)}")
show(file, "Computed anew, and confirmed by another than who computed it")

# An amended complaint: another period, from two events; nothing is left of the first.
day = date(2026, 4, 14)
amended = LAW.compute(
    "us/frcp/15(a)(3)",
    after={"summons-served": date(2026, 4, 1), "amended-pleading-served": day},
    court=COURT,
    facts=PRIVATE,
)
file = file.record(
    Draft(
        Served(
            title="First amended complaint",
            method="electronic",
            triggers=("amended-pleading-served",),
            by=("roe",),
            on=("acme",),
            happened_on=day,
        ),
        event_id="amendment",
    ),
    DeadlineMooted(
        deadline_id="answer", ground="the complaint was amended", happened_on=day
    ),
    DeadlineSet(
        deadline_id="response",
        terms=DeadlineTerms.of_rule(
            LAW.rule("us/frcp/15(a)(3)"),
            amended,
            anchors=(
                Anchor("summons-served", event("service")),
                Anchor("amended-pleading-served", event("amendment")),
            ),
            owed_by=("acme",),
        ),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    cause="amendment",
    law=LAW,
)
show(file, "Amended complaint")

# Extended by an order, which names one date more.
day = date(2026, 4, 20)
order = event("order-extending")
file = file.record(
    Draft(
        OrderEntered(title="Order extending time", number="12", happened_on=day),
        event_id=order.id,
    ),
    DeadlineExtended(
        deadline_id="response",
        successor_id="response-2",
        basis=Ordered(due=date(2026, 6, 12), order=order),
        order=order,
        happened_on=day,
    ),
    DeadlineSet(
        deadline_id="report",
        terms=DeadlineTerms(
            title="Joint status report",
            basis=Ordered(due=date(2026, 6, 1), order=order),
            owed_by=("roe", "acme"),
            stayed_by_stay="yes",  # as the order says
        ),
        happened_on=day,
    ),
    DeadlineSet(
        deadline_id="hold",
        terms=DeadlineTerms(
            title="Check the litigation hold",
            basis=Derived(
                follows=Ref("deadline", "response-2"),
                period=lc.Period.parse("2 weeks"),
            ),
        ),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    cause=order.id,
)
show(file, "Extended by order, whether or not anybody had confirmed it")

# A stay stops what is said to be stopped by one; of the rest somebody has to see.
day = date(2026, 5, 4)
file = file.record(
    Draft(CaseStayed(ground="settlement talks", happened_on=day), event_id="stay"),
    by="clerk",
    at=at(day),
)
print(f"\nThe case is {file.case.status}")
show(file, "Stayed: the order of 20 April speaks of stays, Rule 15 does not")
file = file.record(
    DeadlineStayed(
        deadline_id="response-2",
        ground="the order stays all deadlines",
        stay=event("stay"),
        happened_on=day,
    ),
    by="A. Partner",
    at=at(day),
    cause="stay",
)
confirm = DeadlineConfirmed(
    deadline_id="response-2", confirmed_by="A. Partner", happened_on=day
)
print(f"Confirm it now? {file.why_not(confirm, by='A. Partner', at=at(day))}")

# The stay is lifted by an order with new dates.
day = date(2026, 6, 15)
order = event("order-lifting")
file = file.record(
    Draft(
        OrderEntered(title="Order lifting the stay", number="15", happened_on=day),
        event_id=order.id,
    ),
    CaseReactivated(stay=event("stay"), happened_on=day),
    DeadlineRecomputed(
        deadline_id="response-2",
        basis=Ordered(due=date(2026, 7, 10), order=order),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    cause=order.id,
)
print(f"\nThe case is {file.case.status}")
show(file, "Lifted: one date is new, the other has to be found")
file = file.record(
    DeadlineRecomputed(
        deadline_id="report",
        basis=Ordered(due=date(2026, 7, 31), order=order),
        happened_on=day,
    ),
    *(
        DeadlineConfirmed(deadline_id=name, confirmed_by="A. Partner", happened_on=day)
        for name in ("response-2", "report")
    ),
    by="clerk",
    at=at(day),
)

# Acme answers and claims in its turn: a role more; its lawyer stays its lawyer.
day = date(2026, 6, 30)
file = file.record(
    Draft(
        Filed(
            title="Answer and counterclaim",
            triggers=("answer-filed",),
            by=("acme",),
            number="16",
            happened_on=day,
        ),
        event_id="the-answer",
    ),
    RoleTaken(party_id="acme", roles=("counterclaimant",), happened_on=day),
    RoleTaken(party_id="roe", roles=("counter-defendant",), happened_on=day),
    DeadlineMet(
        deadline_id="response-2",
        met_by="A. Partner",
        by_event=event("the-answer"),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    law=LAW,
)
acme = file.case.people.participants["acme"]
print(f"\nAcme is {' and '.join(acme.roles)}")
print(f"It is represented: {file.case.people.representations['ours'].ended_on is None}")
print(f"The response is {file.case.deadlines['response-2'].state}")

# The clerk of court strikes it: it was filed all the same, and meets nothing.
day = date(2026, 7, 2)
file = file.record(
    EntryStruck(entry_id="the-answer", ground="not signed", happened_on=day),
    by="clerk",
    at=at(day),
)
show(file, "Struck", "response-2")
day = date(2026, 7, 6)
counterclaim = LAW.compute(
    "us/frcp/12(a)(1)(B)", after=day, court=COURT, service="electronic"
)
file = file.record(
    Draft(
        Filed(
            title="Answer and counterclaim, signed",
            triggers=("answer-filed",),
            by=("acme",),
            number="18",
            happened_on=day,
        ),
        event_id="the-answer-again",
    ),
    Draft(
        Served(
            title="Answer and counterclaim",
            method="electronic",
            triggers=("counterclaim-served",),
            by=("acme",),
            on=("roe",),
            about=(event("the-answer-again"),),
            happened_on=day,
        ),
        event_id="counterclaim",
    ),
    DeadlineMet(
        deadline_id="report",
        met_by="A. Partner",
        evidence="filed jointly, no. 19",
        happened_on=day,
    ),
    DeadlineMet(
        deadline_id="response-2",
        met_by="A. Partner",
        by_event=event("the-answer-again"),
        happened_on=day,
    ),
    DeadlineSet(
        deadline_id="their-answer",
        terms=DeadlineTerms.of_rule(
            LAW.rule("us/frcp/12(a)(1)(B)"),
            counterclaim,
            anchors=(Anchor("counterclaim-served", event("counterclaim")),),
            owed_by=("roe",),
        ),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    law=LAW,
)
print(f"Filed again: the response is {file.case.deadlines['response-2'].state}")

# A hearing: one deadline is computed from it, one follows it. Then it is moved.
day = date(2026, 8, 3)
hearing = Ref("hearing", "motion")
notice = LAW.compute("us/frcp/6(c)(1)", before=date(2026, 10, 15), court=COURT)
file = file.record(
    HearingSet(
        hearing_id="motion",
        title="Motion to compel",
        hearing_at=datetime(2026, 10, 15, 17, tzinfo=UTC),
        happened_on=day,
    ),
    DeadlineSet(
        deadline_id="papers",
        terms=DeadlineTerms.of_rule(
            LAW.rule("us/frcp/6(c)(1)"),
            notice,
            anchors=(Anchor("hearing", hearing),),
            owed_by=("acme",),
        ),
        happened_on=day,
    ),
    DeadlineSet(
        deadline_id="moot-court",
        terms=DeadlineTerms(
            title="Rehearse the argument",
            basis=Derived(follows=hearing, period=lc.Period.parse("1 week")),
        ),
        happened_on=day,
    ),
    DeadlineConfirmed(deadline_id="papers", confirmed_by="A. Partner", happened_on=day),
    by="clerk",
    at=at(day),
)
show(file, "A hearing on 15 October", "papers", "moot-court")
day = date(2026, 8, 20)
file = file.record(
    Draft(
        HearingContinued(
            hearing_id="motion",
            to_at=datetime(2026, 11, 19, 18, tzinfo=UTC),
            requested_by=("roe",),
            ground="counsel is in trial",
            happened_on=day,
        ),
        event_id="continuance",
    ),
    by="clerk",
    at=at(day),
)
show(
    file, "Moved: what follows it moves, the rule is asked anew", "papers", "moot-court"
)

# Judgment by default against Doe alone: the case goes on against Acme.
day = date(2026, 9, 1)
file = file.record(
    Draft(
        JudgmentEntered(title="Default judgment", of=("doe",), happened_on=day),
        event_id="default",
    ),
    CaseDisposed(
        disposition="default-judgment",
        of=("doe",),
        by_order=event("default"),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    law=LAW,
)
where = file.case.caseload
print(f"\nAs to Doe {where.status_of('doe')}, as to Acme {where.status_of('acme')}")

# Judgment for all: what does not outlive it is vacated, and a new period runs.
day = date(2026, 12, 1)
alter = LAW.compute("us/frcp/59(e)", after=day, court=COURT)
file = file.record(
    Draft(JudgmentEntered(title="Judgment", happened_on=day), event_id="judgment"),
    CaseDisposed(
        disposition="summary-judgment", by_order=event("judgment"), happened_on=day
    ),
    DeadlineSet(
        deadline_id="alter",
        terms=DeadlineTerms.of_rule(
            LAW.rule("us/frcp/59(e)"),
            alter,
            anchors=(Anchor("judgment-entered", event("judgment")),),
            owed_by=("roe",),
        ),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    law=LAW,
)
print(f"The case is {file.case.status}; papers {file.case.deadlines['papers'].state}")
show(file, "After judgment", "their-answer", "papers", "alter")

# What leaves the house: titles as far as the audience may see them.
for audience in ("public", "firm"):
    feed = to_ical(file.case.agenda(), name="Roe", detail="full", audience=audience)
    text = feed.decode().replace("\r\n ", "")
    print(f"{audience} feed tells of the hold: {'litigation hold' in text}")
print(f"{len(file.log)} lines, all of them to be saved: {len(file.pending)}")
