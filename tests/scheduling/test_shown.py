"""How a schedule and a diff look: as text, as HTML, as rows of plain types."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
import legalcase.model as m
from case_samples import CANARY, NOON
from legalcase.errors import (
    InvalidTypeError,
    MissingInputError,
    UnknownNameError,
    UnusedInputError,
)
from schedule_cases import BY, LAW, REQUESTS, filed, opened, served
from schedule_samples import DAY, served_case

if TYPE_CHECKING:
    from legalcase.scheduling import Schedule

RESPOND = "us/frcp/33(b)(2)"


def test_no_text_of_the_docket_and_no_name_is_shown() -> None:
    """Ids and the words of the law alone, wherever it goes."""
    file = served_case()
    found = lc.schedule(file, LAW)
    file = file.record(*found.new.events(on=DAY), by="clerk", at=NOON)
    wrong = file.correct(
        "request", method="electronic", ground="Read", by="clerk", at=NOON
    )
    diff = lc.reschedule(wrong, LAW)
    said = [str(found), repr(found), found._repr_html_(), str(found.new)]
    said += [found.new._repr_html_(), json.dumps(found.to_dict())]
    said += [
        json.dumps(found.to_rows()),
        repr(found.rows),
        repr(found.new.events(on=DAY)),
    ]
    said += [str(diff), repr(diff), diff._repr_html_(), json.dumps(diff.to_rows())]
    said += [json.dumps(diff.to_dict()), repr(diff.events()), repr(diff.moved)]
    assert [text for text in said if CANARY in text] == []
    assert all("roe" in text or "acme" in text for text in said[:3])


def test_the_table_says_who_owes_what_when_and_why() -> None:
    """A row each, what is critical in bold, the notices under it."""
    file = opened(proceeding=None).record(
        served("r", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
        **BY,
    )
    found = lc.schedule(file, LAW, on=date(2026, 6, 4))
    text = str(found)
    assert text.startswith("What is due in roe for acme on 2026-06-04")
    assert "Mon 2026-07-06" in text
    assert "event:r" in text
    assert text.splitlines()[-1].startswith("! The case does not say")
    html = found._repr_html_()
    assert html.startswith("<div")
    assert "<li>The case does not say" in html
    empty = lc.schedule(opened(), LAW)
    assert repr(empty) == "<Schedule of 'roe': nothing>"
    assert len(empty) == 0
    assert lc.reschedule(opened(), LAW).to_rows() == []
    assert repr(lc.reschedule(opened(), LAW)) == "<Diff of 'roe': nothing>"


def test_a_row_is_plain_data() -> None:
    """What a data frame takes: text, numbers, lists."""
    file = opened().record(
        served("r", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
        **BY,
    )
    row = lc.schedule(file, LAW).of_rule(RESPOND)[0].to_row()
    assert row["shown"] == row["safe"] == row["due"] == "2026-07-06"
    assert row["anchors"] == {"discovery-request-served": "event:r"}
    assert row["owed_by"] == ["acme"]
    assert row["owed_to"] == ["roe"]
    assert row["state"] == "new"
    assert row["bound"] == "not-later-than"
    assert row["done"] is None


def test_what_is_no_case_and_what_is_no_law_is_refused() -> None:
    """Nor is a party that is not in the case, nor a row without a date set."""
    file = opened()
    with pytest.raises(InvalidTypeError, match="asked of a case"):
        lc.schedule("roe", LAW)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(InvalidTypeError, match="law needs a Law"):
        lc.schedule(file, "us")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(UnknownNameError, match="nobody"):
        lc.schedule(file, LAW, for_="nobody")
    with pytest.raises(InvalidTypeError, match="facts= needs a mapping"):
        lc.schedule(file, LAW, facts=["x"])  # type: ignore[arg-type]  # on purpose
    people = file.case.people.participants
    named = lc.schedule(file, LAW, for_=[people["doe"], people["roe"]])
    assert named.for_ == ("doe", "roe")
    early = served("s", "summons-served", "roe", ["acme"], date(1975, 6, 3))
    rows = lc.schedule(file.record(early, **BY), LAW).of_rule("us/frcp/12(a)(1)(A)(i)")
    with pytest.raises(MissingInputError, match="Nothing was computed"):
        rows.events(on=DAY)


def test_whoever_sets_it_gives_ids_and_an_owner() -> None:
    """Left out, the ids follow from what makes each deadline this one."""
    file = opened().record(
        served("r", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
        **BY,
    )
    new = lc.schedule(file, LAW).new
    numbers = {row.rule: f"ours-{place}" for place, row in enumerate(new)}
    events = new.events(on=DAY, ids=lambda row: numbers[row.rule], owner="A. Lawyer")
    after = file.record(*events, **BY)
    assert set(after.case.deadlines.ids()) == set(numbers.values())
    assert {one.terms.owner for one in after.case.deadlines} == {"A. Lawyer"}
    assert lc.reschedule(after, LAW).is_empty


def plain(found: Schedule) -> str:
    """What the table says, without its markup and its columns."""
    return re.sub(r"<[^>]*>", "", found._repr_html_())


def test_the_table_says_of_each_row_where_it_stands() -> None:
    """Met and when, on another day, not before, the other reading's day."""
    word, day = REQUESTS, date(2026, 6, 3)
    file = opened().record(
        served("r", word, "roe", ["acme"], day, "mail"),
        filed("m", "motion-filed", "acme", day),
        filed("t", "tolling-motion-filed", "acme", day),
        m.JudgmentEntered(title="J", happened_on=date(2026, 5, 20)),
        m.OrderEntered(
            title="O",
            triggers=("tolling-motion-decided",),
            happened_on=date(2026, 8, 20),
        ),
        **BY,
    )
    private = {"united-states-is-a-party": "no"}
    found = lc.schedule(file, LAW, facts=private)
    text = plain(found)
    assert "not before" in text
    # Whether the motion is one that counts is open: the other day is named, too.
    assert "(due 2026-09-21)" in text
    file = file.record(*found.new.events(on=day), **BY)
    wrong = file.correct("r", happened_on=date(2026, 6, 10), ground="Read", **BY)
    assert "set, on another day" in plain(lc.schedule(wrong, LAW))
    answer = served(
        "a", "discovery-response-served", "acme", ["roe"], date(2026, 8, 3), about=["r"]
    )
    met = lc.schedule(file.record(answer, **BY), LAW)
    assert "met on 2026-08-03, late" in plain(met)
    assert str(found.rows[0].because[0]) == found.rows[0].because[0].text
    row = found.rows[0]
    assert row.identity == (row.rule, row.identity[1], row.owed_by)
    assert str(lc.schedule(opened(court=None), LAW).notices[0]).startswith(
        "The case is"
    )


def test_what_the_law_says_that_it_does_not_ask_for_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A text of a rule that asks for less than another still has its date."""
    compute = lc.Law.compute

    def picky(law: lc.Law, period: str, **given: Any) -> lc.Computation:
        for name in ("united-states-is-a-party", "service"):
            if name in given or name in (given.get("facts") or {}):
                msg = f"It does not ask for {name}. Leave it out."
                raise UnusedInputError(msg, field=name, value=None)
        return compute(law, period, **given)

    monkeypatch.setattr(lc.Law, "compute", picky)
    file = opened().record(
        served("r", REQUESTS, "roe", ["acme"], DAY, "mail"),
        m.JudgmentEntered(title="J", happened_on=DAY),
        **BY,
    )
    found = lc.schedule(file, LAW, facts={"united-states-is-a-party": "no"})
    assert {f.code for row in found for f in row.findings} <= {
        "provisional",
        "does-not-apply",  # the sixty days of the United States
    }
    assert str(found.of_rule(RESPOND)[0].shown) == "2026-07-06"
    assert found.of_rule("us/frap/4(a)(1)(A)")[0].shown is not None


def test_what_is_no_state_is_refused() -> None:
    """A word mistyped would read as if nothing were due."""
    with pytest.raises(UnknownNameError, match="no state of a row 'nwe'"):
        lc.schedule(opened(), LAW).having("nwe")
