"""What can be wrong with the time to sue: no date, one person, few days left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.oversight.authorities import LIMITATION
from legalcase.oversight.civil.limits import BANDS, is_sought, watch_over
from legalcase.oversight.findings.check import Check, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.civil.watched import LimitationRow, LimitationWatch
    from legalcase.oversight.findings.check import Viewed

__all__ = ["OF_LIMITATION"]

_CRITICAL, _WARNING, _ = BANDS


def _watch(viewed: Viewed) -> LimitationWatch:
    cases = [(viewed.case, viewed.agenda)] if is_sought(viewed.case, viewed.on) else []
    return watch_over(cases, viewed.on, viewed.law)


def _shown(row: LimitationRow) -> tuple[str, ...]:
    ids = (None if row.claim_id is None else f"claim:{row.claim_id}", row.ref)
    return tuple(one for one in ids if one is not None) or (f"case:{row.case_id}",)


def limitation_missing(viewed: Viewed) -> Iterator[Found]:
    """Find claims, and matters before filing, for which there is no limitation date.

    Not where the case has a clock and no law was given: it can be that of the claim.
    """
    watch = _watch(viewed)
    if watch.unread:
        return
    for row in watch:
        if row.state == "missing":
            yield Found(
                text=f"for {row.what} no limitation date is recorded, nothing is filed",
                evidence=_shown(row),
                # Before a claim is stated, there may be none to bring.
                severity="warning" if row.claim_id is None else None,
            )


def limitation_unconfirmed(viewed: Viewed) -> Iterator[Found]:
    """Find limitation dates of claims not filed by which two people do not stand."""
    for row in _watch(viewed):
        if row.ref is not None and not row.is_filed and not row.is_checked:
            advice = (
                "set its day as a deadline of the kind 'limitation'"
                if row.ref.startswith("clock:")
                else "a second person confirms it"
            )
            yield Found(
                text=f"two people do not stand by {row.ref} of {row.what}: {advice}",
                evidence=_shown(row),
                day=row.safe_on,
            )


def limitation_near(viewed: Viewed) -> Iterator[Found]:
    """Find claims not filed whose time to sue ends soon, is over, or stands still."""
    for row in _watch(viewed):
        if row.is_filed or row.ref is None:
            continue
        left = row.days_left
        if left is None:
            yield Found(
                text=f"{row.ref} of {row.what} has no date while it stands still",
                evidence=_shown(row),
            )
        elif left <= _WARNING:
            said = "is over since" if left < 0 else f"ends in {left} days, on"
            yield Found(
                text=f"the time to bring {row.what} ({row.ref}) {said} {row.safe_on}",
                evidence=_shown(row),
                severity="critical" if left <= _CRITICAL else None,
                day=row.safe_on,
            )


OF_LIMITATION: Final = (
    Check(
        code="limitation-missing",
        severity="critical",
        what="a claim that is not filed has no limitation date",
        authority=LIMITATION,
        find=limitation_missing,
    ),
    Check(
        code="limitation-near",
        severity="warning",
        what="the time to bring a claim ends within 90 days, or is over",
        authority=LIMITATION,
        find=limitation_near,
    ),
    Check(
        code="limitation-unconfirmed",
        severity="critical",
        what="two people do not stand by the limitation date of a claim",
        authority=LIMITATION,
        find=limitation_unconfirmed,
    ),
)
