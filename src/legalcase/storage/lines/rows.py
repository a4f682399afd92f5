"""Rows: lines as the text they are stored as, each bound to all before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.codec.log.chain import digest
from legalcase.codec.log.lines import Encoded, data_of, encoded, line_of, line_text
from legalcase.codec.tables import model_of
from legalcase.errors import DecodeError, InvalidValueError, LegalCaseError
from legalcase.kernel.events.event import Event
from legalcase.kernel.lines.correction import Corrected
from legalcase.ports.rows import Fault
from legalcase.storage.projecting import words_of
from legalcase.storage.sealing import tags_in_clear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model

__all__ = [
    "START",
    "Last",
    "Locked",
    "Row",
    "Stored",
    "broken",
    "chain_fault",
    "chained",
    "decoded",
    "named_after",
    "read_back",
    "tags_of",
]

#: What stands for the digest of the line before the first.
START: Final = b""

#: What a value of a wrong type does when its text is asked for. Not every exception:
#: that of a signal's handler, or of a full memory, is not about the value.
_UNFIT: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


class Stored(NamedTuple):
    """A line as it lies in the store."""

    number: int
    body: bytes
    digest: bytes


class Last(NamedTuple):
    """Where a stream ends; (0, START) where it has not begun."""

    number: int
    digest: bytes


class Locked(NamedTuple):
    """What is known of a line that is sealed where nothing opens it."""

    stream: str
    number: int
    event_id: str
    kind: str


def named_after(last: Last | None) -> str:
    """Return the name by which cursors know a store, from where its first log ends.

    One whose first commit begins a stream and erases it has a name as well.
    """
    return last.digest.hex() if last is not None and last.digest else "erased"


class Row(NamedTuple):
    """A line that is to be stored, as it reads back, with what is derived from it."""

    line: Recorded | Locked
    text: str
    digest: bytes
    tags: tuple[str, ...]
    words: tuple[str, ...] = ()


class Back(NamedTuple):
    """A line as it reads back, and the plain data of its event, where it has any."""

    line: Recorded
    data: Any = None


def read_back(lines: Sequence[Recorded], model: Model) -> list[Back]:
    """Return each line as it reads back from the text to be stored, which it bears.

    Raises `InvalidValueError` for one that could not be written, not be read, or
    would come back as another: a log only grows, and could never be read again.
    """
    return [_read_back(line, model) for line in lines]


def _read_back(line: Recorded, model: Model) -> Back:
    why = "it is not what comes back, as a list in the place of a tuple"
    try:
        # One that came from a store is left as it is, with what this program does not
        # know of it.
        is_new = line.text is None
        made = encoded(line, model) if is_new else Encoded(line_text(line), None)
        made.text.encode()
        found = line_of(made.text, model)
        if found == line and not (is_new and _is_other(found, made, model)):
            return Back(found, made.data and made.data["event"])
    except DecodeError as error:
        why = "; ".join(f"{path} {reason}" for path, reason in error.problems)
    except LegalCaseError as error:
        # It says by itself what to do.
        msg = f"Line {line.number} of {line.stream!r} cannot be stored. {error}"
        raise InvalidValueError(msg, field="lines", value=None) from None
    except _UNFIT as error:
        why = f"its text cannot be made ({type(error).__name__})"
    msg = (
        f"Line {line.number} of {line.stream!r} cannot be stored so that it reads "
        f"back: {why}. Give each field a plain value of its own type."
    )
    raise InvalidValueError(msg, field="lines", value=None)


def _is_other(found: Recorded, made: Encoded, model: Model) -> bool:
    """Tell whether an equal line would be written otherwise.

    Equal instants may stand on different clocks: what is written tells. Plain data
    that were read strictly are equal where their texts are.
    """
    if made.data is None:
        return encoded(found, model).text != made.text
    return data_of(found, model_of(found.stream, model)) != made.data


def chained(
    lines: Sequence[Back],
    last: bytes,
    seal: Callable[[int, str, str], str] | None = None,
) -> list[Row]:
    """Return the rows of lines of one stream, whose last line has the digest `last`.

    With `seal`, what is stored is what that makes of number, kind and text; no words
    are found in it, and no tag that says more than an id. Raises `InvalidValueError`
    for tags of an event that are none.
    """
    rows = []
    for line, data in lines:
        text = line.text or ""
        if seal is not None:
            text = seal(line.number, line.kind, text)
            last = digest(line.stream, line.number, last, text.encode())
            rows.append(Row(line, text, last, tags_in_clear(tags_of(line))))
            continue
        last = digest(line.stream, line.number, last, text.encode())
        rows.append(Row(line, text, last, tags_of(line), words_of(line, data)))
    return rows


def tags_of(line: Recorded) -> tuple[str, ...]:
    """Return the words by which a line is found: its kind, and what its event says.

    A correction is found by what the line said and by what it should have said: it
    has the tags of the event that it puts there. Raises `InvalidValueError`.
    """
    event = line.event
    if isinstance(event, Corrected):
        event = event.event
    tags: Any = event.tags() if isinstance(event, Event) else ()
    if not isinstance(tags, tuple) or not all(_is_tag(tag) for tag in tags):
        msg = (
            f"The tags of line {line.number} of {line.stream!r} are no tuple of texts "
            "with noun and name. Let tags() return ('number:3:26-cv-1',), say."
        )
        raise InvalidValueError(msg, field="lines", value=None)
    return tuple(sorted({f"kind:{line.kind}", *tags}))


def _is_tag(tag: object) -> bool:
    if type(tag) is not str or "\0" in tag or tag.startswith("kind:"):
        return False
    try:
        tag.encode()
    except UnicodeEncodeError:
        return False
    return ":" in tag


def chain_fault(
    stream: str, rows: Iterable[Stored], head: Last, after: Last | None = None
) -> Fault | None:
    """Return the first line of a stream that is not bound to those before it.

    The rows are all that come after the line `after`; the whole log without it.
    """
    first, last = after or (0, START)
    count = first
    for count, row in enumerate(rows, first + 1):
        if row.number != count:
            said = f"is missing: line {row.number} comes next"
            return _fault(stream, count, "gap", said)
        if digest(stream, count, last, row.body) != row.digest:
            said = "is not what was stored, or not the one that stood here"
            return _fault(stream, count, "digest", said)
        last = row.digest
    if count < head.number:
        said = f"is missing: the log had {head.number} lines"
        return _fault(stream, count + 1, "count", said)
    if count > head.number:
        said = f"was added by others: the log had {head.number} lines"
        return _fault(stream, head.number + 1, "count", said)
    if last != head.digest:
        return _fault(stream, count, "head", "is not the one with which the log ended")
    return None


def _fault(stream: str, number: int, what: str, said: str) -> Fault:
    return Fault(stream, number, what, f"Line {number} of {stream!r} {said}.")


def broken(fault: Fault) -> DecodeError:
    """Return the error for a log that is not as it was stored."""
    msg = f"{fault.said} Restore the store from a backup."
    return DecodeError(msg, problems=((f"$.{fault.what}", fault.said),))


def decoded(stream: str, row: Stored, model: Model) -> Recorded:
    """Return a line from its text; raises `DecodeError` that names stream and line."""
    try:
        line = line_of(row.body.decode(), model)
    except DecodeError as error:
        problems = error.problems
    except UnicodeDecodeError:
        problems = (("$", "is no UTF-8"),)
    else:
        if (line.stream, line.number) == (stream, row.number):
            return line
        problems = (("$", "belongs to another place"),)
    msg = (
        f"Line {row.number} of {stream!r} cannot be read: "
        f"{'; '.join(f'{path} {why}' for path, why in problems)}. Restore the store "
        "from a backup, or upgrade legalcase."
    )
    raise DecodeError(msg, problems=problems)
