"""Which deadline of the case is which that the law gives."""

from __future__ import annotations

from datetime import date
from typing import Any

import legalcase as lc
import legalcase.model as m
from schedule_cases import BY, LAW, REQUESTS, filed, opened, ref, served

RESPOND = "us/frcp/33(b)(2)"
DAY = date(2026, 6, 3)
WORD = "discovery-request-served"


def with_deadline(**said: Any) -> m.CaseFile:
    """A request, and what is due because of it, set by hand."""
    day = said.pop("day", DAY)
    found = LAW.compute(RESPOND, after=day, court="us/cand", service="mail")
    anchors = said.pop("anchors", ())
    terms = m.DeadlineTerms.of_rule(LAW.deadline(RESPOND), found, anchors=anchors)
    terms = m.DeadlineTerms(
        title=terms.title, basis=terms.basis, owed_by=said.pop("owed_by", ())
    )
    made = m.DeadlineSet(deadline_id="by-hand", terms=terms, happened_on=DAY)
    file: m.CaseFile = opened().record(
        served("r", REQUESTS, "roe", ["acme", "doe"], DAY, "mail"), made, **BY
    )
    return file


def states(file: m.CaseFile) -> dict[str, tuple[str, str | None]]:
    """Where the row of each defendant stands, and which deadline it is."""
    rows = lc.schedule(file, LAW, for_=("acme", "doe")).of_rule(RESPOND)
    return {row.who: (row.state, row.deadline_id) for row in rows}


def test_one_that_names_no_anchor_is_that_of_its_day() -> None:
    """Set by whoever did not say more; on another day it is another."""
    both = {"acme": ("set", "by-hand"), "doe": ("set", "by-hand")}
    assert states(with_deadline()) == both
    assert states(with_deadline(owed_by=("acme",))) == {
        "acme": ("set", "by-hand"),
        "doe": ("new", None),
    }
    other = states(with_deadline(day=date(2026, 6, 4)))
    assert other == {"acme": ("new", None), "doe": ("new", None)}


def test_one_that_several_owe_together_is_that_of_each() -> None:
    """The law has each owe it; whoever set it wrote it once."""
    anchor = m.Anchor(WORD, ref("r"))
    file = with_deadline(anchors=(anchor,), owed_by=("acme", "doe"))
    assert states(file) == {"acme": ("set", "by-hand"), "doe": ("set", "by-hand")}
    corrected = file.correct("r", happened_on=date(2026, 6, 10), ground="Read", **BY)
    diff = lc.reschedule(corrected, LAW, for_=("acme", "doe"))
    assert [one.deadline_id for one in diff.moved] == ["by-hand"]


def test_another_service_is_another_deadline() -> None:
    """One that names a service is never that of the next."""
    anchor = m.Anchor(WORD, ref("r"))
    file = with_deadline(anchors=(anchor,), owed_by=("acme",))
    second = served("r2", REQUESTS, "roe", ["acme"], date(2026, 6, 10), "mail")
    rows = lc.schedule(file.record(second, **BY), LAW).of_rule(RESPOND)
    found = {row.anchors[0].of.id: row.state for row in rows if row.who == "acme"}
    assert found == {"r": "set", "r2": "new"}


def test_a_fact_for_which_a_text_does_not_ask_is_left_out() -> None:
    """The case knows it all the same, for the texts that ask."""
    facts = {
        "defendant-is-the-united-states": "no",
        "united-states-is-a-party": "no",
        "tolling-motion-listed": "yes",
        "complaint-after-summons": "no",
        "request-sent-abroad": "no",
    }
    for year in (1987, 1995, 2003, 2026):
        day = date(year, 3, 2)
        file = opened().record(
            served("s", "summons-served", "roe", ["acme"], day),
            served("w", "waiver-request-sent", "roe", ["acme"], day),
            m.JudgmentEntered(title="J", happened_on=day),
            **BY,
        )
        found = lc.schedule(file, LAW, facts=facts)
        codes = {f.code for row in found for f in row.findings}
        assert "refused" not in codes, year
        assert not [q for row in found for q in row.questions if "United States" in q]


def test_which_of_several_is_asked_with_the_days_it_leads_to() -> None:
    """Two removals: the day that is right for each stands, and both are named."""
    first = filed("r1", "notice-of-removal-filed", "acme", date(2026, 4, 10))
    second = filed("r2", "notice-of-removal-filed", "acme", date(2026, 4, 30))
    summons = served("s", "summons-served", "roe", ["acme"], date(2026, 4, 3))
    file = opened().record(summons, first, second, **BY)
    (row,) = lc.schedule(file, LAW).of_rule("us/frcp/81(c)(2)")
    assert (row.state, str(row.shown)) == ("question", "2026-04-24")
    assert "The dates: 2026-04-24, 2026-05-07." in row.questions[0]


def test_what_falls_and_what_comes_stands_in_the_table_of_a_diff() -> None:
    """With what stays, and why."""
    file = with_deadline(anchors=(m.Anchor(WORD, ref("r")),), owed_by=("acme",))
    ordered = m.DeadlineSet(
        deadline_id="ordered",
        terms=m.DeadlineTerms(
            title="File", basis=m.Ordered(due=DAY, authority="Order of 1 June")
        ),
        happened_on=DAY,
    )
    wrong = file.record(ordered, **BY).correct(
        "r", on=("doe",), ground="Proof of service read", **BY
    )
    diff = lc.reschedule(wrong, LAW, for_=("acme", "doe"))
    text = str(diff)
    assert "falls" in text
    assert "doe owes it, not acme" in text
    assert "stays" in text
    assert "new" in text
    assert "<table" in diff._repr_html_()
    assert str(diff.recorded_on) == "2026-09-01"
    assert repr(lc.reschedule([wrong], LAW)).startswith("<Diffs of 1 case:")
