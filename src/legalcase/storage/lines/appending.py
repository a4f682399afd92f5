"""What every store checks of lines and files before it appends them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.directory.entry import Entry
from legalcase.directory.facet import MODELS
from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    InvalidTypeError,
    InvalidValueError,
    StaleCaseError,
    StorageError,
)
from legalcase.kernel.lines.recorded import Recorded
from legalcase.model.case_file import CaseFile
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.kernel.rooms.model import Model

__all__ = [
    "Pending",
    "batches_of",
    "called",
    "case_id_of",
    "check_count",
    "check_file",
    "check_saved",
    "erased",
    "locked",
    "not_found",
    "not_sealed",
    "other_log",
    "pending_of",
    "stream_of",
    "stream_of_any",
    "stream_of_entry",
    "stream_of_file",
    "twice",
    "twice_in",
]


def batches_of(lines: Any, expected: Any) -> dict[str, list[Recorded]]:
    """Return the lines of each stream, which follow on the number `expected` of it.

    Raises `InvalidValueError` where they have a gap or an id twice, or `expected`
    says nothing of a stream, and `InvalidTypeError` for what is no list of lines.
    """
    _check_expected(expected)
    if not isinstance(lines, Sequence) or not all(
        isinstance(line, Recorded) for line in lines
    ):
        msg = (
            f"A store appends a list of Recorded lines, not {type(lines).__name__}. "
            "Pass file.pending, or save the file."
        )
        raise InvalidTypeError(msg, field="lines", value=None)
    if not lines:
        msg = "There is no line to append. Pass file.pending, or save the file."
        raise InvalidValueError(msg, field="lines", value=None)
    batches: dict[str, list[Recorded]] = {}
    for line in lines:
        if line.stream not in expected:
            msg = (
                f"expected says nothing of the stream {line.stream!r}. Say how many "
                "lines it has before: 0 for a new one."
            )
            raise InvalidValueError(msg, field="expected", value=line.stream)
        batch = batches.setdefault(line.stream, [])
        number = expected[line.stream] + len(batch) + 1
        if line.number != number:
            msg = (
                f"Line {line.number} of {line.stream!r} stands where line {number} "
                "belongs. Pass the lines of each stream in the order in which they "
                "were recorded, without a gap."
            )
            raise InvalidValueError(msg, field="lines", value=None)
        batch.append(line)
    if len({line.event_id for line in lines}) < len(lines):
        msg = "Two of the lines have one event_id. Give every event an id of its own."
        raise InvalidValueError(msg, field="lines", value=None)
    return batches


def _check_expected(expected: Any) -> None:
    if not isinstance(expected, Mapping):
        msg = (
            f"expected needs a number for each stream, not {type(expected).__name__}. "
            "Pass {'case:roe': 3}, say."
        )
        raise InvalidTypeError(msg, field="expected", value=None)
    for number in expected.values():
        if type(number) is not int or number < 0:
            msg = (
                f"expected has {shown(number)} for a stream. Say how many lines it "
                "has before: 0 for a new one."
            )
            raise InvalidValueError(msg, field="expected", value=None)


def check_file(file: Any) -> None:
    """Refuse what cannot be saved: what is no file or entry, and one that assumes."""
    if isinstance(file, Entry):
        return
    if not isinstance(file, CaseFile):
        msg = (
            f"A store saves a CaseFile or an Entry, not {type(file).__name__}. Pass "
            "what CaseFile.open, record or work.file returned."
        )
        raise InvalidTypeError(msg, field="files", value=None)
    if file.is_assumed:
        msg = (
            f"The file of case {file.case.case_id!r} assumes what has not happened, "
            "and cannot be saved. Record on the file from which it was made."
        )
        raise InvalidValueError(msg, field="files", value=None)


class Pending(NamedTuple):
    """What is pending in several files.

    `expected` is how many lines each stream has before, `after` the event on which the
    first new one follows, `idle` the files in which nothing is pending.
    """

    lines: list[Recorded]
    expected: dict[str, int]
    after: dict[str, str]
    idle: list[CaseFile | Entry]


def pending_of(files: Sequence[CaseFile | Entry]) -> Pending:
    """Return what is pending in each file or entry.

    Raises `InvalidTypeError` for what is none, and `InvalidValueError` for one that
    assumes something, and for one case twice.
    """
    found = Pending([], {}, {}, [])
    for file in files:
        check_file(file)
        pending = file.pending
        if not pending:
            found.idle.append(file)
            continue
        stream = pending[0].stream
        if stream in found.expected:
            raise twice_in(stream)
        found.expected[stream] = file.base
        if file.base:
            # Not of file.log, which copies all lines for every one that is saved.
            last = file._saved[-1]  # noqa: SLF001 - as above
            found.after[stream] = last.event_id
        found.lines.extend(pending)
    return found


def stream_of_file(file: CaseFile | Entry) -> str:
    """Return the stream of a file in which nothing is pending."""
    return file._saved[-1].stream  # noqa: SLF001 - not of file.log, which copies it


def check_saved(file: CaseFile | Entry, found: int) -> None:
    """Refuse a file that says it is saved, and has lines that the store has not."""
    if found < file.base:
        msg = (
            f"The file of {called(stream_of_file(file))} says that {file.base} lines "
            f"are saved, and the store has {found}. Save the file itself, and take "
            "file.saved() after the commit."
        )
        raise InvalidValueError(msg, field="files", value=None)


def case_id_of(stream: str) -> str:
    """Return the id of the case that a stream is of."""
    return stream.partition(":")[2]


def twice_in(stream: str) -> InvalidValueError:
    """Return the error for one case, or one entry, that is to be saved twice."""
    msg = (
        f"{called(stream)} is there twice. Save one file with everything that is to "
        "be recorded."
    )
    return InvalidValueError(msg, field="files", value=None)


def check_count(stream: str, expected: int, found: int) -> None:
    """See that a stream has as many lines as whoever recorded on it has seen.

    Raises `CaseExistsError`, `CaseNotFoundError` or `StaleCaseError`.
    """
    case_id, what = case_id_of(stream), called(stream)
    if expected == found:
        return
    if expected == 0:
        msg = (
            f"{what} is stored already. Load it and record on it (after a "
            "save of your own, go on from file.saved()), or choose another id."
        )
        raise CaseExistsError(msg, case_id=case_id)
    if found == 0:
        raise not_found(stream)
    msg = (
        f"{what} is at version {found}, not {expected}: someone saved it "
        "first. Load it again, and record on what you find, or use "
        "file.rebased(newer); after a save of your own, go on from file.saved()."
    )
    raise StaleCaseError(msg, case_id=case_id, expected=expected, found=found)


def called(stream: str) -> str:
    """Say which case, or which entry of the directory, a stream is."""
    if stream.partition(":")[0] in MODELS:
        return f"Entry {stream!r}"
    return f"Case {case_id_of(stream)!r}"


def not_found(stream: str) -> CaseNotFoundError:
    """Return the error for a case, or an entry, that is not stored."""
    what = called(stream)
    where = "directory().ids()" if what.startswith("Entry") else "ids()"
    msg = f"{what} is not stored. See {where}, or save it first."
    return CaseNotFoundError(msg, case_id=case_id_of(stream))


def locked(stream: str) -> StorageError:
    """Return the error for a stream that is sealed, where nothing opens it."""
    msg = (
        f"{called(stream)} is sealed, and the store was opened without its keys. Open "
        "it with sealer=Sealer(keys, …)."
    )
    return StorageError(msg)


def not_sealed(stream: str) -> InvalidValueError:
    """Return the error for a case that is to be erased, and is kept in clear."""
    msg = (
        f"{called(stream)} is not sealed, and a case that is not is never erased: its "
        "log only grows. Erase entries of the directory, or keep cases in a store "
        "that seals them."
    )
    return InvalidValueError(msg, field="stream", value=stream)


def erased(stream: str) -> StorageError:
    """Return the error for a stream whose id was given once, and not given again.

    That is one that was erased; or one of which whoever asks is to learn nothing.
    """
    msg = (
        f"{called(stream)} cannot begin: its id was given before, and is not given "
        "again. Choose another."
    )
    return StorageError(msg)


def stream_of_entry(entry_id: Any) -> str:
    """Return the stream of an entry that is asked for; refuse what is none.

    Raises `InvalidTypeError` for what is no text, `InvalidValueError` for what is no
    id of the directory: a case is never erased by this door.
    """
    if not isinstance(entry_id, str):
        msg = (
            f"The id of an entry is text, not {type(entry_id).__name__}. See "
            "directory().ids()."
        )
        raise InvalidTypeError(msg, field="entry_id", value=None)
    noun, _, name = entry_id.partition(":")
    if noun not in MODELS or not name or not entry_id.isascii() or "\0" in entry_id:
        msg = (
            f"{shown(entry_id)} is no id of the directory. They begin with "
            f"{', '.join(f'{each}:' for each in MODELS)}."
        )
        raise InvalidValueError(msg, field="entry_id", value=entry_id)
    return entry_id


def other_log(stream: str, number: int) -> StaleCaseError:
    """Return the error for a file whose lines are those of another log."""
    case_id = case_id_of(stream)
    msg = (
        f"Line {number} of {called(stream)} is another one than that on which the "
        "file was recorded. Load the case from this store, and record on that."
    )
    return StaleCaseError(msg, case_id=case_id, expected=number, found=number)


def twice(event_id: str) -> StorageError:
    """Return the error for an id of an event that was given before."""
    msg = (
        f"The store has an event {event_id!r} already, so that the new one does not "
        "follow on it. Give every event an id of its own, and load the case again."
    )
    return StorageError(msg)


def stream_of_any(stream: Any, model: Model) -> str:
    """Return a stream that is asked for; what is no name of one, nothing bears.

    Raises `InvalidTypeError` for what is no text, `InvalidValueError` for what has no
    noun, and `CaseNotFoundError`.
    """
    if not isinstance(stream, str):
        msg = (
            f"A stream is text, not {type(stream).__name__}. Pass 'case:roe' or "
            "'person:1', say."
        )
        raise InvalidTypeError(msg, field="stream", value=None)
    noun = stream.partition(":")[0]
    if noun not in MODELS and noun != model.noun:
        msg = (
            f"{shown(stream)} is no stream. They begin with "
            f"{', '.join(f'{each}:' for each in (model.noun, *MODELS))}."
        )
        raise InvalidValueError(msg, field="stream", value=stream)
    if not stream.isascii() or "\0" in stream:
        raise not_found(stream)
    return stream


def stream_of(noun: str, case_id: Any) -> str:
    """Return the stream of a case that is asked for; what is no id, no case bears.

    Raises `InvalidTypeError` for what is no text, and `CaseNotFoundError`.
    """
    if not isinstance(case_id, str):
        msg = f"The id of a case is text, not {type(case_id).__name__}. See ids()."
        raise InvalidTypeError(msg, field="case_id", value=None)
    if not case_id.isascii() or "\0" in case_id:
        stream = f"{noun}:{case_id}"
        raise not_found(stream)
    return f"{noun}:{case_id}"
