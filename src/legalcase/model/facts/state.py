"""EstablishedFact: what is known to be so, of whom, and since which event."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.kernel.register import Register

__all__ = ["FOUND_OUT", "EstablishedFact", "answers_for"]

#: What we found out is ours, unless somebody says otherwise.
FOUND_OUT: Final = Label(audience="firm", ground="work-product")


@frozen(kw_only=True)
class EstablishedFact(PlainData):
    """A fact of the case, or of the parties `of`, with the answer that holds."""

    event_id: str
    fact: str
    answer: str
    established_on: date
    of: tuple[str, ...] = ()
    ground: str | None = field(default=None, repr=False)
    by_order: str | None = None
    label: Label


def answers_for(
    facts: Register[EstablishedFact], party_ids: tuple[str, ...]
) -> dict[str, str]:
    """Return the answers, by word, that hold for what some parties owe together.

    What is known of a party goes before what is known of the case. An answer that is
    one for this party and another for that is none for both.
    """
    found = {one.fact: one.answer for one in facts if not one.of}
    own: dict[str, dict[str, str]] = {}
    for one in facts:
        for party in one.of:
            if party in party_ids:
                own.setdefault(one.fact, {})[party] = one.answer
    for word, by_party in own.items():
        missing = {found[word]} if word in found else {""}
        answers = set(by_party.values())
        if len(by_party) < len(party_ids):
            answers |= missing
        if len(answers) == 1:
            found[word] = answers.pop()
        else:
            found.pop(word, None)
    return found
