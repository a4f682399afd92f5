"""Canaries: a mark in every text that people write, so that a leak says what leaked.

Every text that an event can carry is found by walking the fields of its class, so
that a new one cannot be forgotten. The same text gets the same canary: who hands over
is who took over before.
"""

from __future__ import annotations

import re
from itertools import count
from typing import Any

import attrs

from legalcase.kernel import Event, Label
from legalcase.kernel.events.terms import Terms

#: Who does something in the house: a name, and not what a case is about.
PEOPLE = {
    "accountable",
    "accepted_by",
    "acknowledged_by",
    "approved_by",
    "assented",
    "assessed_by",
    "attendees",
    "closed_by",
    "completed_by",
    "coordinator",
    "decided_by",
    "dissented",
    "manager",
    "owner",
    "person",
    "predecessor",
    "resolved_by",
    "responsible",
    "screened_by",
    "successor",
}


#: Words of a closed list that are kept out of `repr` for what they say of somebody.
_WORDS = {"status"}


def is_text(each: Any) -> bool:
    """Texts that people write are those that stay out of `repr`."""
    is_hidden = each.repr is False and "str" in str(each.type)
    return is_hidden and each.name not in _WORDS


def found_in(text: str) -> set[str]:
    """The canaries in a text."""
    return set(re.findall(r"canary\d+x", text))


class Canaries:
    """What was marked: the fields of each canary, as ``Class.field.field``.

    `kept` are texts that stay, since they are the ids of somebody.
    """

    def __init__(self, kept: tuple[str, ...] = ()) -> None:
        self._kept = kept
        self.fields: dict[str, set[str]] = {}
        self._given: dict[str, str] = {}
        self._numbers = count(1)

    def of(self, text: str, path: str) -> str:
        """The canary of a text."""
        if text not in self._given:
            self._given[text] = f"canary{next(self._numbers)}x"
        canary = self._given[text]
        self.fields.setdefault(canary, set()).add(path)
        return canary

    def marked(self, value: Any, path: str = "") -> Any:
        """The value with a canary for every text that is in it."""
        path = path or type(value).__name__
        changes: dict[str, Any] = {}
        for each in attrs.fields(type(value)):
            found = getattr(value, each.name)
            if not each.init or found is None:
                continue
            changes[each.name] = self._in(found, each, f"{path}.{each.name}")
        return attrs.evolve(value, **changes)

    def _in(self, found: Any, each: Any, path: str) -> Any:
        if isinstance(found, tuple):
            return tuple(self._in(one, each, path) for one in found)
        if isinstance(found, Terms | Event) and not isinstance(found, Label):
            return self.marked(found, path)
        if not is_text(each) or found in self._kept:
            return found
        return self.of(found, path)

    def given(self, text: str) -> str:
        """The canary that a text got."""
        return self._given[text]

    def is_of_people(self, canary: str) -> bool:
        """Whether it only names who does something."""
        return all(path.rpartition(".")[2] in PEOPLE for path in self.fields[canary])
