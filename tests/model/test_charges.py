"""Charges: pleas, verdicts, dispositions; what is as to some counts alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_files import CANARY, DAY, after, joined, opened
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Draft
from legalcase.law.lawbook import Law

LATER = DAY + timedelta(days=30)
LAW = Law.bundled()


def charged(charge_id: str, of: str = "a", **said: Any) -> m.Charged:
    """A count against a defendant."""
    given: dict[str, Any] = {"happened_on": DAY, **said}
    return m.Charged(charge_id=charge_id, of=of, statute=f"S {CANARY}", **given)


def two_defendants(*events: Any) -> m.CaseFile:
    """Two counts against one defendant, one against the other."""
    people = (joined("a"), joined("b"))
    counts = (charged("a1", sequence=1), charged("a2", sequence=2), charged("b1", "b"))
    return after(opened(), *people, *counts, *events)


def on(*counts: str) -> dict[str, Any]:
    """Of those counts, later."""
    return {"counts": counts, "happened_on": LATER}


def test_a_plea_takes_the_place_of_the_one_before() -> None:
    """Both are kept, with the day from which the first does not hold any more."""
    file = two_defendants(
        m.PleaEntered(counts=("a1", "a2"), plea="not-guilty", happened_on=DAY),
        m.PleaEntered(plea="guilty", **on("a1")),
    )
    charge = file.case.charges["a1"]
    assert charge.plea == "guilty"
    assert [(one.word, one.until_on) for one in charge.pleas] == [
        ("not-guilty", LATER),
        ("guilty", None),
    ]
    assert file.case.charges["a2"].plea == "not-guilty"
    assert file.case.charges["b1"].plea is None
    file = after(file, m.PleaWithdrawn(**on("a1")))
    assert file.case.charges["a1"].plea is None
    with pytest.raises(InvalidValueError, match="no plea to the charge 'a1'"):
        after(file, m.PleaWithdrawn(**on("a1")))


def test_a_verdict_leaves_a_charge_pending_until_the_court_disposes_of_it() -> None:
    """A sentence can come before or after; nothing else follows."""
    file = two_defendants(
        m.VerdictReturned(verdict="guilty-of-lesser-offense", lesser="S 2", **on("a1"))
    )
    charge = file.case.charges["a1"]
    assert charge.is_pending
    assert (charge.verdict, charge.verdicts[0].lesser) == (
        "guilty-of-lesser-offense",
        "S 2",
    )
    file = after(
        file,
        m.ChargeDisposed(disposition="conviction", **on("a1")),
        m.SentenceImposed(sentence=f"A fine {CANARY}", **on("a1")),
    )
    charge = file.case.charges["a1"]
    assert (str(charge.state), charge.disposition) == ("disposed", "conviction")
    assert len(charge.sentences) == 1
    with pytest.raises(IllegalTransitionError, match="'a1' is disposed, and PleaEnt"):
        after(file, m.PleaEntered(plea="guilty", **on("a1")))
    assert CANARY not in repr(charge)


def test_a_superseding_indictment_takes_the_place_of_counts() -> None:
    """Of the same defendant; if it falls, the old ones are pending again."""
    file = two_defendants(charged("a3", happened_on=LATER))
    replaced = m.ChargesSuperseded(by=("a3",), **on("a1", "a2"))
    file = after(file, replaced)
    charge = file.case.charges["a1"]
    assert (str(charge.state), charge.superseded_by) == ("superseded", ("a3",))
    assert [one.charge_id for one in m.charges_of(file.case.charges, "a")] == [
        "a1",
        "a2",
        "a3",
    ]
    revived = after(file, m.ChargesRevived(**on("a1"))).case.charges["a1"]
    assert revived.is_pending
    assert revived.superseded_by == ()
    with pytest.raises(InvalidValueError, match="against another defendant"):
        after(two_defendants(), m.ChargesSuperseded(by=("b1",), **on("a1")))
    with pytest.raises(InvalidValueError, match="'a1' would replace itself"):
        after(two_defendants(), m.ChargesSuperseded(by=("a1",), **on("a1")))


def test_nothing_happens_to_a_charge_before_it_was_brought() -> None:
    """A plea of the year before is a year mistyped."""
    early: dict[str, Any] = {"happened_on": DAY - timedelta(days=365)}
    with pytest.raises(InvalidValueError, match="'a1' was brought on 2026-06-03"):
        after(two_defendants(), m.PleaEntered(counts=("a1",), plea="guilty", **early))


def test_several_counts_are_of_one_act_or_of_none() -> None:
    """One that cannot be disposed of stops the others."""
    file = two_defendants(m.ChargeDisposed(disposition="plea", **on("a1")))
    with pytest.raises(IllegalTransitionError):
        after(file, m.ChargeDisposed(disposition="plea", **on("a2", "a1")))
    assert file.case.charges["a2"].is_pending
    with pytest.raises(UnknownNameError, match="There is no charge 'a9'"):
        after(file, m.ChargeDisposed(disposition="plea", **on("a9")))


def test_an_order_speaks_of_counts_of_those_as_to_whom_it_is() -> None:
    """Of the charges of another defendant it cannot."""
    order = m.OrderEntered(title="Order", of=("a",), counts=("a1",), happened_on=LATER)
    file = two_defendants(Draft(order, event_id="order"))
    assert file.case.docket["order"].counts == ("a1",)
    wrong = m.JudgmentEntered(
        title="Judgment", of=("a",), counts=("b1",), happened_on=LATER
    )
    with pytest.raises(InvalidValueError, match="'b1' is against 'b', who is not in"):
        after(two_defendants(), wrong)


def test_a_case_is_not_disposed_of_by_counts_while_one_is_pending() -> None:
    """As to the defendant; "A convicted" does not dispose of B."""
    over: dict[str, Any] = {"disposition": "Convicted", "of": ("a",)}
    done = m.CaseDisposed(counts=("a1",), happened_on=LATER, **over)
    file = two_defendants(m.ChargeDisposed(disposition="conviction", **on("a1")))
    with pytest.raises(InvalidValueError, match="'a2' is pending, and with it"):
        after(file, done)
    file = after(file, m.ChargeDisposed(disposition="acquittal", **on("a2")), done)
    assert file.case.caseload.status_of("a") == "disposed"
    assert file.case.caseload.status_of("b") == "active"
    assert file.case.status == "active"
    assert file.case.caseload.history[-1].counts == ("a1",)
    wrong = m.CaseDisposed(counts=("b1",), happened_on=LATER, **over)
    with pytest.raises(InvalidValueError, match="'b1' is against 'b', as to whom"):
        after(file, wrong)


def test_who_names_no_counts_is_asked_nothing() -> None:
    """Logs from before there were charges read as they did."""
    over = m.CaseDisposed(disposition="Dismissed", happened_on=LATER)
    assert two_defendants(over).case.status == "disposed"


def test_the_words_of_charges_are_words_of_the_vocabulary() -> None:
    """A plea of the other sort is none."""
    for word, sort in (
        ("nolo-contendere", "plea"),
        ("no-verdict", "verdict"),
        ("felony", "severity"),
    ):
        assert LAW.check_word(sort, word) == word
    event = m.PleaEntered(counts=("a1",), plea="no-contest", happened_on=LATER)
    at = two_defendants().case.recorded_at + timedelta(days=40)
    with pytest.raises(InvalidValueError, match="another word for 'nolo-contendere'"):
        two_defendants().record(event, by="clerk", at=at, law=LAW)
