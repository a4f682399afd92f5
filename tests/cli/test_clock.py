"""`legalcase clock`: a clock with excluded time at the command line."""

from __future__ import annotations

import json
from datetime import date

import legalcase as lc
from cli.running import answered, ran, squeezed, too_wide
from legalcase.scheduling.clocks import StatutoryClock

LAW = lc.Law.bundled()
CHARGE = "us/29-usc/626(d)(1)(A)"
TRIAL = "us/18-usc/3161(c)(1)"
HABEAS = "us/28-usc/2244(d)"
#: The trial of the how-to: a motion, and a continuance on findings across its end.
STATED = (
    "clock",
    TRIAL,
    "--trigger",
    "indictment-filed=2025-03-03",
    "--trigger",
    "first-appearance=2025-03-01",
    "--exclude",
    "(h)(1)(D)=2025-03-10/2025-03-20",
    "--exclude",
    "(h)(7)=2025-03-15/2025-04-15,finding",
)


def test_the_last_day_is_that_of_the_library() -> None:
    """180 days from 5 January 2026, a Saturday that nothing carries; and its note."""
    text = answered("clock", CHARGE, "--after", "2026-01-05")
    clock = StatutoryClock.of_rule(LAW.clock(CHARGE), date(2026, 1, 5))
    assert clock.last_day() == date(2026, 7, 4)
    said = squeezed(text)
    assert "Last day: Sat 2026-07-04." in said
    assert "180 counted of 180" in said
    assert "300 days where § 633(b) applies" in said
    assert too_wide(text) == []


def test_what_is_excluded_is_taken_out() -> None:
    """37 days on two grounds; without its finding the continuance takes out none."""
    said = squeezed(answered(*STATED, "--on", "2025-06-02"))
    assert "91 days since the start, 37 excluded, 54 counted of 70." in said
    assert "Last day: Wed 2025-06-18." in said
    bare = [word.removesuffix(",finding") for word in STATED]
    assert "11 excluded" in squeezed(answered(*bare, "--on", "2025-06-02"))


def test_json_has_the_standing_and_what_was_stated() -> None:
    """The dates first; the whole clock behind them."""
    data = json.loads(answered(*STATED, "--on", "2025-06-02", "--format", "json"))
    assert data["standing"]["last_on"] == data["safe"] == "2025-06-18"
    assert [one["basis"] for one in data["clock"]["exclusions"]] == [
        "(h)(1)(D)",
        "(h)(7)",
    ]


def test_the_other_forms_say_the_same() -> None:
    """Markdown and a whole page of HTML."""
    assert answered(*STATED, "--format", "markdown").startswith("**Trial: 70 days")
    shown = answered(*STATED, "--format", "html")
    assert "Last day: Wed 2025-06-18." in shown
    assert shown.rstrip().endswith("</html>")


def test_what_stands_still_asks_for_a_day() -> None:
    """An exclusion without an end: no last day, unless a day is asked."""
    asked = ("clock", HABEAS, "--after", "2024-03-04")
    still = (*asked, "--exclude", "2244(d)(2)=2024-06-01/")
    refused = ran(*still)
    assert refused.status == 2
    assert "an exclusion has no end" in squeezed(refused.err)
    assert "Not running" in squeezed(answered(*still, "--on", "2024-07-01"))


def test_a_clock_is_no_deadline_and_says_what_it_is() -> None:
    """Whoever asks `due` for one is told of the command that has it."""
    refused = ran("due", CHARGE, "--after", "2026-01-05")
    assert refused.status == 1
    assert f"legalcase clock '{CHARGE}' --after DATE" in squeezed(refused.err)


def test_what_no_date_can_have_is_refused_and_the_last_day_of_all_is_shown() -> None:
    """An end far away for what still lasts, and a start in the last year there is."""
    habeas = ("clock", HABEAS, "--after", "2024-03-04")
    for words in (
        (*habeas, "--exclude", "2244(d)(2)=2024-06-01/9999-12-31"),
        ("clock", CHARGE, "--after", "9999-12-30"),
        ("clock", HABEAS, "--after", "9999-12-30"),
    ):
        refused = ran(*words)
        assert refused.status == 1, words
        assert "leave the years that a date can have" in squeezed(refused.err)
    assert "9999-12-31" in answered(*habeas, "--on", "9999-12-31")
    clock = StatutoryClock.of_rule(LAW.clock(HABEAS), date(9998, 11, 30))
    assert clock.timeline(on=date(9999, 12, 31)).splitlines()[-2].startswith("9999-12")


def test_mistakes_are_refused() -> None:
    """Each names what was wrong, and what to write."""
    asked = ("clock", TRIAL, "--trigger", "indictment-filed=2025-03-03")
    for words, status, said in (
        (("clock", TRIAL), 2, "indictment-filed, first-appearance"),
        (("clock", CHARGE), 2, "--after"),
        ((*asked, "--after", "2025-03-03"), 2, "Give one kind"),
        ((*asked, "--trigger", "indictment-filed=2025-03-04"), 2, "twice"),
        (asked, 1, "first-appearance"),
        ((*asked, "--trigger", "2025"), 2, "WORD=DATE"),
        ((*asked, "--exclude", "(h)(7)=2025-03-15"), 2, "BASIS=FROM/UNTIL"),
        ((*asked, "--exclude", "(h)(7)=2025-03-15/,said"), 2, "order, finding or"),
        ((*asked, "--exclude", "(h)(7)=2025-03-15/soon"), 2, "soon"),
        ((*STATED, "--exclude", "(h)(99)=2025-03-15/"), 1, "(h)(99)"),
        (("clock", "us/frcp/59(e)", "--after", "2025-03-03"), 1, "legalcase due"),
        (("clock", "us/frcp/59(zz)", "--after", "2025-03-03"), 1, "no clock"),
    ):
        refused = ran(*words)
        assert refused.status == status, words
        assert said in squeezed(refused.err), (words, refused.err)
