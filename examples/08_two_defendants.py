"""Two defendants in one case: what is as to one of them, and two people who save.

Evidence, witnesses and the clocks of a speedy trial are left out: 10 and 21 have them.
The dates here are those that the court names.
"""

from datetime import UTC, date, datetime, time

from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseDisposed,
    CaseFile,
    CaseOpened,
    CaseReactivated,
    CaseStayed,
    Charged,
    ChargeDisposed,
    CounselAppeared,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    Filed,
    HearingContinued,
    HearingHeld,
    HearingSet,
    JudgmentEntered,
    NoteAdded,
    Ordered,
    OrderEntered,
    PartyJoined,
    PleaEntered,
)


def event(name: str) -> Ref:
    """Refer to an event to which we gave an id."""
    return Ref("event", name)


def at(day: date, hour: int = 17) -> datetime:
    """When something was recorded: the package knows no clock."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


def show(file: CaseFile, what: str) -> None:
    """Print where each defendant and each deadline stands."""
    where = file.case.caseload
    print(f"\n{what}: the case is {where.status}")
    for name in ("roe", "doe"):
        print(f"  {name}: {where.status_of(name)}")
    for deadline in file.case.deadlines:
        owed_by = " and ".join(deadline.terms.owed_by)
        print(f"  {deadline.deadline_id} of {owed_by}: {deadline.state}")


# Indicted together. One of them is ours, and the case says which.
day = date(2026, 1, 12)
file = CaseFile.open(
    CaseOpened(
        caption="United States v. Roe and Doe",
        court="us/cand",
        number="3:26-cr-00012",
        happened_on=day,
    ),
    case_id="us-v-roe",
    by="clerk",
    at=at(day),
)
file = file.record(
    PartyJoined(
        party_id="government",
        name="United States",
        kind="agency",
        roles=("prosecutor",),
        happened_on=day,
    ),
    PartyJoined(
        party_id="roe",
        name="Richard Roe",
        roles=("defendant",),
        is_client=True,
        happened_on=day,
    ),
    PartyJoined(party_id="doe", name="John Doe", roles=("defendant",), happened_on=day),
    CounselAppeared(
        representation_id="ours",
        party_ids=("roe",),
        counsel="A. Partner",
        capacity="retained",
        happened_on=day,
    ),
    Draft(
        Filed(title="Indictment", by=("government",), number="1", happened_on=day),
        event_id="indictment",
    ),
    # A count is against one defendant: what is charged against both is charged twice.
    *(
        Charged(
            charge_id=f"{number}-{name}",
            of=name,
            statute=statute,
            sequence=number,
            severity="felony",
            instrument=event("indictment"),
            happened_on=day,
        )
        for name, number, statute in (
            ("roe", 1, "18 U.S.C. 371"),
            ("doe", 1, "18 U.S.C. 371"),
            ("roe", 2, "18 U.S.C. 1343"),
        )
    ),
    by="clerk",
    at=at(day),
)

# A hearing of one, a trial of both, and dates that an order sets for each of them.
day = date(2026, 1, 20)
order = event("scheduling")
file = file.record(
    Draft(
        OrderEntered(title="Scheduling order", number="9", happened_on=day),
        event_id=order.id,
    ),
    HearingSet(
        hearing_id="arraignment",
        title="Arraignment",
        kind="arraignment",
        triggers=("arraignment",),
        hearing_at=datetime(2026, 1, 26, 18, tzinfo=UTC),
        of=("roe",),
        happened_on=day,
    ),
    HearingSet(
        hearing_id="trial",
        title="Jury trial",
        kind="trial-jury",
        triggers=("trial",),
        hearing_at=datetime(2026, 6, 1, 16, tzinfo=UTC),
        happened_on=day,
    ),
    *(
        DeadlineSet(
            deadline_id=name,
            terms=DeadlineTerms(
                title=title,
                basis=Ordered(due=due, order=order),
                owed_by=owed_by,
                stayed_by_stay="yes",  # as the order says
                after_disposition=False,
            ),
            happened_on=day,
        )
        for name, title, due, owed_by in (
            ("motions-roe", "Motions in limine", date(2026, 4, 3), ("roe",)),
            ("motions-doe", "Motions in limine", date(2026, 4, 3), ("doe",)),
            (
                "voir-dire",
                "Joint questions to jurors",
                date(2026, 5, 4),
                ("roe", "doe"),
            ),
        )
    ),
    by="clerk",
    at=at(day),
    cause=order.id,
)
show(file, "Set")

# Stayed as to Doe: what he alone owes stops, what both owe has to be looked at.
day = date(2026, 2, 2)
file = file.record(
    HearingHeld(hearing_id="arraignment", happened_on=date(2026, 1, 26)),
    Draft(
        CaseStayed(ground="incompetency", of=("doe",), happened_on=day),
        event_id="stay",
    ),
    by="clerk",
    at=at(day),
)
show(file, "Stayed as to Doe")

# The trial is continued: who asked, why, and by which order.
day = date(2026, 3, 2)
file = file.record(
    Draft(
        OrderEntered(title="Order continuing the trial", number="21", happened_on=day),
        event_id="order-21",
    ),
    Draft(
        HearingContinued(
            hearing_id="trial",
            to_at=datetime(2026, 9, 14, 16, tzinfo=UTC),
            requested_by=("doe",),
            ground="the examination is not finished",
            by_order=event("order-21"),
            happened_on=day,
        ),
        event_id="continuance",
    ),
    by="clerk",
    at=at(day),
)
# It was typed wrong, 14 for 21 September: no third setting, but the second as it is.
file = file.correct(
    "continuance",
    to_at=datetime(2026, 9, 21, 16, tzinfo=UTC),
    ground="order read again",
    by="clerk",
    at=at(day, 18),
)
settings = [f"{one.at:%d %B}" for one in file.case.hearings["trial"].settings]
print(f"\nSettings of the trial: {', '.join(settings)}")

# Doe is fit again, pleads, and is done with. The case goes on against Roe.
day = date(2026, 5, 11)
file = file.record(
    CaseReactivated(of=("doe",), stay=event("stay"), happened_on=date(2026, 4, 20)),
    DeadlineMet(
        deadline_id="motions-roe",
        met_by="A. Partner",
        evidence="no. 25",
        happened_on=date(2026, 4, 2),
    ),
    Draft(
        JudgmentEntered(
            title="Judgment",
            number="30",
            of=("doe",),
            counts=("1-doe",),
            happened_on=day,
        ),
        event_id="judgment-doe",
    ),
    PleaEntered(counts=("1-doe",), plea="guilty", happened_on=date(2026, 4, 27)),
    ChargeDisposed(
        counts=("1-doe",),
        disposition="plea",
        by_order=event("judgment-doe"),
        happened_on=day,
    ),
    CaseDisposed(
        disposition="plea",
        of=("doe",),
        counts=("1-doe",),
        by_order=event("judgment-doe"),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
)
show(file, "Doe has pleaded")
for charge in file.case.charges:
    print(f"  count {charge.sequence} against {charge.of}: {charge.state}")
counted = [(one.count, one.of) for one in file.case.caseload.counted()]
print(f"  counted: {counted}")

# Two people record on the same version. Who saves second goes on from the first, and
# the ids stay as they are: whatever refers to them still does.
day = date(2026, 5, 18)
saved = file.saved()
ours = saved.record(
    NoteAdded(note_id="n-1", text="Call the expert.", happened_on=day),
    by="A. Partner",
    at=at(day),
)
theirs = saved.record(
    Draft(
        Filed(title="Motion to suppress", by=("roe",), number="33", happened_on=day),
        event_id="motion",
    ),
    NoteAdded(
        note_id="n-2", text="Filed today.", about=(event("motion"),), happened_on=day
    ),
    by="clerk",
    at=at(day),
)
both = theirs.rebased(ours.saved())
print(f"\nNumbers of their lines: {[line.number for line in theirs.pending]}")
print(f"On ours they become {[line.number for line in both.pending]}")
print(f"The note is still about {both.case.notes['n-2'].about[0]}")
