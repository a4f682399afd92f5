"""Wall: who is kept apart from which cases, whatever else they are allowed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.access.entries.dated import check_until, days_of
from legalcase.access.entries.who import check_several
from legalcase.directory.relations import NOUNS
from legalcase.errors import (
    ConflictingInputError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_some,
    check_text,
)
from legalcase.markup import one_line
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from attrs import Attribute

    from legalcase.access.subject import Subject

__all__ = ["Wall"]

_SEVERAL = check_some(check_ids)


def _check_apart(_: object, attribute: Attribute[Any], value: object) -> None:
    _SEVERAL(_, attribute, value)
    for each in value if isinstance(value, tuple) else ():
        noun, _colon, rest = each.partition(":")
        if noun not in ("case", *NOUNS) or not rest:
            name = attribute.name
            msg = (
                f"{name} has something that is neither a case nor an entry of the "
                "directory. Write 'case:m-7', 'person:7' or 'organization:7', say."
            )
            raise InvalidValueError(msg, field=name, value=each)


@frozen(kw_only=True)
class Wall(PlainData):
    """People who are kept apart from cases, from a day until, without, another.

    `who` are the ids of persons and ``"group:"`` with the names of groups; or else
    `all_but` are the only ones who are not kept apart: exactly one of the two.
    `apart_from` are cases (``"case:m-7"``) and entries of the directory
    (``"person:7"``): of these, every case in which they take part or once did, and the
    entry itself. `ground` says why.
    """

    wall_id: str = field(validator=check_id)
    who: tuple[str, ...] = field(default=(), validator=check_several)
    all_but: tuple[str, ...] = field(default=(), validator=check_several)
    apart_from: tuple[str, ...] = field(validator=_check_apart)
    from_on: date = field(validator=check_date)
    until_on: date | None = field(default=None, validator=check_until)
    ground: str = field(repr=False, validator=check_text)

    def __attrs_post_init__(self) -> None:
        """Refuse a wall that keeps nobody apart, and one that says two things."""
        if not self.who and not self.all_but:
            msg = (
                "The wall keeps nobody apart: it has neither who nor all_but. Give the "
                "people, or those who alone are let in."
            )
            raise MissingInputError(msg, field="who", value=None)
        if self.who and self.all_but:
            msg = (
                "The wall has both who and all_but, which can say two things. Give one "
                "of the two, and make a second wall for the other."
            )
            raise ConflictingInputError(msg, field="all_but", value=None)

    def keeps_out(self, names: frozenset[str]) -> bool:
        """Tell whether it keeps out whoever bears one of these ids and groups."""
        if self.who:
            return not names.isdisjoint(self.who)
        return names.isdisjoint(self.all_but)

    def hides(self, subject: Subject) -> bool:
        """Tell whether a case, or an entry, stands behind it."""
        return subject.stream in self.apart_from or not (
            subject.participants.isdisjoint(self.apart_from)
        )

    def __str__(self) -> str:
        """Return it in a line, with why it stands."""
        return f"wall {self.wall_id}, {days_of(self)}: {one_line(self.ground)}"
