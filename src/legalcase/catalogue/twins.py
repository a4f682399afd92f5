"""Twins: the word of a paper's service for that of its filing, and the reverse."""

from __future__ import annotations

__all__ = ["other_side"]


def other_side(word: str) -> str | None:
    """Return the word of a paper's service for that of its filing, and the reverse.

    A rule that asks for service (Fed. R. Civ. P. 12(a)) is not met by filing alone.
    ``None`` for what is neither.

    >>> other_side("answer-filed")
    'answer-served'
    """
    for end, other in (("-filed", "-served"), ("-served", "-filed")):
        if word.endswith(end):
            return word.removesuffix(end) + other
    return None
