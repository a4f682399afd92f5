"""Doubts: the questions that can arise for a count, each with its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.authority import INPUTS
from legalcase.counting.argument.doubt import Answer, Doubt, Doubts
from legalcase.counting.engine.recipe import LATE, recipe_of
from legalcase.counting.engine.stages.service import completion_for
from legalcase.counting.rules.parts.late import hour_of
from legalcase.counting.rules.venue import calendar_disputes
from legalcase.counting.rules.words.closed_sets import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from legalcase.authority import Dispute
    from legalcase.counting.engine.count import Count

__all__ = ["doubts_of"]


def doubts_of(count: Count) -> Doubts:
    """Return the questions that could change what is due, found once a count."""
    doubts: Doubts | None = count.doubts
    if doubts is None:
        every = (*_disputed(count), *_time_of_day(count))
        venue, as_of = count.venue, count.given.as_of
        shared = [venue.alike(one.content, one) for one in every]
        # By identity: what is kept under the key keeps its questions alive.
        key = (as_of, *map(id, shared))
        doubts = count.doubts = venue.alike(key, Doubts(shared, as_of))
    return doubts


def _disputed(count: Count) -> Iterator[Doubt]:
    """Yield a doubt for each dispute of the deadline, the rule and the calendars."""
    fixed = {key for key, _ in count.fixed}
    own = [*count.disputes]
    own += [(f"{count.rule.id}#{d.id}", d) for d in count.rule.disputes]
    for name, dispute in own:
        if name not in fixed and not _is_given(count, dispute):
            matters, days = _days_touched(count, dispute)
            if matters:
                doubt = _doubt(count, name, dispute, days)
                doubt.about_order = _is_about_order(count, dispute)
                yield doubt
    seen = set(fixed)
    for _, calendar in count.venue.calendars:
        for owner, dispute in calendar_disputes(calendar):
            name = f"{owner}#{dispute.id}"
            if name not in seen:
                seen.add(name)
                yield _doubt(count, name, dispute, _days_of(count, name, dispute))


def _doubt(
    count: Count, name: str, dispute: Dispute, days: tuple[int, ...] | None
) -> Doubt:
    answers = [
        Answer(
            name,
            None,
            dispute.question,
            dispute.adopted,
            dispute.authority.cite,
            dispute.kind,
        )
    ]
    answers += [
        Answer(
            name,
            (name, reading.name),
            dispute.question,
            reading.name,
            reading.authority.cite,
            dispute.kind,
        )
        for reading in dispute.readings
    ]
    # The answer that the count itself gives: a settled one, or the adopted.
    answers.sort(key=lambda answer: answer.key not in count.chosen)
    if answers[0].key not in count.chosen:
        answers.sort(key=lambda answer: answer.key is not None)
    return Doubt(
        name=name,
        answers=tuple(answers),
        first=dispute.first,
        last=dispute.last,
        days=days,
    )


def _is_given(count: Count, dispute: Dispute) -> bool:
    """Tell whether the input was given that settles a question of fact."""
    # A fact of the vocabulary is fixed once it is given, as a chosen reading is.
    return dispute.asks in INPUTS and getattr(count.given, dispute.asks) is not None


def _days_of(count: Count, name: str, dispute: Dispute) -> tuple[int, ...]:
    """Return the days on which a calendar's dispute changes what is closed."""
    readings = tuple(reading.name for reading in dispute.readings)
    found: set[int] = set()
    for _, calendar in count.venue.calendars:
        for owner, other in calendar_disputes(calendar):
            if name == f"{owner}#{other.id}":
                found.update(calendar.days_in_dispute(dispute.id, readings))
    return tuple(sorted(found))


def _time_of_day(count: Count) -> Iterator[Doubt]:
    """Yield the question on which side of a cut-off an event without an hour fell."""
    recipe = recipe_of(count, count.chosen)
    said = None if recipe.is_late is None else recipe.is_late.said
    if recipe.extra is not None and recipe.extra.until is not None:
        said = hour_of(recipe.extra.until)
    if count.served:
        until = completion_for(recipe.count, recipe.settings).until
        said = None if until is None else hour_of(until)
    if said is not None:
        asked = f"Did the event happen before {said}?"
        name = LATE[0]
        answers = (
            Answer(name, None, asked, "yes", "", "fact"),
            Answer(name, LATE, asked, "no", "", "fact"),
        )
        yield Doubt(name=name, answers=answers, only_dates=True)


def _days_touched(
    count: Count, dispute: Dispute
) -> tuple[bool, tuple[int, ...] | None]:
    """Tell whether a dispute could matter to this count, and on which days only."""
    days: set[int] = set()
    matters = False
    for reading in dispute.readings:
        change = reading.change
        if set(change) == {"calendar"}:
            kinds = frozenset(change["calendar"])
            for _, calendar in count.venue.calendars:
                days.update(calendar.days_of_kinds(kinds))
            matters = True
        elif _change_matters(change, count):
            return True, None
    return matters, tuple(sorted(days))


def _is_about_order(count: Count, dispute: Dispute) -> bool:
    """Tell whether a dispute is only about rolling before time is added, or not."""
    orders = {recipe_of(count, count.chosen).order}
    for reading in dispute.readings:
        if set(reading.change) != {"service"}:
            return False
        for table in reading.change["service"].values():
            if set(table) - {"cite"} != {"order"}:
                return False
            orders.add(meant("service", "order", table["order"]))
    return not any(order.adds_first or order.as_one for order in orders)


def _change_matters(change: Mapping[str, Any], count: Count) -> bool:
    """Tell whether a partial version could matter to this count."""
    keys = set(change)
    if keys == {"completion"}:
        return count.served
    if count.served:
        return bool(keys & {"completion", "court_days", "paper"})
    if len(keys) == 1:
        (key,) = keys
        unit = count.period.unit
        matters = {
            "months": any(p.unit in {"month", "year"} for p in count.period.parts),
            "hours": unit == "hour",
            "short": unit in {"day", "clear day", "week"},
            "extension": count.from_rolled_end,
            "distance": count.sign > 0 and unit != "hour",
            "roll": ("after" if count.sign > 0 else "before") in change[key],
        }
        if key in matters:
            return matters[key]
    if keys <= {"service", "service_for", "service_extension"}:
        return count.given.service is not None
    return True
