"""Entry: a person, an organization or an agency, with its log and what is pending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from legalcase.directory.facet import MODELS
from legalcase.errors import InvalidTypeError, InvalidValueError, MissingInputError
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.kernel.folding.correcting import (
    check_correction,
    correction_of,
    fold_corrected,
    line_in,
)
from legalcase.kernel.folding.fold import checked_log, fold
from legalcase.kernel.folding.folded import Folded
from legalcase.kernel.folding.recording import Act, check_day, lines_of, recorded
from legalcase.kernel.folding.step import begun
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.kernel.lines.recorded import Recorded
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from legalcase.directory.name import Name
    from legalcase.directory.state import Profile
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft
    from legalcase.kernel.rooms.model import Model

__all__ = ["Entry", "model_of"]


def model_of(stream: str) -> Model:
    """Return the model of a stream of the directory; raises `InvalidValueError`."""
    noun = stream.partition(":")[0]
    if noun not in MODELS:
        msg = (
            f"{shown(stream)} is no stream of the directory. Its ids begin with "
            f"{', '.join(f'{each}:' for each in MODELS)}."
        )
        raise InvalidValueError(msg, field="stream", value=stream)
    return MODELS[noun]


@frozen(repr=False)
class Entry:
    """Somebody in the directory, with the whole log, and what of it is not saved yet.

    As with a `CaseFile`, nothing here is ever changed: `record`, `correct` and
    `retract` return the entry as it is afterwards. `base` is the number of lines that
    the store has; `pending` are those after it.
    """

    folded: Folded
    _saved: tuple[Recorded, ...] = field(repr=False, alias="saved")
    pending: tuple[Recorded, ...] = field(repr=False)
    _ids: Ids = field(default=uuid7, eq=False, repr=False, alias="ids")

    def __repr__(self) -> str:
        """Return the id and how many lines wait to be saved; no name."""
        return f"<Entry {self.entry_id!r}, {len(self.pending)} pending>"

    @classmethod
    def open(
        cls,
        event: Event,
        *,
        entry_id: str,
        by: str,
        at: datetime,
        on_behalf_of: str | None = None,
        reason: str | None = None,
        ids: Ids = uuid7,
    ) -> Self:
        """Return the entry of somebody new; `record` says what the rest means.

        `event` is a `PersonAdded`, an `OrganizationAdded` or an `AgencyAdded`;
        `entry_id` begins with what it is: ``"person:roe"``. An id is no name: choose
        one that says nothing of whom it is. Raises `InvalidTypeError` for
        another event.
        """
        found = [each for each in MODELS.values() if each.opens is type(event)]
        if not found:
            opens = ", ".join(each.opens.__name__ for each in MODELS.values())
            msg = (
                f"An entry begins with one of {opens}, not with "
                f"{type(event).__name__}. Record the rest afterwards."
            )
            raise InvalidTypeError(msg, field="event", value=None)
        (model,) = found
        if type(entry_id) is not str or not entry_id.startswith(f"{model.noun}:"):
            msg = (
                f"{shown(entry_id)} is no id for a {model.noun}. Write what it is "
                f"before it: '{model.noun}:7'."
            )
            raise InvalidValueError(msg, field="entry_id", value=entry_id)
        act = Act(by=by, at=at, on_behalf_of=on_behalf_of, reason=reason, ids=ids)
        line = lines_of(model, entry_id, 0, (event,), act)[0]
        check_day(line)
        return cls(begun(model, line), (), (line,), ids=ids)

    @classmethod
    def of_log(
        cls, log: Iterable[Recorded], *, ids: Ids = uuid7, saved: bool = True
    ) -> Self:
        """Return the entry of a log that is stored, or, if not `saved`, is to be."""
        lines = checked_log(log)
        if not lines:
            msg = "There is no line to make an entry of. Give the log from line 1 on."
            raise InvalidValueError(msg, field="log", value=None)
        folded = fold(model_of(lines[0].stream), lines)
        return cls(folded, lines if saved else (), () if saved else lines, ids=ids)

    @property
    def entry_id(self) -> str:
        """Its id, which is its stream: ``"person:roe"``."""
        return self.folded.stream

    @property
    def noun(self) -> str:
        """What it is: ``"person"``, ``"organization"`` or ``"agency"``."""
        return self.folded.model.noun

    @property
    def profile(self) -> Profile:
        """What is known of it."""
        found: Profile = self.folded.state("profile")
        return found

    @property
    def name(self) -> Name:
        """What it is called now. `display_name` says who may be told."""
        return self.profile.name

    @property
    def log(self) -> tuple[Recorded, ...]:
        """All lines, in the order in which they became known."""
        return (*self._saved, *self.pending)

    @property
    def base(self) -> int:
        """The number of the last line that is saved; 0 for a new entry."""
        return len(self._saved)

    @property
    def version(self) -> int:
        """The number of the last line of its log."""
        return self.folded.number

    def record(
        self,
        *events: Event | Draft,
        by: str,
        at: datetime,
        on_behalf_of: str | None = None,
        reason: str | None = None,
    ) -> Self:
        """Return the entry after events, in this order: all of them, or none.

        `by` recorded them at the aware instant `at`, perhaps `on_behalf_of` somebody,
        for a `reason`. Raises the `LegalCaseError` of the first that cannot have
        happened.
        """
        if not events:
            msg = "There is no event to record. Pass what happened."
            raise MissingInputError(msg, field="events", value=None)
        folded = self.folded
        act = Act(by=by, at=at, on_behalf_of=on_behalf_of, reason=reason, ids=self._ids)
        lines = lines_of(folded.model, folded.stream, folded.number, events, act)
        for line in lines:
            folded = recorded(folded, line)
        return evolve(self, folded=folded, pending=(*self.pending, *lines))

    def correct(
        self,
        *corrections: str | Corrected | Retracted,
        by: str,
        at: datetime,
        ground: str | None = None,
        on_behalf_of: str | None = None,
        reason: str | None = None,
        **changes: Any,
    ) -> Self:
        """Return the entry after lines were corrected, as `CaseFile.correct` does."""
        found = tuple(
            correction_of(self.log, one, ground, changes) for one in corrections
        )
        if not found:
            msg = "There is nothing to correct. Pass the event id of a line."
            raise MissingInputError(msg, field="corrections", value=None)
        for one in found:
            check_correction(self.log, one)
        folded = self.folded
        act = Act(by=by, at=at, on_behalf_of=on_behalf_of, reason=reason, ids=self._ids)
        lines = lines_of(folded.model, folded.stream, folded.number, found, act)
        for line in lines:
            check_day(line)
        after = fold_corrected(folded.model, (*self.log, *lines))
        return evolve(self, folded=after, pending=(*self.pending, *lines))

    def retract(
        self, *event_ids: str, ground: str, by: str, at: datetime, **said: Any
    ) -> Self:
        """Return the entry without lines that should never have been recorded."""
        gone = [Retracted(event_id=one, ground=ground) for one in event_ids]
        return self.correct(*gone, by=by, at=at, **said)

    def line(self, event_id: str) -> Recorded:
        """Return the line of an event; raises `UnknownNameError`."""
        return line_in(self.log, event_id)

    def as_of(
        self, *, known_at: datetime | int | None = None, true_on: date | None = None
    ) -> Profile:
        """Return what was known of it at a time, or held on a day."""
        folded = fold(self.folded.model, self.log, known_at=known_at, true_on=true_on)
        found: Profile = folded.state("profile")
        return found

    def saved(self) -> Self:
        """Return the entry with nothing pending; for stores."""
        return evolve(self, saved=self.log, pending=())
