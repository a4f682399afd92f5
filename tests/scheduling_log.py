"""The rows of a docket of the oracle, as the events of a case."""

from __future__ import annotations

from typing import Any

import legalcase.model as m
from schedule_by_hand import COURT_WORDS, Fact
from schedule_cases import BY, event, opened, ref

__all__ = ["recorded"]


def recorded(facts: tuple[Fact, ...]) -> m.CaseFile:
    """The file of a case in which these things happened."""
    file: m.CaseFile = opened()
    for fact in facts:
        given: dict[str, Any] = {
            "title": fact.name,
            "triggers": (fact.word,),
            "about": tuple(map(ref, fact.about)),
            "happened_on": fact.day,
        }
        kind: Any = m.OrderEntered
        if fact.on:
            kind = m.Served
            given |= {"by": fact.by, "on": fact.on, "method": fact.method}
        elif fact.word not in COURT_WORDS:
            kind = m.Filed
            given |= {"by": fact.by}
        file = file.record(event(fact.name, kind(**given)), **BY)
    return file
