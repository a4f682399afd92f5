"""Applying: if a deadline arises at all, where others stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.catalogue.several import each_answer
from legalcase.law.book.wording.several import answers_of_a_place, several
from legalcase.scheduling.finding.kinds import kind_of, says
from legalcase.scheduling.one_question import decides
from legalcase.scheduling.row import ScheduleNotice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.lawbook import Law
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.answering.meeting import Started
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.happenings import Happening

__all__ = ["Applies", "applies", "lacking"]


@frozen(kw_only=True)
class Applies:
    """If a deadline arises: the state in which it does not, and why.

    `state` is ``None`` where it does; `questions` are what decides and is not known.
    """

    state: str | None = None
    questions: tuple[str, ...] = ()
    findings: tuple[ScheduleNotice, ...] = ()


_APPLIES: Final = Applies()


def applies(asking: Asking, one: Started) -> Applies:
    """Return if a deadline arises in the case, for those who owe it."""
    rule = one.card.rule
    missing = lacking(asking, one.card)
    if missing is not None:
        text = f"It arises only once {missing.replace('-', ' ')}, which was not."
        return _not("not-running", "does-not-apply", text)
    found = _of_kind(asking, one) or _of_facts(asking, one)
    if found is not None:
        return found
    if rule.applies_until is not None:
        for act in _acts(asking, one, rule.applies_until):
            text = f"Another deadline took its place: {act.said}."
            return _not("over", "replaced", text)
    if rule.applies_once is not None:
        acts = _acts(asking, one, rule.applies_once)
        if next(acts, None) is None:
            word = rule.applies_once.replace("-", " ")
            return _not("pending", "pending", f"It arises once {word}.")
    return _APPLIES


def _of_kind(asking: Asking, one: Started) -> Applies | None:
    """Return why it does not run from this event, or what is to be asked of it."""
    kinds, head = one.card.kinds, one.group.head
    if kinds is None:
        return None
    if says(kinds, asking.case, head, asking.happened) == "yes":
        return None
    kind = kind_of(kinds, asking.case, head, asking.happened)
    if kind.said == "no":
        return _not("not-running", "does-not-apply", f"It does not run from {kind.of}.")
    if kind.said == "unknown":
        return Applies(state="question", questions=(kinds.question(head.key),))
    return None


def _of_facts(asking: Asking, one: Started) -> Applies | None:
    """Return which fact it lacks, or which is not known."""
    only_if = one.card.rule.only_if
    if not only_if:
        return None
    known = asking.facts_for(one.owed_by)
    others = several(asking.law)
    for fact, answer in only_if:
        said = known.get(fact)
        if fact in others:
            is_so = _is_one_of(asking.law, one.card, fact, answer, said)
            text = decides(fact)
        else:
            is_so = None if said is None else said == answer
            text = f"Is the fact {fact} {answer!r}? It arises only then."
        if is_so is None:
            findings = () if said is None else (_unknown(said),)
            return Applies(state="question", questions=(text,), findings=findings)
        if not is_so:
            return _not("not-running", "does-not-apply", f"{fact} is {said}.")
    return None


def _is_one_of(
    law: Law, card: Card, fact: str, answer: str, said: str | None
) -> bool | None:
    """Tell whether an answer is among those that were given; ``None``: not to be said.

    What is an answer in the law of another place alone rules out nothing here: what
    one state calls a contract another divides into written ones and others.
    """
    given = () if said is None else each_answer(said)
    if answer in given:
        return True
    here = answers_of_a_place(law, fact, card.rule.jurisdiction)
    known = {*here, several(law)[fact]}
    return False if given and known.issuperset(given) else None


def _unknown(said: str) -> ScheduleNotice:
    text = f"{said} has what is no answer in the law here, so that nothing is ruled out"
    return ScheduleNotice(code="answer-unknown", text=f"{text}.")


def lacking(asking: Asking, card: Card) -> str | None:
    """Return the event without which a deadline does not arise, where there is none.

    A court that lists it among the appeals from it is itself what it arises with.
    """
    needs = None if card.is_elsewhere else card.rule.arises_with
    if needs is None or asking.happened.of(needs):
        return None
    court = None if asking.court is None else asking.law.court(asking.court)
    return None if court is not None and card.id in court.appeals else needs


def _not(state: str, code: str, text: str) -> Applies:
    return Applies(state=state, findings=(ScheduleNotice(code=code, text=text),))


def _acts(asking: Asking, one: Started, word: str) -> Iterator[Happening]:
    """Yield what those who owe it did under a word, or was served on them."""
    head, happened = one.group.head, asking.happened
    for act in happened.of(word):
        theirs = {*act.by, *act.on} if not act.on else {*act.on}
        if act.key == head.key or theirs.isdisjoint(one.owed_by):
            continue
        if act.day is None or head.day is None or act.day < head.day:
            continue
        is_apart = any(
            happened.links.linked(act.key, other.key)
            for other in happened.of(head.word)
            if other.key != head.key
        )
        if happened.links.linked(act.key, head.key) or not is_apart:
            yield act
