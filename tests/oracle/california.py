"""California periods: CCP 12 to 12c, 17, 437c, 1005, 1010.6, 1013, 2016.060.

Readings: `roll-first` (roll the raw end before the days of service are added),
`leave` (a backward count that ends on an off day stays there: 12c has no roll),
`closer` and `earlier` (it moves toward the event, or away from it) and
`calendar-first` (before 2011: the days of service first, then those of the notice).
Two at once are joined by a plus sign.
"""

from __future__ import annotations

from datetime import date

from oracle import holidays_us
from oracle.question import (
    DAY,
    OutOfScopeError,
    Question,
    count_days,
    is_weekend,
    plain_end,
    roll,
)

# method -> (days, whether they are court days)
_MAIL = {
    "mail": (5, False),
    "mail-out-of-state": (10, False),
    "mail-abroad": (20, False),
    "electronic": (2, True),  # 1010.6(a)(3)(B)
    "email": (2, True),
    "personal": (0, False),
}
# Served on a noncourt day, by electronic means: on the next court day (1010.6(a)(5)).
NONCOURT_DAYS_SINCE = date(2018, 1, 1)
# Post to the address confidentiality program: twelve calendar days in 1005(b) and
# 1013(a). 437c(a)(2) does not name it; its address is in California: five.
SAFE_AT_HOME = "mail-to-safe-at-home"
TABLES: dict[str, dict[str, tuple[int, bool]]] = {
    "1013": {
        **_MAIL,
        "overnight": (2, True),
        "fax": (2, True),
        SAFE_AT_HOME: (12, False),
    },
    "1005(b)": {
        **_MAIL,
        "overnight": (2, False),
        "fax": (2, False),
        SAFE_AT_HOME: (12, False),
    },
    "437c": {
        **_MAIL,
        "overnight": (2, True),
        "fax": (2, True),
        SAFE_AT_HOME: (5, False),
    },
}
# Stats. 2022, ch. 686: since this day; before it, it is out of scope here.
SAFE_AT_HOME_SINCE = date(2023, 1, 1)
# Section 1010.6 was added by Stats. 1999, ch. 514. Since when express mail and fax have
# had their days was not read: before that date they are out of scope here.
OTHER_MEANS_SINCE = date(2000, 1, 1)
OTHER_MEANS = ("overnight", "fax", "electronic")
SUBSTITUTED_SERVICE_COMPLETE = 10  # CCP 415.20: on the tenth day after the mailing


def _closed(question: Question, day: date) -> bool:
    """Whether it is a Saturday, a Sunday or a judicial holiday (CCP 10, 12a, 135)."""
    return (
        is_weekend(day)
        or day in question.extra_holidays
        or holidays_us.california_court(day) is not None
    )


def _addition(question: Question) -> tuple[int, bool]:
    """Find what the manner of service adds: how many days, and of which kind."""
    if question.service is None:
        return (0, False)
    if question.service == SAFE_AT_HOME and _text_of(question) < SAFE_AT_HOME_SINCE:
        message = "what is mailed to the program had no days of its own then"
        raise OutOfScopeError(message)
    if question.table == "none":
        return (0, False)
    table = _table(question)
    if question.service not in TABLES[table]:
        message = f"CCP {table} does not name service by {question.service}"
        raise OutOfScopeError(message)
    return TABLES[table][question.service]


def methods(question: Question) -> tuple[str, ...]:
    """List the manners of service of the section that adds, as it stood."""
    if question.table == "none":
        return ()
    day = _text_of(question)
    named = TABLES[_table(question)].keys() - {"email"}  # electronic service too
    unknown = {
        *(OTHER_MEANS if day < OTHER_MEANS_SINCE else ()),
        *((SAFE_AT_HOME,) if day < SAFE_AT_HOME_SINCE else ()),
    }
    return tuple(sorted(named - unknown))


def _text_of(question: Question) -> date:
    """Give the day whose text applies."""
    return question.as_of or question.start


def _table(question: Question) -> str:
    """Name the section that adds: 1005(b) to the papers of a motion, else 1013."""
    is_motion = question.system == "us-ca" and not question.forward
    return question.table or ("1005(b)" if is_motion else "1013")


def _served(question: Question) -> date:
    """Find the day on which a paper counts as served."""
    reaches = question.forward and _table(question) == "1013"
    since = (question.as_of or question.start) >= NONCOURT_DAYS_SINCE
    if question.service == "electronic" and reaches and since:
        return roll(question.start, lambda day: _closed(question, day), 1)
    return question.start


def _raw_end(question: Question, start: date) -> date:
    """Count the period itself from a day, in court days or in calendar units."""

    def closed(day: date) -> bool:
        return _closed(question, day)

    if question.unit == "court days":
        return count_days(start, question.period_number, question.sign, closed)
    moved = Question(
        system=question.system,
        period_number=question.period_number,
        unit=question.unit,
        direction=question.direction,
        trigger=start,
    )
    return plain_end(moved)


def service_complete(mailed: date) -> date:
    """Find when substituted service is complete (CCP 415.20): no roll of its own."""
    return count_days(mailed, SUBSTITUTED_SERVICE_COMPLETE, 1)


def answer(question: Question, reading: str | None = None) -> date:
    """Count, add the days of service in the same direction, then roll once."""

    def closed(day: date) -> bool:
        return _closed(question, day)

    number, are_court_days = _addition(question)
    sign = question.sign
    skipped = closed if are_court_days else None
    # CCP 2016.060: "the next court day closer to the trial date"; elsewhere the text
    # is silent, and the earlier day is the one nobody can call late.
    chosen = set((reading or "").split("+"))
    toward = question.forward or question.system == "us-ca/discovery"
    if chosen & {"closer", "earlier"}:
        toward = "closer" in chosen
    step = 1 if toward else -1
    if "calendar-first" in chosen:
        end = _raw_end(question, count_days(question.start, number, sign, skipped))
    else:
        end = _raw_end(question, _served(question))
        if "roll-first" in chosen:
            end = roll(end, closed, step)
        end = count_days(end, number, sign, skipped)
    if "leave" in chosen:
        return end
    end = roll(end, closed, step)
    while question.forward and end in question.inaccessible:
        end = roll(end + DAY, closed, 1)  # CCP 12b: as if it were a holiday
    return end
