"""The work behind a computation: readings, notices and the instant, made when asked."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Protocol

from legalcase.authority import weakest
from legalcase.counting.form import form_of
from legalcase.counting.readings import readings_of
from legalcase.counting.settings import minutes
from legalcase.counting.steps import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo

    from legalcase.authority import Authority
    from legalcase.counting.engine import Outcome
    from legalcase.counting.question import Option, Question
    from legalcase.counting.settings import ClosedSpec, Settings
    from legalcase.counting.steps import Reading

__all__ = ["CountWork", "Work", "verification_notice"]

_DAY_END = 24 * 60


class Work(Protocol):
    """**Protocol:** what a computation asks for when someone reads on."""

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings that give another date."""

    def notices(self) -> tuple[Notice, ...]:
        """Return what the reader must know."""

    def instant(self) -> datetime | None:
        """Return the last instant, where one is determined."""


class CountWork:
    """The work behind one count."""

    __slots__ = (
        "anchor",
        "authorities",
        "extra",
        "options",
        "outcome",
        "question",
    )

    def __init__(
        self,
        question: Question,
        anchor: date | datetime,
        outcome: Outcome,
        authorities: Callable[[], Iterable[tuple[str, Authority]]],
        extra: Callable[[], tuple[Notice, ...]],
        options: Callable[[], Iterable[Option]] = tuple,
    ) -> None:
        self.question = question
        self.anchor = anchor
        self.outcome = outcome
        self.authorities = authorities
        self.extra = extra
        self.options = options

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings that give another date."""
        return readings_of(self.question, self.anchor, self.outcome, self.options())

    def notices(self) -> tuple[Notice, ...]:
        """Return what the reader must know, the gravest first."""
        form = form_of(self.question, self.question.chosen)
        question, settings = form.question, form.settings
        found = list(self.extra())
        found += _unfilled(question, settings)
        for _, calendar in question.venue.calendars:
            incomplete = calendar.definition.incomplete
            if incomplete:
                found.append(Notice(code="calendar-incomplete", text=incomplete))
        table = question.table or settings.table_for(question.sign)
        if question.service is not None and not question.served:
            found += _service_notices(question, settings, table)
        notice = verification_notice((*self.authorities(), *self._closures()))
        if notice is not None:
            found.append(notice)
        unique: dict[Notice, None] = dict.fromkeys(found)
        return tuple(unique)

    def _closures(self) -> Iterable[tuple[str, Authority]]:
        """Yield the authority of each closure that the count passed over."""
        named = {
            (day.toordinal(), name)
            for *_, closures in self.outcome.steps
            for day, name in closures
        }
        for _, calendar in self.question.venue.calendars:
            entries = calendar.entries()
            for ordinal, name in named:
                for entry, _, authority in entries.get(ordinal, ()):
                    if entry == name:
                        yield f"{name} in {calendar.id}", authority

    def instant(self) -> datetime | None:
        """Return the last instant of the due day, where rule and court determine it."""
        due = self.outcome.due
        if isinstance(due, datetime):
            return due
        form = form_of(self.question, self.question.chosen)
        question, settings = form.question, form.settings
        table = settings.end_of_day
        if question.served or table is None or question.sign == 0:
            return None
        if form.act not in table.get("acts", ("file",)) or not question.venue.zones:
            return None
        hour = dict(question.venue.cut_offs).get("electronic") or table.get(
            "electronic"
        )
        if hour is None:
            return None
        return _earliest(due, minutes(hour), question.venue.zones)


def _earliest(day: date, minute: int, zones: tuple[str, ...]) -> datetime:
    """Return that minute of the day in the zone where it comes first.

    Midnight at the end of a day is its last second, never 00:00 of the next.
    """
    clock = time(23, 59, 59) if minute == _DAY_END else time(minute // 60, minute % 60)
    moments = [datetime.combine(day, clock, tzinfo=_zone(name)) for name in zones]
    return min(moments)


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only where an instant is asked

    return ZoneInfo(name)


def _unfilled(question: Question, settings: Settings) -> list[Notice]:
    """Name the roles that the rule needs and nobody filled, counting forward."""
    if question.served:
        return []
    specs: list[ClosedSpec] = [settings.roll(question.sign).closed]
    roles = [role for spec in specs for role in question.venue.closed(spec).unfilled]
    if not roles:
        return []
    text = (
        f"No calendar was given for {', '.join(roles)}: its holidays were not "
        "considered, so the date may be earlier than need be. Give court= or forum=."
    )
    return [Notice(code="role-not-filled", text=text)]


def _service_notices(
    question: Question, settings: Settings, table: str
) -> list[Notice]:
    if table == "notice only":
        text = (
            f"Service by {question.service} was given, and adds nothing: the period "
            "runs from notice or from an order, not from service. Some would add days."
        )
        return [Notice(code="service-notice-only", text=text)]
    if table == "none":
        text = (
            f"Service by {question.service} was given, and adds nothing: service does "
            "not lengthen this period."
        )
        return [Notice(code="service-adds-nothing", text=text)]
    papers = [
        paper
        for paper, methods in settings.completion.items()
        if question.service in methods and paper in {"any", question.paper}
    ]
    if papers:
        text = (
            "The trigger date is taken as the day on which service was complete. If it "
            "is the day of posting or sending, ask served_on() first."
        )
        return [Notice(code="service-completion", text=text)]
    return []


def verification_notice(
    authorities: Iterable[tuple[str, Authority]],
) -> Notice | None:
    """Return the notice that names what was least well verified, if not all was read."""
    by_how: dict[str, list[str]] = {}
    for name, authority in authorities:
        by_how.setdefault(authority.verified, []).append(name)
    how = weakest(set(by_how))
    if how is None or how == "text":
        return None
    names = ", ".join(dict.fromkeys(by_how[how]))
    meaning = {
        "secondary": "entered from an account of the law, not from its text",
        "recall": "entered from memory; nobody has read the text for it",
    }[how]
    text = f"Check before you rely on it: {names}: {meaning}."
    return Notice(code=f"verified-{how}", text=text)
