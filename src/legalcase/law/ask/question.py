"""Question: what is asked of a law from any anchor, all that was given checked."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve

from legalcase.counting.engine.inputs import Inputs
from legalcase.dates import as_date
from legalcase.errors import ConflictingInputError
from legalcase.law.ask.resolving.resolve import asked_for
from legalcase.law.ask.used import fact_meant
from legalcase.law.book.named import as_known
from legalcase.law.book.vocabulary import check_word, folded
from legalcase.law.call.call import Call
from legalcase.law.call.days_given import dates, ranges, time_given
from legalcase.law.call.door import (
    check_names,
    chosen_readings,
    court_given,
    given_facts,
    plain_text,
)
from legalcase.law.call.open_questions import SERVICE
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.courts.bench import Court
    from legalcase.law.ask.kept.calls import Names
    from legalcase.law.book.book import Book
    from legalcase.law.call.asked import Asked

__all__ = ["Question", "question_of"]

_NO_ANSWERS: Final[Mapping[str, str]] = MappingProxyType({})


@define(kw_only=True, eq=False)
class Question:
    """What is asked of a law: of which period, counted which way, with what given."""

    law: Book
    period: object
    direction: str
    under: str | None
    court: Court | None
    calendar: str | CourtCalendar | None
    given: Inputs

    def asked_from(
        self, moment: object, answers: Mapping[str, str] = _NO_ANSWERS
    ) -> Asked:
        """Return what is asked from an anchor, with answers to what was left open."""
        given = self.given
        service = answers.get(SERVICE)
        if service:
            given = evolve(given, service=service)
        call = Call(
            law=self.law,
            court=self.court,
            calendar=self.calendar,
            given=given,
            answers=answers,
        )
        return asked_for(call, self.period, self.direction, moment, self.under)


def question_of(  # noqa: PLR0913 - what `compute` takes besides
    law: Book,
    names: Names,
    *,
    as_of: object,
    legal_holidays: object,
    inaccessible: object,
    suspensions: object,
    added: object,
    readings: object,
    facts: object,
) -> Question:
    """Return what was asked; raises an error for whatever is given and can be none.

    `names` are the period, the direction, and what is given by name, in the order in
    which `compute` has them.
    """
    named: tuple[Any, ...] = names[:12]
    period, direction, under, court, forum, calendar, *words = named
    period, under, court, forum, calendar = plain_text(
        period, under, court, forum, calendar
    )
    service, service_extension, act, nature, paper, local_rules = plain_text(*words)
    check_names(
        under=under,
        forum=forum,
        service=service,
        service_extension=service_extension,
        act=act,
        nature=nature,
        paper=paper,
        local_rules=local_rules,
        calendar=calendar if isinstance(calendar, str) else None,
    )
    forum = as_known(law, "jurisdiction", forum)
    if isinstance(calendar, str):
        calendar = as_known(law, "calendar", calendar)
    act = check_word(law, "act", act)
    nature = check_word(law, "nature", nature)
    paper = check_word(law, "paper", paper)
    told = tuple(
        sorted(
            (fact_meant(law, period, w), folded(answer))
            for w, answer in given_facts(facts)
        )
    )
    bench = court_given(law, court)
    given = Inputs(
        period=None,
        rule="",
        direction=direction,
        trigger=None,
        forum=forum,
        service=service,
        service_extension=service_extension,
        act=act,
        nature=nature,
        paper=paper,
        as_of=None if as_of is None else as_date(as_of, "as_of"),
        legal_holidays=dates(legal_holidays, "legal_holidays"),
        inaccessible=dates(inaccessible, "inaccessible"),
        suspensions=ranges(suspensions),
        added=time_given(added),
        readings=chosen_readings(readings),
        local_rules=_local_rules(local_rules),
        facts=told,
    )
    return Question(
        law=law,
        period=period,
        direction=direction,
        under=under,
        court=bench,
        calendar=calendar,
        given=given,
    )


def _local_rules(value: str | None) -> str | None:
    if value not in {None, "none"}:
        msg = (
            f"local_rules={shown(value)} is not known. Leave it out to use the local "
            "rules of the court where they are entered, or pass 'none'."
        )
        raise ConflictingInputError(msg, field="local_rules", value=value)
    return value
