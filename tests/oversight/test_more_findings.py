"""Open questions, services without proof, odd facts, and who confirmed for whom."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from case_samples import CANARY
from legalcase.kernel import Draft, Ref
from legalcase.oversight import health
from one_case import DAY, NOON, deadline_set, file_of

LAW = lc.Law.bundled()
ON: dict[str, Any] = {"happened_on": DAY}


def found(file: m.CaseFile, code: str, *, on: date = DAY, law: Any = None) -> Any:
    """The findings of a code; none of them says what people wrote."""
    findings = health(file, on=on, law=law)
    assert CANARY not in str(findings) + findings._repr_html_()
    return findings.of(code)


def civil(*events: Any, court: str | None = "us/cand", opened: date = DAY) -> Any:
    """A civil case of Roe against Acme, our client."""
    first = m.CaseOpened(
        caption=f"Roe v. Acme {CANARY}",
        court=court,
        number="1",
        proceeding="civil",
        happened_on=opened,
    )
    file = m.CaseFile.open(first, case_id="roe", by="clerk", at=NOON)
    for name, role in (("roe", "plaintiff"), ("acme", "defendant")):
        party = m.PartyJoined(
            party_id=name,
            name=f"{name} {CANARY}",
            roles=(role,),
            is_client=name == "acme",
            **ON,
        )
        file = file.record(party, by="clerk", at=NOON)
    return file.record(*events, by="clerk", at=NOON)


def served(word: str = "summons-served", on: date = DAY, **said: Any) -> Draft:
    """A paper served on our client."""
    given = {"method": "personal", "by": ("roe",), "on": ("acme",), **said}
    event = m.Served(title=f"Paper {CANARY}", triggers=(word,), happened_on=on, **given)
    return Draft(event, event_id="service")


def notice(on: date) -> Draft:
    """A notice to pay or quit, served on our client."""
    return served("rent-notice-served", on)


def proof(**said: Any) -> m.ProofOfServiceFiled:
    """A proof of that service."""
    return m.ProofOfServiceFiled(title="Proof", service="service", **ON, **said)


# What a schedule cannot say.


def test_a_fact_that_decides_and_was_not_given_is_found() -> None:
    """Each question once, with the rule's authority and the date that holds until."""
    file = civil(served())
    rows = [
        (row.rule, asked)
        for row in lc.schedule(file, LAW, on=DAY)
        if row.state in ("new", "set", "pending", "question")
        for asked in row.questions
    ]
    assert rows
    findings = found(file, "schedule-question", law=LAW)
    assert len(findings) == len(rows)
    for rule, asked in rows:
        assert any(
            one.text.startswith(f"{rule} for ") and asked in one.text
            for one in findings
        )
    assert all(one.authority is not None for one in findings)
    assert all("event:service" in one.evidence for one in findings)
    assert found(file, "schedule-question") == ()


def test_a_question_that_was_answered_is_none() -> None:
    """The fact is established, and the question is gone."""
    file = civil(served())
    asked = {fact for row in lc.schedule(file, LAW, on=DAY) for fact in _asks(row)}
    before = found(file, "schedule-question", law=LAW)
    for fact in sorted(asked):
        answer = LAW.answers(fact)[0]
        event = m.FactEstablished(fact=fact, answer=answer, **ON)
        file = file.record(event, by="clerk", at=NOON)
    after = found(file, "schedule-question", law=LAW)
    assert asked
    assert len(after) < len(before)


def _asks(row: Any) -> set[str]:
    return {one.asks for one in row.law.disputes if one.asks in LAW.words("fact")}


def test_a_court_that_is_not_entered_is_said() -> None:
    """Its own rules are in no schedule."""
    (one,) = found(civil(court="us-ca/marin"), "court-not-entered", law=LAW)
    assert "us-ca/marin is not entered, nor its calendar and local rules" in one.text
    (one,) = found(civil(court="us-pr/ponce"), "court-not-entered", law=LAW)
    assert "nor any rule of us-pr" in one.text
    assert not found(civil(), "court-not-entered", law=LAW)
    assert not found(civil(court=None), "court-not-entered", law=LAW)


# Services.


def test_process_without_a_proof_is_found() -> None:
    """In a federal court by Rule 4(l)(1), which was read."""
    (one,) = found(civil(served()), "service-unproved")
    assert (one.day, one.evidence) == (DAY, ("event:service", "party:acme"))
    assert one.authority is not None
    assert (one.authority.cite, one.authority.verified) == (
        "Fed. R. Civ. P. 4(l)(1)",
        "text",
    )
    (state,) = found(civil(served(), court="us-ca/lasc"), "service-unproved")
    assert str(state.authority) == "ABA Model Rule 1.3"


@pytest.mark.parametrize(
    "file",
    [
        civil(served(), proof(served_on=DAY)),
        civil(served(method="waiver")),
        civil(served("discovery-request-served")),
        civil(served("complaint-served"), court="de/lg-augsburg"),
        civil(served(), m.ServiceQuashed(entry_id="service", **ON)),
    ],
    ids=["proved", "waived", "no process", "served by the court", "quashed"],
)
def test_what_needs_no_proof_is_not_found(file: m.CaseFile) -> None:
    """Nobody files one there."""
    assert found(file, "service-unproved") == ()


def test_a_proof_for_one_of_two_is_found() -> None:
    """The other is named by its id."""
    file = civil(served(on=DAY, by=(), method="personal"))
    both = file.record(
        Draft(
            m.Served(
                title="S",
                triggers=("summons-served",),
                on=("acme", "roe"),
                **ON,
            ),
            event_id="second",
        ),
        m.ProofOfServiceFiled(title="P", service="second", on=("acme",), **ON),
        by="clerk",
        at=NOON,
    )
    findings = found(both, "service-unproved")
    assert ("event:second", "party:roe") in [one.evidence for one in findings]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"served_on": DAY - timedelta(1)}, "served on 2026-06-02, not on 2026-06-03"),
        ({"method": "mail"}, "by mail, not personal"),
    ],
)
def test_a_proof_that_says_something_else_is_found(
    said: dict[str, Any], text: str
) -> None:
    """One of the two is wrong, and time runs from one of them."""
    (one,) = found(civil(served("motion-served"), proof(**said)), "proof-differs")
    assert text in one.text
    assert not found(civil(served(), proof(method="personal")), "proof-differs")


# Odd facts.


def filed(word: str, on: date) -> m.Filed:
    """A paper that was filed."""
    return m.Filed(title="F", triggers=(word,), happened_on=on)


@pytest.mark.parametrize(
    ("events", "is_odd"),
    [
        ([served(on=DAY - timedelta(1)), filed("complaint-filed", DAY)], True),
        ([served(on=DAY), filed("complaint-filed", DAY)], False),
        # A defendant comes to us after the service.
        ([served(on=DAY - timedelta(20))], False),
        ([served(on=DAY - timedelta(800))], True),
        ([served(on=DAY - timedelta(20)), filed("answer-filed", DAY)], False),
        # The notice on which a suit for possession rests comes before it.
        ([notice(on=DAY - timedelta(20)), filed("complaint-filed", DAY)], False),
        ([notice(on=DAY - timedelta(400)), filed("complaint-filed", DAY)], True),
    ],
)
def test_a_service_before_the_case_began(events: list[Any], *, is_odd: bool) -> None:
    """Recorded, since it can be so; and found, since it mostly is not."""
    findings = found(civil(*events), "odd-service")
    assert bool(findings) is is_odd
    if findings:
        assert findings[0].evidence == ("event:service",)
        assert "look at its year" in findings[0].text


def hearing(at: datetime, **said: Any) -> m.HearingSet:
    """A hearing."""
    return m.HearingSet(
        hearing_id="h", title=f"H {CANARY}", hearing_at=at, **ON, **said
    )


@pytest.mark.parametrize(
    ("hour", "is_odd"), [(9, True), (12, True), (16, False), (23, False), (3, True)]
)
def test_a_hearing_at_night(hour: int, *, is_odd: bool) -> None:
    """By the court's clock where the law is at hand: 16:00 UTC is 9 a.m. there."""
    at = datetime(2026, 7, 6, hour, tzinfo=UTC)
    findings = found(civil(hearing(at)), "odd-hour", law=LAW)
    assert bool(findings) is is_odd
    if findings:
        assert "hardly any court sits" in findings[0].text
    own = found(civil(hearing(at)), "odd-hour")
    assert bool(own) is not (7 <= hour < 20)


def test_days_that_lie_decades_off() -> None:
    """Of an entry, a hearing, a deadline and a clock; each is named."""
    old, late = date(1996, 6, 3), datetime(2062, 7, 6, 16, tzinfo=UTC)
    basis = m.Ordered(due=date(2062, 6, 3), authority="Order")
    clock = m.ClockStarted(
        clock_id="c",
        rule="us/18-usc/3161(e)",
        starts=(m.ClockEvent(event="retrial-order-final", on=old),),
        **ON,
    )
    file = civil(
        Draft(filed("motion-filed", old), event_id="motion"),
        hearing(late),
        deadline_set("d", basis),
        clock,
    )
    findings = found(file, "odd-day")
    assert sorted(one.evidence[0] for one in findings) == [
        "clock:c",
        "deadline:d",
        "event:motion",
        "hearing:h",
    ]
    assert all("more than twenty years off" in one.text for one in findings)
    struck = m.EntryStruck(entry_id="motion", **ON)
    left = found(file.record(struck, by="clerk", at=NOON), "odd-day")
    assert "event:motion" not in [one.evidence[0] for one in left]
    assert found(civil(filed("motion-filed", DAY)), "odd-day") == ()


def test_a_case_that_is_old_is_not_odd_by_itself() -> None:
    """What lies between its beginning and today is its life."""
    file = civil(opened=date(1990, 1, 2))
    file = file.record(
        m.Filed(title="F", happened_on=date(2000, 1, 3)), by="clerk", at=NOON
    )
    assert found(file, "odd-day") == ()


def test_a_hearing_before_it_was_set() -> None:
    """One of the two days is wrong."""
    at = datetime(2026, 5, 4, 16, tzinfo=UTC)
    (one,) = found(civil(hearing(at)), "odd-day")
    assert "is on 2026-05-04, before it was set (2026-06-03)" in one.text


# Claims and people.


def claim() -> m.ClaimStated:
    """Roe claims against Acme."""
    return m.ClaimStated(
        claim_id="k", by=("roe",), against=("acme",), theory=f"T {CANARY}", **ON
    )


def test_a_claim_against_somebody_who_left_is_pending_in_vain() -> None:
    """Until it is disposed of, or another is in the party's place."""
    file = civil(claim())
    assert found(file, "claim-left-pending") == ()
    left = m.PartyLeft(party_id="acme", **ON)
    gone = file.record(left, by="clerk", at=NOON)
    (one,) = found(gone, "claim-left-pending")
    assert one.evidence == ("claim:k", "party:acme")
    assert "pending against 'acme', who left the case on 2026-06-03" in one.text
    over = gone.record(
        m.ClaimDisposed(claim_id="k", disposition="settlement", **ON),
        by="clerk",
        at=NOON,
    )
    assert found(over, "claim-left-pending") == ()


def critical() -> m.DeadlineSet:
    """A critical deadline."""
    basis = m.Ordered(due=date(2026, 7, 20), authority="Order")
    return deadline_set("a", basis, critical=True)


CONFIRMED = m.DeadlineConfirmed(deadline_id="a", confirmed_by="B. Partner", **ON)


@pytest.mark.parametrize(
    ("by", "is_found"), [("clerk", True), ("Clerk ", True), ("B. Partner", False)]
)
def test_who_confirms_on_somebody_elses_behalf_is_seen(
    by: str, *, is_found: bool
) -> None:
    """Whoever set it also wrote that another looked: nobody else has said so."""
    file = civil(critical()).record(CONFIRMED, by=by, at=NOON)
    assert file.case.deadlines["a"].state == "confirmed"
    assert file.case.deadlines["a"].review.recorded_by == by
    findings = found(file, "confirmed-for-another")
    assert bool(findings) is is_found
    if findings:
        assert (findings[0].person, findings[0].severity) == ("B. Partner", "warning")


def test_a_deadline_that_is_not_critical_needs_no_second_person() -> None:
    """Nor does one that is done."""
    basis = m.Ordered(due=date(2026, 7, 20), authority="Order")
    file = civil(deadline_set("a", basis)).record(CONFIRMED, by="clerk", at=NOON)
    assert found(file, "confirmed-for-another") == ()
    done = m.DeadlineMet(
        deadline_id="a", met_by="acme", evidence="mail", happened_on=DAY
    )
    file = civil(critical()).record(CONFIRMED, done, by="clerk", at=NOON)
    assert found(file, "confirmed-for-another") == ()


def test_what_the_findings_rest_on_is_in_the_case() -> None:
    """Each id that is named as evidence is one of the case."""
    file = file_of(hearing(datetime(2062, 7, 6, 3, tzinfo=UTC)))
    findings = health(file, on=DAY)
    named = {Ref.parse(each) for one in findings for each in one.evidence}
    assert Ref("hearing", "h") in named
    assert file.case.hearings["h"].hearing_id == "h"
