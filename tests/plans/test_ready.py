"""What can be done now, as a table, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from legalcase import Law
from legalcase.errors import InvalidTypeError, MissingInputError
from legalcase.plans import Plan, Ready, ready
from plan_cases import ON, adopted, case, small

LAW = Law.bundled()


def test_what_is_ready_renders_itself_and_stays_a_tuple() -> None:
    """Every title and every id of an item is there."""
    found = ready(adopted(), LAW, on=ON)
    assert isinstance(found, Ready)
    assert found == tuple(found)
    said = str(found)
    assert said.startswith(f"Ready: {len(found)}\n")
    assert found
    for row in found:
        assert row.title.split()[0] in said
        assert row.item_id in found._repr_html_()


def test_until_keeps_what_is_due_by_then_and_what_has_no_date() -> None:
    """The day itself is included."""
    found = ready(adopted(), LAW, on=ON)
    none = found.until(date(2000, 1, 1))
    assert none == tuple(row for row in found if row.shown is None)
    assert found.until(date(2099, 1, 1)) == found
    for row in found:
        if row.shown is not None:
            assert row in found.until(row.shown)
    with pytest.raises(InvalidTypeError, match="Dates are not read from text"):
        found.until("2026-06-05")  # type: ignore[arg-type]  # what is tested


def test_roles_that_nobody_fills_are_given_back_to_be_filled() -> None:
    """What is to be passed can be copied from the message."""
    made = Plan.of(small(), case(), LAW, roles={}, on=ON)
    with pytest.raises(MissingInputError) as caught:
        made.events()
    missing = caught.value.value
    assert isinstance(missing, tuple)
    assert missing
    for role in missing:
        assert f"{role!r}: 'u-1'" in str(caught.value)
