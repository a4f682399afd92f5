"""The door to NumPy, which may be missing, and to Arrow, where a caller brings it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from legalcase.errors import MissingExtraError

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["arrow", "needed"]

_NUMPY: Final = ("batch", "A column of dates", "NumPy")
_ARROW: Final = ("batch", "A table of Arrow", "PyArrow")


def needed() -> None:
    """Raise `MissingExtraError` where NumPy is missing."""
    with suppress(ImportError):
        import numpy as np  # noqa: F401 - whether it is there is all that is asked

        return
    raise MissingExtraError.of(*_NUMPY)


def arrow() -> ModuleType:
    """Return PyArrow; raises `MissingExtraError` where it is missing."""
    with suppress(ImportError):
        import pyarrow as pa  # type: ignore[import-untyped]  # it declares no types

        found: ModuleType = pa
        return found
    raise MissingExtraError.of(*_ARROW)
