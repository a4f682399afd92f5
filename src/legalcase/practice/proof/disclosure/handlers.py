"""How events change the ledger of disclosure, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import UnknownNameError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.proof.disclosure.events import (
    DisclosureDutyEnded,
    DisclosureMade,
    DisclosureObjected,
    DisclosureOwed,
    DisclosureReceived,
    DisclosureSupplemented,
    DisclosureWaived,
)
from legalcase.practice.proof.disclosure.state import (
    LEDGER,
    DisclosureDuty,
    DisclosureLedger,
    DisclosureStep,
    Withholding,
)
from legalcase.practice.proof.disclosure.withholding import (
    DisclosureWithheld,
    WithholdingEnded,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "CLAIM_CYCLE",
    "DUTY_CYCLE",
    "claim_ended",
    "claims",
    "done",
    "duties",
    "ended",
    "owed",
    "withheld",
]

_WHAT: Final[dict[type, str]] = {
    DisclosureMade: "made",
    DisclosureReceived: "received",
    DisclosureSupplemented: "supplemented",
    DisclosureObjected: "objected",
    DisclosureWaived: "waived",
}
#: Where a duty to disclose can stand; whether it is met is a question of its items.
DUTY_CYCLE: Final = Lifecycle(
    noun="disclosure-duty",
    first="none",
    moves=(
        Move(DisclosureOwed, ("none",), "owed"),
        Move(DisclosureDutyEnded, ("owed",), "ended"),
    ),
)
#: Where the claim to keep something back can stand.
CLAIM_CYCLE: Final = Lifecycle(
    noun="withholding",
    first="none",
    moves=(
        Move(DisclosureWithheld, ("none",), "claimed"),
        Move(WithholdingEnded, ("claimed",), "upheld", when="the court upheld it"),
        Move(
            WithholdingEnded, ("claimed",), "overruled", when="the court overruled it"
        ),
        Move(WithholdingEnded, ("claimed",), "withdrawn", when="it was given up"),
        Move(WithholdingEnded, ("claimed",), "produced", when="it was produced"),
    ),
)


def _place(duty: DisclosureDuty) -> str:
    return "owed" if duty.ended_on is None else "ended"


def duties(ledger: DisclosureLedger) -> Iterator[tuple[str, str]]:
    """Yield where each duty stands."""
    for one in ledger.duties:
        yield one.duty_id, _place(one)


def claims(ledger: DisclosureLedger) -> Iterator[tuple[str, str]]:
    """Yield where each claim to keep something back stands."""
    for one in ledger.withheld:
        yield one.withholding_id, one.state


def owed(
    ledger: DisclosureLedger, event: DisclosureOwed, line: Recorded, _: Folded
) -> DisclosureLedger:
    """Return the ledger with a further duty."""
    duty = DisclosureDuty(
        duty_id=event.duty_id,
        kind=event.kind,
        authority=event.authority,
        arose=event.arose,
        arose_on=event.happened_on,
        owed_by=event.owed_by,
        owed_to=event.owed_to,
        items=event.items,
        deadline_id=event.deadline_id,
        due_on=event.due_on,
        is_continuing=event.is_continuing,
        waivable=event.waivable,
        waiver_needs=event.waiver_needs,
        of=_text(event.of),
        label=borne(event.label, line.label, kind=LEDGER),
    )
    return evolve(ledger, duties=ledger.duties.with_(duty.duty_id, duty))


def _text(ref: object) -> str | None:
    return None if ref is None else str(ref)


def _check_items(duty: DisclosureDuty, items: Iterable[str]) -> None:
    for one in items:
        if one not in duty.items:
            noun = f"item of the disclosure {duty.duty_id!r}"
            raise UnknownNameError.among(noun, one, duty.items)


def _with_step(
    ledger: DisclosureLedger,
    event: Any,  # noqa: ANN401 - any event of a duty
    line: Recorded,
    **said: Any,  # noqa: ANN401 - fields of a step
) -> DisclosureLedger:
    duty = ledger.duties[event.duty_id]
    _check_items(duty, event.items)
    step = DisclosureStep(
        what=_WHAT[type(event)],
        items=event.items or duty.items,
        on=event.happened_on,
        event_id=line.event_id,
        **said,
    )
    label = stricter(duty.label, line.label) or duty.label
    kept = evolve(duty, steps=(*duty.steps, step), label=label)
    return evolve(ledger, duties=ledger.duties.with_(kept.duty_id, kept))


def done(
    ledger: DisclosureLedger, event: Event, line: Recorded, _: Folded
) -> DisclosureLedger:
    """Return the ledger with something more that was done about a duty."""
    said: dict[str, Any] = {
        name: getattr(event, name)
        for name in ("way", "by", "documents", "form", "authority", "ground")
        if hasattr(event, name)
    }
    said["by_event"] = _text(getattr(event, "by_event", None))
    said["is_complete"] = getattr(event, "is_complete", True)
    paper = getattr(event, "in_document", None)
    if paper is not None:
        said["documents"] = (paper,)
    return _with_step(ledger, event, line, **said)


def ended(
    ledger: DisclosureLedger, event: DisclosureDutyEnded, line: Recorded, _: Folded
) -> DisclosureLedger:
    """Return the ledger where a duty is over."""
    duty = ledger.duties[event.duty_id]
    DUTY_CYCLE.after(type(event), _place(duty), duty.duty_id)
    kept = evolve(
        duty,
        ended_on=event.happened_on,
        ended_because=event.ground,
        label=stricter(duty.label, line.label) or duty.label,
    )
    return evolve(ledger, duties=ledger.duties.with_(kept.duty_id, kept))


def withheld(
    ledger: DisclosureLedger, event: DisclosureWithheld, line: Recorded, _: Folded
) -> DisclosureLedger:
    """Return the ledger with a further line of the privilege log."""
    duty = ledger.duties[event.duty_id]
    _check_items(duty, (event.item,))
    kept = Withholding(
        withholding_id=event.withholding_id,
        duty_id=event.duty_id,
        item=event.item,
        claim=event.claim,
        sort=event.sort,
        dated_on=event.dated_on,
        document_id=event.document_id,
        described=event.described,
        claimed_on=event.happened_on,
        label=borne(event.label, line.label, kind=LEDGER),
    )
    register = ledger.withheld.with_(kept.withholding_id, kept)
    return evolve(ledger, withheld=register)


def claim_ended(
    ledger: DisclosureLedger, event: WithholdingEnded, line: Recorded, _: Folded
) -> DisclosureLedger:
    """Return the ledger where a claim to keep something back has ended."""
    one = ledger.withheld[event.withholding_id]
    CLAIM_CYCLE.after(type(event), one.state, one.withholding_id)
    kept = evolve(
        one,
        state=event.way,
        ended_on=event.happened_on,
        by_event=_text(event.by_event),
        label=stricter(one.label, line.label) or one.label,
    )
    register = ledger.withheld.with_(kept.withholding_id, kept)
    return evolve(ledger, withheld=register)
