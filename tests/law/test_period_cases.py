"""One deadline with several periods: by method of service, place or party."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import pytest

import legalcase as lc
from dues_law import copied, dues
from law_folders import changed, refused
from legalcase.catalogue.period_case import PeriodCase
from legalcase.dates import Period
from legalcase.errors import (
    InvalidValueError,
    UnknownNameError,
    UnusedInputError,
)
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.counting.argument.computation import Computation

LAW: Final = dues()
MI: Final = "mi/deadlines/mcr.toml"
DAY: Final = date(2026, 6, 1)
OUTSIDE: Final = "served-outside-the-state"
ONE_DAY: Final = timedelta(days=1)


def open_day(day: date, way: timedelta) -> date:
    """The next open day that way, by the one holiday of the folder."""
    while day.weekday() > 4 or (day.month, day.day) == (7, 4):
        day += way
    return day


def days_of(method: str, outside: str) -> int:
    """How long Michigan gives, said once more."""
    return 28 if outside == "yes" or method == "mail" else 21


def under(name: str, day: date, side: str = "after", **given: Any) -> Computation:
    """What is due of the folder's deadlines."""
    asked: dict[str, Any] = {side: day, **given}
    return LAW.compute(f"mi/mcr/{name}", **asked)


@pytest.mark.parametrize("start", [date(2026, 6, 1), date(2031, 1, 3)])
def test_every_way_in_which_it_can_be(start: date) -> None:
    """What is known selects; what is not leads to every date that remains."""
    methods = ["personal", "mail", "publication", "electronic"]
    for number in range(30):
        day = start + timedelta(days=number)
        for method, outside in product([None, *methods], [None, "no", "yes"]):
            given: dict[str, Any] = {} if method is None else {"service": method}
            if outside is not None:
                given["facts"] = {OUTSIDE: outside}
            found = under("2.108(A)", day, **given)
            dates = {
                open_day(day + timedelta(days=days_of(one, where)), ONE_DAY)
                for one in (methods if method is None else [method])
                for where in (["no", "yes"] if outside is None else [outside])
            }
            shown = {found.due, *(reading.due for reading in found.readings)}
            assert shown == dates, (day, given)
            assert found.safe == min(dates)


def test_counted_back_the_longest_is_safe() -> None:
    """Every day of a year, by who is sued."""
    kinds = {"a person": 10, "a body of the state": 20, "the state": 30}
    for number in range(366):
        day = date(2028, 3, 1) + timedelta(days=number)
        ends = {
            kind: open_day(day - timedelta(days=days), -ONE_DAY)
            for kind, days in kinds.items()
        }
        found = under("notice", day, "before", service="personal")
        assert found.safe == min(ends.values())
        assert {found.due, *(r.due for r in found.readings)} == set(ends.values())
        for kind, end in ends.items():
            facts = {"kind-of-defendant": kind}
            one = under("notice", day, "before", service="personal", facts=facts)
            assert one.due == one.safe == end


def test_the_explanation_says_which_and_why() -> None:
    """A step of its own, with the citation of the case and what was given."""
    found = under("2.108(A)", DAY, service="mail")
    (step,) = [one for one in found.steps if one.code == "which-period"]
    assert step.clause == "MCR 2.108(A)(2), registered mail (service by mail)"
    other = under("2.108(A)", DAY, service="personal", facts={OUTSIDE: "No"})
    assert other.steps[0].clause == (
        f"MCR 2.108(A)(1) (no other period: service by personal, {OUTSIDE}: no)"
    )
    assert "of several periods, the one" in other.explain()
    # Nobody said anything: no step, and a notice names what decides.
    bare = under("2.108(A)", DAY)
    assert "which-period" not in {one.code for one in bare.steps}
    (notice,) = [one for one in bare.notices if one.code == "fact-not-given"][:1]
    assert "it decides" in notice.text


def test_a_second_call_says_the_same_as_the_first() -> None:
    """What is kept of a call keeps the period, and why it is that."""
    for day in (DAY, DAY + ONE_DAY, date(2010, 6, 1), DAY):
        found = under("cr-12", day, service="publication")
        assert found.steps[0].code == "which-period"
        period = 40 if day.year < 2015 else 60
        assert found.inputs.period == Period(period, "day")


def test_no_notice_says_that_service_does_nothing_where_it_chose() -> None:
    """It adds no days, and it is what decides."""
    codes = {one.code for one in under("2.108(A)", DAY, service="mail").notices}
    assert "service-adds-nothing" not in codes


def test_a_computed_service_tells_its_own_method(tmp_path: Path) -> None:
    """The trigger is the day on which service by that method was complete."""
    folder = copied(tmp_path)
    changed(
        folder,
        "mi/counting/mcr.toml",
        "[version.service.longer]",
        '[version.completion.any]\nmail = { add = "2 days", cite = "made up" }\n'
        'personal = { add = "nothing", cite = "made up" }\n'
        "[version.service.longer]",
    )
    law = Law.bundled().with_folder(folder)
    for method, days in (("mail", 30), ("personal", 21)):
        served = law.served_on(DAY, method, under="mi/mcr")
        found = law.compute("mi/mcr/2.108(A)", after=served, facts={OUTSIDE: "no"})
        assert found.due == open_day(DAY + timedelta(days=days), ONE_DAY)


def test_a_member_has_its_own_cases() -> None:
    """A composite asks for them, and a member of which nothing depends does not."""
    given = {"complaint-served": DAY}
    found = LAW.compute("mi/mcr/either", after=given, service="mail")
    assert [part.due for part in found.parts] == [date(2026, 8, 3)]
    assert "which-period" in {step.code for step in found.steps}


def test_what_is_given_and_bears_on_nothing_is_refused() -> None:
    """A fact of another deadline; an answer that there is not; a method unknown."""
    with pytest.raises(UnusedInputError):
        under("2.108(A)", DAY, facts={"kind-of-defendant": "the state"})
    with pytest.raises(UnknownNameError, match="'perhaps'"):
        under("2.108(A)", DAY, facts={OUTSIDE: "perhaps"})
    with pytest.raises(UnknownNameError, match="'fax'"):
        under("2.108(A)", DAY, service="fax")


def test_the_catalogue_says_all_its_periods() -> None:
    """In its row, and the facts among the questions that it asks."""
    rule = LAW.deadline("mi/mcr/cr-12")
    assert rule.to_dict()["when"] == (
        "20 days after complaint-served, or 60 days where service by publication, or "
        f"60 days where service by personal or mail or electronic, {OUTSIDE}: yes"
    )
    assert LAW.answers(OUTSIDE) == ("no", "yes")
    assert rule.case_facts == (OUTSIDE,)


WHEN: Final = '[[deadline.when]]\nfacts = { served-outside-the-state = "yes" }\n'
QUESTIONS: Final = (
    'questions = { served-outside-the-state = "Was the summons served outside the '
    'state?" }\n'
)
OTHERWISE: Final = 'otherwise = { served-outside-the-state = "no" }\n'


ASKS_TOO: Final = (
    '[[deadline.dispute]]\nid = "x"\nkind = "fact"\nquestion = "Out?"\n'
    f'adopted = "no"\nasks = "{OUTSIDE}"\n[[deadline.dispute.reading]]\n'
    'name = "yes"\nperiod = "9 days"\n# Wash. CR 12(a)'
)
ASKS_MORE: Final = (
    '[[deadline.dispute]]\nid = "x"\nkind = "law"\nquestion = "Longer?"\n'
    'adopted = "no"\n[[deadline.dispute.reading]]\n'
    'name = "yes"\nperiod = "9 days"\n# Wash. CR 12(a)'
)


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        (WHEN, "[[deadline.when]]\n", ".when[0]", "holds always"),
        (WHEN, "[[deadline.when]]\nfacts = {}\n", ".when[0]", "holds always"),
        (
            'service = ["mail"]\nfacts = { served-outside-the-state = "no" }\n',
            'service = ["mail"]\n',
            ".when[1]",
            "holds together with when[0]",
        ),
        (
            'service = ["mail"]\nfacts = { served-outside-the-state = "no" }\n',
            'facts = { served-outside-the-state = "no" }\n',
            ".period",
            "never holds: the cases leave nothing over",
        ),
        (QUESTIONS, "", ".questions", "lacks 'served-outside-the-state'"),
        (OTHERWISE, "", ".otherwise", "lacks 'served-outside-the-state'"),
        (
            OTHERWISE,
            f'{OTHERWISE[:-3]}, detained = "no" }}\n',
            ".otherwise.detained",
            "is asked by no case",
        ),
        (
            'service = ["mail"]',
            'service = ["fax"]',
            ".when[1].service[0]",
            "which mi/mcr does not list",
        ),
        ('service = ["mail"]', "service = []", ".when[1].service", "is empty"),
        ('period = "28 days"', 'period = "month"', ".when[0].period", "a period"),
        (
            'period = "28 days"',
            'period = "72 hours"',
            ".when[0].period",
            "is '72 hours', and mi/mcr has no table hours that says how it is counted",
        ),
        (
            'period = "28 days"',
            'period = "20 court days"',
            ".when[0].period",
            "mi/mcr has no table court_days",
        ),
        (
            'period = "21 days"',
            'later_of = [{ period = "21 days", trigger = "complaint-served" }]',
            ".when",
            "stands beside no period",
        ),
        (
            "# Wash. CR 12(a)",
            ASKS_TOO,
            ".dispute[0]",
            "asks what a case of `when` asks",
        ),
        (
            "# Wash. CR 12(a)",
            ASKS_MORE,
            ".dispute[0].reading[0].period",
            "which of its periods it would replace",
        ),
    ],
)
def test_cases_that_nobody_can_tell_apart_are_refused(
    tmp_path: Path, old: str, new: str, path: str, what: str
) -> None:
    """When the folder is checked, at their place, with what to do."""
    folder = copied(tmp_path)
    changed(folder, MI, old, new)
    found = {where: said for _, where, said in refused(folder)}
    assert what in found[f"$.deadline[0]{path}"]


def test_a_fact_has_the_same_answers_wherever_it_is_asked(tmp_path: Path) -> None:
    """By a case of one deadline and by a question of another."""
    folder = copied(tmp_path)
    changed(folder, MI, OTHERWISE, OTHERWISE.replace('"no"', '"perhaps"'))
    found = {where: said for _, where, said in refused(folder)}
    assert any("elsewhere has the answers" in said for said in found.values())


def test_no_date_hangs_on_a_fact_that_has_several_answers(tmp_path: Path) -> None:
    """A claim can rest on two Acts, and a period has one length."""
    folder = copied(tmp_path)
    text = (folder / MI).read_text(encoding="utf-8")
    told = text.replace(OUTSIDE, "cause-of-action")
    (folder / MI).write_text(told, encoding="utf-8")
    found = {where: said for _, where, said in refused(folder)}
    assert any("several answers can be true at once" in s for s in found.values())


def test_a_case_that_names_nothing_is_no_value() -> None:
    """It would hold always."""
    with pytest.raises(InvalidValueError, match="said to hold in no case"):
        PeriodCase(period=Period(3, "day"), cite="1")


def test_bundled_deadlines_have_none_that_is_left_open() -> None:
    """Their way through the law is as it was."""
    found = lc.compute("us/frcp/12(a)(1)(A)(i)", after=DAY)
    assert "which-period" not in {step.code for step in found.steps}
