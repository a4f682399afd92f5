"""Between which days a closure can change what was computed: no day outside does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase as lc
from legalcase.model import Computed

LAW = lc.Law.bundled()
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("us/frcp/33(b)(2)", {"after": date(2026, 6, 3), "service": "mail"}),
    ("us/frcp/33(b)(2)", {"after": date(2026, 6, 3)}),
    ("us/frcp/6(c)(1)", {"before": date(2026, 7, 20)}),
    ("us/frcp/12(a)(1)(A)(i)", {"after": date(2026, 6, 12)}),
    (
        "us/frcp/15(a)(1)(B)",
        {
            "after": {
                "responsive-pleading-served": date(2026, 6, 12),
                "rule-12-motion-served": date(2026, 6, 1),
            }
        },
    ),
]


@pytest.mark.parametrize(("rule", "given"), CALLS)
def test_a_closure_outside_the_span_changes_nothing(
    rule: str, given: dict[str, Any]
) -> None:
    """Day by day, before and after; the end itself lies within."""
    found = LAW.compute(rule, court="us/cand", **given)
    basis = Computed(computation=found)
    first, last = basis.span()
    assert basis.span() is basis.span()
    assert first <= found.due <= last
    assert first <= found.safe <= last
    outside = [first - timedelta(days=n) for n in range(1, 9)]
    outside += [last + timedelta(days=n) for n in range(1, 9)]
    for day in outside:
        closure = lc.Closure(
            on=day,
            name="flood",
            kind="legal-holiday",
            authority=lc.Authority(cite="Gen. Order 14"),
        )
        law = LAW.with_closures({"us": [closure]})
        other = law.compute(rule, court="us/cand", **given)
        assert (other.due, other.safe) == (found.due, found.safe), day


def test_what_waits_for_everything_has_no_span() -> None:
    """No day bears on it."""
    found = LAW.compute(
        "us/frap/4(a)(1)(A)",
        after={
            "judgment-entered": date(2026, 3, 2),
            "tolling-motion-filed": date(2026, 3, 20),
        },
        facts={"tolling-motion-listed": "yes", "united-states-is-a-party": "no"},
    )
    assert not found.is_running
    first, last = Computed(computation=found).span()
    assert (first, last) == (date(2026, 3, 2), date(2026, 3, 20))
