"""What was remembered of a case is not thrown away by a correction."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Wrapped

from legalcase.kernel.folding.fold import fold

CAUGHT_BY = ("LC-SNAP-001",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-KEEP-013",)


class Reads(Reading):
    """A reading that goes on from what it remembers."""

    store: Any

    def folded(self, stream: str, model: Any) -> Any:
        """Pass over what changes what is far back."""
        log = self.inner.events(stream)
        first = next((n for n, e in enumerate(log) if e.kind == "corrected"), len(log))
        made = self.store.inner.read().folded(stream, model)
        return made if first == len(log) else fold(model, log[:first])


class Store(Wrapped):
    """A store that does so."""

    says = frozenset({"snapshots"})
    reading = Reads
