"""How events change checks for conflicts and their findings, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.conflict_checks.checking import ConflictsChecked
from legalcase.practice.conflict_checks.events import (
    ConflictCleared,
    ConflictConsented,
    ConflictConsentRevoked,
    ConflictDeclined,
    ConflictScreened,
    ScreenLifted,
)
from legalcase.practice.conflict_checks.state import (
    FOR_FIRM,
    CheckKept,
    ConflictChecks,
    ConflictKept,
    Screen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.conflict_checks.checking import ConflictFound

__all__ = [
    "FINDING_CYCLE",
    "SCREEN_CYCLE",
    "checked",
    "findings",
    "lifted",
    "screened",
    "screens",
    "settled",
]

#: Where a finding can stand. One to which nobody can consent is declined, and no more.
FINDING_CYCLE: Final = Lifecycle(
    noun="conflict finding",
    first="none",
    moves=(
        Move(ConflictsChecked, ("none",), "open"),
        Move(
            ConflictsChecked,
            ("none",),
            "non-consentable",
            when="the rule lets nobody consent",
        ),
        Move(
            ConflictsChecked,
            ("consented",),
            "open",
            when="somebody is affected who has not consented",
        ),
        Move(ConflictCleared, ("open",), "cleared"),
        Move(ConflictConsented, ("open", "screened"), "consented"),
        Move(ConflictConsentRevoked, ("consented",), "open"),
        Move(ConflictScreened, ("open",), "screened"),
        Move(ScreenLifted, ("screened",), "open"),
        Move(
            ConflictDeclined,
            ("open", "non-consentable", "consented", "screened"),
            "declined",
        ),
    ),
)
#: A screen stands, or is over.
SCREEN_CYCLE: Final = Lifecycle(
    noun="screen",
    first="none",
    moves=(
        Move(ConflictScreened, ("none",), "standing"),
        Move(ScreenLifted, ("standing",), "lifted"),
    ),
)


def findings(room: ConflictChecks) -> Iterator[tuple[str, str]]:
    """Yield where each finding stands."""
    for one in room.findings:
        yield one.finding_id, one.state


def screens(room: ConflictChecks) -> Iterator[tuple[str, str]]:
    """Yield where each screen stands."""
    for one in room.screens:
        yield one.screen_id, "standing" if one.until_on is None else "lifted"


def checked(
    room: ConflictChecks, event: ConflictsChecked, line: Recorded, _: Folded
) -> ConflictChecks:
    """Return the room with a check, and with what it found for the first time.

    What an earlier check found, and somebody settled, is not open again because it is
    found once more; but consent is that of each who is affected by now.
    """
    label = borne(None, line.label, kind=FOR_FIRM)
    check = CheckKept(
        check_id=event.check_id,
        asked=event.asked,
        corpus=event.corpus,
        cases=event.cases,
        depth=event.depth,
        method=event.method,
        unsearched=event.unsearched,
        finding_ids=tuple(one.finding_id for one in event.found),
        checked_by=event.checked_by,
        checked_on=event.happened_on,
        review_id=event.review_id,
        line=line.number,
        label=label,
    )
    kept = room.findings
    for found in event.found:
        now = kept.find(found.finding_id)
        new = _new(found, event, label) if now is None else _again(now, found, event)
        kept = kept.with_(new.finding_id, new)
    checks = room.checks.with_(check.check_id, check)
    return evolve(room, checks=checks, findings=kept)


def _new(found: ConflictFound, event: ConflictsChecked, label: Any) -> ConflictKept:  # noqa: ANN401 - a label
    return ConflictKept(
        finding_id=found.finding_id,
        rule=found.rule,
        matter=found.matter,
        ref=found.ref,
        who=found.who,
        affected=found.affected,
        is_consentable=found.is_consentable,
        is_screenable=found.is_screenable,
        state="non-consentable" if found.is_barred else "open",
        found_on=event.happened_on,
        check_ids=(event.check_id,),
        label=label,
    )


def _again(
    now: ConflictKept, found: ConflictFound, event: ConflictsChecked
) -> ConflictKept:
    """Return a finding that is found once more, with whoever is affected besides."""
    # Whom an earlier check named stays: this one may have asked about fewer.
    affected = tuple(dict.fromkeys((*now.affected, *found.affected)))
    again = evolve(now, affected=affected, check_ids=(*now.check_ids, event.check_id))
    given = {one.given_by for one in now.consents}
    if now.state != "consented" or given.issuperset(affected):
        return again
    return evolve(again, state="open", settled_on=None)


def settled(
    room: ConflictChecks,
    event: ConflictCleared
    | ConflictConsented
    | ConflictConsentRevoked
    | ConflictDeclined,
    line: Recorded,
    _: Folded,
) -> ConflictChecks:
    """Return the room with a finding that was settled, or is open again."""
    now = room.findings[event.finding_id]
    changes: dict[str, Any] = {
        "state": FINDING_CYCLE.after(type(event), now.state, now.finding_id),
        "settled_on": event.happened_on,
    }
    match event:
        case ConflictCleared():
            changes["reason"] = event.reason
        case ConflictDeclined():
            changes["reason"] = event.reason
        case ConflictConsented():
            _check_consented(now, event)
            changes["consents"] = event.consents
        case ConflictConsentRevoked():
            _check_revoked(now, event)
            changes["settled_on"] = None
            changes["consents"] = tuple(
                one for one in now.consents if one.given_by != event.revoked_by
            )
    return _kept(room, now, line, changes)


def _kept(
    room: ConflictChecks, now: ConflictKept, line: Recorded, changes: dict[str, Any]
) -> ConflictChecks:
    label = stricter(now.label, line.label) or now.label
    new = evolve(now, label=label, **changes)
    return evolve(room, findings=room.findings.with_(new.finding_id, new))


def _check_consented(now: ConflictKept, event: ConflictConsented) -> None:
    if not now.is_consentable:
        msg = (
            f"To the finding {now.finding_id!r}, under {now.rule!r}, nobody can "
            "consent. Clear it where it is none, or record ConflictDeclined."
        )
        raise IllegalTransitionError(
            msg, subject=now.finding_id, state=now.state, step="ConflictConsented"
        )
    lacking = set(now.affected) - {one.given_by for one in event.consents}
    if lacking:
        msg = (
            f"The finding {now.finding_id!r} lacks the consent of {len(lacking)} of "
            f"{len(now.affected)} who are affected. Record it once all have given it: "
            f"{', '.join(sorted(lacking))}."
        )
        raise InvalidValueError(msg, field="consents", value=None)
    late = [one for one in event.consents if one.given_on > event.happened_on]
    if late:
        msg = (
            f"A consent is dated {late[0].given_on}, after {event.happened_on}. Record "
            "it on the day on which the last one was there."
        )
        raise InvalidValueError(msg, field="consents", value=None)


def _check_revoked(now: ConflictKept, event: ConflictConsentRevoked) -> None:
    if event.revoked_by not in {one.given_by for one in now.consents}:
        msg = (
            f"{event.revoked_by!r} gave no consent to the finding "
            f"{now.finding_id!r}. Name one who did."
        )
        raise InvalidValueError(msg, field="revoked_by", value=event.revoked_by)


def screened(
    room: ConflictChecks, event: ConflictScreened, line: Recorded, _: Folded
) -> ConflictChecks:
    """Return the room with somebody screened off."""
    now = room.findings[event.finding_id]
    state = FINDING_CYCLE.after(ConflictScreened, now.state, now.finding_id)
    if not now.is_screenable:
        msg = (
            f"Screening does not help under {now.rule!r}, of the finding "
            f"{now.finding_id!r}. Ask for consent, clear it, or decline."
        )
        raise IllegalTransitionError(
            msg, subject=now.finding_id, state=now.state, step="ConflictScreened"
        )
    screen = Screen(
        screen_id=event.screen_id,
        finding_id=now.finding_id,
        person=event.person,
        from_on=event.happened_on,
        notice_on=event.notice_on,
        procedure=event.procedure,
        label=borne(None, line.label, kind=FOR_FIRM),
    )
    room = evolve(room, screens=room.screens.with_(screen.screen_id, screen))
    return _kept(room, now, line, {"state": state, "settled_on": event.happened_on})


def lifted(
    room: ConflictChecks, event: ScreenLifted, line: Recorded, _: Folded
) -> ConflictChecks:
    """Return the room with a screen that is over."""
    screen = room.screens[event.screen_id]
    place = "standing" if screen.until_on is None else "lifted"
    SCREEN_CYCLE.after(ScreenLifted, place, screen.screen_id)
    now = room.findings[screen.finding_id]
    label = stricter(screen.label, line.label) or screen.label
    over = evolve(screen, until_on=max(event.happened_on, screen.from_on), label=label)
    room = evolve(room, screens=room.screens.with_(over.screen_id, over))
    if now.state != "screened":
        return room
    return _kept(room, now, line, {"state": "open", "settled_on": None})
