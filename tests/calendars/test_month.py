"""MonthGrid: a month as text and as HTML, closed days marked and named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase as lc
from legalcase.errors import (
    CalendarOutOfBoundsError,
    InvalidTypeError,
    InvalidValueError,
)
from small_law import calendar, holiday

USED = calendar(
    name="Courts of Atlantis",
    holiday=[holiday("july 3", name="Regatta", cite="Act 3")],
)


def test_a_month_as_text() -> None:
    """Weeks from Monday, closed days in brackets, holidays named below."""
    assert str(USED.month(2026, 7)) == (
        "Courts of Atlantis, July 2026\n"
        "  Mon   Tue   Wed   Thu   Fri   Sat   Sun\n"
        "               1     2   [ 3]  [ 4]  [ 5]\n"
        "   6     7     8     9    10   [11]  [12]\n"
        "  13    14    15    16    17   [18]  [19]\n"
        "  20    21    22    23    24   [25]  [26]\n"
        "  27    28    29    30    31\n"
        "Fri 03 Jul  Regatta (legal-holiday; Act 3)"
    )


def test_a_month_that_fills_its_weeks() -> None:
    """February 2027 has four weeks and nothing around them; December ends the year."""
    february = str(USED.month(2027, 2)).splitlines()
    assert len(february) == 2 + 4
    assert february[2].split() == ["1", "2", "3", "4", "5", "[", "6]", "[", "7]"]
    december = str(USED.month(2026, 12)).splitlines()
    assert december[0] == "Courts of Atlantis, December 2026"
    assert december[-1].split()[-1] == "31"


def test_a_grid_is_a_value() -> None:
    """Two of the same month are equal; it keeps the closures, weekends too."""
    grid = USED.month(2026, 7)
    assert grid == USED.month(2026, 7)
    assert grid != USED.month(2026, 8)
    assert [closure.on.day for closure in grid.closures] == [
        *(3, 4, 5, 11, 12, 18, 19, 25, 26),
    ]
    assert grid.title == "Courts of Atlantis, July 2026"


def test_a_month_as_html() -> None:
    """A cell a day, closed ones shaded; the authority is told on hovering."""
    shown = USED.month(2026, 7)._repr_html_()
    assert shown.startswith("<table ")
    assert shown.endswith("</tbody></table>")
    assert shown.count("<tr>") == 1 + 5
    assert shown.count("<td ") == 35
    assert shown.count("<th ") == 7
    # Nine closed days: the holiday and eight of weekends.
    assert shown.count(";background:#8883") == 9
    assert shown.count("<small ") == 1
    assert '3<br><small title="legal-holiday; Act 3">Regatta</small></td>' in shown
    # The two days before Wednesday the first are empty cells.
    assert shown.count('"></td>') == 2 + 2


def test_html_of_a_month_is_escaped() -> None:
    """No name, kind or citation can become markup."""
    used = calendar(name="<i>Courts</i>").with_closure(
        date(2026, 7, 8), "<script>x</script>", "legal-holiday", authority='"><b>'
    )
    shown = used.month(2026, 7)._repr_html_()
    assert "<script>" not in shown
    assert "<i>" not in shown
    assert "&lt;script&gt;x&lt;/script&gt;" in shown
    assert 'title="legal-holiday; &quot;&gt;&lt;b&gt;"' in shown


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_are_twelve_months(month: int) -> None:
    """Any other is refused, and named."""
    with pytest.raises(InvalidValueError) as caught:
        USED.month(2026, month)
    assert str(caught.value) == (
        f"There is no month {month}. Give 1 for January to 12 for December."
    )
    assert (caught.value.field, caught.value.value) == ("month", month)


@pytest.mark.parametrize("year", [0, -1, 10000])
def test_a_year_is_one_that_a_date_can_have(year: int) -> None:
    """Any other is refused, and named."""
    with pytest.raises(InvalidValueError, match=f"There is no year {year}") as caught:
        USED.month(year, 7)
    assert (caught.value.field, caught.value.value) == ("year", year)


@pytest.mark.parametrize("pair", [(2026, "7"), ("2026", 7), (2026, 7.0), (2026, True)])
def test_year_and_month_are_whole_numbers(pair: tuple[Any, Any]) -> None:
    """Neither text, nor fractions, nor flags."""
    with pytest.raises(InvalidTypeError, match="two whole numbers") as caught:
        USED.month(*pair)
    assert caught.value.value == pair


def test_a_month_outside_the_horizon_is_refused() -> None:
    """A grid would show open days that nobody knows of."""
    with pytest.raises(CalendarOutOfBoundsError, match="2036-01-01 is outside"):
        lc.calendar("us").month(2036, 1)
