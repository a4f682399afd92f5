"""Queries: which cases, what is due, which lines; and what may not have happened."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final, Generic, TypeVar

from attrs import Attribute, field, fields, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_kind, check_text, check_truth, optional
from legalcase.ports.rows import CaseRow, DueRow, LineRow, ProjectedRow
from legalcase.shown import shown

__all__ = [
    "AppendCondition",
    "CaseQuery",
    "DueQuery",
    "LineQuery",
    "ProjectionQuery",
    "Query",
]

R_co = TypeVar("R_co", covariant=True)

_text = optional(check_text)
#: Half of a pair of surrogates: no character.
_HALF: Final = re.compile("[\ud800-\udfff]")


def _check_day(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None:
        as_date(value, attribute.name)


def _check_order(query: CaseQuery | DueQuery) -> None:
    """Refuse dates in the wrong order."""
    first, last = query.due_from, query.due_until
    if first is not None and last is not None and last < first:
        msg = (
            f"due_until, {last}, lies before due_from, {first}. Both days are "
            "included: pass the earlier one as due_from."
        )
        raise InvalidValueError(msg, field="due_until", value=last)


class Query(Generic[R_co]):
    """What a store is asked for, by the rows that it finds.

    There are four, and a store refuses every other.
    """

    __slots__ = ()


@frozen(kw_only=True)
class CaseQuery(Query[CaseRow]):
    """Cases for which everything holds that is given; all of them without any.

    By `number` (of any court, also a former one), `court` (its id, where the case is
    now), `participant` and `client` (an id of the directory, or the id of a party
    that has none), `assignee`, `stage`, `status`, `label` (an audience or a ground
    that something in the rooms of the core bears), `rule` (a deadline of the law that
    is open in it), `due_from` and `due_until` (something open is shown for one of
    these days, inclusive), `text` (words that stand in one of its events, whatever
    their case and accents; ``"amend*"`` finds what begins so). Rows come by `case_id`.
    A case that is sealed is found by no more than its store keeps in clear.
    """

    number: str | None = field(default=None, repr=False, validator=_text)
    court: str | None = field(default=None, validator=_text)
    participant: str | None = field(default=None, repr=False, validator=_text)
    client: str | None = field(default=None, repr=False, validator=_text)
    assignee: str | None = field(default=None, repr=False, validator=_text)
    stage: str | None = field(default=None, validator=_text)
    status: str | None = field(default=None, validator=_text)
    label: str | None = field(default=None, validator=_text)
    rule: str | None = field(default=None, validator=_text)
    due_from: date | None = field(default=None, validator=_check_day)
    due_until: date | None = field(default=None, validator=_check_day)
    text: str | None = field(default=None, repr=False, validator=_text)

    def __attrs_post_init__(self) -> None:
        """Refuse dates in the wrong order."""
        _check_order(self)


#: What a row of an agenda can be.
_WHAT: Final = ("deadline", "hearing", "task")


def _check_what(_: object, __: Attribute[Any], value: object) -> None:
    if value is not None and value not in _WHAT:
        msg = f"{shown(value)} is nothing that is due. Use one of {', '.join(_WHAT)}."
        raise InvalidValueError(msg, field="what", value=value)


@frozen(kw_only=True)
class DueQuery(Query[DueRow]):
    """What is due, over all cases: deadlines, hearings, tasks.

    Everything holds that is given: `due_from` and `due_until` (inclusive; what has no
    date is found only without both), `what` (``"deadline"``, ``"hearing"`` or
    ``"task"``), `assignee`, `rule`, `case_id`, `label` (the audience), and
    `is_open`: ``True`` if it is left out, ``False`` for what is done with, ``None``
    for both. Rows come by date, case, what and id; those without a date last.
    """

    due_from: date | None = field(default=None, validator=_check_day)
    due_until: date | None = field(default=None, validator=_check_day)
    what: str | None = field(default=None, validator=_check_what)
    assignee: str | None = field(default=None, repr=False, validator=_text)
    rule: str | None = field(default=None, validator=_text)
    case_id: str | None = field(default=None, validator=_text)
    label: str | None = field(default=None, validator=_text)
    is_open: bool | None = field(default=True, validator=optional(check_truth))

    def __attrs_post_init__(self) -> None:
        """Refuse dates in the wrong order."""
        _check_order(self)


def _is_tag(tag: object) -> bool:
    if type(tag) is not str or ":" not in tag:
        return False
    # Half a character is no text that any store could hold.
    return not any("\ud800" <= one <= "\udfff" for one in tag)


def _check_tags(_: object, __: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple) or not all(map(_is_tag, value)):
        msg = (
            "tags needs a tuple of texts with noun and name. Pass ('person:1',) or "
            "('kind:party-joined',), say."
        )
        raise InvalidTypeError(msg, field="tags", value=None)


@frozen(kw_only=True)
class LineQuery(Query[LineRow]):
    """Lines that bear one of the `tags` at least, of whatever stream.

    A tag is what an event says of itself (``"person:1"``, ``"number:3:26-cv-1"``,
    ``"court:us/cand"``) or its kind (``"kind:party-joined"``). A corrected line is
    found by what it said and by what it should have said. With `text`, in which these
    words stand (see `CaseQuery`). Without any it is every line. Rows come in the order
    in which they were committed.
    """

    tags: tuple[str, ...] = field(default=(), repr=False, validator=_check_tags)
    text: str | None = field(default=None, repr=False, validator=_text)


def _check_key(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is None:
        return
    if type(value) is not str:
        name = attribute.name
        msg = f"{name} needs a text, not {type(value).__name__}. Pass the key of a row."
        raise InvalidTypeError(msg, field=name, value=None)
    if "\0" in value or _HALF.search(value):
        msg = (
            f"{attribute.name} has a character that no key can have. Pass the key of "
            "a row, or how one begins."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen
class ProjectionQuery(Query[ProjectedRow]):
    """Rows of a list of somebody else's, which the store was given as a `Projection`.

    By its `name`, and of what else is given: `case_id`, and `key_from` and `key_until`
    (inclusive; keys sort by the code points of their characters). Rows come by key and
    case.
    """

    name: str = field(validator=check_text)
    case_id: str | None = field(default=None, kw_only=True, validator=_text)
    key_from: str | None = field(
        default=None, kw_only=True, repr=False, validator=_check_key
    )
    key_until: str | None = field(
        default=None, kw_only=True, repr=False, validator=_check_key
    )

    def __attrs_post_init__(self) -> None:
        """Refuse keys in the wrong order."""
        first, last = self.key_from, self.key_until
        if first is not None and last is not None and last < first:
            msg = (
                "key_until sorts before key_from. Both keys are included: pass the "
                "earlier one as key_from."
            )
            raise InvalidValueError(msg, field="key_until", value=None)


@frozen
class AppendCondition:
    """That no line which `query` finds was committed after the cursor `after`.

    `after` is the `position` of a page, or of `changes_since`: what was seen. It looks
    behind walls, and says no more than that there was one.
    """

    query: LineQuery = field(validator=check_kind(LineQuery, "Pass LineQuery(…)."))
    after: str = field(kw_only=True, validator=check_text)

    def __attrs_post_init__(self) -> None:
        """Refuse words of a text: lines that are sealed have none."""
        if self.query.text is not None:
            msg = (
                "A condition cannot ask for words: not every line has any in clear. "
                "Ask for tags."
            )
            raise InvalidValueError(msg, field="query", value=None)


def given(query: CaseQuery | DueQuery) -> dict[str, Any]:
    """Return what a query asks for, by the name of the field."""
    found = {each.name: getattr(query, each.name) for each in fields(type(query))}
    return {name: value for name, value in found.items() if value is not None}
