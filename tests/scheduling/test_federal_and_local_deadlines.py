"""Deadlines of the federal rules that few papers bring up, and of two districts' rules.

The dates are those of the plain count that `clerk_cases` makes.
"""

from __future__ import annotations

from typing import Any

import pytest

from clerk_cases import back, case, due, filed, hearing, judged, ordered, record, served
from clerk_cases import rows as scheduled

DEFAULT = "us/frcp/55(b)(2)"


def begun(*events: Any, court: str = "us/cand") -> Any:
    """A case in which the summons was served on our client, and what else there was."""
    first = served("s", "summons-served", "04-03", how="personal")
    return record(record(case(court=court), first), *events)


def rows(file: Any, *rules: str) -> set[tuple[str, str, str]]:
    """Rule, who owes it, and when."""
    return {row[:3] for row in scheduled(file, *rules)}


@pytest.mark.parametrize(
    ("appeared", "paper", "expected"),
    [
        (True, "default-judgment-motion-filed", [(DEFAULT, "roe", "2026-07-02")]),
        # "If the party against whom a default judgment is sought has appeared."
        (False, "default-judgment-motion-filed", []),
        (True, "remand-motion-filed", []),
    ],
)
def test_notice_of_an_application_for_default_judgment(
    appeared: bool, paper: str, expected: list[tuple[str, str, str]]
) -> None:
    """Seven days before that hearing alone, where the party has appeared."""
    file = begun(filed("m", paper, "06-01", by="roe"))
    if appeared:
        file = record(file, filed("a", "defendant-appeared", "04-20", by="acme"))
    file = record(file, hearing("h", "07-10", about="m"))
    assert sorted(rows(file, "55(b)(2)")) == expected


def test_who_removed_and_who_was_told_demand_a_jury_each_in_its_time() -> None:
    """From the filing, and from being served with it (Rule 81(c)(3)(B))."""
    file = begun(
        filed("r", "notice-of-removal-filed", "04-20", by="acme"),
        served(
            "n", "notice-of-removal-served", "04-21", by="acme", on="roe", about="r"
        ),
    )
    assert rows(file, "(B)(i)", "(B)(ii)") == {
        ("us/frcp/81(c)(3)(B)(i)", "acme", str(due("04-20", 14))),
        ("us/frcp/81(c)(3)(B)(ii)", "roe", str(due("04-21", 14))),
    }


@pytest.mark.parametrize(
    ("word", "rule", "days"),
    [
        ("transcript-available-noticed", "30(e)(1)", 30),
        ("master-report-served", "53(f)(2)", 21),
        ("responsive-pleading-served", "12(f)(2)", 21),
        ("death-statement-served", "25(a)(1)", 90),
    ],
)
def test_what_a_paper_brings_up(word: str, rule: str, days: int) -> None:
    """For our client, from the day on which it was served."""
    expected = {(f"us/frcp/{rule}", "acme", str(due("06-22", days)))}
    assert rows(begun(served("x", word, "06-22")), f"/{rule}") == expected


def test_what_an_order_on_certification_brings_up() -> None:
    """Fourteen days to petition; that the United States is no party is not known."""
    file = begun(ordered("x", "class-certification-order-entered", "06-22"))
    assert rows(file, "23(f)") == {("us/frcp/23(f)", "acme", str(due("06-22", 14)))}


def test_after_the_judgment_costs_and_affidavits() -> None:
    """Seven days from the taxation; fourteen from a motion that was served on Roe."""
    file = begun(
        judged("j", "06-22"),
        filed("c", "costs-taxed", "07-06"),
        served("n", "new-trial-motion-served", "07-10", by="acme", on="roe"),
    )
    assert rows(file, "54(d)(1)", "59(c)") == {
        ("us/frcp/54(d)(1)", "acme", str(due("07-06", 7))),
        ("us/frcp/59(c)", "roe", str(due("07-10", 14))),
    }


def test_what_an_appeal_brings_up() -> None:
    """The transcript, and the statement of whom the attorney represents."""
    file = case(court="us/ca9", proceeding="appeal")
    file = record(file, filed("n", "notice-of-appeal-filed", "06-22", by="acme"))
    assert rows(file, "10(b)(1)", "frap/12(b)") == {
        ("us/frap/10(b)(1)", "acme", str(due("06-22", 14))),
        ("us/frap/12(b)", "acme", str(due("06-22", 14))),
    }


@pytest.mark.parametrize(
    ("motion", "answer", "reply"),
    [
        ("motion-served", ("6.1(b)(2)", 14), ("6.1(b)(3)", 7)),
        ("discovery-motion-served", ("6.1(a)(2)", 7), ("6.1(a)(3)", 2)),
    ],
)
def test_motions_of_new_york_by_what_they_are_about(
    motion: str, answer: tuple[str, int], reply: tuple[str, int]
) -> None:
    """Local Civil Rule 6.1: those about discovery have shorter times, and no others."""
    file = begun(
        served("m", motion, "06-01"),
        served("r", "response-served", "06-08", by="acme", on="roe", about="m"),
        court="us/nysd",
    )
    rule = "us/nysd/civil-rules/"
    local = {row for row in rows(file) if row[0].startswith(rule)}
    assert local == {
        (f"{rule}{answer[0]}", "acme", str(due("06-01", answer[1]))),
        (f"{rule}{reply[0]}", "roe", str(due("06-08", reply[1]))),
    }


@pytest.mark.parametrize("about_discovery", [False, True])
def test_motions_of_los_angeles(about_discovery: bool) -> None:
    """Back from the hearing; those about discovery follow L.R. 37, not entered."""
    word = "discovery-motion-served" if about_discovery else "motion-served"
    file = begun(served("m", word, "06-01"), court="us/cacd")
    file = record(file, hearing("h", "08-10", about="m"))
    local = {row for row in rows(file) if row[0].startswith("us/cacd/")}
    assert local == (
        set()
        if about_discovery
        else {
            # By mail or not is not known: the earlier day is shown.
            ("us/cacd/l-r/6-1", "roe", str(back("08-10", 31))),
            ("us/cacd/l-r/7-9", "acme", str(back("08-10", 21))),
            ("us/cacd/l-r/7-9", "doe", str(back("08-10", 21))),
            ("us/cacd/l-r/7-10", "roe", str(back("08-10", 14))),
        }
    )
