"""Terms: what an event is made of: what was said, never what became of it."""

from __future__ import annotations

from legalcase.plain_data import PlainData

__all__ = ["Terms"]


class Terms(PlainData):
    """A part of an event: subclasses are frozen attrs classes.

    What it refers to is looked for in its fields, as in those of the event itself; on
    the wire, a field that has its default is left out.
    """

    __slots__ = ()
