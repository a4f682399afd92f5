"""What the parts of the contract of stores have in common: how a store is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legalcase.ports import CaseStore

__all__ = ["Contract"]


class Contract:
    """A part of the contract; each test gets a new instance, as pytest makes one."""

    def make_store(self) -> CaseStore:
        """Return a new, empty store."""
        raise NotImplementedError

    def second_client(self, store: CaseStore) -> CaseStore:
        """Return another way into the same store, as another program has it."""
        raise NotImplementedError

    def reopened(self, store: CaseStore) -> CaseStore:
        """Return the store as it is after its program has ended and begun again."""
        raise NotImplementedError
