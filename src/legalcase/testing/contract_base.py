"""What the parts of the contract of stores have in common: how a store is made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import SkipTest

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.storage import Store

__all__ = ["Contract"]


class Contract:
    """A part of the contract; each test gets a new instance, as pytest makes one."""

    def make_store(self) -> Store:
        """Return a new, empty store."""
        raise NotImplementedError

    def second_client(self, store: Store) -> Store:
        """Return another way into the same store, as another program has it."""
        raise NotImplementedError

    def reopened(self, store: Store) -> Store:
        """Return the store as it is after its program has ended and begun again."""
        raise NotImplementedError

    def failing(self, store: Store) -> Callable[[], object]:
        """Let what is large fail to be written, and return what mends that.

        As a full disk does it, in the middle of a unit of work. A store that cannot
        be made to fail leaves this out, and the test that needs it is passed over.
        """
        msg = f"{type(store).__name__} is not made to fail"
        raise SkipTest(msg)
