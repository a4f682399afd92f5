"""A law with closures that were announced: another value, and nothing else changes."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

import legalcase as lc
from law_folders import ATLANTIS
from legalcase.errors import CalendarOutOfBoundsError, UnknownNameError

LAW = lc.Law.bundled()
DAY = date(2026, 4, 24)


def closure(day: date = DAY, kind: str = "legal-holiday") -> lc.Closure:
    """A day on which the courts are closed."""
    cite = lc.Authority(cite="Gen. Order 14")
    return lc.Closure(on=day, name="flood", kind=kind, authority=cite)


def answer(law: lc.Law) -> lc.Computation:
    """The time to answer, which ends on that day."""
    return law.compute(
        "us/frcp/12(a)(1)(A)(i)",
        after=date(2026, 4, 3),
        court="us/cand",
        facts={"defendant-is-the-united-states": "no"},
    )


def test_what_is_computed_names_the_closure_and_the_edition() -> None:
    """The step has the day with its name, the source another edition."""
    law = LAW.with_closures({"us": [closure()]})
    plain, flooded = answer(LAW), answer(law)
    assert (plain.due, flooded.due) == (DAY, date(2026, 4, 27))
    assert (DAY, "flood") in flooded.steps[-1].closures
    editions = {s.id: s.edition for s in flooded.sources}
    assert editions["us"] == law.calendar("us").edition
    assert editions["us"] != {s.id: s.edition for s in plain.sources}["us"]
    assert answer(LAW) == plain


def test_it_is_a_value() -> None:
    """Equal with equal closures in any order, and sent to others as it is."""
    other = closure(date(2026, 4, 27))
    both = LAW.with_closures({"us": [closure(), other]})
    assert both == LAW.with_closures({"us": [other, closure()]})
    assert both == LAW.with_closures({"us": [closure()]}).with_closures({"us": [other]})
    assert hash(both) == hash(LAW.with_closures({"us": [other, closure()]}))
    assert both != LAW
    assert LAW.with_closures({}) == LAW
    assert pickle.loads(pickle.dumps(both)) == both
    assert answer(pickle.loads(pickle.dumps(both))).due == date(2026, 4, 28)
    assert "2 more closures" in repr(both)
    assert "1 more closure>" in repr(LAW.with_closures({"us": [closure()]}))


def test_what_is_based_on_a_calendar_is_closed_as_well() -> None:
    """And no other calendar is."""
    law = LAW.with_closures({"us": [closure()], "de-by": [closure()]})
    assert not law.calendar("us/inauguration-area").is_open(DAY)
    assert not law.calendar("de-by/augsburg").is_open(DAY)
    assert law.calendar("us-ca").is_open(DAY)
    assert LAW.calendar("us").is_open(DAY)


def test_a_folder_laid_over_it_keeps_the_closures() -> None:
    """In either order."""
    law = LAW.with_closures({"us": [closure()]}).with_folder(ATLANTIS)
    assert not law.calendar("us").is_open(DAY)
    assert law == LAW.with_folder(ATLANTIS).with_closures({"us": [closure()]})


def test_a_slip_of_the_pen_is_refused() -> None:
    """A calendar or a kind that there is not, a day that no calendar knows."""
    with pytest.raises(UnknownNameError, match="no calendar 'usa'"):
        LAW.with_closures({"usa": [closure()]})
    with pytest.raises(UnknownNameError, match="kind of closure"):
        LAW.with_closures({"us": [closure(kind="flod")]})
    with pytest.raises(CalendarOutOfBoundsError):
        LAW.with_closures({"us": [closure(date(2150, 1, 3))]})
    with pytest.raises(lc.LegalCaseError, match="mapping of calendar to closures"):
        LAW.with_closures([closure()])  # type: ignore[arg-type]  # on purpose
    with pytest.raises(lc.LegalCaseError, match="several Closure"):
        LAW.with_closures({"us": closure()})  # type: ignore[dict-item]  # on purpose
