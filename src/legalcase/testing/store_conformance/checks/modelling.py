"""Modelling: whatever is done in whatever order, the store says what a model says."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from legalcase.testing.store_conformance.check import not_asked, promises
from legalcase.testing.store_conformance.hooks import Hooks

if TYPE_CHECKING:
    from legalcase.ports.stores import CaseStore

__all__ = ["ModellingChecks"]


class ModellingChecks(Hooks):
    """Whatever is done in whatever order, the store says what a model says."""

    @promises("LC-MODEL-001")
    def test_the_store_is_as_the_model(self, store: CaseStore) -> None:
        """Steps of several clients in every order give what a model of it says."""
        if find_spec("hypothesis") is None:
            why = "Hypothesis is not installed"
            raise not_asked(why)
        from legalcase.testing.store_conformance.modelled.machine import run_machine

        store.close()
        run_machine(self)
