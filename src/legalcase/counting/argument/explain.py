"""Explanations: a computation as text, Markdown or HTML, from its steps alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.counting.argument.said import asked, notices_said, safe_said
from legalcase.dates import own_day
from legalcase.markup import Table, escape, escape_markdown, one_line, wrapped

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.quotation import Quoted
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import Step
    from legalcase.dates import Period

__all__ = ["as_html", "as_markdown", "as_text", "say_asked", "say_day"]

_FEW: Final = 3
_ONE_DAY: Final = timedelta(days=1)
#: What was added besides the time for service, and what was counted with it.
_ADDED: Final = {
    "add-distance": "more because of distance",
    "add-given": "more, as given",
    "one-period": "counted, with the time added",
}
_MIDNIGHT: Final = "23:59:59"
#: Steps that say whether an event counts: they move nothing, so no day is theirs.
_WHETHER: Final = frozenset({"in-time", "too-late", "nothing-to-stop", "which-period"})


def say_day(moment: date | datetime) -> str:
    """Write a day, or an instant, as people read it: ``"Thu 2026-07-09"``."""
    if isinstance(moment, datetime):
        zone = getattr(moment.tzinfo, "key", None) or moment.strftime("%Z")
        if moment.strftime("%H:%M:%S") == _MIDNIGHT:
            return f"{moment:%a %Y-%m-%d} 11:59 p.m. {zone}"
        return f"{moment:%a %Y-%m-%d %H:%M} {zone}"
    return f"{moment:%a %Y-%m-%d}"


def say_asked(inputs: Inputs) -> str:
    """Say what was counted, and from when: ``"30 days after Wed 2026-06-03"``."""
    day = "" if inputs.trigger is None else f" {say_day(inputs.trigger)}"
    if inputs.direction == "served":
        return f"service by {inputs.service}" + (f" on{day}" if day else "")
    way = "extending the time to" if inputs.direction == "extending" else None
    return f"{inputs.period} {way or inputs.direction}{day}"


def _names(step: Step) -> str:
    """Name the closed days of a step: holidays always, weekends in short."""
    names = [name for _, name in step.closures]
    weekend = sum(name in {"Saturday", "Sunday"} for name in names)
    others = list(dict.fromkeys(n for n in names if n not in {"Saturday", "Sunday"}))
    if not others or len(names) <= _FEW:
        return (
            ", ".join(dict.fromkeys(names))
            if len(names) <= _FEW
            else (f"{weekend} weekend days")
        )
    tail = [f"{weekend} weekend days"] if weekend else []
    return ", ".join([*others, *tail])


def _span(step: Step) -> int:
    return abs(step.end.toordinal() - step.start.toordinal())


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def _say(step: Step, computation: Computation) -> str:
    """Say what a step did, in the field's words."""
    inputs = computation.inputs
    code = step.code
    closed = _names(step)
    if code == "count":
        what = _counted(step, computation)
        return f"{what}; not counted: {closed}" if closed else what
    if code in {"add", "add-court-days"}:
        days = _span(step) - len(step.closures)
        unit = "court day" if code == "add-court-days" else "day"
        noun = unit if days == 1 else f"{unit}s"
        said = f"{days} {noun} more for service by {inputs.service}"
        return f"{said}; not counted: {closed}" if closed else said
    if code in _ADDED:
        said = f"{_days(_span(step) - len(step.closures))} {_ADDED[code]}"
        return f"{said}; not counted: {closed}" if closed else said
    if code in {"roll", "roll-first"}:
        where = "forward" if step.end > step.start else "back"
        first = "first " if code == "roll-first" else ""
        return f"{first}moved {where} past {closed}"
    fixed = {
        "trigger": "trigger; the hours run from here"
        if isinstance(step.start, datetime)
        else "trigger"
        if any(other.code == "included" for other in computation.steps)
        else "trigger; this day is not counted",
        "included": "this day is counted itself",
        "begin": f"the count begins on this day, past {closed}",
        "late": "after the hour: counts as of this day"
        + (f"; past {closed}" if closed else ""),
        "minimum": "goes on until it has enough court days"
        + (f"; past {closed}" if closed else ""),
        "suspend": f"time did not run; {_days(_span(step))} not counted",
        "ends-after": f"would end in a recess: ends {_days(_span(step))} later",
        "stay": f"falls on {closed}; not moved",
        "inaccessible": f"first accessible day, after {closed}",
        "deemed": f"counts as served on the next court day; past {closed}",
        "which-period": "of several periods, the one that holds here",
        "named-day": f"the {step.end:%A} that the rule names; the time ends on it",
        "complete": "service is complete" + (f"; past {closed}" if closed else ""),
        "expiry": f"end of the other period ({step.clause}, from "
        f"{say_day(step.start)}), from which this one runs",
        "restart": "the period runs anew from here",
        "rest": f"the period stood still, {_days(_span(step))}: what was left of it "
        "is counted as if from here",
        "in-time": "the event on which it depends came in time",
        "too-late": "the event that would have stopped it came too late",
        "nothing-to-stop": "the event that would have stopped it came before it began",
        "later-of": "the later of its parts",
        "earlier-of": "the earlier of its parts",
        "fixed": "a date certain: neither counted nor moved",
    }
    return fixed.get(code, code)


def _counted(step: Step, computation: Computation) -> str:
    period = _period_of(computation)
    counts = [s for s in computation.steps if s.code == "count"]
    if period is None or len(counts) > 1:
        return f"{_days(_span(step) - len(step.closures))} counted"
    where = "back" if step.end < step.start else "counted"
    return f"{period} {where}"


def _period_of(computation: Computation) -> Period | None:
    """Return the period that was counted: of several parts, that which decided."""
    for part in computation.parts:
        if part.trace and computation.trace[: len(part.trace)] == part.trace:
            return _period_of(part)
    return computation.inputs.period


def _day_of(step: Step) -> date | datetime:
    """Return the day that a step is about: of a count, the first that counts."""
    if step.code == "included":
        return step.start
    if step.code == "begin":
        return step.end + (_ONE_DAY if step.end > step.start else -_ONE_DAY)
    return step.end


def _table(computation: Computation, quoted: Quoted | None) -> Table:
    table = Table("", ("date", "what", "authority"))
    said: set[str] = set()
    for step in computation.steps:
        day = "-" if step.code in _WHETHER else say_day(_day_of(step))
        table.add(day, _say(step, computation), step.clause)
        for words in quoted.clauses.get(step.clause, ()) if quoted is not None else ():
            # What stands under a step above is not said again.
            if words.text not in said:
                said.add(words.text)
                table.add("", str(words), words.where)
    return table


def _without(quoted: Quoted | None) -> tuple[str, ...]:
    """Say of which citations no words are entered."""
    if quoted is None or not quoted.without:
        return ()
    return (f"No words are entered of: {'; '.join(quoted.without)}.",)


def _heading(computation: Computation) -> str:
    title = computation.inputs.title
    return f"{computation.subject}: {title}" if title else computation.subject


def _verdict(computation: Computation) -> str:
    if not computation.is_running:
        waits = " or ".join(computation.waits_for) or "its trigger"
        said = f"Not running: waits for {waits}"
        if computation.readings:
            said += f"; safe date {say_day(computation.safe)}"
        return f"{said}."
    if computation.inputs.direction == "served":
        label = "Service is complete on"
    elif computation.bound == "not-earlier-than":
        label = "Not earlier than"
    else:
        label = "Due"
    instant = computation.due_at
    if instant is None or own_day(instant) == computation.due:
        said = f"{label} {say_day(instant if instant is not None else computation.due)}"
    else:
        said = f"{label} {say_day(computation.due)}, accepted until {say_day(instant)}"
    if computation.is_provisional:
        said += " (provisional)"
    if computation.safe != computation.due:
        said += f"; safe date {say_day(computation.safe)}"
    return said + "."


def _parts(computation: Computation) -> list[tuple[str, str]]:
    found = []
    for part in computation.parts:
        said = say_day(part.due) if part.is_running else _verdict(part)
        found.append((said, _heading(part)))
    return found


def as_text(computation: Computation, width: int, quoted: Quoted | None = None) -> str:
    """Return the explanation as text of at most `width` columns."""
    lines = wrapped(one_line(_heading(computation)), width)
    for said in (_verdict(computation), *safe_said(computation)):
        lines += wrapped(one_line(said), width)
    if computation.trace:
        lines += ["", _table(computation, quoted).text(width)]
    for said in _without(quoted):
        lines += ["", *wrapped(one_line(said), width)]
    parts = Table("", ("part", "which"))
    for said, which in _parts(computation):
        parts.add(said, which)
    if parts.rows:
        lines += ["", parts.text(width)]
    if computation.readings:
        table = Table("", ("other readings", "question and answer", "authority"))
        for reading in computation.readings:
            table.add(
                say_day(reading.due_at or reading.due),
                asked(reading),
                reading.authority,
            )
        lines += ["", table.text(width)]
    if computation.notices:
        notices = Table("", ("notice",))
        for notice in notices_said(computation):
            notices.add(notice)
        lines += ["", notices.text(width)]
    return "\n".join(lines)


def as_markdown(computation: Computation, quoted: Quoted | None = None) -> str:
    """Return the explanation as Markdown."""
    lines = [
        f"**{escape_markdown(_heading(computation))}**",
        "",
        escape_markdown(" ".join((_verdict(computation), *safe_said(computation)))),
    ]
    blocks: list[tuple[tuple[str, ...], list[tuple[str, ...]]]] = [
        (("date", "what", "authority"), _table(computation, quoted).rows),
        (("part", "which"), [*_parts(computation)]),
    ]
    if computation.readings:
        readings: list[tuple[str, ...]] = [
            (
                say_day(r.due_at or r.due),
                asked(r),
                r.authority,
            )
            for r in computation.readings
        ]
        blocks.append(
            (("other readings", "question and answer", "authority"), readings)
        )
    for head, rows in blocks:
        if rows:
            lines += ["", "| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
            lines += [
                "| " + " | ".join(escape_markdown(cell) for cell in row) + " |"
                for row in rows
            ]
    for said in _without(quoted):
        lines += ["", escape_markdown(said)]
    if computation.notices:
        lines += ["", *(f"- {escape_markdown(n)}" for n in notices_said(computation))]
    return "\n".join(lines)


def as_html(computation: Computation, quoted: Quoted | None = None) -> str:
    """Return the explanation as HTML that needs no style sheet."""
    parts = [
        '<div style="font-family:system-ui,sans-serif;font-size:13px">',
        f"<p><strong>{escape(_heading(computation))}</strong><br>",
        "<br>".join(map(escape, (_verdict(computation), *safe_said(computation)))),
        "</p>",
    ]
    if computation.trace:
        parts.append(_table(computation, quoted).html())
    parts += [f"<p>{escape(said)}</p>" for said in _without(quoted)]
    table = Table("", ("part", "which"))
    for said, which in _parts(computation):
        table.add(said, which)
    if table.rows:
        parts.append(table.html())
    if computation.readings:
        safe = computation.safe
        table = Table("Other readings", ("due", "question and answer", "authority"))
        for reading in computation.readings:
            table.add(
                say_day(reading.due_at or reading.due),
                asked(reading),
                reading.authority,
                mark="strong" if reading.due == safe else "",
            )
        parts.append(table.html())
    if computation.notices:
        items = "".join(f"<li>{escape(n)}</li>" for n in notices_said(computation))
        parts.append(f"<ul>{items}</ul>")
    parts.append("</div>")
    return "".join(parts)
