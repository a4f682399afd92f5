"""Whether the parts of a playbook fit together: names, kinds, order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.plans.files.parts import named
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.plans.files.parts import Parts
    from legalcase.plans.files.validate import Flaw
    from legalcase.practice.plan import PlanSentry, PlanStage, PlaybookItem

__all__ = ["structure_flaws"]

#: Kinds of items that have their date from elsewhere.
_DATED = ("deadline", "hearing")


def structure_flaws(parts: Parts) -> Iterator[Flaw]:
    """Yield (path, what is wrong) of what hangs together wrongly."""
    for name, item in parts.items.items():
        path = parts.paths["item", name]
        yield from _names(parts, item, path)
        yield from _kind(item, path)
        yield from _authority(item, path)
    for index, (name, stage) in enumerate(parts.stages.items()):
        path = parts.paths["stage", name]
        for number, sentry in enumerate(stage.enters):
            yield from _sentry(parts, sentry, f"{path}.enters[{number}]")
        if index and not stage.enters and stage.table_stage is None:
            yield (
                path,
                (
                    "has nothing by which it is entered. Write enters = [{…}], or "
                    "table_stage = '…'."
                ),
            )
    yield from _order(parts)
    yield from _dates(parts)


def _unknown(parts: Parts, noun: str, name: str, path: str) -> Iterator[Flaw]:
    known = named(parts, noun)
    if name not in known:
        said = ", ".join(known) or "none"
        yield path, f"is {shown(name)}, and no {noun}. The {noun}s are: {said}."


def _names(parts: Parts, item: PlaybookItem, path: str) -> Iterator[Flaw]:
    yield from _unknown(parts, "stage", item.stage, f"{path}.stage")
    yield from _unknown(parts, "role", item.accountable, f"{path}.accountable")
    several = (
        ("role", "responsible", item.responsible),
        ("objective", "serves", item.serves),
        ("item", "after", item.after),
    )
    for noun, key, names in several:
        for index, name in enumerate(names):
            yield from _unknown(parts, noun, name, f"{path}.{key}[{index}]")
    for index, sentry in enumerate(item.when):
        yield from _sentry(parts, sentry, f"{path}.when[{index}]")
    if item.offset is not None:
        yield from _sentry(parts, item.offset.of, f"{path}.offset.of")
    for index, condition in enumerate(item.conditions):
        if condition.stage is not None:
            where = f"{path}.if[{index}].stage"
            yield from _unknown(parts, "stage", condition.stage, where)


def _sentry(parts: Parts, sentry: PlanSentry, path: str) -> Iterator[Flaw]:
    if sentry.sort in ("item", "stage"):
        where = f"{path}.{sentry.sort}"
        yield from _unknown(parts, sentry.sort, sentry.word, where)


def _kind(item: PlaybookItem, path: str) -> Iterator[Flaw]:
    """See that an item has what its kind needs, and nothing that it cannot have."""
    kind = item.kind
    needs = (
        (
            "deadline",
            "rule",
            bool(item.rules) or item.by_order,
            "the rules by which it is due, or that an order sets it (by_order = true)",
        ),
        ("hearing", "hearing", item.hearing is not None, "what hearing it is"),
        ("document", "document", item.document is not None, "the kind of document"),
    )
    for only, key, is_given, what in needs:
        if kind == only and not is_given:
            yield f"{path}.{key}", f"is missing: a {kind} says {what}. Write {key} = …."
        elif kind != only and is_given:
            yield (
                f"{path}.{key}",
                (
                    f"stands with a {kind}, and only a {only} has it. Leave it out, or "
                    f"make it kind = {only!r}."
                ),
            )
    yield from _dated(item, path)
    yield from _ordered(item, path)
    if item.offset is not None and item.offset.of.sort == "engagement":
        what = (
            "counts from the engagement, which stands on no docket. Count from an "
            "event, a hearing, a stage or an item."
        )
        yield f"{path}.offset.of", what


def _ordered(item: PlaybookItem, path: str) -> Iterator[Flaw]:
    """See that what an order sets is not counted by a rule, and is found again."""
    if not item.by_order:
        return
    if item.rules:
        what = (
            "stands beside rules, and either an order or a rule gives the date. Leave "
            "one of the two out."
        )
        yield f"{path}.by_order", what
    if not item.done_by:
        what = (
            "is missing: a date of an order is found by what meets it. Write done_by = "
            "['disclosure-list-served'], say."
        )
        yield f"{path}.done_by", what


def _dated(item: PlaybookItem, path: str) -> Iterator[Flaw]:
    """See that what has its date from elsewhere gets none of ours."""
    kind = item.kind
    if kind not in _DATED:
        if item.lead_times:
            what = (
                f"stand with a {kind}, which has no date to be ahead of. Use offset, "
                "or a deadline or a hearing."
            )
            yield f"{path}.lead_times", what
        return
    if item.offset is not None:
        what = (
            f"stands with a {kind}, whose date comes from the law or the court. Leave "
            "it out; dates of our own ahead of it are lead_times."
        )
        yield f"{path}.offset", what
    if item.pick != "each":
        what = (
            f"is {item.pick!r}: a {kind} stands as often as the law gives it or the "
            "court sets it. Leave it out."
        )
        yield f"{path}.pick", what
    if item.per == "charge":
        what = (
            f"is 'charge': the law says for whom a {kind} is. Leave it out, or write "
            "'opponent' for what the other parties owe."
        )
        yield f"{path}.per", what


def _authority(item: PlaybookItem, path: str) -> Iterator[Flaw]:
    """See that what is said to have been read is quoted, with its source."""
    authority = item.authority
    if authority.verified != "text" or authority.cite == "policy":
        return
    for key in ("words", "source"):
        if getattr(authority, key) is None:
            yield (
                f"{path}.authority.{key}",
                (
                    "is missing, and verified says 'text'. Quote what was read and say "
                    "where, or say 'secondary' or 'recall'."
                ),
            )


def _order(parts: Parts) -> Iterator[Flaw]:
    """See that nothing waits for itself, and that everything can begin."""
    on_circles: set[str] = set()
    for name in parts.items:
        circle = _circle(parts, name)
        if circle and not on_circles & set(circle):
            on_circles |= set(circle)
            said = " → ".join((*circle, circle[0]))
            yield (
                parts.paths["item", circle[0]],
                f"waits for itself: {said}. Take one of them out of after or when.",
            )
    begins = _reached(parts)
    for name, item in parts.items.items():
        if name in begins["item"] or name in on_circles:
            continue
        yield (
            parts.paths["item", name],
            f"can never begin: {_why(item, begins)}. See its stage, when and after.",
        )


def _dates(parts: Parts) -> Iterator[Flaw]:
    """See that no date of our own counts from itself."""
    of = {
        name: item.offset.of.item
        for name, item in parts.items.items()
        if item.offset is not None and item.offset.of.item is not None
    }
    told: set[str] = set()
    for first in of:
        way = [first]
        while (following := of.get(way[-1])) is not None and following not in way:
            way.append(following)
        if following == first and first not in told:
            told |= set(way)
            yield (
                f"{parts.paths['item', first]}.offset.of",
                (
                    f"counts from itself: {' → '.join((*way, first))}. Count one of "
                    "them from an event, a hearing or a deadline."
                ),
            )


def _why(item: PlaybookItem, begins: dict[str, set[str]]) -> str:
    left = [name for name in item.after if name not in begins["item"]]
    if left:
        return f"it comes after {', '.join(left)}"
    if not item.when:
        return f"its stage {item.stage!r} is never entered"
    return f"nothing makes {' or '.join(map(str, item.when))}"


def _circle(parts: Parts, name: str) -> tuple[str, ...]:
    """Return the items on a way from one to itself; empty: none."""
    came_from: dict[str, str] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        for other in _needs(parts.items.get(one)):
            if other == name:
                way = [one]
                while way[-1] != name:
                    way.append(came_from[way[-1]])
                return tuple(way[::-1])
            if other not in came_from:
                came_from[other] = one
                waiting.append(other)
    return ()


def _needs(item: PlaybookItem | None) -> tuple[str, ...]:
    """Return the items without which an item cannot begin."""
    if item is None:
        return ()
    sentries = [one.item for one in item.when]
    alone = sentries if len(sentries) == 1 else []
    return (*item.after, *(name for name in alone if name is not None))


def _reached(parts: Parts) -> dict[str, set[str]]:
    """Return the stages that can be entered, and the items that can begin."""
    # What could not be read is told already, and holds nothing else back.
    found: dict[str, set[str]] = {
        "stage": {*named(parts, "stage")} - {*parts.stages},
        "item": {*named(parts, "item")} - {*parts.items},
    }
    size = -1
    while size != sum(map(len, found.values())):
        size = sum(map(len, found.values()))
        for index, (name, stage) in enumerate(parts.stages.items()):
            if _is_entered(stage, found, is_first=not index):
                found["stage"].add(name)
        for name, item in parts.items.items():
            begins = (
                any(_can(one, found) for one in item.when)
                if item.when
                else item.stage in found["stage"]
            )
            if begins and set(item.after) <= found["item"]:
                found["item"].add(name)
    return found


def _is_entered(
    stage: PlanStage, found: dict[str, set[str]], *, is_first: bool
) -> bool:
    if stage.table_stage is not None or any(_can(one, found) for one in stage.enters):
        return True
    return is_first and not stage.enters


def _can(sentry: PlanSentry, found: dict[str, set[str]]) -> bool:
    return sentry.sort not in found or sentry.word in found[sentry.sort]
