"""Notices and authorities of what was asked: what to know, on what it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.argument.behind.grounds import closed_at
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Notice
from legalcase.counting.engine.recipe import recipe_of
from legalcase.law.book.laid_over import is_replaced
from legalcase.law.book.local_rules import local_rules_for
from legalcase.law.book.venues import OF_THE_FORUM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.authority import Authority
    from legalcase.calendars.entries.definition import CalendarDefinition
    from legalcase.counting.engine.count import Count
    from legalcase.law.call.asked import Asked

__all__ = ["authorities", "extra_notices"]

_SEVERAL: Final = 2


def authorities(
    asked: Asked, _: tuple[Count, ...] = ()
) -> Iterator[tuple[str, Authority]]:
    """Yield (name, authority) of the time itself, by its citation.

    What else decided, the count knows: its rule, and the closures that it met.
    """
    if asked.deadline is not None and asked.version is not None:
        authority = asked.version.authority
        yield f"{authority.cite} (the time itself)", authority


def extra_notices(asked: Asked, count: Count | None) -> tuple[Notice, ...]:
    """Return the notices that follow from what was asked, and its count if one."""
    found = []
    law = asked.call.law
    if law.overriding:
        for sort, name in sorted(set(_used(asked, count)), key=_by_name):
            if is_replaced(law, sort, name):
                said = name if "/" in name else f"The {sort} {name}"
                text = f"{said} was put in its place by a folder of your own."
                found.append(Notice(code="override", text=text))
    if asked.version is not None and asked.version.note:
        found.append(Notice(code="note", text=asked.version.note))
    found += asked.call.said
    found += _defaults_notice(asked, count)
    found += _expiry_notice(asked)
    found += _local_notice(asked)
    for calendar in _calendars(asked, count):
        if calendar.startswith("holidays:"):
            text = (
                f"{calendar} is a general list of holidays, not a court calendar: it "
                "can name days on which courts sit, and miss days on which they do not."
            )
            found.append(Notice(code="not-a-court-calendar", text=text))
    return tuple(dict.fromkeys(found))


def _by_name(entry: tuple[str, str]) -> tuple[str, str]:
    sort, name = entry
    return name, sort


def _used(asked: Asked, count: Count | None) -> Iterator[tuple[str, str]]:
    """Yield (sort, id) of everything that what was asked rests on."""
    law, court = asked.call.law, asked.call.court
    if asked.deadline is not None:
        yield "deadline", asked.deadline.id
        yield from (("deadline", name) for name in asked.term.references())
    name: str | None = asked.rule.id
    while name is not None:
        yield "rule", name
        name = law.base_of(name)
    for place in (asked.rule.id, asked.call.given.forum):
        if place is not None:
            yield "jurisdiction", _jurisdiction(place)
    if court is not None:
        yield "court", court.id
    local = local_rules_for(*asked.for_local_rules)
    if local is not None:
        yield "local-rules", local.raw["local_rules"]["id"]
    if count is not None:
        yield from (("calendar", name) for name in _calendars(asked, count))


def _calendars(asked: Asked, count: Count | None) -> Iterator[str]:
    """Yield the id of each calendar that was used, and of those it is based on."""
    given, court, law = asked.call.calendar, asked.call.court, asked.call.law
    if count is not None:
        used = [calendar for _, calendar in count.venue.calendars]
    elif given is not None:
        used = [law.calendar(given) if isinstance(given, str) else given]
    elif court is not None:
        used = [law.calendar(name) for _, name in court.calendars]
    else:
        used = [law.calendar(asked.rule.default_calendar)]
    for calendar in used:
        definition: CalendarDefinition | None = calendar.definition
        while definition is not None:
            yield definition.id
            definition = definition.base


def _defaults_notice(asked: Asked, count: Count | None) -> list[Notice]:
    """Say which calendars fill a role because the rule gives them, and nothing else."""
    if count is None or not asked.rule.default_calendars:
        return []
    court, forum = asked.call.court, count.venue.forum
    filled = set() if court is None else {role for role, _ in court.calendars}
    filled |= set() if forum is None else set(OF_THE_FORUM)
    specs = closed_at(recipe_of(count, count.chosen))
    minded = {role for spec in specs for role, _ in spec}
    why = "no court is given" if court is None else f"{court.id} has none"
    return [
        Notice(
            code="calendar-by-default",
            text=f"In the role {role} stands the calendar {name}: {asked.rule.id} "
            f"names it, where {why}.",
        )
        for role, name in asked.rule.default_calendars
        if role in minded and role not in filled
    ]


def _expiry_notice(asked: Asked) -> list[Notice]:
    """Say that a plain date was taken for the end of another period."""
    trigger = asked.term.trigger
    anchor = asked.anchors.get("")
    if trigger is None or trigger.expiry_of is None or anchor is None:
        return []
    if isinstance(anchor, Computation):
        return []
    text = (
        f"The date given was taken as the end of the time under {trigger.expiry_of}. "
        "Give what that time runs from, by name, to have its end computed."
    )
    return [Notice(code="expiry-taken-as-given", text=text)]


def _local_notice(asked: Asked) -> list[Notice]:
    court = asked.call.court
    # What neither court nor parties may move, no local rule does.
    if court is None or asked.barred_by is not None:
        return []
    law = asked.call.law
    file = law.local_rules(court.id)
    if file is not None:
        name = file.raw["local_rules"]["name"]
        if local_rules_for(*asked.for_local_rules) is not None:
            text = (
                f"Of the {name} ({court.id}), {_entered(file.raw)} entered; read the "
                "rest."
            )
            return [Notice(code="local-rules-consulted", text=text)]
        if asked.call.given.local_rules == "none":
            text = f"{name} ({court.id}) were left aside, as asked."
            return [Notice(code="local-rules-left-aside", text=text)]
        # What is entered is of another rule: of this one nothing was consulted.
        text = (
            f"Of the local rules of {court.name} those are not entered here that bear "
            f"on {asked.for_local_rules[2].id}, and none were consulted. Read them, "
            "and any standing order of the judge."
        )
        return [Notice(code="local-rules-not-consulted", text=text)]
    if not any(
        folder.names(_jurisdiction(court.id), "local-rules") for folder in law.folders
    ):
        return []
    text = (
        f"The local rules of {court.name} are not entered here and were not consulted. "
        "Read them, and any standing order of the judge."
    )
    return [Notice(code="local-rules-not-consulted", text=text)]


#: What local rules can lay over the rule that counts, in words.
_SETTINGS: Final = {
    "end_of_day": "the hour at which the day ends",
    "trigger_day": "from which day a period counts",
    "days": "how days are counted",
    "court_days": "which days are court days",
    "months": "how months are counted",
    "short": "how short periods are counted",
    "minimum": "how many court days a period must have",
    "suspension": "a recess",
    "tolls": "orders by which time stood still",
    "closed_days": "which days are closed",
    "distance": "the time for distance",
    "roll": "where a period goes that ends on a closed day",
    "service_for": "which periods service lengthens",
    "service": "the days for service",
    "completion": "when service is complete",
    "hours": "how hours are counted",
    "inaccessible": "what holds when the office cannot be reached",
    "extension": "where an extension begins",
    "expiry": "where a period begins that runs from another's end",
}


def _entered(raw: Mapping[str, Any]) -> str:
    """Say how much of local rules is entered: ``"3 deadlines and … are"``."""
    count = len(raw.get("deadline", ()))
    things = [f"{count} deadline{'' if count == 1 else 's'}"] if count else []
    keys = dict.fromkeys(key for table in raw.get("version", ()) for key in table)
    things += [_SETTINGS[key] for key in keys if key in _SETTINGS]
    if not things:
        return "nothing is"
    *most, last = things
    said = f"{', '.join(most)} and {last}" if most else last
    return f"{said} {'is' if len(things) == 1 and count < _SEVERAL else 'are'}"


def _jurisdiction(name: str) -> str:
    return name.partition("/")[0]
