"""The cases of a store, all of them: what the command counts and compares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.cli.console.progress import with_bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model import Case
    from legalcase.storage import Store

__all__ = ["WholeStore"]

_PAGE: Final = 1000


class WholeStore:
    """A store read whole; `sealed` says how many cases could not be, after that."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.sealed = 0

    def cases(self) -> Iterator[Case]:
        """Yield the cases of one state of the store, behind a bar."""
        from legalcase.ports import CaseQuery

        with self._store.read() as reader:
            found, after = [], None
            while True:
                page = reader.find(CaseQuery(), after=after, limit=_PAGE)
                found += [row.case_id for row in page.rows if not row.is_sealed]
                self.sealed += sum(row.is_sealed for row in page.rows)
                after = page.next
                if after is None:
                    break
            for name in with_bar(found, "cases"):
                yield reader.get(name)

    @property
    def left_out(self) -> str:
        """What to say of sealed cases; nothing where there are none."""
        if not self.sealed:
            return ""
        return f"Sealed, and not counted: {self.sealed}. Ask in Python, with the keys."
