"""Which fields of an event hold words of the law's vocabulary, and of which sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import fields

from legalcase.kernel.events.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["WORD", "is_written", "word", "words_of"]

#: Where the metadata of a field says of which sort its words are.
WORD: Final = "legalcase-word"


def word(sort: str) -> dict[str, str]:
    """Return the metadata of a field that holds a word, or words, of a sort.

    Their shape is checked when the value is made; the words, by whoever has the law.
    """
    return {WORD: sort}


def words_of(
    value: Any,  # noqa: ANN401 - any event, or part of one
    path: str = "",
) -> Iterator[tuple[str, str, str]]:
    """Return (sort, word, path of the field) of all words in an event or its terms."""
    for each in fields(type(value)):
        if not each.init:
            continue
        found = getattr(value, each.name)
        where = f"{path}{each.name}"
        sort = each.metadata.get(WORD)
        if sort is not None:
            for one in (found,) if isinstance(found, str) else found or ():
                yield sort, one, where
        elif isinstance(found, Terms):
            yield from words_of(found, f"{where}.")
        elif isinstance(found, tuple):
            for one in found:
                if isinstance(one, Terms):
                    yield from words_of(one, f"{where}.")


def is_written(value: Any, path: str) -> bool:  # noqa: ANN401 - as above
    """Tell whether the field at a path holds what people wrote, word or not.

    Such a text is for nobody's eyes but theirs until it is known to be a word.
    """
    name, _, rest = path.partition(".")
    for each in fields(type(value)):
        if each.name == name:
            found = getattr(value, name)
            if rest and isinstance(found, tuple):
                return any(is_written(one, rest) for one in found)
            return is_written(found, rest) if rest else each.repr is False
    return False
