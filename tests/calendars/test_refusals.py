"""Calendars made by a program: what cannot be one is refused, saying what to give."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from legalcase import calendars
from legalcase.calendars.closures import Closure
from legalcase.calendars.entries.definition import Holiday
from legalcase.calendars.entries.falls import Falls
from legalcase.errors import InvalidTypeError, InvalidValueError
from small_law import ATLANTIS, ORDER, calendar, holiday


@pytest.mark.parametrize("closures", ["storm", 7])
def test_closures_are_several_of_them(closures: Any) -> None:
    """A text would be taken letter by letter."""
    with pytest.raises(InvalidTypeError, match="needs several Closure, not") as caught:
        ATLANTIS.with_closures(closures)
    assert caught.value.field == "closures"


def test_what_is_no_closure_is_named() -> None:
    """A bare day says neither why nor by whose authority."""
    with pytest.raises(InvalidTypeError, match=r"2026.* is no Closure\. Make one"):
        ATLANTIS.with_closures([date(2026, 7, 1)])  # type: ignore[list-item]  # wrong on purpose


@pytest.mark.parametrize("name", ["name", "kind"])
@pytest.mark.parametrize(
    ("value", "error", "said"),
    [
        (7, InvalidTypeError, "is text, not 7. Write it in words"),
        ("Fl\udce4che", InvalidValueError, "has half a character in it. Read"),
    ],
)
def test_a_closure_is_named_in_text(
    name: str, value: Any, error: type[Exception], said: str
) -> None:
    """It is printed, stored and sent; a half character could not be."""
    words = {"name": "Storm", "kind": "office-closed", name: value}
    with pytest.raises(error, match=f"The {name} of a closure.* {said}") as caught:
        Closure(on=date(2026, 7, 1), authority=ORDER, **words)
    assert vars(caught.value)["field"] == name


def test_a_closure_rests_on_an_authority() -> None:
    """A citation alone does not say how it was verified."""
    order: Any = "Gen. Order 14"
    with pytest.raises(InvalidTypeError, match="rests on an Authority, not") as caught:
        Closure(
            on=date(2026, 7, 1), name="Storm", kind="office-closed", authority=order
        )
    assert caught.value.field == "authority"


def test_a_closure_may_have_a_kind_of_the_calendar_s_own() -> None:
    """A word that its entries use, though nothing else knows it, is no slip."""
    own = calendar(holiday=[holiday("may 1", kind="regatta")])
    day = date(2026, 7, 2)
    closure = Closure(on=day, name="Second regatta", kind="regatta", authority=ORDER)
    assert own.with_closures([closure]).closures_on(day) == (closure,)


def test_a_holiday_returns_every_year_at_most() -> None:
    """Every no years is never, or always."""
    with pytest.raises(InvalidValueError, match=r"every 0 years\. Give 1"):
        Holiday(
            id="x",
            name="X",
            falls=Falls.parse("may 1"),
            kind="legal-holiday",
            authority=ORDER,
            every=(0, 2020),
        )


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 2, 1), date(2026, 1, 31)), (date(1, 1, 1), date(9999, 12, 31))],
)
def test_a_horizon_goes_forward_and_ends(first: date, last: date) -> None:
    """A table of all days is made of it."""
    with pytest.raises(InvalidValueError, match="at most 400 years") as caught:
        evolve(ATLANTIS.definition, first=first, last=last)
    assert caught.value.field == "last"


@pytest.mark.parametrize("weekend", [range(7), [7]])
def test_a_weekend_leaves_a_day_of_work(weekend: Any) -> None:
    """With none, no court day would ever be found."""
    with pytest.raises(InvalidValueError, match="is of some days of the week"):
        evolve(ATLANTIS.definition, weekend=frozenset(weekend))


def test_a_reading_of_a_calendar_observes_by_a_table() -> None:
    """A reading made by hand that says it in a word is refused when chosen."""
    reading = {"name": "yes", "observance": {"saturday": "next day"}}
    disputed = calendar(
        holiday=[holiday("may 1")],
        dispute=[
            {
                "id": "observed",
                "kind": "law",
                "question": "Observed?",
                "adopted": "no",
                "reading": [reading],
            }
        ],
    )
    [dispute] = disputed.definition.disputes
    [name] = [one.name for one in dispute.readings]
    broken = evolve(dispute.readings[0], change={"observance": "next day"})
    own = evolve(disputed.definition, disputes=(evolve(dispute, readings=(broken,)),))
    with pytest.raises(InvalidValueError, match="cannot change the observance to"):
        own.under(frozenset({(dispute.id, name)}))
    assert disputed.definition.under(frozenset({(dispute.id, name)})) != own


def test_words_of_a_day_are_short() -> None:
    """Longer ones are no rule of a calendar, and would be searched for long."""
    with pytest.raises(InvalidValueError):
        Falls.parse("may 1 " * 100)


def test_the_package_has_no_other_names() -> None:
    """Loaded late, it still refuses a name that it has not."""
    with pytest.raises(AttributeError, match="no attribute 'Fiesta'"):
        _ = calendars.Fiesta  # type: ignore[attr-defined]  # wrong on purpose


@pytest.mark.parametrize("year", [1, 9999])
def test_several_days_lie_in_years_that_have_neighbours(year: int) -> None:
    """One that could end beyond the last year, or begin before the first, is none."""
    [recess] = calendar(
        holiday=[holiday("december 24", to="january 6", kind="recess")]
    ).definition.holidays
    assert tuple(recess.days_in(year)) == ()
    assert len(tuple(recess.days_in(2026))) == 14


def test_a_closure_is_a_row_of_plain_types() -> None:
    """Its day as text, its authority by the citation and how it was verified."""
    shut = Closure(
        on=date(2026, 7, 1), name="Flood", kind="office-closed", authority=ORDER
    )
    assert shut.to_dict() == {
        "on": "2026-07-01",
        "name": "Flood",
        "kind": "office-closed",
        "authority": ORDER.cite,
        "verified": ORDER.verified,
    }
