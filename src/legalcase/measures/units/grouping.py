"""How cases are put into groups: by court, judge, category, or as the caller says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.near import near_to
from legalcase.shown import shown

if TYPE_CHECKING:
    from datetime import date

    from legalcase.measures.units.counting import Unit
    from legalcase.model.case import Case

__all__ = ["NOT_RECORDED", "By", "group_of", "said_of"]

By = str | Mapping[str, str | None] | Callable[["Case"], "str | None"] | None
#: The group of what has none.
NOT_RECORDED: Final = "(not recorded)"


def said_of(by: Any) -> str:  # noqa: ANN401 - refused in group_of
    """Return how a split is called."""
    return by if isinstance(by, str) else "group"


def group_of(by: Any, on: date) -> Callable[[Unit], str]:  # noqa: ANN401 - refused here
    """Return what tells the group of a unit, as it was when the day `on` was over.

    `by` is ``"court"``, ``"judge"`` (to whom the case was assigned), ``"category"``
    (its proceeding), a mapping from case ids to groups, or a function of a case. Raises
    `InvalidValueError` for another word, `InvalidTypeError` for anything else.
    """
    tell = _teller(by, on)

    def told(unit: Unit) -> str:
        found = tell(unit.case)
        if found is not None and not isinstance(found, str):
            msg = (
                f"by gave a {type(found).__name__} for the case {unit.case.case_id!r}. "
                "Let it give the name of a group, or None."
            )
            raise InvalidTypeError(msg, field="by", value=None)
        return found or NOT_RECORDED

    return told


def _teller(by: Any, on: date) -> Callable[[Case], Any]:  # noqa: ANN401 - as above
    words: dict[str, Callable[[Case], str | None]] = {
        "court": lambda case: _court(case, on),
        "judge": lambda case: _judge(case, on),
        "category": lambda case: case.caseload.proceeding,
    }
    if isinstance(by, str):
        if by not in words:
            near = near_to(by, list(words))
            hint = f"Did you mean {near[0]!r}?" if near else f"Use {', '.join(words)}."
            msg = f"Cases are not split by {shown(by)}. {hint}"
            raise InvalidValueError(msg, field="by", value=by)
        return words[by]
    if isinstance(by, Mapping):
        return lambda case: by.get(case.case_id)
    if callable(by):
        told: Callable[[Case], Any] = by
        return told
    msg = (
        f"by needs a word, a mapping from case ids or a function of a case, not "
        f"{type(by).__name__}. Pass by='court', say."
    )
    raise InvalidTypeError(msg, field="by", value=None)


def _court(case: Case, on: date) -> str | None:
    """Return the court in which a case was; before it was anywhere, the first one."""
    found = None
    for one in sorted(case.caseload.sittings, key=lambda each: each.from_on):
        if found is None or one.from_on <= on:
            found = one
    return None if found is None else found.court


def _judge(case: Case, on: date) -> str | None:
    for seat in case.caseload.bench_on(on):
        if seat.function == "assigned":
            return seat.judge_id or seat.judge
    return None
