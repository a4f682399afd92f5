"""What can be wrong with the team of a case, by the model that was chosen for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from legalcase.oversight.authorities import COMMUNICATION, DILIGENCE, SUPERVISION
from legalcase.oversight.findings.check import Check, Found
from legalcase.oversight.seen import is_same
from legalcase.oversight.team.who import who
from legalcase.practice.consents.facet import CONSENTS
from legalcase.practice.consents.sharing import CONFIDENTIALITY
from legalcase.practice.needs.facet import NEEDS
from legalcase.practice.team.facet import TEAM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.kernel.rooms.facet import Facet
    from legalcase.oversight.findings.check import Viewed
    from legalcase.practice.team.state import ModelChoice

__all__ = ["OF_TEAM"]


def _room(viewed: Viewed, facet: Facet[Any]) -> Any:  # noqa: ANN401 - its state
    """Return the state of a room; ``None`` for a case that was read without it."""
    return viewed.case[facet] if viewed.case.has_room(facet) else None


def _choice(viewed: Viewed, model: str) -> ModelChoice | None:
    """Return the choice that holds, if it is of a model."""
    team = _room(viewed, TEAM)
    choice: ModelChoice | None = None if team is None else team.model_on(viewed.on)
    return choice if choice is not None and choice.model == model else None


def _open(viewed: Viewed) -> Iterator[tuple[str, str | None]]:
    """Give (reference, who answers for it) of each open deadline of ours, and task."""
    for item in viewed.agenda.items:
        deadline = item.deadline
        if deadline.is_open:
            yield f"deadline:{deadline.deadline_id}", deadline.terms.owner
    for task in viewed.case.tasks:
        if task.is_open:
            yield f"task:{task.task_id}", task.accountable


def gap(viewed: Viewed) -> Iterator[Found]:
    """Find days since a custodial model was chosen on which nobody answers for all."""
    choice = _choice(viewed, "custodial")
    if choice is None:
        return
    covered = [
        one
        for one in _room(viewed, TEAM).assignments
        if one.duty == "accountable" and one.area is None
    ]
    day: date = choice.from_on
    while day <= viewed.on:
        ends = [one.until_on for one in covered if one.runs_on(day)]
        if ends:
            if None in ends:
                return
            day = max(one for one in ends if one is not None)
            continue
        begins = [one.from_on for one in covered if one.from_on > day]
        until = min(begins, default=None)
        shown = f"from {day} on" if until is None else f"from {day} to {until}"
        yield Found(
            text=f"nobody answered for the whole case {shown}",
            evidence=(f"event:{choice.event_id}",),
            day=day,
        )
        if until is None:
            return
        day = until


def of_another(viewed: Viewed) -> Iterator[Found]:
    """Find what others answer for where one person answers for everything."""
    if _choice(viewed, "custodial") is None:
        return
    manager = who(viewed.case, "accountable", on=viewed.on).person
    if manager is None:
        return
    for ref, person in _open(viewed):
        if person is not None and not is_same(person, manager):
            yield Found(
                text=f"{ref.replace(':', ' ')} is another's than the manager's",
                evidence=(ref,),
                person=person,
            )


def _key(person: str) -> str:
    """Return a name so that capitals and blanks make no other person of it."""
    return " ".join(person.casefold().split())


def several_accountable(viewed: Viewed) -> Iterator[Found]:
    """Find areas, or the whole, for which several answer at once."""
    team = _room(viewed, TEAM)
    if team is None:
        return
    counts: Counter[str | None] = Counter()
    people: dict[str | None, set[str]] = {}
    for one in team.on(viewed.on):
        if one.duty == "accountable":
            people.setdefault(one.area, set()).add(_key(one.person))
    counts.update({area: len(them) for area, them in people.items()})
    for area, count in counts.items():
        if count > 1:
            what = "the whole case" if area is None else f"the area {area!r}"
            yield Found(
                text=f"{count} people answer for {what} on {viewed.on}",
                evidence=tuple(
                    f"practice/assignment:{one.assignment_id}"
                    for one in team.on(viewed.on)
                    if one.duty == "accountable" and one.area == area
                ),
            )


def area_vacant(viewed: Viewed) -> Iterator[Found]:
    """Find areas of a coordinated team for which nobody answers any more."""
    choice = _choice(viewed, "coordinated")
    if choice is None:
        return
    running = {
        one.area
        for one in _room(viewed, TEAM).on(viewed.on)
        if one.duty == "accountable"
    }
    for one in choice.areas:
        if one.area not in running and None not in running:
            yield Found(
                text=f"nobody answers for the area {one.area!r} on {viewed.on}",
                evidence=(f"event:{choice.event_id}",),
            )
    if not who(viewed.case, "coordinator", on=viewed.on).people:
        yield Found(
            text=f"nobody coordinates the team on {viewed.on}",
            evidence=(f"event:{choice.event_id}",),
        )


def without_model(viewed: Viewed) -> Iterator[Found]:
    """Find cases with a team of which nobody chose how it works."""
    team = _room(viewed, TEAM)
    if team is None or team.model_on(viewed.on) is not None:
        return
    if team.on(viewed.on) or team.members:
        yield Found(
            text="people are assigned, and no model says who answers for what",
            evidence=(),
        )


def without_assent(viewed: Viewed) -> Iterator[Found]:
    """Find decisions that were taken without the assent that they need."""
    team = _room(viewed, TEAM)
    if team is None:
        return
    for one in team.decisions:
        if one.state == "taken" and one.lacking:
            yield Found(
                text=(
                    f"decision {one.decision_id!r} was taken without the assent of "
                    f"{', '.join(map(repr, one.lacking))}"
                ),
                evidence=(
                    f"practice/decision:{one.decision_id}",
                    *(f"practice/member:{member}" for member in one.lacking),
                ),
                day=one.taken_on,
            )


def not_handed_over(viewed: Viewed) -> Iterator[Found]:
    """Find handovers whose day has come, and which nobody accepted."""
    team = _room(viewed, TEAM)
    if team is None:
        return
    for one in team.handovers:
        if one.state == "proposed" and one.from_on <= viewed.on:
            yield Found(
                text=(
                    f"handover {one.handover_id!r} was to be on {one.from_on}, and "
                    "its successor has not accepted"
                ),
                evidence=(f"practice/handover:{one.handover_id}", *one.inventory),
                day=one.from_on,
                person=one.successor,
            )


def referred_without_consent(viewed: Viewed) -> Iterator[Found]:
    """Find referrals under a consent that does not let us tell that agency."""
    needs, consents = _room(viewed, NEEDS), _room(viewed, CONSENTS)
    if needs is None or consents is None:
        return
    for one in needs.referrals:
        if one.consent_id is None:
            continue
        consent = consents.given[one.consent_id]
        if not consent.is_in_force(one.referred_on):
            why = f"under consent {one.consent_id!r}, not in force on that day"
        elif one.to not in consent.recipients:
            why = f"to one whom consent {one.consent_id!r} does not name"
        else:
            continue
        yield Found(
            text=f"referral {one.referral_id!r} was made on {one.referred_on} {why}",
            evidence=(f"practice/referral:{one.referral_id}",),
            day=one.referred_on,
        )


def shared_without_consent(viewed: Viewed) -> Iterator[Found]:
    """Find what went outside without a consent in force that covers it."""
    yield from referred_without_consent(viewed)
    consents = _room(viewed, CONSENTS)
    if consents is None:
        return
    for one in consents.shared:
        consent = None if one.consent_id is None else consents.given[one.consent_id]
        if consent is None:
            why = "without any consent"
        elif consent.given_by != one.of:
            why = f"under consent {consent.consent_id!r} of another party"
        elif not consent.is_in_force(one.shared_on):
            why = f"under consent {consent.consent_id!r}, not in force on that day"
        elif one.recipient not in consent.recipients:
            why = f"to one whom consent {consent.consent_id!r} does not name"
        elif not consent.is_of(sorts=one.covers, items=one.items):
            why = f"and consent {consent.consent_id!r} does not cover it"
        elif one.is_privileged and not consent.with_privileged:
            why = f"and consent {consent.consent_id!r} leaves out what is privileged"
        else:
            continue
        yield Found(
            text=f"something was shared on {one.shared_on} {why}",
            evidence=(f"practice/sharing:{one.sharing_id}",),
            day=one.shared_on,
        )


OF_TEAM: Final = (
    Check(
        code="team-area-vacant",
        severity="critical",
        what="nobody answers for an area, or coordinates the team",
        authority=DILIGENCE,
        find=area_vacant,
    ),
    Check(
        code="team-decision-without-assent",
        severity="warning",
        what="a decision was taken without the assent that it needs",
        find=without_assent,
    ),
    Check(
        code="team-gap",
        severity="critical",
        what="on some day nobody answered for a case that one person manages",
        authority=DILIGENCE,
        find=gap,
    ),
    Check(
        code="team-handover-open",
        severity="critical",
        what="the day of a handover has come, and nobody accepted",
        authority=COMMUNICATION,
        find=not_handed_over,
    ),
    Check(
        code="team-of-another",
        severity="warning",
        what="somebody else answers for a thing in a case that one person manages",
        find=of_another,
    ),
    Check(
        code="team-several-accountable",
        severity="warning",
        what="several people answer for one thing",
        authority=SUPERVISION,
        find=several_accountable,
    ),
    Check(
        code="team-shared-without-consent",
        severity="critical",
        what="information went outside without a consent that covers it",
        authority=CONFIDENTIALITY,
        find=shared_without_consent,
    ),
    Check(
        code="team-without-model",
        severity="advice",
        what="people are assigned, and no model says who answers for what",
        find=without_model,
    ),
)
