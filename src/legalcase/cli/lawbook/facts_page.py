"""The facts that a deadline or a rule asks, with their answers and how to give each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.authority import INPUTS
from legalcase.cli.console.phrasing import OPTIONS
from legalcase.cli.console.shell import quoted
from legalcase.cli.console.terminal import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.authority import Dispute, DisputedReading
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.lawbook import Law

__all__ = ["facts_of_deadline", "facts_page"]


def facts_of_deadline(
    law: Law, rule: DeadlineRule, disputes: Iterable[Dispute]
) -> Iterator[Dispute]:
    """Yield what a deadline asks: of `disputes`, and of those that its parts bring.

    What the deadline says by itself (its act, say) is not asked. A fact is asked once,
    by the question of today where an older text put another.
    """
    current = rule.current
    brought = {"act": current.act, "nature": current.nature, "paper": rule.paper}
    asked: dict[str, None] = {}
    found = (*disputes, *_of_parts(law, rule))
    for dispute in sorted(found, key=lambda one: one.last is not None):
        key = dispute.asks or dispute.id
        if dispute.kind == "fact" and brought.get(key) is None and key not in asked:
            asked[key] = None
            yield dispute


def _of_parts(law: Law, rule: DeadlineRule) -> Iterator[Dispute]:
    """Yield the disputes of the deadlines to which this one refers, near ones first."""
    seen = {rule.id}
    waiting = [rule]
    while waiting:
        one = waiting.pop(0)
        names = [
            *one.current.term.references(),
            *(name for *_, variant in one.variants for name in variant.references()),
        ]
        for name in dict.fromkeys(names):
            part = law.deadline(name)
            if part.id not in seen:
                seen.add(part.id)
                waiting.append(part)
                yield from part.disputes


def facts_page(disputes: Iterable[Dispute], *, service: bool = False) -> str:
    """Return the facts as text: each question, then the options that answer it.

    An option stands whole in its line, to be pasted. `service` tells that the method
    of service is one of the facts. Empty if there is none.
    """
    lines = []
    if service:
        question = "How was it, or will it be, served? If nothing is said: each method."
        lines += [question, "  --service METHOD"]
    for dispute in disputes:
        when = "" if dispute.last is None else f" (Through {dispute.last}.)"
        question = f"{dispute.question} If nothing is said: {dispute.adopted}.{when}"
        lines.append(paragraphs(question))
        for reading in (None, *dispute.readings):
            option = _given(dispute, reading)
            if option:
                cite = "" if reading is None else reading.authority.cite
                line = f"  {option}" + (f" ({cite})" if cite else "")
                lines.append(paragraphs(line, hanging=4))
    return "\n".join(("facts that it asks", *lines)) if lines else ""


def _given(dispute: Dispute, reading: DisputedReading | None) -> str:
    """Return the option that gives an answer; of the adopted one, if it is a word."""
    asks = dispute.asks
    answer = dispute.adopted if reading is None else reading.name
    if asks is None:
        return f"--reading {quoted(f'{dispute.id}={answer}')}"
    if asks not in INPUTS:
        return f"--fact {quoted(f'{asks}={answer}')}"
    word = None if reading is None else reading.change.get(asks)
    return "" if word is None else f"{OPTIONS[asks]} {quoted(str(word))}"
