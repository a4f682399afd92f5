"""The sorts of words of which the vocabularies consist."""

from __future__ import annotations

from typing import Final

__all__ = ["OF_A_CASE", "SORTS"]

#: The sorts that stand in what is recorded of a case, and that no rule of law asks for.
OF_A_CASE: Final = (
    "participant",
    "capacity",
    "ground",
    "stay-ground",
    "disposition",
    "hearing",
    "hearing-need",
    "document",
    "claim",
    "severity",
    "plea",
    "verdict",
)

SORTS: Final = (
    "method",
    "trigger",
    "act",
    "nature",
    "kind",
    "role",
    "paper",
    "fact",
    "side",
    "proceeding",
    *OF_A_CASE,
)
