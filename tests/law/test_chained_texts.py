"""Which text governs, and which readings are carried on, where deadlines are chained.

The trigger of a deadline can be an instant by another clock, a computation, or one of
several; none of that may change which text is in force, nor hide a reading.
"""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from law_folders import ATLANTIS, written
from legalcase.errors import ConflictingInputError

if TYPE_CHECKING:
    from pathlib import Path

LAW = lc.Law.bundled()
#: The evening before the time computation rules of 2009 took effect.
EVE = datetime(2009, 11, 30, 20, 0, tzinfo=ZoneInfo("America/Los_Angeles"))


def ending_on(day: date) -> lc.Computation:
    """A computation that is due on that day."""
    found = LAW.compute("1 day", after=day - timedelta(days=1), under="us/frcp")
    assert found.due == day
    return found


def versions(found: lc.Computation) -> set[tuple[str, str]]:
    """The deadlines that a computation used, with their versions."""
    return {(s.id, s.version) for s in found.sources if s.kind == "deadline"}


def test_the_courts_clock_says_which_text_governs() -> None:
    """20:00 of 30 November 2009 in San Francisco is 04:00 of 1 December in UTC.

    Ten days by the former text, not twenty-eight by that of the day after.
    """
    local = LAW.compute("us/frcp/59(e)", after=EVE, court="cand")
    assert local.due == date(2009, 12, 14)
    other = LAW.compute("us/frcp/59(e)", after=EVE.astimezone(UTC), court="cand")
    assert other == local
    assert other.inputs.trigger == EVE
    assert versions(other) == versions(local)


def test_a_date_certain_falls_on_the_day_of_the_courts_clock() -> None:
    """An appearance at 20:00 in San Francisco is no day later for being told in UTC."""
    at = datetime(2026, 6, 10, 20, 0, tzinfo=ZoneInfo("America/Los_Angeles"))
    for instant in (at, at.astimezone(UTC)):
        found = LAW.compute(
            "us/frcp/45(d)(2)(B)",
            after={"subpoena-served": date(2026, 6, 1), "compliance-date": instant},
            court="cand",
        )
        assert found.due == date(2026, 6, 10)


def test_a_computed_trigger_chooses_the_text_of_its_day() -> None:
    """Rule 12 gave twenty days in 2007, whether the service was computed or given."""
    day = date(2007, 3, 7)
    later = day + timedelta(days=1)
    given = LAW.compute(
        "us/frcp/15(a)(3)",
        after={"summons-served": day, "amended-pleading-served": later},
    )
    computed = LAW.compute(
        "us/frcp/15(a)(3)",
        after={
            "summons-served": ending_on(day),
            "amended-pleading-served": ending_on(later),
        },
    )
    assert given.due == computed.due == date(2007, 3, 27)
    assert versions(given) == versions(computed)


def test_a_member_is_counted_by_the_text_of_its_own_trigger() -> None:
    """A pleading amended after the change of 2009 gives fourteen days.

    Not ten, which the former text gave and counted without weekends.
    """
    found = LAW.compute(
        "us/frcp/15(a)(3)",
        after={
            "summons-served": date(2009, 11, 20),
            "amended-pleading-served": date(2009, 12, 5),
        },
    )
    assert [str(part.inputs.period) for part in found.parts] == ["20 days", "14 days"]
    assert found.due == date(2009, 12, 21)


def test_the_text_of_one_day_governs_every_member_if_it_is_asked_for() -> None:
    """`as_of` names the text, whatever the triggers."""
    found = LAW.compute(
        "us/frcp/15(a)(3)",
        after={
            "summons-served": date(2009, 11, 20),
            "amended-pleading-served": date(2009, 12, 5),
        },
        as_of=date(2009, 11, 30),
    )
    assert [str(part.inputs.period) for part in found.parts] == ["20 days", "10 days"]


def test_a_member_that_straddles_a_change_shows_the_later_text() -> None:
    """Ten days from 25 November 2009 end in December, when fourteen were given."""
    found = LAW.compute(
        "us/frcp/15(a)(3)",
        after={
            "summons-served": date(2009, 11, 2),
            "amended-pleading-served": date(2009, 11, 23),
        },
    )
    (part,) = [part for part in found.parts if part.due == found.due]
    assert str(part.inputs.period) == "10 days"
    readings = [r for r in part.readings if "Which version governs" in r.question]
    assert [r.due for r in readings] == [date(2009, 12, 7)]


def test_a_period_that_ends_on_the_first_day_of_a_text_straddles_the_change() -> None:
    """Due on 1 December 2016, when electronic service ceased to add three days."""
    found = LAW.compute(
        "10 days", after=date(2016, 11, 18), under="us/frcp", service="electronic"
    )
    assert found.due == date(2016, 12, 1)
    assert [r.due for r in found.readings if "Which version" in r.question] == [
        date(2016, 11, 28)
    ]
    before = LAW.compute(
        "7 days", after=date(2016, 11, 18), under="us/frcp", service="electronic"
    )
    assert (before.due, before.readings) == (date(2016, 11, 28), ())


def test_the_later_text_brings_its_own_act() -> None:
    """A motion had to be served until December 1995, and has to be filed since.

    Only for filing does it matter that the clerk's office could not be reached.
    """
    found = LAW.compute(
        "us/frcp/59(e)",
        after=date(1995, 11, 21),
        forum="us-ny",
        inaccessible=[date(1995, 12, 6)],
    )
    assert (found.due, found.inputs.act) == (date(1995, 12, 6), "serve")
    (reading,) = [r for r in found.readings if "Which version" in r.question]
    assert reading.due == date(1995, 12, 7)


def test_the_readings_of_a_computed_date_certain_are_its_own() -> None:
    """Who says that an executive closing is no holiday has to appear on that day.

    Whoever objects has the day before, if that day has no hour.
    """
    appearance = LAW.compute(
        "30 days",
        after=date(2018, 11, 24),
        under="us/frcp",
        court="us/dcd",
        service="personal",
    )
    both = (date(2018, 12, 26), date(2018, 12, 24))
    assert (appearance.due, appearance.safe) == both
    found = LAW.compute(
        "us/frcp/45(d)(2)(B)",
        after={"subpoena-served": date(2018, 12, 20), "compliance-date": appearance},
        court="us/dcd",
    )
    assert (found.due, found.safe) == (date(2018, 12, 26), date(2018, 12, 21))


def test_a_period_from_a_nominal_end_shows_the_readings_of_that_end() -> None:
    """It runs from Saturday, 20 July, or if no Notfrist from the end of the recess."""
    first = LAW.compute("1 month", after=date(1996, 6, 20), under="de/zpo")
    assert (first.nominal, first.due) == (date(1996, 7, 20), date(1996, 7, 22))
    (reading,) = first.readings
    assert reading.due == date(1996, 9, 23)
    (nominal,) = first.nominal_readings()
    assert nominal.due == date(1996, 9, 21)
    found = LAW.compute("2 weeks", after=first, under="de/zpo", nature="notfrist")
    assert found.due == date(1996, 8, 5)
    assert [r.due for r in found.readings] == [date(1996, 10, 7)]


def test_the_readings_of_a_stored_anchor_are_those_of_its_due_date() -> None:
    """Of a computation that was stored, the ends before the roll are not known."""
    first = LAW.compute("1 month", after=date(1996, 6, 20), under="de/zpo")
    stored = pickle.loads(pickle.dumps(first))
    assert stored.nominal_readings() == first.readings
    found = LAW.compute("2 weeks", after=stored, under="de/zpo", nature="notfrist")
    assert [r.due for r in found.readings] == [date(1996, 10, 7)]


@pytest.mark.parametrize("stored", [False, True])
def test_what_the_trigger_rests_on_is_told_too(*, stored: bool) -> None:
    """Its rule and calendars are sources, and its weakest authority a notice."""
    first = LAW.compute(
        "us/rcfc/12(a)(1)(A)", after=date(2026, 9, 15), court="us/uscfc"
    )
    (weak,) = [n for n in first.notices if n.code.startswith("verified-")]
    if stored:
        first = pickle.loads(pickle.dumps(first))
    found = LAW.compute("14 days", after=first, under="us/frap")
    assert set(first.sources) < set(found.sources)
    told = [n.text for n in found.notices if n.code == weak.code]
    assert any("RCFC 12(a)(1)(A)" in text for text in told)


def test_what_runs_from_a_provisional_date_is_provisional() -> None:
    """A trigger that an event to come can move is said to be one."""
    first = LAW.compute("us/frcp/15(a)(3)", after={"summons-served": date(2026, 6, 3)})
    assert first.is_provisional
    found = LAW.compute("14 days", after=first, under="us/frcp")
    assert "provisional" in {notice.code for notice in found.notices}
    assert found.is_provisional
    assert found.waits_for == first.waits_for
    assert "(provisional)" in str(found).splitlines()[1]


_CLOSINGS = """
[calendar]
id = "xx/closings"
name = "Days of a state"
horizon = { from = 2000-01-01, through = 2030-12-31 }
cite = "Act"
verified = { how = "text", on = 2026-11-24 }
closed_by = ["legal-holiday"]

[[closure]]
id = "feast"
on = 2026-07-10
name = "Feast"
kind = "legal-holiday"
cite = "Act"

[[dispute]]
id = "executive-closings"
kind = "law"
question = "Was the feast a holiday?"
adopted = "yes"
[[dispute.reading]]
name = "no"
cite = "Other act"
without = ["feast"]
"""


def test_a_bare_name_that_two_disputes_have_is_refused(tmp_path: Path) -> None:
    """A rule and a calendar can each have a dispute of that name."""
    folder = written(tmp_path, {"xx/calendars/closings.toml": _CLOSINGS})
    law = LAW.with_folder(ATLANTIS).with_folder(folder)
    asked: dict[str, Any] = {
        "after": date(2026, 6, 10),
        "under": "us/frcp",
        "calendar": "xx/closings",
    }
    with pytest.raises(ConflictingInputError, match="at several places here") as caught:
        law.compute("30 days", **asked, readings={"executive-closings": "no"})
    assert "xx/closings#executive-closings" in str(caught.value)
    chosen = {"xx/closings#executive-closings": "no"}
    found = law.compute("30 days", **asked, readings=chosen)
    assert (law.compute("30 days", **asked).due, found.due) == (
        date(2026, 7, 13),
        date(2026, 7, 10),
    )


def test_two_answers_to_one_question_are_refused() -> None:
    """A dispute can be named in short and in full, but has one answer."""
    both = {"mail-order": "yes: roll, add, roll", "us/frcp#mail-order": "no: add, roll"}
    with pytest.raises(ConflictingInputError, match="answers a question twice"):
        LAW.compute(
            "14 days",
            after=date(2026, 1, 8),
            under="us/frcp",
            service="mail",
            readings=both,
        )


_DISPUTED = """
[pack]
id = "xx/own"
name = "Own deadlines"
counting = "xx/cp"
cite_prefix = "Own "

[[deadline]]
id = "1"
title = "Act"
trigger = "complaint-served"
act = "file"
period = "10 days"
bound = "not later than"
service_extension = "none"
cite = "1"
in_force = {{ from = 2000-01-01 }}
verified = {{ how = "text", on = 2026-11-24 }}
examples = [{{ after = 2026-02-02, due = 2026-02-12, source = "counted" }}]

[[deadline.dispute]]
id = "end"
kind = "law"
question = "Where does it end?"
adopted = "as always"
cite = "1"
[[deadline.dispute.reading]]
name = "otherwise"
cite = "2"
[deadline.dispute.reading.roll.after]
to = "{to}"
closed = {{ court = ["legal-holiday"] }}
cite = "2"
"""


def test_readings_of_the_same_name_in_two_laws_are_told_apart(tmp_path: Path) -> None:
    """A deadline passed as a value keeps its own, whatever was asked before."""
    base = LAW.with_folder(ATLANTIS)
    rules = []
    for name, to in (("one", "stay"), ("other", "previous open day")):
        text = _DISPUTED.format(to=to)
        folder = written(tmp_path / name, {"xx/deadlines/own.toml": text})
        rules.append(base.with_folder(folder).deadline("xx/own/1"))
    # Ten days from Wednesday, 4 February end on Saturday, the 14th.
    safe = [base.compute(rule, after=date(2026, 2, 4)).safe for rule in rules]
    assert safe == [date(2026, 2, 14), date(2026, 2, 13)]
