"""What is due when: catalogued deadlines, their terms, triggers and versions."""

from legalcase.catalogue.deadline_rule import (
    DeadlineRule,
    DeadlineVersion,
    Extension,
    say_term,
)
from legalcase.catalogue.terms import Restart, Term, Trigger

__all__ = [
    "DeadlineRule",
    "DeadlineVersion",
    "Extension",
    "Restart",
    "Term",
    "Trigger",
    "say_term",
]
