"""The settings of a file of law, wherever they stand in it, with their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

__all__ = ["settings_in"]

#: A table whose keys are the names of settings, and which has none.
_OF_CITATIONS: Final = "cites"


def settings_in(
    table: object, whole: Container[str], path: str = "$"
) -> Iterator[tuple[str, str, Any]]:
    """Yield (key, path, value) of each key in a table and below, in its order.

    What stands under one of the keys `whole` is not looked into: the law can choose
    the keys there, or whoever asks looks at it as a whole.
    """
    if isinstance(table, list | tuple):
        for index, item in enumerate(table):
            yield from settings_in(item, whole, f"{path}[{index}]")
    elif isinstance(table, dict):
        for key, value in table.items():
            where = f"{path}.{key}"
            yield key, where, value
            if key not in whole and key != _OF_CITATIONS:
                yield from settings_in(value, whole, where)
