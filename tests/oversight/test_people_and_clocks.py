"""What the rooms of people and of clocks find, among what is wrong with a case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from case_samples import CANARY
from legalcase.directory import Directory
from legalcase.errors import InvalidValueError
from legalcase.kernel import Draft, Ref
from legalcase.oversight import Check, Checks, health
from one_case import DAY, NOON, file_of

LAW = lc.Law.bundled()
RULE = "us/18-usc/3161(e)"
#: Seventy days from the order, which is not counted itself.
LAST = DAY + timedelta(days=70)


def joined(party_id: str, role: str, **said: Any) -> m.PartyJoined:
    """Somebody of the case, our client unless it is said otherwise."""
    given = {"name": f"Roe {CANARY}", "is_client": True, **said}
    if "person" in given:
        del given["name"]
    return m.PartyJoined(party_id=party_id, roles=(role,), happened_on=DAY, **given)


def clock(rule: str = RULE) -> m.ClockStarted:
    """A retrial was ordered on the day."""
    event = "retrial-order-final"
    return m.ClockStarted(
        clock_id="c",
        rule=rule,
        starts=(m.ClockEvent(event=event, on=DAY),),
        happened_on=DAY,
    )


def excluded(basis: str = "(h)(7)", **said: Any) -> m.ExclusionRecorded:
    """Time from the day on, for which it may need a finding."""
    return m.ExclusionRecorded(
        exclusion_id="x",
        clock_ids=("c",),
        basis=basis,
        from_on=DAY,
        happened_on=DAY,
        **said,
    )


def claim(by: str, against: str) -> m.ClaimStated:
    """One of them claims against the other."""
    return m.ClaimStated(
        claim_id="k",
        by=(by,),
        against=(against,),
        theory=f"Contribution {CANARY}",
        happened_on=DAY,
    )


def found(*events: Any, on: date = DAY, **said: Any) -> dict[str, Any]:
    """The findings of people and clocks, by code."""
    findings = health(file_of(*events), on=on, law=LAW, **said)
    assert CANARY not in str(findings) + findings._repr_html_()
    apart = ("people-", "clock-")
    return {one.code: one for one in findings if one.code.startswith(apart)}


def test_clients_that_claim_against_each_other_are_adverse_whatever_their_roles() -> (
    None
):
    """Two defendants, one of whom claims against the other, until that is over."""
    both = joined("a", "defendant"), joined("b", "defendant")
    assert found(*both) == {}
    one = found(*both, claim("a", "b"))["people-clients-adverse"]
    assert (one.severity, one.evidence) == ("critical", ("party:a", "party:b"))
    assert "claim 'k'" in one.text
    assert str(one.authority) == "ABA Model Rule 1.7(b)(3)"
    assert one.authority.verified == "text"
    over = m.ClaimDisposed(claim_id="k", disposition="settlement", happened_on=DAY)
    assert found(*both, claim("b", "a"), over) == {}


def test_clients_are_adverse_by_role_and_by_claim_at_once() -> None:
    """One finding for the two of them, with both grounds."""
    both = joined("a", "plaintiff"), joined("b", "defendant")
    one = found(*both, claim("a", "b"))["people-clients-adverse"]
    assert one.text.endswith("plaintiff and defendant; claim 'k'.")
    assert found(
        joined("a", "plaintiff"), joined("b", "defendant", is_client=False)
    ) == ({})


def test_a_minor_for_whom_nobody_acts() -> None:
    """With the rule of its court; of a court that the law has not, without one."""
    minor = joined("a", "plaintiff", incapacity="minor")
    court = m.CourtAssigned(court="us/cand", happened_on=DAY)
    one = found(minor, court)["people-no-representative"]
    assert (one.severity, str(one.authority)) == (
        "critical",
        LAW.people_rules("us/cand").representative,
    )
    elsewhere = m.CourtAssigned(court="acme/moon", happened_on=DAY)
    assert found(minor, elsewhere)["people-no-representative"].authority is None


def test_counsel_who_may_not_act() -> None:
    """From the day on which it was suspended."""
    counsel = m.CounselAppeared(
        representation_id="r",
        party_ids=("a",),
        counsel=f"Counsel {CANARY}",
        happened_on=DAY,
    )
    suspended = m.CounselSuspended(representation_id="r", happened_on=DAY)
    events = joined("a", "plaintiff"), counsel
    assert found(*events) == {}
    assert found(*events, suspended)["people-counsel-barred"].severity == "critical"


def test_whoever_is_not_in_the_directory() -> None:
    """It is asked where one was passed."""
    party = joined("a", "plaintiff", person="person:roe")
    assert found(party) == {}
    one = found(party, directory=Directory.of())["people-not-in-directory"]
    assert (one.severity, one.evidence) == ("warning", ("party:a",))


@pytest.mark.parametrize(
    ("on", "code", "severity"),
    [
        (LAST - timedelta(days=15), None, None),
        (LAST - timedelta(days=14), "clock-near", "warning"),
        (LAST, "clock-near", "warning"),
        (LAST + timedelta(days=1), "clock-over", "critical"),
    ],
)
def test_a_clock_is_near_its_last_day_and_over(
    on: date, code: str | None, severity: str | None
) -> None:
    """Fourteen days before and on the day; from the day after on it is over."""
    codes = found(clock(), on=on)
    assert list(codes) == ([] if code is None else [code])
    if code is not None:
        one = codes[code]
        assert (one.severity, one.day, one.evidence) == (severity, LAST, ("clock:c",))


def test_a_clock_that_ended_or_has_a_successor_is_not_looked_at() -> None:
    """What ran before is history."""
    ended = m.ClockEnded(clock_id="c", how="done", happened_on=DAY)
    assert found(clock(), ended, on=LAST + timedelta(days=1)) == {}


def test_time_that_is_said_to_be_excluded_and_counts() -> None:
    """Without a finding a continuance takes out nothing, and then it is over."""
    codes = found(clock(), excluded(), on=LAST + timedelta(days=1))
    assert {code: one.severity for code, one in codes.items()} == {
        "clock-over": "critical",
        "clock-without-ground": "critical",
    }
    assert "a finding of the court is needed" in codes["clock-without-ground"].text
    assert found(clock(), excluded("(h)(1)(A)")) == {}
    said = found(clock(), excluded("(h)(2)"))["clock-without-ground"].text
    assert "an order of the court is needed" in said


def test_a_finding_that_was_vacated_carries_nothing() -> None:
    """It is found from the day on which the order does not stand any more."""
    order = Draft(m.OrderEntered(title="Order", happened_on=DAY), event_id="order")
    file = file_of(clock()).record(order, by="clerk", at=NOON + timedelta(hours=1))
    file = file.record(
        excluded(finding=Ref("event", "order")), by="c", at=NOON + timedelta(hours=1)
    )
    assert health(file, on=DAY, law=LAW).of("clock-without-ground") == ()
    file = file.record(
        m.OrderVacated(entry_id="order", happened_on=DAY),
        by="clerk",
        at=NOON + timedelta(hours=1),
    )
    (one,) = health(file, on=DAY, law=LAW).of("clock-without-ground")
    assert one.evidence == ("exclusion:x", "clock:c")


def test_while_time_is_excluded_the_last_day_is_not_over() -> None:
    """As if it ended on the day: seventy days are left from then on."""
    out = excluded("(h)(1)(A)")
    assert found(clock(), out, on=LAST + timedelta(days=100)) == {}


def test_a_clock_that_the_law_cannot_count() -> None:
    """It is said, and the rest of the case is looked at all the same."""
    codes = found(clock("acme/act/1"), on=LAST + timedelta(days=1))
    assert list(codes) == ["clock-not-counted"]
    assert codes["clock-not-counted"].evidence == ("clock:c",)


def test_a_clock_that_sets_a_first_day_is_not_over() -> None:
    """Thirty days to prepare: there is no last day."""
    start = m.ClockStarted(
        clock_id="c",
        rule="us/18-usc/3161(c)(2)",
        starts=(m.ClockEvent(event="appeared-through-counsel", on=DAY),),
        happened_on=DAY,
    )
    assert found(start, on=LAST) == {}


def test_without_the_law_nothing_is_said_and_that_is_said() -> None:
    """Each code that was not asked is listed."""
    findings = health(file_of(clock(), excluded()), on=LAST + timedelta(days=1))
    apart = {one.code for one in Checks.core() if one.asks}
    assert set(findings.not_asked) == apart - {"unknown-word"} | {"unknown-word"}
    assert not any(one.code in apart for one in findings)


def test_a_check_asks_for_what_there_is() -> None:
    """A word that nobody knows is refused."""
    with pytest.raises(InvalidValueError, match="'law', 'log', 'directory'"):
        Check(code="x", what="it", severity="advice", asks=("moon",), find=lambda _: ())
