"""Calls such as nobody means: wild values at every door, drawn from a seed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from attrs import evolve

import legalcase as lc
from legalcase.codec import from_json, to_json
from legalcase.dates import DateRange, Period

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

DAY: Final = date(2026, 6, 3)
US: Final = lc.calendar("us")
#: Text that no name should be, and that a terminal, a log or a file system obeys.
TEXTS: Final = (
    *("", " ", "/", "//", "us/", "/us", "us//", ".", "..", "us/.", "us/..", "../us"),
    *("us/../us", "us/../../jurisdictions/us", "us/../../../../../../etc/passwd"),
    *(
        "us\0",
        "us/\0",
        "\0",
        "us/frcp\0/12",
        "us\n",
        "us/frcp\n",
        "us\r\nX: y",
        "us\u2028x",
    ),
    *("\ud800", "us/\ud800", "us/frcp/\udfff", "holidays:\ud800", "holidays:JP\0"),
    *("\x1b[2J", "\x1b]8;;http://x\x07", "\x07", "\u202eus", "\u2066us", "\u200fus"),
    *("holidays:", "holidays:XX", "holidays:JP", "holidays:DE-", "holidays:US-ZZ"),
    *("US", "US/FRCP", "us/FRCP", "us/con", "us/nul", "us/calendars/../calendar"),
    *("C:\\x", "us\\frcp", "~", "~root", "us/~", "us/%2e%2e", "ftp:etc/passwd"),
    *(
        "x" * 3_000,
        "us/" * 500,
        "us/" + "y" * 5_000,
        "\n" * 2_000,
        "us/frcp/" + "(" * 999,
    ),
    *("١٢ days", "1" * 5_000, "1" * 5_000 + " days", "٣ days", "21  days", "21 days\n"),
    *("none", "null", "nan", "inf", "1e400", "{}", "[]", "%s%n", "{0}", "$HOME", "💥"),
)
NAMES: Final = (
    *("us", "us/frcp", "us/frap", "us-ca", "us-ca/ccp", "us-ca/discovery", "gb-eaw"),
    *("gb-eaw/cpr", "gb-eaw/portal", "de", "de/zpo", "at/zpo", "at", "de-by/augsburg"),
    *("cand", "us/cand", "us-ca/legal-holidays", "gb-eaw/high-court", "us-ca/superior"),
    *("mail", "electronic", "personal", "general", "none", "file", "serve", "hear"),
    *(
        "ordinary",
        "notfrist",
        "appeal-notfrist",
        "claim-form",
        "other",
        "legal-holiday",
    ),
)
DEADLINES: Final = tuple(rule.id for rule in lc.find_rules())
PERIODS: Final = (
    *("21 days", "16 court days", "3 clear days", "2 weeks", "6 months", "1 year"),
    *(
        "72 hours",
        "P21D",
        "36525 days",
        "36525 court days",
        "100 years",
        "876600 hours",
    ),
    *("0 days", "-1 day", "1 year 2 days", "99999 days", "1 hour", "5218 weeks"),
)
MOMENTS: Final = (
    *(date.min, date.max, DAY, date(1985, 12, 31), date(2035, 12, 31), date(1, 1, 2)),
    *(date(2024, 2, 29), date(9999, 12, 30), date(2026, 7, 2), date(2036, 1, 1)),
    datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=UTC),
    datetime.min.replace(tzinfo=ZoneInfo("Asia/Tokyo")),
    datetime.max.replace(tzinfo=ZoneInfo("America/Los_Angeles")),
    datetime(2026, 6, 3, 17, tzinfo=ZoneInfo("Europe/London")),
    datetime(2026, 6, 3, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=-12))),
    datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo("Europe/London")),
    datetime(2026, 6, 3),
)
ODD: Final[tuple[Any, ...]] = (
    *(None, True, 0, -1, 10**9, 10**30, 10**6000, -(10**6000), 1.5, float("nan")),
    *(float("inf"), 1j, b"us", b"\xff", [], {}, set(), (), object(), Decimal("NaN")),
    *([10**6000], {"x": 10**6000}, {1: 2}, [[]], int, len, ..., range(3), timedelta(1)),
)


class _Unsayable:
    """A value that cannot even say what it is."""

    def __repr__(self) -> str:
        raise OSError


def wild(draw: Random) -> Any:
    """Something of any kind."""
    return draw.choice(
        (
            lambda: draw.choice(TEXTS),
            lambda: draw.choice(NAMES),
            lambda: draw.choice(DEADLINES),
            lambda: draw.choice(PERIODS),
            lambda: draw.choice(MOMENTS),
            lambda: draw.choice(ODD),
            _Unsayable,
            lambda: US,
            lambda: Period(draw.randrange(1, 99), "day"),
            lambda: DateRange(DAY, date.max),
        )
    )()


def one_of(draw: Random, *fitting: Any) -> Any:
    """Mostly something that fits, else something wild."""
    return draw.choice(fitting) if draw.random() < 0.95 else wild(draw)


def moment(draw: Random) -> Any:
    """Mostly a moment."""
    return one_of(draw, *MOMENTS, *[DAY] * len(MOMENTS))


def anchor(draw: Random) -> Any:
    """A moment, or a mapping from words to moments, or a computation."""
    kind = draw.random()
    if kind < 0.7:
        return moment(draw)
    if kind < 0.9:
        words = ("order-entered", "judgment-entered", "hearing", "motion-served", "x")
        return {draw.choice(words): moment(draw) for _ in range(draw.randrange(4))}
    return lc.compute(
        "14 days", after=draw.choice((DAY, date(2035, 12, 1))), under="us/frcp"
    )


def forged(draw: Random) -> lc.CourtCalendar:
    """A calendar with the id and the edition of another, and other days."""
    definition = US.definition
    changes: dict[str, Any] = draw.choice(
        (
            {"holidays": ()},
            {"first": date(2026, 1, 1)},
            {"last": date(2026, 6, 20)},
            {"weekend": frozenset({0, 1, 2, 3, 4, 5})},
            {"without": frozenset({"x"})},
            {"closed_by": frozenset[str]()},
        )
    )
    return evolve(US, definition=evolve(definition, **changes))


def several(draw: Random) -> Any:
    """Several days, or what is none."""
    return one_of(
        draw,
        (),
        [DAY, date.max],
        (date.min,),
        [moment(draw)],
        [DateRange(DAY, date(2026, 7, 1))],
        [DateRange(date.min, date.max)],
        [DateRange.through(date(2026, 6, 1), date(2026, 6, 1))],
    )


def _compute(draw: Random) -> object:
    given: dict[str, Any] = {
        draw.choice(("after", "after", "before", "extending")): anchor(draw)
    }
    optional: dict[str, Callable[[], Any]] = {
        "under": lambda: one_of(draw, *NAMES[:13]),
        "court": lambda: one_of(draw, "cand", "us/cand", "gb-eaw/high-court"),
        "forum": lambda: one_of(draw, "us-ca", "us-ny", "de"),
        "calendar": lambda: one_of(draw, "us", "holidays:JP", US, forged(draw)),
        "service": lambda: one_of(draw, "mail", "electronic", "personal"),
        "service_extension": lambda: one_of(draw, "none", "general", "notice only"),
        "act": lambda: one_of(draw, "file", "serve"),
        "nature": lambda: one_of(draw, "ordinary", "notfrist"),
        "paper": lambda: one_of(draw, "claim-form", "other"),
        "as_of": lambda: moment(draw),
        "legal_holidays": lambda: several(draw),
        "inaccessible": lambda: several(draw),
        "suspensions": lambda: several(draw),
        "added": lambda: one_of(draw, 3, "2 court days", "1 month", 0, 1.5, "x", True),
        "readings": lambda: one_of(draw, {}, {"mail-order": "x"}, {"a": "b"}, {1: 1}),
        "local_rules": lambda: one_of(draw, "none"),
    }
    chance = draw.choice((0.08, 0.3))
    given |= {name: make() for name, make in optional.items() if draw.random() < chance}
    if draw.random() < 0.7:
        given.setdefault("under", draw.choice(NAMES[1:12]))
    what = one_of(draw, *PERIODS, *(draw.choice(DEADLINES) for _ in PERIODS))
    return lc.compute(what, **given)


def _served(draw: Random) -> object:
    given: dict[str, Any] = {
        "under": one_of(draw, "gb-eaw/cpr", "us-ca/ccp", "us/frcp")
    }
    if draw.random() < 0.4:
        given["paper"] = one_of(draw, "claim-form", "other")
    if draw.random() < 0.2:
        given["calendar"] = one_of(draw, "us", forged(draw))
    return lc.served_on(moment(draw), one_of(draw, "mail", "electronic"), **given)


def _look_up(draw: Random) -> object:
    law = lc.Law.bundled()
    ask = draw.choice(
        (
            *(lc.calendar, lc.rule, lc.court, law.deadline, law.counting_rule),
            *(law.jurisdiction, law.local_rules, law.base_of, law.packs, law.courts),
            lambda name: lc.find_rules(jurisdiction=name),
            lambda name: lc.find_rules(trigger=name),
            lambda name: lc.find_rules(act=name),
            lambda name: lc.find_rules(text=name),
            lambda name: lc.compute(
                "21 days", after=DAY, under="us/frcp", calendar=name
            ),
            lambda name: lc.compute("21 days", after=DAY, under=name),
            lambda name: lc.compute("21 days", after=DAY, under="us/frcp", forum=name),
            lambda name: lc.compute("21 days", after=DAY, court=name),
            lambda name: lc.compute(name, after=DAY),
            law.with_folder,
            lambda name: law.with_folder("/nowhere", overriding=(name,)),
        )
    )
    return ask(draw.choice(TEXTS) if draw.random() < 0.7 else wild(draw))


def _calendar(draw: Random) -> object:
    calendar = draw.choice((US, US, forged(draw)))
    day, count = moment(draw), one_of(draw, 1, -1, 250, 10**6, -(10**6), 0, 10**6000)
    return draw.choice(
        (
            lambda: calendar.is_open(day),
            lambda: calendar.why_closed(day),
            lambda: calendar.closures_on(day),
            lambda: calendar.add_court_days(day, count),
            lambda: calendar.count_court_days(day, moment(draw)),
            lambda: calendar.next_open(day),
            lambda: calendar.previous_open(day),
            lambda: calendar.month(count, one_of(draw, 1, 12, 13)),
            lambda: str(calendar.month(one_of(draw, 2026, 1985, 2036, 1), 2)),
            lambda: (
                calendar.with_closure(
                    day,
                    one_of(draw, "flood", *TEXTS),
                    one_of(draw, "office-closed", *TEXTS),
                    authority=one_of(draw, "Order", *TEXTS),
                ).edition
            ),
        )
    )()


def _period(draw: Random) -> object:
    return draw.choice(
        (
            lambda: Period.parse(one_of(draw, *PERIODS, *TEXTS)),
            lambda: Period(one_of(draw, 1, 10**9), one_of(draw, "day", "court day")),
            lambda: DateRange(moment(draw), moment(draw)),
            lambda: DateRange.through(moment(draw), moment(draw)),
        )
    )()


_STORED: Final = tuple(
    to_json(value)
    for value in (
        lc.compute("us/frcp/33(b)(2)", after=DAY, court="cand", service="mail"),
        lc.compute("us/frap/4(a)(1)(A)", after=DAY),
        US,
        lc.rule("us/frcp"),
        lc.rule("us/frcp/12(a)(1)(A)(i)"),
        lc.court("cand"),
        Period(1, "day"),
    )
)


def _stored(draw: Random) -> object:
    """Change something stored, read it, and use what was read."""
    data = json.loads(draw.choice(_STORED))
    for _ in range(draw.randrange(1, 4)):
        _mutate(draw, data)
    return used(draw, from_json(json.dumps(data)))


def _mutate(draw: Random, data: Any) -> None:
    """Put something else in the place of one value, at any depth."""
    place = data
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = draw.choice(keys)
        inner = place[key]
        if isinstance(inner, dict | list) and inner and draw.random() < 0.9:
            place = inner
            continue
        place[key] = draw.choice(
            (
                *(
                    "",
                    "x",
                    "us",
                    "\ud800",
                    "\n",
                    "\x1b",
                    None,
                    True,
                    0,
                    -1,
                    10**30,
                    1.5,
                ),
                *([], {}, [1], {"x": []}, "9999-12-31", "0001-01-01", "2026-07-03"),
                *(
                    {"$date": "2026-07-03"},
                    "february 29",
                    "easter",
                    "x" * 999,
                    "later-of",
                ),
            )
        )
        return


def used(draw: Random, value: object) -> object:
    """Ask a value that was read what a user would ask it."""
    if isinstance(value, lc.CourtCalendar):
        value.is_open(DAY)
        value.why_closed(date(2026, 7, 3))
        return lc.compute("21 days", after=DAY, under="us/frcp", calendar=value)
    if isinstance(value, lc.DeadlineRule):
        return lc.compute(value, after=draw.choice(MOMENTS[:3]))
    if isinstance(value, lc.CountingRule):
        return [value.settings(version) for version in value.versions]
    if isinstance(value, lc.Court):
        return lc.compute("21 days", after=DAY, under="us/frcp", court=value)
    return value


#: Every door, with how often it is tried.
DOORS: Final[tuple[tuple[Callable[[Random], object], int], ...]] = (
    (_compute, 8),
    (_served, 2),
    (_look_up, 4),
    (_calendar, 2),
    (_period, 1),
    (_stored, 4),
)


def call(draw: Random) -> object:
    """One call at one of the doors, and all that can be asked of its answer."""
    door = draw.choice([door for door, often in DOORS for _ in range(often)])
    found = door(draw)
    if isinstance(found, lc.Computation):
        _ = found.readings, found.notices, found.due_at, found.inputs, repr(found)
        if found.is_running:
            _ = found.due, found.safe, found.nominal
        found.explain()
        from_json(to_json(found))
    return found
