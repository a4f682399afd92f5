"""Projected: what a case says of itself in rows, and by which words it is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import field, frozen

from legalcase.ports.rows import CaseRow, DueRow

if TYPE_CHECKING:
    from datetime import date

__all__ = ["ATTRIBUTES", "Attribute", "Kept", "Key", "Projected", "Summary"]

#: Of a row: what it is, and its id.
Key = tuple[str, str]

#: What a case or an item can be found by, and what a policy of access looks at.
ATTRIBUTES: Final = (
    "assignee",
    "client",
    "court",
    "label",
    "number",
    "on-team",
    "ours",
    "participant",
    "person",
    "rule",
    "stage",
    "status",
    "subject",
    "unlisted",
    "works",
)


class Attribute(NamedTuple):
    """A word by which a case is found, or, with `what` and `item_id`, an item of it."""

    name: str
    value: str
    what: str = ""
    item_id: str = ""

    def __repr__(self) -> str:
        """Return which word it is, and not the word: it can be a person's name."""
        return f"<Attribute {self.name} of {self.what or 'case'} {self.item_id!r}>"


class Summary(NamedTuple):
    """What the open rows of a case come to."""

    assignees: frozenset[str]
    rules: frozenset[str]
    next_due: date | None
    open_deadlines: int

    def __repr__(self) -> str:
        """Return how many deadlines are open, and not who answers for them."""
        return f"<Summary of {self.open_deadlines} open deadlines>"


class Kept(NamedTuple):
    """What the next projection of the same case begins with.

    `moving` says of the items that follow others on what their dates hang, as noun and
    id, ``None`` where that is not known; `labels` how often each word of a label is
    borne.
    """

    moving: Mapping[Key, frozenset[tuple[str, str]] | None]
    labels: Mapping[str, int]
    summary: Summary
    own: frozenset[Attribute]


@frozen(kw_only=True)
class Projected:
    """The rows of a case at one line of its log.

    `dues` are the rows of deadlines, hearings and tasks, open or not, by what they are
    and id; `attributes` the words by which the case and each of them is found.
    """

    case: CaseRow
    dues: Mapping[Key, DueRow] = field(repr=False, hash=False)
    attributes: frozenset[Attribute] = field(repr=False)
    kept: Kept | None = field(default=None, eq=False, repr=False)
