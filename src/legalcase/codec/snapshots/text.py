"""snapshot_text: a folded case as text: every value once, in columns."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from legalcase.codec.snapshots.numbering import Writer
from legalcase.codec.snapshots.opening import folded_of
from legalcase.codec.snapshots.shapes import Unfit, packages_of
from legalcase.codec.snapshots.stamp import FORM, model_stamp
from legalcase.errors import InvalidTypeError

if TYPE_CHECKING:
    from legalcase.kernel import Folded

__all__ = ["snapshot_text"]

_OURS: Final = "legalcase."


def snapshot_text(folded: Folded) -> str:
    """Return what a log has made as text, for `folded_of`.

    What was worked out beside it (the dates of a computation) is not in it, and is
    worked out anew. Raises `InvalidTypeError` where a room has something that could not
    be read back equal: of a case that has it, no snapshots are made.
    """
    try:
        return _text(folded)
    except Unfit as error:
        reason = str(error)
    except RecursionError:
        reason = "its values lie too deep in each other"
    except UnicodeEncodeError:
        reason = "a text in it has half a character"
    msg = (
        f"No snapshot can be made of {folded.stream!r}: {reason}. Fold its log each "
        "time; or let the states be frozen attrs classes with slots, of plain values."
    )
    raise InvalidTypeError(msg, field="folded", value=None)


def _text(folded: Folded) -> str:
    model = folded.model
    writer = Writer(packages_of(model))
    states = folded.states()
    if list(states) != [facet.name for facet in model.facets]:
        reason = "its rooms are not those of its model"
        raise Unfit(reason)
    for name, state in states.items():
        try:
            writer.of(state)
        except Unfit as error:
            reason = f"of the room {name!r}, {error}"
            raise Unfit(reason) from None
    rooms = tuple(states.values())
    root = writer.of(
        (rooms, folded.known, folded.recorded_at, folded.unread, folded.set_aside)
    )
    said = [FORM, model_stamp(model), folded.stream, folded.number]
    body = json.dumps(
        [*said, *writer.sections(root)], ensure_ascii=False, separators=(",", ":")
    )
    text = f"{sha256(body.encode()).hexdigest()}\n{body}"
    if not all(module.startswith(_OURS) for module in writer.modules):
        _check_back(folded, text)
    return text


def _check_back(folded: Folded, text: str) -> None:
    """Refuse a text that is not read back equal: how others compare, nobody knows."""
    try:
        back = folded_of(text, folded.model, stream=folded.stream, number=folded.number)
        is_same = back == folded and back.known == folded.known
    except RecursionError:
        raise
    except Exception:  # noqa: BLE001 - whatever a class of others raises
        is_same = False
    if not is_same:
        reason = "it would not come back equal"
        raise Unfit(reason)
