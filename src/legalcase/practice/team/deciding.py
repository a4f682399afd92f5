"""How events change what a team decides together, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.team.decisions import (
    AssentRecorded,
    DecisionProposed,
    DecisionTaken,
    DecisionWithdrawn,
)
from legalcase.practice.team.state import OURS, Assent, Decision, Team

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["DECISION_CYCLE", "decided", "decisions", "proposed"]

#: Where a decision can stand.
DECISION_CYCLE: Final = Lifecycle(
    noun="decision",
    first="none",
    moves=(
        Move(DecisionProposed, ("none",), "proposed"),
        Move(AssentRecorded, ("proposed",), "proposed"),
        Move(AssentRecorded, ("taken",), "taken"),
        Move(DecisionTaken, ("proposed",), "taken"),
        Move(DecisionWithdrawn, ("proposed", "taken"), "withdrawn"),
    ),
)


def decisions(team: Team) -> Iterator[tuple[str, str]]:
    """Yield where each decision stands."""
    for one in team.decisions:
        yield one.decision_id, one.state


def proposed(team: Team, event: DecisionProposed, line: Recorded, _: Folded) -> Team:
    """Return the team with a further question."""
    decision = Decision(
        decision_id=event.decision_id,
        question=event.question,
        options=event.options,
        needs=event.needs,
        state="proposed",
        proposed_on=event.happened_on,
        label=borne(event.label, line.label, kind=OURS),
    )
    kept = team.decisions.with_(decision.decision_id, decision)
    return evolve(team, decisions=kept)


def _check_option(decision: Decision, option: int | None) -> None:
    count = len(decision.options)
    if option is not None and (type(option) is not int or not 1 <= option <= count):
        msg = (
            f"The decision {decision.decision_id!r} has {count} options, and no "
            f"number {option!r}. Count them from 1."
        )
        raise InvalidValueError(msg, field="option", value=option)


def decided(
    team: Team,
    event: AssentRecorded | DecisionTaken | DecisionWithdrawn,
    line: Recorded,
    _: Folded,
) -> Team:
    """Return the team after a member's word, the decision, or its end."""
    decision = team.decisions[event.decision_id]
    state = DECISION_CYCLE.after(type(event), decision.state, decision.decision_id)
    changes: dict[str, Any] = {
        "state": state,
        "label": stricter(decision.label, line.label) or decision.label,
    }
    match event:
        case AssentRecorded():
            _check_option(decision, event.option)
            member = team.members[event.member_id]
            if not member.takes_part_on(event.happened_on):
                msg = (
                    f"The member {member.member_id!r} does not take part on "
                    f"{event.happened_on}. Record the word of one who does."
                )
                raise IllegalTransitionError(
                    msg, subject=member.member_id, state="left", step="AssentRecorded"
                )
            said = Assent(
                member_id=event.member_id,
                answer=event.answer,
                option=event.option,
                on=event.happened_on,
                by_document=None
                if event.by_document is None
                else str(event.by_document),
            )
            changes["assents"] = (*decision.assents, said)
        case DecisionTaken():
            _check_option(decision, event.option)
            changes |= {"option": event.option, "taken_on": event.happened_on}
        case DecisionWithdrawn():
            pass
    kept = team.decisions.with_(decision.decision_id, evolve(decision, **changes))
    return evolve(team, decisions=kept)
