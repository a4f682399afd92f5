"""What can be wrong with agreements: what they lack, and what was not performed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.dates import own_day
from legalcase.model.hearings.state import HearingState
from legalcase.oversight.disclosing.agreeing import need_standings
from legalcase.oversight.findings.check import Check, Found
from legalcase.practice.settlement.agreements.facet import AGREEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.hearings.state import Hearing
    from legalcase.oversight.findings.check import Viewed
    from legalcase.practice.settlement.agreements.state import SettlementAgreement

__all__ = ["OF_AGREEMENTS"]


def _agreements(viewed: Viewed) -> tuple[SettlementAgreement, ...]:
    if not viewed.case.has_room(AGREEMENTS):
        return ()
    room = viewed.case[AGREEMENTS]
    return tuple(room)


def _next_hearing(viewed: Viewed) -> Hearing | None:
    ahead = [
        one
        for one in viewed.case.hearings
        if one.state is HearingState.SET and own_day(one.at) >= viewed.on
    ]
    return min(ahead, key=lambda one: one.at, default=None)


def incomplete(viewed: Viewed) -> Iterator[Found]:
    """Find agreements that lack something while a hearing lies ahead."""
    hearing = _next_hearing(viewed)
    if hearing is None:
        return
    for one in _agreements(viewed):
        if one.state not in {"drafted", "reached"} or one.drafted_on > viewed.on:
            continue
        needs = need_standings(viewed.case, one, viewed.on, may_see=False)
        lacking = [each for each in needs if each.is_lacking]
        if lacking:
            day = own_day(hearing.at)
            yield Found(
                text=(
                    f"agreement {one.agreement_id!r} lacks {len(lacking)} of what it "
                    f"needs, and hearing {hearing.hearing_id!r} is on {day}"
                ),
                evidence=(
                    f"practice/agreement:{one.agreement_id}",
                    f"hearing:{hearing.hearing_id}",
                    *(ref for each in lacking for ref in each.evidence),
                ),
                day=day,
            )


def unperformed(viewed: Viewed) -> Iterator[Found]:
    """Find obligations that were breached, or not performed by their day."""
    for one in _agreements(viewed):
        if one.state not in {"reached", "approved"}:
            continue
        for each in one.obligations:
            is_over = each.due_on is not None and each.due_on < viewed.on
            if each.state == "performed" or not (is_over or each.state == "breached"):
                continue
            said = "is breached" if each.state == "breached" else "is not performed"
            yield Found(
                text=(
                    f"obligation {each.obligation_id!r} of agreement "
                    f"{one.agreement_id!r} {said}"
                ),
                evidence=(f"practice/agreement:{one.agreement_id}",),
                day=each.due_on,
            )


OF_AGREEMENTS: Final = (
    Check(
        code="agreement-incomplete",
        severity="warning",
        what="an agreement lacks something that it needs, and a hearing lies ahead",
        find=incomplete,
    ),
    Check(
        code="agreement-unperformed",
        severity="warning",
        what="what an agreement obliges to is breached, or not done by its day",
        find=unperformed,
    ),
)
