"""holds_naming: which legal holds are in force in cases that name a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.errors import InvalidTypeError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.event import is_fenced_kind
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from legalcase.model.case import Case

__all__ = ["HoldNaming", "holds_naming"]


@frozen(kw_only=True)
class HoldNaming(PlainData):
    """A legal hold that is in force, in a case that names somebody by the id."""

    case_id: str
    hold_id: str


def holds_naming(cases: Iterable[Case], entry_id: str) -> tuple[HoldNaming, ...]:
    """Return the legal holds in force in cases that name an entry of the directory.

    As party, counsel, firm, judge, custodian or whatever else: by its id, wherever the
    case has it, also behind a fence, of which no more is told. Who is named in free
    text, `lines_naming` finds. Raises `InvalidTypeError` for what is no case.
    """
    given: object = cases
    if not isinstance(given, Iterable) or isinstance(given, str):
        msg = (
            f"cases needs several cases, not one {type(cases).__name__}. Pass a list: "
            "[case]."
        )
        raise InvalidTypeError(msg, field="cases", value=None)
    name: object = entry_id
    if not isinstance(name, str):
        msg = (
            f"entry_id needs text, not {type(name).__name__}. Pass the id of an "
            "entry of the directory: 'person:1'."
        )
        raise InvalidTypeError(msg, field="entry_id", value=None)
    found = []
    for case in cases:
        check_asked(case, "case", "records", "to_dict")
        holds = case.records.active_holds
        if holds and (_has(case.to_dict(), entry_id) or _fences(case, entry_id)):
            found += [
                HoldNaming(case_id=case.case_id, hold_id=one.hold_id) for one in holds
            ]
    return tuple(found)


def _fences(case: Case, name: str) -> bool:
    """Tell whether what is fenced names somebody: a hold keeps that, too."""
    return any(
        _has(plain(state), name)
        for room, state in case.folded.rooms.items()
        if is_fenced_kind(room)
    )


def _has(value: Any, name: str) -> bool:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        elif one == name:
            return True
    return False
