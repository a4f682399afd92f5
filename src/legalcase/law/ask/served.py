"""From a step of service to a computation: `served_on`."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Never

from legalcase.counting.engine.inputs import Inputs
from legalcase.dates import as_date
from legalcase.errors import MissingInputError
from legalcase.law.answer.evaluate import evaluate
from legalcase.law.ask.kept.calls import days_of, kept_calls_of
from legalcase.law.ask.positions import refuse_positions
from legalcase.law.ask.resolving.resolve import asked_of_service
from legalcase.law.ask.used import check_used
from legalcase.law.book.named import as_known
from legalcase.law.book.vocabulary import check_word
from legalcase.law.call.call import Call
from legalcase.law.call.days_given import dates
from legalcase.law.call.door import (
    check_names,
    chosen_readings,
    court_given,
    plain_text,
    read_anchor,
    zone_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.counting.argument.computation import Computation
    from legalcase.courts.bench import Court
    from legalcase.law.ask.kept.calls import KeptCalls, Names
    from legalcase.law.book.book import Book
    from legalcase.law.call.asked import Asked
    from legalcase.law.call.door import Anchor

__all__ = ["served_on"]

#: What is given where a fact with several days is not.
_NOTHING: Final[tuple[()]] = ()
_NO_ANSWERS: Final[Mapping[str, str]] = MappingProxyType({})


def served_on(  # noqa: PLR0913 - the facts on which service can depend
    law: Book,
    on: Anchor,
    method: str,
    *by_position: Never,
    under: str | None = None,
    paper: str | None = None,
    court: str | Court | None = None,
    calendar: str | CourtCalendar | None = None,
    as_of: date | None = None,
    legal_holidays: Iterable[date] = _NOTHING,
    readings: Mapping[str, str] | None = None,
) -> Computation:
    """Compute when service is complete, or deemed to be: a trigger for `compute`.

    `on` is the date of the step of service (posting, delivery, transmission), or an
    aware datetime where its hour decides; `method` a method of service; `paper` the
    class of paper where the rule distinguishes (``"claim-form"`` under CPR 6.14; any
    other document, CPR 6.26, is assumed). Raises as `compute` does.
    """
    if by_position:
        refuse_positions(by_position, "served_on", "under", "paper", "court")
    closed = None if legal_holidays is _NOTHING else days_of(legal_holidays)
    names = ("served", method, under, paper, court, calendar, closed)
    # As with `compute`: the same is likely to be asked of another date.
    calls = None
    is_plain = as_of is None and readings is None
    is_plain &= closed is not None or legal_holidays is _NOTHING
    if is_plain and on.__class__ is date:
        calls = kept_calls_of(law)
        found = calls.answer(names, on)
        if found is not None:
            return found

    # Made elsewhere: what a function made here keeps would cost every call something.
    given = {
        "as_of": as_of,
        "legal_holidays": legal_holidays,
        "readings": readings,
    }
    return _asked_first(law, names, on, given, calls)


def _asked_first(
    law: Book,
    names: Names,
    on: Anchor,
    more: Mapping[str, Any],
    calls: KeptCalls | None,
) -> Computation:
    """Return the computation of what was not kept, and keep it where it can be."""
    named: tuple[Any, ...] = names[1:6]
    method, under, paper, court, calendar = plain_text(*named)
    check_names(under=under, method=method, paper=paper)
    bench = court_given(law, court)
    anchor = read_anchor(on, "on", zone_of(law, bench, under))
    _check_given(method)
    paper = check_word(law, "paper", paper)
    if isinstance(calendar, str):
        calendar = as_known(law, "calendar", calendar)
    as_of = more["as_of"]
    given = Inputs(
        period=None,
        rule="",
        direction="served",
        trigger=None,
        service=method,
        paper=paper,
        as_of=None if as_of is None else as_date(as_of, "as_of"),
        legal_holidays=dates(more["legal_holidays"], "legal_holidays"),
        readings=chosen_readings(more["readings"]),
    )

    def make(moment: Anchor, _: Mapping[str, str] = _NO_ANSWERS) -> Asked:
        call = Call(law=law, court=bench, calendar=calendar, given=given)
        return asked_of_service(call, moment, under)

    asked = make(anchor)
    computation = evaluate(asked)
    check_used(asked, computation)
    if calls is not None:
        calls.add(names, asked, make, anchor, computation)
    return computation


def _check_given(method: object) -> None:
    if method is None:
        msg = "Served how? No method was given: pass 'mail', say."
        raise MissingInputError(msg, field="method", value=None)
