"""What a docket says about excluded time: events for a person to record, or not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.ref import Ref
from legalcase.model.clocks.events import ExclusionEnded, ExclusionRecorded
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.catalogue.clock_rule import ExclusionRule
    from legalcase.law.book.book import Book
    from legalcase.model.case import Case
    from legalcase.model.clocks.state import CaseClock, ExcludedTime
    from legalcase.model.docket.state import DocketEntry

__all__ = ["ProposedExclusions", "propose_exclusions"]

_HEARD: Final = "motion-hearing-concluded"
#: So long a motion decided without a hearing can have been pending at most, for the
#: whole of it to be excluded: prompt disposition, 18 U.S.C. 3161(h)(1)(D) and (H).
_PROMPT: Final = timedelta(days=30)


@frozen(kw_only=True)
class ProposedExclusions(PlainData):
    """Events that the docket suggests, and the questions that it leaves open."""

    events: tuple[ExclusionRecorded | ExclusionEnded, ...]
    questions: tuple[str, ...]


def propose_exclusions(case: Case, law: Book, clock_id: str) -> ProposedExclusions:
    """Return what could be recorded as excluded from a clock, by the docket.

    Only grounds that need neither order nor finding are proposed, and of each docket
    entry once; what is recorded already is passed over, but for its end. Nothing is
    recorded here: a named person does that, or does not. Motions of others with a
    clock in this case are theirs: what comes from them, joinder brings. Raises
    `UnknownNameError` as `clock_of` does.
    """
    check_asked(case, "case", "clocks", "case_id")
    check_asked(law, "law", "clock")
    kept = case.clocks.clocks[clock_id]
    rule = law.clock(kept.rule)
    events: list[ExclusionRecorded | ExclusionEnded] = []
    questions: list[str] = []
    start = max(day for _, day in kept.started)
    for basis in rule.exclusions:
        if basis.needs != "nothing" or not basis.begins:
            continue
        for entry in _begun(case, kept, basis, questions):
            until = _until(case, basis, entry, questions)
            if until is not None and until <= start:
                continue
            known = _recorded(case, kept, basis.id, entry)
            if known is None:
                events.append(_new(kept, basis, entry, until))
            elif known.state == "open" and until is not None:
                events.append(
                    ExclusionEnded(
                        exclusion_id=known.exclusion_id,
                        until_on=until,
                        happened_on=until,
                    )
                )
    return ProposedExclusions(events=tuple(events), questions=tuple(questions))


def _begun(
    case: Case, kept: CaseClock, basis: ExclusionRule, questions: list[str]
) -> Iterator[DocketEntry]:
    others = {one.of for one in case.clocks.clocks if one.of is not None} - {kept.of}
    for entry in case.docket:
        if not entry.stands or not set(basis.begins) & set(entry.triggers):
            continue
        if kept.ended_on is not None and entry.happened_on > kept.ended_on:
            continue
        if not entry.by:
            questions.append(
                f"Who filed event:{entry.event_id}? A motion of a codefendant excludes "
                "time by joinder alone."
            )
        elif not set(entry.by) <= others:
            yield entry


def _until(
    case: Case, basis: ExclusionRule, entry: DocketEntry, questions: list[str]
) -> date | None:
    about = f"event:{entry.event_id}"
    ends = [
        one
        for one in case.docket
        if one.stands and about in one.about and set(basis.ends) & set(one.triggers)
    ]
    heard = [one.happened_on for one in ends if _HEARD in one.triggers]
    if heard:
        return max(heard)
    if not ends:
        return None
    decided = min(one.happened_on for one in ends)
    if _HEARD in basis.ends and decided - entry.happened_on > _PROMPT:
        questions.append(
            f"{about} was decided without a hearing after more than 30 days. When did "
            "the court have all that it needed? From then on it was under advisement, "
            "of which no more than 30 days are excluded: record the end by hand."
        )
        return None
    return decided


def _recorded(
    case: Case, kept: CaseClock, basis: str, entry: DocketEntry
) -> ExcludedTime | None:
    return next(
        (
            one
            for one in case.clocks.exclusions_of(kept.clock_id)
            if one.basis == basis and one.by == f"event:{entry.event_id}"
        ),
        None,
    )


def _new(
    kept: CaseClock, basis: ExclusionRule, entry: DocketEntry, until: date | None
) -> ExclusionRecorded:
    return ExclusionRecorded(
        exclusion_id=f"{kept.clock_id}:{entry.event_id}",
        clock_ids=(kept.clock_id,),
        basis=basis.id,
        from_on=entry.happened_on,
        until_on=until,
        by=Ref("event", entry.event_id),
        happened_on=entry.happened_on if until is None else until,
    )
