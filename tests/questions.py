"""Random questions for two engines: how they are drawn, and how each is asked.

A `Question` is the oracle's word for what is asked; `ask` puts it to the package. The
triggers crowd around the days on which something changes: the ends of years and of
months, holidays that move, windows, and the first days of the versions of a rule.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hypothesis import assume
from hypothesis import strategies as st

import legalcase as lc
import oracle
from oracle import doubts
from oracle.question import DAY, OutOfScopeError, Question, days_named

if TYPE_CHECKING:
    from collections.abc import Iterable

# The last triggers drawn: the longest period from them stays inside the calendars.
LAST = date(2034, 12, 31)
LAST_FOR_MONTHS = date(2032, 6, 30)

LAW = lc.Law.bundled()
RULES = {
    "us/frcp": "us/frcp",
    "us/frap": "us/frap",
    "us/frcrp": "us/frcrp",
    "us-ca": "us-ca/ccp",
    "us-ca/discovery": "us-ca/discovery",
    "gb-eaw/cpr": "gb-eaw/cpr",
    "gb-eaw/portal": "gb-eaw/portal",
    "de/zpo": "de/zpo",
    "at/zpo": "at/zpo",
}
CIRCUITS = {"CA": "us/ca9", "IL": "us/ca7", "MA": "us/ca1", "NY": "us/ca2"}
LAENDER = {
    "AUGSBURG": "de-by/augsburg",
    "BE": "de-be",
    "BY": "de-by",
    "BY-CATHOLIC": "de-by/catholic",
    "NW": "de-nw",
    "SN": "de-sn",
    "SN-CATHOLIC": "de-sn/catholic-communes",
}
# Where something begins, ends or moves: versions of the rules, first holidays, windows.
EDGES = sorted(
    days_named(
        "1986-07-01 1989-12-01 1990-10-03 1993-01-01 1994-11-16 1995-05-08 1996-12-01 "
        "1999-12-31 2000-01-01 2001-12-01 2002-06-04 2002-12-01 2005-07-01 2005-12-01 "
        "2006-01-01 2007-12-01 2008-10-01 2009-12-01 2011-01-01 2011-05-01 2012-01-01 "
        "2015-09-25 2016-12-01 2017-08-07 2017-10-31 2018-01-01 2020-05-08 2021-06-18 "
        "2022-01-01 2022-06-03 2022-09-19 2023-05-08"
    )
)
YEARLY = ((1, 1), (2, 28), (3, 31), (4, 5), (7, 4), (7, 15), (8, 17), (8, 31), (12, 24))


def answered(question: Question, reading: str | None = None) -> date:
    """Ask the oracle, and pass over what it was not written for."""
    try:
        return oracle.answer(question, reading)
    except OutOfScopeError:
        assume(False)
        raise


@st.composite
def triggers(draw: st.DrawFn, first: date) -> date:
    """Draw a day from `first` on: any, or one near a day on which something changes."""
    how = draw(st.sampled_from(("any", "near an edge", "near a day of the year")))
    edges = [edge for edge in EDGES if edge >= first]
    if how == "any" or (how == "near an edge" and not edges):
        return draw(st.dates(first, LAST))
    if how == "near an edge":
        day = draw(st.sampled_from(edges))
    else:
        year = draw(st.integers(first.year, LAST.year))
        day = date(year, *draw(st.sampled_from(YEARLY)))
    day += draw(st.integers(-45, 20)) * DAY
    return min(max(day, first), LAST)


def _numbers(unit: str) -> st.SearchStrategy[int]:
    """Draw a number of units; the thresholds of short periods come often."""
    if unit in {"days", "clear days"}:
        return st.one_of(st.integers(1, 14), st.integers(1, 130))
    if unit == "hours":
        # Whole days end at midnight if they began there: between one day and the next.
        return st.one_of(st.integers(1, 200), st.sampled_from((24, 48, 72, 96)))
    longest = {"weeks": 20, "months": 15, "years": 2, "court days": 70}
    return st.integers(1, longest[unit])


def _fact(draw: st.DrawFn, *choices: Any) -> Any:
    return draw(st.sampled_from(choices))


def _extra(draw: st.DrawFn, start: date, sign: int) -> tuple[date, ...]:
    """Draw at most two more legal holidays, most often none."""
    if not draw(st.integers(0, 3)):
        days = draw(st.sets(st.integers(0, 40), min_size=1, max_size=2))
        return tuple(sorted(start + sign * number * DAY for number in days))
    return ()


@st.composite
def questions(draw: st.DrawFn, system: str) -> Question:
    """Draw a question of that system, with the facts that its rules know."""
    facts = _FACTS[system](draw)
    unit = draw(st.sampled_from(facts.pop("units")))
    forward = facts["direction"] == "after"
    # A period that runs back must not leave the calendars, nor the rule's own time.
    margin = 40 if forward else _LONGEST_BACK
    first = max(_first_day(system, facts), date(1986, 1, 1)) + margin * DAY
    start = draw(triggers(first))
    if unit in {"months", "years"}:
        start = min(start, LAST_FOR_MONTHS)
    moment: date = start
    if facts.pop("instant", False) or unit == "hours":
        hour = draw(st.one_of(st.just(0), st.integers(0, 23)))
        clock = time(hour, draw(st.sampled_from((0, 29, 30, 59))))
        zone = ZoneInfo(_ZONES[system.partition("/")[0]])
        moment = datetime.combine(start, clock, tzinfo=zone)
    question = Question(
        system=system,
        period_number=draw(_numbers(unit)),
        unit=unit,
        trigger=moment,
        extra_holidays=_extra(draw, start, 1 if forward else -1),
        **facts,
    )
    return _within_the_law(question)


def _first_day(system: str, facts: dict[str, Any]) -> date:
    """Find the day from which the rule and every calendar it needs are entered."""
    names = [
        f"us-{state.lower()}/legal-holidays" for state in _states(facts.get("forum"))
    ]
    if facts.get("land") is not None:
        names.append(LAENDER[facts["land"]])
    calendars = [lc.calendar(name).first for name in names]
    return max([LAW.counting_rule(RULES[system]).first, *calendars])


def _states(forum: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """List the states whose holidays count."""
    return (forum,) if isinstance(forum, str) else forum or ()


def _within_the_law(question: Question) -> Question:
    """Replace what the law of the time does not know by what it does."""
    changed: dict[str, Any] = {}
    text = question.as_of or question.start
    if question.system in _FEDERAL and question.unit == "hours":
        # The former text says nothing of hours, and none says what service adds. An
        # instant is local to the court: a state alone leaves the zone as drawn.
        changed = {"service": None, "as_of": DAYS_ARE_DAYS}
        if isinstance(question.forum, tuple):
            changed["forum"] = question.forum[0]
    elif question.system in {"us/frcp", "us/frap"}:
        appellate = question.system == "us/frap"
        if text < DAYS_ARE_DAYS and not question.forward:
            # Whose holidays might make the day earlier has to be known.
            if appellate:
                changed["forum"] = ("NY", "NY")
            elif question.forum is None:
                changed["forum"] = "NY"
        began = date(2002, 12, 1) if appellate else date(2001, 12, 1)
        if text < began and question.service not in {None, "mail", "personal"}:
            changed["service"] = "mail"
    elif question.system.startswith("us-ca"):
        changed["service"] = _californian(question, text)
    if question.system in _FEDERAL and not question.forward:
        # Service lengthens what is counted forward alone; what bears on nothing is
        # refused.
        changed["service"] = None
    return replace(question, **changed)


def _californian(question: Question, text: date) -> str | None:
    """Return the method of service, or one like it that the law of the time knows."""
    if question.service == "mail-to-safe-at-home" and text < SAFE_AT_HOME:
        return "mail"
    if question.system == "us-ca" and question.start < date(2000, 1, 1):
        later = {"overnight": "mail", "fax": "mail", "electronic": "mail-abroad"}
        return later.get(question.service or "", question.service)
    return question.service


DAYS_ARE_DAYS = date(2009, 12, 1)
#: From then on mail to an address of that program adds days (Stats. 2022, ch. 686).
SAFE_AT_HOME = date(2023, 1, 1)
_FEDERAL = frozenset({"us/frcp", "us/frap", "us/frcrp"})
_LONGEST_BACK = 3 * 366 + 200
_ZONES = {
    "us": "America/New_York",
    "gb-eaw": "Europe/London",
    "de": "Europe/Berlin",
}
_UNITS = ("days", "days", "days", "weeks", "months", "years")


def _federal(draw: st.DrawFn) -> dict[str, Any]:
    direction = _fact(draw, "after", "after", "before")
    methods = (None, None, "mail", "electronic", "clerk", "personal", "substituted")
    return {
        "units": (*_UNITS, "hours"),
        "direction": direction,
        "service": _fact(draw, *methods, "other-means-consented-to"),
        "forum": _fact(draw, None, "CA", "DC", "IL", "KS", "MA", "NV", "NY"),
        "act": _fact(draw, None, "file", "serve"),
        "as_of": _fact(draw, None, None, None, date(2009, 11, 30), date(2009, 12, 1)),
    }


def _appellate(draw: st.DrawFn) -> dict[str, Any]:
    facts = _federal(draw)
    facts["service"] = _fact(
        draw, None, None, "mail", "electronic", "overnight", "personal"
    )
    clerk = draw(st.sampled_from(sorted(CIRCUITS)))
    state = facts["forum"]
    facts["forum"] = _fact(draw, state, None if state is None else (state, clerk))
    return facts


def _criminal(draw: st.DrawFn) -> dict[str, Any]:
    return {**_federal(draw), "as_of": _fact(draw, None, None, DAYS_ARE_DAYS)}


def _california(draw: st.DrawFn) -> dict[str, Any]:
    direction = _fact(draw, "after", "before")
    methods = (
        "mail",
        "mail-out-of-state",
        "mail-to-safe-at-home",
        "mail-abroad",
        "overnight",
        "fax",
    )
    back = direction == "before"
    return {
        "units": (*_UNITS, "court days", "court days", "court days"),
        "direction": direction,
        "service": _fact(draw, None, *methods, "electronic", "personal"),
        "act": _fact(draw, None, "file", "serve"),
        "table": _fact(draw, None, None, "437c" if back else None, "none"),
    }


def _discovery(draw: st.DrawFn) -> dict[str, Any]:
    facts = _california(draw)
    facts["table"] = _fact(draw, None, None, "none")
    return facts


def _civil_procedure_rules(draw: st.DrawFn) -> dict[str, Any]:
    direction = _fact(draw, "after", "before")
    return {
        "units": ("days", "days", "clear days", "clear days", "weeks", "months"),
        "direction": direction,
        "act": _fact(draw, None, "file", "serve", "hear"),
    }


def _portal(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "units": ("days", "days", "weeks", "months"),
        "direction": "after",
        "instant": _fact(draw, True, True, False),
    }


def _germany(draw: st.DrawFn) -> dict[str, Any]:
    land = _fact(draw, None, *LAENDER)
    direction = _fact(draw, "after", "after", "before")
    units = (*_UNITS, "clear days")
    return {
        "units": (*units, "hours") if direction == "after" else units,
        "direction": direction,
        "land": land,
    }


def _austria(draw: st.DrawFn) -> dict[str, Any]:
    direction = _fact(draw, "after", "after", "after", "before")
    appeal = ("appeal-notfrist",) * 3 if direction == "after" else ()
    return {
        "units": ("days", "weeks", "weeks", "months", "months"),
        "direction": direction,
        "nature": _fact(draw, None, "ordinary", "notfrist", *appeal),
    }


_FACTS = {
    "us/frcp": _federal,
    "us/frap": _appellate,
    "us/frcrp": _criminal,
    "us-ca": _california,
    "us-ca/discovery": _discovery,
    "gb-eaw/cpr": _civil_procedure_rules,
    "gb-eaw/portal": _portal,
    "de/zpo": _germany,
    "at/zpo": _austria,
}


def ask(
    question: Question,
    law: lc.Law = LAW,
    **more: Any,
) -> lc.Computation:
    """Put a question to the package, by its public call."""
    options: dict[str, Any] = {
        question.direction: question.trigger,
        "under": RULES[question.system],
        "service": question.service,
        "service_extension": question.table,
        "act": question.act,
        "nature": question.nature,
        "as_of": question.as_of,
        "legal_holidays": question.extra_holidays,
    }
    if isinstance(question.forum, str):
        options["forum"] = f"us-{question.forum.lower()}"
    elif question.forum is not None:
        options["forum"] = f"us-{question.forum[0].lower()}"
        options["court"] = CIRCUITS[question.forum[1]]
    if question.land is not None:
        options["calendar"] = LAENDER[question.land]
    if question.system.startswith("gb-eaw"):
        calendar = law.calendar("gb-eaw")
        for day in question.inaccessible:
            calendar = calendar.with_closure(
                day, "closed", "office-closed", authority="as drawn"
            )
        options["calendar"] = calendar
    else:
        options["inaccessible"] = question.inaccessible
    period = f"{question.period_number} {question.unit}"
    return law.compute(period, **{**options, **more})


def days_between(one: date, other: date) -> Iterable[date]:
    """List the days from the earlier to the later of two, and one beyond each."""
    low, high = sorted((one, other))
    return (low + number * DAY for number in range(-1, (high - low).days + 2))


def is_doubtful(question: Question, days: Iterable[date]) -> bool:
    """Whether sources differ about one of the days, at the places that matter here."""
    states = _states(question.forum)
    californian = question.system.startswith("us-ca")
    english = question.system.startswith("gb-eaw")
    return any(
        any(doubts.state(code, day) for code in states)
        or (californian and doubts.california_court(day))
        or (english and doubts.england(day))
        or doubts.germany(question.land, day)
        for day in days
    )


def looked_at(question: Question, found: lc.Computation, *ends: date) -> Iterable[date]:
    """List the days that decided by being open or closed: all, if some were skipped."""
    walked = any(
        code in {"count", "add"} and closures for code, _, _, _, closures in found.steps
    )
    edges = (found.nominal, found.due, *ends, *((question.start,) if walked else ()))
    span = timedelta(days=40 if question.service else 1)
    return days_between(min(edges), max(edges) + span)
