"""What a snapshot is held to: equal in every part, and good for what follows."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs

from legalcase.codec.log.lines import line_of, line_text
from legalcase.codec.snapshots import folded_of, snapshot_text
from legalcase.codec.text.moments import instant_to_text
from legalcase.counting.argument.computation import Computation
from legalcase.kernel import Corrected, Register, Retracted
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.folding.step import follows
from legalcase.kernel.register import described

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel import Folded, Model, Recorded

__all__ = ["cut_anywhere", "parts", "spelled", "there_and_back"]


def spelled(value: Any) -> Any:
    """A value with the class of every part of it: more than equality compares."""
    cls = type(value)
    if isinstance(value, datetime):
        return instant_to_text(value), value.fold
    if cls is Register:
        return cls, described(value), value._next, value._bits, spelled(value.items())
    if isinstance(value, tuple | frozenset):
        return cls, (frozenset if cls is frozenset else tuple)(map(spelled, value))
    if isinstance(value, dict):
        return cls, spelled(tuple(value.items()))
    return _fields(value)


def _fields(value: Any) -> Any:
    cls = type(value)
    if cls is Computation:
        return cls, spelled(value.__getstate__())
    if attrs.has(cls):
        # What was worked out before and is not compared is no part of the value.
        names = [each.name for each in attrs.fields(cls) if each.init or each.eq]
        return cls, tuple(spelled(getattr(value, name)) for name in names)
    return cls, value


def parts(folded: Folded) -> Any:
    """All that is in a folded case but its model."""
    return spelled(
        (
            folded.stream,
            folded.number,
            folded.recorded_at,
            folded.states(),
            folded.known,
            folded.unread,
            folded.set_aside,
        )
    )


def there_and_back(folded: Folded) -> Folded:
    """The folded case after it was text; held to be the same, and the text, too."""
    text = snapshot_text(folded)
    back = folded_of(text, folded.model, stream=folded.stream, number=folded.number)
    assert back == folded
    assert back.known == folded.known
    assert parts(back) == parts(folded)
    assert snapshot_text(back) == text
    return back


def cut_anywhere(log: Iterable[Recorded], model: Model, every: int = 1) -> int:
    """Go through a snapshot after each line, and on from it as if there were none.

    Returns how many lines were taken after one. A correction goes back behind the
    snapshot: from it on, there is another one.
    """
    lines = [line_of(line_text(line, model), model) for line in log]
    taken = 0
    for number in range(1, len(lines) + 1, every):
        here = there_and_back(fold(model, lines[:number]))
        for line in lines[number:]:
            if isinstance(line.event, Corrected | Retracted):
                break
            here = follows(here, line)
            taken += 1
        assert parts(here) == parts(fold(model, lines[: here.number]))
    return taken
