"""A call asked again for another trigger answers as if it were the first.

A plan keeps what a call rests on; whatever changes with the trigger has to end it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import legalcase as lc
from law_folders import changed, copied, written
from legalcase.errors import RuleNotInForceError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

# In 2029 the third of March, Founding Day, is a Saturday, and the Friday is observed.
FIRST, LAST = date(2029, 2, 10), date(2029, 2, 20)
DAYS = [FIRST + timedelta(days=number) for number in range(-3, 15)]


def bounded(folder: Path, name: str, dispute: str, answer: str) -> Law:
    """Atlantis with a question that the Tide Court settled, for some triggers."""
    law = copied(folder)
    path = law / name
    head, mark, rest = path.read_text(encoding="utf-8").partition(f'id = "{dispute}"\n')
    assert mark, f"{name} has no dispute {dispute}"
    lines = [
        f"from = {FIRST}",
        f"through = {LAST}",
        f'settled = [{{ court = "xx/tide", reading = "{answer}", cite = "Re Ebb" }}]',
        *(line for line in rest.split("\n") if not line.startswith("settled = ")),
    ]
    path.write_text(head + mark + "\n".join(lines), encoding="utf-8")
    return Law.bundled().with_folder(law)


@pytest.mark.parametrize(
    ("name", "dispute", "answers", "asked"),
    [
        (
            "xx/counting/cp.toml",
            "order",
            ("yes", "no"),
            {"period": "10 days", "service": "mail"},
        ),
        (
            "xx/deadlines/cp.toml",
            "claims-by-sea",
            ("yes", "no"),
            {"period": "xx/cp/20"},
        ),
        (
            "xx/calendar.toml",
            "founding-friday",
            ("no", "yes"),
            {"period": "20 court days"},
        ),
    ],
)
def test_a_question_settled_for_a_time(
    name: str,
    dispute: str,
    answers: tuple[str, str],
    asked: dict[str, Any],
    tmp_path: Path,
) -> None:
    """From its first trigger day through its last, and on no day besides."""
    settled, adopted = answers
    law = bounded(tmp_path, name, dispute, settled)
    asked = {"court": "xx/tide", "under": "xx/cp", **asked}
    expected = {
        day: law.compute(
            **asked,
            after=day,
            readings={dispute: settled if FIRST <= day <= LAST else adopted},
        ).due
        for day in DAYS
    }
    differing = {
        day
        for day in DAYS
        if len({_chosen(law, asked, dispute, day, one) for one in answers}) > 1
    }
    assert FIRST in differing or LAST in differing
    # Whatever was asked first, before the bounds, within them or after them.
    for order in (DAYS, DAYS[::-1], DAYS[8:] + DAYS[:8]):
        afresh = Law(law.folders, law.overriding)
        found = {day: afresh.compute(**asked, after=day).due for day in order}
        assert found == expected


def _chosen(
    law: Law, asked: dict[str, Any], dispute: str, day: date, answer: str
) -> date:
    return law.compute(**asked, after=day, readings={dispute: answer}).due


def test_as_of_says_whether_a_question_was_settled(tmp_path: Path) -> None:
    """By the day whose text is asked for, not by that of the trigger."""
    law = bounded(tmp_path, "xx/deadlines/cp.toml", "claims-by-sea", "yes")
    inside, outside = FIRST, LAST + timedelta(days=1)
    for text, after, days in ((inside, outside, 40), (outside, inside, 21)):
        found = law.compute("xx/cp/20", after=after, court="xx/tide", as_of=text)
        assert found.nominal == after + timedelta(days=days)


def test_a_deadline_changed_as_a_value_is_not_taken_for_the_one_of_the_law() -> None:
    """It answers for itself, whichever of the two was asked first."""
    law = Law(Law.bundled().folders)
    rule = law.deadline("us/frcp/59(e)")
    term = evolve(rule.current.term, period=lc.Period.parse("7 days"))
    shorter = evolve(rule, versions=(evolve(rule.current, term=term),))
    for _ in range(2):
        assert law.compute(rule, after=date(2026, 6, 3)).due == date(2026, 7, 1)
        assert law.compute(shorter, after=date(2026, 6, 3)).due == date(2026, 6, 10)
        assert law.compute(rule.id, after=date(2026, 6, 3)).due == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("name", "old", "new", "asked"),
    [
        (
            "xx/counting/cp.toml",
            'cite_prefix = "C.P. "',
            'cite_prefix = "C.P. "\nthrough = 2029-02-20',
            {"period": "10 days"},
        ),
        (
            "xx/deadlines/cp.toml",
            "in_force = { from = 2000-01-01",
            "in_force = { through = 2029-02-20, from = 2000-01-01",
            {"period": "xx/cp/20"},
        ),
    ],
)
def test_after_the_last_day_in_force_there_is_no_date(
    name: str, old: str, new: str, asked: dict[str, Any], tmp_path: Path
) -> None:
    """What was repealed answers through its last trigger day, and refuses the next."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    law = Law.bundled().with_folder(folder)
    asked = {"court": "xx/tide", "under": "xx/cp", **asked}
    for _ in range(2):
        assert law.compute(**asked, after=LAST).is_running
        with pytest.raises(RuleNotInForceError):
            law.compute(**asked, after=LAST + timedelta(days=1))


_OWN = """
[pack]
id = "xx/own"
name = "Own deadlines"
counting = "xx/cp"
cite_prefix = "Own "

[[deadline]]
id = "1"
title = "Act"
act = "file"
bound = "not later than"
service_extension = "none"
cite = "1"
in_force = { from = 2000-01-01 }
verified = { how = "text", on = 2026-11-24 }
"""


def test_a_period_that_became_the_later_of_two(tmp_path: Path) -> None:
    """From that version on there are parts; before it there were none."""
    own = """
trigger = "complaint-served"
period = "10 days"
examples = [{ after = 2026-02-02, due = 2026-02-12, source = "counted" }]

[[deadline.version]]
from = 2029-02-20
later_of = [
    { period = "20 days", trigger = "complaint-served" },
    { period = "5 days", trigger = "complaint-served" },
]
cite = "1 as amended"
"""
    law = with_own(tmp_path, own)
    for _ in range(2):
        before = law.compute("xx/own/1", after=LAST - timedelta(days=1))
        assert (before.due, before.parts) == (date(2029, 3, 1), ())
        after = law.compute("xx/own/1", after=LAST)
        assert after.due == date(2029, 3, 12)
        assert [str(part.inputs.period) for part in after.parts] == [
            "20 days",
            "5 days",
        ]


def test_members_are_matched_by_their_triggers(tmp_path: Path) -> None:
    """A later text may name its triggers in another order, or have more of them."""
    own = """
later_of = [
    { period = "10 days", trigger = "complaint-served" },
    { period = "5 days", trigger = "tide-turned" },
]
[[deadline.examples]]
after = { complaint-served = 2026-02-02 }
due = 2026-02-12
source = "counted"

[[deadline.version]]
from = 2029-02-20
later_of = [
    { period = "7 days", trigger = "tide-turned" },
    { period = "20 days", trigger = "complaint-served" },
]
cite = "1 as amended"

[[deadline.version]]
from = 2030-02-20
later_of = [
    { period = "8 days", trigger = "tide-turned" },
    { period = "9 days", trigger = "tide-turned" },
    { period = "20 days", trigger = "complaint-served" },
]
cite = "1 as amended again"
"""
    law = with_own(tmp_path, own)
    after = {"complaint-served": date(2029, 2, 14), "tide-turned": date(2029, 2, 22)}
    found = law.compute("xx/own/1", after=after)
    assert [str(part.inputs.period) for part in found.parts] == ["10 days", "7 days"]
    after["tide-turned"] = date(2030, 2, 22)
    found = law.compute("xx/own/1", after=after)
    assert [str(part.inputs.period) for part in found.parts] == ["10 days", "5 days"]


def test_a_member_after_the_last_day_in_force_keeps_its_text(tmp_path: Path) -> None:
    """The deadline began while it was in force; its later triggers belong to it."""
    own = """
later_of = [
    { period = "10 days", trigger = "complaint-served" },
    { period = "5 days", trigger = "tide-turned" },
]
[[deadline.examples]]
after = { complaint-served = 2026-02-02 }
due = 2026-02-12
source = "counted"
"""
    law = with_own(tmp_path, own, last=", through = 2029-02-20")
    after = {"complaint-served": date(2029, 2, 14), "tide-turned": date(2029, 2, 22)}
    found = law.compute("xx/own/1", after=after)
    assert [str(part.inputs.period) for part in found.parts] == ["10 days", "5 days"]


def with_own(folder: Path, rest: str, last: str = "") -> Law:
    """Atlantis with one more deadline, the rest of which is given."""
    text = _OWN.replace("from = 2000-01-01", f"from = 2000-01-01{last}") + rest
    files = {"xx/deadlines/own.toml": text}
    return Law.bundled().with_folder(written(copied(folder), files))
