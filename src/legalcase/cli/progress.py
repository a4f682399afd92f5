"""A bar for work that takes a while; the one door to tqdm, which may be missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["with_bar"]

_T = TypeVar("_T")


def with_bar(work: Sequence[_T], what: str) -> Iterator[_T]:
    """Yield each piece of work, behind a bar where somebody looks at a terminal.

    Without tqdm (the extra ``cli``), and where stderr is no terminal, there is none.
    """
    pieces: Iterable[_T] = work
    if sys.stderr is not None and sys.stderr.isatty():
        try:
            from tqdm import tqdm
        except ImportError:
            pass
        else:
            pieces = tqdm(work, desc=what, leave=False, ncols=80)
    yield from pieces
