"""Groups add up to the whole, and what is withheld cannot be told from the rest."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from caseload_samples import a_case, done, later
from legalcase.dates import DateRange
from legalcase.measures import (
    GroupFigure,
    age_of_pending,
    caseload_report,
    clearance,
    time_to_disposition,
)
from legalcase.measures.figures.groups import ALL_GROUPS, withheld

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.model import Case

GENERAL = "us/model/civil/general-civil"
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
    # Two that have fewer together than one may have are not enough.
    few = told(((0, 1), (1, 2), (3, 10), (9, 20)), 5)
    assert [name for name, count, _ in few if count is None] == [*"abc"]


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


def court(numbers: dict[str, tuple[int, int]]) -> list[Case]:
    """Cases of judges: so many wait, so many ended in the quarter."""
    cases = []
    for judge, (waiting, ended) in numbers.items():
        for n in range(waiting):
            filed = later(Q3.start, -30 - n - 7 * len(judge))
            cases.append(a_case(f"{judge}-w{n}", filed, judge=judge))
        for n in range(ended):
            filed = later(Q3.start, -90 - n)
            over = done(later(Q3.start, n))
            cases.append(a_case(f"{judge}-d{n}", filed, over, judge=judge))
    return cases


@pytest.mark.parametrize(
    "numbers",
    [
        {"A": (11, 9), "B": (13, 6), "C": (3, 8)},
        {"A": (11, 2), "B": (13, 6), "C": (9, 8)},
        {"A": (3, 9), "B": (3, 8), "C": (9, 7), "D": (12, 11)},
        {"A": (0, 9), "B": (3, 8), "C": (9, 0), "D": (12, 4)},
        {"A": (4, 9), "B": (8, 1), "C": (9, 7), "D": (12, 3), "E": (6, 6)},
    ],
)
def test_a_page_does_not_say_in_one_figure_what_another_withholds(
    numbers: dict[str, tuple[int, int]],
) -> None:
    """How many wait, and how many ended, stands in several of them."""
    page = caseload_report(court(numbers), during=Q3, standard=GENERAL, by="judge")
    shown = {figure.TITLE: {one.group: one for one in figure.groups} for figure in page}
    waiting = (
        ("Age of active pending cases", "count"),
        ("Backlog", "denominator"),
        ("Reconciliation of what is pending", "numerator"),
        ("Disposition time (CEPEJ)", "numerator"),
    )
    ended = (
        ("Time to disposition", "count"),
        ("Clearance rate", "numerator"),
        ("Disposition time (CEPEJ)", "denominator"),
    )
    withheld_ones = 0
    for place, same in enumerate((waiting, ended)):
        (first, _), *_ = same
        for judge, one in shown[first].items():
            withheld_ones += one.is_withheld
            for title, name in same[1:]:
                other = shown[title].get(judge)
                if other is not None and one.is_withheld:
                    assert getattr(other, name) is None, (title, judge)
        for title, name in same:
            for judge, one in shown[title].items():
                number = getattr(one, name)
                if number is not None:
                    assert number == numbers[judge][place]
                    assert number == 0 or number >= 5, (title, judge)
    assert withheld_ones > 1


def test_groups_with_one_median_are_withheld_with_a_third() -> None:
    """What has no parts is compared all the same: by its value."""

    def aged(judge: str, count: int, days: int) -> list[Case]:
        filed = later(Q3.last, -days)
        return [a_case(f"{judge}{n}", filed, judge=judge) for n in range(count)]

    cases = [*aged("A", 3, 50), *aged("B", 4, 50), *aged("C", 9, 80)]
    cases += aged("D", 12, 100)
    found = age_of_pending(cases, as_of=Q3.last, by="judge")
    assert [one.group for one in found.groups if one.is_withheld] == ["A", "B", "C"]


def test_a_page_with_groups_names_no_case() -> None:
    """The docket says whose each is, so that ids could be counted by group."""
    cases = court({"A": (9, 7), "B": (3, 8), "C": (12, 2)})
    names = {one.case_id for one in cases}
    asked: dict[str, Any] = {"during": Q3, "standard": GENERAL}
    page = caseload_report(cases, by="judge", **asked)
    trials = next(one for one in page if one.TITLE == "Trial date certainty")
    assert len(trials.exclusions) == 17
    for text in (str(page), page._repr_html_()):
        assert "disposed of without a trial that was held" in text
        assert "see `exclusions`" in text
        assert not {name for name in names if name in text}
    # Whoever withholds nothing, or splits nothing, is told which.
    for open_to_all in (
        caseload_report(cases, **asked),
        caseload_report(cases, by="judge", smallest=1, **asked),
    ):
        assert "A-d0" in str(open_to_all)
        assert "see `exclusions`" not in str(open_to_all)


def test_a_number_that_another_figure_counts_is_not_told_either() -> None:
    """Of groups that are withheld by the lesser of two numbers, in every world."""
    cells = [(part, whole) for whole in range(1, 6) for part in range(whole + 1)]
    worlds: dict[object, list[tuple[Row, ...]]] = defaultdict(list)
    for rows in product(cells, repeat=3):
        groups = [
            GroupFigure(group=name, count=whole, value=0, numerator=part)
            for name, (part, whole) in zip(NAMES, rows, strict=False)
        ]
        shown = tuple(
            (one.group, one.count, one.numerator)
            for one in withheld(groups, 3, ("numerator",))
        )
        total = (sum(part for part, _ in rows), sum(whole for _, whole in rows))
        worlds[shown, total].append(rows)
    hidden = 0
    for told_of, alike in worlds.items():
        shown, total = told_of  # type: ignore[misc]  # as they were put in
        for name, count, part in shown:
            if count is not None:
                assert count >= 3
                assert part is not None
                assert not 0 < part < 3
            elif name != ALL_GROUPS and 0 < total[0] < total[1]:
                hidden += 1
                assert len({rows[NAMES.index(name)][0] for rows in alike}) > 1
    assert hidden > 10
