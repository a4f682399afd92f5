"""CaseStoreContract: the tests that every store of cases has to pass."""

from __future__ import annotations

from legalcase.testing.keeping_contract import KeepingContract
from legalcase.testing.people_contract import PeopleContract
from legalcase.testing.refusing_contract import RefusingContract
from legalcase.testing.unit_contract import UnitContract

__all__ = ["CaseStoreContract"]


class CaseStoreContract(
    KeepingContract, UnitContract, RefusingContract, PeopleContract
):
    """Subclass it in your tests, and say how a store is made and opened again.

    Give `make_store`, `second_client` and `reopened`, and `failing` if the store can
    be made to fail. Each test gets a new instance, as pytest makes one. Overriding a
    test is cheating.
    """
