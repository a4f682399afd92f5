"""Claims: who claims what against whom, and who is adverse because of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_files import CANARY, DAY, after, joined, opened
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)

LATER = DAY + timedelta(days=30)


def stated(
    claim_id: str, by: tuple[str, ...], against: tuple[str, ...], **said: Any
) -> m.ClaimStated:
    """A claim on the first day."""
    given: dict[str, Any] = {"theory": f"T {CANARY}", "happened_on": DAY, **said}
    return m.ClaimStated(claim_id=claim_id, by=by, against=against, **given)


def disposed(
    claim_id: str = "c", *against: str, on: date = LATER, **said: Any
) -> m.ClaimDisposed:
    """A settlement of it."""
    given: dict[str, Any] = {"disposition": "settlement", "happened_on": on, **said}
    return m.ClaimDisposed(claim_id=claim_id, against=against, **given)


def two_defendants(*events: Any) -> m.CaseFile:
    """A plaintiff against two defendants."""
    people = (joined("roe", "plaintiff"), joined("acme"), joined("doe"))
    return after(opened(), *people, stated("c", ("roe",), ("acme", "doe")), *events)


def test_the_two_sides_of_a_claim_are_adverse_both_ways() -> None:
    """And two defendants are not, as long as neither claims against the other."""
    case = two_defendants().case
    assert m.adverse_parties(case, "roe") == ("acme", "doe")
    assert m.adverse_parties(case, "acme") == ("roe",)
    assert m.adverse_by_claim(case) == (
        ("roe", "acme"),
        ("acme", "roe"),
        ("roe", "doe"),
        ("doe", "roe"),
    )
    cross = stated("x", ("acme",), ("doe",), kind="crossclaim", happened_on=LATER)
    case = two_defendants(cross).case
    assert m.adverse_parties(case, "acme") == ("roe", "doe")
    assert m.adverse_parties(case, "doe") == ("roe", "acme")


def test_on_a_day_those_claims_count_that_were_pending_then() -> None:
    """From the day of the claim on, and no more from that of the disposition."""
    case = two_defendants(disposed("c", "acme")).case
    before = DAY - timedelta(days=1)
    assert m.adverse_parties(case, "acme", on=before) == ()
    assert m.adverse_parties(case, "acme", on=DAY) == ("roe",)
    assert m.adverse_parties(case, "acme", on=LATER - timedelta(days=1)) == ("roe",)
    assert m.adverse_parties(case, "acme", on=LATER) == ()
    assert m.adverse_parties(case, "roe", on=LATER) == ("doe",)
    assert m.adverse_parties(case, "roe") == ("doe",)


def test_who_asks_of_nobody_or_of_no_day_is_told() -> None:
    """An empty answer would say that nobody is adverse."""
    case = two_defendants().case
    with pytest.raises(UnknownNameError, match="There is no party 'acne'"):
        m.adverse_parties(case, "acne")
    on: Any = "2026-06-03"
    with pytest.raises(InvalidTypeError, match="on needs a date"):
        m.adverse_by_claim(case, on=on)


def test_a_claim_is_disposed_of_once_it_is_between_all() -> None:
    """Of one defendant, then of the other; reinstated, it is pending between all."""
    file = two_defendants(disposed("c", "acme"))
    claim = file.case.claims["c"]
    assert (str(claim.state), claim.disposition) == ("pending", None)
    with pytest.raises(InvalidValueError, match="between roe and doe"):
        after(file, disposed("c", "acme"))
    with pytest.raises(InvalidValueError, match="'roe' was never on that side"):
        after(file, disposed("c", "roe"))
    file = after(file, disposed("c", disposition="default-judgment"))
    claim = file.case.claims["c"]
    assert (str(claim.state), claim.disposition) == ("disposed", "default-judgment")
    with pytest.raises(IllegalTransitionError, match="only these follow: ClaimRein"):
        after(file, m.ClaimAmended(claim_id="c", relief="More", happened_on=LATER))
    back = LATER + timedelta(days=9)
    file = after(file, m.ClaimReinstated(claim_id="c", happened_on=back))
    claim = file.case.claims["c"]
    assert claim.pairs() == (("roe", "acme"), ("roe", "doe"))
    assert claim.pairs(on=LATER) == ()
    assert claim.pairs(on=back) == (("roe", "acme"), ("roe", "doe"))
    assert claim.disposition is None
    with pytest.raises(InvalidValueError, match="Nothing was disposed of"):
        after(file, m.ClaimReinstated(claim_id="c", happened_on=back))


def test_an_amendment_brings_a_party_in_from_its_day_on() -> None:
    """What is left out of it stays as it was."""
    amended = m.ClaimAmended(
        claim_id="c", against=("acme", "doe", "poe"), happened_on=LATER
    )
    file = after(two_defendants(), joined("poe"), amended)
    claim = file.case.claims["c"]
    assert (claim.by, claim.against) == (("roe",), ("acme", "doe", "poe"))
    assert claim.theory == f"T {CANARY}"
    assert m.adverse_parties(file.case, "poe") == ("roe",)
    assert m.adverse_parties(file.case, "poe", on=DAY) == ()
    assert claim.stated_on == DAY


def test_nothing_happens_to_a_claim_before_it_was_stated() -> None:
    """Whoever records it is told; a log that says so can still be read."""
    early = disposed("c", on=DAY - timedelta(days=1))
    with pytest.raises(InvalidValueError, match="was stated on 2026-06-03, after"):
        after(two_defendants(), early)
    with pytest.raises(InvalidValueError, match="Check the year"):
        after(
            two_defendants(),
            m.ClaimAmended(claim_id="c", relief="More", happened_on=date(2025, 6, 3)),
        )


def test_nobody_claims_against_itself() -> None:
    """In one event, or by an amendment."""
    with pytest.raises(InvalidValueError, match="'roe' would claim against itself"):
        stated("c", ("roe",), ("acme", "roe"))
    amended = m.ClaimAmended(claim_id="c", by=("acme",), happened_on=LATER)
    with pytest.raises(InvalidValueError, match="would claim against itself in 'c'"):
        after(two_defendants(), amended)
    with pytest.raises(UnknownNameError, match="There is no party 'poe'"):
        after(two_defendants(), stated("d", ("poe",), ("roe",)))


def test_what_a_claim_is_about_is_shown_to_nobody_by_itself() -> None:
    """Neither theory nor relief; the claim is public, unless it was sealed."""
    claim = two_defendants().case.claims["c"]
    assert CANARY not in repr(claim)
    assert claim.label.admits("public")
