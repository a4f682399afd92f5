"""load and save: cases from the lines of a store, and back, whatever the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from legalcase.codec.log.lines import read_by
from legalcase.codec.tables import model_or_core
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.storage.lines.appending import (
    check_file,
    other_log,
    stream_of,
    twice_in,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from legalcase.directory.entry import Entry
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model
    from legalcase.ports.queries import AppendCondition
    from legalcase.ports.stores import Reader, UnitOfWork

__all__ = ["Snapshots", "load", "load_file", "save"]


@runtime_checkable
class Snapshots(Protocol):
    """**Protocol:** a reader that knows what a log had made at some line of it."""

    def folded(self, stream: str, model: Model) -> Folded:
        """Return what a log has made up to its end, without reading all of it."""
        ...


def load(
    reader: Reader,
    model: Model | None,
    case_id: str,
    *,
    known_at: datetime | int | None = None,
    true_on: date | None = None,
) -> Case:
    """Return a case as it is, as it was known, or as it was on a day.

    `model` says which rooms it has, whichever the store was opened with; the core, if
    it is ``None``. Without `known_at`
    and `true_on` it begins with what the store remembers of an earlier line, if it
    does, and reads what came since. What they mean says `Case.from_events`. Raises
    `CaseNotFoundError`, `UnknownEventError`, and `DecodeError` for a line that is not
    as it was stored.
    """
    known = model_or_core(model)
    stream = stream_of(known.noun, case_id)
    if known_at is None and true_on is None and isinstance(reader, Snapshots):
        return Case(reader.folded(stream, known))
    log = reader.events(stream)
    read = read_by(log, known)
    return Case.from_events(read, known_at=known_at, true_on=true_on, model=known)


def load_file(
    reader: Reader, model: Model | None, case_id: str, *, ids: Ids = uuid7
) -> CaseFile:
    """Return the file of a case, with its whole log; `load` says what it raises.

    `ids` gives the ids of the events that are recorded on it.
    """
    known = model_or_core(model)
    log = reader.events(stream_of(known.noun, case_id))
    return CaseFile.of_log(read_by(log, known), model=known, ids=ids)


def save(
    work: UnitOfWork, *files: CaseFile | Entry, unless: AppendCondition | None = None
) -> None:
    """Append what is pending in each file or entry to a unit of work: all, or nothing.

    A file whose `base` is 0 brings a new case. `unless` and what is raised are as in
    `UnitOfWork.append`; `InvalidValueError` is raised for a file that assumes
    something, and for one case twice. Go on with `file.saved()`.
    """
    lines: list[Recorded] = []
    expected: dict[str, int] = {}
    for file in files:
        check_file(file)
        pending = file.pending
        if not pending:
            continue
        stream = pending[0].stream
        if stream in expected:
            raise twice_in(stream)
        expected[stream] = file.base
        if file.base:
            log = work.events(stream)
            last = file.log[file.base - 1]
            if len(log) == file.base and log[-1].event_id != last.event_id:
                raise other_log(stream, file.base)
        lines.extend(pending)
    if lines:
        work.append(lines, expected=expected, unless=unless)
