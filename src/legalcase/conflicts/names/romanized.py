"""romanized: a text in Latin letters, whatever its script; the door of anyascii."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["romanized"]

_rewrite: Callable[[str], str] | None
try:
    from anyascii import anyascii as _rewrite
except ImportError:
    _rewrite = None


def romanized(text: str) -> str:
    """Return a text in Latin letters; as it is without the extra ``conflicts``."""
    return text if _rewrite is None or text.isascii() else _rewrite(text)
