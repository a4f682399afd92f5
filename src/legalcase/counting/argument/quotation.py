"""Quotation: the operative words of the law, and which of them a count rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from attrs import frozen

from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.counting.argument.computation import Computation

__all__ = ["Quotation", "Quoted", "Quoting"]


@frozen(kw_only=True)
class Quotation(PlainData):
    """The operative words of a provision, in its own language.

    `cite` is what they are quoted from, as it is printed; `english` renders them where
    they are in another language; `source` is where they were read; `first` and `last`
    are the dates between which they were in force, ``None`` where open.
    """

    cite: str
    text: str
    english: str | None = None
    source: str | None = None
    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        """Return the words in quotation marks, with their rendering."""
        said = (
            f"\N{LEFT DOUBLE QUOTATION MARK}{self.text}\N{RIGHT DOUBLE QUOTATION MARK}"
        )
        return said if self.english is None else f"{said} (in English: {self.english})"

    @property
    def span(self) -> str:
        """Since when, and until when, the words were in force; else nothing."""
        since = "" if self.first is None else f"from {self.first}"
        return since if self.last is None else f"{since} through {self.last}".strip()

    @property
    def where(self) -> str:
        """What is quoted, and where it was read."""
        return self.cite if self.source is None else f"{self.cite}, as in {self.source}"


class Quoted(NamedTuple):
    """What the clauses of a computation's steps say, in the words of the law.

    `clauses` has the words by clause; `without` lists the citations of which none are
    entered.
    """

    clauses: Mapping[str, tuple[Quotation, ...]]
    without: tuple[str, ...]


class Quoting(Protocol):
    """**Protocol:** a law that can quote what a computation rests on."""

    def quoted_in(self, computation: Computation) -> Quoted:
        """Return the words of the steps; refuse a computation of other editions."""
        ...
