"""Stage: how far the proceedings are, for the case and for each party, with history."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.model.stage.table import StageTable
from legalcase.plain_data import PlainData

__all__ = ["OURS", "Stage", "StageChange"]

#: How far we think the proceedings are is our own work, until we tell it.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class StageChange(PlainData):
    """A stage that was entered: which, when, by which event, and by whom.

    `of` are the parties that entered it; without any, it is the case as a whole.
    `leaves` are the stages from which they came. `skips` is the ground where the table
    had no such move, or what it needs was not there; `label` says who may see it.
    """

    to: str
    on: date
    event_id: str
    of: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    skips: str | None = field(default=None, repr=False)
    label: Label = OURS


@frozen(kw_only=True, repr=False)
class Stage(PlainData):
    """How far the proceedings are, by a table of stages.

    `whole` is the stage last recorded for the case as a whole, `places` those of the
    parties that have one of their own. `gone` are those that left the case, `disposed`
    those as to whom the court is done.
    """

    table: StageTable
    whole: str
    places: tuple[tuple[str, str], ...] = ()
    gone: frozenset[str] = frozenset()
    disposed: frozenset[str] = frozenset()
    history: tuple[StageChange, ...] = ()

    def __repr__(self) -> str:
        """Return the stage, and by which table."""
        return f"<Stage {self.place!r} by {self.table.table_id!r}>"

    @property
    def place(self) -> str:
        """The stage of the case.

        Where parties have stages of their own by the table, the earliest of those who
        are still in it: neither gone, nor done with, nor at a final stage, nor beside
        the order, as far as there are such.
        """
        if not self.table.each or not self.places:
            return self.whole
        found = self.table.earliest(place for _, place in self._active())
        return found or self.whole

    def _active(self) -> tuple[tuple[str, str], ...]:
        rows = self.places
        finals, aside = self.table.finals, self.table.aside
        sieves = (
            lambda party, _: party not in self.gone,
            lambda _, place: place not in finals,
            lambda party, _: party not in self.disposed,
            lambda _, place: place not in aside,
        )
        for sieve in sieves:
            rows = tuple(row for row in rows if sieve(*row)) or rows
        return rows

    def of(self, party_id: str | None) -> str:
        """Return the stage of a party, or, with ``None``, of the case.

        A party without a stage of its own stands where the case as a whole does.
        """
        if party_id is None:
            return self.place
        return dict(self.places).get(party_id, self.whole)

    def history_of(self, party_id: str) -> tuple[StageChange, ...]:
        """Return the changes of a party: its own, and those of the case as a whole."""
        return tuple(one for one in self.history if not one.of or party_id in one.of)

    def entered_on(self, to: str, party_id: str | None = None) -> tuple[date, ...]:
        """Return the days on which a stage was entered, by a party or by anybody."""
        rows = self.history if party_id is None else self.history_of(party_id)
        return tuple(one.on for one in rows if one.to == to)
