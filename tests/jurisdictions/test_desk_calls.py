"""Calls of a docketing desk, each worked out from the text by arithmetic of its own.

Weekends of holidays, the turn of the year, the change of December 2009, service by mail
abroad, electronic service on a Saturday, counts back over Christmas; and the questions
that decide a date although nobody was asked them.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import legalcase as lc
from legalcase.law.book.events_alike import followed_by

D = date.fromisoformat
LAW = lc.Law.bundled()
CALLS = json.loads(
    (Path(__file__).parent / "desk_calls.json").read_text(encoding="utf-8")
)


def computed(call: dict[str, Any]) -> lc.Computation:
    """Make a call whose dates are text."""
    options = dict(call)
    for key in ("after", "before"):
        given = options.get(key)
        if isinstance(given, dict):
            options[key] = {word: D(day) for word, day in given.items()}
        elif given is not None:
            options[key] = D(given)
    return lc.compute(options.pop("period"), **options)


@pytest.mark.parametrize(
    "row",
    CALLS,
    ids=[f"{row['call']['period']}-{number}" for number, row in enumerate(CALLS)],
)
def test_a_call_of_the_desk(row: dict[str, Any]) -> None:
    """The date, and the safe one where another answer leads to an earlier."""
    found = computed(row["call"])
    assert str(found.due) == row["due"]
    if "safe" in row:
        assert str(found.safe) == row["safe"]


def told(found: lc.Computation) -> str:
    """All notices, one a line."""
    return "\n".join(str(notice) for notice in found.notices)


# --- removal: Murphy Bros. v. Michetti, 526 U.S. 344, 346 (1999)


@pytest.mark.parametrize(
    ("facts", "due", "safe"),
    [
        ({}, "2026-07-20", "2026-07-06"),
        ({"complaint-after-summons": "yes"}, "2026-07-20", "2026-07-20"),
        ({"complaint-after-summons": "no"}, "2026-07-06", "2026-07-06"),
    ],
)
def test_a_complaint_that_came_after_the_summons(
    facts: dict[str, str], due: str, safe: str
) -> None:
    """It starts the time only if it was still to come: neither served nor on file."""
    found = lc.compute(
        "us/28-usc/1446(b)(1)",
        after={
            "summons-served": date(2026, 6, 3),
            "initial-pleading-received": date(2026, 6, 20),
        },
        court="us/nysd",
        facts=facts,
    )
    assert (found.due, found.safe) == (D(due), D(safe))


@pytest.mark.parametrize(
    "said",
    [
        {"facts": {"complaint-after-summons": "yes"}},
        {"facts": {"complaint-after-summons": " Yes"}},
        {"readings": {"us/28-usc/1446(b)(1)#complaint-after-summons": "yes"}},
    ],
)
def test_a_complaint_still_to_come_starts_nothing(said: dict[str, Any]) -> None:
    """The removal period then "runs from the receipt of the complaint" (at 346)."""
    found = lc.compute(
        "us/28-usc/1446(b)(1)",
        after={"summons-served": date(2026, 6, 3)},
        court="us/cacd",
        **said,
    )
    assert not found.is_running
    assert found.waits_for == ("initial-pleading-received",)


def test_who_was_served_with_both_is_asked_nothing() -> None:
    """The question arises only where the complaint was received on a later day."""
    for received in ({}, {"initial-pleading-received": date(2026, 6, 1)}):
        found = lc.compute(
            "us/28-usc/1446(b)(1)",
            after={"summons-served": date(2026, 6, 3), **received},
            court="us/nysd",
        )
        assert found.due == found.safe == date(2026, 7, 6)
        assert "complaint-after-summons" not in told(found)


# --- motions that stop the time for appeal


def after_motion(entered: str, filed: str, decided: str) -> lc.Computation:
    """The time for appeal of 4(a)(1)(A) with a motion that may have stopped it."""
    return lc.compute(
        "us/frap/4(a)(1)(A)",
        after={
            "judgment-entered": D(entered),
            "tolling-motion-filed": D(filed),
            "tolling-motion-decided": D(decided),
        },
        court="us/nysd",
    )


def test_the_motions_are_those_of_their_time() -> None:
    """Rule 60 and fees are listed since December 1993 (committee note of that year)."""
    before = told(after_motion("1993-11-30", "1993-12-10", "1994-02-01"))
    since = told(after_motion("1993-12-01", "1993-12-10", "1994-02-01"))
    assert "under 50(b), 52(b) or 59, not yet 60 or for fees" in before
    assert "under 52(b), 59 or 60" in since
    assert "in the time of Rule 54(d)(2)(B)" in since


@pytest.mark.parametrize(
    ("entered", "filed", "is_said"),
    [
        ("1994-03-01", "1994-03-18", True),  # ten days, to serve, end on 15 March
        ("1996-03-01", "1996-03-19", False),  # ten days, to file, end on 15 March
        ("2026-03-02", "2026-03-31", False),
    ],
)
def test_a_motion_that_had_to_be_served_counts_from_service(
    entered: str, filed: str, *, is_said: bool
) -> None:
    """Rule 59 asked for service in ten days until December 1995, not for filing."""
    said = told(after_motion(entered, filed, "2026-06-01"))
    assert "came too late" in said
    assert ("give the day of service" in said) is is_said


# --- events that can come either way round


def test_an_order_can_extend_a_time_that_begins_only_later() -> None:
    """A judgment without a document of its own is entered after 150 days (4(a)(7))."""
    found = lc.compute(
        "us/frap/4(a)(5)(C)",
        after={
            "judgment-entered": date(2026, 3, 2),
            "extension-order-entered": date(2026, 2, 27),
        },
        court="us/nysd",
        facts={"united-states-is-a-party": "no"},
    )
    assert found.due == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("jurisdiction", "word", "earlier"),
    [
        # A summons with notice is removed before the complaint is filed.
        ("us", "notice-of-removal-filed", "complaint-filed"),
        # Who appears without service answers before it.
        ("us", "responsive-pleading-served", "summons-served"),
        ("us", "extension-order-entered", "judgment-entered"),
        # A notice of intention before entry starts the 75 days (659(a)(1), 660(c)).
        ("us-ca", "new-trial-denied-by-law", "judgment-entered"),
    ],
)
def test_what_the_law_allows_either_way_is_not_refused(
    jurisdiction: str, word: str, earlier: str
) -> None:
    """An order of events is refused only where it is impossible."""
    assert earlier not in followed_by(LAW, jurisdiction).get(word, ())


# --- what is said of service


@pytest.mark.parametrize("deadline", ["1005(b)-moving", "437c(a)(2)"])
@pytest.mark.parametrize(
    "service", ["mail", "mail-out-of-state", "mail-abroad", "overnight", "fax"]
)
def test_no_citation_is_empty(deadline: str, service: str) -> None:
    """The days of a table can rest on the very section of the time itself."""
    found = lc.compute(
        f"us-ca/ccp/{deadline}",
        before=date(2026, 9, 24),
        court="us-ca/lasc",
        service=service,
    )
    assert not re.search(r"[:,]\s+\(the", told(found))


@pytest.mark.parametrize(
    ("service", "codes"),
    [
        ("electronic", set()),
        ("mail", {"service-completion", "service-adds-nothing"}),
    ],
)
def test_a_day_of_service_that_was_found_is_not_asked_for(
    service: str, codes: set[str]
) -> None:
    """Sent on a Saturday, served on the Monday (1010.6(a)(5)): that is known."""
    found = lc.compute(
        "us-ca/crc/8.104(a)(1)",
        after={
            "judgment-entered": date(2025, 3, 3),
            "notice-of-entry-served-by-party": date(2025, 3, 8),
        },
        service=service,
        court="us-ca/lasc",
    )
    said = {notice.code for notice in found.notices}
    assert {code for code in said if code.startswith("service")} == codes
