"""What can be wrong between us and our clients, by what was agreed with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.dates import Period
from legalcase.oversight.authorities import COMMUNICATION
from legalcase.oversight.clients.contact import updates_due
from legalcase.oversight.clients.owed import OwedList, expectations, replies_owed
from legalcase.oversight.findings.check import Check, Found
from legalcase.practice.communications.facet import COMMUNICATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.oversight.findings.check import Viewed

__all__ = ["OF_CLIENTS"]

#: Longer than anybody agrees on: only what was agreed is asked.
_NEVER: Final = Period(9999, "day")


def _has_room(viewed: Viewed) -> bool:
    return viewed.case.has_room(COMMUNICATIONS)


def update_overdue(viewed: Viewed) -> Iterator[Found]:
    """Find clients who were to hear from us by now, as was agreed with them."""
    if not _has_room(viewed):
        return
    for one in updates_due([viewed.case], every=_NEVER, on=viewed.on):
        if one.is_agreed and one.days_over > 0:
            yield Found(
                text=(
                    f"client {one.party_id!r} was to hear from us by {one.due_on} "
                    f"(every {one.every})"
                ),
                evidence=(f"party:{one.party_id}",),
                day=one.due_on,
            )


def _of(ask: Callable[..., OwedList], viewed: Viewed) -> Iterator[Found]:
    if not _has_room(viewed):
        return
    for one in ask([viewed.case], on=viewed.on):
        if one.is_over and one.owed_by == "us":
            yield Found(
                text=f"{one.ref} was owed by us by {one.due_on}, and is open",
                evidence=(one.ref,),
                day=one.due_on,
            )


def reply_overdue(viewed: Viewed) -> Iterator[Found]:
    """Find replies that we owe, and that are late."""
    yield from _of(replies_owed, viewed)


def expectation_overdue(viewed: Viewed) -> Iterator[Found]:
    """Find what is expected of us, and is late."""
    yield from _of(expectations, viewed)


def expectation_unknown(viewed: Viewed) -> Iterator[Found]:
    """Find expectations that the other side has not acknowledged."""
    if not _has_room(viewed):
        return
    for one in expectations([viewed.case], on=viewed.on):
        if not one.is_known:
            yield Found(
                text=f"{one.ref} is not acknowledged by the other side",
                evidence=(one.ref,),
                day=one.due_on,
            )


OF_CLIENTS: Final = (
    Check(
        code="client-expectation-overdue",
        severity="warning",
        what="what is expected of us was due, and is open",
        authority=COMMUNICATION,
        find=expectation_overdue,
    ),
    Check(
        code="client-expectation-unknown",
        severity="advice",
        what="an expectation is not acknowledged by the other side",
        find=expectation_unknown,
    ),
    Check(
        code="client-reply-overdue",
        severity="warning",
        what="a reply that we owe is late",
        authority=COMMUNICATION,
        find=reply_overdue,
    ),
    Check(
        code="client-update-overdue",
        severity="warning",
        what="a client has not heard from us as often as was agreed",
        authority=COMMUNICATION,
        find=update_overdue,
    ),
)
