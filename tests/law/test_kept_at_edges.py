"""At the edges: a call that is kept knows the days from which something else holds.

Inside one text a question may be disputed for some weeks only, of the rule or of the
calendar, and an entry may end. Asked again from a day beyond such an edge, a call
answers as if nothing had been asked before.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from law_folders import changed, copied
from legalcase.law.ask.kept.calls import kept_calls_of
from legalcase.law.lawbook import Law
from told import answered, first_answered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULE = "xx/counting/cp.toml"
PACK = "xx/deadlines/cp.toml"
CALENDAR = "xx/calendar.toml"
#: Within these days alone something is disputed, and after the last one an entry ends.
FIRST, LAST = date(2012, 3, 7), date(2012, 3, 21)
DATES = f"from = {FIRST}\nthrough = {LAST}\n"
DAYS = [FIRST + timedelta(days=number) for number in range(-8, 25)]

#: What is changed in which file, at which words.
EDGES: dict[str, tuple[str, str, str]] = {
    "a dispute of the rule": (
        RULE,
        'id = "order"\nkind = "law"\n',
        f'id = "order"\nkind = "law"\n{DATES}',
    ),
    "a question of the rule": (
        RULE,
        'id = "deposit-box"\nkind = "fact"\n',
        f'id = "deposit-box"\nkind = "fact"\n{DATES}',
    ),
    "a dispute of the calendar": (
        CALENDAR,
        'id = "founding-friday"\nkind = "law"\n',
        f'id = "founding-friday"\nkind = "law"\n{DATES}',
    ),
    "the end of an entry": (
        PACK,
        "in_force = { from = 2000-01-01 }",
        f"in_force = {{ from = 2000-01-01, through = {LAST} }}",
    ),
}
ASKED: dict[str, Callable[[Law, date], Any]] = {
    "a day": lambda law, day: law.compute("xx/cp/20", after=day, service="mail"),
    "an event": lambda law, day: law.compute(
        "xx/cp/20", after={"complaint-served": day}, service="mail"
    ),
    "a period": lambda law, day: law.compute(
        "21 days", after=day, service="mail", under="xx/cp"
    ),
}


@pytest.mark.parametrize("how", ASKED)
@pytest.mark.parametrize("edge", EDGES)
def test_beyond_an_edge_a_kept_call_says_what_a_first_one_does(
    tmp_path: Path, edge: str, how: str
) -> None:
    """In either direction, and on every day."""
    folder = copied(tmp_path)
    changed(folder, *EDGES[edge])
    law = Law.bundled().with_folder(folder)
    ask = ASKED[how]

    def on(day: date) -> Callable[[Law], Any]:
        return lambda one: ask(one, day)

    first = {day: first_answered(law, on(day)) for day in DAYS}
    assert len(set(map(repr, first.values()))) > 1
    for days in (DAYS, DAYS[::-1]):
        law._cache.pop("kept-calls", None)
        answered(law, on(days[0]))
        for day in days:
            assert answered(law, on(day)) == first[day], day


#: The text before 2020 takes the time of another deadline, whose own text changed; the
#: newest text says nothing of that one.
REFERRED = """
[[deadline]]
id = "31"
title = "Statement of the harbour"
act = "file"
owed_by = "any-party"
met_by = ["response-served"]
proceedings = ["civil"]
later_of = [
    { remaining = "xx/cp/32" },
    { period = "3 days", trigger = "tide-turned", service_extension = "none" },
]
bound = "not later than"
service_extension = "none"
cite = "31"
in_force = { from = 2000-01-01 }
verified = { how = "secondary" }
note = "Ask the harbour master."
examples = [{ after = { complaint-served = 2005-03-01, tide-turned = 2005-03-01 }, \
due = 2005-03-07, source = "made up" }]

[[deadline.version]]
from = 2020-01-01
later_of = [
    { period = "8 days", trigger = "complaint-served" },
    { period = "3 days", trigger = "tide-turned", service_extension = "none" },
]

[[deadline]]
id = "32"
title = "List of the harbour"
trigger = "complaint-served"
act = "file"
owed_by = "any-party"
met_by = ["response-served"]
proceedings = ["civil"]
period = "5 days"
bound = "not later than"
service_extension = "none"
cite = "32"
in_force = { from = 2000-01-01 }
verified = { how = "secondary" }
note = "Ask the harbour master."
examples = [{ after = 2005-03-01, due = 2005-03-07, source = "made up" }]

[[deadline.version]]
from = 2012-03-14
period = "12 days"
"""


def test_the_texts_of_a_deadline_behind_an_older_text_are_edges_too(
    tmp_path: Path,
) -> None:
    """Though the newest text does not refer to it."""
    folder = copied(tmp_path)
    path = folder / PACK
    path.write_text(path.read_text(encoding="utf-8") + REFERRED, encoding="utf-8")
    law = Law.bundled().with_folder(folder)

    def on(day: date) -> Callable[[Law], Any]:
        events = {"complaint-served": day, "tide-turned": day}
        return lambda one: one.compute("xx/cp/31", after=events)

    first = {day: first_answered(law, on(day)) for day in DAYS}
    lengths = {found[0] - day for day, found in first.items()}
    assert min(lengths) < timedelta(days=10) <= max(lengths)
    for days in (DAYS, DAYS[::-1]):
        law._cache.pop("kept-calls", None)
        answered(law, on(days[0]))
        answered(law, on(days[0]))
        for day in days:
            assert answered(law, on(day)) == first[day], day


#: Counted from service, of which nobody said how; mail adds three days, and five from
#: 2015 on, which the safe date for a first day takes in.
LEFT_OPEN = """
[[deadline]]
id = "33"
title = "Hearing of the harbour"
trigger = "complaint-served"
act = "file"
owed_by = "any-party"
met_by = ["response-served"]
proceedings = ["civil"]
period = "10 days"
bound = "not earlier than"
service_extension = "general"
cite = "33"
in_force = { from = 2000-01-01 }
verified = { how = "secondary" }
note = "Ask the harbour master."
examples = [{ after = 2005-03-01, due = 2005-03-11, source = "made up" }]
"""


def test_what_answers_have_in_common_is_known_for_each_text(tmp_path: Path) -> None:
    """So that the safe date of what was left open is that of the text in force."""
    folder = copied(tmp_path)
    path = folder / PACK
    path.write_text(path.read_text(encoding="utf-8") + LEFT_OPEN, encoding="utf-8")
    law = Law.bundled().with_folder(folder)
    days = [date(2014, 12, 1) + timedelta(days=number) for number in range(60)]

    def on(day: date) -> Callable[[Law], Any]:
        return lambda one: one.compute("xx/cp/33", after=day)

    first = {day: first_answered(law, on(day)) for day in days}
    for order in (days, days[::-1]):
        law._cache.pop("kept-calls", None)
        for day in order * 3:
            assert answered(law, on(day)) == first[day], day
    known = [call.known for call in kept_calls_of(law)._by_name.values()]
    assert max(len(one.effects) for one in known if one is not None) == 2
    safe = {law.compute("xx/cp/33", after=day).safe - day for day in days}
    assert {timedelta(days=13), timedelta(days=15)} <= safe
