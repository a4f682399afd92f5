"""Event: something that happened. Others make kinds of their own of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_count,
    check_date,
    check_happened_at,
    check_kind_word,
    check_moment,
    check_text,
)
from legalcase.kernel.court_clock import at_court

__all__ = ["WITHHELD", "Event", "FencedEvent", "UnknownEvent", "is_fenced_kind"]

#: What stands in the place of a line that is fenced, for whoever does not see it: that
#: something was recorded, and no more.
WITHHELD: Final = "withheld-fenced/line"

#: A prefix that ends so says of a kind, to whoever knows it or not, that it is fenced.
_FENCED: Final = "-fenced"


@frozen(kw_only=True)
class Event:
    """Something that happened on a day, at an instant where that is known.

    Subclasses are frozen attrs classes with keyword-only fields. Their fields say
    *terms*, what was said or done; what becomes of it, a room of the case holds. Kind,
    schema and handler of each stand in the table of its room, a `Facet`.
    """

    happened_on: date = field(validator=check_date)
    happened_at: datetime | None = field(
        default=None, validator=check_happened_at, metadata=at_court("happened_on")
    )

    @property
    def happened(self) -> date | datetime:
        """When it happened: the instant where it is known, else the day."""
        return self.happened_at or self.happened_on

    def tags(self) -> tuple[str, ...]:
        """Return words by which a store finds the line: ``"number:3:26-cv-1"``."""
        return ()


@frozen(kw_only=True)
class FencedEvent(Event):
    """Something that happened behind a fence, as what is said in a mediation does.

    Its kind has a prefix that ends in ``-fenced``, so that a program without its room
    knows it too: no store finds it by words or tags, no list of what can happen names
    it, and a guarded store shows it to those alone who work on the case.
    """


def is_fenced_kind(kind: str) -> bool:
    """Tell whether a kind on the wire, or a room by its name, is behind a fence."""
    prefix, slash, _ = kind.partition("/")
    return bool(slash) and prefix.endswith(_FENCED)


@frozen(kw_only=True)
class UnknownEvent:
    """A stored event of a kind, or of a schema, that this program does not know.

    `payload` is its data as it stands in the store, to the byte; it goes back
    unchanged.
    """

    kind: str = field(validator=check_kind_word)
    schema: int = field(validator=check_count)
    happened: date | datetime | None = field(validator=check_moment)
    payload: str = field(repr=False, validator=check_text)
