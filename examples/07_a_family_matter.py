"""A family matter: who speaks for whom, and who may see what.

What these rooms cannot say yet is left out: people who are known beyond one case,
assessments and referrals, tasks, telephone calls as such, mediation and its papers. A
waiting period (not before six months) wants an entry of the law that says so: see
05_your_own_law.py.
"""

from datetime import UTC, date, datetime, time

import legalcase as lc
from legalcase.ical import to_ical
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import (
    Anchor,
    CaptionChanged,
    CaseFile,
    CaseOpened,
    Computed,
    CounselAppeared,
    CounselWithdrew,
    DeadlineConfirmed,
    DeadlineMet,
    DeadlineSet,
    DeadlineTerms,
    Derived,
    EntrySealed,
    Filed,
    HearingContinued,
    HearingSet,
    NoteAdded,
    NumberAssigned,
    Ordered,
    OrderEntered,
    PartyJoined,
    PartyLeft,
    Served,
)

LAW = lc.Law.bundled()
FIRM = Label(audience="firm", ground="work-product")
CLOSED = Label(audience="party", ground="juvenile")


def event(name: str) -> Ref:
    """Refer to an event to which we gave an id."""
    return Ref("event", name)


def at(day: date, hour: int = 17) -> datetime:
    """When something was recorded: the package knows no clock."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


# The mother comes to us; nothing is filed, and there is a child.
day = date(2026, 2, 2)
file = CaseFile.open(
    CaseOpened(
        caption="Marriage of Doe",
        court="us-ca/lasc",
        proceeding="civil",
        happened_on=day,
    ),
    case_id="doe",
    by="intake",
    at=at(day),
    law=LAW,
)
file = file.record(
    PartyJoined(
        party_id="mother",
        name="Jane Doe",
        roles=("petitioner",),
        is_client=True,
        happened_on=day,
    ),
    PartyJoined(
        party_id="father", name="John Doe", roles=("respondent",), happened_on=day
    ),
    PartyJoined(party_id="child", name="A. D.", roles=("child",), happened_on=day),
    CounselAppeared(
        representation_id="ours",
        party_ids=("mother",),
        counsel="A. Partner",
        happened_on=day,
    ),
    NoteAdded(
        note_id="relapse",
        text="She says that he has begun to drink again.",
        about=(Ref("party", "father"),),
        happened_on=day,
    ),
    by="intake",
    at=at(day),
    law=LAW,
)
print(f"A note bears the label {file.case.notes['relapse'].label.audience}")

# Filed and served. The period is no entry of the law at hand: its authority is ours.
day = date(2026, 3, 9)
period = LAW.compute("30 days", after=day, under="us-ca/ccp", court="us-ca/lasc")
file = file.record(
    NumberAssigned(number="26STFL00001", happened_on=date(2026, 3, 2)),
    Filed(
        title="Petition",
        by=("mother",),
        number="1",
        happened_on=date(2026, 3, 2),
    ),
    Draft(
        Served(
            title="Summons and petition",
            method="personal",
            triggers=("summons-served",),
            by=("mother",),
            on=("father",),
            happened_on=day,
        ),
        event_id="service",
    ),
    DeadlineSet(
        deadline_id="response",
        terms=DeadlineTerms(
            title="Response to the petition",
            basis=Computed(
                computation=period,
                anchors=(Anchor("summons-served", event("service")),),
                authority="Cal. Fam. Code § 2020",
            ),
            owed_by=("father",),
        ),
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    law=LAW,
)
response = file.case.agenda().items[0]
print(f"{response.deadline.terms.owed_by} owes it by {response.dates.shown}")

# The court gives the child a voice of its own, and each parent a duty of their own.
day = date(2026, 3, 23)
order = event("order-1")
file = file.record(
    Draft(
        OrderEntered(
            title="Appointing minor's counsel; disclosures", number="7", happened_on=day
        ),
        event_id=order.id,
    ),
    PartyJoined(
        party_id="advocate",
        name="M. Counsel",
        roles=("minors-counsel",),
        for_parties=("child",),
        happened_on=day,
    ),
    PartyJoined(
        party_id="evaluator",
        name="C. Evaluator",
        roles=("custody-evaluator",),
        for_parties=("child",),
        happened_on=day,
    ),
    CounselAppeared(
        representation_id="for-the-child",
        party_ids=("child",),
        counsel="M. Counsel",
        capacity="appointed",
        happened_on=day,
    ),
    *(
        DeadlineSet(
            deadline_id=f"disclosure-{party}",
            terms=DeadlineTerms(
                title=f"Preliminary disclosure by the {party}",
                basis=Ordered(due=date(2026, 5, 1), order=order),
                owed_by=(party,),
            ),
            happened_on=day,
        )
        for party in ("mother", "father")
    ),
    # Our own date: it follows hers, and is for the firm.
    DeadlineSet(
        deadline_id="papers",
        terms=DeadlineTerms(
            title="Collect her pay slips",
            basis=Derived(
                follows=Ref("deadline", "disclosure-mother"),
                period=lc.Period.parse("2 weeks"),
            ),
            owner="the paralegal",
        ),
        happened_on=day,
    ),
    # The child is heard: not for everybody.
    HearingSet(
        hearing_id="child-heard",
        title="The child is heard in chambers",
        hearing_at=datetime(2026, 5, 18, 17, tzinfo=UTC),
        of=("child",),
        label=CLOSED,
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    cause=order.id,
    law=LAW,
)
for one in file.case.people.participants:
    for_whom = f" for {', '.join(one.for_parties)}" if one.for_parties else ""
    print(f"  {one.party_id}: {', '.join(one.roles)}{for_whom}")

# The evaluation is filed, and sealed; the caption has initials from now on.
day = date(2026, 4, 27)
seal = event("order-2")
file = file.record(
    Draft(
        Filed(title="Custody evaluation", number="15", happened_on=day),
        event_id="evaluation",
    ),
    Draft(
        OrderEntered(title="Sealing the evaluation", number="16", happened_on=day),
        event_id=seal.id,
    ),
    EntrySealed(
        entry_id="evaluation",
        label=Label(audience="party", ground="sealed", by_order=seal),
        happened_on=day,
    ),
    CaptionChanged(caption="Marriage of D.", happened_on=day),
    DeadlineMet(
        deadline_id="disclosure-mother",
        met_by="A. Partner",
        evidence="proof of service",
        happened_on=day,
    ),
    by="clerk",
    at=at(day),
    law=LAW,
)
evaluation = file.case.docket["evaluation"]
print(f"The public may see the evaluation: {evaluation.label.admits('public')}")
print(f"Still owed: {[d.deadline_id for d in file.case.deadlines if d.is_open]}")

# The hearing is put off at his request, and minor's counsel is replaced.
day = date(2026, 5, 11)
file = file.record(
    HearingContinued(
        hearing_id="child-heard",
        to_at=datetime(2026, 6, 15, 17, tzinfo=UTC),
        requested_by=("father",),
        ground="new counsel",
        happened_on=day,
    ),
    CounselWithdrew(representation_id="for-the-child", happened_on=day),
    PartyLeft(party_id="advocate", happened_on=day),
    DeadlineConfirmed(
        deadline_id="response", confirmed_by="A. Partner", happened_on=day
    ),
    by="clerk",
    at=at(date(2026, 5, 20)),  # we heard of it nine days later
)
hearing = file.case.hearings["child-heard"]
print(f"First set for {hearing.first_at:%d %B}, now for {hearing.at:%d %B}")


def counsel_of_the_child(known: date, true: date) -> list[str]:
    """Return who represented the child on a day, by what we knew on another."""
    case = file.as_of(known_at=at(known), true_on=true)
    return [
        one.representation_id
        for one in case.people.representations
        if "child" in one.party_ids and one.ended_on is None
    ]


may_15 = date(2026, 5, 15)
print(f"On 15 May, as we knew then: {counsel_of_the_child(may_15, may_15)}")
print(f"On 15 May, as we know now: {counsel_of_the_child(date(2026, 6, 1), may_15)}")

# Who subscribes to the calendar reads what they may see, and no more.
for audience in ("public", "party", "firm"):
    feed = to_ical(file.case.agenda(), name="Doe", detail="full", audience=audience)
    text = feed.decode().replace("\r\n ", "")
    seen = [
        word for word in ("in chambers", "pay slips", "begun to drink") if word in text
    ]
    print(f"{audience}: {seen}")
