"""What is due when: catalogued deadlines, their terms, triggers and versions."""

from typing import TYPE_CHECKING

from legalcase.catalogue.clock_rule import (
    ClockDispute,
    ClockExtension,
    ClockReading,
    ClockRule,
    ClockStart,
    ExclusionRule,
)
from legalcase.catalogue.deadline_rule import (
    DeadlineRule,
    DeadlineVersion,
    Extension,
    say_term,
)
from legalcase.catalogue.terms import Condition, Restart, Term, Trigger
from legalcase.catalogue.variant import Variant
from legalcase.near import no_such_name

__all__ = [
    "ClockDispute",
    "ClockExtension",
    "ClockReading",
    "ClockRule",
    "ClockStart",
    "Condition",
    "DeadlineRule",
    "DeadlineVersion",
    "ExclusionRule",
    "Extension",
    "Restart",
    "Term",
    "Trigger",
    "Variant",
    "say_term",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
