"""A civil case whose team changes: who answers for what, who is away, what she needs.

Roe was dismissed after an injury and sues in the Northern District of California. One
person has the case, until it is too much for one; then each area has one who answers
for it. The case, its people and the office's own policies are invented; what is due is
computed. Whoever acts is named by what they do: "lead", "associate", "locum",
"paralegal", "case worker".
"""

from datetime import date
from zoneinfo import ZoneInfo

from desk import Desk

import legalcase as lc
from legalcase import practice as p
from legalcase.dates import DateRange, Period
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    ConflictReviewBegun,
    ConflictReviewCleared,
    DocumentCreated,
    Engaged,
    EngagementOpened,
    EngagementTermsChanged,
    Filed,
    InquiryMade,
    LegalHoldAcknowledged,
    LegalHoldIssued,
    PartyJoined,
    ProofOfServiceFiled,
    Served,
    TaskCompleted,
    TaskPlanned,
    TaskTerms,
)
from legalcase.oversight import (
    absences,
    compliance,
    expectations,
    handover,
    open_needs,
    review,
    suggest_model,
    tasks_of,
    team_findings,
    updates_due,
    who,
)
from legalcase.testing import FixedIds

law = lc.Law.bundled()
PACIFIC = ZoneInfo("America/Los_Angeles")
desk = Desk(law=law, zone=PACIFIC, for_=("roe",), declined={})
TWO_WEEKS = Period.parse("14 days")
MONTH = Period.parse("30 days")


def duties(case_file: CaseFile, on: date) -> None:
    """Print which duties of the case are not met, and which are."""
    found = compliance(case_file.case, law, on=on)
    for row in found.rows:
        why = f": {row.why}" if row.why else ""
        print(f"  {row.state:<15} {row.what}{why}")


def answers(case_file: CaseFile, on: date, *areas: str) -> None:
    """Print who answers for some areas on a day."""
    for area in areas:
        found = who(case_file.case, "accountable", area=area, on=on)
        print(f"  {on} {area}: {found.person or found.problem}")


# 2 March 2026: she asks, and the lead takes the case alone.
day = date(2026, 3, 2)
file = CaseFile.open(
    CaseOpened(
        caption="Roe v. Acme", court="us/cand", proceeding="civil", happened_on=day
    ),
    case_id="roe-v-acme",
    ids=FixedIds("line-"),
    model=p.MODEL,
    **desk.by(day),
)
file = file.record(
    PartyJoined(
        party_id="roe",
        name="Roe",
        roles=("plaintiff",),
        is_client=True,
        happened_on=day,
    ),
    PartyJoined(
        party_id="acme",
        name="Acme",
        kind="organization",
        roles=("defendant",),
        happened_on=day,
    ),
    InquiryMade(client_ids=("roe",), happened_on=day),
    ConflictReviewBegun(review_id="acme", happened_on=day),
    ConflictReviewCleared(review_id="acme", happened_on=day),
    Engaged(client_ids=("roe",), happened_on=day),
    EngagementOpened(happened_on=day),
    p.TeamModelChosen(
        model="custodial", manager="lead", reason="a small case", happened_on=day
    ),
    **desk.by(day),
)

# 5 March: the complaint. 20 March: it is served.
day = date(2026, 3, 5)
file = file.record(
    Draft(
        Filed(
            title="Complaint",
            triggers=("complaint-filed",),
            by=("roe",),
            number="1",
            happened_on=day,
        ),
        event_id="complaint",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "the complaint is filed")
day = date(2026, 3, 20)
file = file.record(
    Draft(
        Served(
            title="Summons and complaint",
            triggers=("summons-served",),
            method="personal",
            by=("roe",),
            on=("acme",),
            about=(Ref("event", "complaint"),),
            happened_on=day,
        ),
        event_id="service",
    ),
    **desk.by(day),
)
file = desk.met(file, day)

# 13 April: Acme has answered, and asks for documents. It is more than a small case, and
# she cannot pay her rent. Which duties has the office met by now?
day = date(2026, 4, 13)
file = file.record(
    Draft(
        Served(
            title="Answer",
            triggers=("answer-served",),
            method="electronic",
            by=("acme",),
            on=("roe",),
            about=(Ref("event", "service"),),
            happened_on=date(2026, 4, 10),
        ),
        event_id="answer",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "Acme has answered")
print(f"\n{day}: the duties of the case, before")
duties(file, day)

# What there is to do is more than one person's, and a person is chosen for each area,
# with the reason. The package tells what speaks for which model, and chooses none.
file = file.record(
    *(
        TaskPlanned(
            task_id=name,
            terms=TaskTerms(title=title, accountable=person, due_on=due),
            happened_on=day,
        )
        for name, title, person, due in (
            (
                "witnesses",
                "Speak with two who worked with her",
                "lead",
                date(2026, 5, 4),
            ),
            ("documents", "Collect her medical records", "associate", date(2026, 5, 8)),
            ("benefits", "Look at what she is paid", "case worker", date(2026, 4, 24)),
        )
    ),
    **desk.by(day),
)
print()
print(suggest_model(file.case, on=day))
areas = {
    "lead": ("pleadings", "motions", "settlement", "trial"),
    "associate": ("discovery", "evidence"),
    "case worker": ("client-care",),
    "paralegal": ("costs", "compliance"),
}
file = file.record(
    p.TeamModelChosen(
        model="coordinated",
        coordinator="lead",
        areas=tuple(
            p.AreaOwner(area=area, accountable=person)
            for person, names in areas.items()
            for area in names
        ),
        reason="discovery began, and she needs more than a lawyer",
        happened_on=day,
    ),
    p.Assigned(
        assignment_id="second-on-discovery",
        person="paralegal",
        duty="backup",
        area="discovery",
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)
print("\nWho answers for what")
answers(file, date(2026, 4, 12), "discovery", "client-care")
answers(file, day, "discovery", "client-care", "appeal")

# What she can expect of us, and we of her, is put into words; she has yet to say that
# she knows what we expect.
file = file.record(
    p.CadenceAgreed(party_id="roe", every=TWO_WEEKS, happened_on=day),
    p.ExpectationStated(
        expectation_id="call-back",
        of="roe",
        held_by="party",
        text="a call is answered on the next working day",
        happened_on=day,
    ),
    p.ExpectationAcknowledged(
        expectation_id="call-back", acknowledged_by="lead", happened_on=day
    ),
    p.ExpectationStated(
        expectation_id="doctors",
        of="roe",
        held_by="us",
        text="a list of the doctors she saw",
        due_on=date(2026, 4, 27),
        happened_on=day,
    ),
    p.NeedFound(
        need_id="rent",
        of="roe",
        category="income",
        urgency="urgent",
        text="the rent of May",
        stated_by="roe",
        happened_on=day,
    ),
    p.NeedFound(
        need_id="therapy",
        of="roe",
        category="health",
        urgency="moderate",
        stated_by="roe",
        happened_on=day,
    ),
    DocumentCreated(
        document_id="terms",
        kind="engagement-letter",
        title="Terms of the engagement",
        happened_on=day,
    ),
    EngagementTermsChanged(
        scope="The action in the district court",
        fee_agreement=Ref("document", "terms"),
        happened_on=day,
    ),
    LegalHoldIssued(
        hold_id="hold", custodian_ids=("roe-phone", "roe-mail"), happened_on=day
    ),
    LegalHoldAcknowledged(hold_id="hold", custodian_id="roe-phone", happened_on=day),
    p.Communicated(
        communication_id="long-talk",
        with_parties=("roe",),
        direction="both",
        channel="meeting",
        subject="the team, the hold, what she needs",
        minutes=75,
        happened_on=day,
    ),
    p.ConsentGiven(
        consent_id="benefits-office",
        given_by="roe",
        covers=("income",),
        recipients=("benefits-office",),
        purpose="to apply for disability benefits",
        until_on=date(2026, 10, 13),
        happened_on=day,
    ),
    p.Referred(
        referral_id="benefits",
        need_id="rent",
        to="benefits-office",
        consent_id="benefits-office",
        follow_up_on=date(2026, 5, 4),
        happened_on=day,
    ),
    **desk.by(day, "case worker"),
)
print()
print(expectations([file], on=day))
print()
print(open_needs([file], on=day))

# 20 April: Acme asks for documents.
day = date(2026, 4, 20)
file = file.record(
    Draft(
        Served(
            title="Requests for production",
            triggers=("discovery-request-served", "requests-for-production-served"),
            method="electronic",
            by=("acme",),
            on=("roe",),
            happened_on=day,
        ),
        event_id="requests",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "Acme asks for documents")

# 24 April: nobody has proved the service, says the list of what is wrong. That is a
# problem, and somebody has it.
day = date(2026, 4, 24)
file = file.record(
    p.ProblemRaised(
        problem_id="no-proof",
        text="The process server never sent the proof",
        owner="paralegal",
        due_on=date(2026, 5, 1),
        about=(Ref("event", "service"),),
        happened_on=day,
    ),
    p.ExpectationAcknowledged(
        expectation_id="doctors",
        acknowledged_by="roe",
        reply="she asks for a week more",
        happened_on=day,
    ),
    TaskCompleted(task_id="benefits", completed_by="case worker", happened_on=day),
    **desk.by(day, "paralegal"),
)

# 27 April: by whom does she have to be told what, and what is looked at together?
day = date(2026, 4, 27)
print()
print(updates_due([file], every=MONTH, on=day))
print()
print(review([file], cadence=MONTH, on=day))
file = file.record(
    p.Communicated(
        communication_id="call",
        with_parties=("roe",),
        direction="out",
        channel="telephone",
        subject="how things stand; the doctors",
        minutes=20,
        happened_on=day,
    ),
    p.MeetingHeld(
        meeting_id="april",
        attendees=("lead", "associate", "paralegal", "case worker"),
        findings=("service-unproved",),
        decisions=(
            p.MeetingDecision(
                question="Who answers Acme's requests while the associate is away?",
                options=("the locum", "the lead", "we ask for more time"),
                option=1,
                assented=("lead", "associate", "paralegal"),
                dissented=("case worker",),
            ),
        ),
        actions=(
            p.MeetingAction(
                title="Have the server sign the proof, and file it",
                accountable="paralegal",
                due_on=date(2026, 4, 30),
            ),
            p.MeetingAction(
                title="Find her somebody for the therapy",
                accountable="case worker",
                due_on=date(2026, 5, 11),
            ),
        ),
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)
file = file.record(*tasks_of(file.case, "april"), **desk.by(day, "lead"))
print("\nTasks from the meeting")
for task in file.case.tasks:
    if task.task_id.startswith("april/"):
        print(f"  {task.task_id} {task.accountable}: {task.title}")

# 30 April: the proof is filed; the task and the problem are done with.
day = date(2026, 4, 30)
file = file.record(
    Draft(
        ProofOfServiceFiled(
            title="Proof of service", service="service", happened_on=day
        ),
        event_id="proof",
    ),
    TaskCompleted(
        task_id="april/1",
        completed_by="paralegal",
        by_event=Ref("event", "proof"),
        happened_on=day,
    ),
    p.ProblemResolved(
        problem_id="no-proof",
        resolved_by="paralegal",
        how="signed, and filed",
        happened_on=day,
    ),
    LegalHoldAcknowledged(hold_id="hold", custodian_id="roe-mail", happened_on=day),
    **desk.by(day, "paralegal"),
)
left = [one for one in file.case[p.PROBLEMS] if one.is_open]
print(f"\n{day}: problems open: {len(left)}")

# The associate is away from 11 to 29 May, and of all who are there only the paralegal
# stands behind discovery, who cannot sign. What falls due then, and who is there?
day = date(2026, 5, 4)
leave = {"associate": [DateRange(date(2026, 5, 11), date(2026, 6, 1))]}
print()
print(absences([file], leave=leave, on=day))
over = handover(
    file.case,
    from_="associate",
    to="locum",
    on=date(2026, 5, 11),
    reason="leave until 29 May",
)
print()
print(over)
file = file.record(*over.events(on=day), **desk.by(day, "associate"))
for finding in team_findings(file.case, on=date(2026, 5, 11)):
    print(f"  {finding.severity}: {finding.text}")

# Two days later something more comes in. The list that the locum was given is not
# complete any more, and the package says so: it is made anew, and accepted when the day
# has come.
day = date(2026, 5, 6)
file = file.record(
    TaskPlanned(
        task_id="privilege-log",
        terms=TaskTerms(
            title="A log of what is privileged",
            accountable="associate",
            due_on=date(2026, 5, 15),
        ),
        happened_on=day,
    ),
    **desk.by(day),
)
day = date(2026, 5, 8)
done = TaskCompleted(task_id="documents", completed_by="associate", happened_on=day)
file = file.record(done, **desk.by(day, "associate"))
try:
    over.accepted(file.case, on=day)
except lc.errors.LegalCaseError as error:
    print(f"\nRefused: {error}")
day = date(2026, 5, 11)
again = handover(
    file.case,
    from_="associate",
    to="locum",
    on=date(2026, 5, 11),
    reason="leave until 29 May",
)
declined = p.HandoverDeclined(
    handover_id=over.handover_id, ground="the list was not complete", happened_on=day
)
file = file.record(declined, *again.events(on=day), **desk.by(day, "associate"))
file = file.record(*again.accepted(file.case, on=day), **desk.by(day, "locum"))
print(f"\nAccepted on {day}: {len(again)} things, and no day without anybody")
for each in (date(2026, 5, 10), date(2026, 5, 11)):
    answers(file, each, "discovery")
print()
print(absences([file], leave=leave, on=day))
print(f"Findings about the team: {len(team_findings(file.case, on=date(2026, 5, 11)))}")

# 20 May: answered, on the last day. 1 June: the associate is back, and takes it again.
day = date(2026, 5, 20)
file = file.record(
    Served(
        title="Responses to the requests",
        triggers=("discovery-response-served",),
        method="electronic",
        by=("roe",),
        on=("acme",),
        about=(Ref("event", "requests"),),
        happened_on=day,
    ),
    TaskCompleted(task_id="privilege-log", completed_by="locum", happened_on=day),
    p.ExpectationMet(
        expectation_id="doctors", evidence="her list of 3 May", happened_on=day
    ),
    p.Communicated(
        communication_id="responses",
        with_parties=("roe",),
        direction="out",
        channel="letter",
        subject="what we gave to Acme",
        happened_on=day,
    ),
    **desk.by(day),
)
file = desk.met(file, day)
day = date(2026, 5, 29)
back = handover(
    file.case,
    from_="locum",
    to="associate",
    on=date(2026, 6, 1),
    reason="the leave is over",
)
print()
print(back)
file = file.record(*back.events(on=day), **desk.by(day, "locum"))
file = file.record(*back.accepted(file.case, on=day), **desk.by(day, "associate"))
for each in (date(2026, 5, 31), date(2026, 6, 1)):
    answers(file, each, "discovery", "client-care")

print(f"\n{day}: the duties of the case, after")
duties(file, day)
