"""The edges of what is known: a day that no calendar or rule reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.errors.root import LegalCaseError

if TYPE_CHECKING:
    from datetime import date

__all__ = ["CalendarOutOfBoundsError", "OutOfBoundsError", "RuleNotInForceError"]


class OutOfBoundsError(LegalCaseError, ValueError):
    """A question outside what the law at hand covers."""

    subject: str
    asked: date
    first: date | None
    last: date | None


class CalendarOutOfBoundsError(OutOfBoundsError):
    """A day outside the horizon of a calendar."""

    @classmethod
    def of(cls, subject: str, asked: date, first: date, last: date) -> Self:
        """Say which day was asked of which calendar."""
        later = ": what ends later cannot be computed yet" if asked > last else ""
        return cls(
            f"{asked} is outside the calendar {subject!r}, which covers {first} "
            f"through {last}{later}. Load a calendar that reaches further; this one "
            "does not guess.",
            subject=subject,
            asked=asked,
            first=first,
            last=last,
        )


class RuleNotInForceError(OutOfBoundsError):
    """A date on which a rule was not yet, or is no longer, in force or verified."""

    @classmethod
    def of(
        cls,
        subject: str,
        asked: date,
        first: date | None,
        last: date | None,
        *,
        versions: int = 1,
    ) -> Self:
        """Say which date was asked of which rule, and what else there is to choose."""
        span = f"from {first}" if last is None else f"from {first} through {last}"
        if first is None:
            span = f"through {last}"
        other = (
            ", or choose another version with as_of="
            if versions > 1
            else ": no other version of it is entered"
        )
        return cls(
            f"{subject!r} is entered {span}; {asked} is outside. Check the trigger "
            f"date{other}.",
            subject=subject,
            asked=asked,
            first=first,
            last=last,
        )
