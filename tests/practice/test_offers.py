"""Offers to settle: what is recorded of them, and the deadlines that run from them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from case_files import DAY, NOON, joined, numbered
from legalcase import Law, scheduling
from legalcase.errors import (
    ConflictingInputError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
)
from legalcase.ical import to_ical
from legalcase.interop import to_rows
from legalcase.kernel import Draft, Event, Label, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    ClaimStated,
    HearingSet,
    JudgmentEntered,
    Served,
)
from legalcase.oversight import agenda, health
from legalcase.practice import (
    MODEL,
    OFFERS,
    OfferAccepted,
    OfferChanged,
    OfferCompared,
    OfferCountered,
    OfferLapsed,
    OfferMade,
    OfferRejected,
    OfferReleased,
    OfferWithdrawn,
    serve_acceptance,
    serve_offer,
)
from legalcase.practice.settlement.offers.handlers import OFFER_CYCLE
from legalcase.practice.settlement.offers.kinds import KINDS, TRIGGERS

LAW = Law.bundled()
AT = datetime(2026, 7, 1, 17, tzinfo=UTC)
NEXT = DAY + timedelta(days=1)
CASES = json.loads(Path(__file__).with_name("offers.json").read_text(encoding="utf-8"))


def opened(court: str = "us/cand") -> CaseFile:
    """A civil case between a client and an opponent."""
    file = CaseFile.open(
        CaseOpened(
            caption="Roe v. Acme",
            number="1",
            court=court,
            proceeding="civil",
            happened_on=date(2015, 1, 5),
        ),
        case_id="roe",
        by="clerk",
        at=NOON,
        model=MODEL,
        ids=numbered(),
    )
    since = date(2015, 1, 5)
    return after(
        file,
        joined("roe", "plaintiff", is_client=True, happened_on=since),
        joined("acme", "defendant", happened_on=since),
    )


def after(file: CaseFile, *events: Event | Draft) -> CaseFile:
    """The case after some events."""
    return file.record(*events, by="clerk", at=AT)


def made(kind: str = "plain", offer_id: str = "o-1", **said: Any) -> OfferMade:
    """An offer of the opponent to our client."""
    given: dict[str, Any] = {"by": ("acme",), "to": ("roe",), "happened_on": DAY}
    return OfferMade(offer_id=offer_id, kind=kind, terms="50,000", **{**given, **said})


def stands(*events: Event) -> Any:
    """The offer after some events."""
    return after(opened(), *events).case[OFFERS]["o-1"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["source"][:60])
def test_a_worked_case(case: dict[str, Any]) -> None:
    """From the offer and its service alone: by when it is accepted, and who may."""
    offer = made(
        case["kind"],
        method=case.get("method"),
        happened_on=date.fromisoformat(case["served"]),
    )
    file = after(opened(case["court"]), *serve_offer(offer, event_id="service"))
    if "trial" in case:
        at = datetime.fromisoformat(case["trial"]).replace(tzinfo=UTC)
        trial = HearingSet(
            hearing_id="trial",
            title="Trial",
            kind="trial-jury",
            triggers=("trial",),
            hearing_at=at + timedelta(hours=17),
            happened_on=offer.happened_on,
        )
        file = after(file, trial)
    found = [
        row
        for row in scheduling.schedule(file.case, LAW, facts=case.get("facts"))
        if row.rule == case["rule"]
    ]
    assert [row.owed_by for row in found] == [("roe",)]
    assert found[0].due == date.fromisoformat(case["due"])
    assert found[0].safe == date.fromisoformat(case.get("safe", case["due"]))
    assert [str(one.of) for one in found[0].anchors if one.trigger != "trial"] == [
        "event:service"
    ]


def _rows(file: CaseFile, audience: str) -> str:
    tables = ("cases", "parties", "events", "hearings", "deadlines")
    return repr([to_rows(file, one, audience=audience) for one in tables]).lower()


def test_from_offer_to_acceptance_without_a_hand_between() -> None:
    """Served, scheduled, set, accepted, met; and no public calendar tells of it."""
    offer = made("rule-68", method="electronic")
    file = after(opened(), *serve_offer(offer, event_id="service"))
    rows = scheduling.schedule(file.case, LAW).new.of_rules("us/frcp/68(a)-accept")
    file = after(file, *rows.events(on=DAY, owner="lead"))
    (deadline,) = file.case.deadlines
    assert deadline.terms.met_by == ("offer-accepted",)
    assert deadline.label == Label(audience="client", ground="settlement")
    for audience in ("public", "court", "party"):
        feed = to_ical(file.case, name="n", audience=audience, detail="full").decode()
        assert "offer" not in feed.lower(), audience
        assert "68(" not in feed + _rows(file, audience), audience
        assert "offer" not in _rows(file, audience), audience
        listed = agenda([file], between=(DAY, AT.date()), audience=audience)
        assert "offer" not in str(listed).lower(), audience
    assert "accept an offer of judgment" in _rows(file, "client")
    assert "offer to settle" in _rows(file, "client")
    assert "offer of judgment" in to_ical(
        file.case, name="n", audience="client", detail="full"
    ).decode().replace("\r\n ", "")
    taken = serve_acceptance(
        OfferAccepted(offer_id="o-1", accepted_by=("roe",), happened_on=NEXT),
        file.case[OFFERS]["o-1"],
        event_id="notice",
    )
    file = after(file, *taken)
    assert file.case.docket["notice"].about == ("event:service",)
    assert file.case[OFFERS]["o-1"].accepted_service == "notice"
    (row,) = [
        row
        for row in scheduling.schedule(file.case, LAW)
        if row.rule == "us/frcp/68(a)-accept"
    ]
    assert row.state == "met"
    assert row.done is not None
    assert row.done.of == Ref("event", "notice")


@pytest.mark.parametrize(
    ("court", "trigger", "rule", "due", "owed_by"),
    [
        ("us/cand", "trial", "us/frcp/68(a)-offer", date(2026, 7, 2), ("acme",)),
        (
            "us/cand",
            "extent-of-liability-hearing",
            "us/frcp/68(c)",
            date(2026, 7, 2),
            ("acme",),
        ),
        ("us-ca/lasc", "trial", "us-ca/ccp/998(b)-offer", date(2026, 7, 7), ("roe",)),
    ],
)
def test_by_when_an_offer_can_be_made(
    court: str, trigger: str, rule: str, due: date, owed_by: tuple[str, ...]
) -> None:
    """From the trial, or the hearing on the extent of a liability, of 17 July 2026."""
    claim = ClaimStated(
        claim_id="c", by=("roe",), against=("acme",), theory="t", happened_on=DAY
    )
    hearing = HearingSet(
        hearing_id="h",
        title="Trial",
        triggers=(trigger,),
        hearing_at=datetime(2026, 7, 17, 17, tzinfo=UTC),
        happened_on=DAY,
    )
    file = after(opened(court), claim, hearing)
    rows = [
        row
        for row in scheduling.schedule(file.case, LAW, for_=owed_by)
        if row.rule == rule
    ]
    assert [(row.owed_by, row.due) for row in rows] == [(owed_by, due)]


def test_an_offer_under_no_rule_starts_no_time() -> None:
    """It has no entry on the docket."""
    (draft,) = serve_offer(made("calderbank"), event_id="service")
    assert draft.event == made("calderbank")
    assert set(TRIGGERS) < set(KINDS)


REJECTED = OfferRejected(offer_id="o-1", rejected_by=("roe",), happened_on=NEXT)
ACCEPTED = OfferAccepted(offer_id="o-1", accepted_by=("roe",), happened_on=NEXT)
LAPSED = OfferLapsed(offer_id="o-1", authority="A", happened_on=NEXT)
WITHDRAWN = OfferWithdrawn(offer_id="o-1", happened_on=NEXT)
CHANGED = OfferChanged(offer_id="o-1", terms="60,000", happened_on=NEXT)


@pytest.mark.parametrize(
    ("events", "state", "is_open"),
    [
        ((), "open", True),
        ((REJECTED,), "rejected", False),
        ((WITHDRAWN,), "withdrawn", False),
        ((LAPSED,), "lapsed", False),
        ((ACCEPTED,), "accepted", False),
        ((REJECTED, CHANGED), "open", True),
    ],
)
def test_where_it_stands(events: tuple[Event, ...], state: str, is_open: bool) -> None:
    """And it stood open before."""
    offer = stands(made(), *events)
    assert offer.state == state
    assert offer.is_open is is_open
    assert offer.is_open_on(DAY) is True
    assert offer.state_on(DAY - timedelta(days=1)) is None
    assert offer.is_open_on(NEXT) is is_open


@pytest.mark.parametrize("kind", KINDS)
def test_a_counteroffer_ends_an_offer_under_no_rule_alone(kind: str) -> None:
    """Poster v. Southern Cal. Rapid Transit Dist., of one under section 998."""
    other = made(offer_id="o-2", by=("roe",), to=("acme",))
    offer = stands(
        made(kind),
        other,
        OfferCountered(offer_id="o-1", by_offer="o-2", happened_on=NEXT),
    )
    assert offer.state == "countered"
    assert offer.countered_by == "o-2"
    assert offer.is_open is (kind in TRIGGERS)


def test_what_came_late_is_recorded() -> None:
    """After it lapsed, and after it was withdrawn; but nothing after it was taken."""
    late = OfferAccepted(offer_id="o-1", accepted_by=("roe",), happened_on=NEXT)
    for end in (
        OfferLapsed(offer_id="o-1", authority="A", happened_on=NEXT),
        OfferWithdrawn(offer_id="o-1", happened_on=NEXT),
    ):
        file = after(opened(), made(), end, late)
        assert file.case[OFFERS]["o-1"].state == "accepted"
        for event in (end, late):
            with pytest.raises(IllegalTransitionError):
                after(file, event)


def test_only_those_who_received_it_answer_it() -> None:
    """Neither whoever made it, nor by an offer of others."""
    file = after(opened(), joined("poe", "defendant"), made())
    for wrong in (
        OfferAccepted(offer_id="o-1", accepted_by=("acme",), happened_on=NEXT),
        OfferRejected(offer_id="o-1", rejected_by=("roe", "poe"), happened_on=NEXT),
        OfferCountered(offer_id="o-1", by_offer="o-1", happened_on=NEXT),
    ):
        with pytest.raises(InvalidValueError, match=r"\bName\b"):
            after(file, wrong)
    with pytest.raises(InvalidValueError, match="before what it follows"):
        after(file, OfferWithdrawn(offer_id="o-1", happened_on=date(2020, 1, 1)))


def test_an_offer_has_two_sides_and_one_end() -> None:
    """Named, not guessed."""
    with pytest.raises(InvalidValueError, match="to itself"):
        made(by=("roe", "acme"))
    with pytest.raises(InvalidValueError, match="would be open until"):
        made(until_on=DAY - timedelta(days=1))
    with pytest.raises(ConflictingInputError, match="until a deadline"):
        made(until_on=NEXT, until_deadline="d")
    with pytest.raises(ConflictingInputError, match="until a deadline"):
        OfferChanged(
            offer_id="o",
            terms="t",
            until_on=NEXT,
            until_deadline="d",
            happened_on=DAY,
        )
    with pytest.raises(InvalidValueError):
        made("rule-69")
    wrong: Any = "o-1"
    with pytest.raises(InvalidTypeError, match="OfferMade"):
        serve_offer(wrong, event_id="s")
    with pytest.raises(InvalidTypeError, match=r"case\[OFFERS\]"):
        serve_acceptance(wrong, wrong, event_id="s")


def test_after_the_judgment() -> None:
    """It was compared, and with what; the court sees it once somebody says so."""
    file = after(
        opened(),
        made("rule-68"),
        Draft(JudgmentEntered(title="Judgment", happened_on=NEXT), event_id="judgment"),
        OfferCompared(
            offer_id="o-1",
            judgment="judgment",
            result="not-beaten",
            compared_by="the court",
            consequence="costs incurred after the offer was made",
            authority="Fed. R. Civ. P. 68(d)",
            happened_on=NEXT,
        ),
    )
    offer = file.case[OFFERS]["o-1"]
    assert (offer.compared, offer.judgment) == ("not-beaten", "judgment")
    assert offer.state == "open"
    assert not offer.label.admits("court")
    released = OfferReleased(
        offer_id="o-1",
        because=Ref("event", "judgment"),
        authority="Fed. R. Civ. P. 68(b)",
        happened_on=NEXT,
    )
    seen = after(file, released).case[OFFERS]["o-1"]
    assert seen.label.admits("court")
    assert not seen.label.admits("public")
    assert seen.released_on == NEXT
    with pytest.raises(InvalidValueError, match="opens no offer"):
        OfferReleased(
            offer_id="o-1",
            because=Ref("hearing", "trial"),
            authority="A",
            happened_on=NEXT,
        )
    kept = after(file, Draft(released, label=Label(audience="owner")))
    assert not kept.case[OFFERS]["o-1"].label.admits("court")


def test_an_offer_is_not_opened_by_its_own_service() -> None:
    """By the judgment, or by what the parties agreed."""
    label = Label(audience="client", ground="settlement")
    file = after(opened(), _by_hand(label), made("rule-68", service="service"))
    with pytest.raises(InvalidValueError, match="opens it to nobody"):
        after(
            file,
            OfferReleased(
                offer_id="o-1",
                because=Ref("event", "service"),
                authority="Fed. R. Civ. P. 68(b)",
                happened_on=NEXT,
            ),
        )


def _by_hand(label: Label | None) -> Draft:
    """The service of an offer of judgment, as somebody enters any other paper."""
    served = Served(
        title="Offer of judgment",
        triggers=("offer-of-judgment-served",),
        by=("acme",),
        on=("roe",),
        label=label,
        happened_on=DAY,
    )
    return Draft(served, event_id="service")


def test_a_service_shows_no_more_than_its_offer() -> None:
    """The deadline to accept bears its label: the court's feed would have it."""
    offer = made("rule-68", service="service")
    for shown in (None, Label(audience="court"), Label(audience="party")):
        with pytest.raises(InvalidValueError, match="Record both with serve_offer"):
            after(opened(), _by_hand(shown), offer)
    kept = Label(audience="client", ground="settlement")
    file = after(opened(), _by_hand(kept), offer)
    assert file.case[OFFERS]["o-1"].service == "service"
    other = Draft(_by_hand(None).event, event_id="other")
    change = OfferChanged(
        offer_id="o-1", terms="60,000", service="other", happened_on=DAY
    )
    with pytest.raises(InvalidValueError, match="'other', by which the offer"):
        after(file, other, change)


def test_health_finds_an_offer_that_is_shown() -> None:
    """Entered by hand without an offer, or opened by a correction."""
    by_hand = after(opened(), _by_hand(None))
    (found,) = health(by_hand, on=DAY).of("offer-shown")
    assert (found.severity, found.evidence) == ("critical", ("event:service",))
    file = after(
        opened(), *serve_offer(made("rule-68", method="mail"), event_id="service")
    )
    assert not health(file, on=DAY).of("offer-shown")
    opened_up = file.correct("service", label=None, ground="typo", by="clerk", at=AT)
    assert health(opened_up, on=DAY).of("offer-shown")
    # What was accepted is filed with the court (Rule 68(a)).
    taken = OfferAccepted(offer_id="o-1", accepted_by=("roe",), happened_on=NEXT)
    assert not health(after(opened_up, taken), on=NEXT).of("offer-shown")


def test_a_label_that_ends_opens_nothing() -> None:
    """Nobody knows beforehand on what day the case will be decided."""
    label = Label(audience="client", until=NEXT)
    assert not stands(made(label=label)).label.admits("court", on=date(2030, 1, 1))


def test_the_table_leaves_no_place_without_a_way_in() -> None:
    """Accepted is the end; and every event of the table has a row of the room."""
    assert OFFER_CYCLE.possible("accepted") == ()
    kinds = {row.event for row in OFFERS.rows}
    assert {move.event for move in OFFER_CYCLE.moves} <= kinds
