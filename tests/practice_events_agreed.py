"""Events of disclosure, agreements and mediation at random: many are not possible."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from case_machine import FIRST, days, deadlines, of, parties, some, text
from legalcase.kernel import Label
from legalcase.practice import (
    AgreementApproved,
    AgreementDrafted,
    AgreementNeedMet,
    AgreementNeedWaived,
    AgreementReached,
    AgreementRejected,
    AgreementRescinded,
    AgreementSigned,
    DisclosureDutyEnded,
    DisclosureMade,
    DisclosureObjected,
    DisclosureOwed,
    DisclosureReceived,
    DisclosureSupplemented,
    DisclosureWaived,
    DisclosureWithheld,
    MediationBegun,
    MediationEnded,
    MediationNoteTaken,
    MediationProposalAnswered,
    MediationProposalMade,
    MediationSessionHeld,
    MediationSessionNotHeld,
    MediationSessionSet,
    NeedTerms,
    ObligationBreached,
    ObligationPerformed,
    ObligationTerms,
    WithholdingEnded,
)

if TYPE_CHECKING:
    from legalcase.kernel import Event

#: The last day that an event may name.
LAST = date(2999, 12, 31)
duties = st.sampled_from(("q-1", "q-1", "q-2", "q-3"))
items = st.sampled_from((("declaration",), ("tax-returns", "declaration"), ("other",)))
withheld = st.sampled_from(("k-1", "k-1", "k-2"))
agreements = st.sampled_from(("g-1", "g-1", "g-2"))
mediations = st.sampled_from(("y-1", "y-1", "y-2"))
sessions = st.sampled_from(("z-1", "z-1", "z-2"))
proposals = st.sampled_from(("x-1", "x-1", "x-2"))
kinds = st.sampled_from(("us-ca/fam/2104", "us-ca/fam/2105", "house/own"))
waivers = st.sampled_from(("mutual", "order", "default", "recipient"))
labels = st.sampled_from((None, Label(audience="client"), Label(audience="owner")))


@st.composite
def owed(draw: st.DrawFn) -> DisclosureOwed:
    """One of the two owes the other something; with a deadline, a day, or none."""
    by = draw(st.sampled_from(("p1", "p2")))
    due = draw(st.sampled_from(("deadline", "day", "none")))
    return DisclosureOwed(
        duty_id=draw(duties),
        kind=draw(kinds),
        authority="Text",
        owed_by=by,
        owed_to=("p2",) if by == "p1" else ("p1",),
        items=draw(items),
        deadline_id=draw(deadlines) if due == "deadline" else None,
        due_on=draw(days | st.just(LAST)) if due == "day" else None,
        is_continuing=draw(st.booleans()),
        waivable=tuple(draw(st.sets(waivers))),
        waiver_needs=draw(st.sampled_from(((), ("us-ca/fam/2104",)))),
        label=draw(labels),
        happened_on=draw(days),
    )


NEEDS = (
    NeedTerms(need_id="signed-1", kind="signature", authority="Text", of=("p1",)),
    NeedTerms(need_id="signed-2", kind="signature", authority="Text", of=("p2",)),
    NeedTerms(
        need_id="final",
        kind="disclosure",
        authority="Text",
        of=("p1", "p2"),
        disclosure="us-ca/fam/2105",
    ),
    NeedTerms(
        need_id="wait", kind="waiting-period", authority="Text", deadline_id="d1"
    ),
    NeedTerms(need_id="judgment", kind="court-approval", authority="Text"),
)
PAY = ObligationTerms(obligation_id="pay", owed_by="p1", what="Text", due_on=LAST)
need_ids = st.sampled_from(("signed-1", "final", "wait", "judgment", "none"))
drafted = of(
    AgreementDrafted,
    agreement_id=agreements,
    parties=some,
    subjects=st.just(("property",)),
    needs=st.sampled_from(((), NEEDS)),
    obligations=st.sampled_from(((), (PAY,))),
    label=labels,
)
#: At least one event of every kind of these rooms.
AGREED: dict[type[Event], st.SearchStrategy[Event]] = {
    DisclosureOwed: owed(),
    DisclosureMade: of(
        DisclosureMade, duty_id=duties, items=items, is_complete=st.booleans()
    ),
    DisclosureReceived: of(DisclosureReceived, duty_id=duties, items=items),
    DisclosureSupplemented: of(DisclosureSupplemented, duty_id=duties, items=items),
    DisclosureObjected: of(
        DisclosureObjected, duty_id=duties, items=items, ground=text
    ),
    DisclosureWaived: of(
        DisclosureWaived,
        duty_id=duties,
        items=st.just(()) | items,
        way=waivers,
        by=some,
        authority=text,
    ),
    DisclosureDutyEnded: of(DisclosureDutyEnded, duty_id=duties, ground=text),
    DisclosureWithheld: of(
        DisclosureWithheld,
        withholding_id=withheld,
        duty_id=duties,
        item=st.sampled_from(("declaration", "other")),
        claim=st.just("work-product"),
        sort=st.just("letters"),
        label=labels,
    ),
    WithholdingEnded: of(
        WithholdingEnded,
        withholding_id=withheld,
        way=st.sampled_from(("upheld", "overruled", "withdrawn", "produced")),
    ),
    AgreementDrafted: drafted,
    AgreementReached: of(AgreementReached, agreement_id=agreements),
    AgreementSigned: of(AgreementSigned, agreement_id=agreements, party_id=parties),
    AgreementNeedMet: of(AgreementNeedMet, agreement_id=agreements, need_id=need_ids),
    AgreementNeedWaived: of(
        AgreementNeedWaived, agreement_id=agreements, need_id=need_ids, authority=text
    ),
    AgreementApproved: of(AgreementApproved, agreement_id=agreements),
    AgreementRejected: of(AgreementRejected, agreement_id=agreements),
    AgreementRescinded: of(AgreementRescinded, agreement_id=agreements, ground=text),
    ObligationPerformed: of(
        ObligationPerformed, agreement_id=agreements, obligation_id=st.just("pay")
    ),
    ObligationBreached: of(
        ObligationBreached, agreement_id=agreements, obligation_id=st.just("pay")
    ),
    MediationBegun: of(
        MediationBegun,
        mediation_id=mediations,
        mediator=st.just("person:9"),
        parties=some,
        domains=st.just(("custody",)),
        confidentiality=st.just("us-ca/evid/1119"),
    ),
    MediationSessionSet: of(
        MediationSessionSet,
        session_id=sessions,
        mediation_id=mediations,
        day=days | st.just(LAST),
    ),
    MediationSessionHeld: of(MediationSessionHeld, session_id=sessions, attended=some),
    MediationSessionNotHeld: of(MediationSessionNotHeld, session_id=sessions),
    MediationProposalMade: of(
        MediationProposalMade,
        proposal_id=proposals,
        mediation_id=mediations,
        session_id=st.none() | sessions,
        by_party=st.none() | parties,
        terms=text,
    ),
    MediationProposalAnswered: of(
        MediationProposalAnswered,
        proposal_id=proposals,
        answer=st.sampled_from(("accepted", "rejected", "countered")),
        text=text,
    ),
    MediationNoteTaken: of(
        MediationNoteTaken,
        note_id=st.sampled_from(("w-1", "w-2")),
        mediation_id=mediations,
        text=text,
    ),
    MediationEnded: of(
        MediationEnded,
        mediation_id=mediations,
        outcome=st.sampled_from(("agreement", "partial", "no-agreement")),
    ),
}
_DAY: dict[str, Any] = {"happened_on": FIRST}
#: Of each noun of these rooms one, to which things happen.
AGREED_BEGUN: tuple[Event, ...] = (
    DisclosureOwed(
        duty_id="q-1",
        kind="us-ca/fam/2105",
        authority="Text",
        owed_by="p1",
        owed_to=("p2",),
        items=("declaration", "tax-returns"),
        waivable=("mutual", "order"),
        waiver_needs=("us-ca/fam/2104",),
        **_DAY,
    ),
    DisclosureWithheld(
        withholding_id="k-1",
        duty_id="q-1",
        item="tax-returns",
        claim="attorney-client",
        sort="letters",
        **_DAY,
    ),
    AgreementDrafted(
        agreement_id="g-1",
        parties=("p1", "p2"),
        subjects=("property",),
        needs=NEEDS,
        obligations=(PAY,),
        **_DAY,
    ),
    MediationBegun(
        mediation_id="y-1",
        mediator="person:9",
        parties=("p1", "p2"),
        domains=("custody",),
        confidentiality="us-ca/evid/1119",
        **_DAY,
    ),
    MediationSessionSet(
        session_id="z-1", mediation_id="y-1", day=date(2026, 3, 2), **_DAY
    ),
    MediationProposalMade(proposal_id="x-1", mediation_id="y-1", terms="Text", **_DAY),
)
