"""A dissolution in California: disclosure, a mediation that nobody reads, an agreement.

She petitions in Los Angeles. Each owes the other two declarations of disclosure; his
comes late. They settle in mediation, of which every view shows a day that is taken and
nothing else, and their agreement lacks what it lacks until the final declarations are
exchanged. The case is invented; what is due is computed. Whoever acts is named by what
they do.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from desk import Desk, feed

import legalcase as lc
from legalcase import practice as p
from legalcase.access import Grant, Policy, Role
from legalcase.kernel import Draft, Label, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DocumentCreated,
    DocumentReceived,
    Filed,
    HearingHeld,
    HearingSet,
    JudgmentEntered,
    PartyJoined,
    Served,
    TaskPlanned,
    TaskTerms,
)
from legalcase.oversight import (
    agenda,
    agreement,
    client_view,
    disclosed,
    disclosure,
    health,
)
from legalcase.ports import CaseQuery
from legalcase.storage import MemoryStore
from legalcase.testing import FixedIds

law = lc.Law.bundled()
PACIFIC = ZoneInfo("America/Los_Angeles")
desk = Desk(law=law, zone=PACIFIC, for_=("wife", "husband"), declined={})
PRELIMINARY = p.disclosure_kind("us-ca/fam/2104")
FINAL = p.disclosure_kind("us-ca/fam/2105")
#: What he wants in mediation; and what the mediator wrote down of it.
SAID = "the house, if the pension stays undivided"
NOTED = "would take half of it"


def wrong(case_file: CaseFile, on: date) -> None:
    """Print what is wrong with disclosure and agreements."""
    for found in health(case_file, on=on, law=law):
        if found.code.startswith(("disclosure", "agreement")):
            print(f"  {found.severity}: {found.text} ({found.authority or 'no rule'})")


def needs(case_file: CaseFile, on: date) -> None:
    """Print what the agreement needs, and what of it is lacking."""
    found = agreement(case_file, "msa", on=on)
    print(f"\n{on}: can it be enforced? {'yes' if found.is_enforceable else 'no'}")
    print(found)


# 3 February 2026: she petitions. 10 February: he is served. 9 March: he responds.
day = date(2026, 2, 3)
file = CaseFile.open(
    CaseOpened(
        caption="Marriage of Doe",
        court="us-ca/lasc",
        proceeding="family",
        happened_on=day,
    ),
    case_id="doe",
    ids=FixedIds("line-"),
    model=p.MODEL,
    **desk.by(day),
)
file = file.record(
    PartyJoined(
        party_id="wife",
        name="J. Doe",
        roles=("petitioner",),
        is_client=True,
        happened_on=day,
    ),
    PartyJoined(
        party_id="husband", name="R. Doe", roles=("respondent",), happened_on=day
    ),
    TaskPlanned(
        task_id="lead",
        terms=TaskTerms(title="Conduct of the case", accountable="person:lead"),
        happened_on=day,
    ),
    Draft(
        Filed(
            title="Petition (FL-100)",
            triggers=("complaint-filed",),
            by=("wife",),
            happened_on=day,
        ),
        event_id="petition",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "she petitions")
day = date(2026, 2, 10)
file = file.record(
    Draft(
        Served(
            title="Summons and petition",
            triggers=("summons-served",),
            method="personal",
            by=("wife",),
            on=("husband",),
            about=(Ref("event", "petition"),),
            happened_on=day,
        ),
        event_id="service",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "he is served")
day = date(2026, 3, 9)
file = file.record(
    Draft(
        Filed(
            title="Response (FL-120)",
            triggers=("answer-filed",),
            by=("husband",),
            about=(Ref("event", "petition"),),
            happened_on=day,
        ),
        event_id="response",
    ),
    **desk.by(day),
)
file = desk.keep(file, day, "he responds")

# Both owe a preliminary declaration: each duty is due with its deadline.
due = {
    "wife": next(x for x in file.case.deadlines.ids() if "petitioner" in x),
    "husband": next(x for x in file.case.deadlines.ids() if "respondent" in x),
}
file = file.record(
    *(
        PRELIMINARY.arises(
            duty_id=f"preliminary-{one}",
            by=one,
            to=(other,),
            on=begun,
            deadline_id=due[one],
        )
        for one, other, begun in (
            ("wife", "husband", date(2026, 2, 3)),
            ("husband", "wife", day),
        )
    ),
    **desk.by(day),
)
print()
print(disclosure(file).outstanding(on=day))


def serve(case_file: CaseFile, on: date, duty: str, *items: str) -> CaseFile:
    """Record that a declaration was served, and which of its items were in it."""
    kind, _, who = duty.partition("-")
    other = "husband" if who == "wife" else "wife"
    paper = f"{duty}-{on:%m%d}"
    owed = case_file.case[p.DISCLOSURE].duties[duty].items
    return case_file.record(
        Draft(
            Served(
                title=f"Declaration of disclosure ({kind})",
                triggers=(f"{kind}-disclosure-served",),
                method="personal",
                by=(who,),
                on=(other,),
                label=Label(audience="party"),
                happened_on=on,
            ),
            event_id=paper,
        ),
        p.DisclosureMade(
            duty_id=duty,
            items=items or owed,
            by_event=Ref("event", paper),
            happened_on=on,
        ),
        **desk.by(on),
    )


# 30 March: hers is served. 20 May: his is not, and the day is over.
day = date(2026, 3, 30)
file = desk.met(serve(file, day, "preliminary-wife"), day)
day = date(2026, 5, 20)
print(f"\n{day}: what is wrong")
wrong(file, day)

# 29 May: his declaration comes, without the tax returns. 5 June: they come.
day = date(2026, 5, 29)
file = serve(
    file,
    day,
    "preliminary-husband",
    *("declaration", "assets-and-debts", "income-and-expenses"),
)
file = desk.met(file, day)
print()
print(disclosure(file).outstanding(on=day))
day = date(2026, 6, 5)
file = serve(file, day, "preliminary-husband", "tax-returns")
print(f"\n{day}: {len(disclosure(file).outstanding(on=day))} outstanding")

# 8 June: they agree to mediate. The day of the session is a hearing under a name that
# says nothing; the session itself, what is proposed and noted there, stands in a room
# of its own.
day = date(2026, 6, 8)
file = file.record(
    HearingSet(
        hearing_id="reserved",
        title="Reserved",
        hearing_at=datetime(2026, 6, 17, 10, tzinfo=PACIFIC),
        of=("wife",),
        label=Label(audience="client"),
        happened_on=day,
    ),
    p.MediationBegun(
        mediation_id="m",
        mediator="person:mediator",
        parties=("wife", "husband"),
        is_separate=True,
        domains=("property", "support"),
        confidentiality="us-ca/evid/1119",
        happened_on=day,
    ),
    p.MediationSessionSet(
        session_id="s", mediation_id="m", hearing_id="reserved", happened_on=day
    ),
    **desk.by(day, "person:lead"),
)
print()
feed(file, audience="client")
day = date(2026, 6, 17)
file = file.record(
    HearingHeld(hearing_id="reserved", happened_on=day),
    p.MediationSessionHeld(
        session_id="s", attended=("wife", "husband"), happened_on=day
    ),
    p.MediationProposalMade(
        proposal_id="house",
        mediation_id="m",
        session_id="s",
        by_party="husband",
        terms=SAID,
        happened_on=day,
    ),
    p.MediationNoteTaken(
        note_id="n", mediation_id="m", session_id="s", text=NOTED, happened_on=day
    ),
    p.MediationProposalAnswered(
        proposal_id="house", answer="accepted", by_party="wife", happened_on=day
    ),
    p.MediationEnded(mediation_id="m", outcome="agreement", happened_on=day),
    **desk.by(day, "person:lead"),
)

# Nothing of it anywhere: each view is printed, or searched for what was said.
store = MemoryStore(model=p.MODEL)
with store.begin(by="person:lead") as work:
    work.save(file)
    work.commit()
policy = Policy(
    roles=(Role(name="reader", actions=("read",)),),
    grants=(
        Grant(
            grant_id="books",
            who="person:accountant",
            role="reader",
            scope="all",
            from_on=date(2026, 1, 1),
            granted_by="person:partner",
        ),
    ),
)
now = datetime(2026, 6, 18, 9, tzinfo=PACIFIC)
with store.guarded(policy).as_("person:accountant", at=now).read() as reader:
    read = reader.file("doe")
with store.read() as whole:
    by_words = len(whole.find(CaseQuery(text="undivided")).rows)
views = {
    "the agenda of the owner": agenda(
        [file], between=(date(2026, 6, 1), date(2026, 6, 30)), audience="owner"
    ),
    "what the client sees": client_view(file, "wife", on=day),
    "what is wrong": health(file, on=day, law=law),
    "what may happen next": file.possible(by="person:lead", at=now),
    "the case as plain data": file.case.to_dict(),
    "the case as the accountant reads it": read.case.to_dict(),
    "the log as the accountant reads it": [
        (line.kind, line.reason, str(line.event)) for line in read.log
    ],
}
print(f"\n{day}: of what was said in mediation")
for name, view in views.items():
    text = f"{view}{view!r}"
    said = [word for word in ("undivided", "half of it", "mediat") if word in text]
    print(f"  {name}: {', '.join(said) or 'nothing'}")
print(f"  cases that a store finds by its words: {by_words}")
print(f"  withheld lines, to the accountant: {', '.join(read.case.unread)}")
print()
print(views["what the client sees"])
print(f"\nAnd a report that a court demands: {p.mediation_report(file.case, 'm')}")

# 24 June: what was agreed is put on paper, as an agreement of its own.
day = date(2026, 6, 24)
file = file.record(
    DocumentCreated(
        document_id="terms",
        kind="agreement",
        title="Marital settlement agreement",
        happened_on=day,
    ),
    p.agreement_form("us-ca/marital-settlement").drafted(
        agreement_id="msa",
        parties=("wife", "husband"),
        subjects=("property", "support"),
        terms_document="terms",
        is_mediated=True,
        obligations=(
            p.ObligationTerms(
                obligation_id="deed",
                owed_by="wife",
                owed_to=("husband",),
                what="sign the deed of the house",
                due_on=date(2026, 8, 31),
            ),
        ),
        on=day,
    ),
    *(
        FINAL.arises(duty_id=f"final-{one}", by=one, to=(other,), on=day, due_on=due_on)
        for one, other in (("wife", "husband"), ("husband", "wife"))
        for due_on in (date(2026, 7, 1),)
    ),
    **desk.by(day, "person:lead"),
)
needs(file, day)

# 1 July: they agree and sign. He alone signs a waiver of the final declarations: it
# does not do, and the agreement lacks them.
day = date(2026, 7, 1)
file = file.record(
    DocumentReceived(
        document_id="waiver", kind="stipulation", title="FL-144", happened_on=day
    ),
    p.AgreementReached(agreement_id="msa", happened_on=day),
    p.AgreementSigned(
        agreement_id="msa", party_id="wife", in_document="terms", happened_on=day
    ),
    p.AgreementSigned(
        agreement_id="msa", party_id="husband", in_document="terms", happened_on=day
    ),
    p.AgreementNeedMet(
        agreement_id="msa",
        need_id="says-it-binds",
        in_document="terms",
        happened_on=day,
    ),
    p.DisclosureWaived(
        duty_id="final-husband",
        way="mutual",
        by=("husband",),
        authority="Cal. Fam. Code § 2105(d)",
        form="FL-144",
        in_document="waiver",
        happened_on=day,
    ),
    **desk.by(day, "person:lead"),
)
day = date(2026, 7, 6)
needs(file, day)
print(f"\n{day}: what is wrong")
wrong(file, day)

# 13 July: both serve their final declarations.
day = date(2026, 7, 13)
file = serve(serve(file, day, "final-wife"), day, "final-husband")
needs(file, day)
print()
print(disclosed(file, to="wife"))

# 27 July: judgment. The marriage ends six months after he was served, and not before.
day = date(2026, 7, 27)
file = file.record(
    Draft(
        JudgmentEntered(
            title="Judgment (FL-180)", triggers=("judgment-entered",), happened_on=day
        ),
        event_id="judgment",
    ),
    p.AgreementApproved(
        agreement_id="msa", by_event=Ref("event", "judgment"), happened_on=day
    ),
    **desk.by(day),
)
bar = next(row for row in desk.due(file) if row.rule == "us-ca/fam/2339(a)")
print(f"\n{day}: judgment; the marriage ends after {bar.shown} at the earliest")
day = date(2026, 9, 1)
print(f"{day}: what is wrong")
wrong(file, day)
file = file.record(
    p.ObligationPerformed(agreement_id="msa", obligation_id="deed", happened_on=day),
    **desk.by(day),
)
print(f"{day}: after the deed was signed")
wrong(file, day)
