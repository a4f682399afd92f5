"""From events: where a count came from that was made ready for other days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from legalcase.authority import Authority
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.findings import Notice
    from legalcase.counting.engine.count import Alternative
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.steps import Outcome
    from legalcase.law.answer.prepare import Prepared
    from legalcase.law.call.door import Anchor

__all__ = ["FromEvents"]


class FromEvents:
    """Where a count came from that was made ready for other days."""

    links = 0

    __slots__ = ("_days", "_prepared", "_words")

    def __init__(
        self, of: Prepared, words: tuple[str, ...], days: tuple[date, ...]
    ) -> None:
        self._prepared = of
        self._words = words
        self._days = days

    def inputs(self, anchor: date | datetime) -> Inputs:
        """Return what was asked, of these events."""
        anchors: dict[str, Anchor] = dict(zip(self._words, self._days, strict=True))
        return evolve(self._prepared.asked, anchors=anchors).inputs(anchor)

    def runs_from(self) -> Mapping[str, Computation]:
        """Return nothing: these are days."""
        return {}

    def authorities(self) -> Iterable[tuple[str, Authority]]:
        """Yield (name, authority) of what the count rests on."""
        return self._prepared.authorities()

    def notices(self) -> tuple[Notice, ...]:
        """Return what its reader must know, whatever the count gave."""
        return self._prepared.notices()

    def alternatives(
        self, anchor: date | datetime, outcome: Outcome
    ) -> Iterable[Alternative]:
        """Return other counts that this outcome brings up."""
        return self._prepared.alternatives(anchor, outcome)
