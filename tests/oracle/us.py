"""Federal periods: Fed. R. Civ. P. 6, Fed. R. App. P. 26, Fed. R. Crim. P. 45.

In their versions, of criminal cases only since 2009. The version is that of the
trigger's day, unless `as_of` says otherwise. Readings: `add-first` (the three days on
the raw end, while the text allowed it), `executive-closings` (they are holidays under
6(a)(6)(B)), and `no-roll` (an order that may not outlive its days).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from oracle import holidays_us
from oracle.question import (
    DAY,
    Closed,
    OutOfScopeError,
    Question,
    count_days,
    is_weekend,
    plain_end,
    roll,
)

DAYS_ARE_DAYS = date(2009, 12, 1)
ELEVEN_DAYS_CIVIL = date(1985, 8, 1)
ELEVEN_DAYS_APPEALS = date(2002, 12, 1)
# "After the period would otherwise expire": committee notes of 2005 and 2009.
ROLL_FIRST = {
    "us/frcp": date(2005, 12, 1),
    "us/frap": date(2009, 12, 1),
    "us/frcrp": DAYS_ARE_DAYS,
}
NO_DAYS_FOR_E_SERVICE = date(2016, 12, 1)
E_SERVICE_BEGAN = {
    "us/frcp": date(2001, 12, 1),
    "us/frap": date(2002, 12, 1),
    "us/frcrp": DAYS_ARE_DAYS,
}
# Former 6(e) and 26(c) lengthened time after service by mail alone; the other manners
# came with the amendments of 2001 (civil) and 1996 (appellate: by carrier).
OTHER_MANNERS_BEGAN = {
    "us/frcp": date(2001, 12, 1),
    "us/frap": date(1996, 12, 1),
    "us/frcrp": DAYS_ARE_DAYS,
}
THREE_MORE = {
    "us/frcp": {"mail", "clerk", "other-means-consented-to"},  # 5(b)(2)(C), (D), (F)
    "us/frcrp": {"mail", "clerk", "other-means-consented-to"},  # 49(a)(4)(C)-(E)
    "us/frap": {"mail", "overnight", "other-means-consented-to"},  # not delivered
}
NONE_MORE = {"personal", "substituted", "waiver"}


def _version(question: Question) -> date:
    """Find the day whose text applies, and refuse what came before the first."""
    day = question.as_of or question.start
    began = DAYS_ARE_DAYS if question.system == "us/frcrp" else ELEVEN_DAYS_CIVIL
    if day < began:
        message = f"the text in force on {day} is out of scope"
        raise OutOfScopeError(message)
    return day


def _states(question: Question) -> tuple[str, ...]:
    """List the states whose holidays count: the district's, the circuit clerk's."""
    if question.forum is None:
        return ()
    if isinstance(question.forum, str):
        return (question.forum,)
    return question.forum


def _closed(question: Question, reading: str | None) -> Closed:
    """Build the test of 6(a)(1)(C): Saturday, Sunday or legal holiday.

    Since 2009 a state's holiday counts only where the period is measured after an
    event (6(a)(6)(C)); the former text drew no such line.
    """
    with_states = question.forward or _version(question) < DAYS_ARE_DAYS

    def closed(day: date) -> bool:
        if is_weekend(day) or day in question.extra_holidays:
            return True
        federal = holidays_us.federal(day) is not None
        if reading == "executive-closings" and day in holidays_us.EXECUTIVE_CLOSINGS:
            federal = True
        return federal or (
            with_states
            and any(holidays_us.state(code, day) for code in _states(question))
        )

    return closed


def _threshold(question: Question) -> int:
    """Find below how many days intermediate off days were excluded; 0 for never."""
    version = _version(question)
    if version >= DAYS_ARE_DAYS:
        return 0
    if question.system == "us/frap" and version < ELEVEN_DAYS_APPEALS:
        return 7
    return 11


def _added_days(question: Question) -> int:
    """Find the days that service adds (6(d), former 6(e); FRAP 26(c))."""
    if question.service is None or not question.forward:
        return 0  # "after being served": a period that runs backward is not one
    if question.service in THREE_MORE[question.system]:
        began = OTHER_MANNERS_BEGAN[question.system]
        if question.service != "mail" and _version(question) < began:
            message = f"no days for service by {question.service} before {began}"
            raise OutOfScopeError(message)
        return 3
    if question.service == "electronic":
        version = _version(question)
        if version < E_SERVICE_BEGAN[question.system]:
            message = f"no service by electronic means on {version}"
            raise OutOfScopeError(message)
        return 3 if version < NO_DAYS_FOR_E_SERVICE else 0
    if question.service in NONE_MORE:
        return 0
    message = f"{question.system} does not name service by {question.service}"
    raise OutOfScopeError(message)


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service named by Rule 5(b), FRAP 25(c), as they stood."""
    if not question.forward:
        return ()  # no manner lengthens what is not measured after service
    system, version = question.system, _version(question)
    named = {"mail", "personal"}
    if version >= E_SERVICE_BEGAN[system]:
        named.add("electronic")
    if version >= OTHER_MANNERS_BEGAN[system]:
        named |= THREE_MORE[system]
    if version < E_SERVICE_BEGAN[system] or system == "us/frap":
        # FRAP 25(c) names no means but electronic ones that a party consents to.
        named.discard("other-means-consented-to")
    return tuple(sorted(named))


def _accessible(question: Question, end: date, closed: Closed) -> date:
    """Extend to the first accessible open day, always forward (6(a)(3)(A))."""
    if question.act not in {None, "file"}:
        return end
    while end in question.inaccessible:
        end = roll(end + DAY, closed, 1)
    return end


def hours(question: Question, reading: str | None = None) -> datetime:
    """Count every hour from the instant; off day: same time, next one (6(a)(2))."""
    if not isinstance(question.trigger, datetime) or question.trigger.tzinfo is None:
        message = "hours need an instant with its zone"
        raise OutOfScopeError(message)
    if _version(question) < DAYS_ARE_DAYS:
        message = "the former text says nothing of hours"
        raise OutOfScopeError(message)
    moment = question.trigger.astimezone(UTC)
    for _ in range(question.period_number):
        moment += question.sign * timedelta(hours=1)
    local = moment.astimezone(question.trigger.tzinfo)
    closed = _closed(question, reading)
    day = roll(local.date(), closed, question.sign)
    day = _accessible(question, day, closed)
    return (
        local
        if day == local.date()
        else local.replace(year=day.year, month=day.month, day=day.day)
    )


def answer(question: Question, reading: str | None = None) -> date:
    """Count, roll, add the days of service, roll again, then find the clerk open."""
    if question.unit == "hours":
        return hours(question, reading)
    closed = _closed(question, reading)
    length = question.period_number * (7 if question.unit == "weeks" else 1)
    is_short = question.unit in {"days", "weeks"} and length < _threshold(question)
    end = plain_end(question, closed if is_short else None)
    if reading == "no-roll":
        return end
    added = _added_days(question)
    may_add_first = _version(question) < ROLL_FIRST[question.system]
    if not (added and reading == "add-first" and may_add_first):
        end = roll(end, closed, question.sign)
    end = roll(count_days(end, added, 1), closed, question.sign)
    return _accessible(question, end, closed)
