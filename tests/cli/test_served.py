"""`legalcase served`: the day on which service is complete."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from cli.running import answered, ran, squeezed, too_wide

LONDON = ZoneInfo("Europe/London")
EMAIL = ("served", "2024-06-07T17:00", "email", "--under", "gb-eaw/cpr")


def test_the_deemed_day_is_that_of_the_library() -> None:
    """An e-mail at five on a Friday: after 16:30, so the next business day (6.26)."""
    text = answered(*EMAIL)
    said = squeezed(text)
    assert "Service is complete on Mon 2024-06-10." in said
    assert "CPR 6.26, row 5" in said
    assert too_wide(text) == []
    sent = datetime(2024, 6, 7, 17, tzinfo=LONDON)
    expected = lc.served_on(sent, "email", under="gb-eaw/cpr")
    data = json.loads(answered(*EMAIL, "--format", "json"))
    assert (data["due"], data["safe"]) == (str(expected.due), str(expected.safe))


def test_what_would_make_another_day_can_be_pasted() -> None:
    """The claim form has another day; the option that says so is printed."""
    text = answered(*EMAIL)
    option = "--reading gb-eaw/cpr#class-of-paper=yes"
    assert option.split()[1] in text
    chosen = answered(*EMAIL, *option.split())
    assert "Service is complete on Tue 2024-06-11" in chosen


def test_whose_clock_was_read_is_said() -> None:
    """A time without a zone is the rule's or the court's; one with a zone is itself."""
    assert "read by the clock of gb-eaw/cpr: Europe/London." in squeezed(
        answered(*EMAIL)
    )
    court = (*EMAIL[:3], "--court", "gb-eaw/high-court")
    assert "clock of gb-eaw/high-court: Europe/London." in squeezed(answered(*court))
    zoned = (*EMAIL, "--timezone", "Europe/Paris")
    said = squeezed(answered(*zoned))
    assert "by the clock of" not in said
    # 17:00 in Paris is 16:00 in London, before the hour.
    assert "Service is complete on Fri 2024-06-07." in said


def test_where_nobody_has_a_clock_it_is_asked_for() -> None:
    """Federal courts sit in many zones."""
    done = ran("served", "2026-06-03T17:00", "mail", "--under", "us/frcp")
    assert (done.status, done.out) == (2, "")
    assert "Name the court, or the zone: --timezone" in squeezed(done.err)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("2024-06-07 mail --court gb-eaw/high-court --paper claim-form", "2024-06-11"),
        ("2024-06-07 mail --under gb-eaw/cpr --paper other", "2024-06-10"),
        (
            "2024-06-07 mail-out-of-state --under us-ca/ccp --paper summons",
            "2024-06-17",
        ),
        ("2024-06-07 mail --under gb-eaw/cpr --calendar gb-eaw", "2024-06-10"),
        ("2024-06-07 mail --under gb-eaw/cpr --holiday 2024-06-10", "2024-06-11"),
        ("2006-06-07 mail --under gb-eaw/cpr --as-of 2007-01-01", "2006-06-09"),
        (
            "2024-06-06 mail --under gb-eaw/cpr --reading claim-form-friday=maybe",
            None,
        ),
    ],
)
def test_every_option_reaches_the_law(line: str, due: str | None) -> None:
    """The date proves it; a reading that is none is refused by the law."""
    done = ran("served", *line.split(), "--format", "json")
    if due is None:
        assert done.status == 1
        assert "There is no answer to 'claim-form-friday'" in squeezed(done.err)
    else:
        assert json.loads(done.out)["due"] == due


def test_it_says_how_to_count_on() -> None:
    """The line that it prints is a command that answers."""
    text = answered("served", "2024-06-07", "mail", "--court", "gb-eaw/high-court")
    line = squeezed(text).partition("Count from that day: legalcase ")[2]
    assert line == "due 14 days --after 2024-06-10 --court gb-eaw/high-court"
    assert "Due Mon 2024-06-24." in answered(*line.split())


def test_other_forms() -> None:
    """Markdown and a page of HTML, as `due` has them."""
    assert answered(*EMAIL, "--format", "markdown").startswith("**service by email")
    assert "<!doctype html>" in answered(*EMAIL, "--format", "html")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("2024-06-07", "pigeon", "--under", "gb-eaw/cpr"), "There is no method of"),
        (("2024-06-07", "mail", "--under", "us/frcp"), "does not say when service is"),
        (("2024-06-07", "mail"), "--under"),
    ],
)
def test_what_the_law_refuses(words: tuple[str, ...], part: str) -> None:
    """Status 1, and two sentences with the command's own options."""
    done = ran("served", *words)
    assert (done.status, done.out) == (1, "")
    assert part in squeezed(done.err)


def test_a_refusal_of_due_leads_here() -> None:
    """What it says can be typed."""
    words = ("due", "14", "days", "--after", "2024-06-07", "--under", "gb-eaw/cpr")
    done = ran(*words, "--service", "mail")
    assert done.status == 1
    assert "Ask `legalcase served` when service is complete" in squeezed(done.err)
