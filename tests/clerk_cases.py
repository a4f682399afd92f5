"""What a docketing clerk records, in one line each, and days counted by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import legalcase as lc
import legalcase.model as m
from legalcase.kernel import Draft, Ref
from legalcase.law.lawbook import Law

__all__ = [
    "BY",
    "LAW",
    "Row",
    "back",
    "case",
    "court_days_back",
    "d",
    "due",
    "filed",
    "hearing",
    "judged",
    "mail",
    "ordered",
    "record",
    "rows",
    "served",
    "set_all",
]

LAW = Law.bundled()
BY: dict[str, Any] = {"by": "clerk", "at": datetime(2026, 11, 1, 17, tzinfo=UTC)}
#: Rule, who owes it, day, state.
Row = tuple[str, str, str, str]

#: Legal holidays of 2026 on weekdays: of the nation, and those of California besides.
#: (12 October is none for the courts of California: no count here crosses it there.)
NATION = {
    *("01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12"),
    *("11-11", "11-26", "12-25"),
}
CALIFORNIA = {"03-31", "09-25", "11-27"}


def d(said: str) -> date:
    """A day of 2026 as month and day, or a whole date."""
    return date.fromisoformat(said if len(said) > 5 else f"2026-{said}")


def _is_open(day: date) -> bool:
    said = f"{day:%m-%d}"
    return day.weekday() < 5 and said not in NATION | CALIFORNIA


def due(start: str | date, days: int) -> date:
    """So many days on, then the next day that is open."""
    day = (d(start) if isinstance(start, str) else start) + timedelta(days=days)
    while not _is_open(day):
        day += timedelta(days=1)
    return day


def mail(start: str, days: int) -> date:
    """The same where it was mailed: three days after it would otherwise expire."""
    return due(due(start, days), 3)


def back(start: str, days: int) -> date:
    """So many days before, then the day before that is open."""
    day = d(start) - timedelta(days=days)
    while not _is_open(day):
        day -= timedelta(days=1)
    return day


def court_days_back(start: str, days: int) -> date:
    """So many days before on which the court is open."""
    day = d(start)
    while days:
        day -= timedelta(days=1)
        days -= _is_open(day)
    return day


def _words(given: str) -> tuple[str, ...]:
    return tuple(given.split())


def case(
    court: str | None = "us/cand",
    *,
    proceeding: str | None = "civil",
    client: str = "acme",
    parties: str = "roe:plaintiff acme:defendant doe:defendant",
) -> Any:
    """A case with its parties, from 5 March on."""
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court=court,
        number="1",
        proceeding=proceeding,
        happened_on=d("03-05"),
    )
    file = m.CaseFile.open(opened, case_id="roe", law=LAW, **BY)
    pairs = [one.split(":") for one in parties.split()]
    return record(
        file,
        *(
            m.PartyJoined(
                party_id=name,
                name=name.capitalize(),
                roles=(role,),
                is_client=name in client.split(),
                happened_on=d("03-05"),
            )
            for name, role in pairs
        ),
    )


def _fields(day: str, triggers: str, about: str, **more: Any) -> dict[str, Any]:
    return {
        "title": "A paper",
        "triggers": _words(triggers),
        "about": tuple(
            Ref(*name.split(":")) if ":" in name else Ref("event", name)
            for name in _words(about)
        ),
        "happened_on": d(day),
        **more,
    }


def served(
    name: str,
    triggers: str,
    day: str,
    by: str = "roe",
    on: str = "acme",
    how: str | None = "electronic",
    about: str = "",
) -> Draft:
    """Something was served by some on others."""
    more = {"by": _words(by), "on": _words(on), "method": how}
    return Draft(m.Served(**_fields(day, triggers, about, **more)), event_id=name)


def filed(name: str, triggers: str, day: str, by: str = "", about: str = "") -> Draft:
    """Something was filed."""
    of = m.Filed(**_fields(day, triggers, about, by=_words(by)))
    return Draft(of, event_id=name)


def ordered(name: str, triggers: str, day: str, about: str = "") -> Draft:
    """An order was entered."""
    return Draft(m.OrderEntered(**_fields(day, triggers, about)), event_id=name)


def judged(name: str, day: str, of: str = "") -> Draft:
    """Judgment was entered."""
    given = _fields(day, "judgment-entered", "", of=_words(of))
    return Draft(m.JudgmentEntered(**given), event_id=name)


def hearing(
    name: str, at: str, triggers: str = "hearing", about: str = ""
) -> m.HearingSet:
    """A hearing was set on 6 March."""
    given = _fields("03-06", triggers, about)
    return m.HearingSet(
        hearing_id=name,
        hearing_at=datetime.combine(d(at), time(17), tzinfo=UTC),
        **given,
    )


def record(file: Any, *events: Any) -> Any:
    """The file with these lines."""
    return file.record(*events, law=LAW, **BY)


def set_all(file: Any, *, for_: Any = None, law: Law = LAW) -> Any:
    """The file with all that is new recorded."""
    found = lc.schedule(file, law, for_=for_).new
    return record(file, *found.events(on=d("10-01")))


def rows(
    file: Any, *rules: str, for_: Any = None, law: Law = LAW, **more: Any
) -> set[Row]:
    """What is scheduled: of all rules, or of some by the end of their ids."""
    found = lc.schedule(file, law, for_=for_, **more)
    every = [
        (row.rule, " ".join(row.owed_by), str(row.shown), row.state)
        for row in (*found.rows, *found.others)
        if not rules or row.rule.endswith(rules)
    ]
    assert len(every) == len(set(every)), "something is there twice"
    return set(every)
