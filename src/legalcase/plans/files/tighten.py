"""What an overlay may change in an item: to ask for more, earlier, of more people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.dates import Period
    from legalcase.practice.plan import PlanOffset, PlaybookItem

__all__ = ["loosened"]

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
    if not _is_earlier(base.offset, changed.offset):
        yield (
            "offset",
            (
                f"is {changed.offset}, and was {base.offset}. An overlay may set an "
                "earlier date before or after the same thing."
            ),
        )


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
