"""How cases hang together: both say so, and none is above itself (invariant 8)."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import legalcase.model as m
from case_files import DAY, NOON, after, joined, numbered
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
)
from legalcase.model.caseload.state import INVERSES

ON: dict[str, Any] = {"happened_on": DAY}


def case(case_id: str, *events: Any, **said: Any) -> m.Case:
    """A case of that id, after events."""
    opened = m.CaseOpened(caption=case_id, happened_on=DAY, **said)
    file = m.CaseFile.open(opened, case_id=case_id, by="clerk", at=NOON, ids=numbered())
    return after(file, joined("acme"), *events).case


def linked(link: str, other: str) -> m.CaseLinked:
    """A link to another case."""
    return m.CaseLinked(link=link, case=other, **ON)


@pytest.mark.parametrize("link", INVERSES)
def test_invariant_08_each_link_has_its_inverse(link: str) -> None:
    """What one case says, the other says from its side."""
    one, other = case("a", linked(link, "b")), case("b")
    (finding,) = m.links([one, other]).findings
    assert (finding.code, finding.kind, finding.cases) == (
        "one-sided",
        link,
        ("a", "b"),
    )
    assert INVERSES[link] in finding.text
    both = m.links([one, case("b", linked(INVERSES[link], "a"))])
    assert both.findings == ()
    assert [row.kind for row in both.of("b")] == [INVERSES[link]]
    assert m.links([one]).not_given == ("b",)
    assert m.links([one]).findings == ()


def test_invariant_08_no_case_is_above_itself() -> None:
    """Whichever of two says so."""
    ring = [
        case("a", linked("parent", "b"), linked("child", "c")),
        case("b", linked("child", "a"), linked("parent", "c")),
        case("c", linked("child", "b"), linked("parent", "a")),
    ]
    found = m.links(ring).findings
    assert [(one.code, one.cases) for one in found] == [("cycle", ("a", "b", "c"))]
    two = m.links([case("a", linked("parent", "b")), case("b", linked("parent", "a"))])
    assert ("cycle", ("a", "b")) in [(one.code, one.cases) for one in two.findings]


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(
            lambda pair: pair[0] != pair[1]
        ),
        max_size=9,
        unique=True,
    )
)
def test_invariant_08_a_cycle_is_found_exactly_where_one_is(
    pairs: list[tuple[int, int]],
) -> None:
    """Against a count that takes away, again and again, who has no child."""
    cases = [
        case(
            f"c{one}",
            *(linked("parent", f"c{to}") for start, to in pairs if start == one),
            *(linked("child", f"c{start}") for start, to in pairs if to == one),
        )
        for one in range(6)
    ]
    left = set(pairs)
    size = -1
    while size != len(left):
        size = len(left)
        left = {pair for pair in left if pair[1] in {start for start, _ in left}}
    found = m.links(cases).findings
    assert bool(found) == bool(left)
    assert {one.code for one in found} <= {"cycle"}
    for one in found:
        steps = zip(one.cases, (*one.cases[1:], one.cases[0]), strict=True)
        assert all((int(a[1:]), int(b[1:])) in set(pairs) for a, b in steps)


def test_events_that_link_by_themselves_count() -> None:
    """A consolidation, a severance, an appeal under the number of a case above."""
    together = m.CasesConsolidated(lead="a", cases=("a", "b"), **ON)
    severed = m.CaseSevered(of=("acme",), into="c", **ON)
    taken = m.AppealTaken(court="us/ca9", number="26-1", **ON)
    first = case("a", together, severed, taken, court="us/cand", number="1")
    second = case("b", together)
    third = case("c", linked("severed-from", "a"))
    above = case("d", linked("appeal-of", "a"), court="us/ca9", number="26-1")
    assert m.links([first, second, third, above]).findings == ()
    silent = evolve(above, folded=case("d", court="us/ca9", number="26-1").folded)
    kinds = [one.kind for one in m.links([first, second, case("c"), silent]).findings]
    assert kinds == ["severed-into", "appealed-in"]


def test_what_is_no_set_of_cases_is_refused() -> None:
    """The same one twice, a file, a link to itself."""
    with pytest.raises(InvalidValueError, match="given twice"):
        m.links([case("a"), case("a")])
    with pytest.raises(InvalidTypeError, match=r"Pass file\.case"):
        m.links(["a"])  # type: ignore[list-item]  # refused here
    with pytest.raises(InvalidValueError, match="linked to itself"):
        case("a", linked("related", "a"))
    with pytest.raises(InvalidValueError, match="none of its words"):
        linked("cousin", "b")


def test_a_link_ends_and_stays_in_the_history() -> None:
    """A deconsolidation, as to one case of several."""
    together = m.CasesConsolidated(lead="a", cases=("a", "b", "c"), **ON)
    apart = m.CaseUnlinked(link="consolidated", case="b", **ON)
    first = case("a", together, apart)
    assert [row.other for row in m.links([first]).rows] == ["c"]
    (link,) = first.caseload.links
    assert link.cases == ("a", "b", "c")
    assert link.ended == (("b", DAY),)
    with pytest.raises(IllegalTransitionError, match="not consolidated with regard"):
        case("a", together, apart, apart)
    with pytest.raises(IllegalTransitionError, match="not parent with regard to 'b'"):
        case("a", m.CaseUnlinked(link="parent", case="b", **ON))
    again = case(
        "a", linked("related", "b"), m.CaseUnlinked(link="related", case="b", **ON)
    )
    assert m.links([again, case("b")]).findings == ()
