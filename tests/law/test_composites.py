"""Deadlines of several members, triggers that are ends of others, and restarts."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from law_folders import atlantis
from legalcase.errors import PeriodNotRunningError

LAW = atlantis()
SERVED = date(2026, 2, 2)
TURNED = date(2026, 2, 20)


def test_the_last_of_several_is_due() -> None:
    """Twenty-one days from service, seven from the tide, the earlier of two others."""
    found = LAW.compute(
        "xx/cp/21",
        after={
            "complaint-served": SERVED,
            "tide-turned": TURNED,
            "hearing": date(2026, 3, 6),
        },
    )
    assert [part.due for part in found.parts] == [
        date(2026, 2, 23),
        date(2026, 2, 27),
        date(2026, 3, 6),
    ]
    assert found.due == date(2026, 3, 6)
    assert not found.is_provisional


def test_a_member_without_its_trigger_is_pending() -> None:
    """The date is then provisional, and the result says what could move it."""
    found = LAW.compute("xx/cp/21", after={"complaint-served": SERVED})
    assert found.due == date(2026, 2, 23)
    assert found.is_provisional
    assert set(found.waits_for) == {"tide-turned", "hearing"}
    (notice,) = [n for n in found.notices if n.code == "provisional"]
    assert "tide-turned" in notice.text
    assert "are not known yet" in notice.text


def test_what_service_lengthens_in_one_part_is_not_said_to_add_nothing() -> None:
    """The exchange of experts: fifty days before trial, or twenty after the demand."""
    found = lc.compute(
        "us-ca/discovery/2034.230(b)",
        after={"trial": date(2026, 10, 26), "expert-demand-served": date(2026, 8, 25)},
        court="us-ca/lasc",
        service="mail",
    )
    # Cal. Code Civ. Proc. § 1013(a): five days; 19 September is a Saturday.
    assert found.due == date(2026, 9, 21)
    assert "service-adds-nothing" not in {notice.code for notice in found.notices}
    back, on = (part.inputs for part in found.parts)
    assert (back.direction, on.direction) == ("before", "after")


def test_a_date_certain_is_neither_counted_nor_moved() -> None:
    """A hearing on a Saturday stays there, though the member beside it would roll."""
    saturday = date(2026, 2, 28)
    found = LAW.compute(
        "xx/cp/21",
        after={
            "complaint-served": SERVED,
            "tide-turned": TURNED,
            "hearing": saturday,
        },
    )
    assert found.due == saturday
    assert found.parts[2].parts[0].nominal == saturday


def test_without_any_known_member_nothing_runs() -> None:
    """The earlier of two of which neither has a trigger."""
    found = LAW.compute("xx/cp/21", after={"complaint-served": SERVED})
    last = found.parts[2]
    assert not last.is_running
    assert repr(last) == "<Computation 'xx/cp/21' not running>"
    with pytest.raises(PeriodNotRunningError, match="hearing or tide-turned"):
        last.due  # noqa: B018 - reading it is what fails


def test_a_member_has_its_own_service_table() -> None:
    """Mail lengthens the answer's time by five days, not that of the tide."""
    found = LAW.compute(
        "xx/cp/21",
        after={"complaint-served": SERVED, "tide-turned": TURNED},
        service="mail",
    )
    assert found.parts[0].due == date(2026, 3, 2)
    assert found.parts[1].due == date(2026, 2, 27)


def test_the_end_of_another_deadline_is_a_trigger() -> None:
    """Nominal: from the day before the roll, and its steps are shown."""
    found = LAW.compute("xx/cp/22", after={"complaint-served": date(2026, 2, 7)})
    assert found.steps[0].code == "expiry"
    assert found.steps[0].end == date(2026, 2, 28)
    assert found.due == date(2026, 3, 9)
    assert found.bound == "not-earlier-than"
    assert {notice.text for notice in found.notices} >= {"Ask the harbour master."}


def test_a_date_given_for_the_end_of_another_is_taken_and_told() -> None:
    """Nobody can know whether it is that end."""
    found = LAW.compute("xx/cp/22", after=date(2026, 2, 23))
    (notice,) = [n for n in found.notices if n.code == "expiry-taken-as-given"]
    assert "xx/cp/20" in notice.text
    assert found.due == date(2026, 3, 2)


def test_the_computation_of_that_end_can_be_given() -> None:
    """Then it is no assumption."""
    first = LAW.compute("xx/cp/20", after=SERVED)
    found = LAW.compute("xx/cp/22", after=first)
    assert found.due == LAW.compute("xx/cp/22", after={"complaint-served": SERVED}).due
    assert "expiry-taken-as-given" not in {n.code for n in found.notices}


def test_the_end_of_what_does_not_run_is_no_trigger_yet() -> None:
    """FRAP 4(a)(5)(A)(i): while a motion tolls the time, none runs from its end."""
    found = lc.compute(
        "us/frap/4(a)(5)(A)(i)",
        after={
            "judgment-entered": date(2021, 9, 10),
            "tolling-motion-filed": date(2021, 10, 8),
        },
    )
    assert not found.is_running
    assert (
        found.waits_for
        == lc.compute(
            "us/frap/4(a)(1)(A)",
            after={
                "judgment-entered": date(2021, 9, 10),
                "tolling-motion-filed": date(2021, 10, 8),
            },
        ).waits_for
    )


def test_a_period_can_run_from_the_end_of_another() -> None:
    """Chained: from the rolled end, under the rule of the first unless told."""
    first = lc.compute("30 days", after=date(2026, 6, 3), under="us/frcp")
    assert first.due == date(2026, 7, 6)
    assert lc.compute("14 days", after=first).due == date(2026, 7, 20)
    german = lc.compute("2 weeks", after=date(2026, 6, 6), under="de/zpo")
    assert german.nominal == date(2026, 6, 20)
    assert german.due == date(2026, 6, 22)
    longer = lc.compute("1 week", extending=german)
    assert longer.due == date(2026, 6, 29), "§ 224(3) ZPO: from the end of the old time"


def test_a_motion_that_tolls_restarts_the_time_for_appeal() -> None:
    """FRAP 4(a)(4): while it is pending no date; then thirty days from the order."""
    rule = "us/frap/4(a)(1)(A)"
    judged = date(2021, 9, 10)
    plain = lc.compute(rule, after={"judgment-entered": judged}, forum="us-ca")
    assert plain.due == date(2021, 10, 12)
    words = {
        "judgment-entered": judged,
        "tolling-motion-filed": date(2021, 10, 8),
    }
    stopped = lc.compute(rule, after=words, forum="us-ca")
    assert not stopped.is_running
    (waits,) = stopped.waits_for
    again = lc.compute(rule, after={**words, waits: date(2021, 12, 1)}, forum="us-ca")
    assert again.nominal == date(2021, 12, 31)
    assert again.due == date(2022, 1, 3), "1 January 2022 is observed on the 31st"
    assert [step.code for step in again.steps[:2]] == ["in-time", "restart"]
    assert "us/frcp/59(e), to 2021-10-08" in again.steps[0].clause


def test_a_bound_of_several_is_that_of_the_deadline() -> None:
    """For a "not later than" the safe date is no later than what is due."""
    found = LAW.compute(
        "xx/cp/21", after={"complaint-served": SERVED, "tide-turned": TURNED}
    )
    assert found.bound == "not-later-than"
    assert found.safe <= found.due


def test_the_instant_is_that_of_the_part_that_decides() -> None:
    """Where the court's day ends electronically, so does that of the deadline."""
    found = lc.compute(
        "us/frap/4(a)(3)",
        after={
            "judgment-entered": date(2021, 9, 10),
            "notice-of-appeal-filed": date(2021, 9, 12),
        },
        court="cand",
    )
    assert found.due == date(2021, 10, 12)
    assert [part.due for part in found.parts] == [
        date(2021, 9, 27),
        date(2021, 10, 12),
    ]
    assert found.due_at == found.parts[1].due_at
    assert found.due_at == datetime(
        2021, 10, 12, 23, 59, 59, tzinfo=ZoneInfo("America/Los_Angeles")
    )


def test_a_motion_late_for_every_time_that_runs_restarts_nothing() -> None:
    """Another time had not begun, and could be later: that is another reading.

    Illinois gives thirty days from the judgment to a motion against it, and from the
    entry of a default judgment to one against that, which nobody has recorded here.
    """
    known = {
        "judgment-entered": date(2026, 6, 2),
        "post-judgment-motion-filed": date(2026, 8, 25),
        "post-judgment-motion-decided": date(2026, 9, 10),
    }
    found = lc.compute("us-il/appeals/303(a)(1)", after=known)
    assert found.due == found.safe == date(2026, 7, 2)
    assert [reading.due for reading in found.readings] == [date(2026, 10, 13)]
    assert "event-too-late" in {notice.code for notice in found.notices}
    known["post-judgment-motion-filed"] = date(2026, 6, 30)
    in_time = lc.compute("us-il/appeals/303(a)(1)", after=known)
    assert in_time.due == date(2026, 10, 13)
    assert in_time.readings == ()
