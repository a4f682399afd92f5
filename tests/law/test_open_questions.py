"""What decides and was not given: a date for each answer, and the safe one of all."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

import legalcase as lc
from legalcase.codec import from_json, to_json
from legalcase.errors import (
    ConflictingInputError,
    MissingInputError,
    PeriodNotRunningError,
    UnknownNameError,
)
from one_case import case_of, deadline_set

HEARING: Final = date(2026, 9, 24)
MOTION: Final[dict[str, Any]] = {"before": HEARING, "court": "us-ca/lasc"}
JUDGED: Final = date(2026, 3, 2)
APPEAL: Final = "us/frap/4(a)(1)(A)"


def by_service(found: lc.Computation) -> dict[str, date]:
    """The dates of the readings that the method of service settles."""
    return {r.choice: r.due for r in found.readings if r.dispute == "service"}


def test_counted_back_each_method_has_its_date() -> None:
    """Code Civ. Proc. § 437c(a)(2): 81 days, then days or court days by the method."""
    found = lc.compute("us-ca/ccp/437c(a)(2)", **MOTION)
    assert (found.due, found.safe) == (date(2026, 7, 2), date(2026, 6, 12))
    assert by_service(found) == {
        "mail-abroad": date(2026, 6, 12),
        "mail-out-of-state": date(2026, 6, 22),
        "mail, mail-to-safe-at-home": date(2026, 6, 26),
        "overnight, fax, electronic": date(2026, 6, 30),
    }
    for choices, day in by_service(found).items():
        for method in choices.split(", "):
            told = lc.compute("us-ca/ccp/437c(a)(2)", **MOTION, service=method)
            assert told.safe == day
            assert by_service(told) == {}
            assert "fact-not-given" not in {n.code for n in told.notices}


def test_the_notice_names_what_settles_it() -> None:
    """And the dates between which it decides."""
    found = lc.compute("us-ca/ccp/437c(a)(2)", **MOTION)
    (text,) = [n.text for n in found.notices if n.code == "fact-not-given"]
    assert "How will it be served?" in text
    assert "mail-abroad: 2026-06-12" in text
    assert text.endswith("Give service to settle it.")


def test_counted_forward_more_time_is_one_line() -> None:
    """It moves nothing that is safe; the nearest of the later days is shown."""
    found = lc.compute("us-ca/discovery/2030.260(a)", after=date(2026, 6, 3))
    assert found.safe == found.due == date(2026, 7, 6)
    (day,) = by_service(found).values()
    told = [
        lc.compute("us-ca/discovery/2030.260(a)", after=date(2026, 6, 3), service=m).due
        for m in ("mail", "electronic", "overnight", "mail-abroad")
    ]
    assert day == min(told) > found.due


def test_of_a_bare_period_it_is_asked_whether_it_runs_from_service() -> None:
    """Rule 6(d) reaches only a time that runs from being served."""
    found = lc.compute("30 days", after=date(2026, 6, 3), under="us/frcp", court="cand")
    (reading,) = found.readings
    assert reading.question == "If the time runs from service: how was it served?"
    assert reading.kind == "fact"


def test_of_a_computed_service_the_method_is_known() -> None:
    """Only its own days are open: whether they are added is still to be said."""
    served = lc.served_on(date(2026, 6, 3), "electronic", under="us-ca/ccp")
    found = lc.compute("us-ca/discovery/2030.260(a)", after=served)
    assert set(by_service(found)) == {"electronic"}


def test_two_facts_are_tried_together() -> None:
    """What only gives more time than a simpler answer is no line of its own."""
    found = lc.compute(
        APPEAL,
        after={"judgment-entered": JUDGED, "tolling-motion-filed": date(2026, 3, 15)},
        court="nysd",
    )
    assert not found.is_running
    assert [(r.due, r.dispute, r.choice) for r in found.readings] == [
        (date(2026, 4, 1), "tolling-motion-listed", "no")
    ]
    assert found.safe == date(2026, 4, 1)
    with pytest.raises(PeriodNotRunningError):
        _ = found.due
    told = lc.compute(
        APPEAL,
        after={"judgment-entered": JUDGED, "tolling-motion-filed": date(2026, 3, 15)},
        court="nysd",
        facts={"tolling-motion-listed": "yes"},
    )
    with pytest.raises(PeriodNotRunningError):
        _ = told.safe


def test_a_fact_reaches_the_deadlines_that_a_deadline_refers_to() -> None:
    """Melton v. Frank, 891 F.2d 1054: thirty days from the end of sixty."""
    asked: dict[str, Any] = {
        "after": {"judgment-entered": date(1989, 2, 8)},
        "court": "us/nysd",
    }
    open_ = lc.compute("us/frap/4(a)(5)(A)(i)", **asked)
    assert open_.due == open_.safe == date(1989, 4, 10)
    assert [(r.due, r.dispute) for r in open_.readings] == [
        (date(1989, 5, 10), "united-states-is-a-party")
    ]
    for answer, due in (("yes", date(1989, 5, 10)), ("no", date(1989, 4, 10))):
        facts = {"united-states-is-a-party": answer}
        told = lc.compute("us/frap/4(a)(5)(A)(i)", **asked, facts=facts)
        assert told.due == told.safe == due
        assert told.readings == ()
        assert told.inputs.facts == (("united-states-is-a-party", answer),)
        assert from_json(to_json(told)) == told


@pytest.mark.parametrize(
    ("period", "options", "error", "said"),
    [
        (
            "us/frcp/12(a)(1)(A)(ii)",
            {"after": date(2026, 3, 3), "service": "mail-abroad"},
            ConflictingInputError,
            "It asks for request-sent-abroad",
        ),
        (
            "us/frcp/59(e)",
            {"after": JUDGED, "facts": {"request-sent-abroad": "yes"}},
            ConflictingInputError,
            "does not ask for request-sent-abroad",
        ),
        (
            APPEAL,
            {"after": JUDGED, "facts": {"united-states-is-a-party": "maybe"}},
            UnknownNameError,
            "'no'; 'yes'",
        ),
        (
            APPEAL,
            {"after": JUDGED, "facts": {"the-moon-is-full": "yes"}},
            UnknownNameError,
            "the-moon-is-full",
        ),
        (
            APPEAL,
            {"after": {"judgment-entered": JUDGED, "tolling-motion-decided": JUDGED}},
            MissingInputError,
            "without tolling-motion-filed",
        ),
        (
            APPEAL,
            {
                "after": {
                    "judgment-entered": JUDGED,
                    "tolling-motion-filed": date(2026, 3, 20),
                    "tolling-motion-decided": date(2026, 3, 10),
                }
            },
            ConflictingInputError,
            "(2026-03-10) cannot come before tolling-motion-filed (2026-03-20)",
        ),
        (
            "us-ca/ccp/473(b)",
            {"before": JUDGED},
            ConflictingInputError,
            "is counted after its trigger",
        ),
        (
            "1 month",
            {"after": JUDGED, "under": "de/zpo", "forum": "us-ca"},
            ConflictingInputError,
            "does not ask for forum",
        ),
    ],
)
def test_what_bears_on_nothing_is_refused(
    period: str, options: dict[str, Any], error: type[Exception], said: str
) -> None:
    """With what the deadline asks instead, or the two facts that do not fit."""
    with pytest.raises(error) as caught:
        lc.compute(period, **options)
    assert said in str(caught.value)


def test_the_last_day_of_a_motion_is_in_time_and_the_next_is_not() -> None:
    """FRAP 4(a)(4)(A) with Rule 59(e): 28 days after 2 March end on the 30th."""
    for day, due in ((30, date(2026, 7, 1)), (31, date(2026, 4, 1))):
        found = lc.compute(
            APPEAL,
            after={
                "judgment-entered": JUDGED,
                "tolling-motion-filed": date(2026, 3, day),
                "tolling-motion-decided": date(2026, 6, 1),
            },
            court="nysd",
            facts={"tolling-motion-listed": "yes", "united-states-is-a-party": "no"},
        )
        assert found.due == found.safe == due
        codes = [step.code for step in found.steps]
        assert ("in-time" in codes) == (day == 30)
        assert ("too-late" in codes) == (day == 31)


def test_a_kept_call_answers_as_the_first_did() -> None:
    """The same call again, and from other dates, open questions included."""
    days = [date(2026, 9, 24), date(2026, 11, 3), date(2025, 2, 3)]
    options: dict[str, Any] = {"court": "us-ca/lasc"}
    period = "us-ca/ccp/1005(b)-moving"
    kept = [lc.compute(period, before=day, **options) for day in days * 2]
    fresh = [
        lc.Law(lc.Law.bundled().folders).compute(period, before=day, **options)
        for day in days * 2
    ]
    assert kept == fresh
    assert [c.readings for c in kept] == [c.readings for c in fresh]
    assert [c.safe for c in kept] == [c.safe for c in fresh]


def test_an_act_that_was_assumed_is_told_where_it_matters() -> None:
    """A clerk's office that is closed excuses only what is filed."""
    closed = {"court": "cand", "under": "us/frcp", "inaccessible": [date(2026, 4, 1)]}
    found = lc.compute("30 days", after=JUDGED, **closed)  # type: ignore[arg-type]  # options of several types
    assert "act-assumed" in {n.code for n in found.notices}
    told = lc.compute("30 days", after=JUDGED, act="file", **closed)  # type: ignore[arg-type]  # options of several types
    assert told.due == found.due
    assert "act-assumed" not in {n.code for n in told.notices}
    plain = lc.compute("30 days", after=JUDGED, under="us/frcp", court="cand")
    assert "act-assumed" not in {n.code for n in plain.notices}


def test_the_agenda_shows_the_span() -> None:
    """Between which dates the answer decides, and what the question is."""
    found = lc.compute("us-ca/ccp/437c(a)(2)", **MOTION)
    case = case_of(deadline_set("motion", found, title="Move"))
    text = " ".join(str(case.agenda()).split())
    assert "2026-06-12 mail-abroad" in text
    assert "How will it be served?" in text.replace("\n", " ")
