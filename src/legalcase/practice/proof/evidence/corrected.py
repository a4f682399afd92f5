"""CustodyCorrection: a line of a custody that was corrected, or taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import field, fields, frozen

from legalcase.kernel.lines.correction import Corrected, Retracted
from legalcase.markup import Table
from legalcase.plain_data import PlainData
from legalcase.practice.proof.evidence.events import (
    CustodyExplained,
    CustodyTransferred,
    EvidenceDestroyed,
    EvidenceHandled,
    EvidenceReturned,
)
from legalcase.practice.proof.evidence.taking import (
    EvidenceCollected,
    EvidenceReceived,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["CustodyCorrection", "corrections_of", "corrections_table"]

_OF_CUSTODY: Final = (
    EvidenceCollected,
    EvidenceReceived,
    CustodyTransferred,
    EvidenceHandled,
    EvidenceReturned,
    EvidenceDestroyed,
    CustodyExplained,
)


@frozen(kw_only=True)
class CustodyCorrection(PlainData):
    """A line of the custody was corrected: which, in what, when, by whom, and why.

    `event_id` is the line that was corrected, `correction_id` the one that did it.
    `changed` are the fields that are otherwise since (``"nothing"`` where it was put
    in again as it was, ``"kind"`` where another event stands there); without any, the
    line was taken back and stands no more. `corrected_by` and `ground` are empty where
    the label of the item does not admit the audience.
    """

    event_id: str
    correction_id: str
    happened_on: date
    corrected_at: datetime
    changed: tuple[str, ...] = ()
    corrected_by: str | None = field(default=None, repr=False)
    ground: str | None = field(default=None, repr=False)

    @property
    def is_retracted(self) -> bool:
        """Whether the line was taken back, so that nothing stands in its place."""
        return not self.changed


def corrections_of(
    log: Sequence[Recorded], item_id: str, *, may_see: bool
) -> Iterator[CustodyCorrection]:
    """Give what was corrected in the custody of an item, in the order of the log."""
    stands: dict[str, Any] = {}
    first: dict[str, Any] = {}
    for line in log:
        event: Any = line.event
        if not isinstance(event, Corrected | Retracted):
            stands[line.event_id] = first[line.event_id] = event
            continue
        was: Any = stands.get(event.event_id)
        now = event.event if isinstance(event, Corrected) else None
        stands[event.event_id] = now
        # Of what was taken back and put in again, the first wording is compared.
        was = first[event.event_id] if was is None else was
        if not any(_is_of(one, item_id) for one in (was, now)):
            continue
        yield CustodyCorrection(
            event_id=event.event_id,
            correction_id=line.event_id,
            happened_on=was.happened_on,
            corrected_at=line.recorded_at,
            changed=_changed(was, now),
            corrected_by=line.actor if may_see else None,
            ground=event.ground if may_see else None,
        )


def _is_of(event: Any, item_id: str) -> bool:  # noqa: ANN401 - of any room
    return isinstance(event, _OF_CUSTODY) and event.item_id == item_id


def _changed(was: Any, now: Any) -> tuple[str, ...]:  # noqa: ANN401 - of any room
    """Return the fields that differ; of another kind of event, its kind."""
    if now is None:
        return ()
    if type(was) is not type(now):
        return ("kind",)
    names = [one.name for one in fields(type(now))]
    found = tuple(one for one in names if getattr(was, one) != getattr(now, one))
    return found or ("nothing",)


def corrections_table(corrections: Sequence[CustodyCorrection]) -> Table:
    """Return what was corrected, a row for each line."""
    heads = ("line", "of", "corrected", "what", "by", "why")
    table = Table("Corrected in the log", heads)
    for one in corrections:
        table.add(
            one.event_id,
            str(one.happened_on),
            f"{one.corrected_at:%Y-%m-%d %H:%M}",
            ", ".join(one.changed) or "taken back",
            one.corrected_by or "",
            one.ground or "",
        )
    return table
