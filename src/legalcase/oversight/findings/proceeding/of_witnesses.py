"""What can be wrong with the witnesses of a hearing, and with who is brought to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from legalcase.dates import own_day
from legalcase.oversight.authorities import DILIGENCE
from legalcase.oversight.findings.check import Check, Found
from legalcase.oversight.logistics.unready import unmet_needs
from legalcase.practice.proof.witnesses.facet import WITNESSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed
    from legalcase.practice.proof.witnesses.state import Witnesses

__all__ = ["OF_WITNESSES"]

#: So near a hearing, a subpoena should have been served: a habit, and no rule.
_NEAR: Final = timedelta(days=14)


def _lacking(
    viewed: Viewed, kind: str, text: str, near: timedelta | None = None
) -> Iterator[Found]:
    """Give the hearings ahead that lack something of a kind."""
    until = date.max
    if near is not None and date.max - viewed.on > near:
        until = viewed.on + near
    for one in unmet_needs([viewed.case], on=viewed.on, until=until):
        if one.kind == kind:
            yield Found(
                text=text.format(one.ref, one.hearing_id, own_day(one.at)),
                evidence=one.evidence,
                day=own_day(one.at),
            )


def _room(viewed: Viewed) -> Witnesses | None:
    return viewed.case[WITNESSES] if viewed.case.has_room(WITNESSES) else None


def subpoena_for_another_day(viewed: Viewed) -> Iterator[Found]:
    """Find subpoenas whose hearing has moved since they were issued."""
    room = _room(viewed)
    # Most cases have none, and are not looked through for it.
    if room is not None and room.subpoenas:
        text = "{0} names another time than that of the hearing {1!r}, set for {2}"
        yield from _lacking(viewed, "subpoena-for-another-day", text)


def subpoena_unserved(viewed: Viewed) -> Iterator[Found]:
    """Find subpoenas that are not served, and whose hearing is near."""
    room = _room(viewed)
    if room is not None and room.subpoenas:
        text = "{0} for the hearing {1!r} on {2} is not served"
        yield from _lacking(viewed, "subpoena-unserved", text, _NEAR)


def transport_unstated(viewed: Viewed) -> Iterator[Found]:
    """Find parties in custody whom nobody is to bring to a hearing."""
    if any(one.fact == "detained" for one in viewed.case.facts):
        text = (
            "{0} is in custody, and no transport to the hearing {1!r} on {2} is stated"
        )
        yield from _lacking(viewed, "transport-unstated", text)


def witness_unavailable(viewed: Viewed) -> Iterator[Found]:
    """Find witnesses who cannot come on the day on which they are expected."""
    room = _room(viewed)
    if room is not None and room.availabilities:
        text = "{0} cannot come to the hearing {1!r} on {2}"
        yield from _lacking(viewed, "witness-unavailable", text)


OF_WITNESSES: Final = (
    Check(
        code="subpoena-for-another-day",
        severity="warning",
        what="a subpoena names another time than that for which its hearing is set",
        authority=DILIGENCE,
        find=subpoena_for_another_day,
    ),
    Check(
        code="subpoena-unserved",
        severity="warning",
        what="a subpoena for a hearing within 14 days is not served",
        authority=DILIGENCE,
        find=subpoena_unserved,
    ),
    Check(
        code="transport-unstated",
        severity="warning",
        what="a party in custody is to be at a hearing, and nobody is to bring it",
        authority=DILIGENCE,
        find=transport_unstated,
    ),
    Check(
        code="witness-unavailable",
        severity="critical",
        what="a witness who is expected at a hearing cannot come on its day",
        authority=DILIGENCE,
        find=witness_unavailable,
    ),
)
