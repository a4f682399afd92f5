"""Form: a question under chosen readings, compiled; and Walk, one count of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.dates import Period
from legalcase.errors import RoleNotFilledError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.question import Question
    from legalcase.counting.rule import Choices
    from legalcase.counting.settings import (
        ClosedSpec,
        ExtraTime,
        Roll,
        Settings,
        Suspension,
    )
    from legalcase.counting.suspension import Windows
    from legalcase.counting.venue import ClosedDays, Venue

__all__ = ["LATE", "Form", "RawStep", "Walk", "form_of", "join"]

#: (code, from, to, clause, closures passed over as (date, name)).
RawStep = tuple[
    str, date | datetime, date | datetime, str, tuple[tuple[date, str], ...]
]
#: The reading of fact that an event without a time of day came after the cut-off.
LATE = ("#time-of-day", "late")
_fromordinal = date.fromordinal


class Form:
    """A question as the readings chosen make it, with what every count of it needs."""

    __slots__ = (
        "_windows",
        "act",
        "clause",
        "closed",
        "deemed",
        "extra",
        "late",
        "nature",
        "order",
        "question",
        "reach",
        "roll",
        "settings",
        "sign",
        "venue",
    )

    def __init__(
        self, question: Question, settings: Settings, choices: Choices
    ) -> None:
        self.question = question
        self.settings = settings
        self.venue = question.venue.under(choices) if choices else question.venue
        self.sign = question.sign
        self.act = question.act or settings.act
        if question.inaccessible and self.act in settings.closing_acts:
            self.venue = _closed_on(question, settings, self.venue)
        self.nature = question.nature or settings.nature
        self.roll = settings.roll(question.sign)
        self.closed = self.venue.closed(self.roll.closed)
        self.late = LATE in choices
        self._windows: Windows | None = None
        extra, self.order = (
            (None, "") if question.served else _extra_time(question, settings)
        )
        self.extra = extra if extra is not None and extra.number else None
        # Served on a day that is no court day, a paper was served on the next.
        is_deemed = extra is not None and extra.from_court_day and self.sign > 0
        self.deemed = extra if is_deemed else None
        self.clause = join(question.cite, settings.count_clause)
        # How far a plain count in days reaches; None if it needs a closer look.
        self.reach = _reach(self)
        # A closed day that nobody knows of leaves a roll back too late.
        if self.closed.unfilled and self.roll.step < 0:
            raise _role_missing(question, self.closed.unfilled[0])

    def counted(self, spec: ClosedSpec) -> ClosedDays:
        """Return the days that a count leaves out.

        Raises `RoleNotFilledError` where one that nobody knows of makes a count back
        end too late.
        """
        closed = self.venue.closed(spec)
        if closed.unfilled and self.sign < 0:
            raise _role_missing(self.question, closed.unfilled[0])
        return closed

    @property
    def recess(self) -> Suspension | None:
        """The recess of the rule, if it stops a period of this nature."""
        recess = self.settings.suspension
        return recess if recess is not None and recess.stops(self.nature) else None

    def without_recess(self) -> tuple[tuple[str, str], ...]:
        """Return (role, calendar) where the recess should stand and no day of it does.

        Whatever a reading takes out of a calendar stands in it all the same.
        """
        calendars = dict(self.question.venue.calendars)
        return tuple(
            (role, calendars[role].id)
            for role, kinds in (() if self.recess is None else self.recess.days)
            if role in calendars and not calendars[role].days_of_kinds(kinds)
        )

    @property
    def windows(self) -> Windows | None:
        """The windows that stop this period, if any do: found once."""
        if self._windows is None and not _runs_freely(self):
            from legalcase.counting.suspension import Windows  # noqa: PLC0415 - seldom

            recess = self.recess
            if self.sign < 0:
                _check_recess(self)
            closed = self.counted(recess.days) if recess and recess.days else None
            self._windows = Windows(recess, self.question.suspensions, closed)
        return self._windows


def _check_recess(form: Form) -> None:
    """Refuse to count back past a recess that stands in no calendar at hand."""
    for role, calendar in form.without_recess():
        rule = form.question.rule.id
        msg = (
            f"{rule} needs a calendar with the days of its recess to count back, and "
            f"{calendar} has none: the date could be too late. Give a calendar that "
            "has them, or court=."
        )
        raise RoleNotFilledError(msg, role=role, rule=rule)


def _closed_on(question: Question, settings: Settings, venue: Venue) -> Venue:
    """Return the venue with the days closed on which its office was inaccessible."""
    authority = Authority(cite=settings.inaccessible_clause)
    return venue.with_closures(
        Closure(
            on=_fromordinal(day),
            name="clerk's office inaccessible",
            kind="office-closed",
            authority=authority,
        )
        for day in sorted(question.inaccessible)
    )


def _reach(form: Form) -> int | None:
    question, settings = form.question, form.settings
    number, unit = question.period.number, question.period.unit
    if unit not in {"day", "clear day", "week"} or not _runs_freely(form):
        return None
    if unit == "week":
        number *= 7
    if settings.short is not None and settings.short.covers(number):
        return None
    mode = settings.days_after if form.sign > 0 else settings.days_before
    clear = unit == "clear day" or (unit == "day" and mode == "clear days")
    return number + clear


def _runs_freely(form: Form) -> bool:
    """Tell whether no window can stop it: so the short way to count may be taken."""
    return form.recess is None and not form.question.suspensions


def form_of(question: Question, choices: Choices) -> Form:
    """Return the question under the readings chosen, compiled once."""
    form: Form | None = question.forms.get(choices)
    if form is None:
        changed = question
        changes: tuple[Mapping[str, Any], ...] = ()
        if choices and question.changes:
            changes = tuple(
                change for key, change in question.changes.items() if key in choices
            )
            for change in changes:
                changed = _changed(changed, change)
        settings = changed.rule.settings(changed.version, choices, changes)
        form = Form(changed, settings, choices)
        question.forms[choices] = form
    return form


def _changed(question: Question, change: Mapping[str, Any]) -> Question:
    """Apply what a deadline's reading changes in the question itself."""
    changed: dict[str, Any] = {}
    if "service_extension" in change:
        changed["table"] = change["service_extension"]
    if "period" in change:
        changed["period"] = Period.parse(change["period"])
    for key in ("act", "nature"):
        if key in change:
            changed[key] = change[key]
    return evolve(question, **changed) if changed else question


def _extra_time(question: Question, settings: Settings) -> tuple[ExtraTime | None, str]:
    """Stage 6: the time that the method of service adds, and the order.

    Raises `UnknownNameError` for a method or a table that the rule does not list.
    """
    method = question.service
    if method is None:
        return None, ""
    name = question.table or settings.table_for(question.sign)
    if name in {"none", "notice only"}:
        _check_method(question, settings, method)
        return None, ""
    table = settings.service.get(name)
    if table is None:
        kind = f"table of service in {question.rule.id}:"
        raise UnknownNameError.among(kind, name, {*settings.service, "none"})
    extra = table.methods.get(method)
    if extra is None:
        kind = f"method of service under {question.rule.id}:"
        raise UnknownNameError.among(kind, method, table.methods)
    return extra, table.order


def _check_method(question: Question, settings: Settings, method: str) -> None:
    """Refuse a method that no table of the rule knows, though none is used here."""
    known = {name for table in settings.service.values() for name in table.methods}
    known |= {name for table in settings.completion.values() for name in table}
    if known and method not in known:
        kind = f"method of service under {question.rule.id}:"
        raise UnknownNameError.among(kind, method, known)


def _role_missing(question: Question, role: str) -> RoleNotFilledError:
    msg = (
        f"{question.rule.id} needs the calendar of the role {role!r} to count back, "
        "and nobody filled it: the date could be too late. Give court= or forum=."
    )
    return RoleNotFilledError(msg, role=role, rule=question.rule.id)


class Walk:
    """One count of a form: its anchor, and the steps it has left."""

    __slots__ = ("anchor", "form", "steps")

    def __init__(self, form: Form, anchor: date | datetime) -> None:
        self.form = form
        self.anchor = anchor
        self.steps: list[RawStep] = []

    def step(
        self,
        code: str,
        start: int,
        end: int,
        clause: str,
        closures: tuple[tuple[date, str], ...] = (),
    ) -> None:
        """Leave a step."""
        self.steps.append(
            (code, _fromordinal(start), _fromordinal(end), clause, closures)
        )

    def roll(self, day: int, code: str = "roll", way: Roll | None = None) -> int:
        """Return where a period that ends on `day` goes; leave a step if it moves."""
        form = self.form
        closed, roll = form.closed, form.roll
        if way is not None:
            closed, roll = form.venue.closed(way.closed), way
        if not closed.is_closed(day):
            return day
        if roll.step == 0 or (roll.acts is not None and form.act not in roll.acts):
            why = (closed.closure_on(day),)
            self.step("stay", day, day, roll.clause, why)
            return day
        passed = []
        moved = day
        while closed.is_closed(moved):
            passed.append(closed.closure_on(moved))
            moved += roll.step
        self.step(code, day, moved, roll.clause, tuple(passed))
        return moved


def join(*clauses: str) -> str:
    """Return the citations that are not empty, one after the other, each once."""
    return "; ".join(dict.fromkeys(clause for clause in clauses if clause))
