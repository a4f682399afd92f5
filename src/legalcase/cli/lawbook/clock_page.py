"""Clocks of the law as text: those found, and one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.cli.console.shell import quoted
from legalcase.cli.console.terminal import paragraphs, width
from legalcase.cli.console.wording import verified
from legalcase.cli.lawbook.to_try import clock_to_try
from legalcase.markup import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.clock_rule import ClockRule, ExclusionRule

__all__ = ["clock_data", "clock_page", "clocks_found"]

_NEEDS = {
    "nothing": "by itself",
    "order": "if an order stands on the record",
    "finding": "if a finding stands on the record",
}


def clocks_found(clocks: tuple[ClockRule, ...], count: int) -> str:
    """Return a table of clocks, said to be such: deadlines stand beside them."""
    table = Table("", ("clock", "what", "limit"))
    for clock in clocks:
        table.add(clock.id, clock.title, _limit(clock))
    noun = "clock" if count == 1 else "clocks"
    many = f"{count} {noun}"
    if len(clocks) < count:
        many = f"The best {len(clocks)} of {count} {noun}; --all shows all"
    hint = (
        f"{many}: what the law excludes of their time does not count. One of them "
        f"whole: legalcase rules {quoted(clocks[0].id)}"
    )
    return f"{table.text(width())}\n\n{paragraphs(hint)}"


def clock_data(clock: ClockRule) -> dict[str, Any]:
    """Return a clock as JSON types, said to be one."""
    return {"sort": "clock", **clock.to_dict()}


def clock_page(clock: ClockRule) -> str:
    """Return a clock with what it runs from, and what takes time out of it."""
    facts = Table("", (clock.id, ""))
    facts.add("what", clock.title)
    facts.add("sort", "a clock: what the law excludes of its time does not count")
    facts.add("limit", _limit(clock))
    for name, text in (*_starts(clock), *_more(clock)):
        facts.add(name, text)
    facts.add("authority", f"{clock.authority.cite} ({verified(clock.authority)})")
    if clock.overrides:
        facts.add("from", "a folder of your own, in the place of the bundled entry")
    parts = [facts.text(width())]
    if clock.exclusions:
        table = Table("", ("excluded", "what", "takes time out", "authority"))
        for one in clock.exclusions:
            table.add(one.id, one.name, _takes(one), one.authority.cite)
        parts.append(table.text(width()))
    for dispute in clock.disputes:
        question = f"{dispute.question} Adopted: {dispute.adopted}."
        table = Table(question, ("answer", "authority"))
        for reading in dispute.readings:
            table.add(reading.name, reading.authority.cite)
        parts.append(table.text(width()))
    parts.append(clock_to_try(clock))
    return "\n\n".join(part for part in parts if part)


def _limit(clock: ClockRule) -> str:
    return f"{clock.limit}, {clock.bound.replace('-', ' ')}"


def _starts(clock: ClockRule) -> Iterator[tuple[str, str]]:
    for start in clock.starts:
        optional = ", where it happened" if start.is_optional else ""
        yield "runs from", f"{start.event}{optional} ({start.cite})"
    if clock.from_year_end:
        yield "", "from the end of the year in which the last of these fell"
    elif len(clock.starts) > 1:
        yield "", "from the last of these"


def _more(clock: ClockRule) -> Iterator[tuple[str, str]]:
    if clock.ends:
        yield "met by", ", ".join(clock.ends)
    if clock.nature:
        yield "nature", clock.nature
    for one in clock.extensions:
        by = f"by {one.add}" if one.add else f"up to {one.up_to}"
        yield "lengthened", f"{by}: {one.given} ({one.cite})"
    if clock.sanction:
        cite = f" ({clock.sanction_cite})" if clock.sanction_cite else ""
        yield "if it runs out", f"{clock.sanction}{cite}"
    if clock.note:
        yield "note", clock.note


def _takes(one: ExclusionRule) -> str:
    said = _NEEDS[one.needs]
    if one.most:
        unless = ", unless more is reasonable" if one.is_rebuttable else ""
        said += f", at most {one.most}{unless}"
    if one.goes_on:
        said += f", and {one.goes_on} longer"
    return said
