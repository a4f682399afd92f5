"""The count under another text: that in force when a period ends."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.counting.engine.count import Alternative, Count
from legalcase.errors import LegalCaseError
from legalcase.law.book.local_rules import with_local_rules
from legalcase.law.book.venues import venue_for
from legalcase.law.call.commenced import text_on
from legalcase.law.call.period_cases import text_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.deadline_rule import DeadlineVersion
    from legalcase.catalogue.terms import Term
    from legalcase.law.call.asked import Asked

__all__ = ["other_versions", "same_member"]


def other_versions(
    asked: Asked, count: Count, moment: date | datetime, day: date
) -> Iterator[Alternative]:
    """Yield the count under the text in force on the due date, if it is another.

    Under each answer to what that text asks and this one did not. It is asked here
    alone: a call that was answered has no more questions for being read.
    """
    call = evolve(asked.call, left_open={})
    under_adopted = _other_version(evolve(asked, call=call), count, moment, day)
    if under_adopted is None:
        return
    yield under_adopted
    known = dict(asked.call.left_open)
    for key, question in call.left_open.items():
        was = known.get(key)
        known[key] = question
        for answer, cite in question.others.items():
            if was is not None and answer in {was.adopted, *was.others}:
                continue  # it is tried with the whole call
            answers = {**asked.call.answers, key: answer}
            tried = evolve(asked.call, answers=answers, left_open=dict(known))
            for one in other_versions(evolve(asked, call=tried), count, moment, day):
                yield evolve(
                    one,
                    question=f"{one.question} {question.question}",
                    choice=f"{one.choice}; {answer}",
                    cite="; ".join(dict.fromkeys(filter(None, (one.cite, cite)))),
                    kind=question.kind,
                )


def _other_version(
    asked: Asked, count: Count, moment: date | datetime, day: date
) -> Alternative | None:
    """Return the same under the answers at hand; ``None`` if the text is no other."""
    if asked.call.given.as_of is not None:
        return None
    try:
        version = count.rule.version_on(day)
        own = None
        if asked.deadline is not None:
            begun = moment.date() if isinstance(moment, datetime) else moment
            own = text_on(asked.call, asked.deadline, day, begun)
    except LegalCaseError:
        return None
    is_own = own is None or asked.version is None or own.first == asked.version.first
    if version is count.version and is_own:
        return None
    changed = evolve(count, version=version)
    if own is not None and asked.deadline is not None and not is_own:
        if asked.deadline.shifts and not _runs_alike(asked.term, own.term):
            return None  # from which event it runs, the events given have decided
        other = asked.deadline.in_text(own).counting
        if other != asked.deadline.counting:
            changed = _under_rule(asked, changed, other, day)
        given = asked.anchors.values()
        own = text_for(asked.call, asked.deadline, own, day, given)
        term = _same_term(asked, own)
        if term is not None and term.period is not None:
            changed = evolve(
                changed,
                period=term.period,
                ends_on=term.ends,
                act=own.act,
                nature=own.nature or count.nature,
                bound=own.bound,
                table=term.service_extension or own.service_extension,
                cite=term.cite or own.authority.cite,
            )
    first, cite = version.first, version.authority.cite
    if own is not None and (own.first > first or version is count.version):
        first, cite = own.first, own.authority.cite
    return Alternative(
        question="Which version governs a period that straddles a change of the text?",
        choice=f"the one in force on the due date (from {first})",
        cite=cite,
        kind="law",
        count=_made_before(count, changed),
        anchor=moment,
    )


def _made_before(count: Count, changed: Count) -> Count:
    """Return the same count as it was made for another day, with what it compiled."""
    if changed.rule is not count.rule:
        return changed
    key = (
        changed.version.first,
        changed.period,
        changed.ends_on,
        changed.act,
        changed.nature,
        changed.bound,
        changed.table,
        changed.cite,
    )
    return count.others.setdefault(key, changed)


def _runs_alike(term: Term, other: Term) -> bool:
    return (term.trigger, term.direction) == (other.trigger, other.direction)


def _under_rule(asked: Asked, count: Count, name: str, day: date) -> Count:
    """Return a count under another rule of computation, with the places it looks at."""
    call = asked.call
    rule = with_local_rules(
        call.law, call.court, call.law.counting_rule(name), call.given.local_rules
    )
    venue = venue_for(
        call.law,
        rule,
        call.court,
        call.given.forum,
        call.calendar,
        call.given.legal_holidays,
    )
    return evolve(count, rule=rule, venue=venue, version=rule.version_on(day))


def _same_term(asked: Asked, own: DeadlineVersion) -> Term | None:
    """Return what stands in another version where the term stands in its own."""
    if asked.version is not None and asked.version.term.members:
        return same_member(asked.term, asked.version, own)
    return own.term if own.term.form == "period" else None


def same_member(
    member: Term, version: DeadlineVersion, other: DeadlineVersion
) -> Term | None:
    """Return what another version has for the trigger of a member, if just one."""
    if all(member is not one for one in version.term.members):
        return None
    found = [one for one in other.term.members if one.trigger == member.trigger]
    return found[0] if len(found) == 1 else None
