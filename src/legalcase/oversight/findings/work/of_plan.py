"""What can be wrong with the plan of a case: its scope, and who may do what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.authority import Authority
from legalcase.oversight.findings.check import DIRECTORY, LAW, Check, Found
from legalcase.plans.planned import plan
from legalcase.plans.questions.covering import coverage
from legalcase.practice.plan.facet import PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.directory.directory import Directory
    from legalcase.oversight.findings.check import Viewed
    from legalcase.plans.row import PlanRow
    from legalcase.practice.plan.state import AdoptedPlan

__all__ = ["OF_PLAN"]

#: A lawyer may limit the scope of the representation, with informed consent.
SCOPE: Final = Authority(cite="ABA Model Rule 1.2(c)", verified="recall")
#: A lawyer of record signs every paper.
SIGNING: Final = Authority(cite="Fed. R. Civ. P. 11(a)", verified="recall")
_ATTORNEY: Final = ("attorney", "attorney-admitted")


@frozen
class _OfCoverage:
    """Finds what the coverage of a plan finds under one of its codes."""

    code: str

    def __call__(self, viewed: Viewed) -> Iterator[Found]:
        if not _adopted(viewed):
            return
        for one in coverage(viewed.case).findings:
            if one.code == self.code:
                yield Found(text=one.text, evidence=one.evidence, day=one.day)


def _adopted(viewed: Viewed) -> tuple[AdoptedPlan, ...]:
    """Return the plans of the case; none where it was read without their room."""
    return tuple(viewed.case[PLAN].adopted) if viewed.case.has_room(PLAN) else ()


def _rows(viewed: Viewed) -> Iterator[PlanRow]:
    """Give the open rows of every plan of the case."""
    if viewed.law is None:
        return
    for one in _adopted(viewed):
        made = plan(viewed.case, viewed.law, plan_id=one.plan_id, on=viewed.on)
        yield from (row for row in made.rows if row.is_open)


def _why_not(
    directory: Directory, person: str | None, court: str | None, day: date, word: str
) -> str | None:
    """Return why somebody is not qualified on a day; ``None`` for one who is."""
    if person is None:
        return "nobody answers for it"
    entry = directory.find(person)
    if entry is None:
        return "whoever answers for it is not in the directory by that id"
    states = {one.jurisdiction: one.status_on(day) for one in entry.profile.admissions}
    active = [place for place, state in states.items() if state == "active"]
    if not active:
        return "whoever answers for it has no admission that is active on that day"
    place = (court or "").partition("/")[0]
    is_here = any(one in {place, court} for one in active)
    if word == "attorney-admitted" and not is_here:
        return f"whoever answers for it is not admitted in {place or 'its court'}"
    return None


def unqualified(viewed: Viewed) -> Iterator[Found]:
    """Find items that a lawyer has to do, and whoever answers for them is none."""
    if viewed.directory is None:
        return
    for row in _rows(viewed):
        for word in row.item.requires:
            if word not in _ATTORNEY or row.state == "waiting":
                continue
            why = _why_not(
                viewed.directory, row.accountable, viewed.case.court, viewed.on, word
            )
            if why is not None:
                yield Found(
                    text=f"item {row.item_id!r} needs an {word}: {why}",
                    evidence=(f"practice/plan:{row.plan_id}", *row.linked),
                    day=row.shown,
                    person=row.accountable,
                )


def confirmed_unqualified(viewed: Viewed) -> Iterator[Found]:
    """Find deadlines that a lawyer has to confirm, and somebody else did."""
    if viewed.directory is None:
        return
    for row in _rows(viewed):
        if row.deadline_id is None or not set(row.item.requires) & set(_ATTORNEY):
            continue
        deadline = viewed.case.deadlines[row.deadline_id]
        person = deadline.review.by
        if str(deadline.review.state) != "confirmed" or not deadline.terms.critical:
            continue
        why = _why_not(
            viewed.directory, person, viewed.case.court, viewed.on, _ATTORNEY[0]
        )
        if why is not None:
            said = why.replace("answers for", "confirmed")
            yield Found(
                text=f"deadline {row.deadline_id!r} needs a lawyer's word: {said}",
                evidence=(f"deadline:{row.deadline_id}",),
                day=row.shown,
                person=person,
            )


#: By the code of the coverage: the code here, how bad it is, and what it finds.
_COVERAGE: Final = {
    "item-out-of-scope": ("warning", "the plan has an item that was left out of scope"),
    "limit-without": (
        "warning",
        "a limit of the scope lacks what a rule asks for",
    ),
    "objective-uncovered": ("warning", "nothing planned serves an objective"),
    "out-of-scope": ("critical", "somebody works on what was excluded from the scope"),
    "scope-unsaid": ("warning", "somebody works on what was not agreed"),
}

OF_PLAN: Final = (
    *(
        Check(
            code=f"plan-{code}",
            severity=severity,
            what=what,
            authority=SCOPE,
            find=_OfCoverage(code),
        )
        for code, (severity, what) in _COVERAGE.items()
    ),
    Check(
        code="plan-confirmed-unqualified",
        severity="critical",
        what="a critical deadline that needs a lawyer was confirmed by another",
        asks=(LAW, DIRECTORY),
        find=confirmed_unqualified,
    ),
    Check(
        code="plan-unqualified",
        severity="critical",
        what="whoever answers for an item that needs a lawyer is none on that day",
        authority=SIGNING,
        asks=(LAW, DIRECTORY),
        find=unqualified,
    ),
)
