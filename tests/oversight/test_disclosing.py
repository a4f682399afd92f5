"""What is outstanding, what was given, what an agreement lacks; and what is found."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from case_files import DAY, NOON
from legalcase.codec.log.lines import line_of, line_text
from legalcase.dates import Period
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.kernel import Draft, Event, Label, Ref
from legalcase.model import (
    Case,
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    Derived,
    HearingContinued,
    HearingSet,
    Model,
    Ordered,
)
from legalcase.oversight import agreement, disclosed, disclosure, health
from legalcase.practice import (
    AGREEMENTS,
    MODEL,
    AgreementApproved,
    AgreementDrafted,
    AgreementNeedMet,
    AgreementNeedWaived,
    AgreementReached,
    AgreementRescinded,
    AgreementSigned,
    DisclosureDutyEnded,
    DisclosureMade,
    DisclosureObjected,
    DisclosureOwed,
    DisclosureReceived,
    DisclosureWaived,
    DisclosureWithheld,
    NeedTerms,
    ObligationBreached,
    ObligationTerms,
    WithholdingEnded,
    agreement_form,
    disclosure_kind,
)
from practice_samples import stage

LATER = DAY + timedelta(days=30)
AT: dict[str, Any] = {"by": "x", "at": NOON + timedelta(days=60)}
SIDES = ("roe", "acme")
PRELIMINARY = disclosure_kind("us-ca/fam/2104")
FINAL = disclosure_kind("us-ca/fam/2105")


def duties(*, preliminary: bool = True) -> tuple[Event, ...]:
    """Each owes the other its declarations, the final ones by a day."""
    kinds = (("pre", PRELIMINARY, None), ("fin", FINAL, LATER))
    return tuple(
        kind.arises(duty_id=f"{name}-{by}", by=by, to=(to,), on=DAY, due_on=due)
        for name, kind, due in kinds
        if preliminary or name == "fin"
        for by, to in (SIDES, SIDES[::-1])
    )


def made(duty: str, *items: str, on: date = DAY, **said: Any) -> DisclosureMade:
    """All of a disclosure, or some items."""
    kind = PRELIMINARY if duty.startswith("pre") else FINAL
    every = items or tuple(one.id for one in kind.items)
    return DisclosureMade(duty_id=duty, items=every, happened_on=on, **said)


def waived(*by: str, way: str = "mutual", duty: str = "fin-roe") -> DisclosureWaived:
    """A waiver by some."""
    return DisclosureWaived(
        duty_id=duty, way=way, by=by, authority="§ 2105(d)", happened_on=DAY
    )


def file(*events: Event | Draft) -> CaseFile:
    """A case with these."""
    return stage().record(*events, **AT)


def why(case_file: CaseFile, duty: str, on: date = LATER) -> set[str]:
    """Why the items of a duty are outstanding."""
    rows = disclosure(case_file).outstanding(on=on).rows
    return {one.why for one in rows if one.duty_id == duty}


def test_who_owes_what_to_whom_since_when_and_by_when() -> None:
    """With what it rests on, and what shows it; what has no day comes last."""
    found = disclosure(file(*duties())).outstanding(on=LATER + timedelta(days=1))
    assert len(found) == 14
    first = found.rows[0]
    assert (first.owed_by, first.owed_to) == ("acme", ("roe",))
    assert (first.since_on, first.due_on, first.is_over) == (DAY, LATER, True)
    assert first.authority == "Cal. Fam. Code § 2105"
    assert first.evidence == ("practice/disclosure-duty:fin-acme",)
    assert {one.duty_id for one in found.over} == {"fin-roe", "fin-acme"}
    assert [one.due_on for one in found.rows[6:]] == [None] * 8
    assert len(found.by("acme")) == 7
    assert not disclosure(file(*duties())).outstanding(on=DAY - timedelta(days=1))
    assert all(len(line) <= 80 for line in str(found).splitlines())
    assert "<b" not in found._repr_html_()


def test_the_day_of_a_deadline_moves_with_it() -> None:
    """It is read from the deadline each time, and stands nowhere else."""
    terms = DeadlineTerms(title="D", basis=Ordered(due=LATER, authority="Order 4"))
    owed = FINAL.arises(
        duty_id="f", by="acme", to=("roe",), on=DAY, deadline_id="final"
    )
    base = file(DeadlineSet(deadline_id="final", terms=terms, happened_on=DAY), owed)
    assert {x.due_on for x in disclosure(base).outstanding(on=DAY)} == {LATER}
    moved_to = LATER + timedelta(days=20)
    moved = base.correct(
        next(
            x.event_id
            for x in base.log
            if isinstance(x.event, DeadlineSet) and x.event.deadline_id == "final"
        ),
        terms=evolve(terms, basis=Ordered(due=moved_to, authority="Order 5")),
        ground="read wrongly",
        **AT,
    )
    assert {x.due_on for x in disclosure(moved).outstanding(on=DAY)} == {moved_to}
    day = LATER + timedelta(days=1)
    assert disclosure(base).outstanding(on=day).over
    assert not disclosure(moved).outstanding(on=day).over


def test_what_was_given_is_not_owed() -> None:
    """Whole; in part or objected to, it is owed still."""
    base = file(*duties())
    assert why(base, "pre-roe") == {"not given"}
    assert why(base.record(made("pre-roe"), **AT), "pre-roe") == set()
    part = base.record(made("pre-roe", "tax-returns", is_complete=False), **AT)
    assert why(part, "pre-roe") == {"not given", "given in part"}
    objected = DisclosureObjected(
        duty_id="pre-roe", items=("tax-returns",), ground="old", happened_on=DAY
    )
    assert "objected to" in why(base.record(objected, **AT), "pre-roe")
    came = DisclosureReceived(
        duty_id="pre-roe", items=("tax-returns",), happened_on=DAY
    )
    got = base.record(came, **AT)
    items = {x.item for x in disclosure(got).outstanding(on=DAY).by("roe")}
    assert "tax-returns" not in items
    # Before the day on which it was given, it is owed.
    later = base.record(made("pre-roe", on=LATER), **AT)
    assert why(later, "pre-roe", LATER - timedelta(days=1)) == {"not given"}
    assert why(later, "pre-roe", LATER) == set()


def test_a_waiver_relieves_only_as_its_rule_has_it() -> None:
    """2105(d): both waive, and both have exchanged the preliminary declarations."""
    base = file(*duties())
    both = base.record(waived(*SIDES), **AT)
    assert why(both, "fin-roe") == {
        "waived, which does not do: us-ca/fam/2104 of roe is not shown as given"
    }
    one = base.record(made("pre-roe"), waived(*SIDES), **AT)
    assert "us-ca/fam/2104 of acme" in "".join(why(one, "fin-roe"))
    ready = base.record(made("pre-roe"), made("pre-acme"), **AT)
    assert why(ready.record(waived(*SIDES), **AT), "fin-roe") == set()
    alone = ready.record(waived("roe"), **AT)
    assert why(alone, "fin-roe") == {"waived, which does not do: acme did not waive"}
    unheard = ready.record(waived("acme", way="recipient"), **AT)
    assert why(unheard, "fin-roe") == {
        "waived, which does not do: the rule has no such waiver"
    }
    ordered = base.record(waived(way="order"), **AT)
    assert why(ordered, "fin-roe") == set()
    # The parties cannot waive the preliminary declaration.
    forbidden = base.record(waived(*SIDES, duty="pre-roe"), **AT)
    assert "no such waiver" in "".join(why(forbidden, "pre-roe"))


def test_what_was_kept_back_is_owed_when_the_claim_falls() -> None:
    """Until it is given after that day; upheld or produced, it is not."""
    kept = DisclosureWithheld(
        withholding_id="w",
        duty_id="pre-roe",
        item="tax-returns",
        claim="attorney-client",
        sort="letters",
        happened_on=DAY,
    )
    base = file(*duties(), made("pre-roe"), kept)
    assert why(base, "pre-roe") == set()
    assert [x.kept_back for x in disclosure(base).standings(on=DAY)] == [1, 0, 0, 0]
    for way, is_owed in (
        ("overruled", True),
        ("withdrawn", True),
        ("upheld", False),
        ("produced", False),
    ):
        end = WithholdingEnded(withholding_id="w", way=way, happened_on=LATER)
        after = base.record(end, **AT)
        assert bool(why(after, "pre-roe")) == is_owed, way
        assert why(after, "pre-roe", LATER - timedelta(days=1)) == set()
        given_then = after.record(made("pre-roe", "tax-returns", on=LATER), **AT)
        assert why(given_then, "pre-roe") == set()


def test_a_duty_that_goes_on_is_never_complete() -> None:
    """Brady: nobody outside the prosecution can say that it is met."""
    brady = disclosure_kind("us/brady").arises(
        duty_id="b", by="acme", to=("roe",), on=DAY
    )
    base = file(brady, *duties())
    given_ = base.record(
        DisclosureMade(duty_id="b", items=brady.items, happened_on=DAY),
        made("fin-roe"),
        **AT,
    )
    states = {x.duty_id: x.state for x in disclosure(given_).standings(on=LATER)}
    assert states["b"] == "nothing outstanding that we know of"
    assert states["fin-roe"] == "complete"
    assert states["fin-acme"] == "outstanding"
    over = given_.record(
        DisclosureDutyEnded(duty_id="b", ground="acquitted", happened_on=LATER), **AT
    )
    (ended,) = [x for x in disclosure(over).standings(on=LATER) if x.duty_id == "b"]
    assert (ended.state, ended.outstanding) == ("ended", ())
    (before,) = [x for x in disclosure(over).standings(on=DAY) if x.duty_id == "b"]
    assert before.state == "nothing outstanding that we know of"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("made", "part", "received", "objected")),
            st.sampled_from(("exculpatory", "impeachment")),
            st.integers(0, 20),
        ),
        max_size=6,
    ),
    st.integers(0, 25),
)
def test_whatever_is_done_nobody_is_told_that_brady_is_met(
    steps: list[tuple[str, str, int]], day: int
) -> None:
    """And an item is owed exactly as long as nothing gave it whole by that day."""
    brady = disclosure_kind("us/brady").arises(
        duty_id="b", by="acme", to=("roe",), on=DAY
    )
    base = file(brady)
    for what, item, after in steps:
        said: dict[str, Any] = {
            "duty_id": "b",
            "items": (item,),
            "happened_on": DAY + timedelta(days=after),
        }
        event: Event = DisclosureMade(**said, is_complete=what == "made")
        if what == "received":
            event = DisclosureReceived(**said)
        elif what == "objected":
            event = DisclosureObjected(**said, ground="no")
        base = base.record(event, **AT)
    (found,) = disclosure(base).standings(on=DAY + timedelta(days=day))
    assert found.state in {"outstanding", "nothing outstanding that we know of"}
    for item in brady.items:
        done = [what for what, of, after in steps if of == item and after <= day]
        parts = {"made", "part"} & set(done)
        is_given = "made" in done or ("received" in done and not parts)
        assert (item in found.outstanding) == (not is_given)


def test_the_ledger_says_by_which_paper() -> None:
    """By day; of one duty, or of what is owed to one party."""
    base = file(
        *duties(),
        made("fin-acme", on=LATER, documents=("signed",)),
        made("pre-roe", by_event=Ref("event", "e-1")),
    )
    every = disclosed(base)
    assert [x.on for x in every] == sorted(x.on for x in every)
    assert len(every) == 7
    (papers,) = {x.documents for x in disclosed(base, duty="fin-acme")}
    assert papers == ("signed",)
    assert {x.by_event for x in disclosed(base, to="acme")} == {"event:e-1"}
    assert not disclosed(base, duty="fin-roe")
    with pytest.raises(UnknownNameError, match="disclosure duty"):
        disclosed(base, duty="fin-rowe")
    assert all(len(line) <= 80 for line in str(every).splitlines())


def test_who_may_not_see_a_duty_gets_ids_and_days() -> None:
    """What bears the owner's label is told to the firm without what it is."""
    owner = Label(audience="owner")
    one = PRELIMINARY.arises(duty_id="p", by="roe", to=("acme",), on=DAY, label=owner)
    base = file(one)
    (firm, *_) = disclosure(base).outstanding(on=DAY)
    assert (firm.kind, firm.item, firm.authority) == ("a disclosure", "item 1", None)
    (own, *_) = disclosure(base).outstanding(on=DAY, audience="owner")
    assert (own.kind, own.item) == ("us-ca/fam/2104", "declaration")
    with pytest.raises(InvalidValueError, match="business of the firm"):
        disclosure(base).outstanding(on=DAY, audience="client")


def test_a_case_without_the_rooms_is_refused() -> None:
    """With what to pass."""
    bare = CaseFile.open(
        CaseOpened(caption="C", happened_on=DAY), case_id="c", by="x", at=NOON
    )
    for ask in (
        lambda: disclosure(bare),
        lambda: disclosed(bare),
        lambda: agreement(bare, "msa", on=DAY),
    ):
        with pytest.raises(InvalidTypeError, match="no room 'practice/"):
            ask()


MARITAL = agreement_form("us-ca/marital-settlement")


def settled(**said: Any) -> tuple[Event, ...]:
    """A marital settlement that was reached and signed by both."""
    day: dict[str, Any] = {"agreement_id": "msa", "happened_on": DAY}
    return (
        MARITAL.drafted(
            agreement_id="msa", parties=SIDES, subjects=("property",), on=DAY, **said
        ),
        AgreementReached(**day),
        *(AgreementSigned(party_id=one, **day) for one in SIDES),
    )


def test_an_agreement_lacks_the_final_disclosure_until_it_is_given() -> None:
    """Of each party: given, or waived as the rule has it (2105, 2106)."""
    bare = file(*settled())
    found = agreement(bare, "msa", on=LATER)
    assert [x.need_id for x in found.lacking] == [
        "preliminary-disclosure-1",
        "preliminary-disclosure-2",
        "final-disclosure-1",
        "final-disclosure-2",
    ]
    assert found.lacking[0].why == "the ledger has no us-ca/fam/2104 of roe"
    assert found.lacking[0].authority == "Cal. Fam. Code §§ 2104(a), 2105(d)(1)"
    base = bare.record(*duties(), made("pre-roe"), made("pre-acme"), **AT)
    base = base.record(made("fin-roe"), **AT)
    (lacking,) = agreement(base, "msa", on=LATER).lacking
    assert lacking.of == ("acme",)
    assert lacking.evidence == ("practice/disclosure-duty:fin-acme",)
    assert not agreement(base, "msa", on=LATER).is_enforceable
    whole = base.record(made("fin-acme", on=LATER), **AT)
    assert agreement(whole, "msa", on=LATER).is_enforceable
    assert not agreement(whole, "msa", on=LATER - timedelta(days=1)).is_enforceable
    let_go = base.record(waived(*SIDES, duty="fin-acme"), **AT)
    last = agreement(let_go, "msa", on=LATER).rows[-1]
    assert (last.state, last.is_lacking) == ("waived", False)
    assert agreement(let_go, "msa", on=LATER).is_enforceable
    assert all(len(line) <= 80 for line in str(found).splitlines())


def test_what_is_drafted_rejected_or_undone_is_not_enforceable() -> None:
    """Though it lacks nothing."""
    drafted = AgreementDrafted(
        agreement_id="a", parties=SIDES, subjects=("support",), happened_on=DAY
    )
    base = file(drafted)
    assert not agreement(base, "a", on=DAY).is_enforceable
    assert "is drafted" in str(agreement(base, "a", on=DAY))
    day: dict[str, Any] = {"agreement_id": "a", "happened_on": DAY}
    reached = base.record(AgreementReached(**day), **AT)
    assert agreement(reached, "a", on=DAY).is_enforceable
    assert "lacks nothing that we know of" in str(agreement(reached, "a", on=DAY))
    gone = reached.record(AgreementRescinded(ground="both", **day), **AT)
    assert not agreement(gone, "a", on=DAY).is_enforceable


def test_what_else_an_agreement_can_need() -> None:
    """The court, a time that passes, a paper; each with what shows it."""
    needs = (
        NeedTerms(need_id="court", kind="court-approval", authority="a"),
        NeedTerms(
            need_id="week", kind="waiting-period", authority="b", not_before=LATER
        ),
        NeedTerms(
            need_id="reply", kind="waiting-period", authority="c", deadline_id="reply"
        ),
        NeedTerms(need_id="notary", kind="notarization", authority="d"),
        NeedTerms(need_id="counsel", kind="independent-counsel", authority="e"),
    )
    day: dict[str, Any] = {"agreement_id": "a", "happened_on": DAY}
    base = file(
        AgreementDrafted(parties=SIDES, subjects=("support",), needs=needs, **day),
        AgreementReached(**day),
    )

    def stands(of: CaseFile, on: date) -> dict[str, tuple[str, str]]:
        return {x.need_id: (x.state, x.why) for x in agreement(of, "a", on=on)}

    before = stands(base, DAY)
    assert before["court"] == ("lacking", "nobody recorded that it is there")
    assert before["week"] == ("lacking", f"to wait until {LATER}")
    assert before["reply"] == ("lacking", f"to wait until {DAY}")
    after = stands(base, LATER)
    assert after["week"] == ("met", f"waited until {LATER}")
    assert after["reply"] == ("met", f"waited until {DAY}")
    done = base.record(
        AgreementApproved(by_event=Ref("event", "e-1"), **day),
        AgreementNeedMet(need_id="notary", in_document="signed", **day),
        AgreementNeedWaived(need_id="counsel", authority="f", **day),
        **AT,
    )
    rows = {x.need_id: x for x in agreement(done, "a", on=LATER)}
    assert rows["court"].evidence == ("event:e-1",)
    assert "document:signed" in rows["notary"].evidence
    assert (rows["counsel"].state, rows["counsel"].authority) == ("waived", "f")
    assert agreement(done, "a", on=LATER).is_enforceable
    with pytest.raises(UnknownNameError):
        agreement(done, "b", on=DAY)
    owner = base.record(
        Draft(AgreementNeedMet(need_id="notary", **day), label=Label(audience="owner")),
        **AT,
    )
    assert {x.authority for x in agreement(owner, "a", on=DAY)} == {None}
    own = agreement(owner, "a", on=DAY, audience="owner")
    assert {x.authority for x in own} == {"a", "b", "c", "d", "e"}
    with pytest.raises(InvalidValueError, match="business of the firm"):
        agreement(owner, "a", on=DAY, audience="party")


def codes(case_file: CaseFile, on: date) -> list[tuple[str, str, date | None]]:
    """What is found of disclosure and agreements."""
    return sorted(
        (x.code, x.severity, x.day)
        for x in health(case_file, on=on)
        if x.code.startswith(("disclosure", "agreement"))
    )


def test_what_is_found() -> None:
    """Past its day; waived in vain; incomplete before a hearing; not performed."""
    base = file(*duties(preliminary=False))
    assert codes(base, LATER) == []
    day = LATER + timedelta(days=1)
    overdue = ("disclosure-overdue", "critical", LATER)
    assert codes(base, day) == [overdue, overdue]
    (first, _) = [x for x in health(base, on=day) if x.code == "disclosure-overdue"]
    assert str(first.authority) == "Cal. Fam. Code § 2105"
    vain = base.record(waived("roe"), **AT)
    assert codes(vain, DAY) == [("disclosure-waived-in-vain", "critical", DAY)]
    # Given afterwards, the waiver matters no more.
    assert codes(vain.record(made("fin-roe"), **AT), DAY) == []
    assert codes(base.record(waived(way="order"), **AT), DAY) == []


def test_what_is_found_of_agreements() -> None:
    """Only while a hearing lies ahead; what is due and what is breached."""
    pay = ObligationTerms(obligation_id="pay", owed_by="roe", what="pay", due_on=LATER)
    base = file(*settled(obligations=(pay,)))
    hearing = HearingSet(
        hearing_id="mandatory",
        title="H",
        hearing_at=NOON + timedelta(days=40),
        happened_on=DAY,
    )
    assert codes(base, DAY + timedelta(days=2)) == []
    ahead = base.record(hearing, **AT)
    day = (NOON + timedelta(days=40)).date()
    found = ("agreement-incomplete", "warning", day)
    assert found in codes(ahead, DAY + timedelta(days=2))
    assert codes(ahead, day + timedelta(days=1)) == [
        ("agreement-unperformed", "warning", LATER)
    ]
    breached = base.record(
        ObligationBreached(agreement_id="msa", obligation_id="pay", happened_on=DAY),
        **AT,
    )
    day = DAY + timedelta(days=1)
    assert codes(breached, day) == [("agreement-unperformed", "warning", LATER)]


def test_a_day_that_nobody_knows_is_not_guessed() -> None:
    """What follows something without a date, and a duty with no day of its own."""
    own = Derived(follows=Ref("hearing", "trial"), period=Period.parse("10 days"))
    terms = DeadlineTerms(title="D", basis=own)
    owed = FINAL.arises(
        duty_id="f", by="acme", to=("roe",), on=DAY, deadline_id="beyond"
    )
    needs = (
        NeedTerms(
            need_id="w", kind="waiting-period", authority="a", deadline_id="beyond"
        ),
    )
    base = file(
        DeadlineSet(deadline_id="beyond", terms=terms, happened_on=DAY),
        HearingContinued(hearing_id="trial", happened_on=DAY),
        owed,
        AgreementDrafted(
            agreement_id="a",
            parties=SIDES,
            subjects=("support",),
            needs=needs,
            happened_on=DAY,
        ),
    )
    assert {x.due_on for x in disclosure(base).outstanding(on=DAY)} == {None}
    (waits,) = agreement(base, "a", on=DAY)
    assert (waits.state, waits.evidence) == ("lacking", ("deadline:beyond",))
    assert waits.why == "until when one waits is not known yet"
    assert len(agreement(base, "a", on=DAY)) == 1


def test_an_agreement_read_without_the_ledger_says_so() -> None:
    """It lacks what nobody could look for."""
    model = Model.core().with_facets(AGREEMENTS)
    base = file(*settled())
    log = [line_of(line_text(x, MODEL), model) for x in base.log]
    case = Case.from_events(log, model=model)
    found = agreement(case, "msa", on=DAY)
    assert {x.why for x in found.lacking} == {
        "the case was read without its ledger of disclosure"
    }
    assert not [x for x in health(case, on=DAY) if x.code.startswith("disclosure")]


def test_what_may_happen_next_is_told_of_duties_and_agreements() -> None:
    """By their tables: a duty ends, a claim ends, a need is met, a thing is done."""
    pay = ObligationTerms(obligation_id="pay", owed_by="roe", what="pay")
    kept = DisclosureWithheld(
        withholding_id="w",
        duty_id="pre-roe",
        item="tax-returns",
        claim="attorney-client",
        sort="letters",
        happened_on=DAY,
    )
    base = file(*duties(), kept, *settled(obligations=(pay,)))
    next_ = base.possible(by="x", at=AT["at"])
    assert {x.event for x in next_.of("pre-roe")} == {"DisclosureDutyEnded"}
    assert {x.reaches for x in next_.of("w")} == {
        "upheld",
        "overruled",
        "withdrawn",
        "produced",
    }
    assert {x.event for x in next_.of("msa")} == {
        "AgreementApproved",
        "AgreementRejected",
        "AgreementRescinded",
    }
    assert {x.event for x in next_.of("msa/pay")} == {
        "ObligationPerformed",
        "ObligationBreached",
    }
    assert {x.event for x in next_.of("msa/signed-1")} == {
        "AgreementNeedMet",
        "AgreementNeedWaived",
    }


def test_a_sort_of_the_firms_own_is_found_without_an_authority() -> None:
    """It is in no list of ours."""
    own = evolve_kind("house/books")
    base = file(own)
    found = [
        x
        for x in health(base, on=LATER + timedelta(days=1))
        if x.code == "disclosure-overdue"
    ]
    assert [(x.authority, x.day) for x in found] == [(None, LATER)]


def evolve_kind(kind: str) -> DisclosureOwed:
    """A duty of a kind that the package does not have."""
    return DisclosureOwed(
        duty_id="own",
        kind=kind,
        authority="Order 3",
        arose="order",
        owed_by="acme",
        owed_to=("roe",),
        items=("books",),
        due_on=LATER,
        happened_on=DAY,
    )
