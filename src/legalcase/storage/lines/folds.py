"""Folds: what is appended is folded first, so that it can always be read."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.errors import UnknownEventError
from legalcase.kernel.events.event import UnknownEvent
from legalcase.kernel.folding.correcting import check_correction
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.folding.step import begun
from legalcase.kernel.folding.step import follows as _after
from legalcase.kernel.lines.correction import Corrected, Retracted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model
    from legalcase.storage.projecting import Projected

__all__ = ["Folds", "Made", "follows", "made_of"]

_MOST: Final = 256


class Made(NamedTuple):
    """A stream as its log made it up to the line with the digest `last`.

    `folded` is ``None`` after a line of a kind that is not known here and may not be
    passed over: what it did is not known, and so what can follow is not either.
    `listed` is what lists say of it, where that was asked.
    """

    last: bytes
    folded: Folded | None
    listed: Projected | None = None


def made_of(model: Model, log: Sequence[Recorded], last: bytes) -> Made:
    """Return what a whole log makes; raises what `fold` raises of the impossible."""
    try:
        return Made(last, fold(model, log))
    except UnknownEventError:
        return Made(last, None)


def follows(
    model: Model,
    before: Made | None,
    lines: Sequence[Recorded],
    last: bytes,
    whole: Callable[[], tuple[Recorded, ...]],
    *,
    is_copied: bool = False,
) -> Made:
    """Return what a stream becomes; refuse a line that cannot follow.

    `whole` reads the log before, for a correction, which changes what is far back.
    Lines that are copied stand in a store already: whoever knew the room corrected in
    it what is not known here.
    Raises what `CaseFile.record` and `correct` raise of what cannot have happened.
    """
    if before is not None and before.folded is None:
        return Made(last, None)
    if any(isinstance(line.event, Corrected | Retracted) for line in lines):
        log = (*(() if before is None else whole()), *lines)
        for line in lines:
            if not isinstance(line.event, Corrected | Retracted):
                continue
            if not (is_copied and _is_foreign(log, line.event)):
                check_correction(log, line.event)
        return made_of(model, log, last)
    folded = None if before is None else before.folded
    for line in lines:
        if folded is None:
            folded = begun(model, line)
        else:
            try:
                folded = _after(folded, line)
            except UnknownEventError:
                return Made(last, None)
    return Made(last, folded)


def _is_foreign(log: Sequence[Recorded], one: Corrected | Retracted) -> bool:
    """Tell whether a correction is of a line of a kind that is not known here."""
    return any(
        line.event_id == one.event_id and isinstance(line.event, UnknownEvent)
        for line in log
    )


class Folds:
    """The newest state of the streams that were used last, as they are committed."""

    __slots__ = ("_kept", "_lock")

    def __init__(self) -> None:
        self._kept: dict[str, Made] = {}
        # Those who read come from many threads at once.
        self._lock = threading.Lock()

    def find(self, stream: str, last: bytes) -> Made | None:
        """Return the state of a stream whose last line has the digest `last`."""
        made = self._kept.get(stream)
        return made if made is not None and made.last == last else None

    def drop(self, streams: Iterable[str]) -> None:
        """Let go of streams that were erased."""
        with self._lock:
            for stream in streams:
                self._kept.pop(stream, None)

    def keep(self, made: Mapping[str, Made]) -> None:
        """Keep these, and let go of those that were used longest ago."""
        with self._lock:
            for stream, state in made.items():
                self._kept.pop(stream, None)
                self._kept[stream] = state
            while len(self._kept) > _MOST:
                self._kept.pop(next(iter(self._kept)), None)
