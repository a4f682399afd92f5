"""Civil work: offers that are open, letters in order, and the time to sue."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_files import joined, numbered
from legalcase import Law, compute, scheduling
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.kernel import Draft, Event, Label, Ref
from legalcase.oversight import correspondence, health, limitations, offers
from legalcase.practice import (
    MODEL,
    OFFERS,
    Communicated,
    OfferAccepted,
    OfferLapsed,
    OfferMade,
    OfferWithdrawn,
    ReplyGiven,
    ReplyWaived,
    serve_offer,
)

LAW = Law.bundled()
AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
FIRST, MADE = date(2025, 5, 1), date(2026, 6, 19)
ACCRUED = date(2022, 6, 27)
LAPSED = OfferLapsed(offer_id="o-1", authority="A", happened_on=date(2026, 7, 2))


def after(file: m.CaseFile, *events: Event | Draft, by: str = "clerk") -> m.CaseFile:
    """The case after some events."""
    return file.record(*events, by=by, at=AT)


def opened(number: str | None = "1", case_id: str = "roe") -> m.CaseFile:
    """A case between a client and an opponent; pending if it has a number."""
    file = m.CaseFile.open(
        m.CaseOpened(
            caption="Roe v. Acme",
            number=number,
            court="us/cand",
            proceeding="civil",
            happened_on=FIRST,
        ),
        case_id=case_id,
        by="clerk",
        at=AT,
        model=MODEL,
        ids=numbered(),
    )
    return after(
        file,
        joined("roe", "plaintiff", is_client=True, happened_on=FIRST),
        joined("acme", "defendant", happened_on=FIRST),
    )


def made(kind: str = "plain", offer_id: str = "o-1", **said: Any) -> OfferMade:
    """An offer of the opponent to our client."""
    given: dict[str, Any] = {"by": ("acme",), "to": ("roe",), "happened_on": MADE}
    return OfferMade(offer_id=offer_id, kind=kind, terms="50,000", **{**given, **said})


def told(day: date, about: str = "practice/offer:o-1", **said: Any) -> Communicated:
    """The client is told of the offer."""
    given: dict[str, Any] = {
        "communication_id": f"told-{day}",
        "with_parties": ("roe",),
        "direction": "out",
        "channel": "letter",
    }
    return Communicated(
        subject="Offer",
        about=(Ref.parse(about),),
        happened_on=day,
        **{**given, **said},
    )


def with_deadline(kind: str = "rule-68", method: str = "mail") -> m.CaseFile:
    """An offer that was served, and the deadline that a schedule proposed for it."""
    offer = made(kind, method=method)
    file = after(opened(), *serve_offer(offer, event_id="service"))
    rows = scheduling.schedule(file.case, LAW).new.of_rules("us/frcp/68(a)-accept")
    return after(file, *rows.events(on=MADE, ids=lambda _: "accept"))


# Offers


def test_until_when_an_offer_is_open_says_its_deadline() -> None:
    """By what the law counts from its service; extended, the offer moves with it."""
    file = with_deadline()
    (row,) = offers(file, on=MADE)
    assert (row.due_on, row.safe_on) == (date(2026, 7, 9), date(2026, 7, 9))
    assert row.because == ("deadline:accept",)
    assert row.days_left == 20
    assert str(row.authority) == "Fed. R. Civ. P. 68(d)"
    assert not row.is_ours
    assert row.terms == "50,000"
    later = m.DeadlineExtended(
        deadline_id="accept",
        successor_id="accept-2",
        basis=m.Agreed(due=date(2026, 7, 31), authority="Letter"),
        happened_on=MADE,
    )
    (row,) = offers(after(file, later), on=MADE)
    assert row.safe_on == date(2026, 7, 31)
    assert row.because == ("deadline:accept-2",)
    gone = m.DeadlineVacated(deadline_id="accept", ground="g", happened_on=MADE)
    found = offers(after(file, gone), on=MADE)
    assert found.rows[0].safe_on is None
    assert "nothing says until when" in found.findings[0]


def test_a_service_that_is_no_entry_is_found() -> None:
    """No deadline can run from it."""
    file = after(opened(), made(service="e-1", until_on=date(2026, 7, 1)), told(MADE))
    assert "no entry of the docket" in offers(file, on=MADE).findings[0]
    assert offers(file, on=FIRST).findings == ()


def test_what_an_offer_says_itself_holds() -> None:
    """A date, or a deadline of the case; ours are told apart."""
    terms = m.DeadlineTerms(
        title="Answer", basis=m.Agreed(due=date(2026, 7, 3), authority="Letter")
    )
    file = after(
        opened(),
        m.DeadlineSet(deadline_id="answer", terms=terms, happened_on=FIRST),
        made(until_on=date(2026, 7, 1)),
        made(offer_id="o-2", by=("roe",), to=("acme",), until_deadline="answer"),
    )
    one, two = offers(file, on=MADE)
    assert (one.offer_id, one.safe_on) == ("o-1", date(2026, 7, 1))
    assert (two.offer_id, two.safe_on) == ("o-2", date(2026, 7, 3))
    assert (one.is_ours, two.is_ours) == (False, True)
    assert (one.untold, two.untold) == (("roe",), ())
    text = str(offers(file, on=MADE))
    assert "until" in text
    assert "roe was not told of it" in text
    assert max(map(len, text.splitlines())) <= 80
    assert "<table" in offers(file, on=MADE)._repr_html_()
    assert offers(file, on=MADE).to_rows()[0]["authority"] is None


@pytest.mark.parametrize(
    ("event", "is_told"),
    [
        (told(MADE), True),
        (told(MADE, about="event:service"), True),
        (told(MADE + timedelta(days=2)), False),
        (told(MADE - timedelta(days=1)), False),
        (told(MADE, direction="in"), False),
        (told(MADE, with_parties=("acme",)), False),
        (told(MADE, about="event:other"), False),
    ],
)
def test_a_client_is_told_of_an_offer(event: Communicated, is_told: bool) -> None:
    """By us, of this one, after it was made and by the day that is asked."""
    file = with_deadline()
    other = m.Filed(title="Other", happened_on=MADE)
    file = after(file, Draft(other, event_id="other"), event)
    on = MADE + timedelta(days=1)
    (row,) = offers(file, on=on)
    assert row.untold == (() if is_told else ("roe",))
    found = health(file, on=on).of("offer-untold")
    assert len(found) == (0 if is_told else 1)
    if found:
        assert found[0].evidence == ("practice/offer:o-1", "party:roe")
        assert str(found[0].authority) == "ABA Model Rule 1.4 comment [2]"
        assert found[0].severity == "critical"


def test_an_offer_that_ends_is_found() -> None:
    """Within a week, and once it is over; not before, nor once it was answered."""
    file = after(opened(), made(until_on=date(2026, 7, 1)), told(MADE))
    days = [date(2026, 6, 23), date(2026, 6, 24), date(2026, 7, 1), date(2026, 7, 2)]
    found = [len(health(file, on=day).of("offer-expiring")) for day in days]
    assert found == [0, 1, 1, 1]
    over = offers(file, on=days[-1])
    assert over.rows[0].is_over
    assert "nobody recorded" in over.findings[0]
    taken = OfferAccepted(offer_id="o-1", accepted_by=("roe",), happened_on=days[1])
    done = after(file, taken)
    assert not health(done, on=days[2]).of("offer-expiring")
    assert len(offers(done, on=MADE)) == 1
    assert len(offers(done, on=days[2])) == 0


def test_an_offer_under_part_36_can_be_taken_after_its_time() -> None:
    """So that nothing is wrong with it then."""
    file = after(opened(), made("part-36", until_on=date(2026, 7, 10)), told(MADE))
    found = offers(file, on=date(2026, 7, 20))
    assert found.rows[0].is_over
    assert found.findings == ()


def test_what_an_acceptance_is_worth_is_asked() -> None:
    """Late, after the offer was withdrawn or lapsed, or by some alone."""
    day = date(2026, 7, 2)
    taken = OfferAccepted(offer_id="o-1", accepted_by=("roe",), happened_on=day)
    both: dict[str, Any] = {"to": ("roe", "acme-2"), "by": ("acme",)}
    for events, word in (
        ((made(until_on=date(2026, 7, 1)), taken), "after 2026-07-01"),
        (
            (made(), OfferWithdrawn(offer_id="o-1", happened_on=MADE), taken),
            "after it had been withdrawn",
        ),
        (
            (
                made(),
                OfferLapsed(offer_id="o-1", authority="A", happened_on=day),
                taken,
            ),
            "after it had lapsed",
        ),
        (
            (joined("acme-2", "plaintiff", happened_on=FIRST), made(**both), taken),
            "acme-2 as well",
        ),
    ):
        found = offers(after(opened(), *events), on=day).findings
        assert len(found) == 1, word
        assert word in found[0]
    fine = after(opened(), made(until_on=day), taken)
    assert offers(fine, on=day).findings == ()


def test_offers_are_the_business_of_the_firm() -> None:
    """And what only the owner may see is there by its id."""
    file = after(opened(), made(label=Label(audience="owner")))
    (row,) = offers(file, on=MADE)
    assert row.terms is None
    assert offers(file, on=MADE, audience="owner").rows[0].terms == "50,000"
    for audience in ("public", "court", "party", "client"):
        with pytest.raises(InvalidValueError, match="business of the firm"):
            offers(file, on=MADE, audience=audience)
    bare = m.CaseFile.open(
        m.CaseOpened(caption="C", happened_on=FIRST), case_id="c", by="k", at=AT
    )
    with pytest.raises(InvalidTypeError):
        offers(bare, on=MADE)
    assert not health(bare, on=MADE).of("offer-untold")


# Letters


def letter(name: str, day: date, direction: str = "out", **said: Any) -> Communicated:
    """A letter to the opponent, or from it."""
    given: dict[str, Any] = {"with_parties": ("acme",), "channel": "letter"}
    return Communicated(
        communication_id=name,
        direction=direction,
        subject=f"About {name}",
        happened_on=day,
        **{**given, **said},
    )


def _letters() -> m.CaseFile:
    day = date(2026, 6, 1)
    return after(
        opened(),
        m.DocumentReceived(
            document_id="d-1", kind="letter", title="Letter", happened_on=day
        ),
        m.DocumentReceived(
            document_id="lone", kind="letter", title="Lone", happened_on=day
        ),
        m.DocumentReceived(
            document_id="memo", kind="memorandum", title="Memo", happened_on=day
        ),
        letter("b", date(2026, 6, 3), "in", in_document="d-1"),
        letter("a", date(2026, 6, 2), reply_by=date(2026, 6, 10)),
        letter("c", date(2026, 6, 8), with_parties=("roe", "acme")),
        letter(
            "e",
            date(2026, 6, 9),
            "in",
            with_parties=(),
            with_others=("The clerk",),
            channel="e-mail",
            reply_by=date(2026, 6, 20),
        ),
        letter("call", date(2026, 6, 9), channel="telephone"),
        ReplyGiven(
            communication_id="a", by_communication="b", happened_on=date(2026, 6, 3)
        ),
    )


def test_letters_stand_by_counterpart_and_in_order() -> None:
    """By day, not by the log; one to several stands under each; a call under none."""
    found = correspondence(_letters(), on=date(2026, 6, 30))
    assert [(one.counterpart, one.number, one.communication_id) for one in found] == [
        ("The clerk", 1, "e"),
        ("acme", 1, "a"),
        ("acme", 2, "b"),
        ("acme", 3, "c"),
        ("roe", 1, "c"),
    ]
    assert found.counterparts == ("The clerk", "acme", "roe")
    answer = found.rows[2]
    assert (answer.reply_to, answer.document) == (("a",), "d-1")
    assert found.rows[1].replied_by == "b"
    assert [one.communication_id for one in found.unanswered] == ["e"]
    owed = found.unanswered[0]
    assert (owed.owed_by, owed.owed_since, owed.is_over) == (
        "us",
        date(2026, 6, 9),
        True,
    )
    assert found.unplaced == ("lone",)
    assert len(found.findings) == 2
    assert "owed by us by 2026-06-20" in " ".join(str(found).split())
    assert "<table" in found._repr_html_()
    assert found.to_rows()[1]["replied_by"] == "b"


def test_letters_are_as_they_were_on_a_day() -> None:
    """Before the answer came, it was owed by the other side."""
    found = correspondence(_letters(), on=date(2026, 6, 2))
    (row,) = found.unanswered
    assert (row.owed_by, row.due_on, row.is_over) == (
        "acme",
        date(2026, 6, 10),
        False,
    )
    waived = ReplyWaived(
        communication_id="e", ground="g", happened_on=date(2026, 6, 25)
    )
    file = after(_letters(), waived)
    assert correspondence(file, on=date(2026, 6, 24)).unanswered
    assert not correspondence(file, on=date(2026, 6, 25)).unanswered


def test_letters_with_one_party() -> None:
    """Numbered as in the whole register; nobody else's is counted as unplaced."""
    found = correspondence(_letters(), on=date(2026, 6, 30), with_party="roe")
    assert [(one.counterpart, one.number) for one in found] == [("roe", 1)]
    assert found.unplaced == ()
    with pytest.raises(UnknownNameError):
        correspondence(_letters(), on=date(2026, 6, 30), with_party="nobody")
    with pytest.raises(InvalidValueError, match="business of the firm"):
        correspondence(_letters(), on=date(2026, 6, 30), audience="client")


def test_whom_only_the_owner_may_know_is_another() -> None:
    """Nor what it was about; by its id it is there."""
    secret = letter(
        "s",
        FIRST,
        with_parties=(),
        with_others=("An informant",),
        label=Label(audience="owner"),
    )
    file = after(opened(), secret)
    (row,) = correspondence(file, on=FIRST)
    assert (row.counterpart, row.subject) == ("others", None)
    (row,) = correspondence(file, on=FIRST, audience="owner")
    assert (row.counterpart, row.subject) == ("An informant", "About s")


# Limitation


def claim(claim_id: str = "count-1", **said: Any) -> m.ClaimStated:
    """A claim of our client."""
    given: dict[str, Any] = {
        "by": ("roe",),
        "against": ("acme",),
        "happened_on": FIRST,
    }
    return m.ClaimStated(claim_id=claim_id, theory="t", **{**given, **said})


def bar(
    name: str = "bar", of_claim: str | None = "count-1", **said: Any
) -> m.DeadlineSet:
    """Four years from accrual, as a deadline of the kind limitation."""
    anchors = (
        () if of_claim is None else (m.Anchor("claim-accrued", Ref("claim", of_claim)),)
    )
    basis = m.Computed(
        computation=compute(
            "4 years", after=ACCRUED, under="us/frcp", service_extension="none"
        ),
        anchors=anchors,
        authority="28 U.S.C. § 1658(a)",
    )
    terms = m.DeadlineTerms(
        title="File", basis=basis, kind="limitation", critical=True, **said
    )
    return m.DeadlineSet(deadline_id=name, terms=terms, happened_on=FIRST)


def confirmed(name: str = "bar") -> m.DeadlineConfirmed:
    """A second person stands by it."""
    return m.DeadlineConfirmed(
        deadline_id=name, confirmed_by="A. Partner", happened_on=FIRST
    )


def test_a_claim_without_a_date_is_found() -> None:
    """And a matter before filing in which none is stated."""
    for file, severity in (
        (after(opened(None), claim()), "critical"),
        (opened(None), "warning"),
    ):
        watch = limitations([file], on=FIRST)
        assert [row.state for row in watch] == ["missing"]
        assert "no limitation date" in watch.findings[0]
        (found,) = health(file, on=FIRST).of("limitation-missing")
        assert str(found.authority) == "ABA Model Rule 1.3 comment [3]"
        assert found.severity == severity
    assert not limitations([opened()], on=FIRST)
    assert not health(opened(), on=FIRST).of("limitation-missing")


def test_a_matter_that_others_bring_has_no_row() -> None:
    """Against our client, criminal, or with a paper on its docket already."""
    file = m.CaseFile.open(
        m.CaseOpened(caption="C", proceeding="civil", happened_on=FIRST),
        case_id="c",
        by="clerk",
        at=AT,
        model=MODEL,
        ids=numbered(),
    )
    assert not limitations([file], on=FIRST)
    sued = joined("roe", "defendant", is_client=True, happened_on=FIRST)
    assert not limitations([after(file, sued)], on=FIRST)
    suing = joined("roe", "plaintiff", is_client=True, happened_on=FIRST)
    assert [row.by for row in limitations([after(file, suing)], on=FIRST)] == [("roe",)]
    paper = m.Served(title="Summons", happened_on=FIRST)
    assert not limitations([after(file, suing, paper)], on=FIRST)


@pytest.mark.parametrize(
    ("left", "band", "severity"),
    [
        (200, None, None),
        (180, 180, None),
        (90, 90, "warning"),
        (30, 30, "critical"),
        (0, 30, "critical"),
        (-1, None, "critical"),
    ],
)
def test_the_days_that_are_left(
    left: int, band: int | None, severity: str | None
) -> None:
    """From the safe date: 27 June 2026 is a Saturday, the Monday is due."""
    last = date(2026, 6, 29)
    file = after(opened(None), claim(), bar(), confirmed())
    on = last - timedelta(days=left)
    (row,) = limitations([file], on=on)
    assert (row.safe_on, row.days_left, row.band) == (last, left, band)
    assert row.state == ("over" if left < 0 else "running")
    found = health(file, on=on).of("limitation-near")
    assert [one.severity for one in found] == ([severity] if severity else [])
    assert not health(file, on=on).of("limitation-unconfirmed")
    assert row.stand_by == ("clerk", "A. Partner")


def test_two_people_stand_by_it() -> None:
    """One is not enough."""
    file = after(opened(None), claim(), bar())
    (row,) = limitations([file], on=FIRST)
    assert not row.is_confirmed
    assert health(file, on=FIRST).of("limitation-unconfirmed")
    assert "nobody yet" in str(limitations([file], on=FIRST))
    done = after(file, confirmed())
    assert not health(done, on=FIRST).of("limitation-unconfirmed")


def test_each_claim_has_its_own_date() -> None:
    """From the claim from which it runs; one that serves several says so."""
    file = after(opened(None), claim(), claim("count-2"), bar())
    rows = {row.claim_id: row for row in limitations([file], on=FIRST)}
    assert rows["count-1"].ref == "deadline:bar"
    assert rows["count-2"].state == "missing"
    shared = after(file, bar("any", of_claim=None, owed_by=("roe",)))
    watch = limitations([shared], on=FIRST)
    refs = {(row.claim_id, row.ref) for row in watch}
    assert refs == {("count-1", "deadline:bar"), ("count-2", "deadline:any")}
    both = after(opened(None), claim(), claim("count-2"), bar("any", of_claim=None))
    assert all(row.is_shared for row in limitations([both], on=FIRST))
    assert "which is it?" in " ".join(limitations([both], on=FIRST).findings)
    theirs = after(
        opened(None), claim(), bar("theirs", of_claim=None, owed_by=("acme",))
    )
    assert [row.state for row in limitations([theirs], on=FIRST)] == ["missing"]


def test_claims_of_others_are_counted_apart() -> None:
    """Their time is theirs."""
    counter = claim("counter", by=("acme",), against=("roe",), kind="counterclaim")
    watch = limitations([after(opened(None), counter)], on=FIRST)
    assert (len(watch), watch.of_others) == (0, 1)


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 6, 29), "filed"), (date(2026, 6, 30), "filed-late")],
)
def test_what_was_filed_is_met_or_late(day: date, state: str) -> None:
    """By its own pleading, or by the complaint."""
    paper = m.Filed(
        title="Complaint",
        triggers=("complaint-filed",),
        by=("roe",),
        happened_on=day,
    )
    file = after(opened(None), claim(), bar(), Draft(paper, event_id="complaint"))
    (row,) = limitations([file], on=date(2026, 8, 3))
    assert (row.state, row.filed_on, row.filed_by) == (state, day, "complaint")
    assert row.days_left is None
    assert row.is_filed
    for code in ("missing", "near", "unconfirmed"):
        assert not health(file, on=date(2026, 8, 3)).of(f"limitation-{code}")
    assert bool(limitations([file], on=date(2026, 8, 3)).findings) == (
        state == "filed-late"
    )
    (before,) = limitations([file], on=day - timedelta(days=1))
    assert not before.is_filed


def test_a_pending_claim_without_an_entry_is_filed_nobody_knows_when() -> None:
    """That is found where it has a date; a counterclaim is filed by its pleading."""
    watch = limitations([after(opened(), claim(), bar())], on=FIRST)
    assert [row.state for row in watch] == ["filed-undated"]
    assert "no entry says when" in watch.findings[0]
    assert limitations([after(opened(), claim())], on=FIRST).findings == ()
    counter = claim(kind="counterclaim")
    assert [row.state for row in limitations([after(opened(), counter)], on=FIRST)] == [
        "missing"
    ]


def test_a_clock_is_read_with_the_law() -> None:
    """It has a date, and nobody stands by a clock; without the law it is named."""
    started = m.ClockStarted(
        clock_id="four-years",
        rule="us/28-usc/1658(a)",
        of="roe",
        starts=(m.ClockEvent(event="claim-accrued", on=ACCRUED),),
        happened_on=FIRST,
    )
    file = after(opened(None), claim(), started)
    (row,) = limitations([file], on=FIRST, law=LAW)
    assert (row.ref, row.rule) == ("clock:four-years", "us/28-usc/1658(a)")
    assert row.safe_on == date(2026, 6, 27)
    assert (
        "set its day"
        in health(file, on=FIRST, law=LAW).of("limitation-unconfirmed")[0].text
    )
    bare = limitations([file], on=FIRST)
    assert bare.unread == ("roe: clock:four-years",)
    assert "pass law=" in bare.findings[-1]
    assert not health(file, on=FIRST).of("limitation-missing")
    other = after(file, bar("bar", of_claim=None, owed_by=("roe",)))
    assert not any(row.agrees for row in limitations([other], on=FIRST, law=LAW))


def test_the_most_urgent_stand_first() -> None:
    """Over, then what has no date, then by the days left; what was filed is last."""
    over = after(opened(None, "over"), claim(), bar(), confirmed())
    missing = opened(None, "missing")
    filed = after(opened("7", "filed"), claim())
    later = after(opened(None, "later"), claim(), bar(), confirmed())
    later = after(
        later,
        m.DeadlineExtended(
            deadline_id="bar",
            successor_id="bar-2",
            basis=m.Agreed(due=date(2026, 9, 1), authority="tolling agreement"),
            happened_on=FIRST,
        ),
    )
    watch = limitations([filed, later, missing, over], on=date(2026, 7, 1))
    assert [row.case_id for row in watch] == ["over", "missing", "later", "filed"]
    assert [row.case_id for row in watch.within(100)] == ["over", "later"]
    text = str(watch)
    assert text.splitlines()[0].startswith("Limitation on Wed 2026-07-01: 4 dates")
    assert "<table" in watch._repr_html_()
    assert watch.to_rows()[0]["state"] == "over"


@pytest.mark.parametrize("bands", [(), (30, 30), (90, 30), (0,), [30], ("30",)])
def test_bands_are_days_that_grow(bands: Any) -> None:
    """Anything else is refused."""
    with pytest.raises(InvalidValueError, match="bands needs"):
        limitations([opened()], on=FIRST, bands=bands)


# Where readings differ, and where nothing can be said


def _on_a_reading() -> m.Computed:
    """Due 20 August 2010 as adopted, and a day before on another reading."""
    found = compute(
        "16 court days",
        before=date(2010, 9, 15),
        under="us-ca/ccp",
        service="overnight",
    )
    assert (found.due, found.safe) == (date(2010, 8, 20), date(2010, 8, 19))
    return m.Computed(computation=found, authority="A")


def test_in_time_on_some_readings_alone() -> None:
    """An acceptance, and a filing: neither is said to be late, nor to be in time."""
    day, early = date(2010, 8, 20), date(2010, 7, 1)
    terms = m.DeadlineTerms(
        title="T", basis=_on_a_reading(), kind="limitation", owed_by=("roe",)
    )
    file = after(
        opened(None),
        claim(happened_on=early),
        m.DeadlineSet(deadline_id="d", terms=terms, happened_on=FIRST),
        made(happened_on=early, until_deadline="d"),
        OfferAccepted(offer_id="o-1", accepted_by=("roe",), happened_on=day),
        m.Filed(
            title="Complaint",
            triggers=("complaint-filed",),
            by=("roe",),
            happened_on=day,
        ),
    )
    assert "some readings alone" in offers(file, on=FIRST).findings[0]
    (row,) = limitations([file], on=FIRST)
    assert row.state == "filed-on-a-reading"
    assert row.questions
    assert "2010-08-19 on every reading" in next(row.wrong())


def test_an_offer_with_two_dates_shows_both() -> None:
    """The safe one first: that on which it can be accepted on every reading."""
    terms = m.DeadlineTerms(title="T", basis=_on_a_reading())
    file = after(
        opened(),
        m.DeadlineSet(deadline_id="d", terms=terms, happened_on=FIRST),
        made(happened_on=date(2010, 7, 1), until_deadline="d"),
    )
    found = offers(file, on=date(2010, 8, 2))
    assert (found.rows[0].safe_on, found.rows[0].due_on) == (
        date(2010, 8, 19),
        date(2010, 8, 20),
    )
    text = str(found)
    assert "Thu 2010-08-19 (or" in text
    assert "2010-08-20)" in text


def test_what_stands_still_has_no_date() -> None:
    """That is found by itself, and by the check."""
    stayed = m.DeadlineStayed(deadline_id="bar", ground="g", happened_on=FIRST)
    file = after(opened(None), claim(), bar(), confirmed(), stayed)
    (row,) = limitations([file], on=FIRST)
    assert (row.state, row.days_left) == ("no-date", None)
    assert "while it stands still" in limitations([file], on=FIRST).findings[0]
    (found,) = health(file, on=FIRST).of("limitation-near")
    assert "stands still" in found.text


def test_without_the_room_of_letters_nobody_can_say_who_was_told() -> None:
    """Said, and no client is called untold."""
    model = m.Model.core().with_facets(OFFERS)
    file = m.CaseFile.open(
        m.CaseOpened(caption="C", happened_on=FIRST),
        case_id="c",
        by="clerk",
        at=AT,
        model=model,
        ids=numbered(),
    )
    file = after(
        file,
        joined("roe", "plaintiff", is_client=True, happened_on=FIRST),
        joined("acme", "defendant", happened_on=FIRST),
        made(until_on=date(2026, 7, 1)),
    )
    found = offers(file, on=MADE)
    assert found.rows[0].untold is None
    assert "cannot be read" in found.findings[0]
    assert not health(file, on=MADE).of("offer-untold")
