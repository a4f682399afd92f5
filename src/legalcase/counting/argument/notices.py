"""Notices: what the reader of a count must know besides the date."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

from legalcase.authority import weakest
from legalcase.counting.argument.findings import Notice
from legalcase.counting.argument.grounds import closed_at, opened_days
from legalcase.counting.engine.ends_after import reaches_by_roll
from legalcase.counting.engine.grace import day_of_grace
from legalcase.counting.engine.recipe import recipe_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from legalcase.authority import Authority
    from legalcase.counting.argument.backing import Origin
    from legalcase.counting.argument.readings import Lost
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.engine.steps import Outcome

__all__ = [
    "answers_not_counted",
    "assumed_act",
    "ends_in_recess_apart",
    "grace",
    "hour_of_named_day",
    "moved_into_recess",
    "notices_of",
    "service_while_stopped",
    "verification_notice",
]


def notices_of(
    count: Count,
    origin: Origin,
    authorities: Iterable[tuple[str, Authority]],
    days: Callable[[], Collection[date]],
) -> tuple[Notice, ...]:
    """Return what the reader of a count must know, the gravest first.

    `days` are those of which it was asked whether they are closed, by any reading.
    """
    recipe = recipe_of(count, count.chosen)
    found = list(origin.notices())
    found += _unfilled(recipe)
    found += _without_recess(recipe)
    found += _inaccessible_notice(recipe)
    found += _incomplete(recipe, days)
    found += _opened(count, days)
    found += _given_notice(recipe)
    if recipe.count.given.service is not None and not recipe.count.served:
        found += _service_notices(recipe)
    notice = verification_notice(authorities)
    if notice is not None:
        found.append(notice)
    return tuple(dict.fromkeys(found))


def answers_not_counted(lost: Iterable[Lost]) -> list[Notice]:
    """Say which answer of fact the safe date leaves out; one of law leaves no day."""
    return [
        Notice(
            code="answer-not-computed",
            text=(
                f"{one.question} If {one.choice}: no date can be computed, so the safe "
                f"date does not cover that answer. {one.error}"
            ),
        )
        if one.is_of_fact
        else Notice(code="no-safe-date", text=str(one.refusal()))
        for one in lost
    ]


def assumed_act(count: Count, outcome: Outcome) -> list[Notice]:
    """Say which act was assumed, where the date would be another for another act."""
    recipe = recipe_of(count, count.chosen)
    if not count.act_is_assumed or count.served:
        return []
    settings, codes = recipe.settings, {step[0] for step in outcome.steps}
    matters = "roll" in codes and recipe.roll.acts is not None
    if recipe.count.inaccessible:
        matters |= recipe.act in settings.inaccessible_acts | settings.closing_acts
    if not matters:
        return []
    text = (
        f"Nobody said what must be done: it was counted as something to {recipe.act}. "
        "For another act the day can be an earlier one; name the act (act)."
    )
    return [Notice(code="act-assumed", text=text)]


def hour_of_named_day(count: Count, outcome: Outcome) -> list[Notice]:
    """Say at which hour the time ends on the weekday that a rule names, where in doubt.

    By whose clock, if nobody said which court; and that the hour was kept where that
    weekday was closed, which no authority that was read decides.
    """
    named = count.ends_on
    if named is None or named.minute is None:
        return []
    moved = outcome.due != outcome.nominal
    if moved and named.frees_the_day:
        return []
    found = []
    if not (count.venue.zones or count.rule.zone):
        text = (
            f"The time ends at {named.hour} by the court's clock. Name the court for "
            "the instant."
        )
        found.append(Notice(code="hour-of-named-day", text=text))
    if moved:
        text = (
            f"The weekday that the rule names was closed. The hour, {named.hour}, was "
            "kept for the day to which the end was moved: no rule entered says that "
            "the whole of that day is left."
        )
        found.append(Notice(code="hour-kept", text=text))
    return found


def service_while_stopped(count: Count, outcome: Outcome) -> list[Notice]:
    """Say that the time for service met days on which time stands still."""
    recipe = recipe_of(count, count.chosen)
    windows = recipe.windows
    if windows is None or not recipe.added:
        return []
    forward = recipe.sign > 0
    for code, start, end, *_ in outcome.steps:
        if not code.startswith("add"):
            continue
        # Counted back, time for service that met such days begins anew at the last.
        first, last = sorted((start.toordinal(), end.toordinal()))
        met = windows.between(first + forward, last)
        if met:
            text = (
                f"The time {_added_for(code, count)} meets days on which time stands "
                f"still ({windows.clause(met[0])}), and no rule entered says whether "
                f"it runs there: it was taken to {'' if forward else 'not '}run, which "
                "gives the earlier date. For the other, leave it out and add that time "
                "yourself."
            )
            return [Notice(code="service-while-stopped", text=text)]
    return []


def moved_into_recess(count: Count, outcome: Outcome) -> list[Notice]:
    """Say that only the move off a closed day led into a recess, if no rule decides."""
    recipe = recipe_of(count, count.chosen)
    due, nominal = outcome.due.toordinal(), outcome.nominal.toordinal()
    if count.served or (recipe.runs_freely and not recipe.carried):
        return []
    clause = reaches_by_roll(recipe, nominal, due)
    if not clause:
        return []
    says = "it was taken to stay there"
    if recipe.sign < 0:
        says = "it was taken to be moved on, to the day before"
    text = (
        "Only the move off a closed day leads into a recess "
        f"({clause}), and no rule entered says what follows "
        f"from that: {says}, which gives the earlier date."
    )
    return [Notice(code="moved-into-recess", text=text)]


def _given_notice(recipe: Recipe) -> list[Notice]:
    """Say that time was added on nobody's authority but the caller's."""
    given = recipe.count.given.added
    if given is None or recipe.count.served:
        return []
    text = (
        f"{given} were added as given: whether they are due, and how they are counted, "
        "no rule entered was asked. They were added to the end, before any move off a "
        "closed day"
    )
    if recipe.order.as_one:
        text = f"{given} were added as given, and counted as one with the period"
    elif recipe.order.adds_first:
        text = f"{given} were added as given, before the period was counted"
    return [Notice(code="added-as-given", text=f"{text}.")]


def _added_for(code: str, count: Count) -> str:
    """Say for what time was added."""
    if code == "add-given":
        return "that was given to be added"
    if code == "add-distance":
        return "that distance adds"
    return f"that service by {count.given.service} adds"


def grace(count: Count, outcome: Outcome) -> list[Notice]:
    """Say until when something is accepted after the day due."""
    recipe = recipe_of(count, count.chosen)
    said, due = recipe.settings.grace, outcome.due
    if said is None or isinstance(due, datetime):
        return []
    day = day_of_grace(recipe, due)
    if day is None:
        return []
    hour = f"{said.until // 60:02d}:{said.until % 60:02d}"
    text = (
        f"What is filed by {hour} on {day:%a %Y-%m-%d}, the court day after the day "
        f"due, is accepted as in time ({said.clause}). The day due stays "
        f"{due.isoformat()}: enter that."
    )
    return [Notice(code="grace", text=text)]


def ends_in_recess_apart(count: Count, outcome: Outcome) -> list[Notice]:
    """Say that the period ends in a recess without the time added, or only with it."""
    recipe = recipe_of(count, count.chosen)
    for (recess, windows), (code, start, end, *_) in product(
        recipe.carriers, outcome.steps
    ):
        if code.startswith("add") and windows.around(
            start.toordinal()
        ) != windows.around(end.toordinal()):
            text = (
                f"With the time {_added_for(code, count)} the period ends in the "
                "recess, or without it, and not in both cases "
                f"({recess.clause}); no rule entered says which end counts: it "
                "was taken not to end there, which gives the earlier date."
            )
            return [Notice(code="recess-and-service", text=text)]
    return []


def _incomplete(recipe: Recipe, days: Callable[[], Collection[date]]) -> list[Notice]:
    """Say what the calendars lack at which the count looked, if it could matter."""
    minding: dict[str, frozenset[str]] = {}
    for spec in closed_at(recipe):
        for role, kinds in spec:
            minding[role] = minding.get(role, frozenset()) | kinds
    used = [one for one in recipe.venue.calendars if one[0] in minding]
    if not any(calendar.definition.lacks_something for _, calendar in used):
        return []
    looked_at = days()
    return [
        Notice(code="calendar-incomplete", text=text)
        for role, calendar in used
        for text in calendar.definition.lacking(looked_at, minding[role])
    ]


def _opened(count: Count, days: Callable[[], Collection[date]]) -> list[Notice]:
    """Name the days at which the count looked that are open, and would be closed."""
    if not any(calendar.laid().openings for _, calendar in count.venue.calendars):
        return []
    return [
        Notice(
            code="opened-day",
            text=f"{one.on:%A}, {one.on}, is a working day in {name}: {one.name} "
            f"({one.authority}).",
        )
        for one, name in opened_days(count, days())
    ]


def _unfilled(recipe: Recipe) -> list[Notice]:
    """Name the roles that the rule needs and nobody filled, counting forward."""
    roles = dict.fromkeys(
        role
        for spec in closed_at(recipe)
        for role in recipe.venue.closed(spec).unfilled
    )
    if not roles:
        return []
    missing = "the state" if recipe.venue.courts else "the court or the state"
    text = (
        f"Nobody said whose holidays count as those of the {', '.join(roles)}: they "
        "were not considered, so the date may be earlier than need be. Name "
        f"{missing}."
    )
    return [Notice(code="role-not-filled", text=text)]


def _without_recess(recipe: Recipe) -> list[Notice]:
    """Say that a recess should stand in a calendar, and does not, counting forward."""
    return [
        Notice(
            code="recess-not-entered",
            text=(
                f"Days of a recess stop time under {recipe.count.rule.id}, and "
                f"{calendar} has none: the date may be earlier than need be. Give a "
                "calendar that has them."
            ),
        )
        for _, calendar in recipe.without_recess()
    ]


def _inaccessible_notice(recipe: Recipe) -> list[Notice]:
    """Say that days of which the rule does not speak were given, and did nothing."""
    settings = recipe.settings
    acts = settings.inaccessible_acts | settings.closing_acts
    if not recipe.count.inaccessible or recipe.act in acts:
        return []
    spoken = "does not speak of them"
    if acts:
        spoken = f"speaks of them only for the act {' or '.join(sorted(acts))}"
    text = (
        "Days on which the clerk's office was inaccessible were given and change "
        f"nothing: {recipe.count.rule.id} {spoken}."
    )
    return [Notice(code="inaccessible-not-considered", text=text)]


def _service_notices(recipe: Recipe) -> list[Notice]:
    count, settings = recipe.count, recipe.settings
    table = count.table or settings.table_for(count.sign)
    if table == "notice only":
        text = (
            f"Service by {count.given.service} was given, and adds nothing: the period "
            "runs from notice or from an order, not from service. Some would add days."
        )
        return [Notice(code="service-notice-only", text=text)]
    only = settings.service[table].only if table in settings.service else ""
    # A deadline names its table because it runs from service.
    if only and count.table is None and recipe.extra is not None:
        return [Notice(code="service-only", text=only), *_completion_notice(recipe)]
    others = None if table == "none" else settings.service[table].others
    if (
        others is not None
        and count.given.service not in settings.service[table].methods
    ):
        text = (
            f"Service by {count.given.service} adds nothing: {others.clause} names the "
            "methods that add time, and it is none of these."
        )
        notice = Notice(code="service-not-listed", text=text)
        return [notice, *_completion_notice(recipe)]
    is_completed = any(count.given.service in m for m in settings.completion.values())
    if table == "none" and count.by_service:
        # It chose the period; what it does not do is to lengthen it.
        return _completion_notice(recipe)
    if table == "none":
        text = (
            f"Service by {count.given.service} was given, and adds nothing: service "
            "does not lengthen this period."
        )
        if is_completed and count.sign > 0:
            text += " It can be complete only later: find that day first."
        return [Notice(code="service-adds-nothing", text=text)]
    return _completion_notice(recipe)


def _completion_notice(recipe: Recipe) -> list[Notice]:
    count, settings = recipe.count, recipe.settings
    papers = [
        paper
        for paper, methods in settings.completion.items()
        if count.given.service in methods and paper in {"any", count.given.paper}
    ]
    # Counted back, the trigger is a hearing or the like, and nothing that was served;
    # and where the table itself says from when it counts, that day was found.
    if papers and count.sign > 0 and recipe.deemed in {None, settings.deemed}:
        method = count.given.service or ""
        if recipe.extra is not None and any(
            settings.completion[paper][method].number for paper in papers
        ):
            # Both wait for the mail: CR 5(b)(2)(A) and 6(e) of Washington.
            text = (
                "Days for service are added to the trigger date: give the day of "
                "posting or sending, or the wait for the mail is counted twice."
            )
            return [Notice(code="service-completion", text=text)]
        text = (
            "The trigger date is taken as the day on which service was complete. If it "
            "is the day of posting or sending, find the day of service first."
        )
        return [Notice(code="service-completion", text=text)]
    return []


def verification_notice(
    authorities: Iterable[tuple[str, Authority]],
) -> Notice | None:
    """Return the notice of what was least well verified, if any was not read."""
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
