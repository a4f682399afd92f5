"""AccessTable: who may do what with a case, and why."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from attrs import frozen

from legalcase.access.entries.role import ACTIONS
from legalcase.access.entries.who import GROUP
from legalcase.access.reason import Reason, why_in_words
from legalcase.markup import Table, escape, escape_markdown
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.access.entries.break_glass import BreakGlass
    from legalcase.access.entries.grant import Grant
    from legalcase.access.entries.group import Group
    from legalcase.access.entries.wall import Wall
    from legalcase.access.holding import Access
    from legalcase.access.subject import Subject

__all__ = ["AccessTable", "people_of"]


def people_of(
    groups: Iterable[Group],
    grants: Iterable[Grant],
    walls: Iterable[Wall],
    glass: Iterable[BreakGlass],
) -> tuple[str, ...]:
    """Return the ids of the people whom these name, in order."""
    found = {one.who for group in groups for one in group.members}
    found |= {one.who for one in grants}
    found |= {each for one in walls for each in (*one.who, *one.all_but)}
    found |= {one.person for one in glass}
    return tuple(sorted(each for each in found if not each.startswith(GROUP)))


@frozen(kw_only=True, repr=False)
class AccessTable(PlainData):
    """Who may do what with a case or an entry on a day, and why: for each, a `Reason`.

    `unlisted` are those of `Subject.unlisted`, by whom no wall finds the case. It
    prints as text, and shows itself as HTML in a notebook.
    """

    stream: str
    on: date
    at: datetime | None = None
    reasons: tuple[Reason, ...] = ()
    unlisted: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        subject: Subject,
        held: Iterable[Access],
        *,
        on: date,
        at: datetime | None = None,
    ) -> Self:
        """Return the table of those whose access was worked out."""
        reasons = tuple(
            access.why(action, subject) for access in held for action in ACTIONS
        )
        unlisted = tuple(sorted(subject.unlisted))
        return cls(
            stream=subject.stream, on=on, at=at, reasons=reasons, unlisted=unlisted
        )

    def __repr__(self) -> str:
        """Return of what it is, when, and how many it is about."""
        people = {one.person for one in self.reasons}
        return f"<AccessTable of {self.stream} on {self.on}: {len(people)} people>"

    def __iter__(self) -> Iterator[Reason]:
        """Give the reasons, by person, in the order of `ACTIONS`."""
        return iter(self.reasons)

    def __len__(self) -> int:
        """Return how many reasons there are."""
        return len(self.reasons)

    def _table(self) -> Table:
        when = f"{self.on}" if self.at is None else self.at.isoformat()
        caption = f"Who may do what with {self.stream} on {when}"
        table = Table(caption, ("who", "may", "why"))
        # What somebody may for one reason stands in one row; first what they may.
        rows: dict[tuple[str, str], list[str]] = {}
        for one in sorted(self.reasons, key=lambda one: not one.is_admitted):
            may = rows.setdefault((one.person, why_in_words(one.because)), [])
            may += [one.action] if one.is_admitted else []
        able = {person for (person, _), may in rows.items() if may}
        for (person, why), may in sorted(rows.items(), key=lambda row: row[0][0]):
            if may or person not in able:
                table.add(person, ", ".join(may) or "nothing", why)
        return table

    def __str__(self) -> str:
        """Return it as a table of text, 80 columns wide."""
        return "\n".join(filter(None, (self._table().text(), self.note)))

    @property
    def note(self) -> str:
        """What no wall can see of the case, in a sentence, or empty."""
        if not self.unlisted:
            return ""
        return (
            f"No wall finds the case by {', '.join(self.unlisted)}: they have no entry "
            "in the directory."
        )

    def to_markdown(self) -> str:
        """Return it as a table of Markdown, with what it is of above it."""
        table = self._table()
        rows = [table.head, ("---",) * len(table.head)]
        lines = [escape_markdown(table.caption), ""]
        lines += [f"| {' | '.join(row)} |" for row in rows]
        lines += [f"| {' | '.join(map(escape_markdown, row))} |" for row in table.rows]
        lines += ["", escape_markdown(self.note)] if self.note else []
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        return self._table().html() + note
