"""What is due when: catalogued deadlines, their terms, triggers and versions."""

from typing import TYPE_CHECKING

from legalcase.catalogue.counts_from import CountsFrom
from legalcase.catalogue.deadline_rule import (
    DeadlineRule,
    DeadlineVersion,
    Extension,
    say_term,
)
from legalcase.catalogue.period_case import PeriodCase
from legalcase.catalogue.terms import Condition, Restart, Term, Trigger
from legalcase.catalogue.variant import Variant
from legalcase.near import no_such_name

if TYPE_CHECKING:
    from legalcase.catalogue.clock_rule import ClockDispute as ClockDispute
    from legalcase.catalogue.clock_rule import ClockExtension as ClockExtension
    from legalcase.catalogue.clock_rule import ClockReading as ClockReading
    from legalcase.catalogue.clock_rule import ClockRule as ClockRule
    from legalcase.catalogue.clock_rule import ClockStart as ClockStart
    from legalcase.catalogue.clock_rule import ExclusionRule as ExclusionRule

__all__ = [
    "ClockDispute",
    "ClockExtension",
    "ClockReading",
    "ClockRule",
    "ClockStart",
    "Condition",
    "CountsFrom",
    "DeadlineRule",
    "DeadlineVersion",
    "ExclusionRule",
    "Extension",
    "PeriodCase",
    "Restart",
    "Term",
    "Trigger",
    "Variant",
    "say_term",
]


if not TYPE_CHECKING:
    # A type checker sees what stands above, and no name besides.
    def __getattr__(name: str) -> object:
        # A deadline does without clocks, and a program's first one is kept cheap.
        if name in __all__:
            from legalcase.catalogue import clock_rule

            return getattr(clock_rule, name)
        raise no_such_name(__name__, name, __all__)


def __dir__() -> list[str]:
    return sorted(__all__)
