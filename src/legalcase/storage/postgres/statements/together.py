"""together: rows for one table are said at once, for each saying costs time."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.storage.sql.writing import Many

__all__ = ["together"]

#: The marks of one row. One that is to be put in the place of another stands alone: two
#: of one statement may not change the same row.
_ROW: Final = re.compile(r"VALUES (\([^()]*\))(?!.* ON CONFLICT )")
#: So many rows at most, and of fewer a power of two: few statements for any number.
_MOST: Final = 64


def together(done: Iterable[Many]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield statements with their values, those for several rows of a table as one."""
    for statement, values in done:
        if len(values) < 2 or _ROW.search(statement) is None:  # noqa: PLR2004 - several
            for row in values:
                yield statement, row
            continue
        start, size = 0, _MOST
        while start < len(values):
            while size > len(values) - start:
                size //= 2
            part = values[start : start + size]
            yield _of_rows(statement, size), tuple(chain.from_iterable(part))
            start += size


@lru_cache(maxsize=256)
def _of_rows(statement: str, rows: int) -> str:
    """Return a statement for one row as it is for several."""
    return _ROW.sub(lambda found: f"VALUES {', '.join([found[1]] * rows)}", statement)
