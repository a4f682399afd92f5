"""StoreConformance: the checks that every store of cases has to pass."""

from __future__ import annotations

from legalcase.testing.store_conformance.checks.beyond import BeyondChecks
from legalcase.testing.store_conformance.checks.changing import ChangingChecks
from legalcase.testing.store_conformance.checks.conditions import ConditionsChecks
from legalcase.testing.store_conformance.checks.erasing import ErasingChecks
from legalcase.testing.store_conformance.checks.failing import FailingChecks
from legalcase.testing.store_conformance.checks.finding import FindingChecks
from legalcase.testing.store_conformance.checks.keeping import KeepingChecks
from legalcase.testing.store_conformance.checks.modelling import ModellingChecks
from legalcase.testing.store_conformance.checks.paging import PagingChecks
from legalcase.testing.store_conformance.checks.reading import ReadingChecks
from legalcase.testing.store_conformance.checks.refusing import RefusingChecks
from legalcase.testing.store_conformance.checks.searching import SearchingChecks
from legalcase.testing.store_conformance.checks.texts import TextsChecks
from legalcase.testing.store_conformance.checks.together import TogetherChecks
from legalcase.testing.store_conformance.checks.units import UnitsChecks

__all__ = ["StoreConformance"]


class StoreConformance(
    KeepingChecks,
    TextsChecks,
    UnitsChecks,
    TogetherChecks,
    RefusingChecks,
    ReadingChecks,
    FindingChecks,
    SearchingChecks,
    PagingChecks,
    ChangingChecks,
    ConditionsChecks,
    ErasingChecks,
    FailingChecks,
    BeyondChecks,
    ModellingChecks,
):
    """Subclass it in your tests, and say how a store is made and opened again.

    Give `make_store`; `second_client` and `reopened` where the store is durable;
    `failing` and `crash` where it can be made to fail. Each check gets a new instance,
    as pytest makes one. What the store does not say that it can is not asked, and the
    runner says so. A check cannot be overridden: all others fail then.
    """
