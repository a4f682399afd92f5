"""Last decided: of several events that stop a time, the one whose end came last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.scheduling.answering.computing import Answer, compute_from
from legalcase.scheduling.finding.groups import Group
from legalcase.scheduling.row import ScheduleNotice

if TYPE_CHECKING:
    from legalcase.model.deadlines.state import Deadline
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.cards import Card, LastOf
    from legalcase.scheduling.finding.happenings import Happening, Happenings

__all__ = ["last_decided"]

#: A motion, and the order that disposed of it, if one did.
Pair = tuple["Happening", "Happening | None"]


def last_decided(
    asking: Asking,
    card: Card,
    group: Group,
    owed_by: tuple[str, ...],
    old: Deadline | None,
) -> tuple[Group, Answer] | None:
    """Return the group and the answer of the motion that was disposed of last.

    Time runs from the order disposing of the last of them, and not at all while one is
    pending; one that came too late to stop it counts for nothing (Fed. R. App. P.
    4(a)(4)(A)). ``None`` where there are not several, or it is not known which order
    disposed of which, or what else is open.
    """
    for last in card.last_of:
        found = _pairs(group, last, asking.happened)
        if found is None:
            continue
        pairs, is_loose = found
        base = {w: one for w, one in group.anchors.items() if w not in last.words}
        alone = [{**base, last.on: motion} for motion, _ in pairs if is_loose]
        if any(
            compute_from(asking, card, anchors, owed_by, old).dates.due
            for anchors in alone
        ):
            # One came too late, and the last order can be of that.
            return None
        tried: list[tuple[Group, Answer]] = []
        for motion, order in pairs:
            anchors = {**base, last.on: motion}
            if order is not None:
                anchors[last.until] = order
            given = compute_from(asking, card, anchors, owed_by, old)
            if given.computation is None:
                return None
            tried.append((Group(head=group.head, anchors=anchors, open={}), given))
        waits = [each for each in tried if each[1].dates.due is None]
        if waits:
            return waits[0]
        best = max(tried, key=lambda each: str(each[1].dates.due))
        said = _said(best[0], last, len(pairs))
        return best[0], evolve(best[1], findings=(*best[1].findings, said))
    return None


def _said(group: Group, last: LastOf, many: int) -> ScheduleNotice:
    motion = group.anchors[last.on]
    return ScheduleNotice(
        code="last-decided",
        text=f"Of {many} that can stop the time, {motion.called} decides: the last one "
        f"disposed of ({last.cite}). Each is taken to be of those that can.",
        of=(motion.key,),
    )


def _pairs(
    group: Group, last: LastOf, happened: Happenings
) -> tuple[tuple[Pair, ...], bool] | None:
    """Return each motion with its order, and if that is the last one of all.

    ``None`` where it is not known which order disposed of which.
    """
    motions, orders = _under(group, last.on), _under(group, last.until)
    if motions is None or orders is None or len(motions) < 2:  # noqa: PLR2004 - several
        return None
    if not set(group.open) <= set(last.words):
        return None
    own = {
        motion.key: [
            one for one in orders if happened.links.linked(one.key, motion.key)
        ]
        for motion in motions
    }
    if any(len(several) > 1 for several in own.values()):
        return None
    named = {one.key for several in own.values() for one in several}
    free = [one for one in orders if one.key not in named]
    left = [motion for motion in motions if not own[motion.key]]
    # Orders that do not say of which motion they are dispose of all, if there are as
    # many as motions: the last order is that of the last motion, whichever it was.
    if free and (len(left) != len(motions) or len(free) != len(motions)):
        return None
    if free:
        latest = max(free, key=lambda one: str(one.day))
        return tuple((motion, latest) for motion in motions), True
    return tuple((m, own[m.key][0] if own[m.key] else None) for m in motions), False


def _under(group: Group, word: str) -> tuple[Happening, ...] | None:
    """Return what belongs to a group under a word; ``None`` if that is not sure."""
    if word in group.anchors:
        return (group.anchors[word],)
    several = group.open.get(word, ())
    sure = tuple(one for one in several if one is not None)
    return sure if len(sure) == len(several) else None
