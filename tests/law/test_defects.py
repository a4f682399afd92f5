"""Every fault of the first version by its kind: what was wrong gives the right value.

`defects.json` holds each of them with others of its kind: the last timely day and the
day after, other courts, other deadlines, other methods. Each date was worked out by
hand (`why`), and checked by a count that shares no code with the package.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from cli.running import ran, squeezed
from every_one import for_each
from legalcase import errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Case = dict[str, Any]

ENTRIES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "defects.json").read_text(encoding="utf-8")
)
ANCHORS = ("after", "before", "on")
CASES: list[tuple[dict[str, Any], Case]] = [
    (entry, case) for entry in ENTRIES for case in entry["cases"]
]


def named(one: tuple[dict[str, Any], Case]) -> str:
    """A case by its entry and its number there."""
    entry, case = one
    return f"{entry['id']}-{entry['cases'].index(case)}"


def asked(
    cases: Iterable[tuple[dict[str, Any], Case]],
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test with each of some cases."""
    return for_each(("entry", "case"), cases, ids=named)


dated = asked(one for one in CASES if "error" not in one[1])
refused = asked(one for one in CASES if "error" in one[1])
running = asked(one for one in CASES if one[1].get("due", "pending") != "pending")
by_method = asked(one for one in CASES if "by_service" in one[1])
#: A citation that begins with the mark of the format: none of law begins so.
MARK = re.compile(r"(^|[\s;(\[])=[A-Z§]")


def moment(text: str, zone: str | None, *, naive: bool) -> date | datetime:
    """Read a day, or a time by the clock of a zone, or of none where that is asked."""
    if "T" not in text:
        return date.fromisoformat(text)
    read = datetime.fromisoformat(text)
    assert naive or zone, f"{text} has a time of day and no zone"
    return read if zone is None else read.replace(tzinfo=ZoneInfo(zone))


def computed(call: dict[str, Any]) -> lc.Computation:
    """Make the call of a case."""
    options = dict(call)
    zone, naive = options.pop("timezone", None), options.pop("naive", False)
    for key in ANCHORS:
        value = options.get(key)
        if isinstance(value, dict):
            options[key] = {
                word: moment(text, zone, naive=naive) for word, text in value.items()
            }
        elif value is not None:
            options[key] = moment(value, zone, naive=naive)
    if "inaccessible" in options:
        options["inaccessible"] = [*map(date.fromisoformat, options["inaccessible"])]
    if options.pop("fn", "compute") == "served_on":
        return lc.served_on(options.pop("on"), options.pop("method"), **options)
    return lc.compute(**options)


def days(found: lc.Computation, dispute: str) -> list[str]:
    """List the dates of the readings that an input or a dispute settles."""
    return [str(one.due) for one in found.readings if one.dispute == dispute]


def test_each_has_variants() -> None:
    """None is a single date: each kind is asked at its edges and elsewhere."""
    assert len(ENTRIES) == len({entry["id"] for entry in ENTRIES}) == 29
    for entry in ENTRIES:
        asked = [*entry["cases"], *entry.get("command", ())]
        assert len({json.dumps(case) for case in asked}) >= 4, entry["id"]


@dated
def test_the_date_is_right(entry: dict[str, Any], case: Case) -> None:
    """And what is safe; where the period is stopped there is no due date."""
    found = computed(case["call"])
    if case["due"] == "pending":
        assert not found.is_running
        with pytest.raises(errors.PeriodNotRunningError):
            _ = found.due
        if "safe" not in case:
            with pytest.raises(errors.PeriodNotRunningError):
                _ = found.safe
    else:
        assert str(found.due) == case["due"], entry["source"]
    safe = case.get("safe", case["due"])
    if safe != "pending":
        assert str(found.safe) == safe, entry["source"]
    if "at" in case:
        assert found.due_at is not None
        assert found.due_at.strftime("%Y-%m-%dT%H:%M") == case["at"]
    told = {notice.code for notice in found.notices}
    assert set(case.get("notices", ())) <= told


@dated
def test_what_else_it_can_be_is_shown(entry: dict[str, Any], case: Case) -> None:
    """By what settles it; where everything was said there is nothing else."""
    found = computed(case["call"])
    for dispute, expected in case.get("shows", {}).items():
        assert days(found, dispute) == expected, entry["source"]
    if case.get("shows") == {}:
        assert found.readings == ()
    if "kinds" in case:
        assert sorted({one.kind for one in found.readings}) == case["kinds"]


@by_method
def test_every_method_of_service_has_its_date(
    entry: dict[str, Any], case: Case
) -> None:
    """The line of a method shows the date that is safe for whoever names it."""
    found = computed(case["call"])
    shown = {
        method: str(reading.due)
        for reading in found.readings
        if reading.dispute == "service"
        for method in reading.choice.split(", ")
    }
    assert shown == case["by_service"], entry["source"]
    for method, day in shown.items():
        assert str(computed({**case["call"], "service": method}).safe) == day
    told = computed({**case["call"], "service": "personal"})
    assert str(told.safe) == case["due"]


@refused
def test_it_is_refused(entry: dict[str, Any], case: Case) -> None:
    """In two sentences that name what does not fit, and what to do."""
    error = getattr(errors, case["error"])
    with pytest.raises(error) as caught:
        computed(case["call"])
    said = str(caught.value)
    for words in case["says"]:
        assert words in said, entry["source"]
    assert re.search(r"\. [A-Z]", said)


@running
def test_no_mark_of_the_format_is_printed(entry: dict[str, Any], case: Case) -> None:
    """A citation is printed as the field writes it, in every form."""
    found = computed(case["call"])
    texts = [found.explain(), found.explain("markdown"), found.explain("html")]
    texts += [notice.text for notice in found.notices]
    texts += [reading.authority for reading in found.readings]
    texts += [step.clause for step in found.steps]
    assert not [text for text in texts if MARK.search(text)], entry["id"]


def test_no_deadline_prints_a_mark_of_the_format() -> None:
    """Nor does any entry, its versions and the answers to what is disputed about it."""
    law = lc.Law.bundled()
    cites = []
    for rule in law.deadlines():
        cites += [version.authority.cite for version in rule.versions]
        for dispute in rule.disputes:
            cites.append(dispute.authority.cite)
            cites += [reading.authority.cite for reading in dispute.readings]
    assert len(cites) > 200
    assert not [cite for cite in cites if MARK.search(cite)]


@pytest.mark.parametrize("word", ["emial", "courier", "maill"])
@pytest.mark.parametrize("under", ["us-ca/ccp", "us/frcp", "gb-eaw/cpr"])
def test_no_guess_offers_another_method(word: str, under: str) -> None:
    """The error lists what there is, and suggests none of it by its spelling."""
    with pytest.raises(errors.UnknownNameError) as caught:
        lc.compute("30 days", after=date(2026, 6, 3), under=under, service=word)
    said = str(caught.value)
    assert repr(word) in said
    assert "Did you mean" not in said


COMMANDS = [
    pytest.param(one, id=" ".join(one["words"]))
    for entry in ENTRIES
    for one in entry.get("command", ())
]


@pytest.mark.parametrize("one", COMMANDS)
def test_the_command_reads_it_by_the_court(one: dict[str, Any]) -> None:
    """At the command line an hour without a zone is the court's, and that is said."""
    done = ran("due", *one["words"])
    assert done.status == 0, done.err
    said = squeezed(done.out + done.err)
    for words in one["says"]:
        assert words in said
