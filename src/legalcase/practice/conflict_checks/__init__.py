"""Checks for conflicts: what was searched and found, and what became of it."""

from legalcase.practice.conflict_checks.checking import (
    CheckedPerson,
    ConflictFound,
    ConflictsChecked,
)
from legalcase.practice.conflict_checks.events import (
    ConflictCleared,
    ConflictConsented,
    ConflictConsentRevoked,
    ConflictDeclined,
    ConflictScreened,
    InformedConsent,
    ScreenLifted,
)
from legalcase.practice.conflict_checks.facet import CONFLICT_CHECKS
from legalcase.practice.conflict_checks.state import (
    CheckKept,
    ConflictChecks,
    ConflictKept,
    Screen,
)

__all__ = [
    "CONFLICT_CHECKS",
    "CheckKept",
    "CheckedPerson",
    "ConflictChecks",
    "ConflictCleared",
    "ConflictConsentRevoked",
    "ConflictConsented",
    "ConflictDeclined",
    "ConflictFound",
    "ConflictKept",
    "ConflictScreened",
    "ConflictsChecked",
    "InformedConsent",
    "Screen",
    "ScreenLifted",
]
