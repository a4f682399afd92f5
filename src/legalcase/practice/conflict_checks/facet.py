"""CONFLICT_CHECKS: the room of checks for conflicts and their findings, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.conflict_checks import handlers
from legalcase.practice.conflict_checks.checking import ConflictsChecked
from legalcase.practice.conflict_checks.events import (
    ConflictCleared,
    ConflictConsented,
    ConflictConsentRevoked,
    ConflictDeclined,
    ConflictScreened,
    ScreenLifted,
)
from legalcase.practice.conflict_checks.state import FOR_FIRM, ConflictChecks
from legalcase.practice.in_order import NotBefore

__all__ = ["CONFLICT_CHECKS"]

_finding = NotBefore(within="findings", named_by="finding_id", since="found_on")
_screen = NotBefore(within="screens", named_by="screen_id", since="from_on")

_settled = handlers.settled

CONFLICT_CHECKS: Final[Facet[ConflictChecks]] = Facet(
    name="practice/conflict-checks",
    first=ConflictChecks(
        checks=Register("conflict check"),
        findings=Register("conflict finding"),
        screens=Register("screen"),
    ),
    rows=(
        Row(
            ConflictsChecked,
            "practice/conflicts-checked",
            1,
            handlers.checked,
            label=FOR_FIRM,
        ),
        Row(
            ConflictCleared,
            "practice/conflict-cleared",
            1,
            _settled,
            check=_finding,
            label=FOR_FIRM,
        ),
        Row(
            ConflictConsented,
            "practice/conflict-consented",
            1,
            _settled,
            check=_finding,
            label=FOR_FIRM,
        ),
        Row(
            ConflictConsentRevoked,
            "practice/conflict-consent-revoked",
            1,
            _settled,
            check=_finding,
            label=FOR_FIRM,
        ),
        Row(
            ConflictScreened,
            "practice/conflict-screened",
            1,
            handlers.screened,
            check=_finding,
            label=FOR_FIRM,
        ),
        Row(
            ScreenLifted,
            "practice/conflict-screen-lifted",
            1,
            handlers.lifted,
            check=_screen,
            label=FOR_FIRM,
        ),
        Row(
            ConflictDeclined,
            "practice/conflict-declined",
            1,
            _settled,
            check=_finding,
            label=FOR_FIRM,
        ),
    ),
    tracks=(
        Tracked(handlers.FINDING_CYCLE, handlers.findings),
        Tracked(handlers.SCREEN_CYCLE, handlers.screens),
    ),
)
