"""Florida: what its worked cases do not ask."""

from __future__ import annotations

from datetime import date

import pytest

import legalcase as lc

#: Twenty days after service by mail: what is due, and what is safe, by the answer.
BY_MAIL = {
    # Rule 2.514(b) spoke of mail; since July 2025 of service by "only" mail.
    date(2018, 1, 2): {
        None: (date(2018, 1, 29), date(2018, 1, 29)),
        "yes": (date(2018, 1, 29), date(2018, 1, 29)),
        "no": (date(2018, 1, 29), date(2018, 1, 29)),
    },
    date(2024, 2, 29): {
        None: (date(2024, 3, 25), date(2024, 3, 25)),
        "yes": (date(2024, 3, 25), date(2024, 3, 25)),
        "no": (date(2024, 3, 25), date(2024, 3, 25)),
    },
    date(2026, 3, 2): {
        None: (date(2026, 3, 30), date(2026, 3, 23)),
        "yes": (date(2026, 3, 30), date(2026, 3, 30)),
        "no": (date(2026, 3, 23), date(2026, 3, 23)),
    },
}


@pytest.mark.parametrize("answer", [None, "yes", "no"])
@pytest.mark.parametrize("day", BY_MAIL, ids=str)
def test_by_mail_and_in_no_other_way(day: date, answer: str | None) -> None:
    """A fact decides as long as the text asks it, and before changes nothing."""
    facts = {} if answer is None else {"served-by-mail-alone": answer}
    found = lc.compute(
        "20 days", after=day, under="us-fl/rgpja", service="mail", facts=facts
    )
    assert (found.due, found.safe) == BY_MAIL[day][answer]


@pytest.mark.parametrize("day", BY_MAIL, ids=str)
def test_what_the_portal_serves_it_serves_by_email(day: date) -> None:
    """Rule 2.516(b)(1): five days more until 2018, as by e-mail, and none since."""
    by_portal, by_email = (
        lc.compute("20 days", after=day, under="us-fl/rgpja", service=method).due
        for method in ("electronic", "email")
    )
    assert by_portal == by_email
