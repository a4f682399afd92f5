"""Imported: a case that was made of foreign data, and what became of each of these."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.markup import Table
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from legalcase.model.case_file import CaseFile

__all__ = ["Assumed", "Difference", "Imported", "NotMapped"]

_INDEX: Final = re.compile(r"\[\d+\]")


@frozen(kw_only=True)
class NotMapped(PlainData):
    """A value of the source that is in no event: where, of which type, and why.

    `path` leads to it (``"parties[0].extra_info"``); the value itself stays where it
    was.
    """

    path: str
    type: str
    why: str


@frozen(kw_only=True)
class Difference(PlainData):
    """The source says otherwise than the file, which stays as it is.

    `path` is where the source says so, `noun` and `id` what of the file it is about,
    `what` how they differ. `here` and `there` are the two values.
    """

    path: str
    noun: str
    id: str
    what: str
    here: str | None = field(default=None, repr=False)
    there: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Assumed(PlainData):
    """What an event says although the source does not: to be looked at by a person."""

    path: str
    what: str


@frozen(kw_only=True, repr=False)
class Imported(PlainData):
    """A file with what the source brought, pending, and the account of all the rest.

    Each value of the source has one place: its path stands in `used` (an event says
    it), in `known` (it carries nothing for a case, or nothing at all) or in
    `not_mapped`. `added` are the ids of the events that were recorded.
    """

    file: CaseFile
    added: tuple[str, ...]
    used: tuple[str, ...]
    known: tuple[NotMapped, ...]
    not_mapped: tuple[NotMapped, ...]
    assumed: tuple[Assumed, ...]
    differences: tuple[Difference, ...]

    def __repr__(self) -> str:
        """Return the case and how much is left to look at."""
        return (
            f"<Imported {self.file.case.case_id!r}: {len(self.added)} events, "
            f"{len(self.not_mapped)} values not mapped, {len(self.assumed)} assumed, "
            f"{len(self.differences)} differences>"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the account as plain JSON types; of the file, the id of its case."""
        parts = ("added", "used", "known", "not_mapped", "assumed", "differences")
        found = {name: plain(getattr(self, name)) for name in parts}
        return {"case_id": self.file.case.case_id, **found}

    def _table(self) -> Table:
        table = Table(
            f"What was not mapped in {self.file.case.case_id}",
            ("where", "type", "how many", "why"),
        )
        rows = Counter(
            (_INDEX.sub("[]", one.path), one.type, one.why) for one in self.not_mapped
        )
        for (path, kind, why), count in rows.items():
            table.add(path, kind, str(count), why)
        return table

    def __str__(self) -> str:
        """Return what was not mapped as a table of text, one row a sort of place."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()
