"""How a clock is explained: days by their grounds, and a picture of them."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.explain import say_day
from legalcase.counting.argument.notices.verified import verification_notice
from legalcase.errors import InvalidValueError
from legalcase.markup import Table, escape, escape_markdown, one_line
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.scheduling.clocks.clock import StatutoryClock
    from legalcase.scheduling.clocks.effect import Effect

__all__ = ["explain", "timeline"]

_FORMS: Final = ("text", "markdown", "html")
_KEY: Final = "S start  . counted  x excluded  # excluded on several grounds  | asked"
_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)


def explain(clock: StatutoryClock, form: str, on: date, width: int) -> str:
    """Return the explanation in one of the forms; `InvalidValueError` for another."""
    if type(width) is not int or width < 1:
        msg = f"{width!r} is no width in columns. Give a whole number: 80, say."
        raise InvalidValueError(msg, field="width", value=width)
    if form not in _FORMS:
        msg = f"{shown(form)} is no form. Ask for 'text', 'markdown' or 'html'."
        raise InvalidValueError(msg, field="form", value=form)
    said, tables = list(_said(clock, on)), _tables(clock, on)
    noticed = list(_noticed(clock))
    if form == "html":
        parts = ['<div style="font-family:system-ui,sans-serif;font-size:13px">']
        parts += [f"<p>{escape(line)}</p>" for line in said]
        parts += [table.html() for table in tables]
        parts += [f"<p>{escape(line)}</p>" for line in noticed]
        return "".join((*parts, "</div>"))
    if form == "markdown":
        lines = [f"**{escape_markdown(said[0])}**"]
        for line in said[1:]:
            lines += ["", escape_markdown(line)]
        for table in tables:
            lines += ["", *_markdown(table)]
        for line in noticed:
            lines += ["", escape_markdown(line)]
        return "\n".join(lines)
    from textwrap import fill

    blocks = ["\n".join(fill(one_line(line), width) for line in said)]
    blocks += [table.text(width) for table in tables]
    if noticed:
        lines = ["notice", *(fill(one_line(line), width) for line in noticed)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _markdown(table: Table) -> Iterator[str]:
    if table.caption:
        yield escape_markdown(table.caption)
        yield ""
    yield "| " + " | ".join(table.head) + " |"
    yield "|---" * len(table.head) + "|"
    for row in table.rows:
        yield "| " + " | ".join(map(escape_markdown, row)) + " |"


def _said(clock: StatutoryClock, on: date) -> Iterator[str]:
    rule, standing = clock.rule, clock.standing(on=on)
    yield f"{rule.title} ({rule.authority})"
    began = "; ".join(f"{word} {say_day(day)}" for word, day in clock.started)
    yield f"Starts on {say_day(clock.start_on)}, itself not counted: {began}."
    for one in clock.lengthened:
        yield f"Lengthened by {one.days} days ({one.cite})."
    yield (
        f"On {say_day(on)}: {standing.elapsed} days since the start, "
        f"{standing.excluded} excluded, {standing.counted} counted of "
        f"{standing.limit}."
    )
    if not clock.binds:
        yield f"Waived in writing ({rule.waiver_cite}): it binds nobody."
    elif clock.waived_by is not None:
        known = f" ({rule.waiver_cite})" if rule.waiver_cite else ""
        yield f"A waiver was stated and has no effect{known}."
    if rule.bound == "not-earlier-than":
        day = standing.last_on
        yield f"First day: {'none' if day is None else say_day(day)}."
    else:
        yield from _last(clock, on)
    if clock.ended_on is not None:
        yield f"It ended on {say_day(clock.ended_on)}."
    if clock.because is not None:
        yield f"It takes the place of another: {clock.because}."
    if rule.sanction is not None and standing.is_exceeded:
        yield f"What follows: {rule.sanction} ({rule.sanction_cite})."


def _noticed(clock: StatutoryClock) -> Iterator[str]:
    """Say what whoever relies on it must know: what is not entered, what nobody read.

    Of the grounds, those that were stated.
    """
    rule = clock.rule
    stated = {one.basis for one in clock.exclusions}
    grounds = [one for one in rule.exclusions if one.id in stated]
    if rule.note is not None:
        yield rule.note
    for ground in grounds:
        if ground.note is not None:
            yield f"{ground.id}: {ground.note}"
    found = verification_notice(
        [(rule.id, rule.authority), *((one.id, one.authority) for one in grounds)]
    )
    if found is not None:
        yield found.text


def _last(clock: StatutoryClock, on: date) -> Iterator[str]:
    standing = clock.standing(on=on)
    if standing.last_on is not None:
        yield f"Last day: {say_day(standing.last_on)}."
        if standing.last_on.weekday() >= _SATURDAY:
            yield "No weekend or holiday carries a clock on: that is a court's rule."
    else:
        yield (
            "Not running: an exclusion is open. If it ended on "
            f"{say_day(on)}, the last day would be {say_day(standing.if_running_on)}."
        )
    if standing.is_exceeded:
        yield f"The limit is exceeded by {-standing.remaining} days."
    if clock.readings(on=on):
        yield f"Right under every reading: {say_day(clock.safe(on=on))}."


def _tables(clock: StatutoryClock, on: date) -> list[Table]:
    effects = clock.effects(on=on)
    cites = {one.rule.id: str(one.rule.authority) for one in effects}
    table = Table("", ("from", "through", "days", "what", "authority"))
    for one in clock.ranges(on=on):
        said = f"excluded: {', '.join(one.bases)}" if one.is_excluded else "counted"
        cited = "; ".join(dict.fromkeys(cites[name] for name in one.bases))
        days = f"{one.first_on:%Y-%m-%d}", f"{one.last_on:%Y-%m-%d}", str(one.days)
        table.add(*days, said, cited)
    found = [table]
    if effects:
        found.append(_stated(effects))
    answers = clock.readings(on=on)
    if answers:
        table = Table("Other readings", ("last day", "counted", "question and answer"))
        for answer in answers:
            said = "; ".join(f"{q} {name} ({cite})" for q, name, cite in answer.answers)
            table.add(f"{answer.last_on:%Y-%m-%d}", str(answer.counted), said)
        found.append(table)
    if clock.earlier:
        table = Table("Before it", ("clock", "from", "to", "why it took its place"))
        for past, after in zip(clock.earlier, clock.history[1:], strict=True):
            ended = "" if past.ended_on is None else f"{past.ended_on:%Y-%m-%d}"
            began = f"{past.start_on:%Y-%m-%d}"
            table.add(past.rule.id, began, ended, after.because or "")
        found.append(table)
    return found


def _stated(effects: tuple[Effect, ...]) -> Table:
    table = Table("As stated", ("ground", "from", "until", "takes out", "by"))
    for one in effects:
        stated = one.exclusion
        until = "open" if stated.until_on is None else f"{stated.until_on:%Y-%m-%d}"
        taken = "; ".join((f"{one.days} days", *one.notes))
        by = " ".join(filter(None, (stated.by, stated.via)))
        table.add(one.rule.id, f"{stated.from_on:%Y-%m-%d}", until, taken, by)
    return table


def timeline(clock: StatutoryClock, on: date) -> str:
    """Return the days from the month of the start to that of `on`, one month a line."""
    fates: dict[date, str] = {}
    for one in clock.ranges(on=on):
        mark = ".x#"[min(len(one.bases), 2)]
        for number in range(one.days):
            fates[one.first_on + number * _DAY] = mark
    fates[clock.start_on] = "S"
    lines = [" " * 8 + "".join(str(day % 10) for day in range(1, 32))]
    month = clock.start_on.replace(day=1)
    while month <= on:
        length = monthrange(month.year, month.month)[1]
        row = "".join(fates.get(month + number * _DAY, " ") for number in range(length))
        if (month.year, month.month) == (on.year, on.month):
            row = f"{row[: on.day]}|"
        lines.append(f"{month:%Y-%m} {row}".rstrip())
        if month.year == MAXYEAR and month.month == on.month:
            break  # no month comes after it
        month += length * _DAY
    return "\n".join((*lines, _KEY))
