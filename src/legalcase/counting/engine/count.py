"""Count: one count, fully resolved but for its trigger date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from legalcase.authority import Dispute
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.counting.engine.straight import Straight
    from legalcase.counting.rules.counting_rule import (
        Choices,
        CountingRule,
        RuleVersion,
    )
    from legalcase.counting.rules.parts.named_day import NamedDay
    from legalcase.counting.rules.venue import Venue
    from legalcase.dates import Period

__all__ = ["Alternative", "Count"]


@define(kw_only=True, eq=False)
class Count:
    """Everything that one count needs besides its anchor.

    `sign` is 1 after the trigger, -1 before it. `version` is the text in force: that of
    the trigger, or of `given.as_of`; `given` are the inputs, of which `act` and
    `nature` can be those of a reading, `inaccessible` is looked up by ordinal.
    `bound` says whether it ends with the last day on which something may be done
    (``"not-later-than"``) or with the first.
    `ends_on` is the weekday on which the rule ends the period, if it names one.
    `by_service` tells that the method of service decides which period it is.
    `act_is_assumed` tells that the rule's own act was taken, for none was given.
    `table` is the service table, ``"none"`` or ``"notice only"``. `changes` maps the
    readings of the deadline itself (its disputes) to what they change. `chosen` are
    the readings in force from the start, of which `fixed` were chosen by the caller
    and the rest settled by a court. `served` asks when service is complete. What is
    compiled from it is kept in `recipes`, `doubts`, `combinations`, `straight`,
    `agreed`, and as `others` the same counts under other texts.
    """

    period: Period
    sign: int
    rule: CountingRule
    version: RuleVersion
    venue: Venue
    given: Inputs
    bound: str = "not-later-than"
    act: str | None = None
    act_is_assumed: bool = False
    nature: str | None = None
    table: str | None = None
    ends_on: NamedDay | None = None
    by_service: bool = False
    inaccessible: frozenset[int] = frozenset()
    cite: str = ""
    disputes: tuple[tuple[str, Dispute], ...] = ()
    chosen: Choices = frozenset()
    fixed: Choices = frozenset()
    changes: Mapping[tuple[str, str], Mapping[str, Any]] | None = None
    from_rolled_end: bool = False
    served: bool = False
    recipes: dict[Choices, Any] = field(init=False, factory=dict)
    doubts: Any = field(init=False, default=None)
    combinations: dict[Any, Any] = field(init=False, factory=dict)
    straight: dict[Choices, Straight | None] = field(init=False, factory=dict)
    agreed: dict[int, Any] = field(init=False, factory=dict)
    others: dict[Any, Count] = field(init=False, factory=dict)


@define(kw_only=True, eq=False)
class Alternative:
    """Another count, or one from another anchor: a reading of its own."""

    question: str
    choice: str
    cite: str
    kind: str
    count: Count
    anchor: date | datetime
    dispute: str = ""
