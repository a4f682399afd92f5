"""Results as plain JSON types: what `to_dict` gives, and that JSON can say it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

import legalcase as lc
from every_one import for_each
from legalcase.dates import Period
from legalcase.kernel import Ref
from legalcase.model import Agenda, Derived, Ordered
from legalcase.model import AgendaItem as Item
from legalcase.plain_data import PlainData, plain
from one_case import case_of, deadline_set
from samples import samples

DAY = date(2026, 6, 3)
WEEK = Period.parse("7 days")
ANSWERS = lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail")
PLAIN = {
    name: value for name, value in samples().items() if isinstance(value, PlainData)
}


def agenda() -> Agenda:
    """The agenda of a case with a deadline of each kind."""
    bases = (
        ("answers", ANSWERS),
        ("report", Ordered(due=DAY, authority="Order 1")),
        ("draft", Derived(follows=Ref("deadline", "answers"), period=WEEK)),
    )
    events = [deadline_set(name, basis, title=f"The {name}") for name, basis in bases]
    return case_of(*events, case_id="roe", number=None).agenda()


@for_each("name", PLAIN)
def test_json_can_say_it(name: str) -> None:
    """Every value that offers it gives what JSON reads back as it was written."""
    data = PLAIN[name].to_dict()
    assert data
    assert json.loads(json.dumps(data)) == data


def test_many_results_have_it() -> None:
    """Those that people put into a table."""
    wanted = {
        *("Computation", "Closure", "Reading", "Notice", "Source", "Inputs", "Court"),
        *("Agenda", "AgendaItem", "Deadline", "DueDates", "DeadlineRule", "Hearing"),
    }
    assert wanted <= {type(value).__name__ for value in PLAIN.values()}


def test_a_computation() -> None:
    """Its dates stand at the top, and under them the whole argument."""
    data = ANSWERS.to_dict()
    assert list(data)[:5] == ["subject", "title", "bound", "due", "safe"]
    assert (data["due"], data["safe"]) == ("2026-07-09", str(ANSWERS.safe))
    assert data["inputs"]["service"] == "mail"
    assert data["steps"][2]["closures"][0] == {
        "on": "2026-07-03",
        "name": "Independence Day (observed)",
    }
    assert [s["code"] for s in data["steps"]] == [s.code for s in ANSWERS.steps]
    assert [r["due"] for r in data["readings"]] == [
        str(r.due) for r in ANSWERS.readings
    ]
    assert data["sources"][0]["id"] == "us/frcp/33(b)(2)"
    assert [n["code"] for n in data["notices"]] == [n.code for n in ANSWERS.notices]


def test_a_computation_that_does_not_run_has_no_dates() -> None:
    """But the safe one, if it runs under another answer; and says for what it waits."""
    waiting = lc.compute(
        "us/frap/4(a)(1)(A)",
        after={
            "judgment-entered": date(2021, 9, 10),
            "tolling-motion-filed": date(2021, 9, 20),
        },
        court="cand",
    )
    data = waiting.to_dict()
    assert not waiting.is_running
    assert [data[name] for name in ("due", "nominal", "due_at")] == [None] * 3
    assert data["safe"] == waiting.safe.isoformat() == "2021-10-12"
    assert data["waits_for"] == list(waiting.waits_for)


def test_a_closure_is_one_row() -> None:
    """So that a frame has a column for each of its parts."""
    closure = lc.calendar("us").why_closed(date(2026, 7, 3))
    assert closure is not None
    assert closure.to_dict() == {
        "on": "2026-07-03",
        "name": "Independence Day (observed)",
        "kind": "legal-holiday",
        "authority": "5 U.S.C. § 6103(a)",
        "verified": "text",
    }


def test_an_item_of_an_agenda_is_one_row() -> None:
    """The deadline, its state and its dates."""
    rows = [item.to_dict() for item in agenda().items]
    report, draft, answers = rows
    assert (report["deadline_id"], report["shown"]) == ("report", "2026-06-03")
    assert (answers["state"], answers["due"]) == ("proposed", "2026-07-09")
    assert draft["shown"] < answers["shown"]
    assert set(report) >= {
        each.name for each in attrs.fields(type(agenda().items[0].dates))
    }
    assert agenda().to_dict()["items"] == rows


def test_a_basis_says_its_kind() -> None:
    """Computed, ordered, agreed or derived."""
    by_id = {item.deadline.deadline_id: item.deadline for item in agenda().items}
    kinds = {
        name: deadline.to_dict()["terms"]["basis"]["kind"]
        for name, deadline in by_id.items()
    }
    assert kinds == {"answers": "computed", "report": "ordered", "draft": "derived"}


def test_a_rule_is_one_row() -> None:
    """What is due when, in the newest version."""
    (rule,) = lc.find_rules(text="us/frcp/59(e)")
    data = rule.to_dict()
    assert (data["when"], data["act"]) == ("28 days after judgment-entered", "file")
    assert data["in_force_from"] == "2009-12-01"


def test_the_function_of_attrs_works_too() -> None:
    """`attrs.asdict` keeps dates and tuples."""
    data: dict[str, Any] = attrs.asdict(ANSWERS)
    assert data["outcome"][0] == date(2026, 7, 9)
    assert data["sources"][0]["kind"] == "deadline"
    assert attrs.asdict(Item(deadline=agenda().items[0].deadline, **_rest()))[
        "deadline"
    ]


def _rest() -> dict[str, Any]:
    item = agenda().items[0]
    return {"dates": item.dates, "changed_at": item.changed_at}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 6, 3, 17, tzinfo=UTC), "2026-06-03T17:00:00+00:00"),
        (frozenset({"b", "a"}), ["a", "b"]),
        ({1: (DAY,)}, {"1": ["2026-06-03"]}),
        (lc.Period(21, "day"), {"number": 21, "unit": "day"}),
        (lc.model.CaseStatus.ACTIVE, "active"),
        (1.5, 1.5),
        (UTC, "UTC"),
    ],
)
def test_each_sort_of_value(value: object, expected: object) -> None:
    """Whatever a result can hold."""
    assert plain(value) == expected


def test_results_show_themselves_in_a_notebook() -> None:
    """A case, a court, rules that were found, a rule of computation: as tables."""
    shown = (
        (lc.court("cand"), "Northern District of California"),
        (lc.rule("us/frcp"), "Federal Rules of Civil Procedure"),
        (lc.find_rules(text="us/frcp/59(e)"), "28 days after judgment-entered"),
        (lc.find_rules(text="no such words"), "no deadline that is entered fits"),
        (samples()["Case"], samples()["Case"].case_id),
    )
    for value, part in shown:
        html = value._repr_html_()  # type: ignore[union-attr]  # what notebooks call
        assert html.startswith("<div")
        assert part in html


def test_what_was_found_is_a_tuple() -> None:
    """It is compared, hashed and unpacked like any other."""
    found = lc.find_rules(text="us/frcp/59(e)")
    assert found == (lc.rule("us/frcp/59(e)"),)
    assert hash(found) == hash(tuple(found))
    assert isinstance(found, tuple)


def test_a_deadline_and_a_line_say_which_they_are() -> None:
    """Id, state and basis; number, kind and day; and no word of what it is about."""
    items = {item.deadline.deadline_id: item.deadline for item in agenda().items}
    assert repr(items["answers"]) == (
        "<Deadline 'answers' proposed: us/frcp/33(b)(2), due 2026-07-09>"
    )
    assert (
        repr(items["report"]) == "<Deadline 'report' proposed: ordered, due 2026-06-03>"
    )
    assert (
        repr(items["draft"])
        == "<Deadline 'draft' proposed: 7 days before deadline 'answers'>"
    )
    line = samples()["Recorded"]
    assert repr(line) == (f"<Recorded {line.number} of {line.stream!r}: {line.kind}>")
