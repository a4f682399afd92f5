"""What an overlay may change in an item: to ask for more, earlier, of more people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.practice.plan.words import HOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.dates import Period
    from legalcase.practice.plan import (
        PlanAuthority,
        PlanOffset,
        PlanRole,
        PlaybookItem,
    )

__all__ = ["loosened", "unqualified"]

#: What an item is: another thing is another item.
_SAME: Final = (
    "kind",
    "stage",
    "hearing",
    "document",
    "per",
    "pick",
    "rules",
    "by_order",
    "when",
)
#: Of these, more may be asked; what is there stays.
_MORE: Final = ("requires", "responsible", "lead_times", "after", "serves")
#: Of these, some may fall: less has to be so for the item to be needed or done.
_FEWER: Final = ("conditions", "done_by")
#: What becomes stricter in one direction only: the field, and the stricter value.
_STRICTER: Final = (
    ("is_required", True),
    ("is_critical", True),
    ("survives", True),
    ("on_stage_exit", "keep"),
)
#: How long a unit lasts at least, and at most, in days: enough to compare.
_SPAN: Final = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}


def loosened(
    base: PlaybookItem, changed: PlaybookItem, given: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield (field, what is wrong) of what an overlay would make looser.

    `given` are the fields that it names.
    """
    for name in _SAME:
        if name in given and getattr(base, name) != getattr(changed, name):
            yield name, "is what makes the item this one. Add an item of another id."
    for name in _MORE:
        lost = [one for one in getattr(base, name) if one not in getattr(changed, name)]
        if lost:
            said = ", ".join(map(str, lost))
            yield name, f"lacks {said}. An overlay may ask for more, never for less."
    for name in _FEWER:
        new = [one for one in getattr(changed, name) if one not in getattr(base, name)]
        if new:
            said = ", ".join(map(str, new))
            yield (
                name,
                (
                    f"adds {said}, so that the item falls more easily. An overlay may "
                    "take some away, and add none."
                ),
            )
    for name, stricter in _STRICTER:
        if getattr(base, name) == stricter != getattr(changed, name):
            yield name, f"was {stricter!r} already. An overlay may not loosen it."
    yield from _ground(base, changed)
    if not _is_earlier(base.offset, changed.offset):
        yield (
            "offset",
            (
                f"is {changed.offset}, and was {base.offset}. An overlay may set an "
                "earlier date before or after the same thing."
            ),
        )


def _ground(base: PlaybookItem, changed: PlaybookItem) -> Iterator[tuple[str, str]]:
    """Yield (field, what is wrong) of the order or the text on which an item rests."""
    if base.by_order and set(base.done_by) != set(changed.done_by):
        what = "is how the date of an order is found again. Leave it as it is."
        yield "done_by", what
    why = _why_no_authority(base.authority, changed.authority)
    if why:
        yield "authority", why


def unqualified(
    base: PlaybookItem, changed: PlaybookItem, roles: Mapping[str, PlanRole]
) -> Iterator[tuple[str, str]]:
    """Yield (field, what is wrong) where somebody less qualified would answer."""
    old, new = roles.get(base.accountable), roles.get(changed.accountable)
    if old is None or new is None:
        return
    lost = [one for one in old.requires if one not in new.requires]
    if lost:
        yield (
            "accountable",
            (
                f"is {new.role_id!r}, which need not be {', '.join(lost)} as "
                f"{old.role_id!r} must. Name a role that requires as much."
            ),
        )


def _why_no_authority(base: PlanAuthority, changed: PlanAuthority) -> str:
    """Say why an item cannot rest on something else; empty where it can.

    A policy may find its law; what a law asks for stays of that law, as it was read,
    or read better.
    """
    if base == changed or base.cite == "policy":
        return ""
    if changed.cite != base.cite:
        return (
            f"is {changed.cite}, and the item rests on {base.cite}. Add an item of "
            "another id for what rests on something else."
        )
    if HOW.index(changed.verified) > HOW.index(base.verified):
        return (
            f"was read as {base.verified!r}, and is {changed.verified!r} now. An "
            "overlay may have read it better, never worse."
        )
    if base.verified == HOW[0]:
        return "quotes what was read as text already. Leave it as it is."
    return ""


def _is_earlier(base: PlanOffset | None, changed: PlanOffset | None) -> bool:
    if base is None or base == changed:
        return True
    if changed is None or base.of != changed.of:
        return False
    old, new = _signed(base), _signed(changed)
    # Earlier in every month and year, not only in a short one.
    return new[1] <= old[0]


def _signed(offset: PlanOffset) -> tuple[int, int]:
    """Return the earliest and the latest day of an offset, from its anchor."""
    low, high = _days(offset.period)
    return (low, high) if offset.direction == "after" else (-high, -low)


def _days(period: Period | None) -> tuple[int, int]:
    if period is None:
        return 0, 0
    low, high = _SPAN[period.unit]
    return period.number * low, period.number * high
