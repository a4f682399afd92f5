"""Projection: a list of somebody else's, which a store keeps beside its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.model.case import Case

__all__ = ["Projection"]


class Projection(Protocol):
    """**Protocol:** what a list of yours says of a case; stores keep it as their own.

    `name` has a prefix, as the kinds of others have: ``"acme/exhibits"``. `version` is
    a number from 1 on, another one whenever `rows` says something else of the same
    case: a store then makes all of it anew.
    """

    @property
    def name(self) -> str:
        """By what a `ProjectionQuery` asks for it."""
        ...

    @property
    def version(self) -> int:
        """The number of what `rows` says."""
        ...

    def rows(self, case: Case) -> Mapping[str, Mapping[str, Any]]:
        """Return the rows of a case, each by its key.

        A key is a text of at most 500 characters, and a row what JSON has: texts,
        numbers, truths, ``None``, lists, and dicts by texts, a hundred deep at most.
        Equal cases have to give equal rows, whenever and wherever that is asked: no
        clock, no chance, nothing from elsewhere.
        """
        ...
