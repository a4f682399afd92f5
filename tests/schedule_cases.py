"""Cases of the tests: a federal civil case, step by step."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import legalcase.model as m
from legalcase.kernel import Draft, Event, Ref
from legalcase.law.lawbook import Law
from legalcase.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AT",
    "BY",
    "LAW",
    "REQUESTS",
    "due_after_service",
    "event",
    "filed",
    "opened",
    "party",
    "ref",
    "served",
]

LAW = Law.bundled()
#: A paper that is all three sorts of request, in the words of the law.
REQUESTS = (
    "interrogatories-served requests-for-production-served "
    "requests-for-admission-served"
)
AT = datetime(2026, 9, 1, 17, tzinfo=UTC)
BY: dict[str, Any] = {"by": "clerk", "at": AT}
FILED_ON = date(2026, 3, 5)


def ref(name: str) -> Ref:
    """Refer to an event by the id that a test gave it."""
    return Ref("event", name)


def event(name: str, of: Event) -> Draft:
    """An event under an id."""
    return Draft(of, event_id=name)


def party(name: str, *roles: str, is_client: bool = False) -> m.PartyJoined:
    """Somebody who takes part from the first day on."""
    return m.PartyJoined(
        party_id=name,
        name=name.capitalize(),
        roles=roles,
        is_client=is_client,
        happened_on=FILED_ON,
    )


def opened(court: str | None = "us/cand", proceeding: str | None = "civil") -> Any:
    """A case of Roe against Acme, our client, and Doe."""
    case = m.CaseOpened(
        caption="Roe v. Acme",
        court=court,
        number="1",
        proceeding=proceeding,
        happened_on=FILED_ON,
    )
    file = m.CaseFile.open(case, case_id="roe", law=LAW, **BY)
    return file.record(
        party("roe", "plaintiff"),
        party("acme", "defendant", is_client=True),
        party("doe", "defendant"),
        law=LAW,
        **BY,
    )


def filed(name: str, word: str, by: str, on: date, about: Iterable[str] = ()) -> Draft:
    """A filing under one trigger word."""
    return event(
        name,
        m.Filed(
            title=name,
            triggers=(word,),
            by=(by,),
            about=tuple(map(ref, about)),
            happened_on=on,
        ),
    )


def served(
    name: str,
    word: str,
    by: str,
    on: Iterable[str],
    day: date,
    method: str | None = "personal",
    about: Iterable[str] = (),
) -> Draft:
    """A service under a trigger word, or several with blanks between."""
    return event(
        name,
        m.Served(
            title=name,
            triggers=tuple(word.split()),
            method=method,
            by=(by,),
            on=tuple(on),
            about=tuple(map(ref, about)),
            happened_on=day,
        ),
    )


def due_after_service(
    court: str, trigger: str, day: date, *, proceeding: str = "civil"
) -> dict[str, date | None]:
    """What is due for Acme, the defendant, after service on it, by deadline."""
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court=court,
        number="1",
        proceeding=proceeding,
        happened_on=day,
    )
    file = m.CaseFile.open(opened, case_id="roe", law=LAW, **BY).record(
        party("roe", "plaintiff"),
        party("acme", "defendant", is_client=True),
        served("s", trigger, "roe", ["acme"], day),
        law=LAW,
        **BY,
    )
    return {str(row.rule): row.shown for row in schedule(file, LAW).rows}
