"""AREAS: the areas of the work of a case, as plans and scopes name them."""

from __future__ import annotations

from typing import Final

__all__ = ["AREAS"]

#: The areas of the work of a case, as plans and scopes name them.
AREAS: Final = (
    "intake",
    "pleadings",
    "discovery",
    "evidence",
    "motions",
    "settlement",
    "hearing-preparation",
    "trial",
    "judgment",
    "appeal",
    "client-care",
    "compliance",
    "costs",
)
