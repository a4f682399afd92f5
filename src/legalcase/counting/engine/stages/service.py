"""When service is complete: deemed service, by method and class of paper."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from legalcase.errors import (
    MissingInputError,
    UnknownNameError,
    UnsupportedQuestionError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.walk import Walk
    from legalcase.counting.rules.settings import Completion, Settings
    from legalcase.counting.rules.venue import ClosedDays

__all__ = ["completion_for", "run_served"]


def completion_for(count: Count, settings: Settings) -> Completion:
    """Return the entry for the method and the paper of a question of service.

    Raises `UnknownNameError` for a method or a paper that the rule does not list,
    `MissingInputError` where the class of paper decides and was not given, and
    `UnsupportedQuestionError` where the rule says nothing about completion.
    """
    tables = settings.completion
    rule, method = count.rule.id, count.given.service or ""
    if not tables:
        msg = f"{_silence(count)} {_instead(rule, settings)}"
        raise UnsupportedQuestionError(msg, field="under", value=rule)
    paper = count.given.paper or settings.paper
    if paper is not None and not _is_known(paper, tables):
        kind = f"class of paper under {rule}:"
        raise UnknownNameError.among(kind, paper, tables)
    if paper is None:
        having = [name for name, table in tables.items() if method in table]
        for preferred in ("any", "other"):
            if preferred in having:
                having = [preferred]
        if not having:
            known = {name for table in tables.values() for name in table}
            kind = f"method of service under {rule}:"
            raise UnknownNameError.among(kind, method, known)
        if len(having) > 1:
            msg = (
                f"Under {rule} the completion of service by {method} depends on the "
                f"paper. Pass paper= one of {', '.join(sorted(having))}."
            )
            raise MissingInputError(msg, field="paper", value=None)
        paper = having[0]
    table = tables.get(paper) or tables["any"]
    entry = table.get(method)
    if entry is None:
        kind = f"method of service under {rule}:"
        raise UnknownNameError.among(kind, method, table)
    return entry


def _silence(count: Count) -> str:
    """Say that the rule is silent on completion, or was until a later version."""
    rule = count.rule
    for version in rule.versions:
        if version.data.get("completion"):
            return f"{rule.id} says when service is complete only from {version.first}."
    return f"{rule.id} does not say when service is complete."


def _instead(rule: str, settings: Settings) -> str:
    """Say what to do: methods add days under some rules, and none under others."""
    if settings.service:
        return (
            "Use the date of service itself as after=, with service= for the days that "
            "it adds."
        )
    return (
        "Use the day on which service took place as after=: under "
        f"{rule} no method of service adds days."
    )


def _is_known(paper: str, tables: Mapping[str, object]) -> bool:
    """Tell whether a rule says of this class of paper when service is complete.

    Its table `any` holds for every class where it has no other table, and for those
    that are called `other`; a class that the rule does not know may be misspelt.
    """
    if paper in tables:
        return True
    return "any" in tables and (len(tables) == 1 or paper == "other")


def run_served(walk: Walk) -> tuple[int, int]:
    """Return the day on which service is complete, twice (no roll comes after it)."""
    count, settings = walk.recipe.count, walk.recipe.settings
    entry = completion_for(count, settings)
    anchor = walk.anchor
    start = day = anchor.toordinal()
    passed: list[tuple[date, str]] = []
    late = (
        entry.until is not None
        and isinstance(anchor, datetime)
        and anchor.hour * 60 + anchor.minute >= entry.until
    )
    if late:
        day += 1
        if entry.late_to_court_day:
            day = _open_from(walk, day, passed)
        walk.step("late", start, day, entry.clause, tuple(passed))
        start, passed = day, []
    if entry.unit == "court day":
        for _ in range(entry.number):
            day = _open_from(walk, day + 1, passed)
    else:
        day += entry.number * (7 if entry.unit == "week" else 1)
    if entry.ends_on_court_day:
        day = _open_from(walk, day, passed)
    walk.step("complete", start, day, entry.clause, tuple(passed))
    return day, day


def _open_from(walk: Walk, day: int, passed: list[tuple[date, str]]) -> int:
    closed = _court_days(walk)
    while closed.is_closed(day):
        passed.append(closed.closure_on(day))
        day += 1
    return day


def _court_days(walk: Walk) -> ClosedDays:
    spec = walk.recipe.settings.court_closed
    if spec is None:
        msg = (
            f"{walk.recipe.count.rule.id} completes service on a court day and does "
            "not define them. Mend the rule: it needs a table court_days."
        )
        raise UnsupportedQuestionError(
            msg, field="under", value=walk.recipe.count.rule.id
        )
    return walk.recipe.venue.closed(spec)
