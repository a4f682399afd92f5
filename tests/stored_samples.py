"""A file that is saved, and a line that says something else: for tests of stores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

if TYPE_CHECKING:
    from legalcase.kernel import Recorded
    from legalcase.model import CaseFile
    from legalcase.storage import Store


def stored_file(store: Store, file: CaseFile) -> CaseFile:
    """Save a file in a unit of its own, and return it as it is then."""
    with store.begin() as work:
        work.save(file)
        work.commit()
    return file.saved()


def changed(line: Recorded, **fields: Any) -> Recorded:
    """A line that says something else."""
    return evolve(line, **fields)
