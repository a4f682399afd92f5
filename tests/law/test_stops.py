"""What stops, moves and lengthens a period: the worked cases, and what is refused."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from law_folders import changed, refused
from legalcase.codec import from_json, to_json
from legalcase.dates import Period
from legalcase.errors import (
    ConflictingInputError,
    InvalidPeriodError,
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
    UnsupportedQuestionError,
)
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law
from legalcase.model.deadlines.looking.verdict import _in_time

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation

HERE: Final = Path(__file__).parent / "stops"
LAW: Final = Law.bundled().with_folder(HERE)
MN: Final = "mn/counting/rcp.toml"
TR, IYUK, NL = "tr/counting/hmk.toml", "tr/counting/iyuk.toml", "nl/counting/atw.toml"


def copied(folder: Path) -> Path:
    """Copy the folder, to be changed there."""
    target = folder / "law"
    shutil.copytree(HERE, target, ignore=shutil.ignore_patterns("*.md"))
    return target


def codes(found: Computation) -> list[str]:
    """The codes of its steps."""
    return [step.code for step in found.steps]


def noticed(found: Computation, code: str) -> str:
    """The text of the one notice of that code; empty if there is none."""
    return "".join(notice.text for notice in found.notices if notice.code == code)


def test_the_worked_cases_give_their_dates() -> None:
    """Each example of the folder, with its other dates and the safe one."""
    assert run_examples(LAW, LawFolder(HERE)) == []


def test_an_end_in_a_recess_leaves_a_step_with_its_clause() -> None:
    """From the end as counted to the day after the recess, and the roll after that."""
    found = LAW.compute("30 days", after=date(2013, 8, 1), under="tr/hmk")
    assert codes(found) == ["trigger", "count", "ends-after", "roll"]
    step = found.steps[2]
    assert (step.start, step.end) == (date(2013, 8, 31), date(2013, 9, 7))
    assert step.clause == "HMK 104"
    assert found.nominal == date(2013, 9, 7)
    assert "would end in a recess: ends 7 days later" in found.explain(width=200)


def test_an_end_that_the_roll_alone_moved_into_a_recess() -> None:
    """Where the rule is silent it stays, and that is said; else as the rule says."""
    silent = LAW.compute("10 days", after=date(2026, 7, 8), under="tr/hmk")
    assert silent.due == date(2026, 7, 20)
    assert "Only the move off a closed day leads into a recess (HMK 104)" in noticed(
        silent, "moved-into-recess"
    )
    said = LAW.compute("10 days", after=date(2026, 7, 8), under="tr/iyuk")
    assert said.due == date(2026, 9, 7)
    assert not noticed(said, "moved-into-recess")
    assert codes(said) == ["trigger", "count", "roll", "ends-after"]


@pytest.mark.parametrize("under", ["tr/hmk", "be/jud"])
def test_counting_back_into_such_a_recess_is_refused(under: str) -> None:
    """No law says what follows; outside of the recess nothing does."""
    with pytest.raises(UnsupportedQuestionError, match="counted back into one"):
        LAW.compute("10 days", before=date(2026, 8, 20), under=under)
    out = LAW.compute("10 days", before=date(2026, 10, 20), under=under)
    assert out.due == date(2026, 10, 10)


def test_counting_back_from_outside_a_recess_that_wants_both() -> None:
    """What began outside of it may end in it."""
    found = LAW.compute("20 days", before=date(2026, 9, 10), under="be/jud")
    assert found.due == date(2026, 8, 21)


@pytest.mark.parametrize(
    ("name", "old", "new", "path", "what"),
    [
        (TR, 'then = "1 week"\n', "", "$.version[0].suspension.then", "is missing."),
        (
            TR,
            'then = "1 week"',
            'then = "2 court days"',
            "$.version[0].suspension.then",
            "is '2 court days', and must be '15 days', '1 week' or a day such as",
        ),
        (
            TR,
            'then = "1 week"',
            'then = "february 29"',
            "$.version[0].suspension.then",
            "is 'february 29'. 29 February is no day that returns every year.",
        ),
        (
            TR,
            'then = "1 week"',
            'then = "1 week"\nmonths = "raw end plus the rest"',
            "$.version[0].suspension.months",
            "stands beside an effect by which its days count.",
        ),
        (
            TR,
            'effect = "a period that ends inside ends after"',
            'effect = "not counted"',
            "$.version[0].suspension.then",
            "stands beside an effect by which its days are left out.",
        ),
        (
            IYUK,
            'then = "7 days"',
            'then = "august 30"',
            "$.version[0].suspension.then",
            "is 'august 30', a day of the recess.",
        ),
    ],
)
def test_a_recess_that_says_too_much_or_too_little_is_refused(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """With the file and the place."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    ((found, where, said),) = refused(folder)
    assert (found, where) == (name, path)
    assert said.startswith(what)


def test_months_from_inside_a_recess_are_not_counted_back() -> None:
    """The court spoke of what runs after it; from outside nothing is in doubt."""
    with pytest.raises(UnsupportedQuestionError, match="counted back from inside"):
        LAW.compute("2 months", before=date(2023, 8, 10), under="it/cpc")
    found = LAW.compute("2 months", before=date(2023, 7, 10), under="it/cpc")
    assert found.due == date(2023, 5, 10)


def test_months_from_inside_a_recess_of_which_nothing_is_said() -> None:
    """Are refused, both ways: the Portuguese rule here says nothing of them."""
    for direction in ("after", "before"):
        asked: dict[str, Any] = {direction: date(2025, 8, 1), "under": "pt/cpc"}
        with pytest.raises(UnsupportedQuestionError, match="from inside a recess"):
            LAW.compute("2 months", **asked)
    urgent = LAW.compute(
        "2 months", after=date(2025, 8, 1), under="pt/cpc", nature="urgent"
    )
    assert urgent.due == date(2025, 10, 1)


def test_an_end_that_is_moved_only_at_some_lengths_cannot_be_extended_from(
    tmp_path: Path,
) -> None:
    """Of which length the period extended was nobody said."""
    folder = copied(tmp_path)
    changed(
        folder,
        NL,
        "[version.roll.after]",
        'extension = { from = "rolled end", cite = "9" }\n[version.roll.after]',
    )
    law = Law.bundled().with_folder(folder)
    with pytest.raises(UnsupportedQuestionError, match="periods of some lengths"):
        law.compute("1 week", extending=date(2026, 4, 18), under="nl/atw")
    found = law.compute("1 week", extending=date(2026, 4, 17), under="nl/atw")
    assert found.due == date(2026, 4, 24)


def test_hours_are_measured_by_days(tmp_path: Path) -> None:
    """Of more than ninety days they are not moved either."""
    folder = copied(tmp_path)
    hours = 'hours = { count = "every hour", roll = "same time next open day", '
    changed(
        folder,
        NL,
        "[version.roll.after]",
        f'{hours}cite = "9" }}\n[version.roll.after]',
    )
    law = Law.bundled().with_folder(folder)
    start = datetime(2026, 4, 17, 9, tzinfo=UTC)
    moved = law.compute("24 hours", after=start, under="nl/atw")
    assert moved.due == date(2026, 4, 20)
    start = datetime(2026, 1, 17, 9, tzinfo=UTC)
    stays = law.compute("2184 hours", after=start, under="nl/atw")
    assert stays.due == date(2026, 4, 18)


@pytest.mark.parametrize(
    ("periods", "what"),
    [
        ('["90 days"]', "is ['90 days']. '90 days' is no limit of a period."),
        ('["<= 90 days", "<= 80 days"]', "State one limit of each unit"),
        ('["<= 90 days", ">= 1 week"]', "State limits of one kind."),
        ("[]", "State one limit of each unit, at least one."),
        ('"<= 90 days"', "must be a list such as ['<= 90 days', '<= 3 months']."),
    ],
)
def test_lengths_that_are_none_are_refused(
    tmp_path: Path, periods: str, what: str
) -> None:
    """For a roll as for a recess."""
    folder = copied(tmp_path)
    changed(folder, NL, '["<= 90 days", "<= 12 weeks", "<= 3 months"]', periods)
    changed(folder, "pt/counting/cpc.toml", '["< 6 months"]', periods)
    found = refused(folder)
    places = {(file, path) for file, path, _ in found}
    assert places == {
        (NL, "$.version[0].roll.after.periods"),
        ("pt/counting/cpc.toml", "$.version[0].suspension.periods"),
    }
    assert all(what in said for *_, said in found)


def test_a_period_and_the_time_added_are_one() -> None:
    """One count of months and one of days, each with both citations."""
    found = LAW.compute(
        "15 days",
        after=date(2017, 2, 12),
        under="fr/cpc",
        facts={"residence": "overseas"},
    )
    assert codes(found) == ["trigger", "one-period", "one-period"]
    assert [str(step.end) for step in found.steps[1:]] == ["2017-03-12", "2017-03-27"]
    assert found.steps[1].clause == "CPC 643; CPC 641"
    assert found.steps[2].clause == "CPC 643; CPC 641"
    assert "15 days counted, with the time added" in found.explain(width=200)


def test_the_place_stands_beside_the_method() -> None:
    """Neither is dropped, and each that was not said is asked for."""
    asked: dict[str, Any] = {
        "after": date(2025, 1, 10),
        "under": "pt/cpc",
        "nature": "urgent",
    }
    both = LAW.compute(
        "10 days", service="substituted", facts={"cited-where": "abroad"}, **asked
    )
    assert both.due == date(2025, 2, 24)
    method = LAW.compute("10 days", service="substituted", **asked)
    dates = [method.due, *(reading.due for reading in method.readings)]
    assert sorted(dates) == [
        date(2025, 1, 27),
        date(2025, 1, 30),
        date(2025, 2, 10),
        date(2025, 2, 24),
    ]
    assert method.safe == date(2025, 1, 27)
    with pytest.raises(UnknownNameError, match="cited-where"):
        LAW.compute("10 days", facts={"cited-where": "the moon"}, **asked)


def test_time_that_is_given_leaves_a_step_and_a_notice() -> None:
    """Of days, of a period or of its text; on nobody else's authority."""
    for added in (10, "10 days", Period(10, "day")):
        found = LAW.compute(
            "1 month", after=date(2026, 3, 2), under="pct/rules", added=added
        )
        assert found.due == date(2026, 4, 13)
        assert codes(found) == ["trigger", "count", "add-given", "roll"]
        assert found.steps[2].clause == "added as given"
        assert found.inputs.added == Period(10, "day")
        assert "10 days were added as given" in noticed(found, "added-as-given")
        assert "10 days more, as given" in found.explain(width=200)
    plain = LAW.compute("1 month", after=date(2026, 3, 2), under="pct/rules")
    assert plain.due == date(2026, 4, 2)
    assert not noticed(plain, "added-as-given")


def test_time_that_is_given_is_stored_with_the_call() -> None:
    """And read again as it was."""
    found = LAW.compute("1 month", after=date(2026, 3, 2), under="pct/rules", added=10)
    again = from_json(to_json(found))
    assert isinstance(again, lc.Computation)
    assert again.inputs == found.inputs


@pytest.mark.parametrize(
    ("asked", "error", "match"),
    [
        (
            {"before": date(2026, 6, 5), "added": 3},
            UnsupportedQuestionError,
            "as given",
        ),
        (
            {"after": date(2026, 6, 5), "added": "1 month"},
            UnsupportedQuestionError,
            "mon",
        ),
        (
            {"after": date(2026, 6, 5), "added": "1 year"},
            InvalidValueError,
            "court days",
        ),
        (
            {"after": date(2026, 6, 5), "added": "3 clear days"},
            InvalidValueError,
            "week",
        ),
        ({"after": date(2026, 6, 5), "added": 0}, InvalidPeriodError, "0"),
        ({"after": date(2026, 6, 5), "added": -3}, InvalidPeriodError, "-3"),
        ({"after": date(2026, 6, 5), "added": True}, InvalidTypeError, "True"),
        ({"after": date(2026, 6, 5), "added": 1.5}, InvalidTypeError, "1.5"),
        (
            {"before": date(2026, 6, 5), "facts": {"lives": "hills"}},
            UnsupportedQuestionError,
            "because of distance",
        ),
    ],
)
def test_time_that_nobody_can_add_is_refused(
    asked: dict[str, Any], error: type[Exception], match: str
) -> None:
    """Counting back no law speaks of it; and not in every unit."""
    with pytest.raises(error, match=match):
        LAW.compute("8 days", under="zz/cp", **asked)


def test_distance_is_not_asked_about_counting_back() -> None:
    """Nothing would be added, so nothing is open."""
    found = LAW.compute("10 days", before=date(2026, 6, 17), under="zz/cp")
    assert (found.due, found.readings) == (date(2026, 6, 5), ())


def test_time_given_belongs_to_one_period() -> None:
    """Not to the later of two, nor to what another period runs from."""
    triggers = {"complaint-served": date(2026, 6, 5), "order-entered": date(2026, 6, 5)}
    with pytest.raises(ConflictingInputError, match="which of them is longer"):
        LAW.compute("zz/cp/21", after=triggers, added=3)


def test_units_that_are_not_one_period() -> None:
    """Court days with days, and a short period with anything, are refused."""
    asked: dict[str, Any] = {"after": date(2026, 6, 5), "under": "zz/far"}
    with pytest.raises(UnsupportedQuestionError, match="5 court days and 1 months"):
        LAW.compute("5 court days", facts={"far": "yes"}, **asked)


@pytest.mark.parametrize(
    ("name", "old", "new", "path", "what"),
    [
        (
            "zz/counting/far.toml",
            'order = "one period"\ncite = "1"',
            'order = "add, roll"\ncite = "1"',
            "$.dispute[0].reading[0].distance.order",
            "is another order than that of service.general",
        ),
        (
            "zz/counting/cp.toml",
            'mail = { add = "3 days" }',
            'mail = { add = "1 month" }',
            "$.version[0].service.general.mail.add",
            "is '1 month', and no rule says how months are added",
        ),
        (
            "eu/counting/rp.toml",
            'add = "10 days"',
            'add = "1 month"',
            "$.version[0]",
            "The time for distance is 1 months",
        ),
        (
            "pt/counting/cpc.toml",
            'before = "none"',
            'before = "dilacao"',
            "$.version[0].service_for.before",
            "is 'dilacao', whose time is one period with what it lengthens",
        ),
        (
            "eu/counting/rp.toml",
            'add = "10 days"',
            'add = "1 year"',
            "$.version[0].distance.add",
            "is '1 year', and must be",
        ),
    ],
)
def test_time_added_that_cannot_be_counted_is_refused(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """With the file and the place."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    found = refused(folder)
    assert (name, path) in {(file, where) for file, where, _ in found}
    assert any(said.startswith(what) for *_, said in found)


def test_an_order_that_held_once_holds_in_every_version() -> None:
    """It is stated in the text of a later date, and meets what began before."""
    found = LAW.compute("3 years", after=date(2019, 6, 3), under="ny/cp")
    assert found.sources[0].version == "2000-01-01"
    assert codes(found) == ["trigger", "count", "suspend"]
    assert found.steps[2].clause.startswith("N.Y. EO 202.8; Brash v. Richards")
    later = LAW.compute("3 years", after=date(2020, 11, 4), under="ny/cp")
    assert (later.due, later.readings) == (date(2023, 11, 6), ())


def test_an_order_that_stopped_time_stops_it_counted_back() -> None:
    """Its days are none, in whatever direction; a reading that carries is refused."""
    law = LAW.compute(
        "30 days",
        before=date(2020, 11, 20),
        under="ny/cp",
        readings={"toll": "they stopped it"},
    )
    assert law.due == date(2020, 3, 6)
    with pytest.raises(UnsupportedQuestionError, match="counted back into one"):
        LAW.compute(
            "30 days",
            before=date(2020, 11, 20),
            under="ny/cp",
            readings={"toll": "they put off its end"},
        )


def test_orders_that_a_base_and_local_rules_state_all_hold(tmp_path: Path) -> None:
    """With the citations of each, whatever the prefix of the other."""
    folder = copied(tmp_path)
    toll = """[[version.tolls]]
on = 2021-01-04
through = 2021-01-10
effect = "not counted"
cite = "9"
"""
    rolls = "[version.roll.after]"
    changed(folder, "zz/counting/cp.toml", rolls, toll + rolls)
    changed(
        folder,
        "zz/counting/isles.toml",
        "[version.service.general]",
        toll.replace("01-04", "02-01").replace("01-10", "02-07")
        + "[version.service.general]",
    )
    law = Law.bundled().with_folder(folder)
    found = law.compute(
        "40 days", after=date(2021, 1, 1), under="zz/isles", facts={"on-isles": "no"}
    )
    assert found.due == date(2021, 2, 24)
    stops = [step.clause for step in found.steps if step.code == "suspend"]
    assert stops == ["C.P. 9", "R. 9"]
    with pytest.raises(UnsupportedQuestionError, match="from inside a recess"):
        law.compute("2 months", after=date(2021, 1, 5), under="zz/cp")


def test_a_period_is_longer_once() -> None:
    """Though its new end lies in the days of the order again."""
    found = LAW.compute(
        "2 years", after=date(2018, 4, 8), under="ia/cp", nature="limitation"
    )
    assert found.due == date(2020, 6, 23)
    assert codes(found) == ["trigger", "count", "ends-after"]


@pytest.mark.parametrize(
    ("name", "old", "new", "path", "what"),
    [
        (
            "ny/counting/cp.toml",
            "through = 2020-11-03",
            "through = 2020-03-19",
            "$.version[1].tolls[0].through",
            "is 2020-03-19, before 2020-03-20.",
        ),
        (
            "ny/counting/cp.toml",
            "[[version.tolls]]",
            'remove = ["tolls"]\n[[version.tolls]]',
            "$.version[1].remove",
            "takes away orders that held once",
        ),
        (
            "ia/counting/cp.toml",
            'then = "76 days"',
            'then = "may 4"',
            "$.version[0].tolls[0].then",
            "is 'may 4', and by so much a period is longer.",
        ),
        (
            "ia/counting/cp.toml",
            'then = "76 days"\n',
            "",
            "$.version[0].tolls[0].then",
            "is missing.",
        ),
        (
            "ia/counting/cp.toml",
            'natures = ["limitation"]',
            'natures = ["limitation"]\nexcept = ["ordinary"]',
            "$.version[0].tolls[0].except",
            "stands beside natures.",
        ),
        (
            "ia/counting/cp.toml",
            'kind = "fact"',
            'kind = "law"',
            "$.version[0].tolls",
            "names natures, and no question asks for the nature",
        ),
        (
            "ma/counting/cp.toml",
            'effect = "not counted"',
            'effect = "not counted"\nthen = "1 day"',
            "$.version[0].tolls[0].then",
            "stands beside an effect by which its days are left out.",
        ),
    ],
)
def test_an_order_that_says_too_much_or_too_little_is_refused(
    tmp_path: Path, name: str, old: str, new: str, path: str, what: str
) -> None:
    """With the file and the place."""
    folder = copied(tmp_path)
    changed(folder, name, old, new)
    found = refused(folder)
    assert (name, path) in {(file, where) for file, where, _ in found}
    assert any(said.startswith(what) for *_, said in found)


CHICAGO: Final = ZoneInfo("America/Chicago")


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("method", ["personal", "electronic", "mail", "fax"])
def test_service_after_the_hour_adds_a_day(method: str, hour: int) -> None:
    """By any means but mail; by what the rule does not name, nothing at all."""
    start = datetime(2025, 5, 1, hour, 30, tzinfo=CHICAGO)
    found = LAW.compute("21 days", after=start, under="mn/rcp", service=method)
    late = method in {"personal", "electronic"} and hour >= 17
    due = date(2025, 5, 23) if late else date(2025, 5, 22)
    assert found.due == (date(2025, 5, 27) if method == "mail" else due)
    assert [step.code for step in found.steps if step.code == "add"] == (
        ["add"] if late or method == "mail" else []
    )
    assert bool(noticed(found, "service-not-listed")) is (method == "fax")


def test_a_word_that_is_no_method_is_one_of_no_others() -> None:
    """What the vocabulary lacks may be misspelt."""
    with pytest.raises(UnknownNameError, match="pigeon"):
        LAW.compute("21 days", after=date(2025, 5, 1), under="mn/rcp", service="pigeon")


def test_nobody_said_how_or_at_which_hour_it_was_served() -> None:
    """Each is asked, and the safe date is right under every answer."""
    found = LAW.compute("21 days", after=date(2025, 5, 1), under="mn/rcp")
    assert (found.due, found.safe) == (date(2025, 5, 22), date(2025, 5, 22))
    mailed = LAW.compute(
        "21 days", after=date(2025, 5, 1), under="mn/rcp", service="electronic"
    )
    (reading,) = mailed.readings
    assert (reading.due, reading.kind) == (date(2025, 5, 23), "fact")
    assert "before 17:01" in reading.question


def test_the_hour_of_service_is_not_counted_back(tmp_path: Path) -> None:
    """Nobody says of which service; the check refuses such a table there."""
    with pytest.raises(UnsupportedQuestionError, match="The hour of service by"):
        LAW.compute(
            "14 days",
            before=date(2025, 5, 15),
            under="mn/rcp",
            service="electronic",
            service_extension="general",
        )
    folder = copied(tmp_path)
    changed(folder, MN, 'before = "none"', 'before = "general"')
    ((file, path, what),) = refused(folder)
    assert (file, path) == (MN, "$.version[0].service_for.before")
    assert "in which the hour of service by personal decides" in what


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        (
            'until = "17:01", late = "1 day more", cite = "6.01(e)(2)" }\nel',
            'until = "17:01", cite = "6.01(e)(2)" }\nel',
            "$.version[0].service.general.personal.late",
            "is missing beside until.",
        ),
        (
            'trigger_day = { is = "excluded"',
            'trigger_day = { is = "excluded", until = "16:00"',
            "$.version[0]",
            "The trigger has an hour, and service by personal another one.",
        ),
        (
            'order = "add, roll"',
            'order = "one period"',
            "$.version[0]",
            "Service by personal has an hour, and its time is one period",
        ),
        (
            'personal = { add = "nothing"',
            'personal = { add = "2 court days"',
            "$.version[0]",
            "Service by personal adds court days, and at an hour one day more",
        ),
        (
            'others = { add = "nothing"',
            'others = { add = "3 days"',
            "$.version[0].service.general.others.add",
            "is '3 days'. It must be one of 'nothing'.",
        ),
    ],
)
def test_an_hour_of_service_that_cannot_be_counted_is_refused(
    tmp_path: Path, old: str, new: str, path: str, what: str
) -> None:
    """With the file and the place."""
    folder = copied(tmp_path)
    changed(folder, MN, old, new)
    found = refused(folder)
    assert (MN, path) in {(file, where) for file, where, _ in found}
    assert any(said.startswith(what) for *_, said in found)


def test_a_day_of_grace_leaves_the_day_due() -> None:
    """The last instant is its hour; a notice says so, with or without a court."""
    asked: dict[str, Any] = {"after": date(2026, 3, 30), "under": "es/lec"}
    found = LAW.compute("1 month", court="es/madrid", **asked)
    assert (found.due, found.safe) == (date(2026, 4, 30), date(2026, 4, 30))
    assert found.due_at == datetime(2026, 5, 4, 15, tzinfo=ZoneInfo("Europe/Madrid"))
    assert "Due Thu 2026-04-30, accepted until Mon 2026-05-04 15:00" in found.explain(
        width=200
    )
    for one in (found, LAW.compute("1 month", **asked)):
        assert "filed by 15:00 on Mon 2026-05-04" in noticed(one, "grace")
    assert LAW.compute("1 month", **asked).due_at is None


def test_grace_is_for_its_acts_and_for_what_runs_forward() -> None:
    """For another act, counted back or at the end of the calendar there is none."""
    for asked in (
        {"after": date(2026, 3, 30), "act": "serve"},
        {"before": date(2026, 5, 29)},
        {"after": date(2035, 11, 30)},
    ):
        found = LAW.compute("1 month", court="es/madrid", under="es/lec", **asked)
        assert not noticed(found, "grace")
        assert found.due_at is None or found.due_at.date() == found.due


@pytest.mark.parametrize(
    ("on", "at", "is_met"),
    [
        (date(2026, 4, 30), None, True),
        (date(2026, 5, 4), (14, 59), True),
        (date(2026, 5, 4), (15, 1), False),
        (date(2026, 5, 4), None, None),
        (date(2026, 5, 5), None, False),
        (date(2026, 5, 1), None, True),
    ],
)
def test_what_is_done_in_the_time_of_grace_is_in_time(
    on: date, at: tuple[int, int] | None, is_met: bool | None
) -> None:
    """By its hour; without one nobody knows."""
    found = LAW.compute(
        "1 month", after=date(2026, 3, 30), under="es/lec", court="es/madrid"
    )
    moment = None
    if at is not None:
        moment = datetime(
            on.year, on.month, on.day, *at, tzinfo=ZoneInfo("Europe/Madrid")
        )
    assert _in_time(on, moment, found.due, found.due_at) is is_met


def test_a_day_of_grace_needs_court_days(tmp_path: Path) -> None:
    """Nobody says which day it is without them."""
    folder = copied(tmp_path)
    changed(
        folder,
        "es/counting/lec.toml",
        'court_days = { closed = { court = ["legal-holiday"] }, cite = "130.2" }\n',
        "",
    )
    found = refused(folder)
    assert ("es/counting/lec.toml", "$.version[0]") in {(f, p) for f, p, _ in found}
    assert any(said.startswith("The day of grace is a court day") for *_, said in found)


RECESS: Final = """[version.suspension]
effect = "not counted"
windows = [{ from = "august 1", through = "august 31" }]
months = "as if served on the last day"
cite = "99"
[version.roll.after]"""


def with_recess(folder: Path, name: str) -> Law:
    """The law with a recess in August, of which one rule says nothing more."""
    target = copied(folder)
    changed(target, name, "[version.roll.after]", RECESS)
    return Law.bundled().with_folder(target)


def test_time_for_distance_or_given_that_meets_a_recess(tmp_path: Path) -> None:
    """No rule says whether it runs there: the earlier date, with a notice."""
    law = with_recess(tmp_path, "eu/counting/rp.toml")
    distance = law.compute("1 month", after=date(2025, 6, 25), under="eu/rp")
    assert distance.due == date(2025, 8, 4)
    said = noticed(distance, "service-while-stopped")
    assert "The time that distance adds meets days on which time stands still" in said
    outside = law.compute("1 month", after=date(2025, 4, 25), under="eu/rp")
    assert not noticed(outside, "service-while-stopped")
    law = with_recess(tmp_path / "pct", "pct/counting/rules.toml")
    asked: dict[str, Any] = {"after": date(2025, 6, 30), "under": "pct/rules"}
    given = law.compute("1 month", added=5, **asked)
    assert given.due == date(2025, 8, 4)
    assert "that was given to be added meets" in noticed(given, "service-while-stopped")


def test_a_roll_into_a_recess_of_which_nothing_is_said(tmp_path: Path) -> None:
    """Forward the end stays in it, and back it is moved on: each the earlier date."""
    law = with_recess(tmp_path, "zz/counting/cp.toml")
    facts: dict[str, Any] = {"under": "zz/cp"}
    # Saturday 31 July 2027 is moved to Monday 2 August.
    found = law.compute(
        "10 days", after=date(2027, 7, 21), facts={"lives": "here"}, **facts
    )
    assert found.due == date(2027, 8, 2)
    assert "it was taken to stay there" in noticed(found, "moved-into-recess")
    # Sunday 1 September 2024 would be moved back to Friday 30 August.
    back = law.compute("10 days", before=date(2024, 9, 11), **facts)
    assert back.due == date(2024, 7, 31)
    assert "it was taken to be moved on" in noticed(back, "moved-into-recess")
    open_end = law.compute("10 days", before=date(2024, 9, 12), **facts)
    assert open_end.due == date(2024, 9, 2)
    assert not noticed(open_end, "moved-into-recess")


def test_court_days_cannot_be_added_where_there_are_none() -> None:
    """The caller is told what to give instead."""
    with pytest.raises(UnsupportedQuestionError, match="Give days in added="):
        LAW.compute(
            "21 days", after=date(2026, 6, 3), under="us/frcp", added="2 court days"
        )


def test_a_period_of_several_units_is_one_with_the_time_added() -> None:
    """All months first, then all days."""
    found = LAW.compute(
        "1 month and 15 days",
        after=date(2024, 1, 31),
        under="fr/cpc",
        facts={"residence": "abroad"},
    )
    assert [str(step.end) for step in found.steps] == [
        "2024-01-31",
        "2024-04-30",
        "2024-05-15",
    ]


def test_days_that_mean_court_days_are_not_one_with_others(tmp_path: Path) -> None:
    """Nobody says which the days for distance are."""
    folder = copied(tmp_path)
    name = "zz/counting/far.toml"
    days = 'days = { after = "court days", before = "every day", cite = "2" }\n'
    changed(folder, name, "[version.service", days + "[version.service")
    changed(folder, name, 'add = "1 month"', 'add = "9 days"')
    law = Law.bundled().with_folder(folder)
    asked: dict[str, Any] = {"after": date(2026, 6, 5), "under": "zz/far"}
    with pytest.raises(UnsupportedQuestionError, match="8 court days and 9 days"):
        law.compute("8 days", facts={"far": "yes"}, **asked)
    more = law.compute("8 days", facts={"far": "no"}, **asked)
    assert more.due == date(2026, 6, 17)


CARRIES: Final = """[version.suspension]
effect = "a period that ends inside ends after"
then = "1 week"
windows = [{ from = "july 20", through = "august 31" }]
sees = "raw end"
cite = "99"
[version.roll.after]"""


@pytest.mark.parametrize(
    ("start", "due", "is_said"),
    [
        # Friday 17 July; with the three days Monday 20 July: inside only with them.
        (date(2026, 7, 9), date(2026, 7, 20), True),
        # Monday 31 August; with the three days 3 September: inside only without them.
        (date(2026, 8, 23), date(2026, 9, 3), True),
        # Monday 10 and Thursday 13 August: inside in both cases.
        (date(2026, 8, 2), date(2026, 9, 7), False),
        (date(2026, 6, 2), date(2026, 6, 15), False),
    ],
)
def test_service_that_leads_into_such_a_recess_or_out_of_it(
    tmp_path: Path, start: date, due: date, is_said: bool
) -> None:
    """Only where both ends lie in it is the period carried on: the earlier date."""
    folder = copied(tmp_path)
    changed(folder, "zz/counting/cp.toml", "[version.roll.after]", CARRIES)
    law = Law.bundled().with_folder(folder)
    found = law.compute(
        "8 days", after=start, under="zz/cp", service="mail", facts={"lives": "here"}
    )
    assert found.due == due
    said = noticed(found, "recess-and-service")
    assert bool(said) is is_said
    assert not is_said or "With the time that service by mail adds" in said


@pytest.mark.parametrize("name", ["zz/counting/cp.toml", "ny/counting/cp.toml"])
def test_hours_that_meet_what_carries_or_stopped_are_refused(
    tmp_path: Path, name: str
) -> None:
    """Nobody said how hours are counted there."""
    folder = copied(tmp_path)
    hours = """[version.hours]
count = "every hour"
roll = "stay"
cite = "9"
"""
    rolls = "[version.roll.after]" if name.startswith("ny") else CARRIES
    changed(folder, name, "[version.roll.after]", hours + rolls)
    law = Law.bundled().with_folder(folder)
    year = 2020 if name.startswith("ny") else 2026
    inside = datetime(year, 7, 22, 9, tzinfo=UTC)
    under = name.partition("/")[0] + "/cp"
    with pytest.raises(UnsupportedQuestionError, match="around a recess"):
        law.compute("24 hours", after=inside, under=under)
    outside = datetime(year, 2, 4, 9, tzinfo=UTC)
    assert law.compute("24 hours", after=outside, under=under).due == date(year, 2, 5)


def test_orders_of_a_reading_that_name_natures_need_the_question(
    tmp_path: Path,
) -> None:
    """As those of a version do."""
    folder = copied(tmp_path)
    changed(
        folder,
        "ny/counting/cp.toml",
        'then = "1 day"',
        'then = "1 day"\nnatures = ["ordinary"]',
    )
    found = refused(folder)
    assert {path for _, path, _ in found} == {"$.dispute[0].reading[0].tolls"}
    assert all(what.startswith("names natures, and no question") for *_, what in found)
