"""GuardedWork: a unit of work in which a person does what a policy lets them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, overload

from attrs import evolve

from legalcase.codec.tables import model_of
from legalcase.directory.facet import MODELS
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.kernel.folding.fold import fold
from legalcase.model.holding import holds_naming
from legalcase.ports.queries import AppendCondition
from legalcase.storage.guarding.fence import is_of_fence, sets_fenced_aside
from legalcase.storage.guarding.reader import GuardedReader
from legalcase.storage.guarding.refusals import (
    behind_fence,
    beyond_fence,
    beyond_reach,
    held,
    may_not,
    may_not_ask,
    may_not_open,
    not_offered,
    veiled,
)
from legalcase.storage.lines.appending import (
    batches_of,
    called,
    check_count,
    check_saved,
    erased,
    not_found,
    other_log,
    pending_of,
    stream_of,
    stream_of_any,
    stream_of_file,
)
from legalcase.storage.lines.rows import read_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from legalcase.directory.entry import Entry
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.lines.recorded import Draft, Recorded
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile
    from legalcase.storage.guarding.seals import Seals
    from legalcase.storage.guarding.sight import Sight
    from legalcase.storage.lines.folds import Made
    from legalcase.storage.units.work import Work

__all__ = ["GuardedWork"]


class _Leaving:
    """The method ``__exit__`` of the unit that is guarded, whenever it is asked for.

    With it that unit ends, however a ``with`` statement ends (see `Unit`).
    """

    @overload
    def __get__(self, work: None, owner: type) -> Callable[..., None]: ...
    @overload
    def __get__(
        self, work: GuardedWork, owner: type
    ) -> Callable[[Any, Any, Any], None]: ...
    def __get__(self, work: GuardedWork | None, owner: type) -> Callable[..., None]:
        if work is None:
            return _leave
        leaving: Callable[..., None] = work._work.__exit__
        return leaving


def _leave(work: GuardedWork, *error: object) -> None:
    """Roll back what was not committed."""
    del error
    work.end()


class GuardedWork(GuardedReader):
    """A unit of work, as `UnitOfWork` is, for what a person may read and record.

    To a case that is hidden nothing is appended: it is not there. An id that something
    hidden bears cannot be given, and is refused as one that was erased.
    """

    def __init__(self, work: Work, sight: Sight, seals: Seals) -> None:
        super().__init__(work, sight, seals)
        self._work = work
        work.watch = self._watched

    __exit__ = _Leaving()

    def rollback(self) -> None:
        """Forget what was appended."""
        self._work.rollback()

    def end(self) -> None:
        """Roll back, and let others have their turn; of one that is over, nothing."""
        self._work.end()

    def end_in(self, thread: int) -> None:
        """End it, if it is the turn of a thread."""
        if self._work.turn.thread == thread:
            self._work.end()

    def commit(self) -> None:
        """Keep what was appended. Once this returns, it is never lost."""
        self._work.commit()

    # --- appending ----------------------------------------------------------------

    def append(
        self,
        lines: Sequence[Recorded],
        *,
        expected: Mapping[str, int],
        unless: AppendCondition | None = None,
    ) -> None:
        """Append lines of one or several streams: all of them, or none.

        Needs ``"record"`` on each stream, as it is before and by every wall as it is
        afterwards; ``"open"`` on one that begins, as it is then.
        """
        self._work._require_open()
        self._require(unless)
        self._append(lines, expected, {})

    def save(
        self, *files: CaseFile | Entry, unless: AppendCondition | None = None
    ) -> None:
        """Append what is pending in each file, or entry: all of it, or nothing."""
        self._work._require_open()
        self._require(unless)
        pending = pending_of(files)
        for file in pending.idle:
            check_saved(file, self._sight.last(stream_of_file(file)))
        if pending.lines:
            self._append(pending.lines, pending.expected, pending.after)

    def record(  # noqa: PLR0913 - all keyword-only but the case and the events
        self,
        case_id: str,
        *events: Event | Draft,
        at: datetime,
        by: str | None = None,
        on_behalf_of: str | None = None,
        reason: str | None = None,
        cause: str | None = None,
        command_id: str | None = None,
        law: Law | None = None,
        ids: Ids = uuid7,
    ) -> CaseFile:
        """Record events on a case that is stored, save it, and return its file.

        `by` is the person, where nothing else is said, here or of the unit of work.
        """
        stream = stream_of(self._work._model.noun, case_id)

        def act() -> CaseFile:
            self._check_fence(stream, (getattr(one, "event", one) for one in events))
            return self._work.record(
                case_id,
                *events,
                at=at,
                by=by,
                on_behalf_of=on_behalf_of,
                reason=reason,
                cause=cause,
                command_id=command_id,
                law=law,
                ids=ids,
            )

        done = self._of(stream, act)
        self._sight.forget((stream,))
        return self._as_told(stream, done, ids)

    def _require(self, unless: AppendCondition | None) -> None:
        if isinstance(unless, AppendCondition):
            # It looks behind walls: that is for what is recorded, and no question.
            if not self._sight.may_append:
                raise may_not_ask(self._sight.person)
            after = self._seals.opened("after", unless.after)
            unless = AppendCondition(unless.query, after=after)
        self._work._require(unless)

    def _append(
        self,
        lines: Sequence[Recorded],
        expected: Mapping[str, int],
        after: Mapping[str, str],
    ) -> None:
        batches = batches_of(lines, expected)
        shifts = {}
        for stream, number in expected.items():
            shifts[stream] = self._shift(stream, number)
        for stream, batch in batches.items():
            if self._is_seen(stream):
                self._check_fence(stream, (line.event for line in batch))
        checked = dict(after)
        for stream, shift in shifts.items():
            if shift and stream in batches:
                self._check_seen(stream, batches[stream], checked.pop(stream, None))
        self._work._append(
            [
                evolve(line, number=line.number + shifts[line.stream])
                if shifts[line.stream]
                else line
                for line in lines
            ],
            {stream: number + shifts[stream] for stream, number in expected.items()},
            checked,
        )
        self._sight.forget(expected)

    def _shift(self, stream: str, expected: int) -> int:
        """Return how many lines of a stream are not seen; refuse another `expected`."""
        if self._work._is_erased(stream):
            raise erased(stream)
        seen = veiled(lambda: self._sight.last(stream))
        check_count(stream, expected, seen)
        there = self._work._last(stream).number
        if there and not seen:
            raise erased(stream)
        return there - seen

    def _check_seen(
        self, stream: str, batch: Sequence[Recorded], event_id: str | None
    ) -> None:
        """Refuse lines that could not follow on what is seen of an entry."""
        log = self._sight.view(stream).lines
        if event_id is not None and log[-1].event_id != event_id:
            raise other_log(stream, len(log))
        model = model_of(stream, self._work._model)
        fold(model, (*log, *(each.line for each in read_back(batch, model))))

    def _check_fence(self, stream: str, events: Iterable[Any]) -> None:
        """Refuse what is fenced of whoever has no part in the case, whatever is there.

        Of a case that begins nothing can be told by an answer.
        """
        if stream.partition(":")[0] in MODELS or not self._work._last(stream).number:
            return
        log = partial(self._work._events, stream)
        if any(is_of_fence(one, log) for one in events) and not self._sight.is_within(
            stream
        ):
            raise behind_fence(self._sight.person, called(stream))

    def _watched(
        self, before: Mapping[str, Made | None], made: Mapping[str, Made]
    ) -> None:
        """Refuse what the person may not append, before anything is written."""
        person = self._sight.person
        for stream, after in made.items():
            is_new = before[stream] is None
            action = "open" if is_new else "record"
            if not is_new and not self._sight.may(action, stream):
                raise may_not(person, action, called(stream))
            if stream.partition(":")[0] in MODELS:
                if is_new and not self._sight.may(action, stream):
                    raise may_not_open(person, called(stream))
            else:
                self._check_after(stream, action, after, is_new=is_new)
                self._check_undone(stream, before[stream], after)

    def _check_undone(self, stream: str, before: Made | None, after: Made) -> None:
        """Refuse that what is fenced stands no more, by whoever does not hear of it."""
        if before is None or before.folded is None or after.folded is None:
            return
        is_undone = sets_fenced_aside(before.folded, after.folded)
        if is_undone and not self._sight.is_within(stream):
            raise beyond_fence(self._sight.person, called(stream))

    def _check_after(
        self, stream: str, action: str, after: Made, *, is_new: bool
    ) -> None:
        sight = self._sight
        is_admitted, is_walled = sight.after(action, stream, after.folded)
        if is_walled:
            raise beyond_reach(sight.person, called(stream))
        if is_new and not is_admitted:
            raise may_not_open(sight.person, called(stream))

    # --- the directory, and the whole ---------------------------------------------

    def erase(
        self,
        stream: str,
        *,
        despite_hold: str | None = None,
        by: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Delete an entry of the directory, or a sealed case: needs ``"erase"``.

        A legal hold in a case that is hidden forbids it, and no ground passes over it.
        """
        self._work._require_open()
        stream = stream_of_any(stream, self._work._model)
        if not self._is_seen(stream) or not self._work._last(stream).number:
            raise not_found(stream)
        if not self._sight.may("erase", stream):
            raise may_not(self._sight.person, "erase", called(stream))
        if veiled(lambda: self._is_held(stream)):
            raise held(stream)
        self._work.erase(stream, despite_hold=despite_hold, by=by, at=at)
        self._sight.forget((stream,))

    def _is_held(self, stream: str) -> bool:
        """Tell whether a hold keeps an entry, in a case or behind a fence unseen."""
        if stream.partition(":")[0] not in MODELS:
            return False
        noun = self._work._model.noun
        streams = {name: f"{noun}:{name}" for name in self._work._ids()}
        self._sight.prepare(streams.values())
        return any(self._is_named(stream, name, case) for name, case in streams.items())

    def _is_named(self, entry: str, case_id: str, stream: str) -> bool:
        """Tell whether a held case names an entry where the person does not see it."""
        is_seen = self._sight.is_seen(stream)
        if is_seen and self._sight.is_within(stream):
            return False
        whole = self._work._get(case_id)
        if not holds_naming((whole,), entry):
            return False
        return not is_seen or not holds_naming((self.get(case_id),), entry)

    def rebuild(
        self,
        progress: Callable[[int, int], object] | None = None,
        *,
        is_lenient: bool = False,
    ) -> NoReturn:
        """Refuse it: whoever administers the store makes anew what is derived."""
        del progress, is_lenient
        not_offered("rebuild()")

    def catch_up(self) -> NoReturn:
        """Refuse it: whoever administers the store brings its lists up to date."""
        not_offered("catch_up()")
