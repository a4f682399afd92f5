"""Samples of consents, and of what was shared."""

from __future__ import annotations

from datetime import date

from case_files import CANARY, DAY
from legalcase.kernel import Ref
from legalcase.practice import (
    ConsentGiven,
    ConsentRevoked,
    InformationShared,
    Sharing,
)

EVENTS = (
    ConsentGiven(
        consent_id="c-1",
        given_by="roe",
        covers=("housing",),
        items=(Ref("task", "draft"),),
        recipients=("agency:7",),
        purpose=f"Rent {CANARY}",
        until_on=date(2026, 12, 1),
        with_privileged=True,
        in_document="signed",
        happened_on=DAY,
    ),
    InformationShared(
        sharing_id="s-1",
        of="roe",
        recipient="agency:7",
        covers=("housing",),
        items=(Ref("task", "draft"),),
        consent_id="c-1",
        purpose=f"Rent {CANARY}",
        is_privileged=True,
        happened_on=DAY,
    ),
    ConsentRevoked(consent_id="c-1", ground=f"Changed mind {CANARY}", happened_on=DAY),
)
VALUES = (Sharing(is_allowed=False, why="nobody was asked"),)
