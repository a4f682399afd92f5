"""California's closure days, amended complaints and electronic service; live readings.

Each date was worked out by a second script that shares no code with the package, from
the words of the text named in its test.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase as lc

D = date.fromisoformat
DAY = timedelta(days=1)


def computed(period: str, day: str, **options: Any) -> lc.Computation:
    """Count forward from a day, or back from one that is given as ``<day``."""
    anchor = D(day.lstrip("<"))
    if day.startswith("<"):
        return lc.compute(period, before=anchor, **options)
    return lc.compute(period, after=anchor, **options)


CCP: dict[str, Any] = {"under": "us-ca/ccp"}


@pytest.mark.parametrize(
    ("period", "day", "options", "due"),
    [
        # Palacios v. Kay-Co: the court was closed on 21 October 2009.
        ("30 days", "2009-09-21", CCP, "2009-10-22"),
        ("30 days", "2009-09-20", {**CCP, "service": "electronic"}, "2009-10-23"),
        ("10 days", "2010-06-06", CCP, "2010-06-17"),
        ("1 month", "2010-02-17", CCP, "2010-03-18"),
        ("5 court days", "2010-01-15", CCP, "2010-01-26"),
        ("us-ca/ccp/1005(b)-moving", "<2009-11-10", {"service": "personal"}, "10-16"),
        ("us-ca/ccp/1005(b)-reply", "<2009-12-18", {}, "2009-12-10"),
        ("us-ca/discovery/2030.260(a)", "2009-10-19", {}, "2009-11-19"),
        # The third Wednesday of July 2010, and the fourth of September 2009, were open.
        ("10 days", "2010-07-11", CCP, "2010-07-21"),
        ("10 days", "2009-09-13", CCP, "2009-09-23"),
        # For the state courts' business alone: no holiday declared by the state.
        ("30 days", "2009-09-21", {"under": "us/frcp", "forum": "us-ca"}, "10-21"),
    ],
)
def test_every_court_of_the_state_was_closed(
    period: str, day: str, options: dict[str, Any], due: str
) -> None:
    """Gov. Code 68106(b)(1): "treated as a holiday" for any act before a court."""
    expected = due if len(due) > 5 else f"2009-{due}"
    assert computed(period, day, **options).due == D(expected)


def test_the_hearing_of_palacios() -> None:
    """Trial on 20 November 2009: thirty days before was the closure day itself."""
    found = computed("us-ca/ccp/437c(a)(3)", "<2009-11-20")
    days = {found.due, *(reading.due for reading in found.readings)}
    assert found.due == found.safe == date(2009, 10, 20)
    assert days == {date(2009, 10, 20), date(2009, 10, 21), date(2009, 10, 22)}
    assert computed("us-ca/ccp/437c(a)(2)", "<2009-10-21").due == date(2009, 8, 7)


@pytest.mark.parametrize(
    ("day", "service", "due"),
    [
        ("2023-02-28", "electronic", "2023-04-04"),  # Liu v. CARS
        ("2023-02-28", "personal", "2023-03-30"),
        ("2023-02-28", "mail", "2023-04-04"),
        ("2025-03-08", "electronic", "2025-04-11"),  # a Saturday
        ("2025-03-06", "overnight", "2025-04-08"),
    ],
)
def test_an_amended_complaint(day: str, service: str, due: str) -> None:
    """Section 471.5(a): thirty days after service, extended by its method."""
    found = computed("us-ca/ccp/471.5", day, service=service, court="us-ca/lasc")
    assert found.due == D(due)
    assert found.subject == "us-ca/ccp/471.5(a)"


def test_its_note_and_that_of_the_complaint_refer_to_each_other() -> None:
    """Days are added to one of the two alone: whoever asks for one sees the other."""
    law = lc.Law.bundled()
    notes = [
        str(law.deadline(f"us-ca/ccp/{number}").current.note)
        for number in ("430.40(a)", "471.5(a)")
    ]
    assert "471.5(a)" in notes[0]
    assert "430.40(a)" in notes[1]
    assert computed("us-ca/ccp/430.40(a)", "2023-02-28").due == date(2023, 3, 30)
    with pytest.raises(lc.LegalCaseError, match="does not ask for service"):
        computed("us-ca/ccp/430.40(a)", "2023-02-28", service="electronic")


@pytest.mark.parametrize(
    ("period", "day", "due", "options"),
    [
        ("us-ca/discovery/2030.260(a)", "2025-06-07", "2025-07-11", {}),  # Saturday
        ("us-ca/discovery/2030.260(a)", "2025-06-08", "2025-07-11", {}),  # Sunday
        ("us-ca/discovery/2030.260(a)", "2025-06-09", "2025-07-11", {}),  # Monday
        ("us-ca/discovery/2030.260(a)", "2025-07-04", "2025-08-08", {}),  # holiday
        ("us-ca/ccp/430.40(b)", "2025-05-24", "2025-06-10", {}),  # before Memorial Day
        ("us-ca/ccp/1008(a)", "2025-11-28", "2025-12-15", {}),  # after Thanksgiving
        ("30 days", "2025-06-07", "2025-07-11", CCP),
        ("1 month", "2025-06-07", "2025-07-11", CCP),
        ("10 court days", "2025-06-07", "2025-06-26", CCP),
        # Before 2018 the section said nothing of a day that is no court day.
        ("30 days", "2017-12-30", "2018-01-31", CCP),
        ("30 days", "2018-01-06", "2018-02-09", CCP),
        ("30 days", "2025-06-07", "2025-07-07", {**CCP, "service_extension": "none"}),
    ],
)
def test_electronic_service_on_a_noncourt_day(
    period: str, day: str, due: str, options: dict[str, Any]
) -> None:
    """Section 1010.6(a)(5): "deemed served on the next court day"."""
    found = computed(period, day, service="electronic", **options)
    assert found.due == D(due)


def test_a_day_of_service_that_was_moved_is_not_moved_again() -> None:
    """`served_on` knows the same law, and the count that follows finds a court day."""
    served = lc.served_on(date(2025, 6, 7), "electronic", under="us-ca/ccp")
    assert served.due == date(2025, 6, 9)
    for after in (served, served.due, date(2025, 6, 7)):
        found = lc.compute(
            "us-ca/discovery/2030.260(a)", after=after, service="electronic"
        )
        assert found.due == date(2025, 7, 11)
    moved = [step for step in found.steps if step.code == "deemed"]
    assert [(step.start, step.end) for step in moved] == [
        (date(2025, 6, 7), date(2025, 6, 9))
    ]
    assert "1010.6(a)(3)(B), (4)" in moved[0].clause
    assert "counts as served on the next court day; past Saturday, Sunday" in (
        found.explain(width=400)
    )


@pytest.mark.parametrize("service", ["personal", "mail", "overnight", "fax"])
def test_no_other_method_moves_the_day_of_service(service: str) -> None:
    """A paper handed over or posted on a Saturday was served on it (1011, 1013(a))."""
    found = computed("30 days", "2025-06-07", service=service, **CCP)
    assert [step.code for step in found.steps][:2] == ["trigger", "count"]


def test_counting_back_nothing_begins_on_the_day_of_service() -> None:
    """The hearing may be noticed for any day; 1010.6 speaks of the day of service."""
    found = computed("16 court days", "<2025-06-09", service="electronic", **CCP)
    for hearing in ("<2025-06-07", "<2025-06-08"):
        other = computed("16 court days", hearing, service="electronic", **CCP)
        assert "deemed" not in {step.code for step in other.steps}
        assert other.due == found.due


@pytest.mark.parametrize(
    ("period", "after", "service", "due"),
    [
        ("us-ca/crc/8.104(a)(1)", "2025-03-08", "electronic", "2025-05-09"),
        ("us-ca/crc/8.104(a)(1)", "2025-03-10", "electronic", "2025-05-09"),
        ("us-ca/crc/8.104(a)(1)", "2025-03-08", "mail", "2025-05-07"),
        ("us-ca/ccp/659(a)(2)", "2025-03-08", "electronic", "2025-03-25"),
        ("us-ca/ccp/659(a)(2)", "2025-03-08", "personal", "2025-03-24"),
        ("us-ca/ccp/663a(a)(2)", "2025-03-09", "electronic", "2025-03-25"),
        ("us-ca/crc/8.104(a)(1)", "2017-03-11", "electronic", "2017-05-10"),
    ],
)
def test_a_notice_of_entry_served_on_a_noncourt_day(
    period: str, after: str, service: str, due: str
) -> None:
    """No method extends the time for an appeal, but service is deemed made later."""
    entered = D(after) - 5 * DAY
    events = {"judgment-entered": entered, "notice-of-entry-served-by-party": D(after)}
    found = lc.compute(period, after=events, service=service, court="us-ca/lasc")
    assert found.due == D(due)


def test_the_entry_of_judgment_is_no_service() -> None:
    """A hundred and eighty days from a Saturday are counted from the Saturday."""
    events = {"judgment-entered": date(2025, 3, 8)}
    found = lc.compute("us-ca/crc/8.104(a)(1)", after=events, service="electronic")
    assert found.due == date(2025, 9, 4)


@pytest.mark.parametrize(
    ("day", "due", "safe"),
    [
        ("2025-03-10", "2025-05-27", "2025-05-27"),  # Saturday before Memorial Day
        ("2024-02-26", "2024-05-13", "2024-05-13"),  # a Saturday
        ("2025-03-05", "2025-05-19", "2025-05-19"),
    ],
)
def test_the_power_to_rule_on_a_new_trial(day: str, due: str, safe: str) -> None:
    """Section 660(c): "Except as otherwise provided in Section 12a of this code"."""
    found = lc.compute(
        "us-ca/ccp/660(c)", after={"notice-of-entry-served-by-party": D(day)}
    )
    assert (found.due, found.safe) == (D(due), D(safe))


@pytest.mark.parametrize(
    ("period", "day", "due", "safe"),
    [
        ("us/frcp/33(b)(2)", "2026-01-02", "2026-02-05", "2026-02-05"),
        ("us/frcp/33(b)(2)", "2026-06-03", "2026-07-09", "2026-07-09"),
        ("us/frcp/33(b)(2)", "2005-12-01", "2006-01-06", "2006-01-06"),
        ("us/frcp/33(b)(2)", "2005-11-25", "2005-12-30", "2005-12-28"),
    ],
)
def test_days_for_mail_after_the_text_that_let_them_come_first(
    period: str, day: str, due: str, safe: str
) -> None:
    """Rule 6(e) was "amended to remove any doubt" from December 2005 on."""
    found = computed(period, day, service="mail")
    assert (found.due, found.safe) == (D(due), D(safe))


@pytest.mark.parametrize(
    ("day", "due", "safe"),
    [
        ("2009-11-26", "2009-12-31", "2009-12-29"),
        ("2009-12-03", "2010-01-07", "2010-01-07"),
        ("2025-10-11", "2025-11-13", "2025-11-13"),
    ],
)
def test_the_same_in_the_courts_of_appeals(day: str, due: str, safe: str) -> None:
    """Rule 26(c) was amended "to eliminate uncertainty" from December 2009 on."""
    found = computed("30 days", day, service="mail", under="us/frap")
    assert (found.due, found.safe) == (D(due), D(safe))


@pytest.mark.parametrize(
    ("period", "day", "due", "later"),
    [
        ("30 days", "2025-08-10", "2025-09-09", "2025-09-10"),  # Admission Day
        ("14 days", "2025-04-10", "2025-04-24", "2025-04-25"),
        ("14 days", "2026-02-03", "2026-02-17", "2026-02-18"),  # Lunar New Year
        ("14 days", "2025-01-15", "2025-01-29", "2025-01-30"),
        ("14 days", "2021-09-10", "2021-09-24", "2021-09-27"),  # Native American Day
        ("30 days", "2012-08-11", "2012-09-10", "2012-09-11"),  # the Monday after
        ("us/frap/4(a)(1)(A)", "2025-08-10", "2025-09-09", "2025-09-10"),
    ],
)
def test_days_that_the_state_declares_and_its_courts_do_not_keep(
    period: str, day: str, due: str, later: str
) -> None:
    """No court has said that they extend federal time: so the early date is due."""
    under = {} if period.startswith("us/") else {"under": "us/frcp"}
    found = computed(period, day, court="us/cand", **under)
    assert (found.due, found.safe) == (D(due), D(due))
    assert D(later) in {reading.due for reading in found.readings}


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2026-06-03", "2026-07-06"),  # Independence Day
        ("2021-11-24", "2021-12-27"),  # Christmas Day
        ("2021-05-19", "2021-06-21"),  # the first Juneteenth
        ("2023-10-11", "2023-11-13"),  # Veterans Day
        ("2027-11-24", "2027-12-27"),
    ],
)
def test_the_friday_before_a_saturday_holiday(day: str, due: str) -> None:
    """5 U.S.C. 6103(b)(1), and nobody has decided otherwise: there is no other date."""
    for under in ("us/frcp", "us/frap"):
        found = computed("30 days", day, under=under, service="personal")
        assert (found.due, found.safe, found.readings) == (D(due), D(due), ())


def test_the_standard_example() -> None:
    """Eighty-one days before 24 September 2026 are Sunday, 5 July; five for mail."""
    found = computed(
        "us-ca/ccp/437c(a)(2)", "<2026-09-24", court="us-ca/lasc", service="mail"
    )
    assert (found.due, found.safe) == (date(2026, 6, 30), date(2026, 6, 26))
