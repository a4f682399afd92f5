"""What was given is used or refused: no fact of a call is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.authority import INPUTS
from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.catalogue.several import each_answer
from legalcase.errors import LegalCaseError, UnknownNameError, UnusedInputError
from legalcase.law.ask.behind import deadlines_behind
from legalcase.law.book.venues import OF_THE_FORUM, roles_of
from legalcase.law.book.vocabulary import check_word
from legalcase.law.book.wording.words import answers
from legalcase.law.call.commenced import COMMENCED
from legalcase.law.call.open_questions import SERVICE
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.catalogue.terms import Term
    from legalcase.counting.argument.computation import Computation
    from legalcase.law.book.book import Book
    from legalcase.law.call.asked import Asked

__all__ = ["check_used", "fact_meant"]


def fact_meant(law: Book, period: object, word: str) -> str:
    """Return the word of the fact that was meant; refuse what is none.

    The error names what the deadline asks, which is what can be given: there are
    hundreds of facts, and the spelling says little of which was meant.
    """
    try:
        return str(check_word(law, "fact", word))
    except UnknownNameError as error:
        try:
            deadline = (
                period
                if isinstance(period, DeadlineRule)
                else law.deadline(str(period))
            )
        except LegalCaseError:  # a bare period, or what is refused by its own name
            raise error from None
        asks = tuple(_facts_of(law, deadline))
        said = "no fact: leave it out of facts="
        if asks:
            said = ", ".join(map(repr, asks))
        msg = f"There is no fact {shown(word)}. {deadline.id} asks for {said}."
        raise UnknownNameError(msg, kind="fact", name=word, suggestions=asks) from None


def _facts_of(law: Book, deadline: DeadlineRule) -> Iterator[str]:
    """Yield the facts that a deadline, those behind it and their rules can ask."""
    found: dict[str, None] = {}
    for one in deadlines_behind(deadline, law):
        if any(version.by_commencement for version in one.versions):
            found[COMMENCED] = None
        for dispute in (*one.disputes, *law.counting_rule(one.counting).disputes):
            if dispute.asks is not None and dispute.asks not in INPUTS:
                found[dispute.asks] = None
    found.update(dict.fromkeys(fact for fact, _ in deadline.only_if))
    yield from found


def check_used(asked: Asked, computation: Computation | None = None) -> None:
    """Refuse an input that bears on nothing here.

    Raises `UnusedInputError` for a fact, and `UnknownNameError` for a reading of
    a question that does not arise. While a part is pending, nobody can tell yet
    whether it will ask for what it could.
    """
    call = asked.call
    for name, _ in call.given.readings:
        if name not in call.named:
            kind = "disputed question here:"
            if name in call.disputes:
                msg = (
                    f"There is no {kind} {shown(name)}. It arises under another "
                    "text, or on other facts; leave it out of readings=."
                )
                raise UnknownNameError(msg, kind=kind, name=name, suggestions=())
            raise UnknownNameError.of(kind, name, call.disputes)
    pending = computation is not None and _is_pending(computation)
    subject = asked.rule.id if asked.deadline is None else asked.deadline.id
    arises = _arises(asked)
    for field, value, hint in _unused(asked):
        if pending and _can_ask(asked, field):
            continue
        why = f"does not ask for {field}"
        if field in arises:
            why = f"arises only where {field} is {arises[field]!r}"
        msg = f"{subject} {why}, and {shown(value)} was given. {hint}"
        raise UnusedInputError(msg, field=field, value=value)


def _arises(asked: Asked) -> dict[str, str]:
    """Return the answers to facts without which a deadline does not arise."""
    return {} if asked.deadline is None else dict(asked.deadline.only_if)


def _is_pending(computation: Computation) -> bool:
    return not computation.is_running or any(map(_is_pending, computation.parts))


def _unused(asked: Asked) -> Iterator[tuple[str, str, str]]:
    """Yield (input, its value, what to do) of everything given that bore on nothing."""
    call = asked.call
    open_ = [f"{key}=" if key == SERVICE else key for key in call.left_open]
    instead = f"It asks for {', '.join(open_)}. " if open_ else ""
    arises = _arises(asked)
    for word, answer in call.given.facts:
        if word in call.used:
            continue
        if arises.get(word) in (each := each_answer(answer)):
            others = {*each} - {arises[word]}
            wrong = others.difference(answers(call.law, word)) if others else ()
            if wrong:
                yield word, answer, f"{shown(min(wrong))} is no answer to it."
            continue
        yield word, answer, f"{instead}Leave it out of facts=."
    is_served = asked.direction == "served" or call.given.service_extension is not None
    if call.given.service is not None and SERVICE not in call.used and not is_served:
        hint = f"{instead}Leave service= out: no method of service lengthens this."
        if _completes(asked):
            hint += " Ask served_on() when service is complete."
        yield SERVICE, call.given.service, hint
    if call.given.forum is not None and not _has_forum(asked):
        hint = "Leave forum= out: no holidays of another place bear on it."
        yield "forum", call.given.forum, hint


def _can_ask(asked: Asked, field: str) -> bool:
    """Tell whether a deadline behind it, or its rule, can ask for an input."""
    deadline, law = asked.deadline, asked.call.law
    if deadline is None or field == "forum":
        return False
    for one in deadlines_behind(deadline, law):
        terms = [version.term for version in one.versions]
        tables = {version.service_extension for version in one.versions}
        for *_, variant in one.variants:
            terms += [] if variant.term is None else [variant.term]
            tables.add(variant.service_extension or "none")
        if field == COMMENCED and any(v.by_commencement for v in one.versions):
            return True
        if field == SERVICE:
            tables.update(_tables(terms))
            if any(term.names_methods for term in terms):
                return True
            if tables - {"none", "notice only"}:
                return True
        disputes = (*one.disputes, *law.counting_rule(one.counting).disputes)
        if field in {dispute.asks for dispute in disputes}:
            return True
    return False


def _tables(terms: Iterable[Term]) -> Iterator[str]:
    """Yield the tables of service that terms and their members name."""
    for term in terms:
        if term.service_extension is not None:
            yield term.service_extension
        yield from _tables(term.members)


def _completes(asked: Asked) -> bool:
    """Tell whether the rule says when service by that method is complete."""
    method = asked.call.given.service
    return any(
        method in table
        for version in asked.rule.versions
        for table in version.data.get("completion", {}).values()
    )


def _has_forum(asked: Asked) -> bool:
    return bool(roles_of(asked.rule) & set(OF_THE_FORUM))
