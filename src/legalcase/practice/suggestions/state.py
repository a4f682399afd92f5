"""Suggestion and SuggestedSource: what programs found, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.event import Event, UnknownEvent
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData
from legalcase.practice.suggestions.span import SourceSpan

__all__ = ["OURS", "SuggestedSource", "Suggestion", "Suggestions"]

#: What a program of ours makes of a file is our own work.
OURS: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class Suggestion(PlainData):
    """An event that a program suggests, where it read it, and what became of it.

    `kind` is that of the event on the wire, `line_id` the id of the line that suggests
    it. `state` is ``"proposed"``, ``"accepted"``, ``"edited"`` or ``"rejected"``; that
    one is stale is never stored (see `stale_because`). `decided_by` decided on
    `decided_on`, and `recorded_as` is the id of the line of the event, where one was
    recorded.
    """

    suggestion_id: str
    event: Event | UnknownEvent = field(repr=False)
    kind: str
    source: SourceSpan
    confidence: float
    producer: str
    suggested_on: date
    line_id: str
    state: str = "proposed"
    decided_on: date | None = None
    decided_by: str | None = field(default=None, repr=False)
    recorded_as: str | None = None
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it."""
        return self.state == "proposed"


@frozen(kw_only=True)
class SuggestedSource(PlainData):
    """A source that a program found for a question, and whether anybody read it.

    `read_by_producer` says whether the program read it, `state` whether a person did:
    ``"unread"``, ``"read"`` or ``"rejected"``.
    """

    source_id: str
    question: str = field(repr=False)
    locator: str = field(repr=False)
    read_by_producer: bool
    quotation: str | None = field(default=None, repr=False)
    digest: str | None = None
    confidence: float
    producer: str
    suggested_on: date
    state: str = "unread"
    decided_on: date | None = None
    decided_by: str | None = field(default=None, repr=False)
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether nobody has read it, and nobody has dropped it."""
        return self.state == "unread"

    @property
    def warning(self) -> str:
        """What has to stand beside it wherever it is shown; empty once a person read.

        >>> from legalcase.practice.suggestions.state import OURS
        >>> said = dict(question="q", locator="1 U.S. 1", confidence=0.5, label=OURS)
        >>> said |= dict(source_id="s", producer="p 1", suggested_on=date(2026, 6, 3))
        >>> SuggestedSource(read_by_producer=False, **said).warning
        'not read by anybody'
        """
        if self.state == "read":
            return ""
        if self.read_by_producer:
            return "read by the program alone"
        return "not read by anybody"


@frozen(kw_only=True)
class Suggestions(PlainData):
    """What programs suggest in a case: events, and sources for questions."""

    suggestions: Register[Suggestion]
    sources: Register[SuggestedSource]

    @property
    def open(self) -> tuple[Suggestion, ...]:
        """The events on which nobody has decided, the oldest first."""
        return tuple(one for one in self.suggestions if one.is_open)

    @property
    def unread(self) -> tuple[SuggestedSource, ...]:
        """The sources that nobody has read or dropped, the oldest first."""
        return tuple(one for one in self.sources if one.is_open)
