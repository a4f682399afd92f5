"""What can be wrong with what programs suggest: it waits, or what it read is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.oversight.authorities import SUPERVISION
from legalcase.oversight.findings.check import Check, Found
from legalcase.oversight.suggested.waiting import open_suggestions
from legalcase.practice.suggestions.facet import SUGGESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed
    from legalcase.oversight.suggested.waiting import OpenSuggestion

__all__ = ["OF_SUGGESTIONS", "suggestions_open"]

#: So many days something waits before it is found, unless somebody says otherwise.
_DAYS: Final = 14


def _waiting(viewed: Viewed) -> tuple[OpenSuggestion, ...]:
    if not viewed.case.has_room(SUGGESTIONS):
        return ()
    return open_suggestions([viewed.case], on=viewed.on).rows


@frozen
class _Waits:
    """Finds what has waited longer than so many days."""

    days: int

    def __call__(self, viewed: Viewed) -> Iterator[Found]:
        for one in _waiting(viewed):
            waited = (viewed.on - one.since_on).days
            if waited > self.days:
                yield Found(
                    text=f"{one.ref} has waited {waited} days for a person to decide",
                    evidence=_evidence(one),
                    day=one.since_on,
                )


def suggestions_open(days: int) -> Check:
    """Return the check for what has waited longer than so many days for a person.

    ``Checks.core().without("suggestions-open").with_(suggestions_open(3))`` finds it
    earlier than the check of this package does, which waits for fourteen.
    """
    return Check(
        code="suggestions-open",
        severity="advice",
        what="what a program suggests waits for a person to decide",
        authority=SUPERVISION,
        find=_Waits(days),
    )


def _evidence(one: OpenSuggestion) -> tuple[str, ...]:
    if one.what == "source":
        return (f"practice/suggested-source:{one.ref}",)
    return (f"practice/suggestion:{one.ref}", f"document:{one.document_id}")


def stale(viewed: Viewed) -> Iterator[Found]:
    """Find suggestions that were read from what does not hold any more."""
    for one in _waiting(viewed):
        if one.stale:
            yield Found(
                text=(
                    f"{one.ref} was read from {one.document_id}, which is another now "
                    f"({one.stale.replace('-', ' ')}); have it read again"
                ),
                evidence=_evidence(one),
                day=one.since_on,
            )


def without_event(viewed: Viewed) -> Iterator[Found]:
    """Find suggestions that were accepted, and of which no event stands."""
    if not viewed.case.has_room(SUGGESTIONS):
        return
    known = viewed.case.folded.known
    for one in viewed.case[SUGGESTIONS].suggestions:
        name = one.recorded_as
        if name is not None and f"event:{name}" not in known:
            yield Found(
                text=f"{one.suggestion_id} is {one.state}, and no event of it stands",
                evidence=(f"practice/suggestion:{one.suggestion_id}", f"event:{name}"),
                day=one.decided_on,
            )


OF_SUGGESTIONS: Final = (
    suggestions_open(_DAYS),
    Check(
        code="suggestion-stale",
        severity="advice",
        what="a suggestion was read from a document that is another by now",
        find=stale,
    ),
    Check(
        code="suggestion-without-event",
        severity="warning",
        what="a suggestion was accepted, and its event is not there or was retracted",
        find=without_event,
    ),
)
