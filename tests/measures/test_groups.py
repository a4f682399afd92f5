"""Groups add up to the whole, and what is withheld cannot be told from the rest."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from caseload_samples import a_case, done, later
from legalcase.dates import DateRange
from legalcase.measures import GroupFigure, clearance, time_to_disposition
from legalcase.measures.figures.groups import ALL_GROUPS, withheld

if TYPE_CHECKING:
    from collections.abc import Iterable

Q3 = DateRange(date(2026, 7, 1), date(2026, 10, 1))
NAMES = "abcd"

#: What a group has: the numerator, and how many there are.
Row = tuple[int, int]
Told = tuple[tuple[str, int | None, int | float | None], ...]


def told(rows: Iterable[Row], smallest: int) -> Told:
    """What is shown of groups."""
    groups = [
        GroupFigure(
            group=name,
            count=below,
            value=100 * above / below,
            numerator=above,
            denominator=below,
        )
        for name, (above, below) in zip(NAMES, rows, strict=False)
        if below
    ]
    return tuple(
        (one.group, one.count, one.numerator) for one in withheld(groups, smallest)
    )


@pytest.mark.parametrize(
    ("groups", "most", "smallest", "with_parts"),
    [(4, 6, 3, False), (3, 9, 5, False), (3, 5, 3, True), (2, 6, 4, True)],
)
def test_nobody_can_tell_what_is_withheld(
    groups: int, most: int, smallest: int, with_parts: bool
) -> None:
    """Whoever knows the rule tries every world that would have looked the same.

    In all of these, each withheld group has another number at least once: how many it
    has, and of how many that is so, unless the total says that it is so of none or all.
    """
    cells = [
        (above, below)
        for below in range(1, most + 1)
        for above in (range(below + 1) if with_parts else (0,))
    ]
    worlds: dict[tuple[Told, Row], list[tuple[Row, ...]]] = defaultdict(list)
    for rows in product(cells, repeat=groups):
        total = (sum(above for above, _ in rows), sum(below for _, below in rows))
        worlds[told(rows, smallest), total].append(rows)
    hidden = 0
    for (shown, total), alike in worlds.items():
        for name, count, _ in shown:
            if count is not None or name == ALL_GROUPS:
                assert count is None or count >= smallest
                continue
            hidden += 1
            place = NAMES.index(name)
            assert len({rows[place][1] for rows in alike}) > 1, (shown, total)
            if 0 < total[0] < total[1]:
                assert len({rows[place][0] for rows in alike}) > 1, (shown, total)
    assert hidden > 10


def test_one_small_group_is_never_withheld_alone() -> None:
    """The next one in size goes with it; a large one stays."""
    rows = ((1, 2), (3, 7), (9, 20))
    assert told(rows, 5) == (("a", None, None), ("b", None, None), ("c", 20, 9))
    assert told(((3, 6), (3, 7)), 5) == (("a", 6, 3), ("b", 7, 3))
    assert told(((1, 1), (1, 1)), 5) == ((ALL_GROUPS, None, None),)
    assert told((), 5) == ()


def test_equal_groups_are_withheld_with_a_third() -> None:
    """Of two that are alike and their sum, each would be half of it."""
    rows = ((1, 3), (1, 3), (2, 8), (9, 20))
    assert [name for name, count, _ in told(rows, 5) if count is None] == [*"abc"]


def test_a_page_and_its_rows_have_no_number_that_is_withheld() -> None:
    """Neither the text, nor the HTML, nor the rows, nor the `repr`."""
    cases = [
        a_case(f"a{n}", later(Q3.start, -100 - n), done(Q3.start)) for n in range(2)
    ]
    cases += [
        a_case(f"b{n}", later(Q3.start, -200 - n), done(Q3.start), judge="Judge B")
        for n in range(7)
    ]
    cases += [
        a_case(f"c{n}", later(Q3.start, -300 - n), done(Q3.start), judge="Judge C")
        for n in range(11)
    ]
    found = time_to_disposition(cases, during=Q3, by="judge")
    by_name = {one.group: one for one in found.groups}
    assert by_name["Judge C"].count == 11
    for name in ("Judge A", "Judge B"):
        one = by_name[name]
        assert one.is_withheld
        assert (one.count, one.value, one.numerator, one.denominator) == (None,) * 4
        rows = [row for row in found.to_rows() if row["group"] == name]
        assert [row["value"] for row in rows] == [None]
        (line,) = [each for each in str(found).splitlines() if each.startswith(name)]
        assert line.split()[2:] == ["withheld"]
        assert name not in repr(found)
    assert found._repr_html_().count("withheld") == 3


def test_groups_stand_in_the_order_of_their_names() -> None:
    """No ranking: not by what they have."""
    cases = [
        a_case(f"{judge}{n}", Q3.start, judge=judge)
        for judge, count in (("B", 6), ("C", 5), ("A", 7))
        for n in range(count)
    ]
    found = clearance(cases, during=Q3, by="judge")
    assert [one.group for one in found.groups] == ["A", "B", "C"]
