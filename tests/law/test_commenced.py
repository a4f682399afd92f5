"""Texts for cases commenced on or after a day: the case decides, not the trigger."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from dues_law import copied, dues
from law_folders import changed, refused
from legalcase.errors import InvalidValueError, UnusedInputError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.counting.argument.computation import Computation

LAW: Final = dues()
EARLY: Final = "tx/trcp/196.2(a)-early"
TX, LO = "tx/deadlines/trcp.toml", "lo/deadlines/acts.toml"


def lo(day: date, commenced: date | None = None) -> Computation:
    """What is due of Lyonesse, of a case of that day."""
    facts = None if commenced is None else {"case-commenced": str(commenced)}
    return LAW.compute("lo/acts/4", after=day, facts=facts)


def days_of(trigger: date, commenced: date) -> int:
    """How long it is, said once more."""
    if trigger >= date(2020, 1, 1):
        return 7
    for since, days in ((date(2015, 1, 1), 10), (date(2010, 1, 1), 5)):
        if trigger >= since and commenced >= since:
            return days
    return 20


def open_day(day: date) -> date:
    """The next day that is no Sunday."""
    return day + timedelta(days=day.weekday() == 6)


def test_every_day_of_commencement_around_each_change() -> None:
    """The text of the case, of those that are there on the trigger's day."""
    begun = [
        date(y, m, d) for y in (2009, 2012, 2014, 2015) for m, d in ((1, 1), (12, 31))
    ]
    for trigger in (
        date(2009, 6, 1),
        date(2012, 6, 1),
        date(2016, 6, 3),
        date(2021, 6, 1),
    ):
        for commenced in begun:
            if commenced > trigger:
                continue
            due = open_day(trigger + timedelta(days=days_of(trigger, commenced)))
            found = lo(trigger, commenced)
            assert found.due == found.safe == due, (trigger, commenced)
            assert not found.readings


def test_where_nobody_said_so_every_text_has_its_date() -> None:
    """The newest is due, the earliest safe; the notice says what settles it."""
    found = lo(date(2016, 6, 1))
    assert [(one.choice, one.due) for one in found.readings] == [
        ("on or after 2010-01-01, before 2015-01-01", date(2016, 6, 6)),
        ("before 2010-01-01", date(2016, 6, 21)),
    ]
    (notice,) = [one for one in found.notices if one.code == "fact-not-given"]
    assert "Give case-commenced (a date, such as 2015-01-01)" in notice.text
    assert lo(date(2012, 6, 1)).safe == date(2012, 6, 6)
    assert not lo(date(2021, 6, 1)).readings
    # Whoever says which text applies is not asked.
    assert not LAW.compute(
        "lo/acts/4", after=date(2016, 6, 1), as_of=date(2012, 1, 1)
    ).readings


def test_a_case_that_was_there_before_a_change_is_not_asked() -> None:
    """The time that straddles the change began in it, and it goes by the old text."""
    found = LAW.compute(EARLY, after=date(2020, 12, 20), service="electronic")
    assert (found.due, found.readings) == (date(2021, 2, 8), ())


def test_what_is_no_date_or_bears_on_nothing_is_refused() -> None:
    """Text, and a day that no text of the deadline asks for."""
    given: dict[str, Any] = {"after": date(2021, 3, 1), "service": "electronic"}
    for said in ("yes", "2020", "31.12.2020"):
        with pytest.raises(InvalidValueError, match="which is no date"):
            LAW.compute(EARLY, **given, facts={"case-commenced": said})
    with pytest.raises(UnusedInputError):
        LAW.compute(
            "tx/trcp/99(b)",
            after=date(2021, 3, 1),
            facts={"case-commenced": "2020-12-31"},
        )


def test_several_deadlines_are_asked_for_one_day(tmp_path: Path) -> None:
    """Each interval between the changes of all of them is tried."""
    folder = copied(tmp_path)
    text = (folder / LO).read_text(encoding="utf-8")
    more = """
[[deadline]]
id = "5"
title = "The earlier of two"
earlier_of = [{ remaining = "lo/acts/4" }, { remaining = "lo/acts/6" }]
act = "file"
bound = "not later than"
service_extension = "none"
cite = "5"
in_force = { from = 2000-01-01 }
verified = { how = "recall" }
examples = []

[[deadline]]
id = "6"
title = "Another"
trigger = "flag-raised"
period = "3 days"
act = "file"
bound = "not later than"
service_extension = "none"
cite = "6"
in_force = { from = 2000-01-01 }
verified = { how = "recall" }
examples = []
[[deadline.version]]
from = 2012-01-01
applies = "cases commenced on or after"
period = "40 days"
"""
    (folder / LO).write_text(text + more, encoding="utf-8")
    law = Law.bundled().with_folder(folder)
    asked = {"flag-raised": date(2016, 6, 1)}
    bare = law.compute("lo/acts/5", after=asked)
    dates = set()
    for year in (2009, 2011, 2013, 2016):
        facts = {"case-commenced": f"{year}-05-05"}
        dates.add(law.compute("lo/acts/5", after=asked, facts=facts).due)
    assert bare.safe == min(dates)
    assert dates <= {bare.due, *(one.due for one in bare.readings)}


def test_it_does_not_go_with_another_event(tmp_path: Path) -> None:
    """Which of two texts governs then, nobody could tell; no other word does."""
    folder = copied(tmp_path)
    changed(
        folder,
        LO,
        'trigger = "flag-raised"\nperiod',
        'applies = "cases commenced on or after"\ntrigger = "flag-raised"\nperiod',
    )
    changed(folder, TX, 'applies = "cases commenced on or after"', 'applies = "all"')
    found = {(file, path) for file, path, _ in refused(folder)}
    assert (TX, "$.deadline[2].version[0].applies") in found
    changed(folder, TX, 'applies = "all"', 'applies = "cases commenced on or after"')
    (problem,) = refused(folder)
    assert (problem[0], problem[1]) == (LO, "$.deadline[0].version[0].applies")
