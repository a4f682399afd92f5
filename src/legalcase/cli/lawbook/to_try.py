"""The command that a page offers to try, of a deadline or a clock: one answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.shell import quoted
from legalcase.cli.console.terminal import paragraphs
from legalcase.errors import LegalCaseError
from legalcase.scheduling.clocks import StatutoryClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.lawbook import Law

__all__ = ["clock_to_try", "to_try"]

#: The day that an entry in force, of a short period, is tried on.
_DAY: Final = date(2026, 6, 3)
_ANCHORS: Final = ("after", "before")
#: An anchor by its name, and its day, or those of the events that it names.
_Asked = tuple[str, date | dict[str, date]]


def to_try(law: Law, rule: DeadlineRule, triggers: tuple[str, ...]) -> str:
    """Return the paragraph with the first command that is answered; or none.

    An entry may begin later or have ended, and a limitation period outlast the
    calendar: each has a day on which it can be tried.
    """
    for asked in _askable(rule, triggers):
        if _is_answered(law, rule, asked):
            said = f"Compute it: legalcase due {quoted(rule.id)} {_options(asked)}"
            return paragraphs(said, hanging=4)
    return ""


def clock_to_try(rule: ClockRule) -> str:
    """Return the paragraph with the command that asks a clock.

    Where several events have to have happened, each has a day.
    """
    needed = [start.event for start in rule.starts if not start.is_optional]
    usual = dict.fromkeys(needed, _DAY)
    for given in (usual, *(dict(example["starts"]) for example in rule.examples)):
        if _is_counted(rule, given):
            days = list(given.values())
            is_one = list(given) == needed and len(days) == 1
            options = _options(("after", days[0] if is_one else given))
            said = f"Compute it: legalcase clock {quoted(rule.id)} {options}"
            return paragraphs(said, hanging=4)
    return ""


def _is_counted(rule: ClockRule, starts: dict[str, date]) -> bool:
    try:
        clock = StatutoryClock.of_rule(rule, starts)
        is_minimum = rule.bound == "not-earlier-than"
        found = clock.first_day() if is_minimum else clock.last_day()
    except LegalCaseError:
        return False
    return found is not None


def _askable(rule: DeadlineRule, triggers: tuple[str, ...]) -> Iterator[_Asked]:
    """Yield what may be asked: on the usual day, as worked, on the edges of a text."""
    yield _on(rule, triggers, _DAY)
    term = rule.current.term
    own = dict.fromkeys(one.event for one in term.triggers() if one.event is not None)
    yield term.asked_with, dict.fromkeys(own, _DAY)
    for example in rule.examples:
        for anchor in _ANCHORS:
            given = example.get(anchor)
            if given is None:
                continue
            if hasattr(given, "items"):
                yield anchor, {word: _day(when) for word, when in given.items()}
            else:
                yield anchor, _day(given)
    for version in reversed(rule.versions):
        yield _on(rule, triggers, version.first)
    if rule.last is not None:
        yield _on(rule, triggers, rule.last)


def _on(rule: DeadlineRule, triggers: tuple[str, ...], day: date) -> _Asked:
    term = rule.current.term
    if term.form == "period":
        return term.direction, day
    return term.asked_with, dict.fromkeys(triggers[:2], day)


def _day(when: date) -> date:
    """Return the day of an example: an hour would need a court, or its zone."""
    return when.date() if isinstance(when, datetime) else when


def _is_answered(law: Law, rule: DeadlineRule, asked: _Asked) -> bool:
    anchor, given = asked
    anchors: dict[str, Any] = {anchor: given}
    try:
        law.compute(rule.id, **anchors)
    except LegalCaseError:
        return False
    return True


def _options(asked: _Asked) -> str:
    anchor, given = asked
    if isinstance(given, dict):
        return " ".join(f"--trigger {word}={day}" for word, day in given.items())
    return f"--{anchor} {given}"
