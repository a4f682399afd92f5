"""Every worked case gives its date, shows its other dates, and is explained.

The cases are facts with their sources: a rule's own examples, committee notes, court
guides, judgments, and dates derived from the rules' texts and checked twice.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc

Case = dict[str, Any]

HERE = Path(__file__).parent
FILES = ("cases_us.json", "cases_intl.json", "cases_reports.json")
ANCHORS = ("after", "before", "extending", "on")
LISTS = ("inaccessible", "legal_holidays")


def load() -> list[Case]:
    """Read the cases of all files."""
    return [
        case
        for name in FILES
        for case in json.loads((HERE / name).read_text(encoding="utf-8"))
    ]


CASES = load()
UNDISPUTED = [case for case in CASES if "disputed" not in case]
by_id = pytest.mark.parametrize("case", UNDISPUTED, ids=lambda case: str(case["id"]))


#: A case that the law entered does not answer yet says why; it must then fail.
by_id_and_date = pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=str(case["id"]),
            marks=pytest.mark.xfail(strict=True, reason=case["not_yet"])
            if "not_yet" in case
            else (),
        )
        for case in UNDISPUTED
    ],
)


def anchor(value: Any, timezone: str | None) -> Any:
    """Read an anchor: a day or a time, or one for each trigger."""
    if isinstance(value, dict):
        return {word: moment(text, timezone) for word, text in value.items()}
    return moment(value, timezone)


def moment(text: str, timezone: str | None) -> date | datetime:
    """Read a date, or a time local to the case's zone."""
    if "T" not in text:
        return date.fromisoformat(text)
    assert timezone, f"{text} has a time of day and no zone"
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(timezone))


def computed(call: dict[str, Any]) -> lc.Computation:
    """Make the call of a case."""
    options = dict(call)
    timezone = options.pop("timezone", None)
    for key in ANCHORS:
        if key in options:
            options[key] = anchor(options[key], timezone)
    for key in LISTS:
        if key in options:
            options[key] = [date.fromisoformat(day) for day in options[key]]
    if "as_of" in options:
        options["as_of"] = date.fromisoformat(options["as_of"])
    if options.pop("fn", None) == "served_on":
        return lc.served_on(options.pop("on"), options.pop("method"), **options)
    return lc.compute(**options)


def _added_court_days(case: Case) -> lc.Computation:
    """California: a period after service by electronic means (CCP 1010.6)."""
    days = case["period"].partition(" ")[0].removeprefix("P").removesuffix("D")
    start = moment(case["trigger"], None)
    return lc.compute(
        f"{days} days", after=start, under=case["under"], service="electronic"
    )


def _substituted_summons(case: Case) -> lc.Computation:
    """California: substituted service is complete on the tenth day after mailing."""
    served = lc.served_on(
        moment(case["trigger"], None), "substituted", under="us-ca/ccp"
    )
    return lc.compute("us-ca/ccp/412.20(a)(3)", after=served)


def _clear_days_to_a_hearing(case: Case) -> lc.Computation:
    """England: an interval between two events has its two ends left out."""
    days = case["period"].split()[2]
    start = moment(case["trigger"], None)
    return lc.compute(f"{days} clear days", after=start, under=case["under"])


def _deemed(case: Case) -> lc.Computation:
    return lc.served_on(
        moment(case["trigger"], "Europe/London"),
        case["service"],
        under=case["under"],
        paper=case.get("paper"),
    )


def _extended(case: Case) -> lc.Computation:
    return lc.compute(
        "1 month", extending=moment(case["trigger"], None), under=case["under"]
    )


#: Cases that are more than one plain call, and what they need.
OTHER_CALLS = {
    "ca-112": _added_court_days,
    "ca-119": _substituted_summons,
    "ca-129": _added_court_days,
    "ew-cpr2.8-ex2": _clear_days_to_a_hearing,
    "ew-pd6a-10.3": _deemed,
    "ew-pd6a-10.5": _deemed,
    "ew-pd6a-10.6": _deemed,
    "ew-cpr6.14-friday": _deemed,
    "de-bgh-ixzb198-04": _extended,
}


def answer(case: Case) -> lc.Computation:
    """Compute a case through its call, or through what it needs instead."""
    if "call" in case:
        return computed(case["call"])
    return OTHER_CALLS[case["id"]](case)


def test_every_case_is_asked() -> None:
    """None is passed over: each has a call, or stands in the table above."""
    assert len(CASES) == len({case["id"] for case in CASES}) == 185
    assert {case["id"] for case in CASES if "call" not in case} == set(OTHER_CALLS)


def _reaches_back(case: Case) -> bool:
    """Tell whether the law entered covers the trigger of a case of long ago."""
    rule = lc.Law.bundled().counting_rule(case["under"])
    calendar = lc.calendar(rule.default_calendar)
    day = date.fromisoformat(case["trigger"])
    return rule.first <= day and calendar.first <= day


@by_id_and_date
def test_the_date(case: Case) -> None:
    """The adopted reading gives the date that the source states."""
    if "expected_error" in case and not _reaches_back(case):
        with pytest.raises(lc.LegalCaseError, match=r"\. \S"):
            answer(case)
        return
    found = answer(case)
    assert found.due.isoformat() == case["expected"]
    if "expected_time" in case:
        assert found.due_at is not None
        assert found.due_at.strftime("%Y-%m-%dT%H:%M") == case["expected_time"]


@by_id
def test_the_other_dates(case: Case) -> None:
    """What others would compute is among the readings."""
    if "alternatives" not in case:
        return
    shown = {reading.due.isoformat() for reading in answer(case).readings}
    assert set(case["alternatives"]) <= shown


@pytest.mark.parametrize(
    "case",
    [case for case in UNDISPUTED if "expected_error" not in case],
    ids=lambda case: str(case["id"]),
)
def test_the_steps_lead_from_the_trigger_to_the_date(case: Case) -> None:
    """Each step begins where the one before it ended, and the last ends on the date."""
    found = answer(case)
    steps = found.steps
    assert [step.start for step in steps[1:]] == [step.end for step in steps[:-1]]
    last = steps[-1].end
    assert (last.date() if isinstance(last, datetime) else last) == found.due
    assert str(found.due) in found.explain()


def test_a_disputed_case_has_its_proof() -> None:
    """A case that is wrong stays, with the reason from the rule's text."""
    for case in CASES:
        if "disputed" in case:
            assert len(case["disputed"]) > 80
