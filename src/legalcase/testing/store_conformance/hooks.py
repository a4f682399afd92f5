"""Hooks: how the kit makes a store, comes to it by another way, and lets it fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.testing.store_conformance.check import capabilities_of, not_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.ports.stores import CaseStore

__all__ = ["Hooks", "later"]


class Hooks:
    """What whoever tries a store gives; each check gets a new instance."""

    #: How often the state machine is run, and how many steps it takes each time.
    machine_examples = 20
    machine_steps = 30

    def prepare(self) -> None:
        """Make ready what the other hooks need: pytest allows no ``__init__``."""

    def make_store(self) -> CaseStore:
        """Return a new, empty store, whose cases have the rooms of the core."""
        msg = f"{type(self).__name__} gives no make_store(): return an empty store."
        raise NotImplementedError(msg)

    def second_client(self, store: CaseStore) -> CaseStore:
        """Return another way into the same store, as another program has it.

        Where only this program can come to it, it is the store itself.
        """
        if "durable" in capabilities_of(store):
            msg = f"{type(self).__name__} gives no second_client(store): open it again."
            raise NotImplementedError(msg)
        return store

    def reopened(self, store: CaseStore) -> CaseStore:
        """Return the store as it is after its program has ended and begun again."""
        msg = f"{type(self).__name__} gives no reopened(store): close it and open it."
        raise NotImplementedError(msg)

    def failing(self, store: CaseStore) -> Callable[[], object]:
        """Let what is large fail to be written, and return what mends that.

        As a full disk does it, in the middle of a unit of work. A text of 200,000
        characters has to fail, one of 100 need not. A store that cannot be made to
        fail leaves this out, and the checks that need it are not asked.
        """
        msg = f"{type(store).__name__} is not made to fail: no failing(store)"
        raise not_asked(msg)

    def crash(self, store: CaseStore) -> CaseStore:
        """End a store as a power cut does, a unit of work open in it; open it again.

        Nothing may be told to it: neither rolled back nor closed. A store that cannot
        be cut off leaves this out.
        """
        msg = f"{type(store).__name__} is not cut off: no crash(store)"
        raise not_asked(msg)

    def tidy(self) -> None:
        """Close what a check has left open, and delete its files."""


def later(suite: Hooks, store: CaseStore) -> CaseStore:
    """Return a store as it is later: opened again, where that is something else."""
    return suite.reopened(store) if "durable" in capabilities_of(store) else store
