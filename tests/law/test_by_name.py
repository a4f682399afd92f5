"""What comes without a name is refused with the name that it needs."""

from __future__ import annotations

import inspect
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from legalcase.errors import InvalidTypeError

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 6, 3)
ASKING: list[Callable[..., Any]] = [lc.compute, lc.served_on, lc.find_rules]


@pytest.mark.parametrize(
    ("function", "given", "field", "said"),
    [
        (lc.compute, ("us/frcp/59(e)", DAY), "after", "Pass after=date(2026, 6, 3), "),
        (lc.compute, ("21 days", DAY, "us"), "after", "or before= or extending= if"),
        (lc.served_on, (DAY, "mail", "us/frcp"), "under", "Pass under='us/frcp', or"),
        (lc.find_rules, ("us-ca",), "jurisdiction", "jurisdiction='us-ca', or text="),
        (lc.find_rules, ("x" * 99,), "jurisdiction", "Pass jurisdiction=…, or text="),
    ],
)
def test_the_error_says_which_name(
    function: Callable[..., Any], given: tuple[object, ...], field: str, said: str
) -> None:
    """Python's own message counts arguments that the caller never saw."""
    with pytest.raises(InvalidTypeError) as caught:
        function(*given)
    assert said in str(caught.value)
    assert caught.value.field == field


def test_the_law_of_one_s_own_says_the_same() -> None:
    """The functions are methods of a `Law`."""
    with pytest.raises(TypeError, match=r"Pass after=date\(2026, 6, 3\)"):
        lc.Law.bundled().compute("21 days", DAY)  # type: ignore[arg-type]  # that is the mistake


@pytest.mark.parametrize("function", ASKING, ids=lambda f: f.__name__)
def test_the_help_lists_nothing_that_cannot_be_passed(
    function: Callable[..., Any],
) -> None:
    """`law` is what the question is put to, and no argument of the caller's."""
    assert "law" not in inspect.signature(function).parameters
    text = inspect.getdoc(function) or ""
    assert "law:" not in text.split()
