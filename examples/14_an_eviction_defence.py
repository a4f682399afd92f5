"""An eviction, defended by a legal aid office: from the first call to the kept file.

All of it is invented: the landlord, the tenant, their home, the office, its questions
and its limit of assets. The law is not: the ceilings of income are those of the day,
every date of the law is computed, and all others are the office's own, by the playbook
`us-ca/unlawful-detainer-defence` that the package brings. Nobody is named: "lead",
"paralegal", "advocate" and "clerk" are whoever does that there.
"""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desk import Desk

import legalcase as lc
from legalcase import practice as p
from legalcase.dates import Period
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    Agreed,
    BecameClient,
    CaseClosed,
    CaseDisposed,
    CaseFile,
    CaseOpened,
    ConflictReviewBegun,
    ConflictReviewCleared,
    DeadlineExtended,
    DeadlineMooted,
    DocumentCreated,
    Engaged,
    EngagementClosed,
    EngagementClosingBegun,
    EngagementOpened,
    FactEstablished,
    Filed,
    HearingContinued,
    HearingSet,
    HearingVacated,
    InquiryMade,
    LegalHoldAcknowledged,
    LegalHoldIssued,
    LegalHoldReleased,
    NumberAssigned,
    PartyJoined,
    RetentionSet,
    Served,
    TaskCompleted,
)
from legalcase.oversight import (
    case_services,
    client_view,
    compliance,
    open_needs,
    review,
    tasks_of,
    updates_due,
)
from legalcase.plans import Plan, Playbooks, coverage, objectives_to_set, plan, ready
from legalcase.testing import FixedIds

law = lc.Law.bundled()
PACIFIC = ZoneInfo("America/Los_Angeles")
TENANT, OWNER = "tenant", "owner"
desk = Desk(law=law, zone=PACIFIC, for_=(TENANT,), declined={})


def worked(case_file: CaseFile, on: date) -> list[str]:
    """What can be done now by the plan: day, title, who."""
    return [
        f"  {row.shown or '-'!s:10} {row.accountable}: {row.title}"
        for row in ready(case_file, law, on=on)
    ]


def task_done(case_file: CaseFile, item: str, by: str, on: date) -> TaskCompleted:
    """Say that the task of an item of the plan is done."""
    task_id = plan(case_file, law).of_item(item)[0].task_id or ""
    return TaskCompleted(task_id=task_id, completed_by=by, happened_on=on)


#: What the office asks about a home: its own, and no instrument of the field.
QUESTIONS = """
format = 1

[instrument]
id = "our/home"
version = "1"
title = "The home"
source = "the office's own questions"
reassess_every = "90 days"

[[question]]
id = "people"
text = "How many people live there?"
kind = "number"

[[question]]
id = "can-pay"
text = "Can the rent of this month be paid?"
kind = "choice"
options = [
    { answer = "all" },
    { answer = "part", points = 1 },
    { answer = "nothing", points = 3 },
]

[[question]]
id = "elsewhere"
text = "Is there anywhere to go?"
kind = "choice"
options = [{ answer = "yes" }, { answer = "no", points = 3 }]

[[question]]
id = "medicine"
text = "Does anybody there need power or cold for a treatment?"
kind = "yes-no"
points = 2

[[band]]
name = "can wait"
from = 0
to = 2
authority = "the office's own"

[[band]]
name = "urgent"
from = 3
to = 8
authority = "the office's own"
"""

# Tuesday, 20 January 2026: a tenant calls. On Friday a notice was handed over: pay in
# three days, or quit. She is asked what the office has to ask everybody.
day = date(2026, 1, 20)
file = CaseFile.open(
    CaseOpened(
        caption="Owner v. Tenant",
        court="us-ca/lasc",
        proceeding="unlawful-detainer",
        happened_on=day,
    ),
    case_id="eviction",
    ids=FixedIds("line-"),
    model=p.MODEL,
    **desk.by(day),
)
file = file.record(
    PartyJoined(party_id=TENANT, name="Tenant", roles=("defendant",), happened_on=day),
    PartyJoined(party_id=OWNER, name="Owner", roles=("plaintiff",), happened_on=day),
    InquiryMade(client_ids=(TENANT,), happened_on=day),
    p.ApplicantScreened(
        screening_id="first-call",
        applicant=TENANT,
        program="us/lsc",
        area="48-states-dc",
        household=3,
        annual_income=33800,
        assets=1200,
        status="permanent-resident",
        screened_by="paralegal",
        happened_on=day,
    ),
    **desk.by(day),
)
ours = p.aid_program("us/lsc").with_policy(assets_most=10000)
print(p.eligibility(file.case[p.INTAKE].screenings["first-call"], ours))
before = ours.ceiling("48-states-dc", 3, date(2026, 1, 14))
print(f"Six days before, the ceiling was ${before:,.2f}: too low for her.")

# The same day: no conflict; she engages the office, for all but an appeal. What the
# case is for she says herself; what she can expect is put into words.
letter = Ref("document", "retainer")
file = file.record(
    p.EligibilityDecided(
        screening_id="first-call",
        is_eligible=True,
        decided_by="lead",
        happened_on=day,
    ),
    p.ProblemCoded(program="us/lsc", code="63", happened_on=day),
    ConflictReviewBegun(review_id="landlord-and-manager", happened_on=day),
    ConflictReviewCleared(review_id="landlord-and-manager", happened_on=day),
    DocumentCreated(
        document_id="retainer",
        kind="engagement-letter",
        title="Retainer, without fee; no appeal",
        happened_on=day,
    ),
    Engaged(
        client_ids=(TENANT,),
        scope="Defence in the trial court, and what goes with it; no appeal",
        fee_agreement=letter,
        happened_on=day,
    ),
    BecameClient(party_id=TENANT, happened_on=day),
    EngagementOpened(happened_on=day),
    p.ScopeAgreed(
        scope_id="all-but-an-appeal",
        terms=p.ScopeTerms(
            included=tuple(area for area in p.AREAS if area != "appeal"),
            excluded=("appeal",),
            agreed_with=(TENANT,),
            document=letter,
            reasonable="another office takes appeals, and she has its number",
            consent=letter,
        ),
        happened_on=day,
    ),
    p.ContactPreferenceSet(
        party_id=TENANT,
        channels=("telephone", "message"),
        language="Spanish",
        needs_interpreter=True,
        caution="no letters to the building: the manager sorts the mail",
        happened_on=day,
    ),
    p.CadenceAgreed(party_id=TENANT, every=Period.parse("7 days"), happened_on=day),
    p.ExpectationStated(
        expectation_id="tell-me-first",
        of=TENANT,
        held_by="party",
        text="nothing is agreed with the landlord before I have said yes",
        happened_on=day,
    ),
    p.ExpectationAcknowledged(
        expectation_id="tell-me-first", acknowledged_by="lead", happened_on=day
    ),
    p.Communicated(
        communication_id="first-call",
        with_parties=(TENANT,),
        direction="both",
        channel="telephone",
        subject="intake",
        minutes=40,
        happened_on=day,
    ),
    LegalHoldIssued(
        hold_id="papers", custodian_ids=("tenant-papers",), happened_on=day
    ),
    LegalHoldAcknowledged(
        hold_id="papers", custodian_id="tenant-papers", happened_on=day
    ),
    **desk.by(day),
)

# The playbook: which suits, and why. It is adopted, its objectives become hers, and the
# notice begins to run.
(book,) = (one for one in Playbooks.bundled().suited(file) if one.suits)
print(f"\nThe playbook {book.playbook_id} suits:", *book.for_, sep="\n  ")
people = {
    "lead": "lead",
    "paralegal": "paralegal",
    "docketing": "clerk",
    "advocate": "advocate",
}
playbook = Playbooks.bundled()[book.playbook_id]
adopted = Plan.of(playbook, file, law, roles=people, on=day)
file = file.record(*adopted.events(), **desk.by(day))
file = desk.follow(
    file,
    day,
    "the notice runs",
    *objectives_to_set(file, owner="lead", on=day, agreed_with=(TENANT,)),
    Served(
        title="Three-day notice to pay rent or quit",
        triggers=("rent-notice-served",),
        method="personal",
        by=(OWNER,),
        on=(TENANT,),
        happened_on=date(2026, 1, 16),
    ),
    FactEstablished(fact="limited-civil-case", answer="yes", happened_on=day),
    FactEstablished(fact="served-through-safe-at-home", answer="no", happened_on=day),
)
for finding in coverage(file).findings:
    if finding.severity != "advice":
        print(f"  {finding.severity}: {finding.text}")
file = file.record(
    p.PlanItemSkipped(
        plan_id=book.playbook_id,
        item="appeal",
        ground="another office takes appeals",
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)

# Thursday, 22 January: the advocate asks about the home, with the office's own
# questions, and one need is urgent. The agency that pays rent may be told of it once
# the tenant has agreed, and of nothing else.
day = date(2026, 1, 22)
questions = p.read_instrument(QUESTIONS)
asked = questions.assess(
    {"people": "3", "can-pay": "part", "elsewhere": "no", "medicine": "no"},
    assessment_id="home",
    of=TENANT,
    by="advocate",
    on=day,
)
print(f"\nThe home: {asked.score} points, {asked.band}; again on {asked.reassess_on}")
file = file.record(
    asked,
    p.NeedFound(
        need_id="rent",
        of=TENANT,
        category="housing",
        urgency="urgent",
        text="two months of rent",
        from_assessment="home",
        happened_on=day,
    ),
    **desk.by(day, "advocate"),
)
may: Any = {"with_": "rent-fund", "of": TENANT, "on": day, "sort": "housing"}
print(f"May the fund be told? {p.may_share(file.case, **may)}")
file = file.record(
    p.ConsentGiven(
        consent_id="to-the-fund",
        given_by=TENANT,
        covers=("housing", "income"),
        recipients=("rent-fund",),
        purpose="to apply for rental assistance",
        until_on=date(2026, 7, 1),
        happened_on=day,
    ),
    p.Referred(
        referral_id="fund",
        need_id="rent",
        to="rent-fund",
        consent_id="to-the-fund",
        follow_up_on=date(2026, 2, 9),
        happened_on=day,
    ),
    p.InformationShared(
        sharing_id="application",
        of=TENANT,
        recipient="rent-fund",
        covers=("housing", "income"),
        consent_id="to-the-fund",
        purpose="application",
        happened_on=day,
    ),
    *(
        task_done(file, item, people[role], day)
        for item, role in (
            ("conflict-check", "lead"),
            ("clock", "docketing"),
            ("needs", "advocate"),
            ("rental-assistance", "advocate"),
            ("papers", "paralegal"),
        )
    ),
    **desk.by(day, "advocate"),
)
print(f"May it now? {p.may_share(file.case, **may)}")
print(f"And her health? {p.may_share(file.case, **(may | {'sort': 'health'}))}")

# The landlord does not wait: a complaint on 3 February, and on the 5th the summons is
# handed over. Ten court days; two of the days in between are holidays of California.
day = date(2026, 2, 5)
file = desk.follow(
    file,
    day,
    "the summons is served",
    NumberAssigned(number="26-UD-0001", happened_on=date(2026, 2, 3)),
    Draft(
        Filed(
            title="Complaint for unlawful detainer",
            triggers=("complaint-filed",),
            by=(OWNER,),
            happened_on=date(2026, 2, 3),
        ),
        event_id="complaint",
    ),
    Draft(
        Served(
            title="Summons and complaint",
            triggers=("summons-served",),
            method="personal",
            by=(OWNER,),
            on=(TENANT,),
            about=(Ref("event", "complaint"),),
            happened_on=day,
        ),
        event_id="summons",
    ),
)
(response,) = plan(file, law).of_item("respond")
print(response.scheduled.computation if response.scheduled else "no date")

# It was not paid, and she defends. What nobody did within the notice is over.
day = date(2026, 2, 6)
file = file.record(
    DeadlineMooted(
        deadline_id=plan(file, law).of_item("notice-runs-out")[0].deadline_id or "",
        ground="not paid: there is a defence, and no money",
        happened_on=day,
    ),
    *(
        task_done(file, item, "lead", day)
        for item in ("notice-check", "pay-or-defend", "which-response")
    ),
    p.Communicated(
        communication_id="summons",
        with_parties=(TENANT,),
        direction="both",
        channel="telephone",
        subject="the summons, and what comes now",
        minutes=15,
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)

# Monday, 9 February: what does she need, and who has not answered us?
day = date(2026, 2, 9)
print()
print(open_needs([file], on=day))
file = file.record(
    p.ReferralAccepted(
        referral_id="fund", follow_up_on=date(2026, 3, 6), happened_on=day
    ),
    **desk.by(day, "advocate"),
)

# Friday, the 13th: she is to hear from us every seven days. What she is told, the lead
# approves, and the letter is drafted from nothing else.
day = date(2026, 2, 13)
print()
print(updates_due([file], every=Period.parse("30 days"), on=day))
file = file.record(
    p.StatusAgreed(
        party_id=TENANT,
        text="The landlord has sued you. We answer for you by 23 February.",
        next_step="We write the answer together on Wednesday, with an interpreter.",
        approved_by="lead",
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)
print()
print(client_view(file.case, TENANT, on=day).letter(signed_by="The legal aid office"))
file = file.record(
    p.Communicated(
        communication_id="first-letter",
        with_parties=(TENANT,),
        direction="out",
        channel="message",
        subject="how things stand",
        happened_on=day,
    ),
    **desk.by(day),
)

# Friday, 20 February: the answer, a court day before its last. The landlord's ledger
# came without being asked for, so that one required item is waived by name.
day = date(2026, 2, 20)
file = desk.follow(
    file,
    day,
    "the answer is filed",
    Draft(
        Filed(
            title="Answer: the rent was not owed while the heating was out",
            triggers=("answer-filed",),
            by=(TENANT,),
            about=(Ref("event", "summons"),),
            happened_on=day,
        ),
        event_id="answer",
    ),
    p.PlanItemWaived(
        plan_id=playbook.playbook_id,
        item="our-requests",
        ground="the ledger and the repair orders came with the complaint",
        approved_by="lead",
        happened_on=day,
    ),
)

# Tuesday, the 24th: the landlord asks for a trial; the court sets it for the last day
# that the law allows, which is kept by that as long as the trial is not moved.
day = date(2026, 2, 24)
file = desk.follow(
    file,
    day,
    "a trial is asked for, and set",
    Draft(
        Filed(
            title="Request to set the case for trial",
            triggers=("trial-setting-requested",),
            by=(OWNER,),
            happened_on=day,
        ),
        event_id="request",
    ),
    HearingSet.of_kind(
        "trial-jury",
        law,
        hearing_id="trial",
        title="Trial",
        hearing_at=datetime(2026, 3, 16, 9, tzinfo=PACIFIC),
        about=(Ref("event", "request"),),
        happened_on=day,
    ),
)

# Tuesday, 3 March: the court moves the trial. What hangs on it moves, and nothing else;
# the last day that the law has for it stands out again. All agreed to the later one.
day = date(2026, 3, 3)
file = desk.follow(
    file,
    day,
    "the trial is moved",
    HearingContinued(
        hearing_id="trial",
        to_at=datetime(2026, 3, 26, 9, tzinfo=PACIFIC),
        ground="all parties agreed",
        happened_on=day,
    ),
)

(last,) = plan(file, law).of_item("trial-within-twenty-days")
file = file.record(
    DeadlineExtended(
        deadline_id=last.deadline_id or "",
        successor_id="trial-by",
        basis=Agreed(
            due=date(2026, 3, 26),
            authority="agreement of all parties, Cal. Code Civ. Proc. § 1170.5(b)",
        ),
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)
(last,) = plan(file, law, on=day).of_item("trial-within-twenty-days")
print(f"  {last.shown} {last.title}, as was agreed")

# Thursday, the 5th: the office looks at the case together.
day = date(2026, 3, 5)
print()
print(review([file], cadence=Period.parse("30 days"), on=day, law=law))
file = file.record(
    p.MeetingHeld(
        meeting_id="march",
        attendees=("lead", "paralegal", "advocate"),
        findings=("client-update-overdue", "task-overdue"),
        decisions=(
            p.MeetingDecision(
                question="What do we offer?",
                options=(
                    "she stays, and pays by a plan",
                    "she moves by 30 June, and owes nothing",
                    "no offer: a jury decides",
                ),
                option=1,
                assented=("lead", "advocate"),
                dissented=("paralegal",),
            ),
        ),
        actions=(
            p.MeetingAction(
                title="Ask her, with an interpreter, before anybody else hears of it",
                accountable="lead",
                due_on=date(2026, 3, 6),
            ),
            p.MeetingAction(
                title="Ask the fund for a letter with the amount",
                accountable="advocate",
                due_on=date(2026, 3, 9),
            ),
        ),
        happened_on=day,
    ),
    **desk.by(day),
)
file = file.record(*tasks_of(file.case, "march"), **desk.by(day))
print("\nWhat was decided is to be done:")
for task in file.case.tasks:
    if task.task_id.startswith("march/"):
        print(f"  {task.task_id} {task.accountable}: {task.title}")

# Wednesday, the 11th: she said yes, the fund pays, the landlord signs, and the court
# dismisses. The trial is vacated, and all that was for it ends; a few things do not.
day = date(2026, 3, 11)
file = desk.follow(
    file,
    day,
    "settled",
    p.Communicated(
        communication_id="offer",
        with_parties=(TENANT,),
        direction="both",
        channel="meeting",
        subject="the offer: she says yes",
        minutes=50,
        happened_on=date(2026, 3, 6),
    ),
    p.ExpectationMet(
        expectation_id="tell-me-first", evidence="meeting of 6 March", happened_on=day
    ),
    *(
        TaskCompleted(task_id=f"march/{number}", completed_by=who, happened_on=day)
        for number, who in ((1, "lead"), (2, "advocate"))
    ),
    DocumentCreated(
        document_id="stipulation",
        kind="stipulation",
        title="Stipulation: she stays, pays by a plan, and no judgment is entered",
        happened_on=day,
    ),
    HearingVacated(hearing_id="trial", ground="settled", happened_on=day),
    CaseDisposed(disposition="settlement", happened_on=day),
    p.ReferralEnded(referral_id="fund", outcome="service-received", happened_on=day),
    p.NeedSatisfied(
        need_id="rent", how="two months paid", by_referral="fund", happened_on=day
    ),
)
print("\nStill to be done:")
print(*worked(file, day), sep="\n")

# Wednesday, 15 April: the court's file was looked at and is masked, she was asked what
# she thinks, the service is counted, and the file is kept.
day = date(2026, 4, 15)
file = file.record(
    task_done(file, "record", "paralegal", date(2026, 4, 6)),
    *(
        p.ObjectiveMet(objective_id=name, how="by the stipulation", happened_on=day)
        for name in ("stay-housed", "clean-record", "least-debt")
    ),
    p.ObjectiveDropped(
        objective_id="safe-home",
        ground="the heating was mended in February",
        happened_on=day,
    ),
    p.FeedbackGiven(
        feedback_id="april",
        given_by=TENANT,
        asked_by="telephone",
        text="I always knew what came next",
        score=9,
        out_of=10,
        happened_on=day,
    ),
    p.Communicated(
        communication_id="last-letter",
        with_parties=(TENANT,),
        direction="out",
        channel="message",
        subject="it is over; what to pay, and when",
        happened_on=day,
    ),
    p.ServiceClosed(
        service_id="defence",
        program="us/lsc",
        closing="G",
        closed_by="lead",
        result="she stays; two months of rent were paid",
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)
begun = EngagementClosingBegun(ground="done", happened_on=day)
file = desk.follow(file, day, "the closing begins", begun)
file = file.record(
    task_done(file, "closing", "lead", day),
    EngagementClosed(happened_on=day),
    CaseClosed(happened_on=day),
    LegalHoldReleased(hold_id="papers", ground="settled", happened_on=day),
    RetentionSet(
        retention_class="client-file",
        period=Period.parse("5 years"),
        authority="the office's own schedule",
        happened_on=day,
    ),
    **desk.by(day, "lead"),
)
print()
print(compliance(file.case, law, on=day))
print()
print(
    case_services(
        [file], program="us/lsc", during=(date(2026, 4, 1), date(2026, 6, 30))
    )
)
said = file.case[p.FEEDBACK]["april"]
print(f"\nShe says: {said.score} of {said.out_of}.")
kept = file.case.records
print(f"The case is {file.case.status}, its file {kept.status_on(day)}", end=" ")
print(f"through {kept.kept_through}.")
