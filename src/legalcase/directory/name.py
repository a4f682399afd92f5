"""Name: what somebody is called, in its parts and as it is written."""

from __future__ import annotations

import re
from typing import Final

from attrs import field, frozen

from legalcase.errors import MissingInputError
from legalcase.kernel.checks import check_text, optional
from legalcase.kernel.events.terms import Terms

__all__ = ["Name"]

_text = optional(check_text)
_BETWEEN: Final = re.compile(r"[-.\s]+")


@frozen(kw_only=True)
class Name(Terms):
    """A name: `full` as it is written, and its parts where they are known.

    `particle` stands before the family name (``"von"``), `suffix` behind it
    (``"Jr."``), `title` before all (``"Dr."``). Names of organizations and agencies
    have no parts. Raises `MissingInputError` where neither a full name nor a given or
    a family name is there. What it says stays out of `repr`.
    """

    full: str | None = field(default=None, repr=False, validator=_text)
    given: str | None = field(default=None, repr=False, validator=_text)
    family: str | None = field(default=None, repr=False, validator=_text)
    particle: str | None = field(default=None, repr=False, validator=_text)
    suffix: str | None = field(default=None, repr=False, validator=_text)
    title: str | None = field(default=None, repr=False, validator=_text)

    def __attrs_post_init__(self) -> None:
        """Refuse a name that calls nobody."""
        if self.full is None and self.given is None and self.family is None:
            msg = (
                "A name has neither full=, given= nor family=. Give it as it is "
                "written, its parts, or both."
            )
            raise MissingInputError(msg, field="full", value=None)

    @property
    def written(self) -> str:
        """The name as it is written: `full`, or its parts in the western order.

        >>> Name(given="Jane", particle="van", family="Roe", suffix="Jr.").written
        'Jane van Roe, Jr.'
        """
        if self.full is not None:
            return self.full
        parts = (self.title, self.given, self.particle, self.family)
        said = " ".join(part for part in parts if part is not None)
        return said if self.suffix is None else f"{said}, {self.suffix}"

    @property
    def initials(self) -> str:
        """The first letters of given names, particle and family name, with stops.

        Of a name that is known only as it is written, those of its words; initials
        are their own.

        >>> Name(given="Jane Mary", family="Roe").initials
        'J.M.R.'
        """
        parts = [p for p in (self.given, self.particle, self.family) if p is not None]
        words = _BETWEEN.sub(" ", " ".join(parts or [self.written])).split()
        letters = (next((c for c in word if c.isalnum()), "") for word in words)
        return "".join(f"{letter.upper()}." for letter in letters if letter)
