"""How events change what was said in a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.communications.events import ReplyGiven, ReplyWaived
from legalcase.practice.communications.expected import (
    ExpectationAcknowledged,
    ExpectationDropped,
    ExpectationMet,
    ExpectationStated,
)
from legalcase.practice.communications.state import (
    FOR_CLIENT,
    PRIVILEGED,
    AgreedStatus,
    Cadence,
    Communication,
    Communications,
    ContactPreference,
    Expectation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.communications.events import (
        CadenceAgreed,
        Communicated,
        ContactPreferenceSet,
        StatusAgreed,
    )

__all__ = [
    "EXPECTATION_CYCLE",
    "cadence",
    "communicated",
    "expectations",
    "expected",
    "moved",
    "preferred",
    "replied",
    "status",
]

_OPEN: Final = ("stated", "acknowledged")
#: Where an expectation can stand.
EXPECTATION_CYCLE: Final = Lifecycle(
    noun="expectation",
    first="none",
    moves=(
        Move(ExpectationStated, ("none",), "stated"),
        Move(ExpectationAcknowledged, ("stated",), "acknowledged"),
        Move(ExpectationMet, _OPEN, "met"),
        Move(ExpectationDropped, _OPEN, "dropped"),
    ),
)


def expectations(room: Communications) -> Iterator[tuple[str, str]]:
    """Yield where each expectation stands."""
    for one in room.expectations:
        yield one.expectation_id, one.state


def communicated(
    room: Communications, event: Communicated, line: Recorded, _: Folded
) -> Communications:
    """Return the room with what was said."""
    said = Communication(
        communication_id=event.communication_id,
        with_parties=event.with_parties,
        with_others=event.with_others,
        direction=event.direction,
        channel=event.channel,
        subject=event.subject,
        summary=event.summary,
        minutes=event.minutes,
        happened_on=event.happened_on,
        happened_at=event.happened_at,
        reply_by=event.reply_by,
        about=tuple(map(str, event.about)),
        in_document=event.in_document,
        label=borne(event.label, line.label, kind=PRIVILEGED),
    )
    return evolve(room, said=room.said.with_(said.communication_id, said))


def replied(
    room: Communications, event: ReplyGiven | ReplyWaived, line: Recorded, _: Folded
) -> Communications:
    """Return the room where a reply is no longer owed."""
    said = room.said[event.communication_id]
    if not said.owes_reply:
        why = "none was owed" if said.reply_by is None else "it was seen to already"
        msg = (
            f"No reply to the communication {said.communication_id!r} is owed: {why}. "
            "Leave the event out, or correct the line that says so."
        )
        raise IllegalTransitionError(
            msg,
            subject=said.communication_id,
            state="no reply owed",
            step=type(event).__name__,
        )
    changes: dict[str, Any] = {"label": stricter(said.label, line.label) or said.label}
    if isinstance(event, ReplyGiven):
        answer = room.said[event.by_communication]
        ways = {said.direction, answer.direction}
        is_other = answer.communication_id != said.communication_id
        is_later = is_other and answer.happened_on >= said.happened_on
        if not is_later or ways in ({"in"}, {"out"}):
            msg = (
                f"The communication {answer.communication_id!r} cannot answer "
                f"{said.communication_id!r}: it is that one, came before it, or went "
                "the same way. "
                "Name the one that does."
            )
            raise InvalidValueError(msg, field="by_communication", value=None)
        changes |= {
            "replied_by": event.by_communication,
            "replied_on": answer.happened_on,
        }
    else:
        changes["waived_on"] = event.happened_on
    kept = room.said.with_(said.communication_id, evolve(said, **changes))
    return evolve(room, said=kept)


def _by_day(old: Any, new: Any, day: str) -> Any:  # noqa: ANN401 - of one class
    """Return the one of the latest day, which has those before it.

    What is recorded late does not take the place of what holds since.
    """
    if old is None:
        return new
    several = (*old.earlier, evolve(old, earlier=()), new)
    *before, last = sorted(several, key=lambda one: getattr(one, day))
    return evolve(last, earlier=tuple(before))


def cadence(
    room: Communications, event: CadenceAgreed, _: Recorded, __: Folded
) -> Communications:
    """Return the room where a party is told so often."""
    agreed = Cadence(
        party_id=event.party_id, every=event.every, from_on=event.happened_on
    )
    old = room.cadences.find(agreed.party_id)
    kept = room.cadences.with_(agreed.party_id, _by_day(old, agreed, "from_on"))
    return evolve(room, cadences=kept)


def preferred(
    room: Communications, event: ContactPreferenceSet, line: Recorded, _: Folded
) -> Communications:
    """Return the room where a party is reached otherwise."""
    preference = ContactPreference(
        party_id=event.party_id,
        channels=event.channels,
        language=event.language,
        needs_interpreter=event.needs_interpreter,
        caution=event.caution,
        since_on=event.happened_on,
        label=borne(None, line.label, kind=PRIVILEGED),
    )
    old = room.preferences.find(preference.party_id)
    last = _by_day(old, preference, "since_on")
    kept = room.preferences.with_(preference.party_id, last)
    return evolve(room, preferences=kept)


def status(
    room: Communications, event: StatusAgreed, line: Recorded, _: Folded
) -> Communications:
    """Return the room where a client is told otherwise how things stand."""
    agreed = AgreedStatus(
        party_id=event.party_id,
        text=event.text,
        next_step=event.next_step,
        approved_by=event.approved_by,
        since_on=event.happened_on,
        label=borne(None, line.label, kind=FOR_CLIENT),
    )
    last = _by_day(room.statuses.find(agreed.party_id), agreed, "since_on")
    return evolve(room, statuses=room.statuses.with_(agreed.party_id, last))


def expected(
    room: Communications, event: ExpectationStated, line: Recorded, _: Folded
) -> Communications:
    """Return the room with a further expectation."""
    one = Expectation(
        expectation_id=event.expectation_id,
        of=event.of,
        held_by=event.held_by,
        text=event.text,
        due_on=event.due_on,
        stated_on=event.happened_on,
        label=borne(None, line.label, kind=FOR_CLIENT),
    )
    kept = room.expectations.with_(one.expectation_id, one)
    return evolve(room, expectations=kept)


def moved(
    room: Communications,
    event: ExpectationAcknowledged | ExpectationMet | ExpectationDropped,
    line: Recorded,
    _: Folded,
) -> Communications:
    """Return the room where an expectation stands elsewhere."""
    one = room.expectations[event.expectation_id]
    state = EXPECTATION_CYCLE.after(type(event), one.state, one.expectation_id)
    known_on = one.acknowledged_on
    if isinstance(event, ExpectationAcknowledged):
        known_on = event.happened_on
    new = evolve(
        one,
        state=state,
        acknowledged_on=known_on,
        label=stricter(one.label, line.label) or one.label,
    )
    kept = room.expectations.with_(new.expectation_id, new)
    return evolve(room, expectations=kept)
