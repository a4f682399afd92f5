"""Primitives: what a back end says of itself: how it reads its rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, TypeVar

from legalcase.storage.projecting import OF_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.core import Model
    from legalcase.ports.keys import WrappedKey
    from legalcase.ports.queries import (
        CaseQuery,
        DueQuery,
        LineQuery,
        ProjectionQuery,
    )
    from legalcase.ports.rows import CaseRow, DueRow, LineRow, ProjectedRow
    from legalcase.storage.lines.folds import Folds
    from legalcase.storage.lines.rows import Last, Stored
    from legalcase.storage.lines.snapshots import Snapshot
    from legalcase.storage.own import Key, Mark, OwnRow, Registered
    from legalcase.storage.projecting import Attribute, Projected
    from legalcase.storage.sealing import DataKey, Sealer
    from legalcase.storage.units.reading.verifying import Checked

__all__ = ["NO_DAY", "ChangeRow", "Found", "Indexed", "Primitives", "Standing"]

T = TypeVar("T")
R = TypeVar("R")

#: A row, and the key by which it is sorted.
Found = tuple[tuple[Any, ...], R]

#: What stands in the place of a day where there is none: it sorts behind every day.
NO_DAY: Final = "none"


class Standing(NamedTuple):
    """Where a stream stands: its end, whether it was erased, its key if it has one."""

    last: Last
    is_erased: bool
    key: WrappedKey | None


class ChangeRow(NamedTuple):
    """Lines of one stream that a commit brought, and its place among the commits."""

    position: int
    stream: str
    first: int
    last: int


class Indexed(NamedTuple):
    """By what a line is found: the id of its event, and its tags, sorted."""

    event_id: str | None
    tags: tuple[str, ...]


class Primitives(ABC):
    """How a back end reads its rows; all else is made of these."""

    def __init__(
        self,
        model: Model,
        folds: Folds,
        sealer: Sealer | None,
        projections: tuple[Registered, ...],
        *,
        has_text: bool,
    ) -> None:
        self._model = model
        self._folds = folds
        self._sealer = sealer
        self._projections = projections
        self._has_text = has_text
        self._data_keys: dict[str, DataKey] = {}
        #: The wrapped keys that were read, and of which streams there is none.
        self._wrapped: dict[str, WrappedKey | None] = {}

    @abstractmethod
    def _require_open(self) -> None:
        """Refuse to go on where the reading is over, or has failed."""

    @abstractmethod
    def _identity(self) -> str:
        """Return the name by which cursors know the store."""

    @abstractmethod
    def _last(self, stream: str) -> Last:
        """Return where a stream ends; raises `StorageError` where that is unclear."""

    @abstractmethod
    def _place(self, event_id: str) -> tuple[str, int] | None:
        """Return stream and number of an event."""

    @abstractmethod
    def _streams(self) -> tuple[str, ...]:
        """Return all streams, sorted; raises `StorageError` where that is unclear."""

    @abstractmethod
    def _stored(self, stream: str) -> tuple[list[Stored], Last]:
        """Return the rows of a stream and where it should end, unchecked."""

    @abstractmethod
    def _stored_after(self, stream: str, number: int) -> list[Stored]:
        """Return the rows of a stream that come after one, unchecked."""

    @abstractmethod
    def _stored_between(self, stream: str, first: int, last: int) -> list[Stored]:
        """Return the rows of a stream from one to another, unchecked."""

    @abstractmethod
    def _indexed(self, stream: str, first: int, last: int) -> dict[int, Indexed]:
        """Return by what lines are found, by their numbers, unchecked."""

    @abstractmethod
    def _snapshot(self, stream: str) -> Snapshot | None:
        """Return what is remembered of a stream, unchecked; ``None`` without any."""

    @abstractmethod
    def _key(self, stream: str) -> WrappedKey | None:
        """Return the wrapped key of a stream; ``None`` where it is not sealed."""

    @abstractmethod
    def _sealed(self) -> list[str]:
        """Return the streams that have a key, sorted."""

    @abstractmethod
    def _checked(self) -> Checked:
        """Return all that is derived from the lines, unchecked."""

    @abstractmethod
    def _damage(self) -> str | None:
        """Return what is wrong with the store as a whole."""

    @abstractmethod
    def _is_erased(self, stream: str) -> bool:
        """Tell whether a stream was erased, here or in this unit."""

    def _standing(self, stream: str) -> Standing:
        """Return where a stream stands; in one step, where a step costs something."""
        return Standing(self._last(stream), self._is_erased(stream), self._key(stream))

    def _foresee(self, event_ids: Sequence[str]) -> None:
        """Take note of ids of which `_taken` will be asked; here asking is cheap."""
        del event_ids

    def _taken(self, event_ids: Sequence[str]) -> str | None:
        """Return one of some ids that an event has already; ``None`` without any."""
        for event_id in event_ids:
            if self._place(event_id) is not None:
                return event_id
        return None

    @abstractmethod
    def _tombstones(self) -> dict[str, Last]:
        """Return what was erased and where it ended; (0, START) if nobody knows."""

    @abstractmethod
    def _position(self) -> int:
        """Return the position of the last commit that is seen; 0 before the first."""

    @abstractmethod
    def _changes(self, after: int, limit: int) -> list[ChangeRow]:
        """Return what was committed after a position, in that order."""

    @abstractmethod
    def _find_cases(
        self, query: CaseQuery, words: tuple[str, ...], start: Any, limit: int
    ) -> list[Found[CaseRow]]:
        """Return the rows of cases after the key `start`, sorted by (stream,)."""

    @abstractmethod
    def _find_dues(
        self, query: DueQuery, start: Any, limit: int
    ) -> list[Found[DueRow]]:
        """Return what is due after `start`, sorted by (day, stream, what, id)."""

    @abstractmethod
    def _find_lines(
        self, query: LineQuery, words: tuple[str, ...], start: Any, limit: int
    ) -> list[Found[LineRow]]:
        """Return lines after the key `start`, sorted by (position, stream, number)."""

    @abstractmethod
    def _rows(self, stream: str) -> Projected | None:
        """Return what stands of a stream in lists; raises `DecodeError`."""

    @abstractmethod
    def _own(self, stream: str) -> dict[Key, OwnRow]:
        """Return what stands of a stream in the lists of others, unchecked."""

    @abstractmethod
    def _marked(self) -> tuple[int, dict[str, Mark]]:
        """Return the position of the last commit, and up to where lists of others go.

        Where these are two questions, in this order.
        """

    @abstractmethod
    def _find_own(
        self, query: ProjectionQuery, start: Any, limit: int
    ) -> list[Found[ProjectedRow]]:
        """Return rows of a list of others after `start`, sorted by (key, stream)."""

    def _words_found(self, line: Recorded) -> set[str] | None:  # noqa: ARG002 - not here
        """Return the words by which a line should be found; ``None`` for any."""
        return None

    def _subject_words(self, streams: Sequence[str]) -> dict[str, list[Attribute]]:
        """Return the words by which a policy of access knows each of some cases.

        Of what stands in no list, there is nothing.
        """
        found = {stream: self._rows(stream) for stream in streams}
        return {
            stream: [one for one in rows.attributes if one.name in OF_SUBJECTS]
            for stream, rows in found.items()
            if rows is not None
        }

    def __enter__(self) -> Self:
        """Enter the reading."""
        return self

    @abstractmethod
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the reading."""

    def _once(self, act: Callable[[], T]) -> T:
        """Answer one question, all of it of one state of the store."""
        self._require_open()
        return act()
