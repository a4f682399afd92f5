"""From which verified response the 45 days run in which to move to compel more."""

from __future__ import annotations

import pytest

from clerk_cases import case, due, record, rows, served

INTERROGATORIES = "us-ca/discovery/2030.300(c)"
INSPECTION = "us-ca/discovery/2031.310(c)"
ADMISSIONS = "us-ca/discovery/2033.290(c)"
ALL = ("2030.300(c)", "2031.310(c)", "2033.290(c)")


@pytest.mark.parametrize(
    ("word", "subject"),
    [
        ("verified-interrogatory-response-served", INTERROGATORIES),
        ("verified-inspection-response-served", INSPECTION),
        ("verified-admission-response-served", ADMISSIONS),
    ],
)
def test_each_response_has_a_motion_of_its_own(word: str, subject: str) -> None:
    """Sections 2030.300(c), 2031.310(c) and 2033.290(c), 45 days each."""
    file = record(case("us-ca/lasc"), served("s", word, "04-03", how="personal"))
    found = rows(file, *ALL)
    assert found == {(subject, "acme", str(due("04-03", 45)), "new")}


def test_of_a_response_of_which_no_more_is_said_a_schedule_asks() -> None:
    """One of the three it was; none is set without an answer."""
    bare = served("s", "verified-response-served", "04-03", how="personal")
    found = rows(record(case("us-ca/lasc"), bare), *ALL)
    day = str(due("04-03", 45))
    assert found == {
        (subject, "acme", day, "question")
        for subject in (INTERROGATORIES, INSPECTION, ADMISSIONS)
    }
