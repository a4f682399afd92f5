"""From a call to a computation: `compute` and `served_on`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.catalogue.terms import Term, Trigger
from legalcase.counting.computation import Computation
from legalcase.dates import Period, as_date
from legalcase.errors import (
    ConflictingInputError,
    ExtensionBarredError,
    InvalidPeriodError,
    InvalidTypeError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.law.evaluate import Task, evaluate
from legalcase.law.request import (
    Request,
    chosen_readings,
    dates,
    one_anchor,
    ranges,
    read_anchor,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.counting.rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.dates import DateRange
    from legalcase.law.lawbook import Law
    from legalcase.law.request import Anchor

__all__ = ["compute", "served_on"]


def compute(  # noqa: PLR0913 - the facts on which a deadline can depend
    law: Law,
    period: str | Period | DeadlineRule,
    *,
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
    legal_holidays: Iterable[date] = (),
    inaccessible: Iterable[date] = (),
    suspensions: Iterable[DateRange] = (),
    readings: Mapping[str, str] | None = None,
    local_rules: str | None = None,
) -> Computation:
    """Compute when something is due, with every step and its authority.

    Args:
        law: The law at hand.
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
    direction, anchor = one_anchor(after, before, extending)
    bench = law.court(court) if isinstance(court, str) else court
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
        legal_holidays=dates(legal_holidays, "legal_holidays")
        if legal_holidays
        else (),
        inaccessible=dates(inaccessible, "inaccessible") if inaccessible else (),
        suspensions=ranges(suspensions) if suspensions else (),
        readings=chosen_readings(readings),
        local_rules=_local_rules(local_rules),
    )
    deadline = _deadline(law, period)
    if deadline is not None:
        task = _catalogued(request, deadline, direction, anchor, under)
    else:
        task = _bare(request, _period(period), direction, anchor, under)
    return evaluate(task)


def served_on(  # noqa: PLR0913 - the facts on which service can depend
    law: Law,
    on: Anchor,
    method: str,
    *,
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
    anchor = read_anchor(on, "on")
    bench = law.court(court) if isinstance(court, str) else court
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
        legal_holidays=dates(legal_holidays, "legal_holidays")
        if legal_holidays
        else (),
        inaccessible=(),
        suspensions=(),
        readings=chosen_readings(readings),
        local_rules=None,
    )
    rule = _rule(law, bench, under)
    term = Term(form="period", period=Period(1, "day"), trigger=Trigger())
    task = Task(
        request=request, term=term, rule=rule, direction="served", anchors={"": anchor}
    )
    return evaluate(task)


def _local_rules(value: str | None) -> str | None:
    if value not in {None, "none"}:
        msg = (
            f"local_rules={value!r} is not known. Leave it out to use the local rules "
            "of the court where they are entered, or pass 'none'."
        )
        raise ConflictingInputError(msg, field="local_rules", value=value)
    return value


def _deadline(law: Law, period: object) -> DeadlineRule | None:
    if isinstance(period, DeadlineRule):
        return period
    if isinstance(period, str) and "/" in period:
        return law.deadline(period)
    return None


def _period(period: object) -> Period:
    if isinstance(period, Period):
        return period
    if isinstance(period, str):
        return Period.parse(period)
    if isinstance(period, int):
        msg = f"{period!r} has no unit. Write '{period} days', say."
        raise InvalidPeriodError(msg, field="period", value=period)
    msg = (
        f"A period is text, a Period or a deadline, not {type(period).__name__} "
        f"{period!r}. Write '21 days', say."
    )
    raise InvalidTypeError(msg, field="period", value=period)


def _rule(law: Law, court: Court | None, under: str | None) -> CountingRule:
    if under is not None:
        rule = law.counting_rule(under)
    elif court is not None:
        rule = law.counting_rule(court.counting[0])
    else:
        msg = (
            "Under which rule? A bare period needs under= (a counting rule such as "
            "'us/frcp', or a jurisdiction) or court=."
        )
        raise MissingInputError(msg, field="under", value=None)
    if court is not None and _country(rule.id) != _country(court.id):
        msg = (
            f"{rule.id} is not a rule of {court.id}, which applies "
            f"{', '.join(court.counting)}. Give a court and a rule that go together."
        )
        raise ConflictingInputError(msg, field="under", value=under)
    return rule


def _country(name: str) -> str:
    return name.partition("/")[0]


def _bare(
    request: Request, period: Period, direction: str, given: object, under: str | None
) -> Task:
    if isinstance(given, dict):
        msg = (
            f"A bare period has one trigger, and {given!r} names several. Pass one "
            "date, or the id of a deadline that has several triggers."
        )
        raise InvalidTypeError(msg, field=direction, value=given)
    anchor = read_anchor(given, direction)
    if under is None and request.court is None and isinstance(anchor, Computation):
        under = anchor.inputs.rule
    rule = _rule(request.law, request.court, under)
    if request.act is None:
        request.act = rule.default_act
    _check_extension(direction, anchor)
    sign = "before" if direction == "before" else "after"
    term = Term(form="period", period=period, trigger=Trigger(), direction=sign)
    return Task(
        request=request,
        term=term,
        rule=rule,
        direction=direction,
        anchors={"": anchor},
        table=request.service_extension,
        bound=_bound(period, sign),
    )


def _bound(period: Period, direction: str) -> str:
    """Clear days after an event end with the first day on which another may happen."""
    clear = period.unit == "clear day" and direction == "after"
    return "not-earlier-than" if clear else "not-later-than"


def _check_extension(direction: str, anchor: Anchor) -> None:
    """Refuse to extend a period that its rule says may not be extended."""
    if direction != "extending" or not isinstance(anchor, Computation):
        return
    barred = anchor.barred_by
    if barred is not None:
        msg = (
            f"The time under {anchor.subject} may not be extended: {barred}. Count "
            "from its own trigger; only an appeal court can say otherwise."
        )
        raise ExtensionBarredError(msg, deadline=anchor.subject, barred_by=barred)


def _catalogued(
    request: Request,
    deadline: DeadlineRule,
    direction: str,
    given: object,
    under: str | None,
) -> Task:
    """Return the task of a catalogued deadline, contradictions refused."""
    if direction == "extending":
        msg = (
            f"{deadline.id} has a trigger of its own and extends nothing. Pass the "
            "length of the extension instead: compute('14 days', extending=…)."
        )
        raise ConflictingInputError(msg, field="extending", value=given)
    law = request.law
    rule = law.counting_rule(deadline.counting)
    if under is not None and law.counting_rule(under).id != rule.id:
        msg = (
            f"{deadline.id} is counted under {rule.id}, not under {under!r}. Leave "
            "under= out, or give a bare period."
        )
        raise ConflictingInputError(msg, field="under", value=under)
    if request.court is not None:
        _rule(law, request.court, rule.id)
    anchors = _anchors(deadline, direction, given, law)
    first = _version_day(anchors)
    version = deadline.version_on(request.as_of or first)
    for name, own in (
        ("act", version.act),
        ("nature", version.nature),
        ("paper", deadline.paper),
        ("service_extension", version.service_extension),
    ):
        asked = getattr(request, name)
        if asked is not None and own is not None and asked != own:
            msg = (
                f"{deadline.id} brings {name}={own!r}, and {asked!r} was given. Leave "
                f"{name}= out, or give a bare period."
            )
            raise ConflictingInputError(msg, field=name, value=asked)
        if name != "service_extension" and asked is None:
            setattr(request, name, own)
    _check_direction(deadline, version.term, direction)
    return Task(
        request=request,
        term=version.term,
        rule=rule,
        direction=direction,
        anchors=anchors,
        table=version.service_extension,
        bound=version.bound,
        deadline=deadline,
        version=version,
    )


def _check_direction(deadline: DeadlineRule, term: Term, direction: str) -> None:
    if term.form == "period" and term.direction != direction:
        msg = (
            f"{deadline.id} is counted {term.direction} its trigger ({term.trigger}), "
            f"and {direction}= was given. Pass {term.direction}=."
        )
        raise ConflictingInputError(msg, field=direction, value=None)


def _anchors(
    deadline: DeadlineRule, direction: str, given: object, law: Law
) -> dict[str, Anchor]:
    """Return the triggers by word; a single date stands under the word ``""``."""
    words = trigger_words(deadline, law)
    if not isinstance(given, dict):
        anchor = read_anchor(given, direction)
        own = {t for t in deadline.current.term.triggers() if t.event or t.expiry_of}
        refers = any(True for _ in deadline.current.term.references())
        simple = deadline.current.term.form == "period"
        if not simple and (len(own) > 1 or refers):
            msg = (
                f"{deadline.id} has several triggers: {', '.join(words)}. Pass a mapping "
                f"with those known: {direction}={{{words[0]!r}: date(…)}}."
            )
            raise MissingInputError(msg, field=direction, value=given)
        return {"": anchor}
    if not given:
        msg = f"{direction}= is empty. {deadline.id} runs from {', '.join(words)}."
        raise MissingInputError(msg, field=direction, value=given)
    for word in given:
        if word not in words:
            raise UnknownNameError.of(f"trigger of {deadline.id}:", word, words)
    known = {
        word: read_anchor(value, f"{direction}[{word!r}]")
        for word, value in given.items()
        if value is not None
    }
    if not known:
        msg = f"No trigger is known. {deadline.id} runs from {', '.join(words)}."
        raise MissingInputError(msg, field=direction, value=given)
    return known


def trigger_words(deadline: DeadlineRule, law: Law) -> tuple[str, ...]:
    """Return every trigger word that a deadline, and those it refers to, can use."""
    words: dict[str, None] = {}
    seen: set[str] = set()
    waiting = [deadline]
    while waiting:
        rule = waiting.pop(0)
        if rule.id in seen:
            continue
        seen.add(rule.id)
        version = rule.current
        words.update(dict.fromkeys(t.event for t in version.term.triggers() if t.event))
        if version.restart is not None:
            words.update(dict.fromkeys((version.restart.on, version.restart.until)))
        waiting += [law.deadline(name) for name in version.term.references()]
    return tuple(words)


def _version_day(anchors: dict[str, Anchor]) -> date:
    """Return the earliest trigger date: it decides which text applies."""
    days = []
    for anchor in anchors.values():
        if isinstance(anchor, Computation):
            days.append(anchor.due)
        elif isinstance(anchor, datetime):
            days.append(anchor.date())
        else:
            days.append(anchor)
    return min(days)
