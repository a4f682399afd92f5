"""Trying: a suite is run check by check, and what became of each is told."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.testing.store_conformance.check import (
    Check,
    NotAsked,
    capabilities_of,
    checks_of,
)
from legalcase.testing.store_conformance.conformance import StoreConformance

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from legalcase.ports.stores import CaseStore

__all__ = ["Tried", "suite_of", "tried"]


@frozen(kw_only=True)
class Tried:
    """What became of a check: ``"passed"``, ``"failed"``, ``"not asked"``; and why."""

    check: Check
    result: str
    said: str = ""
    error: Exception | None = field(default=None, repr=False, eq=False)
    seconds: float = field(default=0.0, eq=False)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON types."""
        return {
            "id": self.check.check_id,
            "promise": self.check.promise,
            "needs": list(self.check.needs),
            "result": self.result,
            "said": self.said,
            "seconds": round(self.seconds, 3),
        }


def tried(suite: type[StoreConformance], only: Collection[str] = ()) -> Iterator[Tried]:
    """Run the checks of a suite by their ids, and yield what became of each.

    With `only`, the ids of those that are run. Each gets a new instance of the suite.
    """
    for check in checks_of(suite):
        if only and check.check_id not in only:
            continue
        begun = perf_counter()
        result, said, error = "passed", "", None
        try:
            check.test(suite())
        except NotAsked as reason:
            result, said = "not asked", str(reason).removeprefix("not asked: ")
        except Exception as raised:  # noqa: BLE001 - whatever a store does
            result, error = "failed", raised
            said = f"{type(raised).__name__}: {raised}"
        yield Tried(
            check=check,
            result=result,
            said=said,
            error=error,
            seconds=perf_counter() - begun,
        )


def suite_of(made: object) -> type[StoreConformance]:
    """Return a suite: one as it is, or one for a function from a path to a store.

    The function is called with the path of a new place, which it may make a file or a
    folder; a durable store is opened again by calling it with the same path.
    """
    if isinstance(made, type) and issubclass(made, StoreConformance):
        return made
    if not callable(made):
        msg = (
            f"{made!r} is neither a StoreConformance nor a function that makes a store "
            "at a path. Name one of them."
        )
        raise TypeError(msg)
    return _of_paths(made)


def _of_paths(open_at: Callable[[Path], CaseStore]) -> type[StoreConformance]:
    class OfPaths(StoreConformance):
        def prepare(self) -> None:
            self._folders: list[Path] = []
            self._paths: dict[int, Path] = {}
            self._stores: list[CaseStore] = []

        def _open(self, path: Path) -> CaseStore:
            store = open_at(path)
            self._stores.append(store)
            self._paths[id(store)] = path
            return store

        def make_store(self) -> CaseStore:
            self._folders.append(Path(tempfile.mkdtemp(prefix="store-")))
            return self._open(self._folders[-1] / "store")

        def second_client(self, store: CaseStore) -> CaseStore:
            if "durable" not in capabilities_of(store):
                return store
            return self._open(self._paths[id(store)])

        def reopened(self, store: CaseStore) -> CaseStore:
            store.close()
            return self._open(self._paths[id(store)])

        def tidy(self) -> None:
            for store in self._stores:
                store.close()
            for folder in self._folders:
                shutil.rmtree(folder, ignore_errors=True)

    return OfPaths
