"""A bar for work that takes a while; the one door to tqdm, which may be missing."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["counted", "with_bar"]

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


@contextmanager
def counted(what: str, unit: str) -> Iterator[Callable[[int, int], object] | None]:
    """Give what is to be called with how many are done, and how many there are.

    It moves a bar where somebody looks at a terminal, as in `with_bar`; else ``None``.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield None
        return
    with tqdm(desc=what, unit=f" {unit}s", leave=False, ncols=80) as bar:

        def moved(done: int, total: int) -> None:
            bar.total = total
            bar.n = done
            bar.refresh()

        yield moved
