"""A period that is stopped only if a fact is so is shown with its safe date.

Fed. R. App. P. 4(a)(4)(A): a motion in time stops the time for appeal, if it is one of
those listed. Until somebody says so, the thirty days from entry may be running.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Final

import legalcase as lc
from cli.running import ran
from legalcase.ical import to_ical

JUDGED, MOVED, LAST = date(2026, 3, 2), date(2026, 3, 30), date(2026, 4, 1)
ASKED: Final = {"judgment-entered": JUDGED, "tolling-motion-filed": MOVED}
PERIOD: Final = "us/frap/4(a)(1)(A)"
WORDS: Final = ["due", PERIOD, "--court", "nysd"]
for word, day in ASKED.items():
    WORDS.extend(["--trigger", f"{word}={day}"])


def stopped(**facts: str) -> lc.Computation:
    """The time for appeal while a motion in time is not decided."""
    return lc.compute(PERIOD, after=ASKED, court="nysd", facts=facts or None)


def test_the_safe_date_is_shown() -> None:
    """In the explanation, as plain data, in a calendar and by the command."""
    found = stopped()
    assert not found.is_running
    assert found.safe == LAST
    assert f"safe date Wed {LAST}" in found.explain()
    plain = found.to_dict()
    assert (plain["due"], plain["safe"]) == (None, str(LAST))
    feed = to_ical(found, name="Appeals").decode()
    assert "DTSTART;VALUE=DATE:20260401" in feed
    assert "STATUS:TENTATIVE" in feed
    said = json.loads(ran(*WORDS, "--format", "json").out)
    assert (said["due"], said["safe"]) == (None, str(LAST))
    done = ran(*WORDS, "--format", "ics")
    assert (done.status, done.err) == (0, "")


def test_a_stop_that_is_certain_has_no_date() -> None:
    """Where the motion is one of those listed, nothing is shown for the time."""
    found = stopped(**{"tolling-motion-listed": "yes"})
    assert "safe date" not in found.explain()
    plain = found.to_dict()
    assert (plain["due"], plain["safe"]) == (None, None)
    assert "VEVENT" not in to_ical(found, name="Appeals").decode()
    done = ran(*WORDS, "--fact", "tolling-motion-listed=yes", "--format", "ics")
    assert done.status == 1
    assert "tolling-motion-decided" in done.err
