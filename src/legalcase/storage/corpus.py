"""conflict_index: all cases and entries of a store, as a check for conflicts reads."""

# ruff: noqa: SLF001 - it looks at every stream, as what verifies a store does

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from legalcase.directory.directory import Directory
from legalcase.directory.entry import Entry
from legalcase.directory.facet import MODELS
from legalcase.errors import InvalidTypeError, LegalCaseError
from legalcase.ports.queries import AppendCondition, LineQuery
from legalcase.storage.lines.appending import case_id_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.conflicts.corpus.index import ConflictIndex, Unsearched
    from legalcase.conflicts.finding.outcome import ConflictCheck
    from legalcase.model.case import Case
    from legalcase.storage.units.reading.readable import Readable

__all__ = ["conflict_index", "indexed", "nobody_since"]


class _Whole(Protocol):
    """**Protocol:** a store that is read as a whole; every `Store` is one."""

    def ask(self, act: Callable[[Any], ConflictIndex]) -> ConflictIndex:
        """Ask several questions of one state."""
        ...

    def verify(self) -> object:
        """Read everything."""
        ...


def conflict_index(
    store: _Whole, *, progress: Callable[[int, int], object] | None = None
) -> ConflictIndex:
    """Return the index of all that a store holds, read once, with its position.

    It is for whoever administers the store: no wall hides anything from it. Of a case
    that is sealed and whose key is not here, or that cannot be read, the index says so
    (`ConflictIndex.unsearched`). `progress` is called with how many streams are read,
    and how many there are. Raises `InvalidTypeError` for a store of one person: what
    that one may know, `GuardedStore.check_conflicts` says.
    """
    given: Any = store
    if not hasattr(given, "guarded") or hasattr(given, "person"):
        msg = (
            f"store needs the whole store, not {type(store).__name__}. Pass what "
            "open_store returned; for one person, call check_conflicts on what is "
            "guarded."
        )
        raise InvalidTypeError(msg, field="store", value=None)
    return store.ask(lambda reader: indexed(reader, progress))


def indexed(
    reader: Readable, progress: Callable[[int, int], object] | None = None
) -> ConflictIndex:
    """Return the index of one reading of a store."""
    # What compares names is loaded by whoever checks for conflicts.
    from legalcase.conflicts.corpus.index import ConflictIndex

    position = reader.find(LineQuery(tags=("kind:case-opened",)), limit=1).position
    streams = reader._once(reader._streams)
    people = [one for one in streams if one.partition(":")[0] in MODELS]
    prefix = f"{reader._model.noun}:"
    cases = [one for one in streams if one.startswith(prefix)]
    total = len(people) + len(cases)
    lacking: list[Unsearched] = []
    entries = []
    for number, stream in enumerate(people, 1):
        try:
            entries.append(Entry.of_log(reader.events(stream)))
        except LegalCaseError:
            lacking.append(_unsearched(reader, stream))
        if progress is not None:
            progress(number, total)

    def read() -> Iterator[Case]:
        for number, stream in enumerate(cases, len(people) + 1):
            try:
                yield reader.get(case_id_of(stream))
            except LegalCaseError:
                lacking.append(_unsearched(reader, stream))
            if progress is not None:
                progress(number, total)

    found = ConflictIndex.of(read(), Directory.of(*entries), position=position)
    return found.lacking(*lacking)


def _unsearched(reader: Readable, stream: str) -> Unsearched:
    from legalcase.conflicts.corpus.index import Unsearched

    is_locked = reader._once(lambda: reader._is_locked(stream))
    return Unsearched(what="sealed" if is_locked else "unreadable", where=stream)


def nobody_since(check: ConflictCheck) -> AppendCondition:
    """Return the condition that nobody came in since a check, and nobody is another.

    ``save(work, file, unless=nobody_since(found))`` is refused with `ConflictError` if
    a party joined or counsel appeared in any case, somebody asked us or engaged us, a
    claim was stated, a role taken or a matter reopened, anything was corrected or
    retracted, or the directory has a new entry, name or relation, since what was
    searched: check again then. It asks of all, not of those who were asked about, since
    whoever comes next may bear a like name. Raises `InvalidTypeError` for what is no
    check, and for a check of cases that came from no store.
    """
    given: Any = check
    if not hasattr(given, "watched"):
        msg = (
            f"check needs a ConflictCheck, not {type(check).__name__}. Pass what "
            "conflicts.check or check_conflicts returned."
        )
        raise InvalidTypeError(msg, field="check", value=None)
    if not check.position:
        msg = (
            "The check has no position: its cases came from no store. Make the index "
            "with conflict_index(store)."
        )
        raise InvalidTypeError(msg, field="check", value=None)
    return AppendCondition(LineQuery(tags=check.watched), after=check.position)
