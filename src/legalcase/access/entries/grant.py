"""Grant: a role that somebody has, for which cases, from when until when."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.access.entries.dated import check_until, days_of
from legalcase.access.entries.scope import check_scope, said
from legalcase.access.entries.who import check_who
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_text,
    check_word,
    optional,
)
from legalcase.markup import one_line
from legalcase.plain_data import PlainData

__all__ = ["Grant"]


@frozen(kw_only=True)
class Grant(PlainData):
    """What somebody, or a group, may do, from a day until, without, another.

    `who` is the id of a person, or ``"group:"`` and the name of a group; `role` the
    name of a role of the policy; `scope` of which cases it holds: ``"all"`` (the
    directory too), ``"own"`` (those on which the person works), ``"directory"``,
    ``"case:m-7"``, ``"client:person:7"`` (those in which it is or was our client),
    ``"court:us/cand"``. `granted_by` gave it, on `ground`.
    """

    grant_id: str = field(validator=check_id)
    who: str = field(validator=check_who)
    role: str = field(validator=check_word)
    scope: str = field(validator=check_scope)
    from_on: date = field(validator=check_date)
    until_on: date | None = field(default=None, validator=check_until)
    granted_by: str = field(validator=check_id)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))

    def __str__(self) -> str:
        """Return it in a line, with who gave it and why."""
        ground = "" if self.ground is None else f": {one_line(self.ground)}"
        return (
            f"grant {self.grant_id}, {self.role} for {said(self.scope)}, "
            f"{days_of(self)}, by {self.granted_by}{ground}"
        )
