"""The kit is worth something: stores that are broken on purpose fail it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from unittest import SkipTest

import pytest
from wrapped import Wrapped

from legalcase.errors import LegalCaseError
from legalcase.storage import MemoryStore
from legalcase.testing import StoreConformance
from legalcase.testing.store_conformance import checks_of, tried
from legalcase.testing.store_helpers import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.ports import CaseStore

BROKEN = sorted(
    path.stem
    for path in Path(__file__).with_name("broken").glob("*.py")
    if path.stem != "__init__"
)


LONG = {"LC-MODEL-001", "LC-SIZE-001", "LC-SIZE-002"}
#: What fails or not by who comes first among threads.
BY_CHANCE = {"LC-SHARE-006", "LC-SHARE-007", "LC-CHANGE-007", "LC-RUN-005"}
#: In these, most of what a store is for is broken, and many checks fail.
WIDE = {
    "caches_logs",
    "conditions_are_not_for_units",
    "drops_actor",
    "drops_reason",
    "ends_with_the_program",
    "forgets_people",
    "forgets_the_last",
    "gives_its_own_ids",
    "gives_lists",
    "keeps_half",
    "keeps_nothing",
    "rows_come_later",
    "says_nothing_of_itself",
    "swallows_errors",
    "two_units_at_once",
}


def suite_for(make: Callable[[], Wrapped]) -> type[StoreConformance]:
    """The kit, for a store that is wrapped."""

    class Suite(StoreConformance):
        """Its second client is itself."""

        machine_examples = 40

        def make_store(self) -> CaseStore:
            return cast("CaseStore", make())

        def second_client(self, store: CaseStore) -> CaseStore:
            return store

        def reopened(self, store: CaseStore) -> CaseStore:
            return cast("CaseStore", cast("Wrapped", store).reopened())

        def failing(self, store: CaseStore) -> Callable[[], object]:
            return cast("Wrapped", store).failing() or super().failing(store)

    return Suite


def broken(name: str) -> Any:
    """The module of a broken store."""
    return import_module(f"broken.{name}")


def is_found(error: Exception | None) -> bool:
    """Tell whether it is the store that failed, and not the Python of it."""
    return isinstance(error, AssertionError | LegalCaseError)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_store_is_caught(name: str) -> None:
    """By each check that it names, and for what it does."""
    module = broken(name)
    results = list(tried(suite_for(module.Store), module.CAUGHT_BY))
    assert [one.check.check_id for one in results] == sorted(module.CAUGHT_BY)
    for one in results:
        assert one.result == "failed", one
        assert is_found(one.error), one


def test_there_are_as_many_as_were_found() -> None:
    """Twenty of a report, as many again of its tests, and more."""
    assert len(BROKEN) >= 75


def test_the_wrapping_itself_is_whole() -> None:
    """What fails fails for its fault alone."""
    results = list(tried(suite_for(Wrapped)))
    assert [one for one in results if one.result == "failed"] == []


@pytest.mark.thorough
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_store_fails_for_its_fault_alone(name: str) -> None:
    """What it names fails, what hangs together with that, and nothing else."""
    module = broken(name)
    # Not the long ones: what is broken makes them longer.
    only = {check.check_id for check in checks_of(StoreConformance)} - LONG
    results = list(tried(suite_for(module.Store), only))
    failed = {one.check.check_id for one in results if one.result == "failed"}
    named = set(module.CAUGHT_BY) - LONG
    assert failed >= named
    if name not in WIDE:
        assert failed - BY_CHANCE <= named | set(getattr(module, "WITH_IT", ()))


def test_a_check_cannot_be_overridden() -> None:
    """Neither it nor the others pass then, and it is said which one it was."""

    class Cheating(StoreConformance):
        """Leaves one out."""

        def make_store(self) -> CaseStore:
            return MemoryStore()

        def test_lines_come_by_number(self) -> None:
            """Do nothing."""

    results = list(tried(Cheating, ("LC-KEEP-001", "LC-KEEP-004")))
    assert [one.result for one in results] == ["failed"] * 2
    assert all("test_lines_come_by_number" in one.said for one in results)
    with pytest.raises(AssertionError, match="test_lines_come_by_number"):
        Cheating().test_clocks_may_go_back()


def test_what_is_not_asked_is_said() -> None:
    """With the reason, and the test runner shows it as skipped."""

    class Bare(StoreConformance):
        """Gives a store, and no way to let it fail."""

        def make_store(self) -> CaseStore:
            return MemoryStore()

    results = {one.check.check_id: one for one in tried(Bare)}
    passed_over = {name: one.said for name, one in results.items() if one.said}
    assert passed_over["LC-KEEP-002"] == "the store does not say 'durable'"
    assert passed_over["LC-FIND-013"] == "the store says 'text'"
    assert "failing(store)" in passed_over["LC-FAULT-001"]
    assert "crash(store)" in passed_over["LC-FAULT-003"]
    with pytest.raises(SkipTest, match=r"not asked: .*durable"):
        Bare().test_what_is_committed_outlives_the_program()


def test_the_kit_says_what_to_provide() -> None:
    """A suite without a store does not pass by doing nothing."""
    results = list(tried(StoreConformance))
    assert {one.result for one in results} == {"failed"}
    assert all("make_store" in one.said for one in results)
    assert len(results) == len(checks_of(StoreConformance)) > 100


def test_an_error_that_does_not_come_is_a_failure() -> None:
    """And one of another kind is passed on."""
    with (
        pytest.raises(AssertionError, match="ValueError was expected"),
        refused(ValueError),
    ):
        pass
    with pytest.raises(KeyError), refused(ValueError):
        raise KeyError
