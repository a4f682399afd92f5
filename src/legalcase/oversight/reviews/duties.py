"""The duties of this package: each with its authority, looked up in the case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from legalcase.authority import Authority
from legalcase.model.people.findings import people_findings
from legalcase.oversight.authorities import COMMUNICATION, CONFLICT
from legalcase.oversight.reviews.duty import ComplianceCheck, Complied
from legalcase.practice.communications.facet import COMMUNICATIONS

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.deadlines.state import Deadline
    from legalcase.model.engagement.state import Engagement

__all__ = ["DUTIES_OF_A_CASE"]


def _recalled(cite: str) -> Authority:
    return Authority(cite=cite, verified="recall")


def _acting(case: Case) -> Engagement | None:
    """Return the engagement under which we act, or did; ``None`` where we do not."""
    engagement: Engagement | None = case.engagement
    if engagement is None or not engagement.on("engaged"):
        return None
    return engagement


_NOT_ENGAGED: Final = Complied(
    state="not-applicable",
    why="nobody has engaged us, by what is recorded",
)


def engagement_letter(case: Case, _: Law | None, __: date) -> Complied:
    """Whether scope and fee were put to the client: an agreement is on file."""
    engagement = _acting(case)
    if engagement is None:
        return _NOT_ENGAGED
    if engagement.fee_agreement is not None:
        return Complied(state="pass", evidence=(engagement.fee_agreement,))
    return Complied(state="fail", why="no fee agreement is recorded")


def scope_agreed(case: Case, _: Law | None, __: date) -> Complied:
    """Whether the scope of the representation is in the terms."""
    engagement = _acting(case)
    if engagement is None:
        return _NOT_ENGAGED
    if engagement.scope is not None:
        last = next(
            one.event_id for one in reversed(engagement.history) if one.to == "engaged"
        )
        return Complied(state="pass", evidence=(f"event:{last}",))
    return Complied(state="fail", why="no scope is recorded")


def conflicts_reviewed(case: Case, _: Law | None, on: date) -> Complied:
    """Whether conflicts were reviewed before we were engaged, and for whoever came.

    Somebody who joined after the last review was begun was in none.
    """
    engagement = _acting(case)
    if engagement is None:
        return _NOT_ENGAGED
    cleared = [one for one in engagement.reviews if one.is_cleared]
    if not cleared:
        why = "no conflict review was cleared"
        if engagement.without_review is not None:
            why = "we were engaged without one, on a ground that is recorded"
        return Complied(state="fail", why=why)
    last = max(one.begun_on for one in cleared)
    since = [
        one.party_id for one in case.people.participants if last < one.joined_on <= on
    ]
    if since:
        return Complied(
            state="fail",
            why=f"{len(since)} joined since the last review of {last}",
            evidence=tuple(f"party:{one}" for one in since),
        )
    evidence = tuple(f"conflict-review:{one.review_id}" for one in cleared)
    return Complied(state="pass", evidence=evidence)


def hold_issued(case: Case, _: Law | None, __: date) -> Complied:
    """Whether a legal hold was issued, and acknowledged, while the case goes on."""
    if str(case.status) in {"disposed", "closed"}:
        return Complied(state="not-applicable", why=f"the case is {case.status}")
    holds = [one for one in case.records.holds if one.is_active]
    if not holds:
        return Complied(state="fail", why="no legal hold is in force")
    waiting = [one.hold_id for one in holds if one.unacknowledged]
    if waiting:
        return Complied(
            state="fail",
            why="a custodian has not acknowledged a hold",
            evidence=tuple(f"legal-hold:{one}" for one in waiting),
        )
    return Complied(
        state="pass", evidence=tuple(f"legal-hold:{one.hold_id}" for one in holds)
    )


def retention_set(case: Case, _: Law | None, __: date) -> Complied:
    """Whether somebody said how long the file is kept, once the case is closed."""
    if str(case.status) != "closed":
        return Complied(state="not-applicable", why="the case is not closed")
    kept = tuple(
        f"retention-class:{one.retention_class}" for one in case.records.retentions
    )
    if kept:
        return Complied(state="pass", evidence=kept)
    return Complied(state="fail", why="nobody said how long the file is kept")


#: What is served or filed to disclose, by the words of the law.
_DISCLOSURES: Final = frozenset(
    {
        "disclosure-list-served",
        "disclosure-report-filed",
        "expert-disclosures-served",
        "final-disclosure-served",
        "initial-disclosures-served",
        "preliminary-disclosure-served",
    }
)


def _is_disclosure(case: Case, deadline: Deadline) -> bool:
    """Tell whether a deadline of ours is met by a disclosure."""
    if _DISCLOSURES.isdisjoint(deadline.terms.met_by):
        return False
    ours = {one.party_id for one in case.people.clients}
    return not deadline.terms.owed_by or not ours.isdisjoint(deadline.terms.owed_by)


def disclosures_made(case: Case, _: Law | None, on: date) -> Complied:
    """Whether the disclosures that we owe, and that are set here, were made."""
    found = [one for one in case.deadlines if _is_disclosure(case, one)]
    if not found:
        return Complied(
            state="not-known", why="no deadline of disclosure is set in this case"
        )
    dates = {
        item.deadline.deadline_id: item.dates.shown for item in case.agenda().items
    }
    late = [
        one.deadline_id
        for one in found
        if _is_missed(one)
        or (one.is_open and (dates.get(one.deadline_id) or date.max) < on)
    ]
    if late:
        return Complied(
            state="fail",
            why=f"{len(late)} of {len(found)} not met by {on}",
            evidence=tuple(f"deadline:{one}" for one in late),
        )
    open_ = [one.deadline_id for one in found if one.is_open]
    if len(open_) == len(found):
        return Complied(
            state="not-applicable",
            why="none of them is due yet",
            evidence=tuple(f"deadline:{one}" for one in open_),
        )
    done = (one.deadline_id for one in found if not one.is_open)
    return Complied(state="pass", evidence=tuple(f"deadline:{one}" for one in done))


def _is_missed(deadline: Deadline) -> bool:
    return str(deadline.outcome) == "missed"


def client_informed(case: Case, _: Law | None, on: date) -> Complied:
    """Whether each client has heard from us; how often, no rule says."""
    clients = [one for one in case.people.clients if one.is_client_on(on)]
    if not clients:
        return Complied(state="not-applicable", why="nobody is our client on that day")
    if not case.has_room(COMMUNICATIONS):
        why = "the case was read without its communications"
        return Complied(state="not-known", why=why)
    room = case[COMMUNICATIONS]
    evidence = []
    silent = []
    for one in clients:
        told = [
            each.communication_id
            for each in room.with_party(one.party_id)
            if each.direction != "in" and each.happened_on <= on
        ]
        if told:
            evidence.append(f"practice/communication:{told[-1]}")
        else:
            silent.append(f"party:{one.party_id}")
    if silent:
        return Complied(
            state="fail",
            why=f"{len(silent)} of {len(clients)} never heard from us",
            evidence=tuple(silent),
        )
    return Complied(state="pass", evidence=tuple(evidence))


def represented(case: Case, law: Law | None, on: date) -> Complied:
    """Whether whoever cannot act alone is represented, and no clients are adverse."""
    if law is None:
        return Complied(state="not-known", why="the law was not passed: law=…")
    found = [
        one
        for one in people_findings(case, law, on=on)
        if one.code in {"no-representative", "clients-adverse", "counsel-barred"}
    ]
    if found:
        return Complied(
            state="fail",
            why="; ".join(one.said for one in found),
            evidence=tuple(f"party:{one}" for each in found for one in each.parties),
        )
    people = tuple(f"party:{one.party_id}" for one in case.people.clients)
    if not people:
        return Complied(state="not-applicable", why="nobody is our client")
    return Complied(state="pass", evidence=people)


#: Courts of the United States, and of those the federal ones.
_AMERICAN: Final = ("us/", "us-")
_FEDERAL: Final = ("us/",)

DUTIES_OF_A_CASE: Final = (
    ComplianceCheck(
        code="client-informed",
        what="each client has heard from us",
        authority=COMMUNICATION,
        of_courts=_AMERICAN,
        ask=client_informed,
    ),
    ComplianceCheck(
        code="conflicts-reviewed",
        what="conflicts were reviewed before we were engaged, and for whoever joined",
        authority=_recalled("ABA Model Rules 1.7 to 1.10"),
        of_courts=_AMERICAN,
        ask=conflicts_reviewed,
    ),
    ComplianceCheck(
        code="disclosures-made",
        what="the disclosures that are set as deadlines were made",
        ask=disclosures_made,
    ),
    ComplianceCheck(
        code="engagement-letter",
        what="the terms of the engagement are on file",
        authority=_recalled("ABA Model Rule 1.5(b)"),
        of_courts=_AMERICAN,
        ask=engagement_letter,
    ),
    ComplianceCheck(
        code="hold-issued",
        what="a legal hold is in force, and acknowledged by its custodians",
        authority=_recalled("Fed. R. Civ. P. 37(e)"),
        of_courts=_FEDERAL,
        ask=hold_issued,
    ),
    ComplianceCheck(
        code="represented",
        what="clients who cannot act alone are represented, and none are adverse",
        authority=CONFLICT,
        of_courts=_AMERICAN,
        ask=represented,
    ),
    ComplianceCheck(
        code="retention-set",
        what="somebody said how long the file of a closed case is kept",
        ask=retention_set,
    ),
    ComplianceCheck(
        code="scope-agreed",
        what="the scope of the representation is recorded",
        authority=_recalled("ABA Model Rule 1.2(c)"),
        of_courts=_AMERICAN,
        ask=scope_agreed,
    ),
)
