"""Open questions: what decides and was not given, with every answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from legalcase.authority import INPUTS
from legalcase.counting.engine.recipe import recipe_of
from legalcase.errors import ConflictingInputError, UnknownNameError
from legalcase.law.book.vocabulary import folded

if TYPE_CHECKING:
    from datetime import date

    from legalcase.authority import Dispute
    from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.engine.count import Count
    from legalcase.law.call.call import Call

__all__ = [
    "SERVICE",
    "OpenQuestion",
    "answer_to",
    "ask",
    "ask_service",
    "fact_given",
    "open_question",
    "tried_or_chosen",
    "under_answers",
    "was_said",
]

#: The input that says how a paper was served.
SERVICE: Final = "service"
#: The answer to it of whoever gave none: no method that adds time.
_NO_EXTRA: Final = ""


@frozen(kw_only=True, eq=False)
class OpenQuestion:
    """A question that a caller left open, and every answer to it.

    `key` is the input or the fact that settles it (``"service"``), or the dispute's
    full id; `adopted` the answer that the computation itself gives, `others` the rest,
    each with its citation. `kind` is ``"fact"`` or ``"law"``; `settled_by` says what to
    give, if that is not what the key names.
    """

    key: str
    question: str
    adopted: str
    kind: str = "fact"
    settled_by: str = ""
    others: dict[str, str] = field(factory=dict)

    def and_also(self, other: OpenQuestion) -> OpenQuestion:
        """Return the same question, with the answers that another place lists."""
        others = {**self.others, **other.others}
        others.pop(self.adopted, None)
        return evolve(self, others=others)


def ask(call: Call, question: OpenQuestion) -> None:
    """Note that a question was left open; a second place adds its answers to it."""
    known = call.left_open.get(question.key)
    call.left_open[question.key] = (
        question if known is None else known.and_also(question)
    )


def ask_service(call: Call, count: Count, given: Computation | None) -> None:
    """Note that the method of service bears on a count, or that it was not given.

    A caller who gave none is answered as if it added nothing. Where the trigger is
    itself a computation of when service was complete (`given`), its method is known.
    """
    if count.from_rolled_end and call.given.service is None:
        return
    settings = recipe_of(count, count.chosen).settings
    name = count.table or settings.table_for(count.sign)
    if name == "none":
        return
    call.used.add(SERVICE)
    table = settings.service.get(name)
    if call.given.service is not None or SERVICE in call.answers or table is None:
        return
    known = None
    if given is not None and given.inputs.direction == "served":
        known = given.inputs.service
    others = {
        method: extra.clause
        for method, extra in table.methods.items()
        if (extra.number or extra.from_court_day or extra.until is not None)
        and known in {None, method}
    }
    if others:
        wording = "How was it served?" if count.sign > 0 else "How will it be served?"
        if count.table is None and table.only:
            # A bare period says nothing of what begins it.
            wording = (
                f"If the time runs from service: {wording[0].lower()}{wording[1:]}"
            )
        ask(
            call,
            OpenQuestion(
                key=SERVICE, question=wording, adopted=_NO_EXTRA, others=others
            ),
        )


def under_answers(
    call: Call, deadline: DeadlineRule, version: DeadlineVersion, day: date
) -> DeadlineVersion:
    """Return a version as the answers at hand make it; note the questions left open.

    Raises `UnknownNameError` for an answer that a question does not have.
    """
    if not deadline.variants:
        return version
    for dispute in deadline.disputes:
        variants = deadline.variants_of(dispute.id)
        if not variants:
            continue
        key = f"{deadline.id}#{dispute.id}"
        call.disputes |= {key, dispute.id}
        if not dispute.applies_on(call.given.as_of or day):
            continue
        answer = answer_to(call, key, dispute)
        if answer is None:
            ask(call, open_question(key, dispute))
        elif answer != dispute.adopted:
            version = variants[answer].applied(version)
    return version


def was_said(call: Call, deadline: DeadlineRule, fact: str, answer: str) -> bool:
    """Tell whether an answer to a fact was given, not merely adopted or tried."""
    for dispute in deadline.disputes:
        if dispute.asks == fact:
            names = {f"{deadline.id}#{dispute.id}", dispute.id}
            chosen = {said for name, said in call.given.readings if name in names}
            return answer in chosen or fact_given(call, dispute) == answer
    return False


def tried_or_chosen(call: Call, key: str) -> str | None:
    """Return the answer to a question of no dispute that is tried, or was chosen."""
    call.disputes.add(key)
    for name, chosen in call.given.readings:
        if name == key:
            call.named.add(name)
            return chosen
    return call.answers.get(key)


def open_question(key: str, dispute: Dispute) -> OpenQuestion:
    """Return a dispute as a question that a caller left open."""
    return OpenQuestion(
        key=dispute.asks or key,
        question=dispute.question,
        adopted=dispute.adopted,
        kind=dispute.kind,
        others={reading.name: reading.authority.cite for reading in dispute.readings},
    )


def answer_to(call: Call, key: str, dispute: Dispute) -> str | None:
    """Return the answer to a dispute that was given, chosen or is being tried.

    Raises `ConflictingInputError` where two were given that differ.
    """
    answer = given = fact_given(call, dispute)
    if answer is None:
        answer = call.answers.get(dispute.asks or key)
    for name, chosen in call.given.readings:
        if name in {key, dispute.id}:
            call.named.add(name)
            if given not in {None, chosen}:
                msg = (
                    f"{given!r} and {chosen!r} were both given as the answer to "
                    f"{key!r}. Give one, in facts= or in readings=."
                )
                raise ConflictingInputError(msg, field="readings", value=chosen)
            given = chosen
            answer = chosen if answer is None else answer
    known = {dispute.adopted, *(reading.name for reading in dispute.readings)}
    if answer is not None and answer not in known:
        kind = f"answer to {dispute.asks or key!r}:"
        raise UnknownNameError.among(kind, answer, known)
    return answer


def fact_given(call: Call, dispute: Dispute) -> str | None:
    """Return the answer that the facts given have to a question of fact.

    Capitals and blanks make no difference, as in every word. Raises
    `UnknownNameError` for an answer that it does not have.
    """
    if dispute.asks is None or dispute.asks in INPUTS:
        return None
    given = call.fact(dispute.asks)
    if given is None:
        return None
    answers = {dispute.adopted, *(reading.name for reading in dispute.readings)}
    for answer in answers:
        if folded(answer) == folded(given):
            return answer
    kind = f"answer to {dispute.asks!r}:"
    hint = "left out where nobody knows"
    raise UnknownNameError.among(kind, given, answers, hint=hint)
