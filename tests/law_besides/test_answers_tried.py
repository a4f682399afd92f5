"""Answers are tried on what was asked, all of them, and none is lost in silence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from law_folders import copied, refused
from legalcase.errors import CalendarOutOfBoundsError, LegalCaseError
from legalcase.law.answer import other_end
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.counting.argument.computation import Computation

JUDGED: Final = date(2026, 3, 2)
APPEAL: Final = "us/frap/4(a)(1)(A)"
#: A day that the answers reach and the count itself does not.
DAYS: Final = (date(2026, 6, 26), date(2026, 6, 29), date(2026, 7, 1))
ASKED: Final[dict[str, Any]] = {"after": date(2026, 6, 5), "under": "us/frcp"}


def dates(found: Computation) -> tuple[date, date, list[date]]:
    """All the dates of a computation."""
    return found.due, found.safe, [reading.due for reading in found.readings]


def test_what_can_be_read_once_is_the_same_for_every_answer() -> None:
    """An iterator at its end is not taken for an empty list."""
    told = dates(lc.compute("21 days", legal_holidays=DAYS, **ASKED))
    assert told == (date(2026, 6, 30), date(2026, 6, 30), [date(2026, 7, 6)])
    assert dates(lc.compute("21 days", legal_holidays=iter(DAYS), **ASKED)) == told


def test_what_the_caller_changes_later_is_not_what_was_asked() -> None:
    """Neither a list of days nor a mapping of triggers."""
    days = list(DAYS)
    found = lc.compute("21 days", legal_holidays=days, **ASKED)
    days.clear()
    assert dates(found)[1:] == (date(2026, 6, 30), [date(2026, 7, 6)])
    known = {"judgment-entered": JUDGED, "tolling-motion-filed": date(2026, 3, 20)}
    appeal = lc.compute(APPEAL, after=known)
    known["judgment-entered"] = date(2026, 1, 2)
    assert appeal.safe == date(2026, 4, 1)


def told(found: Computation) -> list[str]:
    """What is said of answers that have no date."""
    return [n.text for n in found.notices if n.code == "answer-not-computed"]


def test_an_answer_that_leaves_the_calendar_is_said() -> None:
    """Counting back it is an earlier date that nobody can name; it raises nothing."""
    asked: dict[str, Any] = {"before": date(1989, 1, 31), "under": "us-ca/ccp"}
    with pytest.raises(CalendarOutOfBoundsError):
        lc.compute("16 court days", service="mail", **asked)
    found = lc.compute("16 court days", **asked)
    assert found.safe == found.due == date(1989, 1, 6)
    (text,) = told(found)
    assert "If mail, mail-out-of-state, mail-abroad: no date can be computed" in text
    assert "does not cover that answer" in text
    assert told(lc.compute("16 court days", service="personal", **asked)) == []


def test_an_answer_under_which_it_waits_for_something_is_said() -> None:
    """Anew from the order; but a motion of another kind never stopped the time."""
    decided = {
        "tolling-motion-filed": date(2026, 3, 20),
        "tolling-motion-decided": date(2026, 4, 30),
    }
    found = lc.compute(APPEAL, after=decided)
    assert found.safe == date(2026, 6, 1)
    (text,) = told(found)
    assert "If no: no date" in text
    assert "It waits for judgment-entered" in text
    known = {"judgment-entered": JUDGED, **decided}
    assert told(lc.compute(APPEAL, after=known)) == []
    facts = {"tolling-motion-listed": "yes"}
    assert told(lc.compute(APPEAL, after=decided, facts=facts)) == []


def chain(links: int, step: str = "30 days") -> Computation:
    """Periods counted back, each from the end of the last; nobody said how served."""
    found = lc.compute(step, before=date(2030, 1, 7), under="us-ca/ccp")
    for _ in range(links):
        found = lc.compute(step, before=found)
    return found


def test_readings_of_a_chain_do_not_multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their dates only add up; each date of the full tree is still there."""
    short = {reading.due for reading in chain(6).readings}
    assert len(chain(12).readings) < 500
    monkeypatch.setattr(other_end, "_MOST_READINGS", 10**9)
    every = chain(6)
    assert len(every.readings) > 64
    assert {reading.due for reading in every.readings} == short


FACT: Final = '\n[fact]\ntide-known = "is the tide known"\n'
PERIOD: Final = 'trigger = "complaint-served"\nperiod = "21 days"\n'
LATER: Final = """
later_of = [
    { period = "21 days", trigger = "complaint-served" },
    { period = "4 days", trigger = "tide-turned" },
]
"""
RESTART: Final = """
restart = {{ on = "tide-turned", until = "hearing", within = ["{0}"], cite = "r" }}
"""
SETTLED: Final = 'settled = [{ court = "us/cand", reading = "no", cite = "x" }]\n'


def dispute(*readings: str, name: str = "tide", adopted: str = "no") -> str:
    """A question of fact of a deadline."""
    head = f"""
[[deadline.dispute]]
id = "{name}"
kind = "fact"
question = "Is the tide known?"
adopted = "{adopted}"
asks = "tide-known"
cite = "1"
"""
    return head + "".join(
        f'[[deadline.dispute.reading]]\ncite = "2"\n{one}\n' for one in readings
    )


def yes(change: str) -> str:
    """Such a question with one other answer, and what that changes."""
    return dispute(f'name = "yes"\n{change}')


def needed(answer: str, optional: str = 'optional = "yes", ') -> str:
    """A deadline that waits for one of its members where that answer was given."""
    asked = f'needed_if = {{ tide-known = "{answer}" }}'
    return LATER.replace('"tide-turned" }', f'"tide-turned", {optional}{asked} }}')


YES_TOO: Final = yes('later_of = [{ period = "9 days", trigger = "complaint-served" }]')


def with_deadline(folder: Path, body: str, *, id_: str = "99") -> Path:
    """A copy of Atlantis with one deadline more."""
    law = folder if (folder / "xx").exists() else copied(folder)
    path = law / "xx/deadlines/cp.toml"
    table = f"""
[[deadline]]
id = "{id_}"
title = "More"
act = "file"
bound = "not later than"
service_extension = "none"
cite = "{id_}"
in_force = {{ from = 2000-01-01 }}
verified = {{ how = "text", on = 2026-11-25 }}
examples = [
    {{ after = {{ complaint-served = 2026-02-02 }}, due = 2026-02-23, source = "x" }},
]
{body}"""
    path.write_text(path.read_text(encoding="utf-8") + table, encoding="utf-8")
    words = law / "xx/vocabulary.toml"
    known = words.read_text(encoding="utf-8")
    if FACT not in known:
        words.write_text(known + FACT, encoding="utf-8")
    return law


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (PERIOD + RESTART.format("xx/cp/99"), "leads back"),
        (PERIOD + RESTART.format("xx/cp/no"), "There is no deadline 'xx/cp/no'"),
        (
            PERIOD + RESTART.format("xx/cp/20").replace("hearing", "tide-turned"),
            "Name what ends the stop",
        ),
        (PERIOD + yes('trigger = { expiry_of = "xx/cp/99", as = "rolled" }'), "back"),
        (PERIOD + yes('later_of = [{ remaining = "xx/cp/no" }]'), "no deadline"),
        (PERIOD + yes('later_of = [{ remaining = "xx/cp/99" }]'), "leads back"),
        (PERIOD + yes('restarts = "no"'), "no event restarts"),
        (PERIOD + yes(""), "changes nothing. Say"),
        (PERIOD + yes('expiry = { from = "rolled end", cite = "3" }'), "is a setting"),
        (LATER + yes('period = "40 days"'), "made up of several"),
        (LATER + yes('trigger = "hearing"'), "made up of several"),
        (PERIOD + yes('later_of = [{ cite = "3" }]'), "(found: none)"),
        (PERIOD + yes('later_of = [{ period = "3 days" }]'), "runs from an event"),
        (
            PERIOD + yes('later_of = [{ on = "hearing", remaining = "xx/cp/20" }]'),
            "(found: remaining and on)",
        ),
        (
            PERIOD + yes('later_of = [{ on = "hearing", counting = "xx/no" }]'),
            "There is no counting rule 'xx/no'",
        ),
        (
            PERIOD + yes('later_of = [{ on = "hearing", service_extension = "x" }]'),
            "has these tables: general",
        ),
        (
            "later_of = [{ " * 9 + 'on = "hearing"' + " }]" * 9,
            "lies over 8 levels deep",
        ),
        (
            PERIOD + yes(f'period = "2 days"\n{LATER}'),
            "needs one of period, later_of, earlier_of",
        ),
        (PERIOD + yes(f'trigger = "hearing"\n{LATER}'), "stands beside members"),
        (needed("yes", "") + YES_TOO, "it always is. Take it out"),
        (needed("maybe") + YES_TOO, "no answer to a question of this deadline"),
        (needed("yes"), "no answer to a question of this deadline"),
        (
            PERIOD
            + yes('period = "40 days"')
            + dispute('name = "never"\nperiod = "9 days"', name="x", adopted="maybe"),
            "elsewhere has the answers 'no', 'yes'",
        ),
        (
            PERIOD
            + yes('period = "40 days"').replace(
                'cite = "1"\n', f'cite = "1"\n{SETTLED}'
            ),
            "not looked at there",
        ),
    ],
)
def test_an_answer_that_cannot_hold_is_refused(
    tmp_path: Path, body: str, said: str
) -> None:
    """By the check of the law, not by whoever asks later."""
    assert said in " ".join(what for *_, what in refused(with_deadline(tmp_path, body)))


@pytest.mark.parametrize(
    ("facts", "due"),
    [({}, date(2026, 2, 23)), ({"tide-known": "yes"}, date(2026, 2, 11))],
)
def test_an_answer_not_given_is_not_waited_on(
    tmp_path: Path, facts: dict[str, str], due: date
) -> None:
    """Adopted or tried, it leaves an optional member out; given, nothing runs."""
    law = Law.bundled().with_folder(with_deadline(tmp_path, needed("no") + YES_TOO))
    known = {"complaint-served": date(2026, 2, 2)}
    assert law.compute("xx/cp/99", after=known, facts=facts).due == due
    found = law.compute("xx/cp/99", after=known, facts={"tide-known": "no"})
    assert (found.is_running, found.waits_for) == (False, ("tide-turned",))
    known["tide-turned"] = date(2026, 3, 2)
    found = law.compute("xx/cp/99", after=known, facts={"tide-known": "no"})
    assert found.due == date(2026, 3, 6)


def test_a_circle_through_two_restarts_is_refused(tmp_path: Path) -> None:
    """Each would need the other's time to know its own."""
    law = with_deadline(tmp_path, PERIOD + RESTART.format("xx/cp/98"))
    with_deadline(law, PERIOD + RESTART.format("xx/cp/99"), id_="98")
    assert len([what for *_, what in refused(law) if "Break the circle" in what]) == 2


@pytest.mark.parametrize("period", ["1 month", "5 court days"])
def test_what_is_left_is_of_a_period_in_days(tmp_path: Path, period: str) -> None:
    """How much of a month has run, or of court days, nobody has said."""
    rest = RESTART.format("xx/cp/20").replace("cite", 'for = "what is left", cite')
    stated = f'trigger = "complaint-served"\nperiod = "{period}"\n'
    law = with_deadline(tmp_path, stated + rest)
    (what,) = [said for _, path, said in refused(law) if path.endswith("restart.for")]
    assert what == (
        "is 'what is left', which is counted of a period in days alone: "
        f"this one is {period!r}."
    )


def test_a_chain_too_long_to_follow_is_refused(tmp_path: Path) -> None:
    """By the check; whoever asked would meet the limit of the interpreter."""
    law = copied(tmp_path)
    before = "20"
    for number in range(51):
        expiry = f'trigger = {{ expiry_of = "xx/cp/{before}", as = "rolled" }}\n'
        with_deadline(law, f'{expiry}period = "1 day"\n', id_=f"c{number}")
        before = f"c{number}"
    (problem,) = refused(law)
    assert problem[1:] == (
        "$.deadline[53]",
        "leads on through over 50 others. Break the circle, or the chain.",
    )


def test_more_combinations_than_are_tried_are_refused(tmp_path: Path) -> None:
    """Each is a computation: of ten questions there are a thousand."""
    many = "".join(
        yes(f'period = "{30 + n} days"')
        .replace('"tide"', f'"tide-{n}"')
        .replace("tide-known", f"tide-{n}")
        for n in range(10)
    )
    law = with_deadline(tmp_path, PERIOD + many)
    words = law / "xx/vocabulary.toml"
    facts = "".join(f'tide-{n} = "the tide"\n' for n in range(10))
    words.write_text(words.read_text(encoding="utf-8") + facts, encoding="utf-8")
    (problem,) = refused(law)
    assert "leaves 1024 combinations" in problem[2]


def test_one_date_stands_for_the_trigger_of_the_text(tmp_path: Path) -> None:
    """Not for that of an answer, which runs from another event."""
    body = PERIOD + yes('later_of = [{ period = "9 days", trigger = "tide-turned" }]')
    law = Law.bundled().with_folder(with_deadline(tmp_path, body))
    found = law.compute("xx/cp/99", after=date(2026, 2, 2))
    assert found.inputs.triggers == (("complaint-served", date(2026, 2, 2)),)
    assert found.readings == ()
    (text,) = told(found)
    assert "It waits for tide-turned" in text


def test_an_event_of_an_answer_alone_can_be_given(tmp_path: Path) -> None:
    """A word that only an answer uses is a trigger of the deadline too."""
    body = PERIOD + yes('trigger = "tide-turned"')
    law = Law.bundled().with_folder(with_deadline(tmp_path, body))
    known = {"complaint-served": date(2026, 2, 2), "tide-turned": date(2026, 1, 2)}
    found = law.compute("xx/cp/99", after=known)
    assert (found.due, found.safe) == (date(2026, 2, 23), date(2026, 1, 23))


def test_a_reading_of_the_law_without_a_date_raises(tmp_path: Path) -> None:
    """Without it no date is safe, and whoever asks can mend it: give the hour."""
    law_ = yes('trigger = "tide-turned"\nperiod = "48 hours"')
    body = PERIOD + law_.replace('"fact"', '"law"').replace('asks = "tide-known"\n', "")
    law = Law.bundled().with_folder(with_deadline(tmp_path, body))
    known = {"complaint-served": date(2026, 2, 2), "tide-turned": date(2026, 1, 2)}
    found = law.compute("xx/cp/99", after=known)
    assert found.due == date(2026, 2, 23)
    with pytest.raises(LegalCaseError, match="hour"):
        _ = found.safe


@pytest.mark.parametrize("period", [APPEAL, "30 days"])
def test_an_instant_by_the_clock_of_no_place_is_said(period: str) -> None:
    """Half past midnight in Greenwich is the evening before in every court."""
    asked: dict[str, Any] = {} if "/" in period else {"under": "us/frcp"}
    at = datetime(2026, 3, 3, 0, 30, tzinfo=UTC)
    for zone in (UTC, timezone(timedelta(hours=-1)), ZoneInfo("UTC")):
        found = lc.compute(period, after=at.astimezone(zone), **asked)
        assert "clock-not-known" in {notice.code for notice in found.notices}
    eastern = at.astimezone(ZoneInfo("America/New_York"))
    placed = (
        lc.compute(period, after=eastern, **asked),
        lc.compute(period, after=at, court="us/nysd", **asked),
        lc.compute(period, after=date(2026, 3, 2), **asked),
    )
    for found in placed:
        assert found.due == date(2026, 4, 1)
        assert "clock-not-known" not in {notice.code for notice in found.notices}


class _Lying(str):
    """Text that calls itself another."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'no'"


def test_a_fact_that_calls_itself_another_spoils_no_later_answer() -> None:
    """Calls are kept by the facts that were given, not by how they show themselves."""
    law = Law((Law.bundled().folders[0],))
    asked: dict[str, Any] = {"after": JUDGED, "court": "us/nysd"}
    lying = {"united-states-is-a-party": _Lying("yes")}
    found = law.compute(APPEAL, facts=lying, **asked)
    assert found.due == date(2026, 5, 1)
    assert [type(answer) for _, answer in found.inputs.facts] == [str]
    honest = law.compute(APPEAL, facts={"united-states-is-a-party": "no"}, **asked)
    assert honest.due == date(2026, 4, 1)


def test_what_was_said_on_the_way_stands_without_a_date() -> None:
    """A period that is stopped tells of the clock by which its trigger was read."""
    entered = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    events = {"judgment-entered": entered, "tolling-motion-filed": date(2026, 3, 10)}
    facts = {"tolling-motion-listed": "yes", "united-states-is-a-party": "no"}
    found = lc.compute("us/frap/4(a)(1)(A)", after=events, facts=facts)
    assert not found.is_running
    assert "clock-not-known" in {notice.code for notice in found.notices}
