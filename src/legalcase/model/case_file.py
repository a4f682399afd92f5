"""CaseFile: what one works with: a case, its log, and what is to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
)
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.kernel.folding.correcting import (
    check_correction,
    correction_of,
    fold_corrected,
    line_in,
)
from legalcase.kernel.folding.fold import checked_log, fold
from legalcase.kernel.folding.recording import Act, lines_of
from legalcase.kernel.folding.step import begun, follows
from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.kernel.lines.recorded import Draft, Recorded
from legalcase.model.case import Case
from legalcase.model.core import Model as CoreModel
from legalcase.model.rebasing import check_seen, moved_onto, was_recorded
from legalcase.model.recording import check_new, recorded
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.rooms.model import Model
    from legalcase.law.lawbook import Law
    from legalcase.model.caseload.events import CaseOpened
    from legalcase.model.possible import Possibilities

__all__ = ["CaseFile"]


@frozen(repr=False)
class CaseFile:
    """A case with its whole log, and what of it is not saved yet.

    Nothing here is ever changed: `record`, `correct` and `retract` return the file as
    it is afterwards. `base` is the number of lines that the store has; `pending` are
    those after it. One that assumes something (`assuming`) cannot be saved.
    """

    case: Case
    _saved: tuple[Recorded, ...] = field(repr=False, alias="saved")
    pending: tuple[Recorded, ...] = field(repr=False)
    is_assumed: bool = False
    _ids: Ids = field(default=uuid7, eq=False, repr=False, alias="ids")

    def __repr__(self) -> str:
        """Return the case and how many lines wait to be saved."""
        assumed = ", assumed" if self.is_assumed else ""
        return f"<CaseFile of {self.case!r}, {len(self.pending)} pending{assumed}>"

    def _repr_html_(self) -> str:
        return self.case._repr_html_()

    @property
    def log(self) -> tuple[Recorded, ...]:
        """All lines, in the order in which they became known."""
        return (*self._saved, *self.pending)

    @property
    def base(self) -> int:
        """The number of the last line that is saved; 0 for a new case."""
        return len(self._saved)

    @classmethod
    def open(  # noqa: PLR0913 - all keyword-only but the event
        cls,
        event: CaseOpened | Draft,
        *,
        case_id: str,
        by: str,
        at: datetime,
        on_behalf_of: str | None = None,
        reason: str | None = None,
        model: Model | None = None,
        ids: Ids = uuid7,
        law: Law | None = None,
    ) -> Self:
        """Return the file of a new case; `record` says what the rest means.

        A `Draft` of the event gives the first line an id or a label of its own, so
        that what the case is called can be for some alone from the beginning.
        """
        model = model or CoreModel.core()
        if type(case_id) is not str or not case_id:
            msg = (
                f"case_id needs text, not {shown(case_id)}. Give the case an id of its "
                "own, such as 'roe-v-acme'."
            )
            raise InvalidTypeError(msg, field="case_id", value=case_id)
        line = lines_of(
            model,
            f"{model.noun}:{case_id}",
            0,
            (event,),
            Act(by=by, at=at, on_behalf_of=on_behalf_of, reason=reason, ids=ids),
        )[0]
        line = check_new(line, law, None)
        return cls(Case(begun(model, line)), (), (line,), ids=ids)

    @classmethod
    def of_log(
        cls,
        log: Iterable[Recorded],
        *,
        model: Model | None = None,
        ids: Ids = uuid7,
        saved: bool = True,
    ) -> Self:
        """Return the file of a log that is stored, or, if not `saved`, is to be."""
        lines = checked_log(log)
        case = Case.from_events(lines, model=model)
        if saved:
            return cls(case, lines, (), ids=ids)
        return cls(case, (), lines, ids=ids)

    def record(
        self,
        *events: Event | Draft,
        by: str,
        at: datetime,
        on_behalf_of: str | None = None,
        reason: str | None = None,
        cause: str | None = None,
        command_id: str | None = None,
        law: Law | None = None,
    ) -> Self:
        """Return the file after events, in this order: all of them, or none.

        `by` recorded them at the aware instant `at`, perhaps `on_behalf_of` somebody,
        for a `reason`, because of the event `cause`. A `Draft` gives an event an id
        of its own choosing, so that others of the same act can refer to it. The same
        `command_id` twice records once, and is refused with other events. With `law`,
        words of the vocabulary and ids of the law are checked, too, and instants are
        kept by the clock of the case's court, which tells the day of a hearing.
        Without any event it is the file as it was, so that
        ``file.record(*diff.events(), …)`` holds when nothing moves.

        Raises `IllegalTransitionError`, `UnknownNameError`, `InvalidValueError` or
        another `LegalCaseError` for the first event that cannot have happened.
        """
        act = Act(
            by=by,
            at=at,
            on_behalf_of=on_behalf_of,
            reason=reason,
            cause=cause,
            command_id=command_id,
            ids=self._ids,
        )
        if command_id is not None and self._has(command_id, events):
            return self
        if not events:  # as of a schedule that has nothing new
            return self
        folded = self.case.folded
        lines = lines_of(folded.model, folded.stream, folded.number, events, act)
        pending = list(self.pending)
        for line in lines:
            folded, kept = recorded(folded, line, law)
            pending.append(kept)
        return evolve(self, case=Case(folded), pending=tuple(pending))

    def _has(self, command_id: str, events: tuple[Event | Draft, ...]) -> bool:
        wanted = [one.event if isinstance(one, Draft) else one for one in events]
        return was_recorded(self.log, command_id, wanted)

    def correct(
        self,
        *corrections: str | Corrected | Retracted,
        by: str,
        at: datetime,
        ground: str | None = None,
        on_behalf_of: str | None = None,
        reason: str | None = None,
        law: Law | None = None,
        **changes: Any,
    ) -> Self:
        """Return the file after lines were corrected: all of them, or none.

        A line is named by its event id, with the fields to change and the `ground`:
        ``file.correct(service_id, method="mail", ground="proof of service read", …)``.
        Several at once are given as `Corrected` and `Retracted`. It stays at its place
        in the log; what was anchored on it needs review because of the correction.
        With `law`, the words of what stands there now are checked, too.

        Raises `CorrectionRefusedError` with every later line that could not have
        followed then: correct or retract those in the same call. Raises
        `InvalidValueError` for a line that is itself a correction.
        """
        found = tuple(
            correction_of(self.log, one, ground, changes) for one in corrections
        )
        if not found:
            msg = "There is nothing to correct. Pass the event id of a line."
            raise MissingInputError(msg, field="corrections", value=None)
        for one in found:
            check_correction(self.log, one)
        act = Act(by=by, at=at, on_behalf_of=on_behalf_of, reason=reason, ids=self._ids)
        folded = self.case.folded
        lines = lines_of(folded.model, folded.stream, folded.number, found, act)
        lines = tuple(check_new(line, law, folded) for line in lines)
        after = fold_corrected(folded.model, (*self.log, *lines))
        return evolve(self, case=Case(after), pending=(*self.pending, *lines))

    def retract(
        self, *event_ids: str, ground: str, by: str, at: datetime, **said: Any
    ) -> Self:
        """Return the file without lines that should never have been recorded.

        They stay in the log, with the `ground`; see `correct` for the rest.
        """
        gone = [Retracted(event_id=one, ground=ground) for one in event_ids]
        return self.correct(*gone, by=by, at=at, **said)

    def line(self, event_id: str) -> Recorded:
        """Return the line of an event; raises `UnknownNameError`."""
        return line_in(self.log, event_id)

    def assuming(
        self, *events: Event | Draft, by: str = "assumption", at: datetime | None = None
    ) -> Self:
        """Return the file as it would be after events: to look at, not to save."""
        when = at or self.case.recorded_at
        folded = self.case.folded
        act = Act(by=by, at=when, ids=self._ids)
        lines = lines_of(folded.model, folded.stream, folded.number, events, act)
        for line in lines:
            folded = follows(folded, line)
        pending = (*self.pending, *lines)
        return evolve(self, case=Case(folded), pending=pending, is_assumed=True)

    def as_of(
        self, *, known_at: datetime | int | None = None, true_on: Any = None
    ) -> Case:
        """Return the case as it was known, or as it was; see `Case.from_events`."""
        model = self.case.folded.model
        folded = fold(model, self.log, known_at=known_at, true_on=true_on)
        return Case(folded)

    def why_not(self, *events: Event | Draft, by: str, at: datetime) -> str | None:
        """Return why events could not be recorded now; ``None`` if they could."""
        try:
            self.record(*events, by=by, at=at)
        except LegalCaseError as error:
            return str(error)
        return None

    def possible(self, *, by: str, at: datetime) -> Possibilities:
        """Return what may happen next, if `by` recorded it at `at`: all at once.

        Row by row what the lifecycles of the rooms allow, and what is missing for it
        where a rule would refuse it still: a second person, a date, an order.
        """
        from legalcase.model.possible import possible

        return possible(self.case.folded, by=by, at=at)

    def saved(self) -> Self:
        """Return the file with nothing pending; for stores.

        Raises `InvalidValueError` for one that assumes something.
        """
        self._require_real()
        return evolve(self, saved=self.log, pending=())

    def rebased(self, newer: Self) -> Self:
        """Return what is pending here, on a newer state of the same case.

        For whoever saved too late: the lines keep their ids, so that references to
        them hold, and get new numbers. What a command recorded that the newer file
        has already is left out. Raises what cannot follow any more, and
        `InvalidValueError` for a file that assumes something, or that confirms a
        deadline which is another by now.
        """
        self._require_real()
        given: object = newer
        if not isinstance(given, CaseFile):
            msg = (
                f"What is newer is a CaseFile, not {type(newer).__name__}. Pass what "
                "work.file(…) returned."
            )
            raise InvalidTypeError(msg, field="newer", value=None)
        newer._require_real()
        if newer.case.folded.stream != self.case.folded.stream:
            msg = "The two files are of different cases. Load the same one again."
            raise InvalidValueError(msg, field="newer", value=None)
        if self._saved:
            check_seen(self._saved, newer.case.folded, self.pending)
        folded, moved = moved_onto(newer.case.folded, newer.log, self.pending)
        return evolve(newer, case=Case(folded), pending=(*newer.pending, *moved))

    def _require_real(self) -> None:
        if self.is_assumed:
            msg = (
                "This file assumes what has not happened, and is only to look at. Save "
                "the one of which it was made."
            )
            raise InvalidValueError(msg, field="is_assumed", value=None)
