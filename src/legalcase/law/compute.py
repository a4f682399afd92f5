"""From a call to a computation: `compute` and `served_on`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Never

from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.courts.bench import Court
from legalcase.dates import as_date
from legalcase.errors import ConflictingInputError, MissingInputError
from legalcase.law.evaluate import evaluate
from legalcase.law.plan import plan_for, plans_of
from legalcase.law.positions import refuse_positions
from legalcase.law.request import (
    Request,
    check_names,
    chosen_readings,
    dates,
    one_anchor,
    ranges,
    read_anchor,
)
from legalcase.law.resolve import task_for, task_of_service
from legalcase.law.vocabulary import check_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.counting.computation import Computation
    from legalcase.dates import DateRange, Period
    from legalcase.law.lawbook import Law
    from legalcase.law.plan import Plan
    from legalcase.law.request import Anchor
    from legalcase.law.task import Task

__all__ = ["compute", "served_on"]

#: What is given where a fact with several days is not.
_NOTHING: Final[tuple[()]] = ()


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
        # A deadline passed as a value may have been changed, and keep its edition.
        (id(period), period) if period.__class__ is DeadlineRule else period,
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
    )
    # A plain call from a plain date is likely to come again, from another date.
    can_plan = (
        anchor.__class__ is date
        and as_of is None
        and legal_holidays is _NOTHING
        and inaccessible is _NOTHING
        and suspensions is _NOTHING
        and readings is None
    )
    if can_plan:
        plan = _known_plan(law, names)
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
    )
    for sort, word in (("act", act), ("nature", nature), ("paper", paper)):
        check_word(law, sort, word)
    bench = _court(law, court)

    def make(given: object) -> Task:
        request = Request(
            law=law,
            court=bench,
            forum=forum,
            calendar=calendar,
            service=service,
            service_extension=service_extension,
            act=act,
            nature=nature,
            paper=paper,
            as_of=None if as_of is None else as_date(as_of, "as_of"),
            legal_holidays=dates(legal_holidays, "legal_holidays"),
            inaccessible=dates(inaccessible, "inaccessible"),
            suspensions=ranges(suspensions),
            readings=chosen_readings(readings),
            local_rules=_local_rules(local_rules),
        )
        return task_for(request, period, direction, given, under)

    task = make(anchor)
    computation = evaluate(task)
    if can_plan:
        plans_of(law)[names] = plan_for(task, make)
    return computation


def _known_plan(law: Law, names: tuple[object, ...]) -> Plan | None:
    """Return the plan of a call that was made before, if it has one."""
    try:
        return plans_of(law).get(names)
    except TypeError:
        # Something unhashable was passed where a name belongs: say so below.
        return None


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
    anchor = read_anchor(on, "on")
    check_names(under=under, method=method, paper=paper)
    _check_given(method)
    check_word(law, "paper", paper)
    request = Request(
        law=law,
        court=_court(law, court),
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
    return evaluate(task_of_service(request, anchor, under))


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
            f"local_rules={value!r} is not known. Leave it out to use the local rules "
            "of the court where they are entered, or pass 'none'."
        )
        raise ConflictingInputError(msg, field="local_rules", value=value)
    return value
