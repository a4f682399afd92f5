"""What meets a sentry, and when a stage was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.dates import own_day
from legalcase.kernel.events.ref import Ref
from legalcase.model.hearings.state import HearingState
from legalcase.plans.looking.context import Hit
from legalcase.scheduling import Because
from legalcase.scheduling.finding.calling import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from legalcase.model.hearings.state import Hearing
    from legalcase.plans.looking.context import Looking
    from legalcase.practice.plan import PlanSentry
    from legalcase.scheduling.finding.happenings import Happening

__all__ = ["anchors", "entered", "hearings_of", "hits", "hits_of_any", "is_by"]

#: What the court does, by the kind of its entry on the docket.
_BY_COURT: Final = frozenset({"order-entered", "judgment-entered"})


def hits_of_any(look: Looking, sentries: Iterable[PlanSentry]) -> list[Hit]:
    """Return what meets any of some sentries, each once, the first one first."""
    found = {hit.key: hit for one in sentries for hit in hits(look, one)}
    return [found[key] for key in sorted(found)]


def hits(look: Looking, sentry: PlanSentry) -> Iterator[Hit]:
    """Yield what meets a sentry: what happened, and not what is to."""
    if sentry.sort == "event":
        for one in look.happened.of(sentry.word):
            if has_happened(look, one) and is_by(look, one, sentry.by):
                yield _of_happening(look, one)
    else:
        yield from _OTHERS[sentry.sort](look, sentry.word)


def _set(look: Looking, word: str) -> Iterator[Hit]:
    for hearing in hearings_of(look, word):
        if hearing.has_date:
            yield _of_hearing(hearing)


def _item_done(look: Looking, name: str) -> Iterator[Hit]:
    for instance in look.instances(name):
        if instance.state in ("done", "waived"):
            yield Hit(
                on=instance.done_on,
                because=next(iter(instance.because[-1:]), None),
                anchor=instance.anchor,
                parties=frozenset(instance.of),
            )


def _stage_entered(look: Looking, stage_id: str) -> Iterator[Hit]:
    found = entered(look, stage_id)
    if found is not None:
        yield found


def anchors(look: Looking, sentry: PlanSentry) -> list[Hit]:
    """Return that from which a date of our own is counted: what is to come, too."""
    if sentry.sort == "event":
        found = [
            _of_happening(look, one)
            for one in look.happened.of(sentry.word)
            if one.day is not None and is_by(look, one, sentry.by)
        ]
    elif sentry.sort == "item":
        found = []
        for one in look.instances(sentry.word):
            day = one.done_on if one.anchor is None else one.dates.shown or one.done_on
            if day is not None and one.state not in ("not-applicable", "void"):
                found.append(
                    Hit(
                        on=day,
                        because=next(iter(one.because[-1:]), None),
                        anchor=one.anchor,
                        parties=frozenset(one.of),
                    )
                )
    else:
        found = list(hits(look, sentry))
    return sorted(found, key=lambda one: one.key)


def has_happened(look: Looking, one: Happening) -> bool:
    """Tell whether it happened: a hearing that is only set has not."""
    if one.ref.noun != "hearing":
        return True
    return look.case.hearings[one.ref.id].state is HearingState.HELD


def is_by(look: Looking, one: Happening, whose: str | None) -> bool:
    """Tell whether it is the act of those who are meant."""
    if whose is None:
        return True
    is_ours = not set(one.by).isdisjoint(look.clients)
    if whose == "us":
        return is_ours
    is_courts = False
    if one.ref.noun == "event":
        is_courts = look.case.docket[one.ref.id].kind in _BY_COURT
    if whose == "court":
        return is_courts
    return bool(one.by) and not is_ours and not is_courts


def _of_happening(look: Looking, one: Happening) -> Hit:
    counts: tuple[str, ...] = ()
    if one.ref.noun == "event":
        counts = look.case.docket[one.ref.id].counts
    return Hit(
        on=one.day,
        because=one.because,
        anchor=one.ref,
        parties=frozenset((*one.by, *one.on, *one.of)),
        charges=frozenset(counts),
    )


def hearings_of(look: Looking, word: str) -> Iterator[Hearing]:
    """Yield the hearings of a kind, or of a trigger word, vacated ones too."""
    for hearing in look.case.hearings:
        if hearing.kind == word or word in hearing.triggers:
            yield hearing


def _of_hearing(hearing: Hearing) -> Hit:
    ref = Ref("hearing", hearing.hearing_id)
    day = own_day(hearing.at)
    said = f"{(hearing.kind or hearing.triggers[0]).replace('-', ' ')} on {day} ({ref})"
    return Hit(
        on=day, because=Because(ref, said), anchor=ref, parties=frozenset(hearing.of)
    )


def _engaged(look: Looking, status: str) -> Iterator[Hit]:
    engagement = look.case.engagement
    if engagement is None:
        return
    changes = [one for one in engagement.history if one.to == status]
    if changes:
        last = changes[-1]
        ref = Ref("event", last.event_id)
        said = f"engagement {status} on {last.on} ({called(str(ref))})"
        yield Hit(on=last.on, because=Because(ref, said))


def entered(look: Looking, stage_id: str) -> Hit | None:
    """Return what shows that a stage was entered, and when; ``None`` if it was not."""
    if stage_id not in look.entered:
        look.entered[stage_id] = None  # what waits for itself has not happened
        found = _entered(look, stage_id)
        if found is not None:
            # A stage is that of the whole case, whomever its first event named.
            found = evolve(found, parties=frozenset(), charges=frozenset())
        look.entered[stage_id] = found
    return look.entered[stage_id]


def _entered(look: Looking, stage_id: str) -> Hit | None:
    stages = look.plan.playbook.stages
    stage = look.plan.playbook.stage(stage_id)
    found = hits_of_any(look, stage.enters)
    table = look.case.stage
    if (
        stage.table_stage is not None
        and table is not None
        and table.table.table_id == look.plan.playbook.stage_table
    ):
        for change in table.history:
            if change.to == stage.table_stage:
                ref = Ref("event", change.event_id)
                said = f"stage {change.to} on {change.on} ({called(str(ref))})"
                found.append(Hit(on=change.on, because=Because(ref, said)))
    is_first = stage is stages[0] and not stage.enters
    if is_first and (stage.table_stage is None or not found):
        return Hit(on=look.case.caseload.opened_on, because=None)
    return min(found, key=lambda one: one.key, default=None)


_OTHERS: Final[Mapping[str, Callable[[Looking, str], Iterator[Hit]]]] = {
    "hearing": _set,
    "item": _item_done,
    "stage": _stage_entered,
    "engagement": _engaged,
}
