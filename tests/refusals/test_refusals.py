"""Every refusal of input: its class, the builtin beside it, attributes, message.

The first sentence says what was wrong with the actual value, the second what to do.
"""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from law_folders import written
from legalcase import errors
from legalcase.law.book.vocabulary import words_of
from legalcase.law.files.folder import BUNDLED, LawFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

DAY = date(2026, 6, 3)
FRCP: dict[str, Any] = {"after": DAY, "under": "us/frcp"}
ANSWERS = "us/frcp/33(b)(2)"
ANSWERS_COMPLAINT = "us/frcp/12(a)(1)(A)(i)"
#: The methods of service under us/frcp, with what else they are called there.
#: Where a state's legal holidays are entered.
FORUMS = sorted(
    name.removesuffix("/legal-holidays")
    for name in lc.Law.bundled().names("calendar")
    if name.endswith("/legal-holidays")
)
METHODS: dict[str, str] = {
    "clerk": "",
    "electronic": "cm/ecf, e-filing, ecf, efile, efiling",
    "email": "e-mail",
    "mail": "by-mail, first-class-mail, post, us-mail",
    "mail-abroad": "international-mail",
    "mail-out-of-state": "out-of-state-mail",
    "other-means-consented-to": "",
    "overnight": "commercial-carrier, express-mail, federal-express, fedex, "
    "overnight-delivery, overnight-mail, ups",
    "personal": "by-hand, hand, hand-delivered, hand-delivery, personal-delivery, "
    "in-person, personally, personal-service",
    "substituted": "substituted-service",
}
SAID = [f"{word!r} ({also})" if also else repr(word) for word, also in METHODS.items()]
#: What every jurisdiction calls them: all that a rule without a table can be asked.
ALL_METHODS = sorted(words_of(lc.Law.bundled())["method"])
_SHARED = {
    "document-exchange": "dx",
    "email": "e-mail",
    "fax": "facsimile, telefax",
    "personal": "in-person, personally, personal-service",
    "substituted": "substituted-service",
}
ALL_SAID = [
    f"{word!r} ({_SHARED[word]})" if word in _SHARED else repr(word)
    for word in ALL_METHODS
]
ENGLISH = {
    "document-exchange": "dx",
    "electronic": "",
    "email": "e-mail",
    "fax": "facsimile, telefax",
    "mail": "by-post, first-class-post, post",
    "permitted-address": "",
    "personal": "in-person, personally, personal-service",
}
ENGLISH_SAID = [
    f"{word!r} ({also})" if also else repr(word) for word, also in ENGLISH.items()
]
PERIODS = (
    "Write one number and one unit, such as '21 days', '16 court days', "
    "'3 clear days', '2 weeks', '6 months', '1 year', '72 hours' or 'P21D'."
)
SEVERAL = (
    "has more than one number; of several units, years, months, weeks and days, the "
    "longest comes first and each once: '1 year and 90 days'."
)
NO_TEXT = "Dates are not read from text here: pass date(2026, 6, 3), say."
NAIVE = datetime(2026, 6, 3, 9, 0)


class Timestamp(datetime):
    """As pandas has it: a datetime that is more than one."""


class Day(date):
    """A date that is more than one."""


class Refusal(NamedTuple):
    """What is asked, and how it is refused."""

    ask: Callable[[], object]
    kind: type[errors.LegalCaseError]
    beside: type[Exception]
    first: str
    second: str
    attributes: dict[str, object]


def period(
    given: Any,
    first: str,
    second: str = PERIODS,
    field: str = "period",
    value: object = None,
) -> Refusal:
    """A period that is none."""
    return Refusal(
        lambda: lc.compute(given, after=DAY, under="us/frcp"),
        errors.InvalidPeriodError,
        ValueError,
        first,
        second,
        {"field": field, "value": given if value is None else value},
    )


def wrong_type(
    field: str,
    value: object,
    first: str,
    second: str,
    *,
    asked: Callable[[], object] | None = None,
) -> Refusal:
    """A value of the wrong type, in `compute` unless told otherwise."""
    given: dict[str, Any] = {"under": "us/frcp", "after": DAY, field: value}

    return Refusal(
        asked or (lambda: lc.compute("21 days", **given)),
        errors.InvalidTypeError,
        TypeError,
        first,
        second,
        {"field": field, "value": value},
    )


def no_name(field: str, value: object, example: str) -> Refusal:
    """Something that is no text where a name belongs."""
    first = f"{field}= needs a name, not {type(value).__name__} {value!r}."
    return wrong_type(field, value, first, f"Pass {example}, say.")


def unknown(
    ask: Callable[[], object],
    kind: str,
    name: str,
    suggestions: tuple[str, ...],
    advice: str = "",
) -> Refusal:
    """A name that nothing bears; these are among its neighbours."""
    return Refusal(
        ask,
        errors.UnknownNameError,
        LookupError,
        f"There is no {kind} {name!r}.",
        advice,
        {"kind": kind, "name": name, "suggestions": suggestions},
    )


def none_of(
    ask: Callable[[], object],
    kind: str,
    name: str,
    known: Iterable[str],
    said: Iterable[str] = (),
) -> Refusal:
    """A word of law that is none: all that can stand there is listed, none guessed."""
    names = tuple(sorted(known))
    shown = "; ".join(said) or "; ".join(map(repr, names))
    one = "" if len(names) == 1 else "one of "
    refusal = unknown(ask, kind, name, names, f"It must be {one}{shown}.")
    return refusal._replace(attributes=refusal.attributes | {"suggestions": names})


def conflict(
    ask: Callable[[], object], first: str, second: str, field: str, value: object
) -> Refusal:
    """Two inputs that contradict each other."""
    attributes = {"field": field, "value": value}
    kind = errors.ConflictingInputError
    return Refusal(ask, kind, ValueError, first, second, attributes)


def missing(
    ask: Callable[[], object], first: str, second: str, field: str, value: object = None
) -> Refusal:
    """An input without which there is no answer."""
    attributes = {"field": field, "value": value}
    return Refusal(ask, errors.MissingInputError, ValueError, first, second, attributes)


def unsupported(
    ask: Callable[[], object], first: str, second: str, field: str, value: object
) -> Refusal:
    """A question on which the rule is silent."""
    attributes = {"field": field, "value": value}
    return Refusal(
        ask, errors.UnsupportedQuestionError, ValueError, first, second, attributes
    )


def call(asked: Any = "21 days", **given: Any) -> Callable[[], object]:
    """A question, to be asked later."""
    return lambda: lc.compute(asked, **given)


MORNING = datetime(2026, 6, 3, 9, tzinfo=ZoneInfo("America/New_York"))
RANGE = lc.DateRange(DAY, date(2026, 6, 5))
BARRED = lc.compute("us/frcp/59(e)", after=DAY)
TWICE = {"discovery-request-served": DAY, "interrogatories-served": DAY}
STOPPED = {"judgment-entered": DAY, "tolling-motion-filed": date(2026, 6, 10)}

REFUSALS: dict[str, Refusal] = {
    # --- periods
    "zero": period(
        "0 days",
        "A period of 0 is none: it must be at least one.",
        field="number",
        value=0,
    ),
    "zero, ISO": period(
        "P0D",
        "A period of 0 is none: it must be at least one.",
        field="number",
        value=0,
    ),
    "negative": period(
        "-3 days", "'-3 days' is negative; say before= or after= instead."
    ),
    "negative, ISO": period(
        "-P3D", "'-P3D' is negative; say before= or after= instead."
    ),
    "negative inside": period(
        "P-3D", "'P-3D' is negative; say before= or after= instead."
    ),
    "two units, the shorter first": period(
        "2 days and 1 month", f"'2 days and 1 month' {SEVERAL}"
    ),
    "two units, of which one is no day of the calendar": period(
        "1 month and 2 court days", f"'1 month and 2 court days' {SEVERAL}"
    ),
    "two units, ISO": period("P2D1M", f"'P2D1M' {SEVERAL}"),
    "business days": period(
        "5 business days",
        "'5 business days' is not a period; the days on which a court sits are 'court "
        "days'.",
    ),
    "working days": period(
        "5 working days",
        "'5 working days' is not a period; the days on which a court sits are 'court "
        "days'.",
    ),
    "words": period("three days", "'three days' is not a period."),
    "no text": period("", "'' is not a period."),
    "a fraction": period(
        "1,5 days",
        ("'1,5 days' has a fraction; a period is a whole number of one unit."),
    ),
    "a hyphen": period("21-day", "'21-day' is not a period."),
    "figures of another script": period("٢١ days", "'٢١ days' is not a period."),
    "over a century of days": period(
        "36526 days", "36526 days is over a century.", field="number", value=36526
    ),
    "over a century of weeks": period(
        "5219 weeks", "5219 weeks is over a century.", field="number", value=5219
    ),
    "over a century of months": period(
        "1201 months", "1201 months is over a century.", field="number", value=1201
    ),
    "over a century of years": period(
        "P101Y", "101 years is over a century.", field="number", value=101
    ),
    "too many figures": period("100000 days", "'100000 days' is not a period."),
    "a bare number": period(21, "21 has no unit.", "Write '21 days', say."),
    "a flag": wrong_type(
        "period",
        True,
        "A period is text, a Period or a deadline, not bool True.",
        "Write '21 days', say.",
        asked=call(True, **FRCP),
    ),
    "a timedelta": wrong_type(
        "period",
        timedelta(days=21),
        "A period is text, a Period or a deadline, not timedelta "
        "datetime.timedelta(days=21).",
        "Write '21 days', say.",
        asked=call(timedelta(days=21), **FRCP),
    ),
    "a list of periods": wrong_type(
        "period",
        ["21 days"],
        "A period is text, a Period or a deadline, not list ['21 days'].",
        "Write '21 days', say.",
        asked=call(["21 days"], **FRCP),
    ),
    "no period": wrong_type(
        "period",
        None,
        "A period is text, a Period or a deadline, not NoneType None.",
        "Write '21 days', say.",
        asked=call(None, **FRCP),
    ),
    # --- the anchor
    "no anchor": missing(
        call(under="us/frcp"),
        "From when? No anchor was given.",
        "Pass after= (the trigger's date), before= (the date of the hearing, say) or "
        "extending=.",
        "after",
    ),
    "after and before": conflict(
        call(before=DAY, **FRCP),
        "after= and before= were given together.",
        "A period has one anchor: pass one.",
        "before",
        DAY,
    ),
    "all three": conflict(
        call(before=DAY, extending=DAY, **FRCP),
        "after= and before= and extending= were given together.",
        "A period has one anchor: pass one.",
        "before",
        DAY,
    ),
    "text": wrong_type(
        "after", "2026-06-03", "after= needs a date, not str '2026-06-03'.", NO_TEXT
    ),
    "a number": wrong_type("after", 0, "after= needs a date, not int 0.", NO_TEXT),
    "a list of dates": wrong_type(
        "after", [DAY], f"after= needs a date, not list {[DAY]!r}.", NO_TEXT
    ),
    "a kind of date": wrong_type(
        "after",
        Day(2026, 6, 3),
        "after= needs a date, not Day Day(2026, 6, 3).",
        NO_TEXT,
    ),
    "a naive datetime": wrong_type(
        "after",
        NAIVE,
        "after=datetime.datetime(2026, 6, 3, 9, 0) has no time zone.",
        "Pass a date, or an aware datetime: "
        "value.replace(tzinfo=ZoneInfo('America/New_York')), say.",
    ),
    "a timestamp": wrong_type(
        "after",
        Timestamp(2026, 6, 3, tzinfo=UTC),
        "after= needs a date or a datetime of the standard library, not Timestamp "
        f"{Timestamp(2026, 6, 3, tzinfo=UTC)!r}.",
        "Pass value.date(), or value.to_pydatetime() with a time zone.",
    ),
    "several triggers of a bare period": wrong_type(
        "after",
        {"hearing": DAY},
        f"A bare period has one trigger, and {{'hearing': {DAY!r}}} names several.",
        "Pass one date, or the id of a deadline that has several triggers.",
    ),
    "hours from a date": missing(
        call("72 hours", **FRCP),
        "72 hours runs from an instant, and 2026-06-03 has no time of day.",
        "Pass an aware datetime: datetime(2026, 6, 3, 9, 30, "
        "tzinfo=ZoneInfo('America/New_York')), say.",
        "after",
        DAY,
    ),
    # --- names of the wrong type
    "under": no_name("under", 6, "'us/frcp'"),
    "a list under": no_name("under", ["us/frcp"], "'us/frcp'"),
    "court": no_name("court", 123, "'cand', or what legalcase.court() returns"),
    "a list of courts": no_name(
        "court", ["cand"], "'cand', or what legalcase.court() returns"
    ),
    "forum": no_name("forum", 5, "'us-ca'"),
    "service": no_name("service", 5, "'mail'"),
    "a list of methods": no_name("service", ["mail"], "'mail'"),
    "a table": no_name("service_extension", 5, "'none'"),
    "act": no_name("act", 5, "'file'"),
    "a list of acts": no_name("act", ["file"], "'file'"),
    "nature": no_name("nature", {"ordinary"}, "'ordinary'"),
    "paper": no_name("paper", b"summons", "'claim-form'"),
    "local rules": no_name("local_rules", ["none"], "'none'"),
    "calendar": wrong_type(
        "calendar",
        2026,
        "calendar= needs an id or a CourtCalendar, not 2026.",
        "Pass 'us', say, or what legalcase.calendar() returns.",
    ),
    "a list of calendars": wrong_type(
        "calendar",
        ["us"],
        "calendar= needs an id or a CourtCalendar, not ['us'].",
        "Pass 'us', say, or what legalcase.calendar() returns.",
    ),
    # --- dates and lists of the wrong type
    "as_of as text": wrong_type(
        "as_of",
        "2020-01-01",
        "as_of needs a datetime.date, not str '2020-01-01'.",
        NO_TEXT,
    ),
    "as_of as a time": wrong_type(
        "as_of",
        MORNING,
        f"as_of needs a date, and {MORNING!r} is a date and time.",
        "Pass value.date(), in the court's time zone.",
    ),
    "as_of as nothing": wrong_type(
        "as_of", 0, "as_of needs a datetime.date, not int 0.", NO_TEXT
    ),
    **{
        f"{field} as {value!r}": wrong_type(
            field,
            value,
            f"{field}= needs several dates, not {value!r}.",
            "Pass a list, [date(2026, 7, 3)], say.",
        )
        for field in ("legal_holidays", "inaccessible")
        for value in ("2026-07-03", "", DAY, None, 0)
    },
    "a day as text": wrong_type(
        "legal_holidays",
        "2026-07-03",
        "legal_holidays needs a datetime.date, not str '2026-07-03'.",
        NO_TEXT,
        asked=call(legal_holidays=["2026-07-03"], **FRCP),
    ),
    "a day as a time": wrong_type(
        "inaccessible",
        MORNING,
        f"inaccessible needs a date, and {MORNING!r} is a date and time.",
        "Pass value.date(), in the court's time zone.",
        asked=call(inaccessible=[MORNING], **FRCP),
    ),
    **{
        f"suspensions as {value!r}": wrong_type(
            "suspensions",
            value,
            f"suspensions= needs several DateRange, not {value!r}.",
            "Pass a list, [DateRange.through(first, last)], say.",
        )
        for value in (RANGE, "", None, 0)
    },
    "a pair for a range": wrong_type(
        "suspensions",
        (DAY, DAY),
        f"{(DAY, DAY)!r} is no DateRange.",
        "Pass DateRange.through(first, last), say.",
        asked=call(suspensions=[(DAY, DAY)], **FRCP),
    ),
    **{
        f"readings as {value!r}": wrong_type(
            "readings",
            value,
            f"readings= needs a mapping of dispute to answer, not {value!r}.",
            "Pass {'mail-order': 'no: add, roll'}, say.",
        )
        for value in (["mail-order"], "", 0)
    },
    "an answer that is no text": wrong_type(
        "readings",
        {"mail-order": 1},
        "readings= has 'mail-order': 1, and both are text.",
        "Pass {'mail-order': 'no: add, roll'}, say.",
    ),
    "a question that is no text": wrong_type(
        "readings",
        {1: "no"},
        "readings= has 1: 'no', and both are text.",
        "Pass {'mail-order': 'no: add, roll'}, say.",
    ),
    # --- unknown names
    "an unknown deadline": unknown(
        call("us/frcp/33(b)(9)", after=DAY),
        "deadline",
        "us/frcp/33(b)(9)",
        ("us/frcp/33(b)(2)",),
    ),
    "an unknown rule": unknown(
        call(after=DAY, under="us/frpc"),
        "counting rule",
        "us/frpc",
        ("us/frcp", "us/frap"),
    ),
    "an unknown court": unknown(
        call(after=DAY, court="us/cannd"),
        "court",
        "us/cannd",
        ("us/cand",),
    ),
    "an unknown calendar": unknown(
        call(calendar="us-ca/legal-holiday", **FRCP),
        "calendar",
        "us-ca/legal-holiday",
        ("us-ca/legal-holidays",),
    ),
    "an unknown country": unknown(
        call(calendar="atlantis", **FRCP),
        "calendar",
        "atlantis",
        (),
        "For a country without a court calendar: 'holidays:JP'.",
    ),
    "an unknown forum": unknown(
        call(forum="us-cq", **FRCP),
        "forum with legal holidays",
        "us-cq",
        ("us-ca",),
        f"They are entered for {', '.join(FORUMS)}; for another, pass the days that "
        "matter as legal_holidays=, or leave forum= out and read the notice.",
    ),
    "an unknown method": none_of(
        call(service="male", **FRCP),
        "method of service under us/frcp:",
        "male",
        METHODS,
        SAID,
    ),
    "an unknown method where nothing is added": none_of(
        call("us/frcp/59(e)", after=DAY, service="male"),
        "method of service under us/frcp:",
        "male",
        METHODS,
        SAID,
    ),
    "a method that the text in force does not list": none_of(
        call("10 days", after=date(1999, 6, 3), under="us/frcp", service="e-mail"),
        "method of service under us/frcp:",
        "email",
        {*METHODS} - {"electronic", "email", "other-means-consented-to", "overnight"},
    ),
    "an unknown method under a rule that lists none": none_of(
        call("1 month", after=DAY, under="de/zpo", service="male"),
        "method of service under de/zpo:",
        "male",
        ALL_METHODS,
        ALL_SAID,
    ),
    "an unknown act": none_of(
        call(act="flie", **FRCP),
        "act",
        "flie",
        ("expire", "file", "hear", "perform", "serve"),
    ),
    "an unknown nature": none_of(
        call(nature="ordinry", **FRCP),
        "nature",
        "ordinry",
        ("appeal-notfrist", "jurisdictional", "limitation", "notfrist", "ordinary"),
    ),
    "an unknown paper": none_of(
        call(paper="sumons", **FRCP),
        "class of paper",
        "sumons",
        ("any", "claim-form", "other", "summons"),
    ),
    "an unknown table": none_of(
        call(service="mail", service_extension="genral", **FRCP),
        "table of service in us/frcp:",
        "genral",
        ("general", "none", "notice only"),
    ),
    "an unknown table where nobody was served": none_of(
        call(service_extension="genral", **FRCP),
        "table of service in us/frcp:",
        "genral",
        ("general", "none", "notice only"),
    ),
    "an unknown trigger": none_of(
        call(ANSWERS, after={"discovery-served": DAY}),
        f"trigger of {ANSWERS}:",
        "discovery-served",
        ("discovery-request-served",),
    ),
    "one trigger under two names": conflict(
        call(ANSWERS, after=TWICE),
        f"after= gives discovery-request-served twice: {TWICE!r}.",
        "Give it one date.",
        "after",
        TWICE,
    ),
    "an unknown dispute": unknown(
        call(readings={"mail-ordre": "no: add, roll"}, **FRCP),
        "disputed question here:",
        "mail-ordre",
        ("mail-order", "us/frcp#mail-order"),
    ),
    "a dispute of another text": unknown(
        call(
            "us/frcp/12(a)(1)(A)(i)",
            after=DAY,
            readings={"united-states-before-2000": "yes"},
        ),
        "disputed question here:",
        "united-states-before-2000",
        (),
        "It arises under another text, or on other facts; leave it out of readings=.",
    ),
    "an unknown answer": none_of(
        call(readings={"mail-order": "no: add rol"}, **FRCP),
        "answer to 'mail-order':",
        "no: add rol",
        ("no: add, roll", "yes: roll, add, roll"),
    ),
    # --- contradictions
    "a rule beside the deadline's own": conflict(
        call(ANSWERS, after=DAY, under="us/frap"),
        f"{ANSWERS} is counted under us/frcp, not under 'us/frap'.",
        "Leave under= out, or give a bare period.",
        "under",
        "us/frap",
    ),
    "a rule of another country": conflict(
        call("1 month", after=DAY, under="de/zpo", court="us/ca9"),
        "de/zpo is not a rule of us/ca9, which applies us/frap.",
        "Give a court and a rule that go together.",
        "under",
        "de/zpo",
    ),
    "an act beside the deadline's own": conflict(
        call(ANSWERS, after=DAY, act="file"),
        f"{ANSWERS} brings act='serve', and 'file' was given.",
        "Leave act= out, or give a bare period.",
        "act",
        "file",
    ),
    "a table beside the deadline's own": conflict(
        call(ANSWERS, after=DAY, service_extension="none"),
        f"{ANSWERS} brings service_extension='general', and 'none' was given.",
        "Leave service_extension= out, or give a bare period.",
        "service_extension",
        "none",
    ),
    "the other direction": conflict(
        call(ANSWERS, before=DAY),
        f"{ANSWERS} is counted after its trigger (discovery-request-served), and "
        "before= was given.",
        "Pass after=.",
        "before",
        None,
    ),
    "a catalogued deadline that extends": conflict(
        call(ANSWERS, extending=DAY),
        f"{ANSWERS} has a trigger of its own and extends nothing.",
        "Pass the length of the extension instead: compute('14 days', extending=…).",
        "extending",
        DAY,
    ),
    "two states": conflict(
        call(ANSWERS, after=DAY, court="cand", forum="us-ma"),
        "court='us/cand' sits in another state than forum='us-ma'.",
        "Give one of them.",
        "forum",
        "us-ma",
    ),
    "local rules other than none": conflict(
        call(local_rules="all", **FRCP),
        "local_rules='all' is not known.",
        "Leave it out to use the local rules of the court where they are entered, or "
        "pass 'none'.",
        "local_rules",
        "all",
    ),
    # --- triggers of a deadline with several
    "one date for several triggers": missing(
        call("us/frcp/15(a)(3)", after=DAY),
        "us/frcp/15(a)(3) has several triggers: amended-pleading-served, "
        "summons-served.",
        "Pass a mapping with those known: after={'amended-pleading-served': "
        "datetime.date(2026, 6, 3)}.",
        "after",
        DAY,
    ),
    "no trigger at all": missing(
        call("us/frcp/15(a)(3)", after={}),
        "after= is empty.",
        "us/frcp/15(a)(3) runs from amended-pleading-served, summons-served.",
        "after",
        {},
    ),
    "only triggers to come": missing(
        call(ANSWERS, after={"discovery-request-served": None}),
        "No trigger is known.",
        f"{ANSWERS} runs from discovery-request-served.",
        "after",
        {"discovery-request-served": None},
    ),
    "a trigger that is no word": wrong_type(
        "after",
        5,
        "after= maps words to dates, and 5 is no word.",
        f"{ANSWERS} runs from discovery-request-served.",
        asked=call(ANSWERS, after={5: DAY}),
    ),
    "a trigger as text": wrong_type(
        "after['discovery-request-served']",
        "today",
        "after['discovery-request-served']= needs a date, not str 'today'.",
        NO_TEXT,
        asked=call(ANSWERS, after={"discovery-request-served": "today"}),
    ),
    # --- what is missing
    "no rule": missing(
        call(after=DAY),
        "Under which rule?",
        "Pass under= (a counting rule such as 'us/frcp', or a jurisdiction) or court=.",
        "under",
    ),
    # --- questions on which the rule is silent
    "court days": unsupported(
        call("3 court days", **FRCP),
        "us/frcp does not define court days, so it cannot count 3 court days.",
        "Give the period in days, or another rule.",
        "period",
        lc.Period(3, "court day"),
    ),
    "hours": unsupported(
        call("72 hours", after=MORNING, under="gb-eaw/cpr"),
        "gb-eaw/cpr does not say how hours are counted.",
        "Give the period in days, or another rule.",
        "period",
        lc.Period(72, "hour"),
    ),
    "service in hours": unsupported(
        call("72 hours", after=MORNING, under="us/frcp", service="mail"),
        "No rule entered says how service by mail lengthens a period in hours.",
        "Leave service= out, and add the time yourself.",
        "service",
        "mail",
    ),
    "hours around a stay": unsupported(
        call("72 hours", after=MORNING, under="us/frcp", suspensions=[RANGE]),
        "Hours are not counted around suspensions.",
        "Count them in two parts.",
        "suspensions",
        None,
    ),
    "an extension on which the rule is silent": unsupported(
        call("14 days", extending=DAY, under="gb-eaw/cpr"),
        "gb-eaw/cpr does not say where an extension begins.",
        "Count it with after= from the day that you mean.",
        "extending",
        DAY.toordinal(),
    ),
    # --- outside what is known
    "before the rule": Refusal(
        call(after=date(1985, 1, 2), under="us/frcp"),
        errors.RuleNotInForceError,
        ValueError,
        "'us/frcp' is entered from 1985-08-01; 1985-01-02 is outside.",
        "Check the trigger date, or choose another version with as_of=.",
        {
            "subject": "us/frcp",
            "asked": date(1985, 1, 2),
            "first": date(1985, 8, 1),
            "last": None,
        },
    ),
    "before the deadline": Refusal(
        call(ANSWERS, after=date(1986, 1, 2)),
        errors.RuleNotInForceError,
        ValueError,
        f"'{ANSWERS}' is entered from 1993-12-01; 1986-01-02 is outside.",
        "Check the trigger date, or choose another version with as_of=.",
        {"subject": ANSWERS, "asked": date(1986, 1, 2), "last": None},
    ),
    "a rule of computation in the place of a deadline": Refusal(
        call("us/frcp", after=DAY),
        errors.UnknownNameError,
        LookupError,
        "There is no deadline 'us/frcp': that is a rule of computation.",
        "Give a period ('21 days') and under='us/frcp', or the id of a deadline that "
        "is counted under it.",
        {"kind": "deadline", "name": "us/frcp"},
    ),
    "no fact, of a deadline that asks one": Refusal(
        call(ANSWERS_COMPLAINT, after=DAY, facts={"defendant-is-martian": "yes"}),
        errors.UnknownNameError,
        LookupError,
        "There is no fact 'defendant-is-martian'.",
        f"{ANSWERS_COMPLAINT} asks for 'defendant-is-the-united-states'.",
        {"kind": "fact", "suggestions": ("defendant-is-the-united-states",)},
    ),
    "no fact, of a deadline that asks none": Refusal(
        call("us/frcp/4(m)", after=DAY, facts={"defendant-is-martian": "yes"}),
        errors.UnknownNameError,
        LookupError,
        "There is no fact 'defendant-is-martian'.",
        "us/frcp/4(m) asks for no fact: leave it out of facts=.",
        {"kind": "fact", "suggestions": ()},
    ),
    "no fact, of a bare period": Refusal(
        call(facts={"united-states-is-party": "yes"}, **FRCP),
        errors.UnknownNameError,
        LookupError,
        "There is no fact 'united-states-is-party'.",
        "Did you mean 'united-states-is-a-party', 'interstate-support-case' or "
        "'commonwealth-is-a-party'?",
        {"kind": "fact", "name": "united-states-is-party"},
    ),
    "before the only text": Refusal(
        call("us/rcfc/59(b)", after=date(2026, 6, 15)),
        errors.RuleNotInForceError,
        ValueError,
        "'us/rcfc/59(b)' is entered from 2026-07-27; 2026-06-15 is outside.",
        "Check the trigger date: no other version of it is entered.",
        {"subject": "us/rcfc/59(b)", "asked": date(2026, 6, 15), "last": None},
    ),
    "before the calendar": Refusal(
        call(after=date(1985, 9, 3), under="us/frcp"),
        errors.CalendarOutOfBoundsError,
        ValueError,
        "1985-09-03 is outside the calendar 'us', which covers 1986-01-01 through "
        "2035-12-31.",
        "Load a calendar that reaches further; this one does not guess.",
        {
            "subject": "us",
            "asked": date(1985, 9, 3),
            "first": date(1986, 1, 1),
            "last": date(2035, 12, 31),
        },
    ),
    "after the calendar": Refusal(
        call(after=date(2035, 12, 20), under="us/frcp"),
        errors.CalendarOutOfBoundsError,
        ValueError,
        "2036-01-10 is outside the calendar 'us', which covers 1986-01-01 through "
        "2035-12-31: what ends later cannot be computed yet.",
        "Load a calendar that reaches further; this one does not guess.",
        {"subject": "us", "asked": date(2036, 1, 10)},
    ),
    "a stay without end": Refusal(
        call(suspensions=[lc.DateRange(date(2026, 6, 5), date.max)], **FRCP),
        errors.OutOfBoundsError,
        ValueError,
        "21 days from 2026-06-03 under us/frcp leaves the years that a date can have.",
        "Check the period, the trigger and the suspensions.",
        {"subject": "us/frcp", "asked": DAY, "first": date.min, "last": date.max},
    ),
    "a role that nobody filled, counting back": Refusal(
        call("14 days", before=date(2008, 5, 5), under="us/frap"),
        errors.RoleNotFilledError,
        ValueError,
        "us/frap needs the calendar of the role 'circuit-clerk-state' to count back, "
        "and nobody filled it: the date could be too late.",
        "Give court= or forum=.",
        {"role": "circuit-clerk-state", "rule": "us/frap"},
    ),
    # --- what may not be, or cannot yet be
    "an extension that is barred": Refusal(
        call("7 days", extending=BARRED),
        errors.ExtensionBarredError,
        ValueError,
        f"The time under us/frcp/59(e) may not be extended: {BARRED.barred_by}.",
        "Count from its own trigger; only an appeal court can say otherwise.",
        {"deadline": "us/frcp/59(e)", "barred_by": BARRED.barred_by},
    ),
    "a trigger that does not run": Refusal(
        lambda: lc.compute(
            "7 days",
            after=lc.compute("us/frap/4(a)(1)(A)", after=STOPPED),
            under="us/frap",
        ),
        errors.PeriodNotRunningError,
        ValueError,
        "us/frap/4(a)(1)(A) has no due date: the period is not running.",
        "It waits for tolling-motion-decided; give that date when it is known.",
        {
            "deadline": "us/frap/4(a)(1)(A)",
            "waits_for": ("tolling-motion-decided",),
        },
    ),
    # --- service
    "a rule that is silent on completion": unsupported(
        lambda: lc.served_on(DAY, "mail", under="us/frcp"),
        "us/frcp does not say when service is complete.",
        "Use the date of service itself as after=, with service= for the days that it "
        "adds.",
        "under",
        "us/frcp",
    ),
    "an unknown method of completion": none_of(
        lambda: lc.served_on(DAY, "male", under="gb-eaw/cpr", paper="other"),
        "method of service under gb-eaw/cpr:",
        "male",
        ENGLISH,
        ENGLISH_SAID,
    ),
    "a method for no paper": none_of(
        lambda: lc.served_on(DAY, "male", under="gb-eaw/cpr"),
        "method of service under gb-eaw/cpr:",
        "male",
        ENGLISH,
        ENGLISH_SAID,
    ),
    "a paper that the rule does not know": none_of(
        lambda: lc.served_on(DAY, "mail", under="gb-eaw/cpr", paper="summons"),
        "class of paper under gb-eaw/cpr:",
        "summons",
        ("claim-form", "other"),
    ),
    "a paper that nobody knows": none_of(
        lambda: lc.served_on(DAY, "mail", under="gb-eaw/cpr", paper="othr"),
        "class of paper",
        "othr",
        ("any", "claim-form", "other", "summons"),
    ),
    "no method": missing(
        lambda: lc.served_on(DAY, None, under="gb-eaw/cpr"),  # type: ignore[arg-type] # refused
        "Served how? No method was given: pass 'mail', say.",
        "",
        "method",
    ),
    "a method that is no text": wrong_type(
        "method",
        5,
        "method= needs a name, not int 5.",
        "Pass 'mail', say.",
        asked=lambda: lc.served_on(DAY, 5, under="gb-eaw/cpr"),  # type: ignore[arg-type] # refused
    ),
    "a list of papers": wrong_type(
        "paper",
        ["other"],
        "paper= needs a name, not list ['other'].",
        "Pass 'claim-form', say.",
        asked=lambda: lc.served_on(DAY, "mail", under="gb-eaw/cpr", paper=["other"]),  # type: ignore[arg-type] # refused
    ),
    "a court of service": wrong_type(
        "court",
        7,
        "court= needs a name, not int 7.",
        "Pass 'cand', or what legalcase.court() returns, say.",
        asked=lambda: lc.served_on(DAY, "mail", court=7),  # type: ignore[arg-type] # refused
    ),
    "a step of service as text": wrong_type(
        "on",
        "2026-06-03",
        "on= needs a date, not str '2026-06-03'.",
        NO_TEXT,
        asked=lambda: lc.served_on("2026-06-03", "mail", under="gb-eaw/cpr"),  # type: ignore[arg-type] # refused
    ),
    "a naive step of service": wrong_type(
        "on",
        NAIVE,
        "on=datetime.datetime(2026, 6, 3, 9, 0) has no time zone.",
        "Pass a date, or an aware datetime: "
        "value.replace(tzinfo=ZoneInfo('Europe/London')), by the court's clock.",
        asked=lambda: lc.served_on(NAIVE, "mail", under="gb-eaw/cpr"),
    ),
    # --- looking up
    **{
        f"a {kind} that is no text": wrong_type(
            kind,
            value,
            f"A {kind} is asked for by its name, not by {type(value).__name__} "
            f"{value!r}.",
            "Pass text.",
            asked=ask,
        )
        for kind, value, ask in (
            ("calendar", 5, lambda: lc.calendar(5)),  # type: ignore[arg-type] # refused
            ("court", ["cand"], lambda: lc.court(["cand"])),  # type: ignore[arg-type] # refused
            ("rule", None, lambda: lc.rule(None)),  # type: ignore[arg-type] # refused
            ("jurisdiction", 5, lambda: lc.find_rules(jurisdiction=5)),  # type: ignore[arg-type] # refused
            ("trigger", 5, lambda: lc.find_rules(trigger=5)),  # type: ignore[arg-type] # refused
            ("act", 5, lambda: lc.find_rules(act=5)),  # type: ignore[arg-type] # refused
            ("text", 5, lambda: lc.find_rules(text=5)),  # type: ignore[arg-type] # refused
        )
    },
}


def either(names: tuple[str, ...]) -> str:
    """Names as a question has them: the last after "or"."""
    *others, last = map(repr, names)
    return f"{', '.join(others)} or {last}" if others else last


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_answered_is_refused(name: str) -> None:
    """By its class, and the builtin that a stranger would catch; twice alike."""
    refusal = REFUSALS[name]
    for _ in range(2):
        with pytest.raises(refusal.kind) as caught:
            refusal.ask()
        error = caught.value
        assert type(error) is refusal.kind
        assert isinstance(error, lc.LegalCaseError)
        assert isinstance(error, refusal.beside)
        second = refusal.second
        if isinstance(error, errors.UnknownNameError) and not second:
            second = f"Did you mean {either(error.suggestions)}?"
        assert str(error) == f"{refusal.first} {second}".strip()
        for attribute, value in refusal.attributes.items():
            if attribute == "suggestions":
                assert isinstance(value, tuple)
                assert set(value) <= set(error.__dict__[attribute])
            else:
                assert getattr(error, attribute) == value


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_is_two_sentences_and_travels(name: str) -> None:
    """What was wrong, and what to do; whole after a journey."""
    refusal = REFUSALS[name]
    with pytest.raises(refusal.kind) as caught:
        refusal.ask()
    error = caught.value
    first, mark, second = str(error).replace("? ", ". ").partition(". ")
    assert first
    assert mark
    assert second.rstrip()[-1] in ".?"
    sent = copy.copy(error)
    assert (type(sent), str(sent), vars(sent)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize("name", REFUSALS)
def test_a_question_asked_before_changes_no_refusal(name: str) -> None:
    """A call that was answered makes none legal that resembles it."""
    before: list[tuple[dict[str, Any], date]] = [
        ({}, date(2026, 6, 24)),
        ({"court": "cand"}, date(2026, 6, 24)),
        ({"service": "mail"}, date(2026, 6, 29)),
    ]
    for more, due in before:
        assert lc.compute("21 days", **FRCP, **more).due == due
    assert lc.compute(ANSWERS, after=DAY, court="cand").due == date(2026, 7, 6)
    refusal = REFUSALS[name]
    with pytest.raises(refusal.kind):
        refusal.ask()


def test_words_of_a_folder_of_your_own_are_words(tmp_path: Path) -> None:
    """An act and a nature that it adds are known, and stand among those listed."""
    folder = written(
        tmp_path / "law",
        {
            "xx/jurisdiction.toml": '[jurisdiction]\nid = "xx"\nname = "Atlantis"\n',
            "xx/vocabulary.toml": '[act]\nproclaim = "to proclaim in the agora"\n',
        },
    )
    law = lc.Law.bundled().with_folder(folder)
    assert law.compute("21 days", act="proclaim", **FRCP).inputs.act == "proclaim"
    with pytest.raises(errors.UnknownNameError, match="'perform'; 'proclaim'; 'serve'"):
        law.compute("21 days", act="proclame", **FRCP)
    with pytest.raises(errors.UnknownNameError, match="There is no act 'proclaim'"):
        lc.compute("21 days", act="proclaim", **FRCP)


def test_a_term_of_art_of_a_jurisdiction_is_a_word() -> None:
    """California's method is known to its vocabulary alone."""
    found = lc.served_on(
        DAY, "notice-and-acknowledgment", under="us-ca/ccp", paper="summons"
    )
    assert found.due == DAY


def test_no_vocabulary_is_read_for_a_question_without_such_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And only the shared one for words that it has; a plan reads none again."""
    read: list[str] = []
    load = LawFolder._load

    def recording(folder: LawFolder, name: str) -> object:
        read.append(name)
        return load(folder, name)

    monkeypatch.setattr(LawFolder, "_load", recording)
    law = lc.Law((LawFolder(BUNDLED),))
    law.compute("21 days", service="mail", **FRCP)
    assert [name for name in read if "vocabulary" in name] == []
    law.compute("21 days", act="serve", **FRCP)
    assert [name for name in read if "vocabulary" in name] == ["vocabulary.toml"]
    read.clear()
    law.compute("21 days", act="serve", after=date(2026, 6, 4), under="us/frcp")
    assert read == []


def test_what_is_accepted_beside_what_is_refused() -> None:
    """Any iterable of dates, any mapping of triggers, values for names."""
    holidays = {date(2026, 6, 24)}
    for given in (holidays, list(holidays), tuple(holidays), iter(holidays)):
        found = lc.compute("21 days", legal_holidays=given, **FRCP)
        assert found.due == date(2026, 6, 25)
    plain = lc.compute("21 days", **FRCP)
    nothing: list[Iterable[date]] = [[], (), set(), iter(())]
    for empty in nothing:
        assert lc.compute("21 days", legal_holidays=empty, **FRCP) == plain
    assert lc.compute("21 days", readings={}, suspensions=[], **FRCP) == plain
    assert lc.compute("21 days", court=lc.court("cand"), **FRCP) == lc.compute(
        "21 days", court="cand", **FRCP
    )
    assert lc.compute("21 days", act="file", nature="ordinary", **FRCP).due == plain.due
