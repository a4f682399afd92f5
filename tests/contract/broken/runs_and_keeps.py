"""What was done before an error is kept."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

from legalcase.errors import LegalCaseError

CAUGHT_BY = ("LC-RUN-004",)


class Store(Wrapped):
    """A store that does so."""

    def run(self, act: Any, **how: Any) -> Any:
        """Keep it."""

        def kept(work: Any) -> Any:
            try:
                return act(work)
            except LegalCaseError:
                raise
            except Exception:
                work.commit()
                raise

        return super().run(kept, **how)
