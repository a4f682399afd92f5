"""CriticalPath: what must be done before a hearing, and with how much slack."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.markup import Table
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CriticalPath", "PathStep"]

#: Words below a table, set as the table is.
_NOTE: Final = (
    '<div style="font-family:system-ui,sans-serif;font-size:12px;padding:4px 8px">'
    "{}</div>"
)
_HEAD: Final = ("day", "item", "what", "latest", "slack", "takes", "because")


@frozen(kw_only=True)
class PathStep(PlainData):
    """An open item on the way to a hearing: its day, the latest one, and the slack.

    `shown` is the date for a calendar, `latest` the last day on which it can be done
    without moving what comes next: that of a deadline of the law is its own. `of` are
    the parties whose it is.
    `slack` is the days between, less than none where the days contradict each other,
    and ``None`` without a day. `minutes` is how long its task is said to take, ``None``
    where nobody said. `leads_to` are the items, or the hearing, that wait for it.
    """

    plan_id: str
    item: str
    instance: str | None = None
    of: tuple[str, ...] = ()
    title: str = field(repr=False)
    state: str
    shown: date | None
    latest: date | None
    minutes: int | None = None
    leads_to: tuple[str, ...] = ()
    why: str
    is_required: bool = True

    @property
    def slack(self) -> int | None:
        """By how many days it can slip."""
        if self.shown is None or self.latest is None:
            return None
        return (self.latest - self.shown).days


@frozen(kw_only=True, repr=False)
class CriticalPath(PlainData):
    """The way to a hearing: the chain with the least slack, and all else before it.

    `steps` is that chain, in the order in which it is to be done; `beside` are the
    other open items that lead to the hearing, by day. Nothing is estimated: what has no
    duration counts as none, and `without_duration` names it.
    """

    case_id: str
    hearing_id: str
    hearing_on: date | None
    steps: tuple[PathStep, ...] = ()
    beside: tuple[PathStep, ...] = ()
    on: date | None = None

    def __repr__(self) -> str:
        """Return which hearing it is, and how many steps lead to it."""
        return (
            f"<CriticalPath {self.case_id!r} to {self.hearing_id!r} on "
            f"{self.hearing_on}: {len(self.steps)} steps>"
        )

    @property
    def without_duration(self) -> tuple[str, ...]:
        """The items of the chain of which nobody said how long they take."""
        return tuple(one.item for one in self.steps if one.minutes is None)

    @property
    def without_day(self) -> tuple[str, ...]:
        """The items before the hearing that have no day, on the chain or beside it."""
        return tuple(
            one.item for one in (*self.steps, *self.beside) if one.shown is None
        )

    @property
    def slack(self) -> int | None:
        """The least slack on the chain; ``None`` where nothing on it has a day."""
        found = [one.slack for one in self.steps if one.slack is not None]
        return min(found, default=None)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row a step, those of the chain first, as plain data."""
        return [
            {**one.to_dict(), "slack": one.slack, "is_critical": one in self.steps}
            for one in (*self.steps, *self.beside)
        ]

    @property
    def title(self) -> str:
        """To which hearing, on which day, and with how much slack."""
        when = "without a day" if self.hearing_on is None else f"on {self.hearing_on}"
        slack = "" if self.slack is None else f"; least slack {_days(self.slack)}"
        left = ""
        if self.on is not None and self.hearing_on is not None:
            left = f", {_days((self.hearing_on - self.on).days)} from {self.on}"
        return f"{self.case_id}: to {self.hearing_id} {when}{left}{slack}"

    @property
    def note(self) -> str:
        """What the path cannot know: what has no duration, and what has no day."""
        said = []
        if self.without_duration:
            named = ", ".join(self.without_duration)
            said.append(f"Counted as taking no time, as nobody said: {named}.")
        if self.without_day:
            said.append(f"Without a day: {', '.join(self.without_day)}.")
        return " ".join(said)

    def __str__(self) -> str:
        """Return the chain and what is beside it as tables of text."""
        from textwrap import wrap

        return "\n".join(
            part
            for part in (
                *(table.text() for table in self._tables()),
                "\n".join(wrap(self.note, 80)),
            )
            if part
        )

    def _repr_html_(self) -> str:
        from legalcase.markup import escape

        note = _NOTE.format(escape(self.note)) if self.note else ""
        return "".join(table.html() for table in self._tables()) + note

    def _tables(self) -> Iterator[Table]:
        yield _table(self.title, self.steps)
        if self.beside:
            yield _table("Beside it", self.beside)


def _table(title: str, steps: tuple[PathStep, ...]) -> Table:
    table = Table(title, _HEAD)
    for one in steps:
        name = f"{one.item} ({', '.join(one.of)})" if one.of else one.item
        table.add(
            "no day" if one.shown is None else one.shown.isoformat(),
            name,
            one.title,
            "" if one.latest is None else one.latest.isoformat(),
            "" if one.slack is None else _days(one.slack),
            "not said" if one.minutes is None else f"{one.minutes} min",
            one.why,
            mark="strong" if one.slack is not None and one.slack <= 0 else "",
        )
    return table


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
