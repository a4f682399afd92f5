"""The root of all errors: its message is short, and nothing obeys it."""

from __future__ import annotations

from typing import Any

from legalcase.shown import LONGEST, LONGEST_LISTED, plain

__all__ = ["LegalCaseError"]


def _rebuild(kind: type[LegalCaseError], text: str, its: dict[str, Any]) -> Exception:
    """Rebuild an error from its parts (for pickling)."""
    return kind(text, **its)


class LegalCaseError(Exception):
    """Root of all errors of this package; attributes are given by keyword.

    Whatever an input holds, the message is short and of one line (or, where it lists
    problems, of a line each), and nothing in it is obeyed by a terminal or a log; the
    attributes have what came, whole.
    """

    #: Whether the message has lines; what came from outside never makes one.
    _lists_problems = False

    def __init__(self, message: str, **attributes: object) -> None:
        lists = self._lists_problems
        longest = LONGEST_LISTED if lists else LONGEST
        super().__init__(plain(message, longest, lines=lists))
        self.__dict__.update(attributes)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Pickle by class, message and attributes."""
        return _rebuild, (type(self), str(self.args[0]), dict(self.__dict__))
