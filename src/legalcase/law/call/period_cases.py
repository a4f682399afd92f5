"""Which of several periods a deadline has: by service, place, party or any fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from legalcase.counting.argument.computation import Computation
from legalcase.law.call.open_questions import (
    SERVICE,
    OpenQuestion,
    answer_to,
    ask,
    open_question,
    under_answers,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.authority import Dispute
    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.catalogue.period_case import PeriodCase
    from legalcase.catalogue.terms import Term
    from legalcase.law.call.call import Call
    from legalcase.law.call.door import Anchor

__all__ = ["text_for"]


def text_for(
    call: Call,
    deadline: DeadlineRule,
    version: DeadlineVersion,
    day: date,
    anchors: Iterable[Anchor] = (),
) -> DeadlineVersion:
    """Return a version as the answers at hand make it, with the period of this case.

    What was not given and decides is noted as a question that was left open. `anchors`
    are the triggers: of one that is itself a computation of service, the method is
    known. Raises `UnknownNameError` for an answer that a question does not have.
    """
    version = under_answers(call, deadline, version, day)
    if not _has_cases(version.term):
        return version
    served = call.given.service
    for anchor in anchors:
        if isinstance(anchor, Computation) and anchor.inputs.direction == "served":
            served = served or anchor.inputs.service
    return evolve(version, term=_chosen(call, deadline, version.term, served))


def _has_cases(term: Term) -> bool:
    return bool(term.cases) or any(map(_has_cases, term.members))


class _Known(NamedTuple):
    """What is known of one case apart: if it holds, and which inputs would tell."""

    case: PeriodCase
    holds: bool
    asks: tuple[str, ...]


def _chosen(call: Call, deadline: DeadlineRule, term: Term, served: str | None) -> Term:
    """Return a term with the one period that it has here, and why it is that."""
    if term.members:
        members = tuple(_chosen(call, deadline, m, served) for m in term.members)
        return evolve(term, members=members)
    if not term.cases:
        return term
    questions = {
        one.asks: (f"{deadline.id}#{one.id}", one)
        for one in deadline.disputes
        if one.id in deadline.case_facts
    }
    said = _said(call, questions, term, served)
    possible = [
        known for case in term.cases if (known := _known(case, said, questions))
    ]
    asks = dict.fromkeys(word for known in possible for word in known.asks)
    for word in asks:
        if word == SERVICE:
            ask(call, _how_served(term, possible))
        else:
            key, dispute = questions[word]
            ask(call, open_question(key, dispute))
    # No two hold together: that was checked when the law was read.
    found = next((known.case for known in possible if known.holds), None)
    given = [
        f"service by {answer}" if word == SERVICE else f"{word}: {answer}"
        for word, answer in said.items()
        if answer
    ]
    why = ", ".join(given)
    if found is None:
        cite = f"{term.cite} (no other period: {why})" if given else ""
        return evolve(term, because=cite)
    because = f"{found.cite} ({why})" if given else found.cite
    return evolve(term, period=found.period, cite=found.cite, because=because)


def _said(
    call: Call,
    questions: dict[str | None, tuple[str, Dispute]],
    term: Term,
    served: str | None,
) -> dict[str, str]:
    """Return what is known of each input that decides, the method of service first.

    It was given, or is the answer that is being tried; a method of ``""`` is none that
    the cases name.
    """
    found = {}
    if any(case.methods for case in term.cases):
        call.used.add(SERVICE)
        if served is not None:
            found[SERVICE] = served
        elif SERVICE in call.answers:
            found[SERVICE] = call.answers[SERVICE]
    for fact in dict.fromkeys(fact for case in term.cases for fact, _ in case.facts):
        answer = answer_to(call, *questions[fact])
        if answer is not None:
            found[fact] = answer
    return found


def _known(
    case: PeriodCase,
    said: dict[str, str],
    questions: dict[str | None, tuple[str, Dispute]],
) -> _Known | None:
    """Return what is known of a case; ``None`` if it does not hold whatever comes."""
    asks = []
    holds = True
    if case.methods:
        if SERVICE not in said:
            asks.append(SERVICE)
            holds = False
        elif said[SERVICE] not in case.methods:
            return None
    for fact, answer in case.facts:
        if fact not in said:
            asks.append(fact)
            holds = holds and questions[fact][1].adopted == answer
        elif said[fact] != answer:
            return None
    return _Known(case, holds, tuple(asks))


def _how_served(term: Term, possible: list[_Known]) -> OpenQuestion:
    wording = "How will it be served?" if term.direction == "before" else ""
    return OpenQuestion(
        key=SERVICE,
        question=wording or "How was it served?",
        adopted="",
        others={
            method: known.case.cite
            for known in possible
            if SERVICE in known.asks
            for method in known.case.methods
        },
    )
