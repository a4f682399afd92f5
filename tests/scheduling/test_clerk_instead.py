"""Deadlines in place of others: which of them arises is told, and never both."""

from __future__ import annotations

from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from clerk_cases import (
    LAW,
    case,
    d,
    due,
    filed,
    judged,
    record,
    rows,
    served,
    set_all,
)

CPR = "gb-eaw/cpr/"


def claim(*, on: str = "acme") -> Any:
    """A claim form served on 1 April 2026, particulars to follow."""
    parties = "roe:claimant acme:defendant doe:defendant"
    return record(
        case("gb-eaw/high-court", parties=parties),
        served("cf", "claim-form-served", "04-01", on=on),
    )


def test_particulars_that_came_later_put_their_time_in_the_place_of_the_first() -> None:
    """Fourteen days from the claim form, until it is known that more was to come."""
    file = claim()
    assert rows(file, "10.3(1)(b)") == {
        (f"{CPR}10.3(1)(b)", "acme", "2026-04-15", "new")
    }
    file = set_all(file)
    file = record(file, served("pc", "particulars-served", "04-13", about="cf"))
    assert rows(file, "10.3(1)(a)") == {
        (f"{CPR}10.3(1)(a)", "acme", "2026-04-27", "new")
    }
    for diff in (lc.reschedule(file, LAW), lc.reschedule([file], LAW)):
        (void,) = diff.void
        assert void.because[0].startswith("Another deadline took its place")
    file = record(file, *lc.reschedule(file, LAW).events())
    assert lc.reschedule(file, LAW).is_empty


def test_the_defence_has_fourteen_days_and_twenty_eight_once_acknowledged() -> None:
    """The longer time is none before the acknowledgment, the shorter none after it."""
    file = record(
        claim(on="acme doe"),
        served("pc", "particulars-served", "04-13", on="acme doe", about="cf"),
    )
    for who in ("acme", "doe"):
        assert {
            row for row in rows(file, "15.4(1)(a)", "15.4(1)(b)") if row[1] == who
        } == {
            (f"{CPR}15.4(1)(a)", who, "2026-04-27", "new"),
            (f"{CPR}15.4(1)(b)", who, "2026-05-11", "pending"),
        }
    file = set_all(file)
    file = record(
        file, filed("a", "acknowledgment-filed", "04-20", by="acme", about="pc")
    )
    assert rows(file, "15.4(1)(b)") == {
        (f"{CPR}15.4(1)(b)", "acme", "2026-05-11", "new"),
        (f"{CPR}15.4(1)(b)", "doe", "2026-05-11", "pending"),
    }
    diff = lc.reschedule(file, LAW)
    # The time to defend, and with it that after which the claim is stayed.
    void = {file.case.deadlines[one.deadline_id] for one in diff.void}
    assert {one.basis.computation.subject for one in void} == {
        f"{CPR}{rule}" for rule in ("15.4(1)(a)", "15.11(1)-unacknowledged")
    }
    assert {one.because[0][:28] for one in diff.void} == {
        "Another deadline took its pl"
    }
    file = record(file, *diff.events())
    assert lc.reschedule(file, LAW).is_empty
    # The acknowledgment is struck out: the shorter time runs again.
    file = record(file, m.EntryStruck(entry_id="a", happened_on=d("04-24")))
    diff = lc.reschedule(file, LAW)
    assert {(one.subject, one.is_reopened) for one in diff.moved} == {
        (f"{CPR}15.4(1)(a)", True),
        (f"{CPR}15.11(1)-unacknowledged", True),
    }


@pytest.mark.parametrize(
    ("answer", "state", "day"),
    [
        (None, "question", due("04-03", 30)),
        ("no", "not-running", due("04-03", 30)),
        ("yes", "new", due("04-03", 60)),
    ],
)
def test_sixty_days_to_appeal_are_for_cases_of_the_united_states(
    answer: str | None, state: str, day: Any
) -> None:
    """They are proposed to nobody else; thirty days stand where nobody said."""
    file = record(case(), judged("j", "04-03"))
    if answer is not None:
        fact = m.FactEstablished(
            fact="united-states-is-a-party", answer=answer, happened_on=d("04-03")
        )
        file = record(file, fact)
    found = {row[0]: row for row in rows(file, "4(a)(1)(A)", "4(a)(1)(B)")}
    assert found["us/frap/4(a)(1)(A)"][2] == str(day)
    assert found["us/frap/4(a)(1)(B)"][3] == state


def test_what_was_set_falls_when_the_fact_is_known_to_be_another() -> None:
    """Sixty days were set on a fact that was wrong: they fall, with the reason."""
    yes = m.FactEstablished(
        fact="united-states-is-a-party", answer="yes", happened_on=d("04-03")
    )
    file = set_all(record(case(), yes, judged("j", "04-03")))
    no = m.FactEstablished(
        fact="united-states-is-a-party", answer="no", happened_on=d("04-10")
    )
    file = record(file, no)
    for diff in (lc.reschedule(file, LAW), lc.reschedule([file], LAW)):
        assert ["united-states-is-a-party is no"] in [
            list(one.because) for one in diff.void
        ]
    file = record(file, *lc.reschedule(file, LAW).events())
    assert lc.reschedule(file, LAW).is_empty
