"""Snapshots: what a log had made at some line of it; a cache, dropped at any doubt."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.codec.snapshots import folded_of, snapshot_text
from legalcase.errors import DecodeError, InvalidTypeError, LegalCaseError
from legalcase.kernel.folding.step import follows
from legalcase.kernel.lines.correction import Corrected, Retracted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.rooms.model import Model

__all__ = [
    "FEW",
    "SEALED_AS",
    "Snapshot",
    "gone_on",
    "is_time",
    "is_whole",
    "remembered",
    "snapshot_of",
    "unsettles",
]

#: Names what is digested, and how.
_TAG: Final = b"legalcase-snapshot-1"

#: As what it is sealed, in a stream that is.
SEALED_AS: Final = "snapshot"

#: After so many lines at least, and so large a part of the log, another one is made.
FEW: Final = 256
_PART: Final = 4


class Snapshot(NamedTuple):
    """What a stream had made at the line `number`, whose digest is `head`."""

    number: int
    head: bytes
    body: str
    digest: bytes


def _digest(stream: str, number: int, head: bytes, body: str) -> bytes:
    found = sha256()
    for part in (_TAG, stream.encode(), b"%d" % number, head, body.encode()):
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def is_time(number: int, last: int) -> bool:
    """Tell whether a log of `number` lines is to be remembered again since `last`."""
    return number - last >= max(FEW, last // _PART)


def snapshot_of(
    stream: str,
    head: bytes,
    folded: Folded,
    seal: Callable[[int, str, str], str] | None,
) -> Snapshot | None:
    """Return what is to be remembered; ``None`` of what could not be read back."""
    try:
        body = snapshot_text(folded)
    except InvalidTypeError:
        return None
    if seal is not None:
        body = seal(folded.number, SEALED_AS, body)
    digest = _digest(stream, folded.number, head, body)
    return Snapshot(folded.number, head, body, digest)


def is_whole(snapshot: Snapshot, stream: str) -> bool:
    """Tell whether a snapshot is as it was stored, and of this stream."""
    number, head, body, digest = snapshot
    return _digest(stream, number, head, body) == digest


def remembered(
    snapshot: Snapshot,
    stream: str,
    model: Model,
    unseal: Callable[[int, str], str] | None,
) -> Folded | None:
    """Return what a snapshot is of; ``None`` at any doubt, also for another model."""
    if not is_whole(snapshot, stream):
        return None
    body, number = snapshot.body, snapshot.number
    try:
        if unseal is not None:
            body = unseal(number, body)
        return folded_of(body, model, stream=stream, number=number)
    except DecodeError:
        return None


def unsettles(lines: Iterable[Recorded]) -> bool:
    """Tell whether lines change what earlier ones made."""
    return any(isinstance(line.event, Corrected | Retracted) for line in lines)


def gone_on(folded: Folded, lines: list[Recorded]) -> Folded | None:
    """Return what further lines make; ``None`` where only the whole log can tell."""
    if unsettles(lines):
        return None
    try:
        for line in lines:
            folded = follows(folded, line)
    except LegalCaseError:
        return None
    return folded
