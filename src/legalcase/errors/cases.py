"""What cannot happen in a case, or cannot have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from legalcase.errors.root import LegalCaseError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CorrectionRefusedError", "IllegalTransitionError", "UnknownEventError"]


class IllegalTransitionError(LegalCaseError, ValueError):
    """A lifecycle forbids this step."""

    subject: str
    state: str
    step: str


class UnknownEventError(LegalCaseError, ValueError):
    """A stored event of a kind that this version does not know."""

    kind: str


class CorrectionRefusedError(LegalCaseError, ValueError):
    """After a correction, later lines could not have followed.

    `refused` has (number, event id, kind, why) of each of them.
    """

    _lists_problems = True
    refused: tuple[tuple[int, str, str, str], ...]

    @classmethod
    def of(cls, refused: Iterable[tuple[int, str, str, str]]) -> Self:
        """Return the error for the lines that could not have followed."""
        rows = tuple(refused)
        lines = "\n".join(f"  line {n}, {kind} ({i}): {y}" for n, i, kind, y in rows)
        noun = "line" if len(rows) == 1 else "lines"
        msg = (
            f"After the correction {len(rows)} later {noun} could not have followed, "
            "and nothing was recorded. Correct or retract these in the same call:\n"
            f"{lines}"
        )
        return cls(msg, refused=rows)
