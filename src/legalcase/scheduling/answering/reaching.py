"""Reaching: whether what has to be served came to all whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.scheduling.finding.adverse import adverse_to

if TYPE_CHECKING:
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.happenings import Happening, Happenings

__all__ = ["reached", "to_reach"]


def to_reach(
    asking: Asking, card: Card, owed_by: tuple[str, ...], owed_to: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the parties still in the case on whom something has to be served.

    They are those whom it protects, where the event says so, else all who are adverse;
    nobody where it is not to be served, or nobody knows by whom.
    """
    if card.rule.current.act != "serve" or not owed_by:
        return ()
    if not owed_to:
        return adverse_to(asking.case, asking.law, owed_by)
    people = asking.case.people.participants
    found = [(name, people.find(name)) for name in owed_to]
    return tuple(name for name, who in found if who is None or who.left_on is None)


def reached(
    happened: Happenings, card: Card, act: Happening, left: set[str]
) -> set[str]:
    """Return whom an act reached; all who are left, where the docket says of nobody.

    One defendant served is not the other (Fed. R. Civ. P. 4(m): "if a defendant is not
    served"): process is each one's own, and a waiver is that of whom it was asked.
    """
    on = set(act.on)
    if not on:
        keys = happened.links.reach(act.key)
        on = {name for key in keys for name in happened.links.reached.get(key, ())}
    is_each = card.rule.owed_by == "filer" and len(left) > 1
    return on if on or is_each else set(left)
