"""What can be wrong with checks for conflicts, by what was recorded of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from legalcase.authority import Authority
from legalcase.oversight.authorities import CONFLICT, CONFLICTS_KNOWN, SCREENED
from legalcase.oversight.findings.check import Check, Found
from legalcase.oversight.unchecked_people import unchecked
from legalcase.practice.conflict_checks.facet import CONFLICT_CHECKS
from legalcase.practice.team.facet import TEAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight.findings.check import Viewed
    from legalcase.oversight.unchecked_people import UncheckedPerson

__all__ = ["OF_CONFLICTS"]


def _rule(cite: str) -> Authority:
    return Authority(cite=f"ABA Model Rule {cite}", verified="recall")


#: By what written notice of a screen is due, where it is not Rule 1.10(a)(2)(ii).
_NOTICE: Final = MappingProxyType(
    {
        "former-neutral": _rule("1.12(c)(2)"),
        "government": _rule("1.11(b)(2)"),
        "prospective-client": _rule("1.18(d)(2)(ii)"),
    }
)
#: Whoever is screened has no part in the matter at all.
_SCREEN: Final = _rule("1.0(k)")
#: Consent has to be confirmed in writing.
_CONFIRMED: Final = _rule("1.7(b)(4)")
#: What says that a check found something, and not that somebody is in none.
_FOUND: Final = ("finding", "hidden", "review")


def _rows(viewed: Viewed) -> tuple[UncheckedPerson, ...]:
    # Where nobody acts for anybody, and nothing was ever checked, nothing is due yet.
    case = viewed.case
    if not case.has_room(CONFLICT_CHECKS):
        return ()
    if not case[CONFLICT_CHECKS].checks and case.engagement is None:
        return ()
    return unchecked(case, on=viewed.on).rows


def unchecked_people(viewed: Viewed) -> Iterator[Found]:
    """Find who came in without a check that names them.

    Where the case has no check at all, that is said once.
    """
    rows = [one for one in _rows(viewed) if one.what not in _FOUND]
    if rows and not viewed.case[CONFLICT_CHECKS].checks:
        yield Found(
            text=f"no check for conflicts is recorded; {len(rows)} wait for one",
            evidence=tuple(one.ref for one in rows),
            day=rows[0].day,
        )
        return
    for one in rows:
        yield Found(
            text=f"{one.ref} since {one.day}: {one.why}",
            evidence=(one.ref,),
            day=one.day,
            severity="critical" if one.what == "client" else None,
        )


def open_conflicts(viewed: Viewed) -> Iterator[Found]:
    """Find what a check found, and nobody has settled."""
    for one in _rows(viewed):
        if one.what in _FOUND:
            yield Found(text=f"{one.ref}: {one.why}", evidence=(one.ref,), day=one.day)


def screens_without_notice(viewed: Viewed) -> Iterator[Found]:
    """Find screens of which nobody was told in writing."""
    if not viewed.case.has_room(CONFLICT_CHECKS):
        return
    for one in viewed.case[CONFLICT_CHECKS].screens:
        told = one.notice_on is not None and one.notice_on <= viewed.on
        if one.runs_on(viewed.on) and not told:
            ref = f"practice/conflict-screen:{one.screen_id}"
            rule = viewed.case[CONFLICT_CHECKS].findings[one.finding_id].rule
            yield Found(
                text=f"{ref} stands since {one.from_on}, and nobody was told",
                evidence=(ref,),
                day=one.from_on,
                authority=_NOTICE.get(rule),
            )


def _at_work(viewed: Viewed) -> Iterator[tuple[str, str]]:
    """Yield who works on a case on the day, and as what."""
    for item in viewed.agenda.open:
        terms = item.deadline.terms
        for person in (terms.owner, terms.backup):
            if person is not None:
                yield person, f"deadline:{item.deadline.deadline_id}"
    if viewed.case.has_room(TEAM):
        team = viewed.case[TEAM]
        for duty in team.on(viewed.on):
            yield duty.person, f"practice/assignment:{duty.assignment_id}"
        for member in team.members:
            if member.takes_part_on(viewed.on):
                yield member.person, f"practice/member:{member.member_id}"


def screened_at_work(viewed: Viewed) -> Iterator[Found]:
    """Find who is screened off, and works on the case all the same."""
    if not viewed.case.has_room(CONFLICT_CHECKS):
        return
    for one in viewed.case[CONFLICT_CHECKS].screens:
        refs = [ref for person, ref in _at_work(viewed) if person == one.person]
        if refs and one.runs_on(viewed.on):
            ref = f"practice/conflict-screen:{one.screen_id}"
            yield Found(
                text=f"{ref} keeps somebody away who has {', '.join(refs)}",
                evidence=(ref, *refs),
                day=one.from_on,
                person=one.person,
            )


def consents_unshown(viewed: Viewed) -> Iterator[Found]:
    """Find consents that a document confirms which the case does not have."""
    if not viewed.case.has_room(CONFLICT_CHECKS):
        return
    for one in viewed.case[CONFLICT_CHECKS].findings:
        for consent in one.consents:
            if viewed.case.documents.find(consent.in_document) is None:
                ref = f"practice/conflict-finding:{one.finding_id}"
                yield Found(
                    text=(
                        f"{ref}: the consent of {consent.given_by} stands in document "
                        f"{consent.in_document!r}, which the case does not have"
                    ),
                    evidence=(ref,),
                    day=consent.given_on,
                )


OF_CONFLICTS: Final = (
    Check(
        code="conflict-consent-unshown",
        severity="warning",
        what="a document that confirms a consent to a conflict is not in the case",
        authority=_CONFIRMED,
        find=consents_unshown,
    ),
    Check(
        code="conflict-open",
        severity="critical",
        what="a check for conflicts found something, and nobody has settled it",
        authority=CONFLICT,
        find=open_conflicts,
    ),
    Check(
        code="conflict-screen-without-notice",
        severity="warning",
        what="somebody is screened off, and those concerned were not told",
        authority=SCREENED,
        find=screens_without_notice,
    ),
    Check(
        code="conflict-screened-at-work",
        severity="critical",
        what="somebody is screened off, and works on the case all the same",
        authority=_SCREEN,
        find=screened_at_work,
    ),
    Check(
        code="conflicts-unchecked",
        severity="warning",
        what="somebody came in, and no check for conflicts names them",
        authority=CONFLICTS_KNOWN,
        find=unchecked_people,
    ),
)
