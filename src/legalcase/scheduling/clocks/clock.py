"""StatutoryClock: a clock as a value: its start, and the time that does not count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import Attribute, evolve, field, frozen

from legalcase.catalogue.clock_rule import ClockRule
from legalcase.dates import as_date
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnsupportedQuestionError,
)
from legalcase.plain_data import PlainData, plain
from legalcase.scheduling.clocks import explain as explaining
from legalcase.scheduling.clocks.days import count_of
from legalcase.scheduling.clocks.effect import Effect, Laid, after, laid_out, later_by
from legalcase.scheduling.clocks.exclusion import Exclusion, Lengthening
from legalcase.scheduling.clocks.lengthen import lengthening
from legalcase.scheduling.clocks.ranges import ranges_of
from legalcase.scheduling.clocks.readings import changes_of, choices_of
from legalcase.scheduling.clocks.standing import ClockAnswer, ClockStanding, DayRange
from legalcase.scheduling.clocks.start import start_of, starts_of
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.scheduling.clocks.readings import Choice

__all__ = ["StatutoryClock"]


def _check_rule(_: object, __: Attribute[Any], value: object) -> None:
    _checked(value)


def _checked(value: object) -> None:
    if not isinstance(value, ClockRule):
        msg = (
            f"A clock needs its rule, not {shown(value)}. Pass "
            "law.clock('us/18-usc/3161(c)(1)')."
        )
        raise InvalidTypeError(msg, field="rule", value=value)


@frozen(kw_only=True, repr=False)
class StatutoryClock(PlainData):
    """A statutory clock of one person: what has been stated of it, and what follows.

    `started` are the events from which it runs with their days, `exclusions` the times
    that are said not to count. It supposes nothing: an exclusion that needs a finding
    and has none is kept, takes out nothing, and says so. `ended_on` is the day on which
    it ended (trial, dismissal), `waived_by` what waived it. `earlier` are the clocks in
    whose place it is, the first one first, and `because` why. A value: everything that
    changes it returns another.
    """

    rule: ClockRule = field(validator=_check_rule)
    started: tuple[tuple[str, date], ...]
    of: str | None = None
    exclusions: tuple[Exclusion, ...] = ()
    lengthened: tuple[Lengthening, ...] = ()
    ended_on: date | None = None
    ended_by: str | None = None
    waived_by: str | None = None
    is_waiver_written: bool = False
    earlier: tuple[StatutoryClock, ...] = ()
    because: str | None = None

    @classmethod
    def of_rule(
        cls, rule: ClockRule, start: date | Mapping[str, date], *, of: str | None = None
    ) -> Self:
        """Return a clock that has started.

        `start` says when each event happened from which the clock runs, by its word;
        one day is enough where there is one event. `of` is the person whose clock it
        is. Raises `MissingInputError` where an event that the law waits for was not
        given, `InvalidValueError` for one from which it does not run, and
        `RuleNotInForceError` before the rule's time.
        """
        _checked(rule)
        return cls(rule=rule, started=starts_of(rule, start), of=of)

    # What changes it: each returns another clock.

    def excluding(
        self,
        basis: str,
        from_on: date,
        until_on: date | None = None,
        *,
        by: str | None = None,
        order: bool = False,
        finding: bool = False,
        reasonable: bool = False,
    ) -> Self:
        """Return the clock with a time excluded, ``"(h)(1)(D)"``.

        `from_on` and `until_on` are the days of the events that begin and end it, as
        they happened: which of them counts is for the law. Without `until_on` it lasts.
        Raises `UnknownNameError` for a basis that the clock has not.
        """
        self.rule.exclusion(basis)
        new = Exclusion(
            basis=basis,
            from_on=from_on,
            until_on=until_on,
            by=by,
            has_order=order,
            has_finding=finding,
            is_reasonable=reasonable,
        )
        return self.with_exclusions(new)

    def with_exclusions(self, *exclusions: Exclusion) -> Self:
        """Return the clock with these besides; one that it has is not added twice."""
        for one in exclusions:
            self.rule.exclusion(one.basis)
        known = dict.fromkeys((*self.exclusions, *exclusions))
        return evolve(self, exclusions=tuple(known))

    def with_more(self, period: str, *, by: str | None = None) -> Self:
        """Return the clock with a longer limit, as its law allows: ``"30 days"``.

        Raises `InvalidValueError` for a length that the law does not allow.
        """
        new = lengthening(self.rule, self.start_on, period, by)
        return evolve(self, lengthened=(*self.lengthened, new))

    def with_end(self, on: date, *, by: str | None = None) -> Self:
        """Return the clock as it ended on a day: nothing is excluded after it."""
        if as_date(on, "on") < self.start_on:
            msg = (
                f"A clock that started on {self.start_on} cannot end on {on}. Check "
                "the two days."
            )
            raise InvalidValueError(msg, field="on", value=on)
        return evolve(self, ended_on=on, ended_by=by)

    def with_waiver(self, by: str, *, written: bool) -> Self:
        """Return the clock with a waiver: whether it has any effect is for the law."""
        return evolve(self, waived_by=by, is_waiver_written=written)

    def restarted(
        self,
        start: date | Mapping[str, date],
        *,
        because: str,
        rule: ClockRule | None = None,
    ) -> Self:
        """Return the clock that takes this one's place, with its history.

        `because` says why: a mistrial, a new charge after dismissal. `rule` is that of
        the new clock where it is another (18 U.S.C. 3161(e)).
        """
        new = rule or self.rule
        _checked(new)
        return evolve(
            self,
            rule=new,
            started=starts_of(new, start),
            exclusions=(),
            lengthened=(),
            ended_on=None,
            ended_by=None,
            waived_by=None,
            is_waiver_written=False,
            earlier=(*self.earlier, evolve(self, earlier=())),
            because=because,
        )

    # What it says.

    @property
    def start_on(self) -> date:
        """The day from which it runs, itself not counted."""
        return start_of(self.rule, self.started)

    @property
    def limit(self) -> int:
        """The limit in days, with what lengthens it."""
        whole = (after(self.start_on, self.rule.limit) - self.start_on).days
        return whole + sum(one.days for one in self.lengthened)

    @property
    def binds(self) -> bool:
        """Whether it binds: it was not waived, or not as the law requires."""
        return not (self.is_waiver_written and self.rule.waiver == "written")

    @property
    def history(self) -> tuple[StatutoryClock, ...]:
        """The clocks that ran before this one, and this one last."""
        return (*self.earlier, self)

    def effects(self, *, on: date | None = None) -> tuple[Effect, ...]:
        """Return what each exclusion takes out, and why not more, by its days.

        With `on`, what is still open is taken as if it ended on that day.
        """
        return self._laid(ends_open_on=on).effects

    def elapsed(self, *, on: date) -> int:
        """Return the days since the start, through `on`."""
        return self._number(on)

    def excluded(self, *, on: date) -> int:
        """Return the days through `on` that do not count, each once."""
        return count_of(self._laid().union, self._number(on))

    def counted(self, *, on: date) -> int:
        """Return the days through `on` that count."""
        return self.elapsed(on=on) - self.excluded(on=on)

    def remaining(self, *, on: date) -> int:
        """Return what is left of the limit after `on`; negative when it is exceeded."""
        return self.limit - self.counted(on=on)

    def last_day(self, *, on: date | None = None) -> date | None:
        """Return the last day by which no more than the limit is counted.

        ``None`` while an exclusion is open: the clock is not running. With `on`, as if
        what is open ended on that day. It is not carried over a weekend or a holiday.
        Raises `UnsupportedQuestionError` for a clock that sets a first day.
        """
        self._check_bound("not-later-than", "last", "first_day")
        return self._day(self._laid(ends_open_on=on).last)

    def first_day(self) -> date | None:
        """Return the first day on which the act may be done; of a minimum only.

        The day of the start where it was waived as the law allows. Raises
        `UnsupportedQuestionError` for a clock that sets a last day.
        """
        self._check_bound("not-earlier-than", "first", "last_day")
        return self._day(self._laid().last) if self.binds else self.start_on

    def readings(self, *, on: date) -> tuple[ClockAnswer, ...]:
        """Return what other readings of the law make of it, where that differs."""
        number = self._number(on)
        seen = {self._told(self._laid(ends_open_on=on), number)}
        found = []
        for choice in choices_of(self.rule):
            told = self._told(self._laid(choice, ends_open_on=on), number)
            if told not in seen:
                seen.add(told)
                excluded, last = told
                found.append(
                    ClockAnswer(
                        answers=tuple(
                            (dispute.question, reading.name, str(reading.authority))
                            for dispute, reading in choice
                        ),
                        counted=number - excluded,
                        excluded=excluded,
                        last_on=last,
                    )
                )
        return tuple(found)

    def safe(self, *, on: date) -> date:
        """Return the day that is right under every reading.

        What is open is taken as if it ended on `on`, so that the day can only move
        away. Of a minimum, the last of the first days.
        """
        own = self._told(self._laid(ends_open_on=on), 0)[1]
        days = [own, *(one.last_on for one in self.readings(on=on))]
        return max(days) if self.rule.bound == "not-earlier-than" else min(days)

    def standing(self, *, on: date) -> ClockStanding:
        """Return how it stands at the end of a day."""
        laid, number = self._laid(), self._number(on)
        excluded = count_of(laid.union, number)
        running = laid.last is not None
        return ClockStanding(
            on=on,
            elapsed=number,
            excluded=excluded,
            counted=number - excluded,
            limit=self.limit,
            is_running=running,
            last_on=self._day(laid.last),
            if_running_on=self._told(self._laid(ends_open_on=on), 0)[1],
        )

    def ranges(self, *, on: date) -> tuple[DayRange, ...]:
        """Return the days after the start through `on`, cut by what becomes of them."""
        return ranges_of(self.start_on, self.effects(on=on), on)

    def explain(
        self,
        form: Literal["text", "markdown", "html"] = "text",
        *,
        on: date,
        width: int = 80,
    ) -> str:
        """Return each range of days with its ground and authority, and what follows.

        `form` is ``"text"`` (of at most `width` columns), ``"markdown"`` or ``"html"``.
        """
        as_date(on, "on")
        return explaining.explain(self, form, on, width)

    def timeline(self, *, on: date) -> str:
        """Return the days as a text picture, one month a line."""
        as_date(on, "on")
        return explaining.timeline(self, on)

    def __repr__(self) -> str:
        """Return the rule and the start, and not whose clock it is."""
        return f"<StatutoryClock {self.rule.id!r} from {self.start_on}>"

    def to_dict(self) -> dict[str, Any]:
        """Return what has been stated of it, as plain JSON types."""
        return {
            "rule": self.rule.id,
            "started": {word: plain(day) for word, day in self.started},
            "start_on": plain(self.start_on),
            "limit": self.limit,
            "of": self.of,
            "exclusions": plain(self.exclusions),
            "lengthened": plain(self.lengthened),
            "ended_on": plain(self.ended_on),
            "ended_by": self.ended_by,
            "waived_by": self.waived_by,
            "is_waiver_written": self.is_waiver_written,
            "because": self.because,
            "earlier": [one.to_dict() for one in self.earlier],
        }

    def _laid(self, choice: Choice = (), *, ends_open_on: date | None = None) -> Laid:
        if ends_open_on is not None:
            as_date(ends_open_on, "on")
        return laid_out(
            self.rule,
            self.start_on,
            self.limit,
            self.exclusions,
            changes=changes_of(choice),
            ended_on=self.ended_on,
            ends_open_on=ends_open_on,
        )

    def _told(self, laid: Laid, number: int) -> tuple[int, date]:
        last = 0 if laid.last is None else laid.last
        return count_of(laid.union, number), later_by(self.start_on, last)

    def _number(self, on: date) -> int:
        return max(0, (as_date(on, "on") - self.start_on).days)

    def _day(self, number: int | None) -> date | None:
        return None if number is None else later_by(self.start_on, number)

    def _check_bound(self, bound: str, which: str, other: str) -> None:
        if self.rule.bound != bound:
            msg = (
                f"{self.rule.id!r} sets no {which} day: its bound is "
                f"{self.rule.bound!r}. Ask for {other}()."
            )
            raise UnsupportedQuestionError(msg, field="bound", value=self.rule.bound)
