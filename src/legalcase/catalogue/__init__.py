"""What is due when: catalogued deadlines, their terms, triggers and versions."""

from legalcase.catalogue.clock_rule import (
    ClockDispute,
    ClockExtension,
    ClockReading,
    ClockRule,
    ClockStart,
    ExclusionRule,
)
from legalcase.catalogue.counts_from import CountsFrom
from legalcase.catalogue.deadline_rule import (
    DeadlineRule,
    DeadlineVersion,
    Extension,
    say_term,
)
from legalcase.catalogue.terms import Condition, Restart, Term, Trigger
from legalcase.catalogue.variant import Variant

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
    "Restart",
    "Term",
    "Trigger",
    "Variant",
    "say_term",
]
