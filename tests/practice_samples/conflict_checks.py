"""Samples of checks for conflicts, and of what became of their findings."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from case_files import CANARY, DAY
from legalcase.model import ConflictReviewBegun
from legalcase.practice import (
    CheckedPerson,
    ConflictCleared,
    ConflictConsented,
    ConflictConsentRevoked,
    ConflictDeclined,
    ConflictFound,
    ConflictsChecked,
    ConflictScreened,
    InformedConsent,
    ScreenLifted,
)

BEFORE = (ConflictReviewBegun(review_id="cr-1", happened_on=DAY),)

_FOUND = ConflictFound(
    finding_id="f-1",
    rule="former-client",
    matter="m-311",
    ref="party:acme",
    who="organization:4",
    affected=("organization:4",),
    is_consentable=True,
    is_screenable=True,
)
_BARRED = ConflictFound(
    finding_id="f-9",
    rule="same-proceeding",
    matter="roe",
    ref="party:acme",
    is_consentable=False,
    is_screenable=False,
    is_barred=True,
)
EVENTS = (
    ConflictsChecked(
        check_id="cc-1",
        asked=(
            CheckedPerson(
                who="organization:4", name=f"Acme {CANARY}", stance="adverse"
            ),
        ),
        corpus="store/12",
        cases=40,
        depth=2,
        method="fuzzy",
        unsearched=("sealed",),
        found=(
            _FOUND,
            evolve(_FOUND, finding_id="f-2"),
            evolve(_FOUND, finding_id="f-3"),
            _BARRED,
        ),
        checked_by=f"lead {CANARY}",
        review_id="cr-1",
        happened_on=DAY,
    ),
    ConflictCleared(
        finding_id="f-1",
        reason=f"Another company {CANARY}",
        cleared_by=f"lead {CANARY}",
        happened_on=DAY,
    ),
    ConflictConsented(
        finding_id="f-2",
        consents=(
            InformedConsent(
                given_by="organization:4",
                in_document="signed",
                given_on=date(2026, 6, 2),
            ),
        ),
        happened_on=DAY,
    ),
    ConflictConsentRevoked(
        finding_id="f-2",
        revoked_by="organization:4",
        ground=f"Changed mind {CANARY}",
        happened_on=DAY,
    ),
    ConflictScreened(
        finding_id="f-3",
        screen_id="sc-1",
        person=f"associate {CANARY}",
        notice_on=DAY,
        procedure=f"No access {CANARY}",
        happened_on=DAY,
    ),
    ScreenLifted(screen_id="sc-1", reason=f"Left {CANARY}", happened_on=DAY),
    ConflictDeclined(finding_id="f-9", reason=f"Barred {CANARY}", happened_on=DAY),
)
VALUES = (
    _FOUND,
    InformedConsent(
        given_by="organization:4", in_document="signed", given_on=date(2026, 6, 2)
    ),
)
