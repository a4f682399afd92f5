"""Small calendars and rules, made where a test needs one setting and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from legalcase.authority import Authority
from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.counting.engine.count import Count
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.run import run
from legalcase.counting.rules.venue import Venue
from legalcase.dates import Period
from legalcase.law.build.calendar_days import build_calendar
from legalcase.law.build.counting_rule import build_rule

if TYPE_CHECKING:
    from datetime import datetime

    from legalcase.counting.engine.steps import Outcome
    from legalcase.counting.rules.counting_rule import Choices, CountingRule

#: Inputs that a count reads as they were given.
_GIVEN = ("paper", "service", "as_of", "suspensions", "added")
READ = {"how": "text"}
ORDER = Authority(cite="Order 1")
#: What every rule here says unless a test says otherwise: it rolls to open days.
PLAIN: dict[str, Any] = {
    "from": date(2000, 1, 1),
    "trigger_day": {"is": "excluded", "cite": "1"},
    "days": {"after": "every day", "before": "every day", "cite": "2"},
    "court_days": {"closed": {"court": ["legal-holiday"]}, "cite": "3"},
    "months": {"end": "corresponding day, else last", "cite": "4"},
    "roll": {
        "after": {
            "to": "next open day",
            "closed": {"court": ["legal-holiday"]},
            "cite": "5",
        },
        "before": {
            "to": "previous open day",
            "closed": {"court": ["legal-holiday"]},
            "cite": "6",
        },
    },
}


def calendar(*, base: CourtCalendar | None = None, **tables: Any) -> CourtCalendar:
    """A calendar from the tables of its file; 2020 to 2030 unless told otherwise."""
    sorts = ("holiday", "closure", "opening", "dispute", "example")
    lists = {key: tables.pop(key, []) for key in sorts}
    head = {
        "id": "xx",
        "name": "Holidays of Atlantis",
        "horizon": {"from": date(2020, 1, 1), "through": date(2030, 12, 31)},
        "cite": "Holidays Act",
        "verified": READ,
        "closed_by": ["legal-holiday"],
        **tables,
    }
    edition = repr((head, lists))
    under = None if base is None else base.definition
    return CourtCalendar(
        definition=build_calendar({"calendar": head, **lists}, edition, under)
    )


def holiday(falls: str, **tables: Any) -> dict[str, Any]:
    """A holiday by the words of when it falls, which are its id and name too."""
    return {"id": falls.replace(" ", "-"), "name": falls.title(), "falls": falls} | (
        tables
    )


#: May Day and Christmas, both on a Friday in 2026.
ATLANTIS = calendar(holiday=[holiday("may 1"), holiday("december 25")])


def rule(
    *later: dict[str, Any],
    remove: tuple[str, ...] = (),
    dispute: tuple[dict[str, Any], ...] = (),
    default_act: str | None = None,
    through: date | None = None,
    zone: str | None = None,
    **tables: Any,
) -> CountingRule:
    """A counting rule: the plain one with some tables replaced, and later versions."""
    first = {**PLAIN, **tables}
    for key in remove:
        del first[key]
    head: dict[str, Any] = {
        "id": "xx/cp",
        "name": "Code of Procedure of Atlantis",
        "cite_prefix": "C.P. ",
        "default_calendar": "xx",
        "verified": READ,
    }
    given = {"default_act": default_act, "through": through, "zone": zone}
    head |= {key: value for key, value in given.items() if value is not None}
    raw = {"rule": head, "version": [first, *later], "dispute": list(dispute)}
    return build_rule(raw, repr(raw), None)


def rolls(
    after: str = "next open day",
    before: str = "previous open day",
    **more: Any,
) -> dict[str, Any]:
    """The table `roll`: where both directions go, and what else both say."""
    closed = {"closed": {"court": ["legal-holiday"]}, "cite": "5"} | more
    return {"after": {"to": after, **closed}, "before": {"to": before, **closed}}


def court(used: CourtCalendar = ATLANTIS, **more: Any) -> Venue:
    """A venue with that calendar in the role of the court."""
    return Venue(calendars=(("court", used),), **more)


def question(
    used: CountingRule,
    period: str,
    day: date | datetime,
    *,
    before: bool = False,
    at: Venue | None = None,
    **more: Any,
) -> Count:
    """A question under a small rule, at a small court."""
    given = Inputs(
        period=Period.parse(period),
        rule=used.id,
        direction="before" if before else "after",
        trigger=day,
        act=more.get("act"),
        nature=more.get("nature"),
        **{name: more.pop(name) for name in _GIVEN if name in more},
    )
    return Count(
        given=given,
        period=Period.parse(period),
        sign=-1 if before else 1,
        rule=used,
        version=used.version_on(date(day.year, day.month, day.day)),
        venue=court() if at is None else at,
        **more,
    )


def outcome(
    used: CountingRule,
    period: str,
    day: date | datetime,
    *,
    before: bool = False,
    at: Venue | None = None,
    choices: Choices = frozenset(),
    **more: Any,
) -> Outcome:
    """What that question gives."""
    asked = question(used, period, day, before=before, at=at, **more)
    return run(asked, day, choices)


def told(found: Outcome) -> list[tuple[str, str, str]]:
    """The steps of a count as (code, day reached, citation)."""
    return [(code, str(end), clause) for code, _, end, clause, _ in found.steps]


def names(found: Outcome, code: str) -> list[str]:
    """The days that the steps of that code passed over, by name."""
    return [name for step in found.steps if step[0] == code for _, name in step[4]]
