"""CaseFile: what one works with: a case, its log, and what is to be saved."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, fields, frozen

from legalcase.errors import (
    ConflictingInputError,
    CorrectionRefusedError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
)
from legalcase.kernel.correction import Corrected, Retracted, check_replaces
from legalcase.kernel.event import Event, UnknownEvent
from legalcase.kernel.fold import begun, fold, follows
from legalcase.kernel.ids import Ids, uuid7
from legalcase.kernel.recorded import Draft, Recorded
from legalcase.model.case import Case
from legalcase.model.core import Model

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folded import Folded, SetAside
    from legalcase.law.lawbook import Law
    from legalcase.model.caseload.events import CaseOpened

__all__ = ["CaseFile"]


@frozen(repr=False)
class CaseFile:
    """A case with its whole log, and what of it is not saved yet.

    Nothing here is ever changed: `record`, `correct` and `retract` return the file as
    it is afterwards. `base` is the number of lines that the store has; `pending` are
    those after it. One that assumes something (`assuming`) cannot be saved.
    """

    case: Case
    log: tuple[Recorded, ...] = field(repr=False)
    base: int = 0
    is_assumed: bool = False
    _ids: Ids = field(default=uuid7, eq=False, repr=False, alias="ids")

    def __repr__(self) -> str:
        """Return the case and how many lines wait to be saved."""
        assumed = ", assumed" if self.is_assumed else ""
        return f"<CaseFile of {self.case!r}, {len(self.pending)} pending{assumed}>"

    def _repr_html_(self) -> str:
        return self.case._repr_html_()

    @property
    def pending(self) -> tuple[Recorded, ...]:
        """The lines that are not saved yet."""
        return self.log[self.base :]

    @classmethod
    def open(
        cls,
        event: CaseOpened,
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
        """Return the file of a new case; `record` says what the rest means."""
        model = model or Model.core()
        line = _lines(
            model,
            f"{model.noun}:{case_id}" if isinstance(case_id, str) else case_id,
            0,
            (event,),
            _Act(by=by, at=at, on_behalf_of=on_behalf_of, reason=reason, ids=ids),
        )[0]
        _check_day(line)
        _check_words(line, law)
        return cls(Case(begun(model, line)), (line,), ids=ids)

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
        lines = tuple(log)
        case = Case.from_events(lines, model=model)
        return cls(case, lines, len(lines) if saved else 0, ids=ids)

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
        the words of the vocabulary are checked, too.

        Raises `IllegalTransitionError`, `UnknownNameError`, `InvalidValueError` or
        another `LegalCaseError` for the first event that cannot have happened.
        """
        act = _Act(
            by=by,
            at=at,
            on_behalf_of=on_behalf_of,
            reason=reason,
            cause=cause,
            command_id=command_id,
            ids=self._ids,
        )
        if not events:
            msg = "There is no event to record. Pass what happened."
            raise MissingInputError(msg, field="events", value=None)
        if command_id is not None and self._has(command_id, events):
            return self
        folded = self.case.folded
        lines = _lines(folded.model, folded.stream, folded.number, events, act)
        for line in lines:
            folded = _recorded(folded, line, law)
        return evolve(self, case=Case(folded), log=(*self.log, *lines))

    def _has(self, command_id: str, events: tuple[Event | Draft, ...]) -> bool:
        found = [line.event for line in self.log if line.command_id == command_id]
        if not found:
            return False
        wanted = [one.event if isinstance(one, Draft) else one for one in events]
        if found != wanted:
            msg = (
                "A command with this id was recorded already, with other events. Give "
                "every command an id of its own."
            )
            raise ConflictingInputError(msg, field="command_id", value=command_id)
        return True

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
        """Return the file after lines were corrected: all of them, or none.

        A line is named by its event id, with the fields to change and the `ground`:
        ``file.correct(service_id, method="mail", ground="proof of service read", …)``.
        Several at once are given as `Corrected` and `Retracted`. It stays at its place
        in the log; what was anchored on it needs review because of the correction.

        Raises `CorrectionRefusedError` with every later line that could not have
        followed then: correct or retract those in the same call. Raises
        `InvalidValueError` for a line that is itself a correction.
        """
        found = tuple(self._correction(one, ground, changes) for one in corrections)
        if not found:
            msg = "There is nothing to correct. Pass the event id of a line."
            raise MissingInputError(msg, field="corrections", value=None)
        for one in found:
            self._check_correction(one)
        act = _Act(
            by=by, at=at, on_behalf_of=on_behalf_of, reason=reason, ids=self._ids
        )
        folded = self.case.folded
        lines = _lines(folded.model, folded.stream, folded.number, found, act)
        log = (*self.log, *lines)
        refused: list[SetAside] = []
        after = fold(folded.model, log, refused=refused)
        if refused:
            raise CorrectionRefusedError.of(
                [(one.number, one.event_id, one.kind, one.why) for one in refused]
            )
        return evolve(self, case=Case(after), log=log)

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
        from legalcase.errors import UnknownNameError

        for line in self.log:
            if line.event_id == event_id:
                return line
        noun, ids = "event", (line.event_id for line in self.log)
        hint = "See file.log for the ids of its lines."
        raise UnknownNameError.of(noun, str(event_id), ids, hint)

    def _correction(
        self, one: str | Corrected | Retracted, ground: str | None, changes: Any
    ) -> Corrected | Retracted:
        if isinstance(one, Corrected | Retracted):
            if changes or ground is not None:
                msg = (
                    "Fields to change and a ground belong to a line that is named by "
                    "its event id. Leave them out beside Corrected and Retracted."
                )
                raise ConflictingInputError(msg, field="changes", value=None)
            return one
        if ground is None:
            msg = "A correction says why. Pass ground='…'."
            raise MissingInputError(msg, field="ground", value=None)
        line = self.line(one)
        event = self._standing(line)
        known = {each.name for each in fields(type(event))}
        for name in changes:
            if name not in known:
                msg = (
                    f"{type(event).__name__} has no field {name!r}. It has "
                    f"{', '.join(sorted(known))}."
                )
                raise InvalidValueError(msg, field="changes", value=name)
        if "happened_on" in changes and getattr(event, "happened_at", None):
            changes.setdefault("happened_at", None)
        return Corrected(event_id=one, event=evolve(event, **changes), ground=ground)

    def _standing(self, line: Recorded) -> Event:
        """Return the event that stands for a line now, before another correction."""
        event = line.event
        for other in self.log:
            later = other.event
            if isinstance(later, Corrected) and later.event_id == line.event_id:
                event = later.event
        if not isinstance(event, Event):
            raise _not_correctable(line)
        return event

    def _check_correction(self, one: Corrected | Retracted) -> None:
        line = self.line(one.event_id)
        if not isinstance(line.event, Event):
            raise _not_correctable(line)
        if line.unread:
            msg = (
                f"Line {line.number} has fields that this version of legalcase does "
                "not know, and a correction would lose them. Upgrade it."
            )
            raise InvalidValueError(msg, field="event_id", value=one.event_id)
        if isinstance(one, Corrected):
            check_replaces(line, one.event)
        elif line.number == 1:
            msg = (
                "The first line opens the case and cannot be retracted. Correct it, or "
                "delete nothing and close the case."
            )
            raise InvalidValueError(msg, field="event_id", value=one.event_id)

    def assuming(
        self, *events: Event | Draft, by: str = "assumption", at: datetime | None = None
    ) -> Self:
        """Return the file as it would be after events: to look at, not to save."""
        when = at or self.case.recorded_at
        folded = self.case.folded
        act = _Act(by=by, at=when, ids=self._ids)
        lines = _lines(folded.model, folded.stream, folded.number, events, act)
        for line in lines:
            folded = follows(folded, line)
        log = (*self.log, *lines)
        return evolve(self, case=Case(folded), log=log, is_assumed=True)

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

    def saved(self) -> Self:
        """Return the file with nothing pending; for stores."""
        return evolve(self, base=len(self.log))

    def rebased(self, newer: Self) -> Self:
        """Return what is pending here, on a newer state of the same case.

        For whoever saved too late: the lines keep their ids, so that references to
        them hold, and get new numbers. Raises what cannot follow any more.
        """
        if newer.case.folded.stream != self.case.folded.stream:
            msg = "The two files are of different cases. Load the same one again."
            raise InvalidValueError(msg, field="newer", value=None)
        folded, lines = newer.case.folded, list(newer.log)
        for line in self.pending:
            moved = evolve(line, number=folded.number + 1)
            if isinstance(moved.event, Corrected | Retracted):
                lines.append(moved)
                folded = fold(folded.model, lines)
                continue
            folded = _recorded(folded, moved, None)
            lines.append(moved)
        return evolve(newer, case=Case(folded), log=tuple(lines))


@frozen(kw_only=True)
class _Act:
    """What the lines of one act have in common."""

    by: str
    at: datetime
    on_behalf_of: str | None = None
    reason: str | None = None
    cause: str | None = None
    command_id: str | None = None
    ids: Ids = uuid7


def _lines(
    model: Model,
    stream: str,
    number: int,
    events: Iterable[Event | Draft | Corrected | Retracted],
    act: _Act,
) -> tuple[Recorded, ...]:
    lines = []
    for each in events:
        number += 1
        draft = each if isinstance(each, Draft) else None
        event: Any = each.event if isinstance(each, Draft) else each
        kind, schema, ancillary = _kind(model, event)
        new_id = None if draft is None else draft.event_id
        lines.append(
            Recorded(
                stream=stream,
                number=number,
                event_id=new_id or act.ids(act.at),
                kind=kind,
                schema=schema,
                recorded_at=act.at,
                actor=act.by,
                on_behalf_of=act.on_behalf_of,
                reason=act.reason,
                cause=(draft and draft.cause) or act.cause,
                command_id=act.command_id,
                label=None if draft is None else draft.label,
                ancillary=ancillary,
                event=event,
            )
        )
    return tuple(lines)


def _kind(model: Model, event: object) -> tuple[str, int, bool]:
    if isinstance(event, Corrected):
        return "corrected", 1, False
    if isinstance(event, Retracted):
        return "retracted", 1, False
    if not isinstance(event, Event):
        what = (
            "an event of an unknown kind"
            if isinstance(event, UnknownEvent)
            else (type(event).__name__)
        )
        msg = (
            f"What is recorded is an event, not {what}. Pass what happened: "
            "Filed(title=…, happened_on=…), say."
        )
        raise InvalidTypeError(msg, field="events", value=None)
    row = model.row_of(type(event))
    return row.kind, row.schema, row.ancillary or "/" in row.kind


def _recorded(folded: Folded, line: Recorded, law: Law | None) -> Folded:
    """Fold a new line, after the checks that only a new line has to pass."""
    _check_day(line)
    _check_words(line, law)
    after = follows(folded, line)
    row = folded.model.row_of(type(line.event))
    if row.check is not None:
        owner = next(facet.name for facet in folded.model.facets if row in facet.rows)
        row.check(folded.rooms[owner], line.event, line, folded)
    return after


def _check_day(line: Recorded) -> None:
    """Refuse what would have happened after it was recorded: a year mistyped, mostly."""
    event = line.event
    # By the clock of another zone it can be tomorrow already.
    latest = line.recorded_at.date() + timedelta(days=1)
    if isinstance(event, Event) and event.happened_on > latest:
        msg = (
            f"{type(event).__name__} would have happened on {event.happened_on}, after "
            f"it was recorded ({line.recorded_at.date()}), which cannot be. Check the "
            "year of happened_on."
        )
        raise InvalidValueError(msg, field="happened_on", value=None)


def _check_words(line: Recorded, law: Law | None) -> None:
    if law is None:
        return
    from legalcase.model.lint import check_words

    check_words(line.event, law)


def _not_correctable(line: Recorded) -> InvalidValueError:
    msg = (
        f"Line {line.number} is of the kind {line.kind!r} and cannot be corrected: it "
        "is a correction itself, or of a kind that this program does not know. Name "
        "the line that was wrong."
    )
    return InvalidValueError(msg, field="event_id", value=line.event_id)
