"""Several answers to one fact: a claim can be brought under more Acts than one."""

from __future__ import annotations

__all__ = ["each_answer"]


def each_answer(said: str) -> tuple[str, ...]:
    """Return each answer of those that stand in one, with commas between them.

    Most facts have one answer alone, and it has no comma. Capitals and blanks make no
    difference.

    >>> each_answer("fdcpa, Written contract")
    ('fdcpa', 'written-contract')
    """
    # A blank after the comma is a hyphen already where the whole was folded.
    parts = ("-".join(part.split()).strip("-") for part in said.split(","))
    return tuple(part.casefold() for part in parts if part)
