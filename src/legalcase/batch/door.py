"""The door to NumPy, which may be missing, and to Arrow, where a caller brings it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from legalcase.errors import MissingExtraError

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["arrow", "needed"]


def needed() -> None:
    """Raise `MissingExtraError` where NumPy is missing."""
    with suppress(ImportError):
        import numpy  # noqa: F401, ICN001 - whether it is there is all that is asked

        return
    raise MissingExtraError.of("batch", "A column of dates", "NumPy")


def arrow() -> ModuleType:
    """Return PyArrow; raises `MissingExtraError` where it is missing."""
    with suppress(ImportError):
        import pyarrow

        return pyarrow  # type: ignore[no-any-return]  # it declares no types
    raise MissingExtraError.of("batch", "A table of Arrow", "PyArrow")
