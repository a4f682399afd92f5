"""A later text that runs from another event, on its other side, by another rule."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from attrs import evolve

import legalcase as lc
from dues_law import copied, dues
from law_folders import changed, refused
from legalcase.codec import decode, encode
from legalcase.errors import (
    ConflictingInputError,
    RuleNotInForceError,
    UnknownNameError,
)
from legalcase.law.ask.find import find
from legalcase.model.deadlines.terms import DeadlineTerms

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.counting.argument.computation import Computation

LAW: Final = dues()
ONE_DAY: Final = timedelta(days=1)
CHANGE: Final = date(2026, 3, 1)
MOTION: Final = "summary-judgment-motion-filed"
RESPONSE: Final = "tx/trcp/166a"
LO: Final = "lo/deadlines/acts.toml"


def open_day(day: date, way: timedelta) -> date:
    """The next day that way that is none of the weekend: no holiday lies near."""
    while day.weekday() > 4:
        day += way
    return day


def asked(name: str, side: str, given: Any, **more: Any) -> Computation:
    """What the law answers."""
    inputs: dict[str, Any] = {side: given, **more}
    return LAW.compute(name, **inputs)


def test_around_the_change_every_pair_of_days() -> None:
    """By either keyword: a text governs what its own event triggers in its time."""
    for m in range(-40, 41, 7):
        motion = CHANGE + timedelta(days=m)
        for h in range(m + 14, m + 80, 5):
            hearing = CHANGE + timedelta(days=h)
            old = open_day(hearing - timedelta(days=7), -ONE_DAY)
            new = open_day(motion + timedelta(days=21), ONE_DAY)
            is_old, is_new = hearing < CHANGE, motion >= CHANGE
            due = [d for d, so in ((old, is_old), (new, is_new)) if so] or [old, new]
            given = {MOTION: motion, "hearing": hearing}
            for side in ("after", "before"):
                found = asked(RESPONSE, side, given)
                shown = [found.due, *(one.due for one in found.readings)]
                assert found.due == due[0], (motion, hearing)
                assert set(shown) == set(due)
                assert found.safe == min(due)


def test_what_governs_across_the_change_can_be_chosen() -> None:
    """As a question of law: named, with the citation of the other text."""
    given = {MOTION: date(2026, 2, 10), "hearing": date(2026, 3, 20)}
    found = asked(RESPONSE, "after", given)
    (reading,) = found.readings
    assert (reading.kind, reading.dispute) == ("law", f"{RESPONSE}#text")
    assert reading.authority == "Tex. R. Civ. P. 166a(d)(1)"
    chosen = {f"{RESPONSE}#text": "the text from 2026-03-01"}
    other = asked(RESPONSE, "after", given, readings=chosen)
    assert other.due == other.safe == reading.due
    with pytest.raises(UnknownNameError):
        asked(RESPONSE, "after", given, readings={f"{RESPONSE}#text": "neither"})
    # Whoever says which text applies is not asked.
    assert asked(RESPONSE, "after", given, as_of=CHANGE).due == reading.due


def test_the_event_of_one_text_alone_can_be_too_little() -> None:
    """It lies in the time of the other; what else would be needed is said."""
    with pytest.raises(RuleNotInForceError, match=rf"Give {MOTION} too"):
        asked(RESPONSE, "before", {"hearing": date(2026, 3, 20)})
    with pytest.raises(RuleNotInForceError, match="Give hearing too"):
        asked(RESPONSE, "after", {MOTION: date(2026, 2, 10)})
    with pytest.raises(RuleNotInForceError):
        asked(RESPONSE, "before", {"hearing": date(1990, 3, 20)})


def test_a_date_alone_does_where_one_text_lies_on_that_side() -> None:
    """And is refused in the time of the other, which it does not name."""
    for day in (date(2025, 6, 20), date(2025, 6, 21), date(2026, 2, 27)):
        due = open_day(day - timedelta(days=7), -ONE_DAY)
        assert asked(RESPONSE, "before", day).due == due
        with pytest.raises(ConflictingInputError, match=r"Pass before="):
            asked(RESPONSE, "after", day)
    for day in (CHANGE, date(2026, 6, 1)):
        due = open_day(day + timedelta(days=21), ONE_DAY)
        assert asked(RESPONSE, "after", day).due == due
        with pytest.raises(ConflictingInputError, match=r"Pass after="):
            asked(RESPONSE, "before", day)
    # Two texts on one side: the date could be of either event.
    with pytest.raises(ConflictingInputError, match=r"does not name its event"):
        asked("lo/acts/1", "after", date(2021, 6, 1))


def test_calls_that_are_kept_go_by_the_text_of_each_day() -> None:
    """Forward and back over the change, with the same names."""
    days = [date(2009, 6, 10), date(2025, 6, 10), date(2009, 6, 11), date(2025, 6, 12)]
    assert [asked("lo/acts/3", "before", day).due for day in days] == [
        date(2009, 6, 5),
        date(2025, 6, 7),
        date(2009, 6, 6),
        date(2025, 6, 9),
    ]
    for day, due in (
        (date(2019, 6, 2), date(2019, 6, 9)),
        (date(2020, 6, 1), date(2020, 6, 8)),
        (date(2019, 6, 3), date(2019, 6, 10)),
        (date(2020, 6, 2), date(2020, 6, 8)),
        (date(2019, 6, 4), date(2019, 6, 11)),
    ):
        found = asked("lo/acts/2", "after", day)
        assert found.due == due
        assert found.inputs.rule == ("lo/old" if day.year < 2020 else "lo/new")


def test_the_search_knows_the_events_of_every_text() -> None:
    """By the old one and by the new one."""
    for word in ("hearing", MOTION):
        found = find(LAW, jurisdiction="tx", trigger=word)
        assert RESPONSE in {rule.id for rule in found}
    assert LAW.deadline(RESPONSE).triggers == (MOTION, "hearing")


def test_each_text_has_its_own_side_and_what_meets_it() -> None:
    """What is copied into a case is that of the text in force."""
    rule = LAW.deadline("lo/acts/1")
    assert (rule.owed_by, rule.met_by, rule.paper) == (
        "filer",
        ("tally-given",),
        "other",
    )
    old = rule.in_text(rule.versions[0])
    assert (old.owed_by, old.met_by, old.paper) == (
        "served",
        ("token-given",),
        "claim-form",
    )
    assert rule.in_text(rule.current) is rule
    for word, day, side, met in (
        ("bell-rung", date(2019, 6, 3), "served", "token-given"),
        ("flag-raised", date(2020, 6, 1), "filer", "tally-given"),
    ):
        found = LAW.compute(rule.id, after={word: day})
        assert found.inputs.paper == ("claim-form" if side == "served" else "other")
        terms = DeadlineTerms.of_rule(rule, found)
        assert (terms.side, terms.met_by) == (side, (met,))


def test_after_its_last_day_it_has_no_text() -> None:
    """For the events of any text."""
    with pytest.raises(RuleNotInForceError):
        LAW.compute("lo/acts/1", after={"flag-raised": date(2030, 1, 2)})


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        (
            'trigger = "flag-raised"\nperiod',
            'trigger = "bell-rung"\nperiod',
            ".version[0].trigger",
            "as in the text before",
        ),
        (
            'trigger = "flag-raised"\nperiod',
            'trigger = "flag-raised"\ndirection = "after"\nperiod',
            ".version[0].direction",
            "as in the text before",
        ),
        (
            'period = "5 days"\nowed_by',
            'later_of = [{ period = "5 days", trigger = "flag-raised" }]\nowed_by',
            ".version[0].trigger",
            "stands beside members",
        ),
        (
            'met_by = ["tally-given"]',
            'met_by = ["flag-raised"]',
            ".version[0].met_by[0]",
            "from which the time runs",
        ),
        ('met_by = ["tally-given"]', "met_by = []", ".version[0].met_by", "is empty"),
        (
            'owed_by = "filer"',
            'owed_by = "nobody"',
            ".version[0].owed_by",
            "vocabulary of side",
        ),
        ('paper = "other"', 'counting = "lo/none"', ".counting", "lo/none"),
    ],
)
def test_a_text_that_changes_nothing_or_too_much_is_refused(
    tmp_path: Path, old: str, new: str, path: str, what: str
) -> None:
    """When the folder is checked."""
    folder = copied(tmp_path)
    changed(folder, LO, old, new)
    found = {where: said for _, where, said in refused(folder)}
    assert any(path in where and what in said for where, said in found.items()), found


def test_a_bundled_deadline_says_the_same_of_all_its_texts() -> None:
    """But two of Texas: 298 counted from a filing, 166a back from the hearing.

    And one of Connecticut: four months from the judgment, since 2021 from its notice.
    And the veterans' appeal: from the notice's mailing, since 2022 from its issue.
    """
    rules = list(lc.Law.bundled().deadlines())
    shifting = [rule.id for rule in rules if rule.shifts]
    assert shifting == [
        "us-ct/cgs/52-212a",
        "us-tx/judgment/298",
        "us-tx/trcp/166a(d)(1)",
    ]
    # Since 2026 an eviction is counted under a rule of its own; since April 2025 a
    # motion meets the time to answer in Georgia, too.
    counted = {"us-tx/eviction/510.19(a)", "us-ga/ocga/9-11-12(a)"}
    same = [r for r in rules if not r.shifts and r.id not in counted]
    assert all(rule.in_text(text) is rule for rule in same for text in rule.versions)


@pytest.mark.parametrize(
    "name",
    [RESPONSE, "tx/trcp/99(b)", "mi/mcr/2.108(A)", "mi/mcr/either", "lo/acts/4"],
)
def test_a_deadline_comes_back_whole_from_where_it_is_stored(name: str) -> None:
    """With its weekday, its cases, and what each text says of itself."""
    rule = evolve(LAW.deadline(name), examples=())
    again = decode(encode(rule))
    assert again == rule
    assert again.versions == rule.versions
    assert evaluated(again).due == evaluated(rule).due


def evaluated(rule: lc.DeadlineRule) -> Computation:
    """What it gives from an event of its newest text."""
    return LAW.compute(rule, after={rule.triggers[0]: date(2026, 6, 1)})
