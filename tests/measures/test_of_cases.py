"""What the measures say of cases: whole logs, with stays, reopenings and defendants."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from caseload_samples import (
    BY,
    a_case,
    a_file,
    again,
    back,
    done,
    held,
    later,
    stayed,
    trial,
)
from legalcase.dates import DateRange
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.measures import (
    FlowCount,
    PendingCount,
    age_of_pending,
    backlog,
    caseload_report,
    clearance,
    disposition_time,
    overload,
    reconciliation,
    time_to_disposition,
    trial_date_certainty,
    weighted_caseload,
)
from legalcase.model import (
    CaseClosed,
    CaseFile,
    CaseOpened,
    CaseTransferred,
    Charged,
    HearingContinued,
    JudgeAssigned,
    NumberAssigned,
    PartyJoined,
)

Q3 = DateRange(date(2026, 7, 1), date(2026, 10, 1))
JULY, AUGUST, SEPTEMBER = date(2026, 7, 6), date(2026, 8, 3), date(2026, 9, 7)
BEFORE = date(2026, 1, 5)
CIVIL = "us/model/civil/general-civil"


def flows(*cases: object, during: DateRange = Q3) -> FlowCount:
    """What was counted of some cases."""
    return clearance(cases, during=during).flow  # type: ignore[arg-type]  # cases


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), {"new_filings": 1}),
        ((done(AUGUST),), {"new_filings": 1, "entries_of_judgment": 1}),
        ((stayed(AUGUST),), {"new_filings": 1, "placed_inactive": 1}),
        (
            (stayed(AUGUST), back(SEPTEMBER)),
            {"new_filings": 1, "placed_inactive": 1, "reactivated": 1},
        ),
        # Disposed of while it was stayed: it is reactivated first.
        (
            (stayed(AUGUST), done(SEPTEMBER)),
            {
                "new_filings": 1,
                "placed_inactive": 1,
                "reactivated": 1,
                "entries_of_judgment": 1,
            },
        ),
        (
            (done(AUGUST), again(AUGUST), done(SEPTEMBER)),
            {
                "new_filings": 1,
                "reopened": 1,
                "entries_of_judgment": 1,
                "reopened_dispositions": 1,
            },
        ),
        # A stay of what is disposed of counts once it goes on.
        (
            (done(JULY), stayed(AUGUST)),
            {"new_filings": 1, "entries_of_judgment": 1},
        ),
        (
            (done(JULY), stayed(AUGUST), again(SEPTEMBER)),
            {
                "new_filings": 1,
                "entries_of_judgment": 1,
                "reopened": 1,
                "placed_inactive": 1,
            },
        ),
        # A second stay changes nothing.
        ((stayed(JULY), stayed(AUGUST)), {"new_filings": 1, "placed_inactive": 1}),
        # Stays as to one party are not of the case.
        ((stayed(AUGUST, "x"),), {"new_filings": 1}),
    ],
)
def test_what_is_counted(events: tuple[object, ...], expected: dict[str, int]) -> None:
    """Each by the words of the State Court Guide, and it reconciles."""
    case = a_case("one", JULY, *events, parties=("x", "y"))  # type: ignore[arg-type]  # events
    assert flows(case) == FlowCount(**expected)
    assert reconciliation([case], during=Q3).is_reconciled


def test_what_was_recorded_late_counts_on_its_day() -> None:
    """A stay of July that was recorded after the disposition of August."""
    case = a_case("late", BEFORE, done(AUGUST), stayed(JULY))
    july = DateRange(date(2026, 7, 1), date(2026, 8, 1))
    assert flows(case, during=july) == FlowCount(placed_inactive=1)
    found = reconciliation([case], during=july)
    assert (found.begin.active, found.end.inactive, found.value) == (1, 1, 0)
    assert [one.unit_id for one in found.exclusions] == ["late"]


def test_what_cannot_have_happened_on_its_day_is_set_aside_and_said() -> None:
    """A reopening before the disposition that it opens."""
    case = a_case("odd", BEFORE, done(AUGUST), again(JULY))
    found = clearance([case], during=Q3)
    assert found.flow == FlowCount(entries_of_judgment=1)
    assert [(one.unit_id, "set aside" in one.why) for one in found.exclusions] == [
        ("odd", True)
    ]
    assert reconciliation([case], during=Q3).is_reconciled


def test_a_stay_lifted_before_it_began_is_none() -> None:
    """By the days that were recorded."""
    case = a_case("odd", BEFORE, stayed(AUGUST), back(JULY))
    assert flows(case) == FlowCount()
    assert [one.why[:8] for one in clearance([case], during=Q3).exclusions] == [
        "an event"
    ]


def test_a_period_ends_before_its_last_day_is_counted_twice() -> None:
    """From its first day on, and before the day after its last."""
    cases = [a_case("first", Q3.start), a_case("after", Q3.stop)]
    assert clearance(cases, during=Q3).population == ("first",)
    assert clearance(cases, during=(Q3.start, Q3.last)).population == ("first",)
    nothing = clearance(cases, during=(Q3.last, Q3.last))
    assert (nothing.value, nothing.denominator) == (None, 0)
    assert "undefined" in str(nothing)


def test_reported_figures_that_differ_do_not_reconcile() -> None:
    """A case too many was reported a quarter ago."""
    cases = [a_case("one", BEFORE), a_case("two", JULY, done(AUGUST))]
    told = PendingCount(active=2)
    found = reconciliation(cases, during=Q3, reported=told)
    assert (found.value, found.is_reconciled) == (1, False)
    assert reconciliation(cases, during=Q3, reported=PendingCount(active=1)).value == 0
    few = reconciliation(cases, during=Q3, reported=PendingCount())
    assert (few.value, few.expected) == (1, (0, 0))
    ended = [a_case("one", BEFORE, done(AUGUST))]
    less = reconciliation(ended, during=Q3, reported=PendingCount())
    assert (less.value, less.expected) == (1, (-1, 0))
    with pytest.raises(InvalidTypeError, match="PendingCount"):
        reconciliation(cases, during=Q3, reported=2)  # type: ignore[arg-type]  # that is the test
    with pytest.raises(InvalidValueError, match="more cases would have gone"):
        PendingCount().after(FlowCount(entries_of_judgment=1))


def test_the_first_disposition_is_timed_and_the_others_apart() -> None:
    """Inactive days are taken off; a reopened case is timed from its reopening."""
    case = a_case(
        "one",
        date(2026, 1, 10),
        stayed(date(2026, 3, 1)),
        back(date(2026, 6, 1)),
        done(JULY),
        again(AUGUST),
        done(SEPTEMBER),
    )
    found = time_to_disposition([case], during=Q3, standard=CIVIL)
    (time,) = found.times
    assert (time.gross, time.inactive, time.active) == (177, 92, 85)
    assert [(one.begun_on, one.active) for one in found.reopened] == [(AUGUST, 35)]
    assert (found.value, found.median, found.measured_in) == (100, 85, "percent")
    assert [one.met for one in found.tiers] == [True, True, True]
    alone = time_to_disposition([case], during=Q3)
    assert (alone.value, alone.measured_in, alone.numerator) == (85, "days", None)
    nothing = time_to_disposition([], during=Q3, standard=CIVIL)
    assert (nothing.value, nothing.tiers[0].met) == (None, None)


def test_a_quantile_says_how_it_was_taken() -> None:
    """Of an even number of values the two methods differ."""
    cases = [a_case(f"c{n}", later(JULY, -n), done(JULY)) for n in (10, 20)]
    assert time_to_disposition(cases, during=Q3).median == 15
    nearest = time_to_disposition(cases, during=Q3, method="nearest-rank")
    assert (nearest.median, nearest.method) == (10, "nearest-rank")
    assert "nearest-rank" in str(nearest)
    with pytest.raises(InvalidValueError, match="no method 'middle'"):
        time_to_disposition(cases, during=Q3, method="middle")


def test_only_active_cases_have_an_age() -> None:
    """The inactive ones are left out and named; a reopened one is as old as that."""
    cases = [
        a_case("new", Q3.last),
        a_case("old", date(2025, 1, 1)),
        a_case("asleep", JULY, stayed(AUGUST)),
        a_case("gone", JULY, done(AUGUST)),
        a_case("again", BEFORE, done(JULY), again(AUGUST)),
        a_case("later", Q3.stop),
    ]
    found = age_of_pending(cases, as_of=Q3.last)
    assert {one.unit_id: one.days for one in found.ages} == {
        "new": 0,
        "old": 637,
        "again": 58,
    }
    assert [one.unit_id for one in found.exclusions] == ["asleep"]
    assert [one.count for one in found.bands] == [2, 0, 0, 1]
    over = backlog(cases, as_of=Q3.last, standard=CIVIL)
    assert (over.numerator, over.denominator) == (1, 3)
    assert [one.unit_id for one in over.older] == ["old"]
    # As old as the standard is not older.
    assert backlog(cases, as_of=Q3.last, standard=637).numerator == 0
    assert backlog(cases, as_of=Q3.last, standard=636).numerator == 1


def test_trials_count_each_setting_up_to_the_disposition() -> None:
    """Continued once; those settled without a trial are named, and not counted."""
    put_off = HearingContinued(
        hearing_id="t",
        to_at=trial("t", JULY, AUGUST).hearing_at,
        happened_on=JULY,
    )
    cases = [
        a_case(
            "twice",
            BEFORE,
            trial("t", BEFORE, JULY),
            put_off,
            held("t", AUGUST),
            done(AUGUST),
        ),
        a_case("once", BEFORE, trial("t", BEFORE, JULY), held("t", JULY), done(AUGUST)),
        a_case("settled", BEFORE, trial("t", BEFORE, SEPTEMBER), done(AUGUST)),
        a_case("open", BEFORE, trial("t", BEFORE, JULY), held("t", JULY)),
    ]
    found = trial_date_certainty(cases, during=Q3)
    assert dict(found.settings) == {"twice": 2, "once": 1}
    assert (found.value, found.spread.within_two_percent) == (50, 100)
    assert [one.unit_id for one in found.exclusions] == ["settled"]


def test_what_was_never_filed_is_told() -> None:
    """It has no number, and comes in nowhere: nobody would miss it."""

    def opened(name: str, day: date) -> CaseFile:
        line = CaseOpened(caption=name, proceeding="civil", happened_on=day)
        return CaseFile.open(line, case_id=name, **BY)

    numbered = NumberAssigned(number="7", happened_on=Q3.stop)
    cases = [
        opened("left", JULY).case,
        opened("closed", JULY).record(CaseClosed(happened_on=AUGUST), **BY).case,
        opened("filed", JULY).record(numbered, **BY).case,
        opened("later", Q3.stop).case,
        a_case("fine", JULY),
        a_case("over", BEFORE, done(BEFORE)),
    ]
    found = reconciliation(cases, during=Q3)
    assert (found.flow.new_filings, found.value) == (1, 0)
    assert [(one.unit_id, one.why) for one in found.exclusions] == [
        ("left", "has no number of a court: nowhere counted"),
        ("closed", "has no number of a court: nowhere counted"),
    ]


def test_a_trial_is_held_on_the_day_on_which_it_was() -> None:
    """Not on that for which it was set, which another clock can put on the next one."""
    five = datetime(2026, 8, 10, 17, tzinfo=ZoneInfo("America/Los_Angeles"))
    evening = evolve(trial("t", BEFORE, JULY), hearing_at=five.astimezone(UTC))
    day = five.date()
    assert evening.hearing_at.date() == later(day, 1)
    cases = [
        a_case("utc", BEFORE, evening, held("t", day), done(day)),
        a_case("early", BEFORE, trial("t", BEFORE, Q3.last), held("t", day), done(day)),
        # Held after its end: whatever ended it, the trial did not.
        a_case("late", BEFORE, trial("t", BEFORE, JULY), done(JULY), held("t", day)),
    ]
    found = trial_date_certainty(cases, during=Q3)
    assert dict(found.settings) == {"utc": 1, "early": 1}
    assert [one.unit_id for one in found.exclusions] == ["late"]


def test_a_trial_that_was_set_before_a_reopening_and_held_after_it_counts() -> None:
    """With all its settings; one that was held before is not held again."""
    put_off = HearingContinued(
        hearing_id="t", to_at=trial("t", JULY, SEPTEMBER).hearing_at, happened_on=JULY
    )
    first = (trial("t", BEFORE, AUGUST), put_off, done(JULY), again(AUGUST))
    held_again = a_case("on", BEFORE, *first, held("t", SEPTEMBER), done(SEPTEMBER))
    on_the_day = a_case(
        "off",
        BEFORE,
        trial("t", BEFORE, JULY),
        held("t", AUGUST),
        done(AUGUST),
        again(AUGUST),
        done(SEPTEMBER),
    )
    found = trial_date_certainty([held_again, on_the_day], during=Q3)
    assert found.settings == (("on", 2), ("off", 1))
    assert [one.unit_id for one in found.exclusions] == ["on", "off"]


def test_defendants_count_one_each_in_a_criminal_case() -> None:
    """As to each it is disposed of, stayed and timed by itself."""
    case = a_case(
        "crime",
        JULY,
        done(AUGUST, "x", how="plea"),
        stayed(AUGUST, "y"),
        proceeding="criminal",
        parties=("x", "y", "z"),
    )
    found = clearance([case], during=Q3)
    assert found.flow == FlowCount(
        new_filings=3, entries_of_judgment=1, placed_inactive=1
    )
    assert found.population == ("crime/x", "crime/y", "crime/z")
    assert clearance([case], during=Q3, unit="case").flow == FlowCount(new_filings=1)
    timed = time_to_disposition([case], during=Q3)
    assert [(one.unit_id, one.active) for one in timed.times] == [("crime/x", 28)]
    assert age_of_pending([case], as_of=Q3.last).population == ("crime/z",)
    # Of a civil case, a party disposed of is not the case disposed of.
    civil = a_case("tort", JULY, done(AUGUST, "x"), parties=("x", "y"))
    assert flows(civil) == FlowCount(new_filings=1)


def test_charges_tell_the_sort_of_a_case_where_nobody_said_it() -> None:
    """A civil case stays one, whatever is charged in it."""
    for proceeding, counted in (
        ("civil", ("one",)),
        ("criminal", ("one/x", "one/y")),
        (None, ("one/x", "one/y")),
    ):
        charges = [
            Charged(charge_id=f"of-{name}", of=name, statute="S", happened_on=JULY)
            for name in ("x", "y")
        ]
        case = a_case("one", JULY, *charges, proceeding=proceeding, parties=("x", "y"))
        assert clearance([case], during=Q3).population == counted
    case = a_case("one", JULY, proceeding=None, parties=("x", "y"))
    assert clearance([case], during=Q3).population == ("one",)


def test_a_defendant_comes_in_when_it_is_charged() -> None:
    """Also where the case was disposed of and stayed before that."""
    joined = PartyJoined(
        party_id="z", name="z", roles=("defendant",), happened_on=SEPTEMBER
    )
    file = a_file("crime", BEFORE, done(JULY), proceeding="criminal", parties=("x",))
    file = file.record(again(AUGUST), joined, **BY)
    found = clearance([file], during=Q3)
    assert found.flow == FlowCount(new_filings=1, entries_of_judgment=1, reopened=1)
    september = DateRange(date(2026, 9, 1), date(2026, 10, 1))
    assert clearance([file], during=september).population == ("crime/z",)
    # Come in while the case was over: counted as new once it goes on.
    file = a_file("over", BEFORE, done(JULY), proceeding="criminal", parties=("x",))
    file = file.record(
        PartyJoined(party_id="z", name="z", roles=("defendant",), happened_on=AUGUST),
        again(SEPTEMBER),
        **BY,
    )
    found = clearance([file], during=september)
    assert found.flow == FlowCount(new_filings=1, reopened=1)
    assert reconciliation([file], during=september).is_reconciled


def test_weights_are_for_initial_filings_and_for_each_defendant() -> None:
    """What came otherwise, and what has no weight, is named."""
    cases = [
        a_case("a", JULY),
        a_case("b", JULY, proceeding="family"),
        a_case("c", JULY, proceeding="criminal", parties=("x", "y", "z")),
        a_case("d", JULY),
        a_case("e", BEFORE, done(JULY), again(AUGUST)),
    ]
    found = weighted_caseload(
        cases,
        during=Q3,
        weights={"civil": 1.0, "criminal": 2.5},
        origins={"d": "remanded"},
    )
    assert found.value == 8.5
    assert [(one.unit_id, one.why) for one in found.exclusions] == [
        ("b", "no weight was given for it"),
        ("d", "no initial filing: remanded"),
    ]
    by_rule = weighted_caseload(
        cases, during=Q3, weights=lambda _: 2, origins=lambda _: "original"
    )
    assert by_rule.value == 12
    with pytest.raises(InvalidValueError, match="did not come as 'found'"):
        weighted_caseload(cases, during=Q3, weights={}, origins=lambda _: "found")
    with pytest.raises(InvalidTypeError, match="weights needs a mapping"):
        weighted_caseload(cases, during=Q3, weights=1)  # type: ignore[arg-type]  # that is the test


def test_the_pace_of_a_period() -> None:
    """Two are pending, one of them inactive, and two were resolved in three months."""
    cases = [
        a_case("a", JULY, done(AUGUST)),
        a_case("b", JULY, done(AUGUST)),
        a_case("c", JULY),
        a_case("d", JULY, stayed(AUGUST)),
    ]
    assert disposition_time(cases, during=Q3).value == 92
    assert overload(cases, during=Q3, limit_months=1.5).value == pytest.approx(1)
    assert overload(cases, during=Q3, limit_months=6).value == pytest.approx(-2)
    with pytest.raises(InvalidValueError, match="no whole months"):
        overload(cases, during=(Q3.start, AUGUST), limit_months=6)
    assert disposition_time(cases[2:], during=Q3).value is None


def test_a_case_is_in_the_group_of_the_last_day() -> None:
    """Whatever court and judge it had before, and got afterwards."""
    moved = CaseTransferred(court="us/casd", happened_on=AUGUST)
    anew = JudgeAssigned(judge="Judge Z", happened_on=SEPTEMBER)
    cases = [a_case(f"c{n}", JULY, moved, anew, judge="Judge A") for n in range(2)]
    july = DateRange(date(2026, 7, 1), date(2026, 8, 1))
    for during, by, expected in (
        (july, "court", "us/cand"),
        (july, "judge", "Judge A"),
        (Q3, "court", "us/casd"),
        (Q3, "judge", "Judge Z"),
        (DateRange(date(2026, 8, 1), date(2026, 9, 1)), "judge", "(not recorded)"),
        (Q3, "category", "civil"),
        (Q3, {"c0": "x", "c1": "x"}, "x"),
        (Q3, lambda case: case.case_id[:1], "c"),
    ):
        whole = DateRange(date(2026, 1, 1), during.stop)
        found = clearance(cases, during=whole, by=by, smallest=1)
        assert [(one.group, one.count) for one in found.groups] == [(expected, 2)]


@pytest.mark.parametrize(
    ("by", "error", "said"),
    [
        ("judges", InvalidValueError, "Did you mean 'judge'"),
        ("shoes", InvalidValueError, "Use court, judge, category"),
        (3, InvalidTypeError, "by needs a word"),
        (lambda _: 3, InvalidTypeError, "by gave a int for the case 'a'"),
    ],
)
def test_a_split_that_is_none_is_refused(
    by: object, error: type[Exception], said: str
) -> None:
    """With what to pass."""
    with pytest.raises(error, match=said):
        clearance([a_case("a", JULY)], during=Q3, by=by)  # type: ignore[arg-type]  # that is the test


def test_what_cannot_be_asked_is_refused() -> None:
    """One case alone, one twice, a period that is none, a unit that is none."""
    case = a_case("a", JULY)
    with pytest.raises(InvalidTypeError, match="several cases"):
        clearance(case, during=Q3)  # type: ignore[arg-type]  # that is the test
    with pytest.raises(InvalidTypeError, match="cases or their files, not str"):
        clearance(["a"], during=Q3)  # type: ignore[list-item]  # that is the test
    with pytest.raises(InvalidValueError, match="is there twice"):
        clearance([case, case], during=Q3)
    with pytest.raises(InvalidTypeError, match="DateRange"):
        clearance([case], during=JULY)  # type: ignore[arg-type]  # that is the test
    with pytest.raises(InvalidValueError, match="no unit of count"):
        clearance([case], during=Q3, unit="party")
    with pytest.raises(InvalidValueError, match="smallest"):
        clearance([case], during=Q3, by="court", smallest=0)


def test_the_report_has_every_measure_once() -> None:
    """As text of 80 columns, as HTML with pictures, as rows of plain types."""
    cases = [a_case(f"c{n}", later(JULY, n), done(AUGUST)) for n in range(8)]
    cases.append(a_case("waits", JULY))
    report = caseload_report(cases, during=Q3, standard=CIVIL, by="judge", smallest=2)
    text, page = str(report), report._repr_html_()
    assert max(map(len, text.splitlines())) <= 80
    for one in report:
        assert text.count(f"\n{one.TITLE}, ") == 1
        assert one.authority.cite.split(",")[0] in " ".join(text.split())
        assert one.TITLE in page
    pictures = re.findall(r"<svg.*?</svg>", page)
    assert len(pictures) == 2
    for one in pictures:
        tree = ET.fromstring(one)  # noqa: S314 - our own page
        width, height = (int(tree.attrib[name]) for name in ("width", "height"))
        for bar in tree.iter("rect"):
            assert float(bar.attrib["x"]) + float(bar.attrib["width"]) < width - 40
            assert float(bar.attrib["y"]) + float(bar.attrib["height"]) <= height
    rows = report.to_rows()
    assert {row["measure"] for row in rows} == {one.TITLE for one in report}
    assert {type(each) for row in rows for each in row.values()} <= {
        str,
        int,
        float,
        type(None),
    }
    assert len(report) == 8
    assert len(caseload_report(cases, during=Q3)) == 7
