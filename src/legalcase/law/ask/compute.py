"""From a call to a computation: `compute`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, Never

from legalcase.law.answer.evaluate import evaluate
from legalcase.law.ask.kept.calls import (
    KeptCalls,
    days_of,
    kept_calls_of,
    words_of,
)
from legalcase.law.ask.positions import refuse_positions
from legalcase.law.ask.question import question_of
from legalcase.law.ask.used import check_used
from legalcase.law.call.door import given_facts, one_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.counting.argument.computation import Computation
    from legalcase.courts.bench import Court
    from legalcase.dates import DateRange, Period
    from legalcase.law.ask.kept.calls import Names
    from legalcase.law.ask.question import Question
    from legalcase.law.book.book import Book
    from legalcase.law.call.door import Anchor

__all__ = ["compute"]

#: What is given where a fact with several days is not.
_NOTHING: Final[tuple[()]] = ()


def compute(  # noqa: D417, PLR0913 - asked of a law; the facts on which a deadline can depend
    law: Book,
    period: str | Period | DeadlineRule,
    *by_position: Never,
    after: Anchor | Mapping[str, Anchor] | None = None,
    before: Anchor | Mapping[str, Anchor] | None = None,
    extending: Anchor | None = None,
    under: str | None = None,
    court: str | Court | None = None,
    forum: str | None = None,
    calendar: str | CourtCalendar | None = None,
    service: str | None = None,
    service_extension: str | None = None,
    act: str | None = None,
    nature: str | None = None,
    paper: str | None = None,
    as_of: date | None = None,
    legal_holidays: Iterable[date] = _NOTHING,
    inaccessible: Iterable[date] = _NOTHING,
    suspensions: Iterable[DateRange] = _NOTHING,
    added: int | str | Period | None = None,
    readings: Mapping[str, str] | None = None,
    local_rules: str | None = None,
    facts: Mapping[str, str] | None = None,
) -> Computation:
    """Compute when something is due, with every step and its authority.

    Args:
        period: ``"21 days"``, ``"16 court days"``, ``"3 clear days"``,
            ``"1 year and 90 days"``, a `Period`, or a deadline: its id (anything with
            ``/``) or a `DeadlineRule`.
        after: The trigger: a date, an aware datetime (needed for hours, and where a
            rule has a cut-off hour), a `Computation`, or for a deadline with several
            triggers a mapping from trigger word to one of these.
        before: The same, for a period that is counted back.
        extending: The end of the period that this one extends: its `Computation`, or
            its last day as counted.
        under: The counting rule, or a jurisdiction for its general one; a catalogued
            deadline brings its own.
        court: A court's id (or a bare one, ``"cand"``) or a `Court`.
        forum: The jurisdiction whose legal holidays count as those of the forum.
        calendar: The calendar of the court, if no court is given or another holds.
        service: The method by which the trigger was served.
        service_extension: The table of added days, or ``"none"``.
        act: What must be done: ``"file"``, ``"serve"`` ….
        nature: The nature of the period, where the law distinguishes.
        paper: The class of paper, where the law distinguishes.
        as_of: The date whose text applies, if not the trigger's.
        legal_holidays: More days that are legal holidays of the court.
        inaccessible: Days on which the clerk's office was inaccessible.
        suspensions: Ranges of days through which time did not run.
        added: Time that is added to the period for a reason that is not entered,
            such as kilometres or a late receipt: days, or ``"2 court days"``.
        readings: Answers chosen to disputed questions, by dispute.
        local_rules: ``"none"`` to leave the court's local rules aside.
        facts: Answers to what else decides, by word of the vocabulary:
            ``{"united-states-is-a-party": "yes"}``.

    A fact that decides and was not given is no error: there is a reading for each
    date to which it leads, and `.safe` is right under all of them.

    Returns:
        The computation: `.due`, `.safe`, `.steps`, `.readings`, `.explain()`.

    Raises:
        LegalCaseError: One of its kinds for every input that is refused; see
            `legalcase.errors`.
    """
    if by_position:
        refuse_positions(by_position, "compute", "after", "before", "extending")
    # A plain call from a plain date is likely to come again, from another date; so is
    # one from an instant, from another instant, and one from the days of events.
    direction, anchor, words = "after", after, None
    is_day = after.__class__ is date and before is None and extending is None
    if not is_day:
        direction, anchor = one_anchor(after, before, extending)
        is_day = anchor.__class__ is date
        words = None if is_day else words_of(anchor)
    closed = None if legal_holidays is _NOTHING else days_of(legal_holidays)
    names = (
        period,
        direction,
        under,
        court,
        forum,
        calendar,
        service,
        service_extension,
        act,
        nature,
        paper,
        local_rules,
        None if facts is None else repr(given_facts(facts)),
        words,
        closed,
    )
    calls = None
    if (
        (is_day or words is not None)
        and (closed is not None or legal_holidays is _NOTHING)
        and as_of is None
        and inaccessible is _NOTHING
        and suspensions is _NOTHING
        and readings is None
        and added is None
    ):
        calls = kept_calls_of(law)
        found = calls.answer(names, anchor)
        if found is not None:
            return found

    # Made elsewhere: what a function made here keeps would cost every call something.
    question = question_of(
        law,
        names,
        as_of=as_of,
        legal_holidays=legal_holidays,
        inaccessible=inaccessible,
        suspensions=suspensions,
        added=added,
        readings=readings,
        facts=facts,
    )
    return _asked_first(question, anchor, calls, names)


def _asked_first(
    question: Question, anchor: object, calls: KeptCalls | None, names: Names
) -> Computation:
    """Return the computation of what was not kept, and keep it where it can be."""
    # What is asked again for each answer tried is what was asked now: a list or a
    # mapping that the caller changes later, or an iterator at its end, is not.
    if isinstance(anchor, Mapping):
        anchor = dict(anchor)
    asked = question.asked_from(anchor)
    computation = evaluate(asked)
    check_used(asked, computation)
    make = question.asked_from
    if calls is not None:
        calls.add(names, asked, make, anchor, computation)
    left_open = asked.call.left_open
    if not left_open:
        return computation
    if calls is None:
        calls = KeptCalls()
    return calls.with_open(names, (computation, left_open), make, anchor)
