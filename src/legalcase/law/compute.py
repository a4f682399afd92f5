"""From a call to a computation: `compute` and `served_on`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Never

from legalcase.courts.bench import Court
from legalcase.dates import as_date
from legalcase.errors import ConflictingInputError, MissingInputError
from legalcase.law.evaluate import evaluate
from legalcase.law.named import as_known
from legalcase.law.open_questions import SERVICE
from legalcase.law.plan import plan_for, plans_of, with_open_questions
from legalcase.law.positions import refuse_positions
from legalcase.law.request import (
    Request,
    check_names,
    chosen_readings,
    dates,
    given_facts,
    one_anchor,
    ranges,
    read_anchor,
    zone_of,
)
from legalcase.law.resolve import task_for, task_of_service
from legalcase.law.used import check_used
from legalcase.law.vocabulary import check_word, folded
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.counting.computation import Computation
    from legalcase.dates import DateRange, Period
    from legalcase.law.lawbook import Law
    from legalcase.law.request import Anchor
    from legalcase.law.task import Task

__all__ = ["compute", "served_on"]

#: What is given where a fact with several days is not.
_NOTHING: Final[tuple[()]] = ()
_NO_ANSWERS: Final[Mapping[str, str]] = MappingProxyType({})


def compute(  # noqa: D417, PLR0913 - asked of a law; the facts on which a deadline can depend
    law: Law,
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
    readings: Mapping[str, str] | None = None,
    local_rules: str | None = None,
    facts: Mapping[str, str] | None = None,
) -> Computation:
    """Compute when something is due, with every step and its authority.

    Args:
        period: ``"21 days"``, ``"16 court days"``, ``"3 clear days"``, a `Period`, or
            a deadline: its id (anything with ``/``) or a `DeadlineRule`.
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
    direction, anchor = one_anchor(after, before, extending)
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
    )
    # A plain call from a plain date is likely to come again, from another date.
    plans = None
    if (
        anchor.__class__ is date
        and as_of is None
        and legal_holidays is _NOTHING
        and inaccessible is _NOTHING
        and suspensions is _NOTHING
        and readings is None
    ):
        plans = plans_of(law)
        plan = plans.known(names)
        if plan is not None:
            return plan.answer(anchor)

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
            (str(check_word(law, "fact", w)), folded(answer))
            for w, answer in given_facts(facts)
        )
    )
    bench = _court(law, court)
    # What is asked again for each answer tried is what was asked now: a list or a
    # mapping that the caller changes later, or an iterator at its end, is not.
    if isinstance(anchor, Mapping):
        anchor = dict(anchor)
    as_of = None if as_of is None else as_date(as_of, "as_of")
    days = dates(legal_holidays, "legal_holidays")
    shut = dates(inaccessible, "inaccessible")
    stopped = ranges(suspensions)
    chosen = chosen_readings(readings)
    local_rules = _local_rules(local_rules)

    def make(given: object, answers: Mapping[str, str] = _NO_ANSWERS) -> Task:
        request = Request(
            law=law,
            court=bench,
            forum=forum,
            calendar=calendar,
            service=answers.get(SERVICE) or service,
            service_extension=service_extension,
            act=act,
            nature=nature,
            paper=paper,
            as_of=as_of,
            legal_holidays=days,
            inaccessible=shut,
            suspensions=stopped,
            readings=chosen,
            local_rules=local_rules,
            facts=told,
            answers=answers,
        )
        return task_for(request, period, direction, given, under)

    task = make(anchor)
    computation = evaluate(task)
    check_used(task, computation)
    if plans is not None:
        plan = plan_for(task, make, anchor)
        if plan is not None:
            plans.keep(names, plan)
    if not task.request.asked:
        return computation
    return with_open_questions(task, computation, make, anchor)


def served_on(  # noqa: PLR0913 - the facts on which service can depend
    law: Law,
    on: Anchor,
    method: str,
    *by_position: Never,
    under: str | None = None,
    paper: str | None = None,
    court: str | Court | None = None,
    calendar: str | CourtCalendar | None = None,
    as_of: date | None = None,
    legal_holidays: Iterable[date] = (),
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
    check_names(under=under, method=method, paper=paper)
    bench = _court(law, court)
    anchor = read_anchor(on, "on", zone_of(law, bench, under))
    _check_given(method)
    paper = check_word(law, "paper", paper)
    if isinstance(calendar, str):
        calendar = as_known(law, "calendar", calendar)
    request = Request(
        law=law,
        court=bench,
        forum=None,
        calendar=calendar,
        service=method,
        service_extension=None,
        act=None,
        nature=None,
        paper=paper,
        as_of=None if as_of is None else as_date(as_of, "as_of"),
        legal_holidays=dates(legal_holidays, "legal_holidays"),
        inaccessible=(),
        suspensions=(),
        readings=chosen_readings(readings),
        local_rules=None,
    )
    task = task_of_service(request, anchor, under)
    computation = evaluate(task)
    check_used(task, computation)
    return computation


def _check_given(method: object) -> None:
    if method is None:
        msg = "Served how? No method was given: pass 'mail', say."
        raise MissingInputError(msg, field="method", value=None)


def _court(law: Law, court: object) -> Court | None:
    """Return a court that was given by name, or as the value."""
    if court is None or isinstance(court, Court):
        return court
    check_names(court=court)
    return law.court(str(court))


def _local_rules(value: str | None) -> str | None:
    if value not in {None, "none"}:
        msg = (
            f"local_rules={shown(value)} is not known. Leave it out to use the local "
            "rules of the court where they are entered, or pass 'none'."
        )
        raise ConflictingInputError(msg, field="local_rules", value=value)
    return value
